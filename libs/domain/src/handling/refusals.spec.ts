import { after, approve, at, contacted, dispatched, enter, entered, feedback, given, jointly, opened, returnAccepted, returnAsked, rules, signed, transfer, wholeRound } from '../../spec/case-in-hand.js';
import { authorises, grantAuthorisation, reviewDateOf, revokeAuthorisation, tasksOf, type Authorisation, type GrantAuthorisation, type HandlingCommand, type HandlingEvent, type ReviewConditions } from './index.js';

const inUnit = (unit: string, time: string) => ({ dispatchNo: 1, unit, at: at(time) });
const instructed: HandlingEvent = { type: 'InstructionGiven', ...inUnit('water', '12T12:00:00'), leader: 'zhao', text: '请限期办结' };
const refused: HandlingEvent = { ...returnAccepted, accepted: false, reason: '属你单位' };
const notReady: HandlingEvent = { ...entered, resultCode: 'conditions-not-ready', plan: '列入明年计划', reviewDate: '2018-12-01' };
const notReadyDone: readonly HandlingEvent[] = [opened, jointly, notReady, { ...feedback, resultCode: 'conditions-not-ready' }];
const review: ReviewConditions = { type: 'ReviewConditions', unit: 'water', outcome: 'still-not-ready', text: '管网尚未改造', plan: '明年六月完工', reviewDate: '2019-06-30', at: at('14T10:00:00') };

