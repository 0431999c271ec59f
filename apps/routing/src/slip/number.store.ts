import { Injectable } from '@nestjs/common';
import type { TicketRegisteredV1 } from '@hotline/contracts';
import type { Transaction } from '@hotline/persistence';

/** By what people know a ticket; of a transfer also the prefecture's number and the date until which it wants it done, if it set one. */
export interface KnownNumbers {
  readonly number: string;
  readonly prefectureNumber: string | null;
  /** Local date. */
  readonly prefectureDueOn: string | null;
}

/** The numbers under which people know tickets; slips, work lists and registers name them so. */
@Injectable()
export class TicketNumberStore {
  /** Work to be deferred to the end of a batch. None of it ever changes; a ticket that was known before the prefecture's number was kept learns it when it is told again. */
  readonly keep = async (tx: Transaction, registered: readonly TicketRegisteredV1[]): Promise<void> => {
    const once = [...new Map(registered.map((event) => [event.ticketId, event])).values()];
    await tx.sql(
      `insert into ticket_number (ticket_id, number, prefecture_number, prefecture_due_on)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::date[]) as told (ticket_id, number, prefecture_number, prefecture_due_on) order by ticket_id
       on conflict (ticket_id) do update set prefecture_number = coalesce(ticket_number.prefecture_number, excluded.prefecture_number), prefecture_due_on = coalesce(ticket_number.prefecture_due_on, excluded.prefecture_due_on)`,
      [once.map(({ ticketId }) => ticketId), once.map(({ number }) => number), once.map((event) => event.prefectureNumber ?? null), once.map((event) => event.prefectureDueOn ?? null)],
    );
  };

  /** The numbers known of these tickets. */
  async findAll(tx: Transaction, ticketIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ticketIds.length === 0) return new Map();
    const rows = await tx.sql<{ id: string; number: string }>(`select ticket_id as id, number from ticket_number where ticket_id = any($1::uuid[])`, [ticketIds]);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  async find(tx: Transaction, ticketId: string): Promise<KnownNumbers | undefined> {
    const [row] = await tx.sql<KnownNumbers>(
      `select number, prefecture_number as "prefectureNumber", prefecture_due_on::text as "prefectureDueOn" from ticket_number where ticket_id = $1`,
      [ticketId],
    );
    return row;
  }
}
