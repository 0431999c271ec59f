import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type clock as clocks, extension as extensions, type policy } from '@hotline/domain';
import { localDateOf, type CommandRequest, type Instant, type Outcome } from '@hotline/domain/shared';
import { CLOCK, requireVersion, type Clock } from '@hotline/http';
import type { DeferredWork } from '@hotline/messaging';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { isUUID } from 'class-validator';
import { ClockKeeper } from '../clock/clock-keeper.js';
import { ClocksInHand } from '../clock/clocks-in-hand.js';
import { lockTimelines } from '../clock/timeline.store.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { announceExtension } from './extension-events.js';
import { factOf } from './extension-facts.js';
import { askedInDispatch, findExtension, insertExtension, lockExtension, updateExtension, type KnownExtension, type StoredExtension } from './extension.store.js';

/** What the county or the prefecture says to a request. */
export type Review = { readonly type: 'ForwardExtension' } | { readonly type: 'GrantExtension' } | { readonly type: 'RefuseExtension'; readonly reason: string };

/** What the platform of the level above says of a request. */
export interface PrefectureDecision {
  readonly ticketId: string;
  readonly extensionId: string;
  readonly granted: boolean;
  readonly receipt: string;
  readonly at: Instant;
}

/** Who decides and when it counts. */
type Deciding = Pick<CommandRequest, 'actor' | 'at'>;

const PREFECTURE_PLATFORM = { subject: 'prefecture-platform', roles: ['prefecture'] } as const;

const NO_SUCH_TICKET = { ok: false, refusal: { slug: 'no-such-ticket' } } as const;
const NO_SUCH_EXTENSION = { ok: false, refusal: { slug: 'no-such-extension' } } as const;

/** More time for a ticket, asked for and decided (Art. 17(1)–(3)); every step is a fact for the ticket's clocks, in the same transaction. */
@Injectable()
export class ExtensionService {
  readonly #log = new Logger('Extensions');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clocksInHand: ClocksInHand,
    private readonly keeper: ClockKeeper,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** The lead unit asks before its deadline. */
  ask(request: CommandRequest, ticketId: string, terms: { readonly workingDays: number; readonly reason: string }): Promise<Outcome<StoredExtension>> {
    return this.uow.command(request, async (tx) => {
      const unit = request.actor.unit ?? '';
      await lockTimelines(tx, [ticketId]);
      const known = await this.clocksInHand.of(tx, ticketId, request.at);
      if (!known.some((clock) => clock.unit === unit)) return NO_SUCH_TICKET;
      const id = newId();
      const command = { type: 'AskExtension', extensionId: id, unit, ...terms, at: request.at } as const;
      const decision = extensions.decide(extensions.initial, command, await this.#rulesFor(tx, ticketId, known, request));
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const stored = { id, ticketId, state: evolved(extensions.initial, decision.events), version: decision.events.length };
      await insertExtension(tx, stored);
      await this.#tell(tx, stored, decision.events, request);
      return { ok: true, value: stored };
    });
  }

  /** The county forwards, grants or refuses; the prefecture grants or refuses what was forwarded. */
  review(request: CommandRequest, id: string, review: Review, expectedVersion?: number): Promise<Outcome<StoredExtension>> {
    return this.uow.command(request, async (tx) => {
      const found = await findExtension(tx, id);
      if (!found) return NO_SUCH_EXTENSION;
      await lockTimelines(tx, [found.ticketId]); // tickets first, as everywhere, so that nobody waits in a circle
      const before = (await lockExtension(tx, id)) ?? found;
      requireVersion(expectedVersion, before.version);
      const by = reviewerOf(request, before.state);
      const command = review.type === 'ForwardExtension' ? { ...review, at: request.at } : { ...review, by, at: request.at };
      return this.#decide(tx, before, command, request);
    });
  }

  /**
   * What the level above decided on requests that were forwarded to it, as told by its platform (Art. 17(1)). A second telling, one of
   * a request that is not there and one that comes too late change nothing; the adapter that reconciles the two levels shows them.
   */
  readonly decideForPrefecture: DeferredWork<PrefectureDecision> = async (tx, decisions) => {
    const found = await Promise.all(decisions.map(async (each) => ({ each, extension: isUUID(each.extensionId) ? await findExtension(tx, each.extensionId) : undefined })));
    await lockTimelines(tx, [...new Set(found.flatMap(({ extension }) => extension?.ticketId ?? []))]);
    for (const { each, extension } of found) {
      const before = extension && (await lockExtension(tx, extension.id));
      if (!before || before.ticketId !== each.ticketId) this.#log.warn({ msg: 'the prefecture decided on an extension that is not known here', extensionId: each.extensionId });
      else await this.#decideForPrefecture(tx, before, each);
    }
  };

  async #decideForPrefecture(tx: Transaction, before: StoredExtension, { granted, receipt, at: decidedAt }: PrefectureDecision): Promise<void> {
    const now = this.time.now();
    // Its platform has a clock of its own; the decision neither precedes the forwarding nor lies ahead.
    const at = Math.min(Math.max(decidedAt, before.state.status === 'forwarded' ? before.state.forwardedAt : decidedAt), now);
    const by = 'prefecture';
    const command = granted ? ({ type: 'GrantExtension', by, at, told: true } as const) : ({ type: 'RefuseExtension', by, reason: `州级热线管理机构审核不同意，回执号：${receipt}`, at } as const);
    const outcome = await this.#decide(tx, before, command, { actor: PREFECTURE_PLATFORM, at: now });
    if (!outcome.ok && outcome.refusal.slug !== 'already-decided') {
      this.#log.warn({ msg: 'a decision of the prefecture on an extension has no effect', extensionId: before.id, refusal: outcome.refusal.slug });
    }
  }

