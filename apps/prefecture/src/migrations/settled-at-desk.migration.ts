import { Migration } from '@mikro-orm/migrations';

/** Transfers that arrived under a number which the desk had typed in stayed arriving for ever: they are that ticket. */
export class SettledAtDesk20261126300000 extends Migration {
  override up(): void {
    this.addSql(`update transfer set status = 'registered', way = 'desk', ticket_id = known.ticket_id, ticket_number = known.number, cause = null, registered_at = coalesce(known.registered_at, known.received_at)
      from known_ticket known where known.prefecture_number = transfer.number and not known.past and known.registered and transfer.status <> 'registered'`);
  }
}
