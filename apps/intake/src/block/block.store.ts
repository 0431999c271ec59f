import { block } from '@hotline/domain';
import { instantOf, isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { BlockQuery, BlockReviewView, BlockView } from './block.dto.js';

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const VIEW = `id, version, status, ground, evidence_ticket_ids::text[] as "evidenceTicketIds", findings, days, ${moment('asked_at')} as "askedAt", asked_by as "askedBy",
  ${moment('started_at')} as "startedAt", ${moment('until')} as until, ${moment('review_due_at')} as "reviewDueAt", ${moment('ended_at')} as "endedAt", cause, reviews, attempts, emergencies`;

export async function readBlock(tx: Transaction, id: string, lock = false): Promise<BlockView | undefined> {
  const [row] = await tx.sql<BlockView>(`select ${VIEW} from block where id = $1${lock ? ' for update' : ''}`, [id]);
  return row;
}

/** Latest asked first; one more than the limit if there are more. */
export function readBlocks(tx: Transaction, { status, limit }: Pick<BlockQuery, 'status' | 'limit'>, after: readonly [string, string] | undefined): Promise<BlockView[]> {
  return tx.sql<BlockView>(
    `select ${VIEW} from block where ($1::text is null or status = $1) and ($2::timestamptz is null or (asked_at, id) < ($2, $3::uuid)) order by asked_at desc, id desc limit $4`,
    [status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** The state that decisions are made on. */
export function blockStateOf(view: BlockView): block.Block {
  const { id: blockId, ground, evidenceTicketIds, days } = view;
  const request = { blockId, ground, evidenceTicketIds, days, askedAt: instantOf(view.askedAt) };
  if (view.status === 'asked') return { status: 'asked', ...request };
  const startedAt = view.startedAt === null ? null : instantOf(view.startedAt);
  if (view.status === 'ended') return { status: 'ended', ...request, startedAt, cause: view.cause ?? 'expired', endedAt: instantOf(view.endedAt ?? view.askedAt) };
  if (startedAt === null || view.until === null || view.reviewDueAt === null) throw new Error('a running block has its times');
  return { status: 'running', ...request, startedAt, until: instantOf(view.until), reviewDueAt: instantOf(view.reviewDueAt) };
}

/** A new request, with the indexes by which its petitioner will be known. */
export async function insertBlock(tx: Transaction, asked: block.AskedBlock, about: { findings: string; askedBy: string; blinds: readonly Buffer[] }): Promise<void> {
  const { blockId, ground, evidenceTicketIds, days, askedAt } = asked;
  await tx.sql(`insert into block (id, version, status, ground, evidence_ticket_ids, findings, days, asked_at, asked_by) values ($1, 1, 'asked', $2, $3::uuid[], $4, $5, $6, $7)`, [
    blockId,
    ground,
    evidenceTicketIds,
    about.findings,
    days,
    isoOf(askedAt),
    about.askedBy,
  ]);
  await tx.sql(`insert into block_index (blind, block_id) select blind, $2 from unnest($1::bytea[]) as known (blind)`, [about.blinds, blockId]);
}

/** Keeps what a decision made of a block; an ended one knows nobody any more. */
export async function saveBlock(tx: Transaction, state: block.RunningBlock | block.EndedBlock, version: number, review?: BlockReviewView): Promise<void> {
  const text = (at: Instant | null): string | null => (at === null ? null : isoOf(at));
  const running = state.status === 'running';
  await tx.sql(
    `update block set version = $2, status = $3, started_at = $4, until = coalesce($5, until), review_due_at = $6, ended_at = $7, cause = $8, reviews = reviews || $9::jsonb where id = $1`,
    [
      state.blockId,
      version,
      state.status,
      text(state.startedAt),
      text(running ? state.until : null),
      text(running ? state.reviewDueAt : null),
      text(running ? null : state.endedAt),
      running ? null : state.cause,
      JSON.stringify(review ? [review] : []),
    ],
  );
  if (!running) await tx.sql(`delete from block_index where block_id = $1`, [state.blockId]);
}

/** Another block of the same petitioner that is asked for or running. */
export async function blockInForce(tx: Transaction, blinds: readonly Buffer[]): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }>(`select block.id from block_index join block on block.id = block_id where blind = any($1::bytea[]) and status in ('asked', 'running') limit 1`, [blinds]);
  return row?.id;
}

/** Running blocks whose time is over, locked; those that another replica has in hand are left to it. */
export function takeOver(tx: Transaction, now: Instant, limit: number): Promise<BlockView[]> {
  return tx.sql<BlockView>(`select ${VIEW} from block where status = 'running' and until <= $1 order by until limit $2 for update skip locked`, [isoOf(now), limit]);
}
