import { visit } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';

export interface StoredVisit {
  readonly state: visit.Visit;
  readonly version: number;
}

export interface VisitFilter {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly ticketId?: string | undefined;
}

/** The visit, or the initial state when there is none. */
export async function loadVisit(tx: Transaction, visitId: string): Promise<{ state: visit.VisitState; version: number }> {
  const [row] = await tx.sql<StoredVisit>(`select state, version from visit where visit_id = $1 for update`, [visitId]);
  return row ?? { state: visit.initial, version: 0 };
}

export async function ticketOfVisit(tx: Transaction, visitId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ ticketId: string }>(`select ticket_id as "ticketId" from visit where visit_id = $1`, [visitId]);
  return row?.ticketId;
}

export async function saveVisit(tx: Transaction, state: visit.Visit, version: number): Promise<void> {
  await tx.sql(
    `insert into visit (visit_id, ticket_id, unit, status, basis, planned_at, state, version)
     values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7::jsonb, $8)
     on conflict (visit_id) do update set status = excluded.status, basis = excluded.basis, state = excluded.state, version = excluded.version`,
    [state.visitId, state.ticketId, state.unit, state.status, state.basis, state.plannedAt, JSON.stringify(state), version],
  );
}

export async function listVisits(tx: Transaction, filter: VisitFilter, after: string | undefined, limit: number): Promise<StoredVisit[]> {
  return tx.sql<StoredVisit>(
    `select state, version from visit
     where ($1::text is null or status = $1) and ($2::text is null or unit = $2) and ($3::uuid is null or ticket_id = $3) and ($4::text is null or visit_id > $4)
     order by visit_id limit $5`,
    [filter.status ?? null, filter.unit ?? null, filter.ticketId ?? null, after ?? null, limit],
  );
}
