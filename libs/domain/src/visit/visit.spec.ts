import { codesOf, instantOf, SATISFACTION, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as visit from './index.js';
import type { CorrectVisit, PlanVisit, RecordVisit, VisitCommand, VisitEvent, VisitPlanned, VisitRecorded, VisitRules } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const rules: VisitRules = { now: at('28T18:00:00'), attempts: 3, unsolvedIsDissatisfied: true };
const { given } = behaviour({ initial: visit.initial, decide: visit.decide, evolve: visit.evolve, rules });

const plan: PlanVisit = { type: 'PlanVisit', visitId: 't-1:1', ticketId: 't-1', dispatchNo: 1, round: 1, unit: 'water', basis: 'sampled', dueOn: '2018-09-29', at: at('13T10:00:00') };
const planned: VisitPlanned = { ...plan, dueOn: '2018-09-29', type: 'VisitPlanned' };
const record: RecordVisit = { type: 'RecordVisit', reached: true, solved: true, satisfaction: 'satisfied', note: '已来水', at: at('14T10:00:00') };
const recorded: VisitRecorded = { type: 'VisitRecorded', reached: true, solved: true, satisfaction: 'satisfied', note: '已来水', attempts: 1, at: at('14T10:00:00') };
const unhappy: VisitRecorded = { ...recorded, satisfaction: 'dissatisfied' };
const failed = (attempts: number, time: string): VisitEvent => ({ type: 'VisitAttempted', attempts, note: null, at: at(time) });
const tried = [planned, failed(1, '14T10:00:00'), failed(2, '14T16:00:00')];
const order: VisitCommand = { type: 'OrderRework', reason: '停水仍未解决', at: at('14T11:00:00') };
const ordered: VisitEvent = { type: 'ReworkOrdered', round: 2, reason: '停水仍未解决', at: at('14T11:00:00') };

describe('a return visit', () => {
  it('[Art. 19] is planned once for a closed dispatch', () => {
    given().when(plan).then([planned]);
    given([planned]).when(plan).thenRefused('already-planned');
    given()
      .when({ ...plan, at: at('28T18:05:01') })
      .thenRefused('in-the-future');
  });

  it('[Art. 19] records whether the petitioner was reached, whether it is solved, and how satisfied they are', () => {
    given([planned]).when(record).then([recorded]);
    given([planned])
      .when(record)
      .thenState({
        status: 'recorded',
        visitId: 't-1:1',
        ticketId: 't-1',
        dispatchNo: 1,
        round: 1,
        unit: 'water',
        basis: 'sampled',
        plannedAt: at('13T10:00:00'),
        dueOn: '2018-09-29',
        caller: null,
        attempts: 1,
        lastAttemptAt: at('14T10:00:00'),
        outcome: { reached: true, solved: true, satisfaction: 'satisfied', note: '已来水', at: at('14T10:00:00') },
        rework: null,
      });
  });

  it('[Art. 19] tries again until the policy’s attempts are spent, and then says that nobody was reached', () => {
    const call = (time: string): RecordVisit => ({ type: 'RecordVisit', reached: false, at: at(time) });
    given([planned])
      .when(call('14T10:00:00'))
      .then([failed(1, '14T10:00:00')]);
    given(tried)
      .when(call('15T10:00:00'))
      .then([{ type: 'VisitRecorded', reached: false, solved: false, satisfaction: null, note: null, attempts: 3, at: at('15T10:00:00') }]);
    given(tried)
      .when({ ...record, at: at('15T10:00:00') })
      .then([{ ...recorded, attempts: 3, at: at('15T10:00:00') }]);
  });

  it('[Art. 19] is given to a caller, and to another one as long as nothing is recorded', () => {
    const assign: VisitCommand = { type: 'AssignVisit', caller: 'operator-1', at: at('13T11:00:00') };
    const assigned: VisitEvent = { type: 'VisitAssigned', caller: 'operator-1', at: at('13T11:00:00') };
    given([planned]).when(assign).then([assigned]);
    given([planned, assigned])
      .when({ ...assign, caller: 'operator-2' })
      .then([{ ...assigned, caller: 'operator-2' }]);
    expect([planned, assigned].reduce(visit.evolve, visit.initial)).toMatchObject({ status: 'planned', caller: 'operator-1' });
    given([planned, recorded]).when(assign).thenRefused('already-recorded');
    given([planned])
      .when({ ...assign, caller: ' ' })
      .thenRefused('caller-missing', { field: 'caller' });
    given().when(assign).thenRefused('no-such-visit');
  });

  it.each<[string, readonly VisitEvent[], VisitCommand]>([
    ['no-such-visit', [], record],
    ['no-such-visit', [], order],
    ['already-recorded', [planned, recorded], record],
    ['solved-missing', [planned], { ...record, solved: null }],
    ['satisfaction-missing', [planned], { ...record, satisfaction: undefined }],
    ['nobody-reached-nothing-said', [planned], { ...record, reached: false, satisfaction: null }],
    ['nobody-reached-nothing-said', [planned], { ...record, reached: false, solved: null }],
    ['before-previous-step', [planned], { ...record, at: at('13T09:59:59') }],
    ['before-previous-step', tried, { ...record, at: at('14T15:59:59') }],
    ['in-the-future', [planned], { ...record, at: at('28T18:05:01') }],
  ])('[Art. 19] is refused as %s', (slug, before, command) => {
    const { decision } = given(before).when(command);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});

describe('an outcome that was entered wrongly', () => {
  const correct: CorrectVisit = { type: 'CorrectVisit', reached: true, solved: false, satisfaction: 'dissatisfied', note: '水压不足', reason: '录入时选错', by: 'supervisor-1', at: at('15T10:00:00') };
  const corrected: VisitEvent = { ...correct, type: 'VisitCorrected', correction: 1, solved: false, satisfaction: 'dissatisfied', note: '水压不足' };
  const before = { reached: true, solved: true, satisfaction: 'satisfied', note: '已来水', at: recorded.at };

  it('[Art. 19] is put right with a reason; the first outcome stays on record, and the day of the call stays', () => {
    given([planned, recorded]).when(correct).then([corrected]);
    const state = [planned, recorded, corrected].reduce(visit.evolve, visit.initial);
    expect(state).toMatchObject({
      status: 'recorded',
      attempts: 1,
      outcome: { reached: true, solved: false, satisfaction: 'dissatisfied', note: '水压不足', at: recorded.at },
      corrections: [{ outcome: before, reason: '录入时选错', by: 'supervisor-1', at: correct.at }],
    });
    const back: VisitCommand = { ...correct, solved: true, satisfaction: 'satisfied', note: '已来水', at: at('16T10:00:00') };
    given([planned, recorded, corrected])
      .when(back)
      .then([{ ...back, type: 'VisitCorrected', correction: 2, solved: true, satisfaction: 'satisfied', note: '已来水' }]);
  });

  it('[Art. 19] may turn out to be a call that nobody answered, or one that somebody did', () => {
    const nobody: VisitCommand = { ...correct, reached: false, solved: null, satisfaction: null, note: null };
    given([planned, recorded]).when(nobody).then([{ ...corrected, reached: false, solved: false, satisfaction: null, note: null } as VisitEvent]);
    given([planned, { ...recorded, reached: false, solved: false, satisfaction: null, note: null }])
      .when(correct)
      .then([corrected]);
  });

  it('[Art. 19] opens the way to rework, or closes it', () => {
    given([planned, recorded, corrected]).when({ ...order, at: at('15T11:00:00') } as VisitCommand).then([{ ...ordered, at: at('15T11:00:00') } as VisitEvent]);
    given([planned, recorded, corrected]).when({ ...order, at: at('15T09:59:59') } as VisitCommand).thenRefused('before-previous-step');
    given([planned, unhappy, { ...corrected, solved: true, satisfaction: 'satisfied' } as VisitEvent])
      .when({ ...order, at: at('15T11:00:00') } as VisitCommand)
      .thenRefused('not-dissatisfied');
  });

  it.each<[string, readonly VisitEvent[], Partial<CorrectVisit>, Partial<VisitRules>]>([
    ['no-such-visit', [], {}, {}],
    ['not-recorded', [planned], {}, {}],
    ['already-ordered', [planned, unhappy, ordered], {}, {}],
    ['outcome-appraised', [planned, recorded], {}, { restsOnOutcome: 'appraised-period' }],
    ['finding-rests-on-outcome', [planned, recorded], {}, { restsOnOutcome: 'poor-handling' }],
    ['reason-missing', [planned, recorded], { reason: ' ' }, {}],
    ['solved-missing', [planned, recorded], { solved: null }, {}],
    ['satisfaction-missing', [planned, recorded], { satisfaction: null }, {}],
    ['nobody-reached-nothing-said', [planned, recorded], { reached: false }, {}],
    ['nothing-corrected', [planned, recorded], { solved: true, satisfaction: 'satisfied', note: '已来水' }, {}],
    ['before-previous-step', [planned, recorded], { at: at('14T09:59:59') }, {}],
    ['before-previous-step', [planned, recorded, corrected], { at: at('15T09:59:59'), note: null }, {}],
    ['in-the-future', [planned, recorded], { at: at('28T18:05:01') }, {}],
  ])('[Art. 19, 22] is left as it is: %s', (slug, events, about, more) => {
    expect(given(events).when({ ...correct, ...about }, { ...rules, ...more }).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});

describe('rework after a visit', () => {
  it('[Art. 19] follows a finding that the matter is not as the unit reported it, whatever the petitioner said, once', () => {
    const onFinding: VisitCommand = { ...order, followUpId: 'f-1' } as VisitCommand;
    const orderedOnFinding = { ...ordered, followUpId: 'f-1' } as VisitEvent;
    given([planned, recorded]).when(onFinding).then([orderedOnFinding]);
    given([planned, { ...recorded, reached: false, solved: false, satisfaction: null }]).when(onFinding).then([orderedOnFinding]);
    given([planned, recorded, orderedOnFinding]).when(onFinding).thenRefused('already-ordered', { values: { round: 2 } });
    given([planned]).when(onFinding).thenRefused('not-recorded');
    given([planned, recorded])
      .when({ ...onFinding, reason: '' } as VisitCommand)
      .thenRefused('reason-missing', { field: 'reason' });
  });

  it('[Art. 19] follows dissatisfaction, once and with a reason', () => {
    given([planned, unhappy]).when(order).then([ordered]);
    given([planned, unhappy, ordered]).when(order).thenRefused('already-ordered', { values: { round: 2 } });
    given([planned, unhappy])
      .when({ ...order, reason: '' } as VisitCommand)
      .thenRefused('reason-missing', { field: 'reason' });
    given([planned]).when(order).thenRefused('not-recorded');
    given([planned, unhappy])
      .when({ ...order, at: at('14T09:59:59') } as VisitCommand)
      .thenRefused('before-previous-step');
    expect([planned, unhappy, ordered].reduce(visit.evolve, visit.initial)).toMatchObject({
      status: 'rework-ordered',
      rework: { round: 2, reason: '停水仍未解决', at: at('14T11:00:00') },
    });
  });

  it('[Art. 19] opens the round after the one that was asked about', () => {
    given([{ ...planned, dispatchNo: 4, round: 3 }, unhappy])
      .when(order)
      .then([{ ...ordered, round: 4 } as VisitEvent]);
  });

  it.each(codesOf(SATISFACTION))('[Art. 19] of the five levels, only the two lowest are dissatisfied: %s', (satisfaction) => {
    const { decision } = given([planned, { ...recorded, satisfaction }]).when(order);
    const low = satisfaction === 'dissatisfied' || satisfaction === 'very-dissatisfied';
    expect(decision).toStrictEqual(low ? { accepted: true, events: [ordered] } : { accepted: false, refusal: { slug: 'not-dissatisfied' } });
  });

  it('[Art. 19] follows "not solved" where the policy says so', () => {
    const unsolved = [planned, { ...recorded, solved: false }];
    given(unsolved).when(order).then([ordered]);
    given(unsolved)
      .when(order, { ...rules, unsolvedIsDissatisfied: false })
      .thenRefused('not-dissatisfied');
  });

  it('[Art. 19] never follows from nobody having been reached', () => {
    given([planned, { ...recorded, reached: false, solved: false, satisfaction: null }])
      .when(order)
      .thenRefused('not-dissatisfied');
  });
});
