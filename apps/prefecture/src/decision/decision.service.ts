import { Inject, Injectable, Logger } from '@nestjs/common';
import { prefectureBlockDecidedV1, prefectureExtensionDecidedV1, prefectureReturnDecidedV1 } from '@hotline/contracts';
import { prefecture } from '@hotline/domain';
import { instantOf, isoOf, type Instant, type Outcome, type Refusal } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { noteContradiction } from '../contradiction/contradiction.store.js';
import { lockApplication, saveVerdict, type StoredApplication } from '../outbound/application.store.js';
import type { StoredMessage } from '../outbound/message.store.js';
import type { DecisionBody, DecisionReceipt } from './decision.dto.js';

const NOTED_AS = {
  'no-such-application': 'unknown-application',
  'application-withdrawn': 'late-decision',
  'contradicting-decision': 'contradicting-decision',
} as const;

/** Takes the prefecture's decisions and tells them to the county's services, each once (Art. 17(1), 17(return), 24). */
@Injectable()
export class DecisionService {
  readonly #log = new Logger('Decisions');

  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The decision that stands. What contradicts it, or belongs to nothing, is refused and goes onto the reconciliation report. */
  receive(body: DecisionBody): Promise<Outcome<DecisionReceipt>> {
    return this.uow.run(async (tx) => {
      const stored = await lockApplication(tx, body.reference);
      const known = stored?.message.kind === body.kind ? stored : undefined;
      const state = known?.state ?? prefecture.noApplication;
      const verdict = { accepted: body.accepted, receipt: body.receipt, decidedAt: momentOf(body, known, this.clock.now()) };
      const decision = prefecture.decideApplication(state, { type: 'NoteVerdict', ...verdict });
      if (!decision.accepted) return this.#refused(tx, body, known, decision.refusal);
      if (known && decision.events.length > 0) {
        await saveVerdict(tx, known, verdict, this.clock.now());
        await tell(tx, known.message, verdict);
      }
      const after = decision.events.reduce(prefecture.evolveApplication, state).verdict ?? verdict;
      return { ok: true, value: { reference: body.reference, accepted: after.accepted, receipt: after.receipt, decidedAt: isoOf(after.decidedAt) } };
    });
  }

  async #refused(tx: Transaction, body: DecisionBody, known: StoredApplication | undefined, refusal: Refusal<prefecture.ApplicationRefusal>): Promise<Outcome<never>> {
    const ours = known?.state.verdict ? prefecture.verdictWord(known.state.verdict.accepted) : known ? '已失效' : '无';
    const about = { number: known?.message.prefectureNumber ?? null, reference: body.reference, ours, theirs: prefecture.verdictWord(body.accepted) };
    await noteContradiction(tx, { kind: NOTED_AS[refusal.slug], ...about }, this.clock.now());
    this.#log.warn(`a decision of the prefecture was refused: ${refusal.slug}; see the reconciliation report`);
    return { ok: false, refusal };
  }
}

/** The moment of the decision as it can be on our clock: not before the application and not after now, whatever the peer's clock says. */
function momentOf({ decidedAt }: DecisionBody, known: StoredApplication | undefined, now: Instant): Instant {
  return Math.max(known?.message.happenedAt ?? 0, Math.min(instantOf(decidedAt), now));
}

async function tell(tx: Transaction, { kind, lane, ticketId, codes }: StoredMessage, { accepted, receipt, decidedAt }: prefecture.Verdict): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('decided:' || $1, 0))`, [lane]);
  const [decided] = await tx.sql<{ version: number }>(`select count(*)::int as version from message where lane = $1 and verdict_at is not null`, [lane]);
  const about = { subject: lane, version: decided?.version ?? 1, at: decidedAt };
  const said = { receipt, decidedAt: isoOf(decidedAt) };
  if (kind === 'block') return tx.emit(prefectureBlockDecidedV1, about, { blockId: lane, approved: accepted, ...said });
  if (ticketId === null) throw new Error(`the application ${kind} belongs to no ticket`);
  if (kind === 'return') return tx.emit(prefectureReturnDecidedV1, about, { ticketId, accepted, ...said });
  tx.emit(prefectureExtensionDecidedV1, about, { ticketId, extensionId: String(codes['extensionId']), granted: accepted, ...said });
}
