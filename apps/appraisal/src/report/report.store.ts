import type { report } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { forgetAnswers, type Transaction } from '@hotline/persistence';
import { standing } from '../rates/rate-definitions.js';

export interface StoredReport {
  readonly state: report.Report;
  readonly version: number;
}

/** Writes a duty unless one of the same origin is there; tells whether it was written. */
export async function addDuty(tx: Transaction, origin: string, state: report.Report): Promise<boolean> {
  const rows = await tx.sql(
    `insert into report (report_id, origin, kind, unit, status, due_on, duty_at, state, version) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, 1) on conflict (origin) do nothing returning 1 as written`,
    [state.reportId, origin, state.kind, state.unit, state.status, state.dueOn, isoOf(state.dutyAt), JSON.stringify(state)],
  );
  return rows.length > 0;
}

export async function knownOrigins(tx: Transaction, origins: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql<{ origin: string }>(`select origin from report where origin = any($1::text[])`, [origins]);
  return new Set(rows.map(({ origin }) => origin));
}

export async function lockReport(tx: Transaction, reportId: string): Promise<StoredReport | undefined> {
  const [row] = await tx.sql<StoredReport>(`select state, version from report where report_id = $1 for update`, [reportId]);
  return row;
}

/** The report of an origin, if there is one, alone until the commit. */
export async function lockOrigin(tx: Transaction, origin: string): Promise<StoredReport | undefined> {
  const [row] = await tx.sql<StoredReport>(`select state, version from report where origin = $1 for update`, [origin]);
  return row;
}

/** Until the commit nobody else weighs topics: of a topic and a dispatch told at once, each in its own batch, the later then sees the other. */
export async function aloneWithTopics(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('appraisal:topics', 0))`);
}

/** Until the commit nobody else weighs what was said of these tickets: of a visit and a withdrawal told at once the later then sees the other. Where topics are weighed too, they come first. */
export async function aloneWithTickets(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended(id, 0)) from (select distinct 'report:' || id as id from unnest($1::text[]) as t (id) order by 1) as ids`, [ticketIds]);
}

export async function findReport(tx: Transaction, reportId: string): Promise<StoredReport | undefined> {
  const [row] = await tx.sql<StoredReport>(`select state, version from report where report_id = $1`, [reportId]);
  return row;
}

export async function saveReport(tx: Transaction, { state, version }: StoredReport): Promise<void> {
  await tx.sql(`update report set status = $2, state = $3::jsonb, version = $4, unit = $5, duty_at = $6, due_on = $7 where report_id = $1`, [
    ...[state.reportId, state.status, JSON.stringify(state), version, state.unit, isoOf(state.dutyAt), state.dueOn],
  ]);
}

export interface ReportFilter {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  /** Only reports that were told to be due before this local date and are still owed, or were submitted after that day in Asia/Shanghai. */
  readonly toldBefore?: string | undefined;
}

const LAST_SUBMITTED = `(to_timestamp((state #>> '{submissions,-1,at}')::float8 / 1000) at time zone 'Asia/Shanghai')::date`;

