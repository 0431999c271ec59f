import { instantOf, type Instant } from '@hotline/domain/shared';
import { rules as handlingRules } from '../../spec/case-in-hand.js';
import * as handling from '../handling/index.js';
import * as ticket from '../ticket/index.js';
import * as visit from '../visit/index.js';
import { historyHandlingCommands, planHistory, type HistoryPlan, type HistoryProblem, type HistoryRow, type HistoryRules } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const ticketId = 'b4f6a5a2-2f0e-4f6f-9a74-5c1f2f4f5a01';
const { units, ...others } = handlingRules;
const rules: HistoryRules = { ...others, units: { ...units, water: { active: true, hasLiaison: true, name: '县水务局' } }, ticketId, number: '5323282018091000001' };

const row: HistoryRow = {
  externalId: '17',
  source: 'old-system',
  channel: 'phone',
  category: 'help',
  title: '小区停水三天',
  text: '本小区已经停水三天，请尽快恢复供水。',
  subject: '城乡建设/供水',
  place: '元马镇',
  unit: 'water',
  receivedAt: '2018-09-10T09:00:00+08:00',
  dispatchedAt: '2018-09-10T10:00:00+08:00',
  signedAt: '2018-09-10T11:00:00+08:00',
  contactedAt: '2018-09-10T14:00:00+08:00',
  feedbackAt: '2018-09-12T15:00:00+08:00',
  closedAt: '2018-09-13T10:00:00+08:00',
  satisfaction: 'satisfied',
  solved: 'true',
};

function planOf(changes: HistoryRow, with_: HistoryRules = rules): HistoryPlan {
  const planned = planHistory({ ...row, ...changes }, with_);
  if (!planned.ok) throw new Error(`the row is refused: ${JSON.stringify(planned.problems)}`);
  return planned.plan;
}

function problemsOf(changes: HistoryRow, with_: HistoryRules = rules): readonly HistoryProblem[] {
  const planned = planHistory({ ...row, ...changes }, with_);
  if (planned.ok) throw new Error('the row is not refused');
  return planned.problems;
}

/** Runs the planned steps of routing as the service will. */
function caseOf(plan: HistoryPlan): handling.CaseState {
  return plan.handling.reduce((state, command) => {
    const decision = handling.decide(state, command, rules);
    if (!decision.accepted) throw new Error(decision.refusal.slug);
    return decision.events.reduce(handling.evolve, state);
  }, handling.initial);
}

const open = { dispatchedAt: '', signedAt: '', contactedAt: '', feedbackAt: '', closedAt: '', satisfaction: '', solved: '' };

