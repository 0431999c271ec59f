import type { report } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
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

export async function findReport(tx: Transaction, reportId: string): Promise<StoredReport | undefined> {
  const [row] = await tx.sql<StoredReport>(`select state, version from report where report_id = $1`, [reportId]);
  return row;
}

export async function saveReport(tx: Transaction, { state, version }: StoredReport): Promise<void> {
  await tx.sql(`update report set status = $2, state = $3::jsonb, version = $4, unit = $5, duty_at = $6 where report_id = $1`, [state.reportId, state.status, JSON.stringify(state), version, state.unit, isoOf(state.dutyAt)]);
}

export interface ReportFilter {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  /** Only reports that are still owed and were told to be due before this local date. */
  readonly toldBefore?: string | undefined;
}

/** Newest duty first. */
export function listReports(tx: Transaction, filter: ReportFilter, after: readonly [string, string] | undefined, limit: number): Promise<StoredReport[]> {
  return tx.sql<StoredReport>(
    `select state, version from report
     where ($1::text is null or kind = $1) and ($2::text is null or status = $2) and ($3::text is null or unit = $3)
       and ($4::date is null or (status in ('due', 'sent-back') and due_on < $4::date))
       and ($5::timestamptz is null or (duty_at, report_id) < ($5::timestamptz, $6::uuid))
     order by duty_at desc, report_id desc limit $7`,
    [filter.kind ?? null, filter.status ?? null, filter.unit ?? null, filter.toldBefore ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export interface TopicWithLeads {
  readonly topicId: string;
  readonly ticketIds: readonly string[];
  readonly foundAt: string;
  readonly leads: Readonly<Record<string, string>>;
}

/** Topics of at least `from` tickets that are among `topicIds` or hold one of `ticketIds`, with the lead of each ticket's newest dispatch that stands. */
export function topicsTouched(tx: Transaction, touched: { readonly topicIds: readonly string[]; readonly ticketIds: readonly string[] }, from: number): Promise<TopicWithLeads[]> {
  return tx.sql<TopicWithLeads>(
    `select t.topic_id::text as "topicId", t.ticket_ids::jsonb as "ticketIds", to_char(t.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "foundAt",
       coalesce((select jsonb_object_agg(newest.ticket_id, newest.unit) from (
         select distinct on (d.ticket_id) d.ticket_id, d.unit from dispatch_fact d
         where d.role = 'lead' and ${standing('d')} and d.ticket_id in (select id::uuid from jsonb_array_elements_text(t.ticket_ids::jsonb) as ids (id))
         order by d.ticket_id, d.dispatch_no desc) as newest), '{}'::jsonb) as leads
     from topic_fact t where t.tickets >= $3 and (t.topic_id = any($1::uuid[]) or t.ticket_ids::jsonb ?| $2::text[]) order by t.topic_id`,
    [touched.topicIds, touched.ticketIds, from],
  );
}
