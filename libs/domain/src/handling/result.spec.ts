import {
  after,
  approve,
  at,
  closed,
  contacted,
  dispatched,
  enter,
  entered,
  feedback,
  given,
  jointly,
  opened,
  returnAccepted,
  returnAsked,
  signed,
  wholeRound,
} from '../../spec/case-in-hand.js';
import type { EnterResult, HandlingCommand, HandlingEvent } from './index.js';

const handled: readonly HandlingEvent[] = [opened, dispatched, signed, contacted];
const jointlyHandled: readonly HandlingEvent[] = [opened, jointly, signed, contacted];
const opinion = (unit: string): HandlingEvent => ({ type: 'OpinionGiven', dispatchNo: 1, unit, text: '无异议', at: at('11T09:00:00') });

describe('entering a result', () => {
  it('[Art. 9] ends the handling but is not yet feedback', () => {
    given(handled).when(enter).then([entered]);
    expect(after([...handled, entered])).toMatchObject({ status: 'result-entered', dispatch: { approval: null, closedAt: null } });
  });

  it('[Art. 17] takes receipt when the unit never signed and does not wait for a contact that never came', () => {
    given([opened, dispatched])
      .when(enter)
      .then([{ ...signed, implied: true, at: at('12T09:00:00') }, entered]);
  });

  it('[Art. 9] says unfounded without further evidence', () => {
    given(handled)
      .when({ ...enter, resultCode: 'unfounded' })
      .then([{ ...entered, resultCode: 'unfounded' }]);
  });

  it('[Art. 9] needs a plan and a later review date when conditions are not ready', () => {
    const notReady: EnterResult = { ...enter, resultCode: 'conditions-not-ready', plan: '明年列入改造计划', reviewDate: '2019-03-01' };
    given(handled)
      .when(notReady)
      .then([{ ...entered, resultCode: 'conditions-not-ready', plan: '明年列入改造计划', reviewDate: '2019-03-01' }]);
    given(handled)
      .when({ ...notReady, plan: '' })
      .thenRefused('plan-missing', { field: 'plan' });
    given(handled)
      .when({ ...notReady, reviewDate: null })
      .thenRefused('review-date-missing', { field: 'reviewDate' });
    given(handled)
      .when({ ...notReady, reviewDate: '2018-09-12' })
      .thenRefused('review-date-not-later', { field: 'reviewDate', values: { reviewDate: '2018-09-12' } });
  });

  it('[Art. 9] needs the record of the explanation when it is beyond policy', () => {
    const beyond: EnterResult = { ...enter, resultCode: 'beyond-policy-explained', explanationRecord: '9月11日上门解释，当事人理解' };
    given(handled)
      .when(beyond)
      .then([{ ...entered, resultCode: 'beyond-policy-explained', explanationRecord: '9月11日上门解释，当事人理解' }]);
    given(handled)
      .when({ ...beyond, explanationRecord: ' ' })
      .thenRefused('explanation-record-missing', { field: 'explanationRecord' });
  });

  it('[Art. 9] keeps no evidence that belongs to another result', () => {
    given(handled)
      .when({ ...enter, plan: '明年', reviewDate: '2019-03-01', explanationRecord: '已解释' })
      .then([entered]);
  });

  it('[Art. 8, 15(2)] rests on the opinions of all assisting units, or names who gave none', () => {
    given(jointlyHandled).when(enter).thenRefused('opinions-missing', { field: 'missingOpinions', values: { units: 'housing、town' } });
    given([...jointlyHandled, opinion('housing')])
      .when(enter)
      .thenRefused('opinions-missing', { field: 'missingOpinions', values: { units: 'town' } });
    given([...jointlyHandled, opinion('housing'), opinion('town')]).when(enter).then([entered]);
    given([...jointlyHandled, opinion('housing')])
      .when({ ...enter, missingOpinions: ['town'] })
      .then([{ ...entered, missingOpinions: ['town'] }]);
    given([...jointlyHandled, opinion('housing')])
      .when({ ...enter, missingOpinions: ['housing', 'town'] })
      .thenRefused('opinion-not-missing', { field: 'missingOpinions', values: { units: 'housing' } });
  });

  it('[Art. 17(return)] waits for the county’s decision on a return', () => {
    given([...jointlyHandled, { ...returnAsked, unit: 'housing', suggestedUnit: 'town' }])
      .when({ ...enter, missingOpinions: ['housing', 'town'] })
      .thenRefused('return-undecided', { values: { unit: 'housing' } });
    given([opened, dispatched, returnAsked, { ...returnAccepted, accepted: false, reason: '属水务部门' }])
      .when(enter)
      .then([{ ...signed, implied: true, at: at('12T09:00:00') }, entered]);
  });

  it.each<[string, readonly HandlingEvent[], Partial<EnterResult>]>([
    ['only-the-lead-unit', jointlyHandled, { unit: 'housing' }],
    ['not-this-units-ticket', handled, { unit: 'town' }],
    ['not-dispatched', [opened], {}],
    ['text-missing', handled, { text: '' }],
    ['already-result-entered', [...handled, entered], { at: at('12T10:00:00') }],
    ['already-feedback-given', [...handled, entered, feedback], {}],
    ['already-closed', wholeRound, {}],
    ['before-previous-step', handled, { at: at('10T09:59:59') }],
    ['before-previous-step', [...jointlyHandled, opinion('housing')], { missingOpinions: ['town'], at: at('11T08:59:59') }],
    ['in-the-future', handled, { at: at('28T18:05:01') }],
  ])('[Art. 9] is refused as %s', (slug, before, change) => {
    const { decision } = given(before).when({ ...enter, ...change });
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});

describe('approval', () => {
  it('[Art. 18] by the principal leader with the seal makes the result feedback', () => {
    given([...handled, entered]).when(approve).then([feedback]);
  });

  it.each<[string, readonly HandlingEvent[], HandlingCommand]>([
    ['no-result-entered', handled, approve],
    ['approver-missing', [...handled, entered], { ...approve, approver: '' }],
    ['seal-missing', [...handled, entered], { ...approve, sealNumber: ' ' }],
    ['not-this-units-ticket', [...handled, entered], { ...approve, unit: 'housing' }],
    ['only-the-lead-unit', [...jointlyHandled, { ...entered, missingOpinions: ['housing', 'town'] }], { ...approve, unit: 'housing' }],
    ['already-feedback-given', [...handled, entered, feedback], approve],
    ['already-closed', wholeRound, approve],
    ['before-previous-step', [...handled, entered], { ...approve, at: at('12T08:59:59') }],
  ])('[Art. 18] is refused as %s', (slug, before, command) => {
    const { decision } = given(before).when(command);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });

  it('[Art. 18] may be withheld with a reason; the unit then enters a better result', () => {
    const sendBack: HandlingCommand = { type: 'SendBack', unit: 'water', reason: '未说明修复时间', at: at('12T11:00:00') };
    const sentBack: HandlingEvent = { type: 'ResultSentBack', dispatchNo: 1, unit: 'water', reason: '未说明修复时间', at: at('12T11:00:00') };
    given([...handled, entered]).when(sendBack).then([sentBack]);
    given([...handled, entered])
      .when({ ...sendBack, reason: '' })
      .thenRefused('reason-missing', { field: 'reason' });
    given(handled).when(sendBack).thenRefused('no-result-entered');
    given([...handled, entered, sentBack])
      .when({ ...enter, text: '管网已于9月11日修复', at: at('12T14:00:00') })
      .then([{ ...entered, text: '管网已于9月11日修复', at: at('12T14:00:00') }]);
    given([...handled, entered, sentBack])
      .when({ ...enter, at: at('12T10:59:59') })
      .thenRefused('before-previous-step');
    given([...handled, entered, sentBack]).when(approve).thenRefused('no-result-entered');
    expect(after([...handled, entered, sentBack])).toMatchObject({
      status: 'dispatched',
      dispatch: { result: null, sentBack: [{ result: { text: '管网已修复' }, reason: '未说明修复时间', at: at('12T11:00:00') }] },
    });
  });
});

describe('the paper file', () => {
  const register: HandlingCommand = { type: 'RegisterPaper', at: at('13T10:00:00') };

  it('[Art. 18] closes the round when the county registers it', () => {
    given([...handled, entered, feedback]).when(register).then([closed]);
    given([opened, { ...dispatched, supervised: 'leader-instruction' }, signed, contacted, entered, feedback])
      .when(register)
      .then([{ ...closed, supervised: true }]);
  });

  it.each<[string, readonly HandlingEvent[], HandlingCommand]>([
    ['no-feedback-given', [opened], register],
    ['no-feedback-given', handled, register],
    ['no-feedback-given', [...handled, entered], register],
    ['already-closed', wholeRound, register],
    ['before-previous-step', [...handled, entered, feedback], { type: 'RegisterPaper', at: at('12T14:59:59') }],
  ])('[Art. 18] nothing unsealed or unapproved is closed: %s', (slug, before, command) => {
    const { decision } = given(before).when(command);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});
