import type { Transaction } from '@hotline/persistence';
import { EVERY_UNIT } from '../ticket/ticket-sight.js';

interface UnitOfDispatch {
  readonly unit: string;
  readonly role: 'lead' | 'assisting';
}

/** What intake needs of routing's events. */
export type RoutingFact =
  | { readonly kind: 'dispatched'; readonly ticketId: string; readonly dispatchNo: number; readonly round: number; readonly units: readonly UnitOfDispatch[]; readonly at: string }
  | { readonly kind: 'returned'; readonly ticketId: string; readonly dispatchNo: number; readonly unit: string }
  | { readonly kind: 'assisting-added'; readonly ticketId: string; readonly dispatchNo: number; readonly unit: string }
  | { readonly kind: 'withdrawn'; readonly ticketId: string; readonly dispatchNo: number }
  | { readonly kind: 'closed'; readonly ticketId: string; readonly dispatchNo: number }
  | { readonly kind: 'rework-awaits-dispatch'; readonly ticketId: string; readonly round: number }
  | { readonly kind: 'returned-upstream'; readonly ticketId: string; readonly at: string };

interface UnitRow {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly role: UnitOfDispatch['role'] | null;
  readonly returned: boolean;
}

/** Writes the facts of a whole batch; only maxima, minima and flags that stay set, so that any order ends the same. */
export async function followRouting(tx: Transaction, facts: readonly RoutingFact[]): Promise<void> {
  const ids = [...new Set(facts.map(({ ticketId }) => ticketId))].sort();
  await tx.sql(`select id from ticket where id = any($1::uuid[]) order by id for update`, [ids]);
  await keepUnits(tx, facts);
  await moveTickets(tx, ids, facts);
}

async function keepUnits(tx: Transaction, facts: readonly RoutingFact[]): Promise<void> {
  const rows = [...unitRows(facts).values()];
  if (rows.length === 0) return;
  await tx.sql(
    `insert into ticket_unit (ticket_id, dispatch_no, unit, role, returned)
     select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::boolean[]) as heard (ticket_id, dispatch_no, unit, role, returned)
     order by ticket_id, dispatch_no, unit
     on conflict (ticket_id, dispatch_no, unit)
     do update set role = coalesce(ticket_unit.role, excluded.role), returned = ticket_unit.returned or excluded.returned`,
    [rows.map((row) => row.ticketId), rows.map((row) => row.dispatchNo), rows.map((row) => row.unit), rows.map((row) => row.role), rows.map((row) => row.returned)],
  );
}

/** One row a unit and dispatch: PostgreSQL refuses to update a row twice in one statement. */
function unitRows(facts: readonly RoutingFact[]): Map<string, UnitRow> {
  const rows = new Map<string, UnitRow>();
  const add = (row: UnitRow): void => {
    const key = JSON.stringify([row.ticketId, row.dispatchNo, row.unit]);
    const earlier = rows.get(key);
    rows.set(key, earlier ? { ...earlier, role: earlier.role ?? row.role, returned: earlier.returned || row.returned } : row);
  };
  for (const fact of facts) {
    if (fact.kind === 'dispatched') for (const { unit, role } of fact.units) add({ ticketId: fact.ticketId, dispatchNo: fact.dispatchNo, unit, role, returned: false });
    if (fact.kind === 'assisting-added') add({ ticketId: fact.ticketId, dispatchNo: fact.dispatchNo, unit: fact.unit, role: 'assisting', returned: false });
    if (fact.kind === 'withdrawn') add({ ticketId: fact.ticketId, dispatchNo: fact.dispatchNo, unit: EVERY_UNIT, role: null, returned: true });
    if (fact.kind === 'returned') add({ ticketId: fact.ticketId, dispatchNo: fact.dispatchNo, unit: fact.unit, role: null, returned: true });
  }
  return rows;
}

/** A rework waits until a dispatch of its round. A dispatch is over when its lead's return was accepted or it was withdrawn; that is read from the units, which may have become known in any order. */
async function moveTickets(tx: Transaction, ids: readonly string[], facts: readonly RoutingFact[]): Promise<void> {
  const heard = ids.map((id) => summed(facts.filter(({ ticketId }) => ticketId === id)));
  await tx.sql(
    `update ticket set
       version = version + 1,
       dispatch_no = greatest(dispatch_no, heard.dispatched),
       dispatched_round = greatest(dispatched_round, heard.round),
       awaited_round = greatest(awaited_round, heard.awaited),
       closed_no = greatest(closed_no, heard.closed),
       first_dispatched_at = least(first_dispatched_at, heard.at),
       returned_upstream_at = least(returned_upstream_at, heard.upstream),
       returned_no = coalesce((select max(lead.dispatch_no) from ticket_unit lead where lead.ticket_id = ticket.id and (lead.role = 'lead' or lead.unit = '${EVERY_UNIT}') and lead.returned), 0)
     from unnest($1::uuid[], $2::integer[], $3::integer[], $4::timestamptz[], $5::timestamptz[], $6::integer[], $7::integer[])
       as heard (id, dispatched, closed, at, upstream, round, awaited)
     where ticket.id = heard.id`,
    [
      ids,
      heard.map((sum) => sum.dispatched),
      heard.map((sum) => sum.closed),
      heard.map((sum) => sum.at),
      heard.map((sum) => sum.upstream),
      heard.map((sum) => sum.dispatchedRound),
      heard.map((sum) => sum.awaitedRound),
    ],
  );
}

function summed(facts: readonly RoutingFact[]) {
  const dispatched = facts.filter((fact) => fact.kind === 'dispatched');
  const awaiting = facts.filter((fact) => fact.kind === 'rework-awaits-dispatch');
  const closed = facts.filter((fact) => fact.kind === 'closed');
  const upstream = facts.filter((fact) => fact.kind === 'returned-upstream');
  return {
    dispatched: Math.max(0, ...dispatched.map(({ dispatchNo }) => dispatchNo)),
    dispatchedRound: Math.max(0, ...dispatched.map(({ round }) => round)),
    awaitedRound: Math.max(0, ...awaiting.map(({ round }) => round)),
    closed: Math.max(0, ...closed.map(({ dispatchNo }) => dispatchNo)),
    at: earliest(dispatched.map(({ at }) => at)),
    upstream: earliest(upstream.map(({ at }) => at)),
  };
}

/** Of ISO instants in UTC. */
function earliest(moments: readonly string[]): string | null {
  return moments.reduce<string | null>((first, at) => (first === null || Date.parse(at) < Date.parse(first) ? at : first), null);
}