describe('a refused step', () => {
  it.each<[string, readonly HandlingEvent[], HandlingCommand, string, object]>([
    ['[Art. 15] a second dispatch', [opened, dispatched], transfer, 'already-dispatched', { values: { dispatchNo: 1, lead: 'water' } }],
    ['[Art. 16] a third application', [opened, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }, { type: 'UpstreamReturnDecided', accepted: false, at: at('10T11:00:00') }], { type: 'DecideUpstreamReturn', accepted: true, at: at('10T12:00:00') }, 'no-upstream-return-asked', {}],
    ['[Art. 19] a round that is left out', wholeRound, { type: 'OrderRework', round: 3, at: at('14T10:00:00') }, 'not-the-next-round', { field: 'round', values: { next: 2 } }],
    ['[Art. 6] marks that stand', [opened, { type: 'CaseMarked', marks: ['hot'], reason: null, at: at('10T10:00:00') }], { type: 'MarkCase', marks: ['hot', 'hot'], at: at('10T11:00:00') }, 'marks-unchanged', { field: 'marks' }],
    ['[Art. 6] marks of what the prefecture took back', [opened, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }, { type: 'UpstreamReturnDecided', accepted: true, at: at('10T11:00:00') }], { type: 'MarkCase', marks: ['hot'], at: at('10T12:00:00') }, 'already-returned-upstream', {}],
    ['[Art. 6] a mark from before the dispatch', [opened, dispatched], { type: 'MarkCase', marks: ['hot'], at: at('10T09:45:00') }, 'before-previous-step', { field: 'at', values: { previous: '2018-09-10T02:00:00.000Z' } }],
    ['[Art. 6] the same instruction', [opened, dispatched, instructed], { type: 'GiveInstruction', unit: 'water', leader: 'zhao', text: '请限期办结', at: at('12T13:00:00') }, 'already-instructed', { values: { instructedAt: '2018-09-12T04:00:00.000Z' } }],
    ['[Art. 6] an instruction from before the last', [opened, dispatched, instructed], { type: 'GiveInstruction', unit: 'water', leader: 'zhao', text: '再办', at: at('12T11:00:00') }, 'before-previous-step', { field: 'at', values: { previous: '2018-09-12T04:00:00.000Z' } }],
    ['[Art. 9] a result without words', [opened, dispatched], { ...enter, text: ' ' }, 'text-missing', { field: 'text' }],
    ['[Art. 9] conditions without a date', [opened, dispatched], { ...enter, resultCode: 'conditions-not-ready', plan: '明年' }, 'review-date-missing', { field: 'reviewDate' }],
    ['[Art. 15(2)] a result without two opinions', [opened, jointly], enter, 'opinions-missing', { field: 'missingOpinions', values: { units: 'housing、town' } }],
    ['[Art. 18] approval by nobody', [opened, dispatched, entered], { ...approve, approver: '' }, 'approver-missing', { field: 'approver' }],
    ['[Art. 18] approval without a seal', [opened, dispatched, entered], { ...approve, sealNumber: ' ' }, 'seal-missing', { field: 'sealNumber' }],
    ['[Art. 6, 18] approval from before the instruction', [opened, dispatched, entered, { ...instructed, at: at('12T10:00:00') }, { ...instructed, text: '再办', at: at('12T16:00:00') }], approve, 'before-previous-step', { field: 'at', values: { previous: '2018-09-12T08:00:00.000Z' } }],
    ['[Art. 17(return)] a second return', [opened, dispatched, returnAsked], { type: 'AskReturn', unit: 'water', reason: '不属本单位', suggestedUnit: 'town', at: at('10T17:00:00') }, 'return-already-asked', { values: { askedAt: '2018-09-10T08:00:00.000Z' } }],
    ['[Art. 17(return)] a return without reason', [opened, dispatched], { type: 'AskReturn', unit: 'water', reason: '', suggestedUnit: 'town', at: at('10T17:00:00') }, 'reason-missing', { field: 'reason' }],
    ['[Art. 17(return)] a return to oneself', [opened, dispatched], { type: 'AskReturn', unit: 'water', reason: '不属', suggestedUnit: 'water', at: at('10T17:00:00') }, 'suggested-unit-is-the-asker', { field: 'suggestedUnit' }],
    ['[Art. 17(return)] a return to nobody', [opened, dispatched], { type: 'AskReturn', unit: 'water', reason: '不属', suggestedUnit: 'moon', at: at('10T17:00:00') }, 'unknown-unit', { field: 'suggestedUnit', values: { unit: 'moon' } }],
    ['[Art. 17(return)] a decision on no return', [opened, dispatched], { type: 'DecideReturn', unit: 'water', accepted: true, at: at('11T09:00:00') }, 'no-return-asked', { field: 'unit', values: { unit: 'water' } }],
    ['[Art. 17(return)] a second decision', [opened, dispatched, returnAsked, refused], { type: 'DecideReturn', unit: 'water', accepted: true, at: at('11T10:00:00') }, 'already-decided', { values: { decidedAt: '2018-09-11T01:00:00.000Z' } }],
    ['[Art. 17] a contact after the contact', [opened, dispatched, contacted], { type: 'RecordContact', unit: 'water', way: 'phone', reached: true, at: at('10T15:00:00') }, 'already-contacted', { values: { contactedAt: '2018-09-10T06:00:00.000Z' } }],
    ['[Art. 17] a call from before the last', [opened, dispatched, { type: 'ContactAttempted', ...inUnit('water', '10T14:00:00'), way: 'phone', attempts: 1, note: null }], { type: 'RecordContact', unit: 'water', way: 'phone', reached: true, at: at('10T13:00:00') }, 'before-previous-step', { field: 'at', values: { previous: '2018-09-10T06:00:00.000Z' } }],
    ['[Art. 15(2)] an opinion without words', [opened, jointly], { type: 'GiveOpinion', unit: 'town', text: '', at: at('10T15:00:00') }, 'text-missing', { field: 'text' }],
    ['[Art. 20] anything on a disposed file', [...wholeRound, { type: 'CaseDisposed', certificateNo: 'XH-1', at: at('20T10:00:00') }], { type: 'OrderRework', round: 2, at: at('21T10:00:00') }, 'case-disposed', { values: { disposedAt: '2018-09-20T02:00:00.000Z' } }],
    ['[Art. 20] the disposal of what the prefecture has not decided', [opened, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }], { type: 'DisposeCase', certificateNo: 'XH-1', at: at('20T10:00:00') }, 'not-closed', {}],
    ['[Art. 9] a review by an assisting unit', notReadyDone, { ...review, unit: 'town' }, 'only-the-lead-unit', {}],
    ['[Art. 9] a review of what was resolved', wholeRound, review, 'nothing-to-review', {}],
    ['[Art. 9] a review that is to be looked at on the same day', notReadyDone, { ...review, reviewDate: '2018-09-14' }, 'review-date-not-later', { field: 'reviewDate', values: { reviewDate: '2018-09-14' } }],
  ])('%s says where and why', (_name, events, command, slug, about) => {
    given(events).when(command).thenRefused(slug as never, about);
  });
});