describe('planning a past ticket', () => {
  it('[history import] gives every service its steps at their original times', () => {
    const plan = planOf({});
    expect(plan.ticket).toStrictEqual<ticket.TicketCommand[]>([
      {
        type: 'RegisterTicket',
        ticketId,
        number: '5323282018091000001',
        channel: 'phone',
        petitionerKind: 'individual',
        category: 'help',
        subject: '城乡建设/供水',
        townCode: null,
        place: '元马镇',
        title: '小区停水三天',
        text: '本小区已经停水三天，请尽快恢复供水。',
        receivedAt: at('10T09:00:00'),
        source: 'old-system',
        externalId: '17',
        prefectureNumber: null,
        at: at('10T09:00:00'),
      },
      { type: 'AcceptTicket', scopeCode: 'matter-to-solve', at: at('10T09:00:00') },
    ]);
    expect(plan.handling.map((command) => [command.type, 'at' in command ? command.at : command.acceptedAt])).toStrictEqual([
      ['OpenCase', at('10T09:00:00')],
      ['Dispatch', at('10T10:00:00')],
      ['Sign', at('10T11:00:00')],
      ['RecordContact', at('10T14:00:00')],
      ['EnterResult', at('12T15:00:00')],
      ['Approve', at('12T15:00:00')],
      ['RegisterPaper', at('13T10:00:00')],
    ]);
    expect(plan.visit).toStrictEqual<visit.VisitCommand[]>([
      { type: 'PlanVisit', visitId: `${ticketId}:1`, ticketId, dispatchNo: 1, round: 1, unit: 'water', basis: 'imported', at: at('13T10:00:00') },
      { type: 'RecordVisit', reached: true, solved: true, satisfaction: 'satisfied', at: at('13T10:00:00') },
    ]);
  });

  it('[history import] knows the township of a place that begins with its code', () => {
    const townOf = (place: string): unknown => planOf({ place }).ticket.map((command) => command.type === 'RegisterTicket' && command.townCode)[0];
    expect(['532328101 元马镇东城社区', '532328101', '5323281010 号', '元马镇 532328101', ''].map(townOf)).toStrictEqual(['532328101', '532328101', null, null, null]);
  });

  it('[Art. 18] leads to a closed case of the unit', () => {
    expect(caseOf(planOf({}))).toMatchObject({
      status: 'closed',
      dispatch: { lead: 'water', dispatchNo: 1, at: at('10T10:00:00'), approval: { at: at('12T15:00:00') }, closedAt: at('13T10:00:00') },
    });
  });

  it('[Art. 10] hands other services steps without the petitioner’s words', () => {
    expect(planOf({}).steps).toStrictEqual({
      ticketId,
      category: 'help',
      petitionerKind: 'individual',
      prefectureTransfer: false,
      unit: 'water',
      receivedAt: at('10T09:00:00'),
      dispatchedAt: at('10T10:00:00'),
      signedAt: at('10T11:00:00'),
      contactedAt: at('10T14:00:00'),
      feedbackAt: at('12T15:00:00'),
      closedAt: at('13T10:00:00'),
      satisfaction: 'satisfied',
      solved: true,
    });
  });

  it('[Art. 14] dates a dispatch from receipt when only what followed it is known', () => {
    const plan = planOf({ ...open, feedbackAt: '2018-09-12T15:00:00+08:00' });
    expect(plan.steps.dispatchedAt).toBe(at('10T09:00:00'));
    expect(plan.visit).toStrictEqual([]);
    expect(caseOf(plan)).toMatchObject({ status: 'feedback-given', dispatch: { at: at('10T09:00:00') } });
  });

  it('[Art. 17] reads a contact as the receipt that was never signed', () => {
    const state = caseOf(planOf({ ...open, contactedAt: row.contactedAt }));
    expect(state).toMatchObject({ status: 'dispatched', dispatch: { parts: [{ unit: 'water', signedAt: at('10T14:00:00') }], contact: { contactedAt: at('10T14:00:00') } } });
  });

  it('[Art. 14] leaves an open ticket open, and invents no dispatch for a unit without a date', () => {
    expect(caseOf(planOf({ ...open, dispatchedAt: row.dispatchedAt }))).toMatchObject({ status: 'dispatched' });
    expect(caseOf(planOf(open))).toMatchObject({ status: 'awaiting-dispatch' });
    expect(caseOf(planOf({ ...open, unit: null }))).toMatchObject({ status: 'awaiting-dispatch' });
  });

  it('[Art. 2] keeps the number under which the prefecture sent it', () => {
    const plan = planOf({ channel: '州级平台转办' });
    expect(plan.ticket[0]).toMatchObject({ channel: 'prefecture', prefectureNumber: '17' });
    expect(plan.steps.prefectureTransfer).toBe(true);
  });

  it('[Art. 11] accepts a consultation as an enquiry', () => {
    expect(planOf({ category: '咨询' }).ticket[1]).toMatchObject({ scopeCode: 'policy-enquiry' });
  });
});

