import { checked } from '@hotline/contracts';
import { handling } from '@hotline/domain';
import { toldOf } from './case.events.js';

const AT = Date.UTC(2018, 8, 21, 1);
const SECRET = '张三 13900000000';
const step = { dispatchNo: 1, unit: 'YM-SWJ', at: AT };

/** One event of every kind, with a secret wherever a person may have written words. */
const EVENTS: { readonly [Type in handling.HandlingEvent['type']]: Extract<handling.HandlingEvent, { type: Type }> } = {
  CaseOpened: {
    ...{ type: 'CaseOpened', ticketId: '01a20600-0000-7000-8000-000000000001', category: 'help', petitionerKind: 'enterprise' },
    ...{ prefectureTransfer: true, receivedAt: AT, acceptedAt: AT },
  },
  AnswerNoted: { type: 'AnswerNoted', at: AT },
  AnswerCameLate: { type: 'AnswerCameLate', at: AT },
  DeclineNoted: { type: 'DeclineNoted', at: AT },
  DeclineCameLate: { type: 'DeclineCameLate', at: AT },
  DispatchWithdrawn: { type: 'DispatchWithdrawn', dispatchNo: 1, at: AT },
  DispatchRecalled: { type: 'DispatchRecalled', dispatchNo: 1, reason: SECRET, at: AT },
  CategoryChanged: { type: 'CategoryChanged', category: 'report', previous: 'help', at: AT },
  CaseDisposed: { type: 'CaseDisposed', certificateNo: '销〔2020〕1号', at: AT },
  CaseMarked: { type: 'CaseMarked', marks: ['hot', 'key'], reason: SECRET, at: AT },
  AssistingAdded: { type: 'AssistingAdded', ...step, round: 1, returnDueAt: AT },
  InstructionGiven: { type: 'InstructionGiven', ...step, leader: SECRET, text: SECRET },
  ConditionsReviewed: { type: 'ConditionsReviewed', ...step, outcome: 'still-not-ready', text: SECRET, plan: SECRET, reviewDate: '2019-03-01' },
  Dispatched: {
    ...{ type: 'Dispatched', dispatchNo: 1, round: 1, mode: 'joint', lead: 'YM-SWJ', assisting: ['532328101'], supervised: 'enterprise' },
    ...{ finding: SECRET, ruling: false, policy: 'yuanmou-2018@1', at: AT },
  },
  ReworkAwaitsDispatch: { type: 'ReworkAwaitsDispatch', round: 2, at: AT },
  Signed: { type: 'Signed', ...step, implied: false },
  OnSiteCheckDeclared: { type: 'OnSiteCheckDeclared', ...step },
  ContactAttempted: { type: 'ContactAttempted', ...step, way: 'phone', attempts: 1, note: SECRET },
  PetitionerContacted: { type: 'PetitionerContacted', ...step, way: 'phone', reached: true, attempts: 2, note: SECRET },
  OpinionGiven: { type: 'OpinionGiven', ...step, text: SECRET },
  ReturnAsked: { type: 'ReturnAsked', ...step, reason: SECRET, suggestedUnit: 'YM-JTYSJ' },
  ReturnDecided: { type: 'ReturnDecided', ...step, role: 'lead', accepted: false, reason: SECRET },
  ResultEntered: {
    ...{ type: 'ResultEntered', ...step, round: 1, resultCode: 'conditions-not-ready', text: SECRET, reviewDate: '2019-03-01' },
    ...{ plan: SECRET, explanationRecord: SECRET, missingOpinions: ['532328101'] },
  },
  ResultSentBack: { type: 'ResultSentBack', ...step, reason: SECRET },
  FeedbackGiven: { type: 'FeedbackGiven', ...step, round: 1, resultCode: 'unfounded', approver: SECRET, authorisation: SECRET, sealNumber: SECRET },
  CaseClosed: { type: 'CaseClosed', ...step, round: 1, supervised: true, paper: { year: 2018, number: 1, pages: 3, remark: SECRET } },
  UpstreamReturnAsked: { type: 'UpstreamReturnAsked', reason: SECRET, at: AT },
  UpstreamReturnDecided: { type: 'UpstreamReturnDecided', accepted: true, at: AT },
};

const state = handling.evolve(handling.initial, EVENTS.CaseOpened) as handling.Case;

describe('what routing tells', () => {
  it.each(Object.values(EVENTS))('of $type fits its contract and holds no word that a person wrote (Art. 10)', (event) => {
    const told = toldOf(event, state);
    if (told) checked(told.contract, told.about, 'out');
    expect(JSON.stringify(told?.about ?? {})).not.toContain(SECRET);
  });

  it.each([
    [EVENTS.DispatchWithdrawn, 'answered'],
    [{ ...EVENTS.DispatchWithdrawn, cause: 'declined' }, 'declined'],
    [EVENTS.DispatchRecalled, 'recalled'],
  ] as const)('says why a dispatch is void (Art. 12, 14, 18)', (event, reason) => {
    expect(toldOf(event, state)?.about).toEqual({ ticketId: state.ticketId, dispatchNo: 1, reason, withdrawnAt: '2018-09-21T01:00:00.000Z' });
  });

  it('is everything that others act on', () => {
    const names = Object.values(EVENTS).map((event) => toldOf(event, state)?.contract.name ?? `${event.type} is nobody's business`);
    expect(names.filter((name) => name.endsWith('business'))).toEqual([
      "CaseOpened is nobody's business",
      "AnswerNoted is nobody's business",
      "AnswerCameLate is nobody's business",
      "DeclineNoted is nobody's business",
      "DeclineCameLate is nobody's business",
      "CategoryChanged is nobody's business",
      "CaseDisposed is nobody's business",
      "ConditionsReviewed is nobody's business",
      "ContactAttempted is nobody's business",
      "ResultSentBack is nobody's business",
    ]);
    expect(names.filter((name) => name.startsWith('ticket.'))).toHaveLength(18);
  });
});