describe('a step that just passes', () => {
  it('[Art. 15(3)] is supervised on the ground that its petitioner is; a finding belongs to a second dissatisfaction, which supervision orders', () => {
    for (const [petitionerKind, supervised] of [['enterprise', 'enterprise'], ['deputy', 'deputy-or-delegate']] as const) {
      expect(given([{ ...opened, petitionerKind }]).when({ ...transfer, supervised }).decision).toMatchObject({ accepted: true, events: [{ supervised }] });
    }
    given([opened]).when({ ...transfer, supervised: 'leader-instruction', finding: '办理不力' }).thenRefused('second-dissatisfaction-is-ordered-in-supervision', { field: 'finding' });
  });

  it('[Art. 9, 16] is told on disposal, answers and results alike: what the prefecture took back may be disposed of, an unfounded matter needs no proof', () => {
    const takenBack: HandlingEvent[] = [opened, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }, { type: 'UpstreamReturnDecided', accepted: true, at: at('10T11:00:00') }];
    given(takenBack).when({ type: 'DisposeCase', certificateNo: 'XH-1', at: at('20T10:00:00') }).then([{ type: 'CaseDisposed', certificateNo: 'XH-1', at: at('20T10:00:00') }]);
    given([opened, dispatched, signed]).when({ ...enter, resultCode: 'unfounded' }).then([{ ...entered, resultCode: 'unfounded' }]);
  });

  it('[Art. 6] instructs again in other words, and marks a ticket more or otherwise', () => {
    given([opened, { type: 'CaseMarked', marks: ['hot'], reason: null, at: at('10T10:00:00') }]).when({ type: 'MarkCase', marks: ['key'], reason: '不再是热点', at: at('10T11:00:00') }).then([{ type: 'CaseMarked', marks: ['key'], reason: '不再是热点', at: at('10T11:00:00') }]);
    expect(given([opened, dispatched, instructed]).when({ type: 'GiveInstruction', unit: 'water', leader: 'zhao', text: '再办', at: instructed.at }).decision).toMatchObject({ accepted: true });
    given([opened, { type: 'CaseMarked', marks: ['hot'], reason: null, at: at('10T10:00:00') }]).when({ type: 'MarkCase', marks: ['key', 'hot'], at: at('10T11:00:00') }).then([{ type: 'CaseMarked', marks: ['hot', 'key'], reason: null, at: at('10T11:00:00') }]);
  });

  it('[Art. 17] calls twice at one moment, and files the paper with what is on it', () => {
    const tried: HandlingEvent = { type: 'ContactAttempted', ...inUnit('water', '10T14:00:00'), way: 'phone', attempts: 1, note: null };
    given([opened, dispatched, signed, tried]).when({ type: 'RecordContact', unit: 'water', way: 'phone', reached: true, at: tried.at }).then([{ ...contacted, attempts: 2, at: tried.at }]);
    const paper = { year: 2018, number: 7, pages: 12, remark: null };
    given([opened, dispatched, entered, feedback]).when({ type: 'RegisterPaper', paper, at: at('13T10:00:00') }).then([{ type: 'CaseClosed', dispatchNo: 1, round: 1, unit: 'water', supervised: false, paper, at: at('13T10:00:00') }]);
    expect(after([opened, dispatched, entered, feedback, { type: 'CaseClosed', dispatchNo: 1, round: 1, unit: 'water', supervised: false, paper, at: at('13T10:00:00') }])).toMatchObject({ dispatch: { paper } });
  });

  it('[Art. 15(2), 17(return)] returns within the window that a unit was told when it was brought in, though a revised calendar would end it earlier', () => {
    const told: HandlingEvent = { type: 'AssistingAdded', ...inUnit('town', '11T10:00:00'), round: 1, returnDueAt: at('14T00:00:00') };
    const ask: HandlingCommand = { type: 'AskReturn', unit: 'town', reason: '不属本镇', suggestedUnit: 'housing', at: at('13T17:00:00') };
    expect(given([opened, dispatched, told]).when(ask).decision).toMatchObject({ accepted: true });
    given([opened, dispatched, told]).when({ ...ask, at: at('14T00:00:00') }).thenRefused('outside-return-window', { values: { until: '2018-09-13T16:00:00.000Z' } });
    const { returnDueAt: _told, ...untold } = told;
    given([opened, dispatched, untold as HandlingEvent]).when(ask).thenRefused('outside-return-window', { values: { until: '2018-09-12T16:00:00.000Z' } });
  });

  it('[Art. 18] keeps on the file by which authorisation a deputy approved, and none where the leader did', () => {
    const approvalOf = (event: HandlingEvent): unknown => (after([opened, dispatched, entered, event]) as { dispatch: { approval: unknown } }).dispatch.approval;
    const approval = { approver: feedback.approver, authorisation: null, sealNumber: feedback.sealNumber, at: feedback.at };
    expect(approvalOf(feedback)).toStrictEqual(approval);
    expect(approvalOf({ ...feedback, authorisation: '元水发〔2018〕3号', authorisationId: 'a-2' })).toStrictEqual({ ...approval, authorisation: '元水发〔2018〕3号', authorisationId: 'a-2' });
  });

  it('[Art. 9] looks at conditions again, by the county too, and says when next', () => {
    const reviewed: HandlingEvent = { type: 'ConditionsReviewed', ...inUnit('water', '14T10:00:00'), outcome: 'still-not-ready', text: review.text, plan: '明年六月完工', reviewDate: '2019-06-30' };
    given(notReadyDone).when(review).then([reviewed]);
    expect(given(notReadyDone).when({ type: 'ReviewConditions', unit: null, outcome: 'resolved', text: '已完工', at: at('14T10:00:00') }).decision).toMatchObject({ accepted: true, events: [{ outcome: 'resolved' }] });
    const dates = [notReadyDone.slice(0, 3), notReadyDone, [...notReadyDone, reviewed], [...notReadyDone, reviewed, { ...reviewed, outcome: 'resolved', plan: null, reviewDate: null } as HandlingEvent], wholeRound, [opened]].map((events) => reviewDateOf(after(events)));
    expect(dates).toEqual([null, '2018-12-01', '2019-06-30', null, null, null]);
    expect(reviewDateOf(after([...notReadyDone, { type: 'CaseClosed', dispatchNo: 1, round: 1, unit: 'water', supervised: false, at: at('13T10:00:00') }, { type: 'CaseDisposed', certificateNo: 'XH-1', at: at('20T10:00:00') }]))).toBeNull();
  });

  it('[Art. 15(2), 17(return)] leaves to a unit that went nothing to do, and to the others what they have not done', () => {
    const townAsks = { ...returnAsked, unit: 'town' };
    const gone: HandlingEvent[] = [opened, jointly, signed, { type: 'OpinionGiven', ...inUnit('housing', '10T15:00:00'), text: '同意' }, townAsks];
    const of = (task: string, unit: string): unknown => ({ task, unit });
    expect(tasksOf(after(gone))).toEqual([of('decide-return', 'town'), of('sign', 'housing'), of('sign', 'town'), of('opinion', 'town'), of('result', 'water')]);
    expect(tasksOf(after([...gone, { ...returnAccepted, unit: 'town', role: 'assisting' }]))).toEqual([of('sign', 'housing'), of('result', 'water')]);
    expect(tasksOf(after([...gone, { ...returnAccepted, unit: 'town', role: 'assisting', accepted: false, reason: '属你镇' }]))).toEqual([of('sign', 'housing'), of('sign', 'town'), of('opinion', 'town'), of('result', 'water')]);
  });
});

