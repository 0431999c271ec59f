import type { archive } from '@hotline/domain';
import { isoOf, localDateOf, type Instant, type LocalDate } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { ArchiveFileView, HoldView, MaterialView } from './archive.dto.js';

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** As `archive.hasEnded` says it. */
const ENDED = `(file.ended_at is not null and (file.ended_otherwise or (file.last_closed > 0 and file.last_closed >= file.last_dispatch)) and (file.reworked_at is null or file.ended_at > file.reworked_at))`;
const HELD = `exists (select from archive_hold hold where hold.ticket_id = file.ticket_id and hold.lifted_at is null)`;
const CASE_OPEN = `exists (select from accountability_case c where c.status <> 'closed' and c.ticket_ids @> array[file.ticket_id])`;
const FILE = `file.ticket_id as "ticketId", file.last_dispatch as "lastDispatch", ${ENDED} as ended, ${moment('file.ended_at')} as "endedAt",
  case when ${ENDED} then file.retain_until::text end as "retainUntil", ${HELD} as held, ${moment('file.disposed_at')} as "disposedAt",
  file.certificate_no as "certificateNo", ${moment('file.erased_at')} as "erasedAt"`;

export interface HeardEnding {
  readonly ticketId: string;
  readonly known: archive.EndingsKnown;
}

/** Puts what was heard to what is known, one row a ticket; each column only ever grows. Answers when those that ended have now ended last. */
export async function rememberEndings(tx: Transaction, heard: readonly HeardEnding[]): Promise<{ readonly ticketId: string; readonly endedAt: Instant }[]> {
  return tx.sql<{ ticketId: string; endedAt: Instant }>(
    `with told as (
       insert into archive_file as file (ticket_id, last_dispatch, last_closed, ended_otherwise, ended_at, reworked_at)
       select ticket_id, last_dispatch, last_closed, ended_otherwise, to_timestamp(ended_at / 1000.0), to_timestamp(reworked_at / 1000.0)
       from unnest($1::uuid[], $2::integer[], $3::integer[], $4::boolean[], $5::float8[], $6::float8[]) as heard (ticket_id, last_dispatch, last_closed, ended_otherwise, ended_at, reworked_at)
       order by ticket_id
       on conflict (ticket_id) do update set
         last_dispatch = greatest(file.last_dispatch, excluded.last_dispatch),
         last_closed = greatest(file.last_closed, excluded.last_closed),
         ended_otherwise = file.ended_otherwise or excluded.ended_otherwise,
         ended_at = greatest(file.ended_at, excluded.ended_at),
         reworked_at = greatest(file.reworked_at, excluded.reworked_at)
       returning file.ticket_id, file.ended_at)
     select ticket_id as "ticketId", round(extract(epoch from ended_at) * 1000)::float8 as "endedAt" from told where ended_at is not null`,
    [
      heard.map(({ ticketId }) => ticketId),
      heard.map(({ known }) => known.lastDispatch),
      heard.map(({ known }) => known.lastClosed),
      heard.map(({ known }) => known.endedOtherwise),
      heard.map(({ known }) => known.endedAt),
      heard.map(({ known }) => known.reworkedAt),
    ],
  );
}

export async function keepUntil(tx: Transaction, files: readonly { readonly ticketId: string; readonly until: LocalDate }[]): Promise<void> {
  await tx.sql(`update archive_file file set retain_until = kept.until from unnest($1::uuid[], $2::date[]) as kept (ticket_id, until) where file.ticket_id = kept.ticket_id`, [
    ...[files.map(({ ticketId }) => ticketId), files.map(({ until }) => until)],
  ]);
}

