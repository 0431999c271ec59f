import { vaultErasedV1 } from '@hotline/contracts';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { eraseAmendments } from '../amendment/amendment.store.js';
import { removeLater } from '../attachment/object-removal.js';

/** A file that was disposed of, as supervision certified it. */
export interface Disposal {
  readonly ticketId: string;
  readonly certificateNo: string;
}

/** What stays of the lifecycle: moments, codes and posts. Who acknowledged is a member of staff or a post, and is taken out with the words. */
const WITHOUT_WORDS = `jsonb_strip_nulls(lifecycle) || jsonb_build_object(
  'scopeCode', lifecycle->'scopeCode',
  'acceptedAt', lifecycle->'acceptedAt',
  'decline', case when jsonb_typeof(lifecycle->'decline') = 'object' then lifecycle->'decline' || '{"turnTo":"","explanation":null}' else 'null'::jsonb end,
  'answer', case when jsonb_typeof(lifecycle->'answer') = 'object' then lifecycle->'answer' || '{"answer":""}' else 'null'::jsonb end,
  'escalations', (select coalesce(jsonb_agg(one || '{"recipients":[],"acknowledgedBy":null}'), '[]') from jsonb_array_elements(lifecycle->'escalations') as one),
  'categoryChanges', (select coalesce(jsonb_agg(one || '{"reason":""}'), '[]') from jsonb_array_elements(coalesce(lifecycle->'categoryChanges', '[]')) as one))`;

/**
 * Destroys what intake holds of disposed tickets (Art. 20): the key of the identity, the sealed identity, what the petitioner is known
 * again by, the words, and the files. The codes stay, so that the counts of past years do. Repeating it changes and tells nothing.
 */
export async function eraseDisposed(tx: Transaction, disposals: readonly Disposal[], at: Instant): Promise<void> {
  const first = new Map(disposals.toReversed().map((each) => [each.ticketId, each]));
  const ids = [...first.keys()].sort();
  await tx.sql(`select id from ticket where id = any($1::uuid[]) order by id for update`, [ids]);
  const erased = await tx.sql<{ id: string; version: number }>(
    `update ticket set version = version + 1, title = '', text = '', place = null, particulars = '{}', history_fingerprint = null, lifecycle = ${WITHOUT_WORDS},
       disposed_at = $3, certificate_no = gone.certificate
     from unnest($1::uuid[], $2::text[]) as gone (id, certificate) where ticket.id = gone.id and disposed_at is null
     returning ticket.id, version`,
    [ids, ids.map((id) => first.get(id)?.certificateNo), isoOf(at)],
  );
  const gone = erased.map(({ id }) => id);
  if (gone.length === 0) return;
  await tx.sql(ERASE_IDENTITY, [gone]);
  await tx.sql(ERASE_BLOCK_WORDS, [gone]);
  await eraseAmendments(tx, gone);
  await tx.sql(`update ticket_link_undone set reason = '' where ticket_id = any($1::uuid[])`, [gone]);
  const files = await tx.sql<{ key: string }>(`delete from attachment where ticket_id = any($1::uuid[]) returning object_key as key`, [gone]);
  if (files.length > 0) await removeLater(tx, files.map(({ key }) => key), at);
  for (const { id, version } of erased) {
    const certificateNo = first.get(id)?.certificateNo ?? '';
    tx.emit(vaultErasedV1, { subject: id, version, at }, { ticketId: id, certificateNo, erasedAt: isoOf(at) });
    tx.audit({ actor: { subject: 'archive', roles: [] } }, 'EraseTicket', id, { certificateNo });
  }
}

/** What was written about an ended block goes with the last of the tickets that were its evidence. */
const ERASE_BLOCK_WORDS = `
update block set findings = '', reviews = (select coalesce(jsonb_agg(one || '{"reason":""}'), '[]') from jsonb_array_elements(reviews) as one)
where status = 'ended' and evidence_ticket_ids && $1::uuid[]
  and not exists (select 1 from ticket where id = any(evidence_ticket_ids) and disposed_at is null)`;

/** The purposes of past looks are words too; who looked and when stays on record. */
const ERASE_IDENTITY = `
with keys as (delete from identity_data_key where ticket_id = any($1::uuid[])),
  vault as (delete from petitioner_identity where ticket_id = any($1::uuid[])),
  known_again as (delete from petitioner_index where ticket_id = any($1::uuid[])),
  released as (update identity_release set reason = '' where ticket_id = any($1::uuid[]))
update audit_entry set details = details - 'purpose' || '{"purpose":""}' where target = any(array(select id::text from unnest($1::uuid[]) as gone (id))) and details ? 'purpose'`;
