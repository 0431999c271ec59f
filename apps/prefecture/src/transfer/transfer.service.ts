import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { prefecture } from '@hotline/domain';
import { instantOf, isoOf, type Outcome, type Refusal } from '@hotline/domain/shared';
import { canonicalJson, CLOCK, type Clock, ProblemException } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { noteContradiction } from '../contradiction/contradiction.store.js';
import { CountyApi, CountyUnavailable, type RegisteredTicket } from '../county/county-api.js';
import type { TransferBody, TransferReceipt } from './transfer.dto.js';
import { lockTransfer, saveTransfer, settleAtDesk, ticketOfNumber, type Arrival, type TransferWay } from './transfer.store.js';

/** What intake says when the number came with other content before. */
const OTHER_CONTENT = 'idempotency-key-reused';
/** What intake says when a ticket has the number that did not come this way: somebody typed it in. */
const TYPED_IN = 'prefecture-number-already-registered';
/** How long the event of a ticket that intake has may be on its way. */
const EVENT_MS = 600_000;
const RETRY_AFTER_SECONDS = 10;

/** One transfer on its way through: what may be kept of it, and what is only passed on. */
interface Passing {
  readonly body: TransferBody;
  readonly contentHash: string;
  readonly arrival: Arrival;
}

/**
 * Passes the prefecture's transfers on to intake (Art. 14). Nothing that says who or what is kept: number, hash, ticket and moments.
 * A transfer counts as received only when intake has it; until then the peer repeats it.
 */
@Injectable()
export class TransferService {
  readonly #log = new Logger('Transfers');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly county: CountyApi,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The receipt; a refusal for other content under a known number. Throws intake's own problem with a bad ticket, and 503 while intake is away. */
  async receive(body: TransferBody, way: TransferWay): Promise<Outcome<TransferReceipt>> {
    const passing: Passing = { body, contentHash: hashOf(body), arrival: { way, transferredAt: instantOf(body.transferredAt), at: this.clock.now() } };
    const before = await this.#take(passing, { type: 'Receive', contentHash: passing.contentHash });
    if (!before.ok) return this.#contradicted(passing, before.refusal);
    if (before.value.status === 'registered') return { ok: true, value: receiptOf(body.number, before.value) };
    const answer = await this.#register(passing);
    if (answer.ok) return this.#registered(passing, answer.value);
    if (answer.problem.code === TYPED_IN) return this.#recognised(passing);
    if (answer.problem.code === OTHER_CONTENT) return this.#contradicted(passing, { slug: 'transfer-contradicts', field: 'number' });
    await this.#take(passing, { type: 'Reject', contentHash: passing.contentHash, cause: answer.problem.code });
    throw new ProblemException({ type: `urn:hotline:problem:${answer.problem.code}`, ...answer.problem });
  }

  async #registered(passing: Passing, { id, number, receivedAt: _ }: RegisteredTicket): Promise<Outcome<TransferReceipt>> {
    const command = { type: 'Register', contentHash: passing.contentHash, ticketId: id, ticketNumber: number, at: this.clock.now() } as const;
    const after = await this.#take(passing, command);
    if (!after.ok) return this.#contradicted(passing, after.refusal);
    if (after.value.status !== 'registered') throw new Error('a registered transfer is registered');
    return { ok: true, value: receiptOf(passing.body.number, after.value) };
  }

  /** The number says that it is the desk's ticket; which one that is, the event of its registration tells. */
  async #recognised(passing: Passing): Promise<Outcome<TransferReceipt>> {
    const { number } = passing.body;
    const [state, arrivedAt] = await this.uow.run(async (tx) => {
      const known = await ticketOfNumber(tx, number);
      return [known.ticket && (await settleAtDesk(tx, known.ticket)), known.arrivedAt] as const;
    });
    if (state?.status === 'registered') return { ok: true, value: receiptOf(number, state) };
    if (this.clock.now() - arrivedAt < EVENT_MS) throw notNow();
    return this.#contradicted(passing, { slug: 'transfer-contradicts', field: 'number' });
  }

  async #register({ body, contentHash: _ }: Passing) {
    try {
      return await this.county.register(registrationOf(body), keyOf(body.number));
    } catch (error) {
      if (!(error instanceof CountyUnavailable)) throw error;
      this.#log.warn({ msg: 'a transfer could not be passed on; the prefecture is asked to repeat it', err: error });
      throw notNow();
    }
  }

  #take({ body: { number }, arrival }: Passing, command: prefecture.TransferCommand): Promise<Outcome<prefecture.Transfer>> {
    return this.uow.run(async (tx) => {
      const before = await lockTransfer(tx, number);
      const decision = prefecture.decideTransfer(before, command);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const state = decision.events.reduce(prefecture.evolveTransfer, before);
      if (state !== before) await saveTransfer(tx, { number, state }, arrival);
      return { ok: true, value: state };
    });
  }

  async #contradicted({ body, contentHash, arrival }: Passing, refusal: Refusal): Promise<Outcome<never>> {
    await this.uow.run(async (tx) => {
      const ours = await this.#knownHash(tx, body.number);
      await noteContradiction(tx, { kind: 'other-content', number: body.number, reference: null, ours, theirs: shown(contentHash) }, arrival.at);
    });
    this.#log.warn('a transfer came again with other content and was refused; see the reconciliation report');
    return { ok: false, refusal };
  }

  async #knownHash(tx: Transaction, number: string): Promise<string> {
    const known = await lockTransfer(tx, number);
    return known.status === 'registered' ? shown(known.contentHash) : '已另行登记';
  }
}

function notNow(): ProblemException {
  return ProblemException.of('unavailable', { detail: '本县受理系统暂时无法登记，转办件未收下。', advice: '请稍后以原内容重新推送。', retryAfter: RETRY_AFTER_SECONDS });
}

/** Of the content whatever the order of its fields; nobody reads a name out of it, since the words are in it too. */
function hashOf(body: TransferBody): string {
  return createHash('sha256').update(canonicalJson({ ...body })).digest('hex');
}

/** Enough of a hash to tell two contents apart in a report. */
function shown(hash: string): string {
  return hash.slice(0, 16);
}

/** Intake's Idempotency-Key: visible ASCII, whatever the prefecture's numbers are written in. */
function keyOf(number: string): string {
  return `prefecture-${createHash('sha256').update(number).digest('hex')}`;
}

function registrationOf(body: TransferBody): Record<string, unknown> {
  const { number, transferredAt, petitionerKind = 'individual', category, subject, townCode, place, title, text, petitioner, dueOn } = body;
  return { channel: 'prefecture', prefectureNumber: number, receivedAt: isoOf(instantOf(transferredAt)), petitionerKind, category, subject, townCode, place, title, text, petitioner, prefectureDueOn: dueOn };
}

function receiptOf(number: string, { ticketNumber, registeredAt }: Extract<prefecture.Transfer, { status: 'registered' }>): TransferReceipt {
  return { number, ticketNumber, receivedAt: isoOf(registeredAt) };
}

