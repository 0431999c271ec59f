import { Migration } from '@mikro-orm/migrations';

/** Transfers that were typed in at the desk are lines of the ledger too; a ticket that was known before shows the moment of its receipt. */
export class DeskTransfers20261126100000 extends Migration {
  override up(): void {
    this.addSql(`alter table known_ticket add column registered_at timestamptz`);
  }
}
