import { prefecture } from '@hotline/domain';
import { instantOf, isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { deliveryOf, enqueue, lockMessage, MESSAGE_COLUMNS, saveDelivery, type StoredMessage } from './message.store.js';

/** An application that was decided or dropped: by the prefecture's decision that came through here, or otherwise. */
export interface EndedApplication {
  readonly kind: prefecture.ApplicationKind;
  readonly lane: string;
  /** Null: every application of that kind in the lane until `endedAt`. */
  readonly key: string | null;
  readonly endedAt: string;
}

export interface StoredApplication {
  readonly message: StoredMessage;
  readonly state: prefecture.Application;
}

interface VerdictRow {
  readonly accepted: boolean | null;
  readonly verdictReceipt: string | null;
  readonly verdictAt: number | null;
  readonly withdrawn: boolean;
}

/** Locks an application by its key; undefined when the county never made it. */
export async function lockApplication(tx: Transaction, key: string): Promise<StoredApplication | undefined> {
  const message = await lockMessage(tx, { key });
  if (!message || !(message.kind in prefecture.APPLICATION_KINDS)) return undefined;
  const [row] = await tx.sql<VerdictRow>(
    `select accepted, verdict_receipt as "verdictReceipt", (extract(epoch from verdict_at) * 1000)::float8 as "verdictAt",
       status = 'withdrawn' or exists (select from message w where w.key = 'withdrawal:' || message.key) as withdrawn from message where id = $1`,
    [message.id],
  );
  return { message, state: stateOf(row) };
}

function stateOf(row: VerdictRow | undefined): prefecture.Application {
  if (row && row.verdictAt !== null) return { status: 'decided', verdict: { accepted: row.accepted ?? false, receipt: row.verdictReceipt ?? '', decidedAt: row.verdictAt } };
  return { status: row?.withdrawn ? 'withdrawn' : 'open', verdict: null };
}

/** Writes the prefecture's decision; its message needs no further delivery, since the prefecture has shown that it has it. */
export async function saveVerdict(tx: Transaction, { message }: StoredApplication, verdict: prefecture.Verdict, now: Instant): Promise<void> {
  await tx.sql(`update message set accepted = $2, verdict_receipt = $3, verdict_at = $4 where id = $1`, [message.id, verdict.accepted, verdict.receipt, isoOf(verdict.decidedAt)]);
  await settle(tx, message, { type: 'Acknowledge', receipt: message.receipt ?? verdict.receipt, at: now });
}

/**
 * An application that was decided without the prefecture's word through here is out of date: one that nobody has sent is not sent any
 * more, one that the prefecture may have is taken back by a message of its own.
 */
export async function endApplications(tx: Transaction, { kind, lane, key, endedAt }: EndedApplication, now: Instant): Promise<void> {
  const found = await tx.sql<StoredMessage>(
    `select ${MESSAGE_COLUMNS} from message m left join known_ticket t on t.ticket_id = m.ticket_id
     where m.lane = $1 and m.kind = $2 and ($3::text is null or m.key = $3) and m.happened_at <= $4 and m.verdict_at is null and m.status <> 'withdrawn' order by m.id for update of m`,
    [lane, kind, key, endedAt],
  );
  for (const message of found) await withdraw(tx, message, 'decided-otherwise', instantOf(endedAt), now);
}

export async function withdraw(tx: Transaction, message: StoredMessage, cause: string, happenedAt: Instant, now: Instant): Promise<void> {
  await settle(tx, message, { type: 'Withdraw', cause, at: now });
  const unsent = message.status !== 'acknowledged' && message.attempts === 0;
  if (unsent || message.status === 'closed') return;
  const { key, lane, ticketId } = message;
  await enqueue(tx, [{ key: `withdrawal:${key}`, lane, kind: 'withdrawal', ticketId, codes: { of: key, cause }, happenedAt, transfersOnly: false }], now);
}

async function settle(tx: Transaction, message: StoredMessage, command: Extract<prefecture.DeliveryCommand, { type: 'Acknowledge' | 'Withdraw' }>): Promise<void> {
  const before = deliveryOf(message);
  const decision = prefecture.decideDelivery(before, command, NO_TIMES);
  if (decision.accepted) await saveDelivery(tx, message.id, decision.events.reduce(prefecture.evolveDelivery, before));
}

/** Settling asks for no times. */
const NO_TIMES: prefecture.DeliveryRules = { leaseMs: 0, firstPauseMs: 0, longestPauseMs: 0, giveUpAfterMs: 0 };
