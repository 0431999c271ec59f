import { Injectable } from '@nestjs/common';
import type { TicketRegisteredV1 } from '@hotline/contracts';
import type { Transaction } from '@hotline/persistence';

/** The numbers under which people know tickets; a slip of paper names the ticket by nothing else. */
@Injectable()
export class TicketNumberStore {
  /** Work to be deferred to the end of a batch. A number never changes. */
  readonly keep = async (tx: Transaction, registered: readonly TicketRegisteredV1[]): Promise<void> => {
    await tx.sql(
      `insert into ticket_number (ticket_id, number) select * from unnest($1::uuid[], $2::text[]) as told (ticket_id, number) order by ticket_id on conflict do nothing`,
      [registered.map(({ ticketId }) => ticketId), registered.map(({ number }) => number)],
    );
  };

  async find(tx: Transaction, ticketId: string): Promise<string | undefined> {
    const [row] = await tx.sql<{ number: string }>(`select number from ticket_number where ticket_id = $1`, [ticketId]);
    return row?.number;
  }
}
