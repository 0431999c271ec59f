import fc from 'fast-check';
import { behaviour } from '@hotline/testing';
import { decideCandidate, evolveCandidate, noCandidate, type CandidateCommand, type CandidateEvent, type CandidateState, type Proposal } from './index.js';

const proposal: Proposal = { candidateId: 'late-without-reason:k-1', ground: 'late-without-reason', unit: 'water', ticketIds: ['t-1'], evidence: [{ kind: 'late-clock', ref: 'k-1', facts: { dueOn: '2018-10-10', workingDaysLate: 2 } }] };
const worse: Proposal = { ...proposal, evidence: [{ kind: 'late-clock', ref: 'k-1', facts: { dueOn: '2018-10-10', workingDaysLate: 3 } }] };
const { given } = behaviour<CandidateState, CandidateCommand, CandidateEvent>({ initial: noCandidate, decide: decideCandidate, evolve: evolveCandidate, rules: undefined });

const weigh = (said: Proposal | null, at = 10): CandidateCommand => ({ type: 'Weigh', proposal: said, at });
const proposed = (said = proposal, at = 10): CandidateEvent => ({ type: 'CandidateProposed', proposal: said, at });
const gone: CandidateEvent = { type: 'BasisGone', at: 20 };
const openFrom: CandidateCommand = { type: 'OpenFrom', caseId: 'c-1', by: 'supervisor-1', at: 30 };
const openedIt: CandidateEvent = { type: 'CandidateOpened', caseId: 'c-1', by: 'supervisor-1', at: 30 };
const dismiss: CandidateCommand = { type: 'DismissCandidate', reason: '平台故障', by: 'supervisor-1', at: 30 };
const dismissed: CandidateEvent = { type: 'CandidateDismissed', reason: '平台故障', by: 'supervisor-1', at: 30 };

describe('a candidate for accountability', () => {
  it('[Art. 23] is proposed by the record with its evidence, once, and anew only with other evidence', () => {
    given().when(weigh(proposal)).then([proposed()]);
    given([proposed()]).when(weigh(proposal, 11)).then([]);
    given([proposed()])
      .when(weigh({ ...proposal, evidence: [{ ref: 'k-1', facts: { workingDaysLate: 2, dueOn: '2018-10-10' }, kind: 'late-clock' }] }))
      .then([]);
    given([proposed()]).when(weigh(worse, 12)).then([proposed(worse, 12)]);
    given().when(weigh(null)).then([]);
  });

  it('[Art. 23] is withdrawn when what it rested on is corrected, and comes back with it', () => {
    given([proposed()]).when(weigh(null, 20)).then([gone]);
    expect([proposed(), gone].reduce(evolveCandidate, noCandidate)).toStrictEqual({ ...proposal, status: 'withdrawn', proposedAt: 10, baselessSince: 20, judged: null });
    given([proposed(), gone]).when(weigh(null, 21)).then([]);
    expect([proposed(), gone, proposed(proposal, 25)].reduce(evolveCandidate, noCandidate)).toStrictEqual({ ...proposal, status: 'proposed', proposedAt: 10, baselessSince: null, judged: null });
  });

  it('[Art. 23] is opened or dismissed by a person, once; withdrawn ones are neither', () => {
    given([proposed()]).when(openFrom).then([openedIt]);
    given([proposed()]).when(dismiss).then([dismissed]);
    given([proposed(), openedIt]).when(dismiss).thenRefused('candidate-judged-already');
    given([proposed(), dismissed]).when(openFrom).thenRefused('candidate-judged-already');
    given([proposed(), gone]).when(openFrom).thenRefused('candidate-withdrawn');
    given().when(openFrom).thenRefused('no-such-candidate');
    given([proposed()])
      .when({ ...dismiss, reason: ' ' } as CandidateCommand)
      .thenRefused('reason-missing', { field: 'reason' });
  });

  it('[Art. 23] keeps what a person judged, and says since when the record no longer supports it', () => {
    expect([proposed(), openedIt, gone].reduce(evolveCandidate, noCandidate)).toMatchObject({ status: 'opened', baselessSince: 20, judged: { caseId: 'c-1' } });
    expect([proposed(), dismissed, proposed(worse, 40)].reduce(evolveCandidate, noCandidate)).toMatchObject({ status: 'dismissed', judged: { reason: '平台故障' } });
  });

  it('[Art. 23] ends as the last weighing says, however often and in whatever order the weighings before came', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(proposal, worse, null), { maxLength: 8 }), fc.constantFrom(proposal, worse, null), (before, last) => {
        const state = [...before, last].reduce<CandidateState>((known, said) => {
          const decision = decideCandidate(known, weigh(said));
          return decision.accepted ? decision.events.reduce(evolveCandidate, known) : known;
        }, noCandidate);
        if (last === null) expect(['none', 'withdrawn']).toContain(state.status);
        else expect(state).toMatchObject({ status: 'proposed', evidence: last.evidence });
      }),
    );
  });
});
