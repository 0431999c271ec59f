import type { visit } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** A closing, and the round it closed. */
export interface ClosedDispatch extends visit.Closing {
  readonly round: number;
}

/** One draw of a month as it was held. */
export interface StoredDraw {
  readonly drawNo: number;
  readonly seed: string;
  readonly rate: number;
  readonly way: 'on-closing' | 'monthly';
  readonly drawnAt: Instant;
  readonly drawnBy: string;
  readonly members: readonly visit.DrawnClosing[];
}

/** Makes draws of one month wait for each other until the commit. */
export async function lockPeriod(tx: Transaction, period: string): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('visit_draw'), hashtext($1))`, [period]);
}

/** All dispatches closed from `from` up to, not including, `to`. */
export function closingsBetween(tx: Transaction, from: Instant, to: Instant, supervisedAlways: boolean): Promise<ClosedDispatch[]> {
  return tx.sql<ClosedDispatch>(
    `select ticket_id as "ticketId", dispatch_no as "dispatchNo", round, unit, (supervised and $3) as "alwaysVisited" from known_dispatch
     where closed_at >= to_timestamp($1 / 1000.0) and closed_at < to_timestamp($2 / 1000.0) order by ticket_id, dispatch_no`,
    [from, to, supervisedAlways],
  );
}

export async function drawsOf(tx: Transaction, period: string): Promise<StoredDraw[]> {
  const draws = await tx.sql<Omit<StoredDraw, 'members'>>(
    `select draw_no as "drawNo", seed, rate, way, (extract(epoch from drawn_at) * 1000)::float8 as "drawnAt", drawn_by as "drawnBy" from visit_draw where period = $1 order by draw_no`,
    [period],
  );
  const members = await tx.sql<visit.DrawnClosing & { readonly drawNo: number }>(
    `select draw_no as "drawNo", ticket_id as "ticketId", dispatch_no as "dispatchNo", unit, always_visited as "alwaysVisited", drawn from visit_draw_member where period = $1 order by unit, ticket_id, dispatch_no`,
    [period],
  );
  return draws.map((draw) => ({ ...draw, members: members.filter(({ drawNo }) => drawNo === draw.drawNo).map(({ drawNo, ...member }) => member) }));
}

export async function addDraw(tx: Transaction, period: string, { drawNo, seed, rate, way, drawnAt, drawnBy, members }: StoredDraw): Promise<void> {
  await tx.sql(`insert into visit_draw (period, draw_no, seed, rate, way, drawn_at, drawn_by) values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7)`, [period, drawNo, seed, rate, way, drawnAt, drawnBy]);
  await tx.sql(
    `insert into visit_draw_member (period, draw_no, ticket_id, dispatch_no, unit, always_visited, drawn)
     select $1, $2, ticket_id, dispatch_no, unit, always_visited, drawn
     from unnest($3::uuid[], $4::int[], $5::text[], $6::boolean[], $7::boolean[]) as member (ticket_id, dispatch_no, unit, always_visited, drawn)`,
    [period, drawNo, members.map((each) => each.ticketId), members.map((each) => each.dispatchNo), members.map((each) => each.unit), members.map((each) => each.alwaysVisited), members.map((each) => each.drawn)],
  );
}
