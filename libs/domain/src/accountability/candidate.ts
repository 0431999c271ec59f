import { accept, isBlank, refuse, type AccountabilityGround, type Decision, type Instant } from '../shared/index.js';

/** What of the record speaks for a ground; codes and times, never a word of or about a petitioner (Art. 10). */
export interface Evidence {
  readonly kind: 'late-clock' | 'late-assist' | 'liaison-change' | 'identity-view' | 'follow-up-finding';
  /** Id of the clock, the change, the view or the follow-up. */
  readonly ref: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** What the record holds against a unit at this moment; `candidateId` is the same for the same basis for ever. */
export interface Proposal {
  readonly candidateId: string;
  readonly ground: AccountabilityGround;
  readonly unit: string;
  readonly ticketIds: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A proposal of the record to people (Art. 23). It is no case: a person opens one, or dismisses the candidate. */
export interface Candidate extends Proposal {
  /** `withdrawn`: the record no longer says so. */
  readonly status: 'proposed' | 'withdrawn' | 'opened' | 'dismissed';
  readonly proposedAt: Instant;
  /** Since when the record no longer says so; null while it does. */
  readonly baselessSince: Instant | null;
  readonly judged: { readonly by: string; readonly reason: string | null; readonly caseId: string | null; readonly at: Instant } | null;
}

export type CandidateState = { readonly status: 'none' } | Candidate;

export const noCandidate: CandidateState = { status: 'none' };

export type CandidateCommand =
  /** The record was weighed: it says this, or nothing any more. */
  | { readonly type: 'Weigh'; readonly proposal: Proposal | null; readonly at: Instant }
  | { readonly type: 'OpenFrom'; readonly caseId: string; readonly by: string; readonly at: Instant }
  | { readonly type: 'DismissCandidate'; readonly reason: string; readonly by: string; readonly at: Instant };

export type CandidateEvent =
  | { readonly type: 'CandidateProposed'; readonly proposal: Proposal; readonly at: Instant }
  | { readonly type: 'BasisGone'; readonly at: Instant }
  | { readonly type: 'CandidateOpened'; readonly caseId: string; readonly by: string; readonly at: Instant }
  | { readonly type: 'CandidateDismissed'; readonly reason: string; readonly by: string; readonly at: Instant };

export const ACCOUNTABILITY_CANDIDATE_REFUSALS = ['no-such-candidate', 'candidate-judged-already', 'candidate-withdrawn', 'reason-missing'] as const;
export type CandidateRefusal = (typeof ACCOUNTABILITY_CANDIDATE_REFUSALS)[number];

/** Decides on a candidate (Art. 23). Weighing is never refused, and says nothing where nothing changed: the order and number of the facts cannot matter. */
export function decideCandidate(state: CandidateState, command: CandidateCommand): Decision<CandidateEvent, CandidateRefusal> {
  switch (command.type) {
    case 'Weigh':
      return accept(...weigh(state, command.proposal, command.at));
    case 'OpenFrom': {
      const { caseId, by, at } = command;
      return judgeable(state) ?? accept({ type: 'CandidateOpened', caseId, by, at });
    }
    case 'DismissCandidate': {
      const { reason, by, at } = command;
      if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
      return judgeable(state) ?? accept({ type: 'CandidateDismissed', reason, by, at });
    }
  }
}

/** The candidate after an event; throws when the event cannot follow, since `decideCandidate` never lets that happen. */
export function evolveCandidate(state: CandidateState, event: CandidateEvent): CandidateState {
  if (event.type === 'CandidateProposed') {
    const before = state.status === 'none' ? { status: 'proposed' as const, proposedAt: event.at, judged: null } : state;
    const status = before.status === 'withdrawn' ? 'proposed' : before.status;
    return { ...event.proposal, status, proposedAt: before.proposedAt, baselessSince: null, judged: before.judged };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a candidate that was never proposed`);
  switch (event.type) {
    case 'BasisGone':
      return { ...state, status: state.status === 'proposed' ? 'withdrawn' : state.status, baselessSince: event.at };
    case 'CandidateOpened':
      return { ...state, status: 'opened', judged: { by: event.by, reason: null, caseId: event.caseId, at: event.at } };
    case 'CandidateDismissed':
      return { ...state, status: 'dismissed', judged: { by: event.by, reason: event.reason, caseId: null, at: event.at } };
  }
}

function weigh(state: CandidateState, proposal: Proposal | null, at: Instant): CandidateEvent[] {
  if (proposal === null) return state.status === 'none' || state.baselessSince !== null ? [] : [{ type: 'BasisGone', at }];
  const known = state.status !== 'none' && state.baselessSince === null && sameEvidence(state, proposal);
  return known ? [] : [{ type: 'CandidateProposed', proposal, at }];
}

function sameEvidence(state: Candidate, proposal: Proposal): boolean {
  const { candidateId, ground, unit, ticketIds, evidence } = state;
  const { candidateId: sameId, ground: sameGround, unit: sameUnit, ticketIds: sameTickets, evidence: said } = proposal;
  return canonical([candidateId, ground, unit, ticketIds, evidence]) === canonical([sameId, sameGround, sameUnit, sameTickets, said]);
}

/** Text that does not depend on the order of keys, which a database may change. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function judgeable(state: CandidateState): ReturnType<typeof refuse<CandidateRefusal>> | undefined {
  if (state.status === 'none') return refuse('no-such-candidate');
  if (state.judged !== null) return refuse('candidate-judged-already');
  return state.status === 'withdrawn' ? refuse('candidate-withdrawn') : undefined;
}
