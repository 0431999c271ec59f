import { clock as clocks } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';

/** A fact of a ticket that has become known, and the trace of what brought it. */
export interface TicketNews {
  readonly ticketId: string;
  readonly fact: clocks.TicketFact;
  readonly traceparent?: string | undefined;
}

/** All that is known of one ticket. */
export interface Timeline {
  readonly ticketId: string;
  readonly facts: readonly clocks.TicketFact[];
}

/**
 * Adds facts to the timelines of their tickets and answers the timelines that have grown; facts known already vanish here.
 * Locks the tickets in the order of their ids until the end of the transaction, new ones included.
 */
export async function addFacts(tx: Transaction, news: readonly TicketNews[]): Promise<Timeline[]> {
  const byTicket = Map.groupBy(news, (each) => each.ticketId);
  const timelines = await lockTimelines(tx, [...byTicket.keys()]);
  const grown = timelines.flatMap((timeline) => {
    const added = newFacts(timeline, (byTicket.get(timeline.ticketId) ?? []).map((each) => each.fact));
    return added.length > 0 ? [{ ticketId: timeline.ticketId, facts: [...timeline.facts, ...added], added }] : [];
  });
  if (grown.length > 0)
    await tx.sql(
      `update timeline set facts = timeline.facts || grown.added::jsonb, version = timeline.version + 1
       from unnest($1::uuid[], $2::text[]) as grown (ticket_id, added) where timeline.ticket_id = grown.ticket_id`,
      [grown.map((each) => each.ticketId), grown.map((each) => JSON.stringify(each.added))],
    );
  return grown;
}

/** The timelines of some tickets, created empty where there is none, locked until the end of the transaction. */
export async function lockTimelines(tx: Transaction, ticketIds: readonly string[]): Promise<Timeline[]> {
  await tx.sql(`insert into timeline (ticket_id) select id from unnest($1::uuid[]) as new (id) order by id on conflict do nothing`, [ticketIds]);
  const rows = await tx.sql<{ ticket_id: string; facts: clocks.TicketFact[] }>(
    `select ticket_id, facts from timeline where ticket_id = any($1::uuid[]) order by ticket_id for update`,
    [ticketIds],
  );
  return rows.map((row) => ({ ticketId: row.ticket_id, facts: row.facts }));
}

function newFacts(timeline: Timeline, facts: readonly clocks.TicketFact[]): clocks.TicketFact[] {
  const known = new Set(timeline.facts.map(clocks.factKey));
  return facts.filter((fact) => {
    const key = clocks.factKey(fact);
    return !known.has(key) && known.add(key);
  });
}
