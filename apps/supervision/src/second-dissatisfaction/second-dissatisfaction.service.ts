import { Injectable } from '@nestjs/common';
import { secondDissatisfaction, type visit } from '@hotline/domain';
import type { CommandRequest, Instant, Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { findCandidate, listCandidates, saveCandidate, type CandidateFilter } from './second-dissatisfaction.store.js';

/** Tickets whose petitioner was dissatisfied again, and what a person found about the handling (Art. 15(3)). */
@Injectable()
export class SecondDissatisfactionService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Lists a dissatisfied visit of a second or later round; first rounds are not meant, and nothing is proposed twice. */
  async propose(tx: Transaction, visited: visit.Visit, at: Instant): Promise<void> {
    const { visitId, ticketId, dispatchNo, round, unit } = visited;
    const row = await findCandidate(tx, visitId);
    const before = row?.state ?? secondDissatisfaction.initial;
    const decision = secondDissatisfaction.decide(before, { type: 'Propose', visitId, ticketId, dispatchNo, round, unit, at }, { now: at });
    if (!decision.accepted) return;
    const state = decision.events.reduce(secondDissatisfaction.evolve, before);
    if (state.status !== 'none') saveCandidate(tx, row, state);
  }

  /** Whether a person found on this visit that the unit handled it poorly. */
  async isFound(tx: Transaction, visitId: string): Promise<boolean> {
    return (await findCandidate(tx, visitId))?.status === 'found';
  }

  /** The petitioner turned out not to be dissatisfied: nothing is left to judge, unless a person has judged already. */
  async takeBack(tx: Transaction, visitId: string): Promise<void> {
    const row = await findCandidate(tx, visitId);
    if (row?.status === 'proposed') tx.em.remove(row);
  }

  /** Records that the unit handled it poorly, or dismisses the candidate. */
  judge(request: CommandRequest, visitId: string, type: secondDissatisfaction.Judge['type'], text: string): Promise<Outcome<secondDissatisfaction.Candidate>> {
    return this.uow.command(request, async (tx) => {
      const row = await findCandidate(tx, visitId);
      const before = row?.state ?? secondDissatisfaction.initial;
      const decision = secondDissatisfaction.decide(before, { type, text, by: request.actor.subject, at: request.at }, { now: request.at });
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const state = decision.events.reduce(secondDissatisfaction.evolve, before);
      if (state.status === 'none') throw new Error(`${type} left no candidate`);
      tx.audit(request, type, state.ticketId, { visitId });
      return { ok: true, value: saveCandidate(tx, row, state) };
    });
  }

  list(filter: CandidateFilter, after: string | undefined, limit: number): Promise<readonly secondDissatisfaction.Candidate[]> {
    return this.uow.read(async (tx) => (await listCandidates(tx, filter, after, limit)).map(({ state }) => state));
  }
}
