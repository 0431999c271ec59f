import { Injectable } from '@nestjs/common';
import type { TicketRegisteredV1 } from '@hotline/contracts';
import type { Transaction } from '@hotline/persistence';

/** The numbers under which people know tickets; slips, work lists and registers name them so. */
@Injectable()
export class TicketNumberStore {
  /** Work to be deferred to the end of a batch. A number never changes. */
  readonly keep = async (tx: Transaction, registered: readonly TicketRegisteredV1[]): Promise<void> => {
    await tx.sql(
      `insert into ticket_number (ticket_id, number) select * from unnest($1::uuid[], $2::text[]) as told (ticket_id, number) order by ticket_id on conflict do nothing`,
      [registered.map(({ ticketId }) => ticketId), registered.map(({ number }) => number)],
    );
  };

  /** The numbers known of these tickets. */
  async findAll(tx: Transaction, ticketIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ticketIds.length === 0) return new Map();
    const rows = await tx.sql<{ id: string; number: string }>(`select ticket_id as id, number from ticket_number where ticket_id = any($1::uuid[])`, [ticketIds]);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  async find(tx: Transaction, ticketId: string): Promise<string | undefined> {
    const [row] = await tx.sql<{ number: string }>(`select number from ticket_number where ticket_id = $1`, [ticketId]);
    return row?.number;
  }
}
