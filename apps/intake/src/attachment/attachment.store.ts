import { isoOf, type Instant, type Refusal } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { hiddenFrom, withinScope, type Sight } from '../ticket/ticket-sight.js';
import type { AttachmentView, StoredAttachment } from './attachment.dto.js';

export interface NewAttachment {
  readonly id: string;
  readonly ticketId: string;
  readonly objectKey: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly at: Instant;
}

/** An attachment with the key of its object. */
export type KeptAttachment = AttachmentView & { readonly objectKey: string };

const STORED = `id, media_type as "mediaType", size::float8 as size, sha256, to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "addedAt"`;
const VIEW = `${STORED}, name, added_by as "addedBy"`;

/** Why attachments of a ticket are not to be had: out of sight, disposed of, or able to tell who the petitioner is to a unit that is not to know (Art. 10). With `lock` nobody adds or disposes meanwhile. */
export async function ticketRefusal(tx: Transaction, ticketId: string, sight: Sight, lock = false): Promise<Refusal | undefined> {
  const params: unknown[] = [ticketId];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const [scope, hidden] = [withinScope(sight.scope, bind), hiddenFrom(sight.scope, bind)];
  const [found] = await tx.sql<{ number: string; disposed: boolean; hidden: boolean }>(
    `select number, disposed_at is not null as disposed, ${hidden} as hidden from ticket where id = $1 and ${scope}${lock ? ' for update' : ''}`,
    params,
  );
  if (!found) return { slug: 'no-such-ticket' };
  if (found.disposed) return { slug: 'ticket-disposed', values: { number: found.number } };
  return found.hidden ? { slug: 'attachments-protected' } : undefined;
}

export async function countAttachments(tx: Transaction, ticketId: string): Promise<number> {
  const [row] = await tx.sql<{ n: number }>(`select count(*)::integer as n from attachment where ticket_id = $1`, [ticketId]);
  return row?.n ?? 0;
}

/** The attachment of the ticket that holds these very bytes; who holds the ticket locked sees every one there is. */
export async function findSameFile(tx: Transaction, ticketId: string, sha256: string): Promise<StoredAttachment | undefined> {
  const [row] = await tx.sql<StoredAttachment>(`select ${STORED} from attachment where ticket_id = $1 and sha256 = $2 order by id limit 1`, [ticketId, sha256]);
  return row;
}

export async function insertAttachment(tx: Transaction, { at, ...row }: NewAttachment): Promise<void> {
  await tx.sql(`insert into attachment (id, ticket_id, object_key, name, media_type, size, sha256, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [
    row.id,
    row.ticketId,
    row.objectKey,
    row.name,
    row.mediaType,
    row.size,
    row.sha256,
    row.addedBy,
    isoOf(at),
  ]);
}

/** Of one ticket, in the order in which they came. */
export function readAttachments(tx: Transaction, ticketId: string, after: string | undefined, limit: number): Promise<AttachmentView[]> {
  return tx.sql<AttachmentView>(`select ${VIEW} from attachment where ticket_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`, [ticketId, after ?? null, limit + 1]);
}

export async function readAttachment(tx: Transaction, ticketId: string, id: string): Promise<KeptAttachment | undefined> {
  const [row] = await tx.sql<KeptAttachment>(`select ${VIEW}, object_key as "objectKey" from attachment where ticket_id = $1 and id = $2`, [ticketId, id]);
  return row;
}