/** Newest duty first. */
export function listReports(tx: Transaction, filter: ReportFilter, after: readonly [string, string] | undefined, limit: number): Promise<StoredReport[]> {
  return tx.sql<StoredReport>(
    `select state, version from report
     where ($1::text is null or kind = $1) and ($2::text is null or status = $2) and ($3::text is null or unit = $3)
       and ($4::date is null or (due_on < $4::date and (status in ('due', 'sent-back') or (status in ('submitted', 'accepted') and ${LAST_SUBMITTED} > due_on))))
       and ($5::timestamptz is null or (duty_at, report_id) < ($5::timestamptz, $6::uuid))
     order by duty_at desc, report_id desc limit $7`,
    [filter.kind ?? null, filter.status ?? null, filter.unit ?? null, filter.toldBefore ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** Origins of the reports about a topic. */
export async function originsOfTopic(tx: Transaction, topicId: string): Promise<string[]> {
  const rows = await tx.sql<{ origin: string }>(`select origin from report where state->>'topicId' = $1 order by origin`, [topicId]);
  return rows.map(({ origin }) => origin);
}

/** A visit that obliges to a report on its ticket, while its dispatch stands. */
export interface FoundingVisit {
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly dutyAt: Instant;
  /** How often its outcome was put right. */
  readonly version: number;
}

export async function rememberFoundingVisits(tx: Transaction, visits: readonly FoundingVisit[]): Promise<void> {
  await tx.sql(
    `insert into founding_visit (visit_id, ticket_id, dispatch_no, unit, duty_at, version)
     select distinct on (visit_id) visit_id, ticket_id, dispatch_no, unit, to_timestamp(duty_at / 1000.0), version
     from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::float8[], $6::integer[]) as heard (visit_id, ticket_id, dispatch_no, unit, duty_at, version)
     order by visit_id, version desc on conflict (visit_id) do update set version = greatest(founding_visit.version, excluded.version)`,
    [
      ...[visits.map((each) => each.visitId), visits.map((each) => each.ticketId), visits.map((each) => each.dispatchNo)],
      ...[visits.map((each) => each.unit), visits.map((each) => each.dutyAt), visits.map((each) => each.version)],
    ],
  );
}

/** Of each ticket the earliest visit that obliges, as it was put right last, and whose dispatch stands; of two at one time that of the first dispatch. */
export async function foundingVisits(tx: Transaction, ticketIds: readonly string[]): Promise<Map<string, FoundingVisit>> {
  const rows = await tx.sql<FoundingVisit>(
    `select distinct on (v.ticket_id) v.visit_id as "visitId", v.ticket_id::text as "ticketId", v.dispatch_no as "dispatchNo", v.unit, (extract(epoch from v.duty_at) * 1000)::float8 as "dutyAt", v.version
     from founding_visit v where v.ticket_id = any($1::uuid[]) and ${standing('v')}
       and not exists (select from visit_fact f where f.visit_id = v.visit_id and f.version > v.version) order by v.ticket_id, v.duty_at, v.dispatch_no, v.visit_id`,
    [ticketIds],
  );
  return new Map(rows.map((row) => [row.ticketId, row]));
}

/** Remembers what was disposed of, since a report may be raised on it by what is told later; answers the reports that rest on it, locked in the order of their ids. */
export async function rememberDisposed(tx: Transaction, disposed: readonly { readonly ticketId: string; readonly disposedAt: string }[]): Promise<StoredReport[]> {
  const ticketIds = disposed.map(({ ticketId }) => ticketId);
  await tx.sql(
    `insert into disposed_file (ticket_id, disposed_at) select ticket_id, disposed_at from unnest($1::uuid[], $2::timestamptz[]) as heard (ticket_id, disposed_at) order by ticket_id on conflict do nothing`,
    [ticketIds, disposed.map(({ disposedAt }) => disposedAt)],
  );
  await forgetAnswers(tx, ticketIds);
  return tx.sql<StoredReport>(`select state, version from report where state->'ticketIds' ?| $1::text[] order by report_id for update`, [ticketIds]);
}

/** When the first of these files was disposed of; null when none was. */
export async function disposedAt(tx: Transaction, ticketIds: readonly string[]): Promise<Instant | null> {
  const [row] = await tx.sql<{ at: number | null }>(`select (extract(epoch from min(disposed_at)) * 1000)::float8 as at from disposed_file where ticket_id = any($1::uuid[])`, [ticketIds]);
  return row?.at ?? null;
}

export interface TopicWithLeads {
  readonly topicId: string;
  readonly ticketIds: readonly string[];
  readonly foundAt: string;
  readonly leads: Readonly<Record<string, string>>;
}

/** Topics of at least `from` tickets, or with a report about them, that are among `topicIds` or hold one of `ticketIds`, with the lead of each ticket's newest dispatch that stands. */
export function topicsTouched(tx: Transaction, touched: { readonly topicIds: readonly string[]; readonly ticketIds: readonly string[] }, from: number): Promise<TopicWithLeads[]> {
  return tx.sql<TopicWithLeads>(
    `select t.topic_id::text as "topicId", t.ticket_ids::jsonb as "ticketIds", to_char(t.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "foundAt",
       coalesce((select jsonb_object_agg(newest.ticket_id, newest.unit) from (
         select distinct on (d.ticket_id) d.ticket_id, d.unit from dispatch_fact d
         where d.role = 'lead' and ${standing('d')} and d.ticket_id in (select id::uuid from jsonb_array_elements_text(t.ticket_ids::jsonb) as ids (id))
         order by d.ticket_id, d.dispatch_no desc) as newest), '{}'::jsonb) as leads
     from topic_fact t where (t.tickets >= $3 or exists (select from report r where r.state->>'topicId' = t.topic_id::text)) and (t.topic_id = any($1::uuid[]) or t.ticket_ids::jsonb ?| $2::text[]) order by t.topic_id`,
    [touched.topicIds, touched.ticketIds, from],
  );
}
