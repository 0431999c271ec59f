import type { accountability } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

export interface CandidateFilter {
  readonly status?: string | undefined;
  readonly ground?: string | undefined;
  readonly unit?: string | undefined;
}

export async function findCandidates(tx: Transaction, candidateIds: readonly string[]): Promise<Map<string, accountability.Candidate>> {
  const rows = await tx.sql<{ state: accountability.Candidate }>(`select state from accountability_candidate where candidate_id = any($1::text[]) order by candidate_id for update`, [candidateIds]);
  return new Map(rows.map(({ state }) => [state.candidateId, state]));
}

/** The tickets that a candidate rests on, which never change; none where it rests on none or is not there. */
export async function ticketsOfCandidate(tx: Transaction, candidateId: string): Promise<readonly string[]> {
  const [row] = await tx.sql<{ state: accountability.Candidate }>(`select state from accountability_candidate where candidate_id = $1`, [candidateId]);
  return row?.state.ticketIds ?? [];
}

export async function baselessSinceOf(tx: Transaction, candidateId: string): Promise<Instant | null> {
  const [row] = await tx.sql<{ state: accountability.Candidate }>(`select state from accountability_candidate where candidate_id = $1`, [candidateId]);
  return row?.state.baselessSince ?? null;
}

/** Writes candidates by one statement, new or changed; who decided on them holds their rows or the ticket. */
export async function saveCandidates(tx: Transaction, states: readonly accountability.Candidate[]): Promise<void> {
  if (states.length === 0) return;
  const inOrder = states.toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1));
  await tx.sql(
    `insert into accountability_candidate (candidate_id, ground, unit, status, state)
     select candidate_id, ground, unit, status, state::jsonb from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as weighed (candidate_id, ground, unit, status, state)
     on conflict (candidate_id) do update set unit = excluded.unit, status = excluded.status, state = excluded.state, version = accountability_candidate.version + 1`,
    [inOrder.map((each) => each.candidateId), inOrder.map((each) => each.ground), inOrder.map((each) => each.unit), inOrder.map((each) => each.status), inOrder.map((each) => JSON.stringify(each))],
  );
}

/** Candidates in the order of their id. */
export async function listCandidates(tx: Transaction, { status, ground, unit }: CandidateFilter, after: string | undefined, limit: number): Promise<accountability.Candidate[]> {
  const rows = await tx.sql<{ state: accountability.Candidate }>(
    `select state from accountability_candidate
     where ($1::text is null or status = $1) and ($2::text is null or ground = $2) and ($3::text is null or unit = $3) and ($4::text is null or candidate_id > $4)
     order by candidate_id limit $5`,
    [status ?? null, ground ?? null, unit ?? null, after ?? null, limit],
  );
  return rows.map(({ state }) => state);
}

/** Remembers who looked; why is not kept here, since people write it. */
export async function rememberViews(tx: Transaction, views: readonly accountability.IdentityViewFact[]): Promise<void> {
  await tx.sql(
    `insert into known_identity_view (view_id, ticket_id, unit, viewer, viewed_at)
     select view_id, ticket_id, unit, viewer, to_timestamp(viewed_at / 1000.0) from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::float8[]) as seen (view_id, ticket_id, unit, viewer, viewed_at)
     order by view_id on conflict do nothing`,
    [views.map((each) => each.viewId), views.map((each) => each.ticketId), views.map((each) => each.unit), views.map((each) => each.viewer), views.map((each) => each.viewedAt)],
  );
}

export function viewsOf(tx: Transaction, ticketIds: readonly string[]): Promise<accountability.IdentityViewFact[]> {
  return tx.sql<accountability.IdentityViewFact>(
    `select view_id as "viewId", ticket_id as "ticketId", unit, viewer, (extract(epoch from viewed_at) * 1000)::float8 as "viewedAt" from known_identity_view where ticket_id = any($1::uuid[])`,
    [ticketIds],
  );
}
