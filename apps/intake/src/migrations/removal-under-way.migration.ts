import { Migration } from '@mikro-orm/migrations';

/** An object whose removal has begun can be kept by no row any more: the store is asked outside of any transaction, and may have removed it whatever it answered. */
export class RemovalUnderWay20260202000000 extends Migration {
  override up(): void {
    this.addSql(`alter table object_removal add column under_way boolean not null default false`);
  }
}
