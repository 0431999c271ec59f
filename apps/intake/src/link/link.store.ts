import type { link } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { hiddenFrom, withinScope, type Scope } from '../ticket/ticket-sight.js';
import { ENDED } from '../ticket/ticket.store.js';
import type { LinkedTicket, TicketLinks } from '../ticket/ticket.view.js';

/** One step with links at a time: two at once could tie a circle. They are rare. */
export async function holdLinks(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('intake links', 0))`);
}

/** The links of these tickets and what hangs on them. */
export function readLinks(tx: Transaction, ids: readonly string[]): Promise<link.Link[]> {
  return tx.sql<link.Link>(`select ticket_id as "ticketId", primary_id as "primaryId", kind from ticket_link where ticket_id = any($1::uuid[]) or primary_id = any($1::uuid[]) order by ticket_id`, [ids]);
}

/** Writes what happened and answers the version that each ticket has from now on. */
export async function saveLinks(tx: Transaction, events: readonly link.LinkEvent[]): Promise<Map<string, number>> {
  const ids = events.map(({ ticketId }) => ticketId).sort();
  await tx.sql(`select id from ticket where id = any($1::uuid[]) order by id for update`, [ids]);
  for (const event of events) await saveLink(tx, event);
  const rows = await tx.sql<{ id: string; version: number }>(`update ticket set version = version + 1 where id = any($1::uuid[]) returning id, version`, [ids]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Of another primary nobody was told yet how it ended; who was told of the one before stays in the audit. */
async function saveLink(tx: Transaction, event: link.LinkEvent): Promise<void> {
  if (event.type === 'TicketUnlinked') {
    await tx.sql(`delete from ticket_link where ticket_id = $1`, [event.ticketId]);
    const { ticketId, primaryId, kind, at, reason } = event;
    await tx.sql(`insert into ticket_link_undone (ticket_id, primary_id, kind, undone_at, reason) values ($1, $2, $3, $4, $5)`, [ticketId, primaryId, kind, isoOf(at), reason]);
    return;
  }
  await tx.sql(
    `insert into ticket_link (ticket_id, primary_id, kind, linked_at) values ($1, $2, $3, $4)
     on conflict (ticket_id) do update set primary_id = excluded.primary_id, kind = excluded.kind, linked_at = excluded.linked_at,
       told_at = case when ticket_link.primary_id = excluded.primary_id then ticket_link.told_at end,
       told_way = case when ticket_link.primary_id = excluded.primary_id then ticket_link.told_way end`,
    [event.ticketId, event.primaryId, event.kind, isoOf(event.at)],
  );
}

const moment = (column: string): string => `to_char(tie.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `ticket.id as "ticketId", ticket.number, ticket.status, tie.kind as link, ${moment('linked_at')} as "linkedAt", ${moment('told_at')} as "toldAt"`;

/** What a ticket is tied to and what hangs on it, as far as the caller sees those tickets and may know whose they are: a tie tells that two petitioners are one (Art. 10). */
export async function linksOf(tx: Transaction, id: string, scope: Scope): Promise<TicketLinks> {
  const params: unknown[] = [id];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const seen = `${withinScope(scope, bind)} and not ${hiddenFrom(scope, bind)}`;
  const [primary] = await tx.sql<LinkedTicket>(`select ${COLUMNS} from ticket_link tie join ticket on ticket.id = tie.primary_id where tie.ticket_id = $1 and ${seen}`, params);
  const linked = await tx.sql<LinkedTicket>(`select ${COLUMNS} from ticket_link tie join ticket on ticket.id = tie.ticket_id where tie.primary_id = $1 and ${seen} order by tie.linked_at, tie.ticket_id`, params);
  return { primary: primary ?? null, linked };
}

export interface ToldLink {
  readonly toldAt: string | null;
  /** True when the ticket itself or its primary has ended: answered, closed, declined or given back to the prefecture. */
  readonly ended: boolean;
}

export async function lockToldLink(tx: Transaction, ticketId: string): Promise<ToldLink | undefined> {
  const [row] = await tx.sql<ToldLink>(
    `select ${moment('told_at')} as "toldAt", ticket.status in ${ENDED} or main.status in ${ENDED} as ended
     from ticket_link tie join ticket on ticket.id = tie.ticket_id join ticket main on main.id = tie.primary_id where tie.ticket_id = $1 for update of tie`,
    [ticketId],
  );
  return row;
}

/** Answers the version that the ticket has from now on. */
export async function noteTold(tx: Transaction, ticketId: string, way: string, at: string): Promise<number> {
  await tx.sql(`update ticket_link set told_at = $2, told_way = $3 where ticket_id = $1`, [ticketId, at, way]);
  const [row] = await tx.sql<{ version: number }>(`update ticket set version = version + 1 where id = $1 returning version`, [ticketId]);
  return row?.version ?? 0;
}