/** Files by the end of their retention, those that still run last; one more than `limit` if there are more. */
export function readFiles(tx: Transaction, filter: FileFilter, after: readonly [string, string] | undefined, limit: number): Promise<ArchiveFileView[]> {
  return tx.sql<ArchiveFileView>(
    `select ${FILE} from archive_file file
     where ($1::uuid is null or file.ticket_id = $1) and ($2::date is null or (${ENDED} and file.retain_until < $2::date))
       and ($3::boolean is null or ${HELD} = $3) and ($4::boolean is null or (file.disposed_at is not null) = $4)
       and ($5::text is null or (coalesce(file.retain_until::text, '9999-12-31'), file.ticket_id::text) > ($5, $6))
     order by coalesce(file.retain_until::text, '9999-12-31'), file.ticket_id::text limit $7`,
    [filter.ticketId ?? null, filter.expiredBefore ?? null, filter.held ?? null, filter.disposed ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

export interface FileFilter {
  readonly ticketId?: string | undefined;
  readonly expiredBefore?: LocalDate | undefined;
  readonly held?: boolean | undefined;
  readonly disposed?: boolean | undefined;
}

/**
 * Files as a disposal looks at them, locked so that no hold comes in between; by id, so that two disposals cannot block each other.
 * Looked at by a statement of its own after the locks: a hold that was placed while they were waited for leaves the file's row as it was,
 * and PostgreSQL does not look again at what a statement read before it waited.
 */
export async function lockFiles(tx: Transaction, which: { readonly ticketIds: readonly string[] } | { readonly disposableOn: LocalDate; readonly limit: number }): Promise<archive.DisposableFile[]> {
  const [condition, values]: [string, readonly unknown[]] =
    'ticketIds' in which
      ? [`file.ticket_id = any($1::uuid[])`, [which.ticketIds]]
      : [`file.ticket_id in (
          select file.ticket_id from archive_file file where file.disposed_at is null and file.retain_until < $1::date and ${ENDED} and not ${HELD} and not ${CASE_OPEN}
          order by file.retain_until, file.ticket_id limit $2)`, [which.disposableOn, which.limit]];
  const locked = await tx.sql<{ ticketId: string }>(`select file.ticket_id as "ticketId" from archive_file file where ${condition} order by file.ticket_id for update of file`, values);
  return tx.sql<archive.DisposableFile>(
    `select file.ticket_id as "ticketId", ${ENDED} as ended, file.retain_until::text as "retainUntil", ${HELD} as held, ${CASE_OPEN} as "caseOpen", file.disposed_at is not null as disposed
     from archive_file file where file.ticket_id = any($1::uuid[]) order by file.ticket_id`,
    [locked.map(({ ticketId }) => ticketId)],
  );
}

/** Whether the ticket is known here; for a unit, whether a dispatch that was not void from the start named it. */
export async function isKnownTo(tx: Transaction, ticketId: string, unit: string | null): Promise<boolean> {
  const [row] = await tx.sql<{ known: boolean }>(
    `select exists (
       select from (select dispatch_no from known_dispatch where ticket_id = $1 and unit = $2 union all select dispatch_no from known_assisting where ticket_id = $1 and unit = $2 and named) as own
       where not exists (select from known_release r where r.ticket_id = $1 and r.dispatch_no = own.dispatch_no and r.unit = '*'))
     or ($2::text is null and (exists (select from archive_file where ticket_id = $1) or exists (select from supervised_ticket where ticket_id = $1))) as known`,
    [ticketId, unit],
  );
  return row?.known ?? false;
}

const WITH_FILE = `(material.ticket_id is not null and not exists (select from archive_file file where file.ticket_id = material.ticket_id and file.disposed_at is not null))`;

/** Material as a disposal looks at it, locked by id. */
export function lockMaterials(tx: Transaction, which: { readonly ids: readonly string[] } | { readonly disposableOn: LocalDate; readonly limit: number }): Promise<archive.DisposableMaterial[]> {
  const [condition, values]: [string, readonly unknown[]] =
    'ids' in which
      ? [`material.id = any($1::uuid[])`, [which.ids]]
      : [`material.id in (
          select material.id from archive_material material where material.certificate_no is null and material.retain_until < $1::date and not ${WITH_FILE}
          order by material.retain_until, material.id limit $2)`, [which.disposableOn, which.limit]];
  return tx.sql<archive.DisposableMaterial>(
    `select material.id as "materialId", material.retain_until::text as "retainUntil", ${WITH_FILE} as "withFile", material.certificate_no is not null as disposed
     from archive_material material where ${condition} order by material.id for update of material`,
    values,
  );
}

/** Files go with those of their material whose own retention is over; material of another list by its id. */
export async function markDisposed(tx: Transaction, { disposed, materials }: Pick<archive.DisposalApproved, 'disposed' | 'materials'>, certificateNo: string, at: Instant): Promise<void> {
  await tx.sql(`update archive_file set disposed_at = $2, certificate_no = $3 where ticket_id = any($1::uuid[])`, [disposed, isoOf(at), certificateNo]);
  await tx.sql(`update archive_material set certificate_no = $3 where certificate_no is null and (id = any($2::uuid[]) or (ticket_id = any($1::uuid[]) and retain_until < $4::date))`, [
    ...[disposed, materials, certificateNo, localDateOf(at)],
  ]);
}

export async function markErased(tx: Transaction, ticketIds: readonly string[], erasedAts: readonly string[]): Promise<void> {
  await tx.sql(
    `insert into archive_file as file (ticket_id, erased_at) select ticket_id, min(erased_at) from unnest($1::uuid[], $2::timestamptz[]) as heard (ticket_id, erased_at) group by ticket_id order by ticket_id
     on conflict (ticket_id) do update set erased_at = least(file.erased_at, excluded.erased_at)`,
    [ticketIds, erasedAts],
  );
}

/** The next number of the year of `at` in Asia/Shanghai; a rolled-back one is given again, so there is no gap. */
export async function nextCertificateNo(tx: Transaction, at: Instant): Promise<string> {
  const year = Number(localDateOf(at).slice(0, 4));
  const [row] = await tx.sql<{ last: number }>(`insert into certificate_sequence (year, last) values ($1, 1) on conflict (year) do update set last = certificate_sequence.last + 1 returning last`, [year]);
  return `销毁〔${year}〕${row?.last ?? 1}号`;
}

const HOLD = `id, ticket_id as "ticketId", reason, placed_by as "placedBy", ${moment('placed_at')} as "placedAt", lift_reason as "liftReason", lifted_by as "liftedBy", ${moment('lifted_at')} as "liftedAt"`;

export async function placeHold(tx: Transaction, hold: Pick<HoldView, 'id' | 'ticketId' | 'reason' | 'placedBy' | 'placedAt'>): Promise<void> {
  await tx.sql(`insert into archive_hold (id, ticket_id, reason, placed_by, placed_at) values ($1, $2, $3, $4, $5)`, [hold.id, hold.ticketId, hold.reason, hold.placedBy, hold.placedAt]);
}

export async function readHolds(tx: Transaction, which: { readonly id: string } | { readonly ticketId: string }): Promise<HoldView[]> {
  const [column, value] = 'id' in which ? ['id', which.id] : ['ticket_id', which.ticketId];
  return tx.sql<HoldView>(`select ${HOLD} from archive_hold where ${column} = $1 order by placed_at, id`, [value]);
}

export async function liftHold(tx: Transaction, id: string, by: { readonly reason: string; readonly subject: string; readonly at: Instant }): Promise<void> {
  await tx.sql(`update archive_hold set lift_reason = $2, lifted_by = $3, lifted_at = $4 where id = $1`, [id, by.reason, by.subject, isoOf(by.at)]);
}

const MATERIAL = `id, kind, ticket_id as "ticketId", kept_by as "keptBy", document_no as "documentNo", location, kept_from::text as "keptFrom", retain_until::text as "retainUntil",
  recorded_by as "recordedBy", ${moment('recorded_at')} as "recordedAt", certificate_no as "certificateNo"`;

export async function addMaterial(tx: Transaction, m: MaterialView): Promise<void> {
  await tx.sql(
    `insert into archive_material (id, kind, ticket_id, kept_by, document_no, location, kept_from, retain_until, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [m.id, m.kind, m.ticketId, m.keptBy, m.documentNo, m.location, m.keptFrom, m.retainUntil, m.recordedBy, m.recordedAt],
  );
}

/** Material by its ids, in their order. */
export function materialsOf(tx: Transaction, ids: readonly string[]): Promise<MaterialView[]> {
  return tx.sql<MaterialView>(`select ${MATERIAL} from archive_material where id = any($1::uuid[]) order by id`, [ids]);
}

/** Newest entry first; one more than `limit` if there are more. */
export function readMaterials(tx: Transaction, filter: { readonly ticketId?: string | undefined; readonly keptBy?: string | undefined; readonly kind?: string | undefined }, after: readonly [string, string] | undefined, limit: number): Promise<MaterialView[]> {
  return tx.sql<MaterialView>(
    `select ${MATERIAL} from archive_material
     where ($1::uuid is null or ticket_id = $1) and ($2::text is null or kept_by = $2) and ($3::text is null or kind = $3)
       and ($4::timestamptz is null or (recorded_at, id) < ($4::timestamptz, $5::uuid))
     order by recorded_at desc, id desc limit $6`,
    [filter.ticketId ?? null, filter.keptBy ?? null, filter.kind ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}
