import { accept, isBlank, refuse, untimely, type Decision, type Instant, type MomentRefusal } from '../shared/index.js';

/**
 * A ticket whose petitioner was dissatisfied again after a second round (Art. 15(3)). It is a candidate and nothing more: an order
 * follows only after a person has recorded that the unit handled it poorly.
 */
export interface Candidate {
  readonly status: 'proposed' | 'found' | 'dismissed';
  /** The visit in which the petitioner said so; names the candidate. */
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly proposedAt: Instant;
  /** What was found, or why there is nothing to find. */
  readonly judged: { readonly text: string; readonly by: string; readonly at: Instant } | null;
}

export type CandidateState = { readonly status: 'none' } | Candidate;

export const initial: CandidateState = { status: 'none' };

export interface Propose {
  readonly type: 'Propose';
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly at: Instant;
}

/** A person judges: the unit handled it poorly, or there is no such finding; either with the reason. */
export interface Judge {
  readonly type: 'RecordFinding' | 'Dismiss';
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

export type CandidateCommand = Propose | Judge;

export type CandidateEvent =
  | (Omit<Propose, 'type'> & { readonly type: 'Proposed' })
  | { readonly type: 'FindingRecorded' | 'Dismissed'; readonly text: string; readonly by: string; readonly at: Instant };

export const SECOND_DISSATISFACTION_REFUSALS = ['no-such-candidate', 'already-proposed', 'not-a-second-round', 'already-judged', 'text-missing', 'before-previous-step', 'in-the-future'] as const;
export type CandidateRefusal = (typeof SECOND_DISSATISFACTION_REFUSALS)[number] | MomentRefusal;

/** Decides on a candidate for the ground `second-dissatisfaction` (Art. 15(3)). */
export function decide(state: CandidateState, command: CandidateCommand, { now }: { readonly now: Instant }): Decision<CandidateEvent, CandidateRefusal> {
  switch (command.type) {
    case 'Propose':
      if (state.status !== 'none') return refuse('already-proposed');
      return command.round < 2 ? refuse('not-a-second-round') : accept({ ...command, type: 'Proposed' });
    case 'RecordFinding':
    case 'Dismiss': {
      if (state.status === 'none') return refuse('no-such-candidate');
      if (state.status !== 'proposed') return refuse('already-judged');
      if (isBlank(command.text)) return refuse('text-missing', { field: 'text' });
      const { text, by, at } = command;
      return untimely(at, state.proposedAt, now) ?? accept({ type: command.type === 'Dismiss' ? 'Dismissed' : 'FindingRecorded', text, by, at });
    }
  }
}

/** The candidate after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: CandidateState, event: CandidateEvent): CandidateState {
  if (event.type === 'Proposed') {
    const { visitId, ticketId, dispatchNo, round, unit, at } = event;
    return { status: 'proposed', visitId, ticketId, dispatchNo, round, unit, proposedAt: at, judged: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a candidate that was never proposed`);
  const { text, by, at } = event;
  return { ...state, status: event.type === 'Dismissed' ? 'dismissed' : 'found', judged: { text, by, at } };
}
