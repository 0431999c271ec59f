import { Migration } from '@mikro-orm/migrations';

/** Limits of law in place of base and cap (Art. 17(3)). */
export class StatutoryLimit20261125100000 extends Migration {
  override up(): void {
    this.addSql(`create table statutory_limit (
      id uuid primary key,
      ticket_id uuid not null,
      dispatch_no integer not null,
      status text not null,
      set_at timestamptz not null,
      state jsonb not null,
      version integer not null)`);
    this.addSql(`create index statutory_limit_ticket on statutory_limit (ticket_id, dispatch_no)`);
    this.addSql(`create index statutory_limit_set on statutory_limit (set_at, id)`);
  }
}