describe('cells of a history file', () => {
  it('[reading 2] read the same from codes, labels, spreadsheets and JSON', () => {
    const same = { externalId: 17, channel: ' 电话 ', category: '求助', unit: '县水务局', satisfaction: '满意', solved: true };
    expect(planOf(same)).toStrictEqual(planOf({}));
    expect(planOf({ solved: '否' }).record.solved).toBe(false);
  });

  it.each([
    ['2018-09-10T01:00:00Z'],
    ['2018-09-10T01:00:00.000Z'],
    ['2018-09-10 09:00'],
    ['2018-09-10 09:00:00'],
    ['2018/9/10 9:00'],
    ['2018-09-10T02:00:00+0100'],
  ])('[reading 2] read %s in Asia/Shanghai unless it says otherwise', (receivedAt) => {
    expect(planOf({ receivedAt }).record.receivedAt).toBe(at('10T09:00:00'));
  });

  it.each([['2018-09-10'], ['2018-02-30 09:00'], ['2018-09-10 24:00'], ['10.09.2018 09:00'], ['昨天'], ['2018-09-10T09:00:00+99:00']])('[reading 2] refuse %s as a moment', (receivedAt) => {
    expect(problemsOf({ receivedAt })).toStrictEqual([{ field: 'receivedAt', slug: 'not-an-instant' }]);
  });

  it('[Art. 13] name every wrong cell at once', () => {
    expect(problemsOf({ externalId: ' ', category: '表扬', receivedAt: undefined, unit: '气象站', solved: '也许', title: {} })).toStrictEqual([
      { field: 'externalId', slug: 'cell-missing' },
      { field: 'category', slug: 'not-a-known-word', values: { known: 'consultation、suggestion、help、complaint、report' } },
      { field: 'title', slug: 'cell-not-text' },
      { field: 'unit', slug: 'unknown-unit' },
      { field: 'receivedAt', slug: 'cell-missing' },
      { field: 'solved', slug: 'not-yes-or-no' },
    ]);
  });

  it.each<[HistoryRow, HistoryProblem]>([
    [{ source: null }, { field: 'source', slug: 'cell-missing' }],
    [{ channel: '' }, { field: 'channel', slug: 'cell-missing' }],
    [{ text: '' }, { field: 'text', slug: 'cell-missing' }],
    [{ title: '水'.repeat(201) }, { field: 'title', slug: 'cell-too-long', values: { limit: 200, length: 201 } }],
    [{ unit: '' }, { field: 'dispatchedAt', slug: 'step-before-missing', values: { needs: 'unit' } }],
    [{ feedbackAt: '' }, { field: 'closedAt', slug: 'step-before-missing', values: { needs: 'feedbackAt' } }],
    [{ solved: '' }, { field: 'solved', slug: 'cell-missing' }],
    [{ satisfaction: '' }, { field: 'satisfaction', slug: 'cell-missing' }],
    [
      { dispatchedAt: '2018-09-10T08:59:59+08:00' },
      { field: 'dispatchedAt', slug: 'times-not-in-order', values: { after: 'receivedAt', previous: '2018-09-10T01:00:00.000Z' } },
    ],
    [
      { contactedAt: '2018-09-10T10:59:59+08:00' },
      { field: 'contactedAt', slug: 'times-not-in-order', values: { after: 'signedAt', previous: '2018-09-10T03:00:00.000Z' } },
    ],
    [
      { closedAt: '2018-09-12T14:59:59+08:00' },
      { field: 'closedAt', slug: 'times-not-in-order', values: { after: 'feedbackAt', previous: '2018-09-12T07:00:00.000Z' } },
    ],
  ])('[history import] are refused when a step lacks what it rests on: %j', (changes, problem) => {
    expect(problemsOf(changes)).toStrictEqual([problem]);
  });

  it('[Art. 19] know nothing of a visit before the closing', () => {
    expect(problemsOf({ closedAt: '' })).toStrictEqual([
      { field: 'satisfaction', slug: 'step-before-missing', values: { needs: 'closedAt' } },
      { field: 'solved', slug: 'step-before-missing', values: { needs: 'closedAt' } },
    ]);
  });
});

describe('a dry run', () => {
  it.each<[string, HistoryRow, HistoryRules, HistoryProblem]>([
    ['a unit that takes no tickets', { unit: 'merged' }, rules, { field: 'unit', slug: 'unit-inactive', values: { unit: 'merged' } }],
    ['a unit without liaison', { unit: 'unstaffed' }, rules, { field: 'unit', slug: 'unit-without-liaison', values: { unit: 'unstaffed' } }],
    ['a closing in the future', {}, { ...rules, now: at('12T16:00:00') }, { field: 'closedAt', slug: 'in-the-future', values: { now: '2018-09-12T08:00:00.000Z' } }],
    ['feedback in the future', {}, { ...rules, now: at('11T16:00:00') }, { field: 'feedbackAt', slug: 'in-the-future', values: { now: '2018-09-11T08:00:00.000Z' } }],
    ['receipt in the future', {}, { ...rules, now: at('09T16:00:00') }, { field: 'receivedAt', slug: 'in-the-future', values: { now: '2018-09-09T08:00:00.000Z' } }],
  ])('[history import] says what the live services would refuse: %s', (_, changes, with_, problem) => {
    expect(problemsOf(changes, with_)).toStrictEqual([problem]);
  });

  it('[Art. 10] names no words of the petitioner in a problem', () => {
    const problems = JSON.stringify([...problemsOf({ title: '张三家停水'.repeat(50) }), ...problemsOf({ place: '某小区'.repeat(80) }), ...problemsOf({ category: '张三', receivedAt: '李四' })]);
    expect(problems).not.toMatch(/张三|李四|某小区/);
  });

  it('[Art. 14] replays from the steps alone what it planned from the row', () => {
    const plan = planOf({});
    expect(historyHandlingCommands(plan.steps)).toStrictEqual(plan.handling);
  });
});
