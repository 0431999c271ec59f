import { randomUUIDv7 as newId } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { statutoryLimit as limits, type clock as clocks } from '@hotline/domain';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { ClockKeeper } from '../clock/clock-keeper.js';
import { ClocksInHand } from '../clock/clocks-in-hand.js';
import { lockTimelines } from '../clock/timeline.store.js';
import type { SetStatutoryLimitBody } from './statutory-limit.dto.js';
import { anyStanding, findLimit, insertLimit, updateLimit, type KnownLimit, type StoredLimit } from './statutory-limit.store.js';

const NO_SUCH_TICKET = { ok: false, refusal: { slug: 'no-such-ticket' } } as const;
const NO_SUCH_LIMIT = { ok: false, refusal: { slug: 'no-such-statutory-limit' } } as const;

/** Limits of law in place of base and cap (Art. 17(3)); each step is a fact for the ticket's clocks, in the same transaction. */
@Injectable()
export class StatutoryLimitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clocksInHand: ClocksInHand,
    private readonly keeper: ClockKeeper,
  ) {}

  /** The county applies a limit of law to the running dispatch of a complaint or report. */
  set(request: CommandRequest, ticketId: string, terms: SetStatutoryLimitBody): Promise<Outcome<StoredLimit>> {
    return this.uow.command(request, async (tx) => {
      await lockTimelines(tx, [ticketId]);
      const known = await this.clocksInHand.of(tx, ticketId, request.at);
      if (known.length === 0) return NO_SUCH_TICKET;
      const id = newId();
      const { legalBasis, amount, unit, approver } = terms;
      const resolve = latestResolve(known);
      const rules = { now: request.at, resolve, alreadySet: resolve !== null && (await anyStanding(tx, ticketId, resolve.dispatchNo)) };
      const decision = limits.decide(limits.initial, { type: 'SetStatutoryLimit', limitId: id, legalBasis, amount, unit, approver, at: request.at }, rules);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const stored = { id, ticketId, state: evolved(limits.initial, decision.events), version: 1 };
      await insertLimit(tx, stored);
      await this.#tell(tx, stored, request);
      return { ok: true, value: stored };
    });
  }

  /** The county takes it back, until the answer is given. */
  revoke(request: CommandRequest, id: string, reason: string, expectedVersion?: number): Promise<Outcome<StoredLimit>> {
    return this.uow.command(request, async (tx) => {
      const found = await findLimit(tx, id);
      if (!found) return NO_SUCH_LIMIT;
      await lockTimelines(tx, [found.ticketId]);
      const before = (await findLimit(tx, id)) ?? found;
      requireVersion(expectedVersion, before.version);
      const known = await this.clocksInHand.of(tx, before.ticketId, request.at);
      const resolve = known.find((clock) => clock.kind === 'resolve' && clock.dispatchNo === before.state.dispatchNo) ?? null;
      const decision = limits.decide(before.state, { type: 'RevokeStatutoryLimit', reason, at: request.at }, { now: request.at, resolve, alreadySet: true });
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const after = { ...before, state: evolved(before.state, decision.events), version: before.version + 1 };
      await updateLimit(tx, after);
      await this.#tell(tx, after, request);
      return { ok: true, value: after };
    });
  }

  async #tell(tx: Transaction, { id, ticketId, state }: StoredLimit, request: CommandRequest): Promise<void> {
    await this.keeper.reconcile(tx, [{ ticketId, fact: factOf(state) }]);
    const { legalBasis, amount, unit, approver } = state;
    const action = state.status === 'set' ? 'SetStatutoryLimit' : 'RevokeStatutoryLimit';
    tx.audit(request, action, ticketId, { limitId: id, legalBasis, amount, unit, approver, ...(state.status === 'revoked' && { reason: state.reason }) });
  }
}

function factOf(state: KnownLimit): clocks.TicketFact {
  const { limitId, dispatchNo, legalBasis, amount, unit, approver } = state;
  if (state.status === 'revoked') return { type: 'statutory-limit-revoked', limitId, at: state.revokedAt };
  return { type: 'statutory-limit-set', limitId, dispatchNo, legalBasis, amount, unit, approver, at: state.setAt };
}

function latestResolve(known: readonly clocks.Clock[]): clocks.Clock | null {
  return known.filter((clock) => clock.kind === 'resolve').reduce<clocks.Clock | null>((latest, clock) => (latest && latest.dispatchNo > clock.dispatchNo ? latest : clock), null);
}

function evolved(state: limits.StatutoryLimit, events: readonly limits.StatutoryLimitEvent[]): KnownLimit {
  const after = events.reduce(limits.evolve, state);
  if (after.status === 'none') throw new Error('an accepted command left no limit');
  return after;
}