  /** Decides on an extension that the transaction has locked, after its ticket. */
  async #decide(tx: Transaction, before: StoredExtension, command: extensions.ExtensionCommand, request: Deciding): Promise<Outcome<StoredExtension>> {
    const known = await this.clocksInHand.of(tx, before.ticketId, request.at);
    const decision = extensions.decide(before.state, command, await this.#rulesFor(tx, before.ticketId, known, request, before.state.dispatchNo));
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const after = { ...before, state: evolved(before.state, decision.events), version: before.version + decision.events.length };
    await updateExtension(tx, after);
    await this.#tell(tx, after, decision.events, request);
    return { ok: true, value: after };
  }

  async #rulesFor(tx: Transaction, ticketId: string, known: readonly clocks.Clock[], request: Deciding, dispatchNo = latestOf(known)): Promise<extensions.ExtensionRules> {
    const resolve = known.find((clock) => clock.kind === 'resolve' && clock.dispatchNo === dispatchNo) ?? null;
    const { asked, days, granted } = resolve ? await askedInDispatch(tx, ticketId, resolve.dispatchNo) : { asked: 0, days: 0, granted: 0 };
    return {
      now: request.at,
      resolve,
      alreadyThisRound: asked,
      daysThisRound: days,
      grantedThisRound: granted,
      statutory: resolve?.limitParts.some((part) => part.statutory !== undefined) ?? false,
      policy: resolve ? this.policies.policyOf(resolve.policy) : this.policies.policyAt(localDateOf(request.at)),
    };
  }

  async #tell(tx: Transaction, stored: StoredExtension, events: readonly extensions.ExtensionEvent[], request: Deciding): Promise<void> {
    const news = events.map((event) => ({ ticketId: stored.ticketId, fact: factOf(event, stored) }));
    await this.keeper.reconcile(tx, news);
    for (const event of events) {
      announceExtension(tx, event, stored);
      tx.audit(request, event.type, stored.ticketId, { extensionId: stored.id, workingDays: stored.state.workingDays });
    }
  }
}

function latestOf(known: readonly clocks.Clock[]): number {
  return Math.max(...known.map((clock) => clock.dispatchNo));
}

function evolved(state: extensions.Extension, events: readonly extensions.ExtensionEvent[]): KnownExtension {
  const after = events.reduce(extensions.evolve, state);
  if (after.status === 'none') throw new Error('an accepted command left no extension');
  return after;
}

/** The prefecture's account reviews for the prefecture; one that also dispatches for the county, once the request was forwarded. */
function reviewerOf({ actor }: CommandRequest, state: KnownExtension): extensions.ExtensionReviewer {
  if (!actor.roles.includes('prefecture')) return 'county';
  return actor.roles.includes('dispatcher') && state.status === 'asked' ? 'county' : 'prefecture';
}