describe('an authorisation of a deputy', () => {
  const grant: GrantAuthorisation = { type: 'GrantAuthorisation', id: 'a-2', unit: 'water', deputy: 'qian', documentNumber: '元水发〔2018〕3号', from: '2018-09-10', to: '2018-09-20', by: 'zhao', at: at('10T09:00:00') };
  const { type: _type, by, at: grantedAt, ...content } = grant;
  const granted: Authorisation = { ...content, grantedBy: by, grantedAt, revocation: null };
  const known: Authorisation = { ...granted, id: 'a-1', documentNumber: '元水发〔2018〕1号' };

  it.each<[Partial<GrantAuthorisation>, string, object]>([
    [{ deputy: 'zhao' }, 'deputy-is-the-leader', { field: 'deputy' }],
    [{ documentNumber: ' ' }, 'document-number-missing', { field: 'documentNumber' }],
    [{ to: '2018-09-09' }, 'authorisation-period-reversed', { field: 'to' }],
    [{ from: '2018-09-01', to: '2018-09-09' }, 'authorisation-period-over', { field: 'to', values: { to: '2018-09-09' } }],
  ])('[Art. 18] is refused for %j', (change, slug, about) => {
    expect(grantAuthorisation([], { ...grant, ...change })).toEqual({ accepted: false, refusal: { slug, ...about } });
  });

  it('[Art. 18] may be for this very day, and only one holds for a deputy at a time', () => {
    const accepted = (other: Partial<Authorisation>, change: Partial<GrantAuthorisation> = {}): boolean => grantAuthorisation([{ ...known, ...other }], { ...grant, ...change }).accepted;
    expect(grantAuthorisation([], { ...grant, to: '2018-09-10' })).toEqual({ accepted: true, events: [{ ...granted, to: '2018-09-10' }] });
    expect(grantAuthorisation([known], grant)).toEqual({ accepted: false, refusal: { slug: 'already-authorised', field: 'deputy', values: { documentNumber: '元水发〔2018〕1号' } } });
    expect([accepted({ from: '2018-09-20', to: '2018-09-30' }), accepted({ from: '2018-09-01', to: '2018-09-10' })]).toEqual([false, false]);
    expect([accepted({ from: '2018-09-21', to: '2018-09-30' }), accepted({ from: '2018-09-01', to: '2018-09-09' }), accepted({ deputy: 'sun' }), accepted({ unit: 'town' })]).toEqual([true, true, true, true]);
    expect(accepted({ revocation: { by: 'zhao', at: at('10T08:00:00'), appointed: false } })).toBe(true);
    expect(revokeAuthorisation([known], 'a-9', { by: 'zhao', at: at('11T09:00:00'), appointed: false })).toMatchObject({ accepted: false });
  });

  it('[Art. 18] holds for its unit, its deputy and its days, until it is taken back', () => {
    const holds = (unit: string, account: string, time: string, authorisation = granted): boolean => authorises(authorisation, unit, account, at(time));
    expect([holds('water', 'qian', '10T00:00:00'), holds('water', 'qian', '20T23:59:59'), holds('town', 'qian', '11T09:00:00'), holds('water', 'sun', '11T09:00:00'), holds('water', 'qian', '09T23:59:59'), holds('water', 'qian', '21T00:00:00')]).toEqual([true, true, false, false, false, false]);
    const revoked: Authorisation = { ...granted, revocation: { by: 'zhao', at: at('12T09:00:00'), appointed: false } };
    expect([holds('water', 'qian', '12T08:59:59', revoked), holds('water', 'qian', '12T09:00:00', revoked)]).toEqual([true, false]);
  });

  it('[Art. 18] is named by an approval that rests on it, and a wrong one is refused with what it says', () => {
    const other: Authorisation = { ...granted, id: 'a-9', unit: 'town' };
    const own = { ...rules, authorisations: [other, granted] };
    const byDeputy = { ...approve, approver: 'qian', deputy: { authorisationId: 'a-2' } };
    given([opened, dispatched, entered]).when(byDeputy, own).then([{ ...feedback, approver: 'qian', authorisation: '元水发〔2018〕3号', authorisationId: 'a-2' }]);
    given([opened, dispatched, entered]).when({ ...byDeputy, deputy: { authorisationId: 'a-9' } }, own).thenRefused('no-such-authorisation', { field: 'deputy.authorisationId' });
    given([opened, dispatched, entered]).when({ ...byDeputy, at: at('21T10:00:00') }, own).thenRefused('authorisation-not-valid', { field: 'deputy.authorisationId', values: { documentNumber: '元水发〔2018〕3号', from: '2018-09-10', to: '2018-09-20' } });
  });
});
