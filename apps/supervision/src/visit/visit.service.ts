import { Injectable } from '@nestjs/common';
import { ticketReworkOrderedV1, ticketVisitedV1 } from '@hotline/contracts';
import { policy, visit } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Instant, type Outcome, type Satisfaction } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { lockTickets, newestDispatch, nextVersion, type KnownDispatch } from '../ticket/ticket.store.js';
import { listVisits, loadVisit, saveVisit, ticketOfVisit, type StoredVisit, type VisitFilter } from './visit.store.js';

/** Attempts after which an unanswered return visit is recorded as not reached; the regulation names none [R]. */
const VISIT_ATTEMPTS = 3;
/** A file closed longer ago than this (an import, a stream rebuilt) is not drawn: nobody is called about a matter of years ago. */
const DRAWN_WITHIN_MS = 60 * 86_400_000;

/** What a past ticket's petitioner said, as far as it was recorded. */
export interface PastOutcome {
  readonly solved: boolean;
  readonly satisfaction: Satisfaction;
  readonly at: Instant;
}

/** Return visits and the rework that may follow (Art. 19). */
@Injectable()
export class VisitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly policies: policy.PolicyBook,
  ) {}

  /** Draws for a closed dispatch whether it is called back; telling it twice draws once. */
  async planOnClosing(tx: Transaction, closed: KnownDispatch & { readonly supervised: boolean; readonly closedAt: Instant }, now: Instant): Promise<void> {
    if (now - closed.closedAt > DRAWN_WITHIN_MS) return;
    const basis = visit.visitBasis(closed, this.#policyAt(closed.closedAt).returnVisit);
    if (basis) await this.#plan(tx, closed, basis, closed.closedAt, now);
  }

  /** Records what is known of a past visit; a visit that was drawn meanwhile becomes the imported one. */
  async recordPast(tx: Transaction, dispatch: KnownDispatch, past: PastOutcome, now: Instant): Promise<void> {
    const visitId = visit.visitIdOf(dispatch.ticketId, dispatch.dispatchNo);
    const stored = await loadVisit(tx, visitId);
    if (stored.state.status !== 'none' && stored.state.outcome !== null) return;
    const planned = visit.evolve(visit.initial, { type: 'VisitPlanned', visitId, ...fieldsOf(dispatch), basis: 'imported', at: past.at });
    await this.#apply(tx, { state: planned, version: stored.version }, { type: 'RecordVisit', reached: true, solved: past.solved, satisfaction: past.satisfaction, at: past.at }, now);
  }

  /** Plans a visit that a person asks for, of the newest dispatch once it is closed. */
  request(request: CommandRequest, ticketId: string): Promise<Outcome<StoredVisit>> {
    return this.uow.command(request, async (tx) => {
      await lockTickets(tx, [ticketId]);
      const dispatch = await newestDispatch(tx, ticketId);
      if (!dispatch) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (!dispatch.closed) return { ok: false, refusal: { slug: 'not-closed' } };
      const outcome = await this.#plan(tx, dispatch, 'requested', request.at, request.at);
      if (outcome.ok) tx.audit(request, 'PlanVisit', ticketId);
      return outcome;
    });
  }

  /** Records a call, or orders rework. */
  command(request: CommandRequest, visitId: string, command: visit.RecordVisit | visit.OrderRework): Promise<Outcome<StoredVisit>> {
    return this.uow.command(request, async (tx) => {
      const ticketId = await ticketOfVisit(tx, visitId);
      if (!ticketId) return { ok: false, refusal: { slug: 'no-such-visit' } };
      await lockTickets(tx, [ticketId]);
      const outcome = await this.#apply(tx, await loadVisit(tx, visitId), command, request.at);
      if (outcome.ok) tx.audit(request, command.type, ticketId, { visitId });
      return outcome;
    });
  }

  list(filter: VisitFilter, after: string | undefined, limit: number): Promise<StoredVisit[]> {
    return this.uow.read((tx) => listVisits(tx, filter, after, limit));
  }

  async #plan(tx: Transaction, dispatch: KnownDispatch, basis: visit.VisitBasis, at: Instant, now: Instant): Promise<Outcome<StoredVisit>> {
    const visitId = visit.visitIdOf(dispatch.ticketId, dispatch.dispatchNo);
    return this.#apply(tx, await loadVisit(tx, visitId), { type: 'PlanVisit', visitId, ...fieldsOf(dispatch), basis, at }, now);
  }

  async #apply(tx: Transaction, stored: { state: visit.VisitState; version: number }, command: visit.VisitCommand, now: Instant): Promise<Outcome<StoredVisit>> {
    const rules = { now, attempts: VISIT_ATTEMPTS, unsolvedIsDissatisfied: this.#policyAt(command.at).returnVisit.unsolvedIsDissatisfied };
    const decision = visit.decide(stored.state, command, rules);
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(visit.evolve, stored.state);
    if (state.status === 'none') throw new Error(`${command.type} left no visit`);
    const version = stored.version + 1;
    await saveVisit(tx, state, version);
    for (const event of decision.events) await this.#tell(tx, state, event);
    return { ok: true, value: { state, version } };
  }

  async #tell(tx: Transaction, state: visit.Visit, event: visit.VisitEvent): Promise<void> {
    if (event.type === 'VisitRecorded') {
      const { visitId, ticketId, dispatchNo, round, unit, basis } = state;
      const { reached, solved, satisfaction, at } = event;
      const about = { subject: ticketId, version: await nextVersion(tx, ticketId), at };
      tx.emit(ticketVisitedV1, about, { ticketId, visitId, dispatchNo, round, unit, basis, reached, solved, satisfaction, visitedAt: isoOf(at) });
    }
    if (event.type === 'ReworkOrdered') {
      const about = { subject: state.ticketId, version: await nextVersion(tx, state.ticketId), at: event.at };
      tx.emit(ticketReworkOrderedV1, about, { ticketId: state.ticketId, round: event.round, orderedAt: isoOf(event.at) });
    }
  }

  #policyAt(at: Instant): policy.PolicyPack {
    return this.policies.policyAt(localDateOf(at));
  }
}

function fieldsOf(dispatch: KnownDispatch): Pick<visit.Visit, 'ticketId' | 'dispatchNo' | 'round' | 'unit'> {
  const { ticketId, dispatchNo, round, unit } = dispatch;
  return { ticketId, dispatchNo, round, unit };
}
