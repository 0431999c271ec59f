import { Inject, Injectable } from '@nestjs/common';
import { accountability, policy } from '@hotline/domain';
import { localDateOf, type CommandRequest, type Instant, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { clocksOf } from '../clock/clock.store.js';
import { findingsOf } from '../follow-up/follow-up.store.js';
import { assistingOf } from '../ticket/assisting.store.js';
import { dispatchesOf, importedAmong, LockedTickets } from '../ticket/ticket.store.js';
import { POLICIES } from '../policies.js';
import { findCandidates, listCandidates, saveCandidates, ticketsOfCandidate, viewsOf, type CandidateFilter } from './candidate.store.js';

/** Weighs the record and keeps what it proposes (Art. 23); people judge. */
@Injectable()
export class CandidateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarStore,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Working days beyond a limit from which on it is late enough to be proposed, by the policy of the due date. */
  lateFrom(dueAt: Instant): number {
    return this.policies.policyAt(localDateOf(dueAt)).accountability.lateFrom;
  }

  /** Weighs everything known of these tickets anew, whatever of it has just come in: the same facts give the same candidates. */
  async weighTickets(tx: Transaction, ticketIds: readonly string[], now: Instant): Promise<void> {
    const ids = [...new Set(ticketIds)];
    if (ids.length === 0) return;
    await LockedTickets.of(tx, ids);
    const [imported, calendar] = [await importedAmong(tx, ids), await this.calendars.current(tx)];
    const dispatches = await this.#dispatches(tx, ids);
    const dispatchOf = ({ ticketId, dispatchNo }: { readonly ticketId: string; readonly dispatchNo: number }): accountability.DispatchFact | undefined =>
      dispatches.find((each) => each.ticketId === ticketId && each.dispatchNo === dispatchNo);
    const clocks = (await clocksOf(tx, ids)).flatMap((clock) => {
      return accountability.weighClock(clock, imported.has(clock.ticketId) ? undefined : dispatchOf(clock), { now, calendar, lateFrom: this.lateFrom(clock.dueAt) });
    });
    const views = (await viewsOf(tx, ids)).map((view) => accountability.weighIdentityView(view, dispatches.filter((each) => each.ticketId === view.ticketId)));
    const findings = (await findingsOf(tx, ids)).map((finding) => accountability.weighFollowUp(finding, dispatchOf(finding)));
    await this.#keep(tx, [...clocks, ...views, ...findings], now);
  }

  /** Weighs what unit directories tell: changes of liaison (Art. 23(5)). */
  async weighLiaisonChanges(tx: Transaction, changes: readonly accountability.LiaisonChangeFact[], now: Instant): Promise<void> {
    await this.#keep(tx, changes.map(accountability.weighLiaisonChange), now);
  }

  dismiss(request: CommandRequest, candidateId: string, reason: string): Promise<Outcome<accountability.Candidate>> {
    return this.uow.command(request, async (tx) => {
      const outcome = await this.judge(tx, candidateId, { type: 'DismissCandidate', reason, by: request.actor.subject, at: request.at });
      if (outcome.ok) tx.audit(request, 'DismissCandidate', candidateId);
      return outcome;
    });
  }

  /** A person's judgement on a candidate. */
  async judge(tx: Transaction, candidateId: string, command: Exclude<accountability.CandidateCommand, { readonly type: 'Weigh' }>): Promise<Outcome<accountability.Candidate>> {
    await LockedTickets.of(tx, await ticketsOfCandidate(tx, candidateId));
    const before = (await findCandidates(tx, [candidateId])).get(candidateId) ?? accountability.noCandidate;
    const decision = accountability.decideCandidate(before, command);
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const after = decision.events.reduce(accountability.evolveCandidate, before);
    if (after.status === 'none') throw new Error(`${command.type} left no candidate`);
    await saveCandidates(tx, [after]);
    return { ok: true, value: after };
  }

  list(filter: CandidateFilter, after: string | undefined, limit: number): Promise<readonly accountability.Candidate[]> {
    return this.uow.read((tx) => listCandidates(tx, filter, after, limit));
  }

  async #keep(tx: Transaction, weighed: readonly accountability.Weighed[], now: Instant): Promise<void> {
    if (weighed.length === 0) return;
    const known = await findCandidates(tx, weighed.map(({ candidateId }) => candidateId));
    const changed = weighed.flatMap(({ candidateId, proposal }) => {
      const before = known.get(candidateId) ?? accountability.noCandidate;
      const decision = accountability.decideCandidate(before, { type: 'Weigh', proposal, at: now });
      const events = decision.accepted ? decision.events : [];
      const after = events.reduce(accountability.evolveCandidate, before);
      return events.length > 0 && after.status !== 'none' ? [after] : [];
    });
    await saveCandidates(tx, changed);
  }

  async #dispatches(tx: Transaction, ticketIds: readonly string[]): Promise<accountability.DispatchFact[]> {
    const assisting = await assistingOf(tx, ticketIds);
    return (await dispatchesOf(tx, ticketIds)).map((dispatch) => ({
      ...dispatch,
      assisting: assisting.filter(({ ticketId, dispatchNo }) => ticketId === dispatch.ticketId && dispatchNo === dispatch.dispatchNo),
    }));
  }
}
