import type { Transaction } from '@hotline/persistence';
import type { CorrectedField, CorrectionView, SupplementView } from './amendment.view.js';

/** What of a ticket can be put right, as it stands. */
export interface Amendable {
  readonly version: number;
  readonly number: string;
  readonly disposed: boolean;
  readonly subject: string | null;
  readonly townCode: string | null;
  readonly place: string | null;
  readonly title: string;
  /** Instant. */
  readonly receivedAt: number;
}

const instantText = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** What tells nothing of who the petitioner is. */
const CODES = `('subject', 'townCode')`;

/** Locks a ticket; undefined when there is none. */
export async function lockAmendable(tx: Transaction, ticketId: string): Promise<Amendable | undefined> {
  const [row] = await tx.sql<Amendable>(
    `select version, number, disposed_at is not null as disposed, subject, town_code as "townCode", place, title, round(date_part('epoch', received_at) * 1000)::float8 as "receivedAt" from ticket where id = $1 for update`,
    [ticketId],
  );
  return row;
}

/** The next version of a ticket that stays otherwise as it is. */
export async function raiseVersion(tx: Transaction, ticketId: string): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(`update ticket set version = version + 1 where id = $1 returning version`, [ticketId]);
  return row?.version ?? 0;
}

export async function saveCorrection(
  tx: Transaction,
  { ticketId, correctionId, changes, reason, at }: { readonly ticketId: string; readonly correctionId: string; readonly changes: readonly CorrectedField[]; readonly reason: string; readonly at: string },
): Promise<{ readonly version: number; readonly subject: string | null; readonly townCode: string | null }> {
  await tx.sql(`insert into ticket_correction (id, ticket_id, changes, reason, corrected_at) values ($1, $2, $3::jsonb, $4, $5)`, [correctionId, ticketId, JSON.stringify(changes), reason, at]);
  const now = Object.fromEntries(changes.map(({ field, is }) => [field, is]));
  const [row] = await tx.sql<{ version: number; subject: string | null; townCode: string | null }>(
    `update ticket set version = version + 1, subject = coalesce($2, subject), town_code = coalesce($3, town_code), place = coalesce($4, place), title = coalesce($5, title)
     where id = $1 returning version, subject, town_code as "townCode"`,
    [ticketId, now['subject'] ?? null, now['townCode'] ?? null, now['place'] ?? null, now['title'] ?? null],
  );
  if (!row) throw new Error('a locked ticket is gone');
  return row;
}

export async function supplementsOf(tx: Transaction, ticketId: string): Promise<SupplementView[]> {
  return tx.sql(`select id as "supplementId", text, ${instantText('received_at')} as "receivedAt" from ticket_supplement where ticket_id = $1 order by received_at, id`, [ticketId]);
}

export async function saveSupplement(tx: Transaction, ticketId: string, { supplementId, text, receivedAt, recordedAt }: SupplementView & { readonly recordedAt: string }): Promise<void> {
  await tx.sql(`insert into ticket_supplement (id, ticket_id, text, received_at, recorded_at) values ($1, $2, $3, $4, $5)`, [supplementId, ticketId, text, receivedAt, recordedAt]);
}

/** Oldest first; without the words for those who only count, or who must not know the petitioner (Art. 10). */
export async function correctionsOf(tx: Transaction, ticketId: string, words: boolean): Promise<CorrectionView[]> {
  return tx.sql(
    `select case when $2 then changes else (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(changes) as one where one->>'field' in ${CODES}) end as changes,
       case when $2 then reason end as reason, ${instantText('corrected_at')} as at
     from ticket_correction where ticket_id = $1 order by corrected_at, id`,
    [ticketId, words],
  );
}

/** Of tickets that were disposed of the codes stay, and that something was said later (Art. 20). */
export async function eraseAmendments(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  await tx.sql(
    `update ticket_correction set reason = '', changes = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(changes) as one where one->>'field' in ${CODES}) where ticket_id = any($1::uuid[])`,
    [ticketIds],
  );
  await tx.sql(`update ticket_supplement set text = '' where ticket_id = any($1::uuid[])`, [ticketIds]);
}
