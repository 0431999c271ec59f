import fc from 'fast-check';
import { instantOf } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import { trialPack } from '../../spec/trial-pack.js';
import { weekdayCalendar } from '../../spec/weekday-calendar.js';
import * as report from './index.js';
import type { Duty, Founding, HeardTopic, HeardVisit, ReportCommand, ReportEvent } from './index.js';

const at = instantOf('2018-09-10T10:00:00+08:00');
const duty: Duty = { reportId: 'r-1', kind: 'research', unit: 'water', cause: 'strong', ticketIds: ['t-1'], topicId: null, dutyAt: at, dispatchNo: null, workingDays: 15, dueOn: '2018-10-01' };
const { given } = behaviour({ initial: report.initial, decide: report.decide, evolve: report.evolve, rules: undefined });
const raise: ReportCommand = { type: 'RaiseDuty', ...duty };
const arose: ReportEvent = { type: 'DutyArose', ...duty };
const submit: ReportCommand = { type: 'SubmitReport', unit: 'water', text: '调研发现管网老化', documentNumber: '元水发〔2018〕12号', at };
const submitted: ReportEvent = { type: 'ReportSubmitted', text: '调研发现管网老化', documentNumber: '元水发〔2018〕12号', at };
const acceptance: ReportCommand = { type: 'AcceptReport', at };
const accepted: ReportEvent = { type: 'ReportAccepted', at };
const sendBack: ReportCommand = { type: 'SendReportBack', reason: '缺少整改措施', at };
const sentBack: ReportEvent = { type: 'ReportSentBack', reason: '缺少整改措施', at };

const numbersOf = ({ submissions }: report.Report): unknown[] => submissions.map(({ documentNumber, at: when }) => [documentNumber, when]);
const weighed = (founding: Founding | null): ReportCommand => ({ type: 'WeighDuty', founding, at });

function after(events: readonly ReportEvent[], command: ReportCommand): report.ReportState {
  const before = events.reduce(report.evolve, report.initial as report.ReportState);
  const decision = report.decide(before, command);
  return decision.accepted ? decision.events.reduce(report.evolve, before) : before;
}

describe('a report duty', () => {
  it('[Art. 21] is due, submitted with text and number, sent back, submitted again and accepted', () => {
    given().when(raise).then([arose]);
    given([arose]).when(submit).then([submitted]);
    given([arose, submitted]).when(sendBack).then([sentBack]);
    given([arose, submitted, sentBack]).when(submit).then([submitted]);
    given([arose, submitted, sentBack, submitted]).when(acceptance).thenState({
      status: 'accepted',
      ...duty,
      submissions: [
        { text: '调研发现管网老化', documentNumber: '元水发〔2018〕12号', at },
        { text: '调研发现管网老化', documentNumber: '元水发〔2018〕12号', at },
      ],
      sentBack: [{ reason: '缺少整改措施', at }],
      acceptedAt: at,
      baselessSince: null,
      disposedAt: null,
    });
  });

  it.each<[string, readonly ReportEvent[], ReportCommand]>([
    ['report-already-due', [arose], raise],
    ['no-such-report', [], submit],
    ['no-such-report', [], acceptance],
    ['report-of-another', [arose], { ...submit, unit: 'roads' } as ReportCommand],
    ['report-without-text', [arose], { ...submit, text: ' ' } as ReportCommand],
    ['report-without-number', [arose], { ...submit, documentNumber: '' } as ReportCommand],
    ['report-awaits-decision', [arose, submitted], submit],
    ['report-already-accepted', [arose, submitted, accepted], submit],
    ['report-already-accepted', [arose, submitted, accepted], sendBack],
    ['report-not-submitted', [arose], acceptance],
    ['report-not-submitted', [arose, submitted, sentBack], acceptance],
    ['send-back-without-reason', [arose, submitted], { ...sendBack, reason: '' } as ReportCommand],
  ])('[Art. 21] is refused as %s', (slug, before, command) => {
    expect(given(before).when(command).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });

  describe('weighed anew', () => {
    const dissatisfied = { ...duty, cause: 'repeatedly-dissatisfied', dispatchNo: 2 } as const;
    const byVisit: ReportEvent = { type: 'DutyArose', ...dissatisfied };
    const founding: Founding = { unit: 'water', dutyAt: at, dispatchNo: 2, dueOn: duty.dueOn };
    const weigh = (changed: Partial<Founding> | null): ReportCommand => ({ type: 'WeighDuty', founding: changed && { ...founding, ...changed }, at: at + 9 });
    const gone: ReportEvent = { type: 'DutyBasisGone', at: at + 9 };

    it('[Art. 21] stays as it is while the same visit obliges, and becomes that of another visit, never due earlier than told', () => {
      given([byVisit]).when(weigh({})).then([]);
      for (const change of [{ unit: 'roads' }, { dutyAt: at - 1 }, { dispatchNo: 3 }]) given([byVisit]).when(weigh(change)).then([{ type: 'DutyRefounded', ...founding, ...change }]);
      const earlier = { unit: 'roads', dutyAt: at - 1, dispatchNo: 1, dueOn: '2018-09-28' };
      given([byVisit]).when(weigh(earlier)).thenState({ status: 'due', ...dissatisfied, ...earlier, dueOn: duty.dueOn, submissions: [], sentBack: [], acceptedAt: null, baselessSince: null, disposedAt: null });
      expect(after([byVisit], weigh({ dueOn: '2018-10-09', dutyAt: at + 1 }))).toMatchObject({ dueOn: '2018-10-09' });
      given([byVisit, submitted]).when(weigh({ unit: 'roads' })).then([]);
    });

    it('[Art. 18, 21] is withdrawn once nothing obliges to it, owed by nobody, and owed again when something does', () => {
      given([byVisit]).when(weigh(null)).then([gone]);
      expect(after([byVisit], weigh(null))).toMatchObject({ status: 'withdrawn', baselessSince: at + 9 });
      given([byVisit, gone]).when(weigh(null)).then([]);
      for (const command of [submit, acceptance, sendBack]) expect(given([byVisit, gone]).when(command).decision).toMatchObject({ accepted: false, refusal: { slug: 'report-withdrawn' } });
      expect(after([byVisit, gone], weigh({}))).toMatchObject({ status: 'due', baselessSince: null });
      given([byVisit, gone]).when(weigh({ unit: 'roads' })).then([{ type: 'DutyBasisBack' }, { type: 'DutyRefounded', ...founding, unit: 'roads' }]);
      expect(after([byVisit, submitted, sentBack, gone], weigh({}))).toMatchObject({ status: 'sent-back', baselessSince: null });
    });

    it('[Art. 21] what was handed in stays and is judged by people; sent back it is owed no more', () => {
      expect(after([byVisit, submitted], weigh(null))).toMatchObject({ status: 'submitted', baselessSince: at + 9, submissions: [{ text: '调研发现管网老化' }] });
      expect(after([byVisit, submitted, gone], acceptance)).toMatchObject({ status: 'accepted' });
      expect(after([byVisit, submitted, gone], sendBack)).toMatchObject({ status: 'withdrawn', sentBack: [{ reason: '缺少整改措施' }] });
      expect(after([byVisit, submitted, accepted], weigh(null))).toMatchObject({ status: 'accepted', baselessSince: at + 9 });
      expect(after([byVisit, submitted, sentBack], weigh(null))).toMatchObject({ status: 'withdrawn' });
    });

    it('[Art. 21] what a person saw in a matter is not weighed, and a topic has no visit', () => {
      for (const cause of ['strong', 'sensitive'] as const) given([{ ...byVisit, cause } as ReportEvent]).when(weigh(null)).then([]);
      const concentrated: ReportEvent = { ...byVisit, cause: 'concentrated', dispatchNo: null } as ReportEvent;
      given([concentrated]).when(weigh({ dispatchNo: null, dutyAt: at + 1 })).then([]);
      given([concentrated]).when(weigh(null)).then([gone]);
    });

    it('[Art. 21] no report, nothing to weigh; one kept by an older version has its basis', () => {
      expect(given([]).when(weigh(null)).decision).toMatchObject({ accepted: false, refusal: { slug: 'no-such-report' } });
      const state = after([byVisit], weigh({}));
      if (state.status === 'none') throw new Error('the report is due');
      const { baselessSince: _, ...older } = state;
      expect(report.isBaseless(older)).toBe(false);
    });
  });

  describe('that rests on a file which is disposed of', () => {
    const erase: ReportCommand = { type: 'EraseWords', at: at + 5 };
    const erased: ReportEvent = { type: 'WordsErased', at: at + 5 };

    it('[Art. 20, 21] loses what was written, and keeps number, times and decision; twice is once', () => {
      given([arose, submitted, sentBack, submitted, accepted]).when(erase).then([erased]);
      given([arose, erased]).when(erase).then([]);
      const [number] = [{ text: '', documentNumber: '元水发〔2018〕12号', at }];
      expect(after([arose, submitted, sentBack, submitted, accepted], erase)).toMatchObject({ status: 'accepted', submissions: [number, number], sentBack: [{ reason: '', at }], acceptedAt: at, disposedAt: at + 5 });
    });

    it('[Art. 20, 21] is owed by nobody any more, whatever is learnt later; what was handed in is still decided on', () => {
      expect(after([arose], erase)).toMatchObject({ status: 'withdrawn', baselessSince: at + 5 });
      expect(after([arose, submitted, sentBack], erase)).toMatchObject({ status: 'withdrawn' });
      expect(given([arose, erased]).when(submit).decision).toMatchObject({ accepted: false, refusal: { slug: 'report-withdrawn' } });
      const byVisit = { ...arose, cause: 'repeatedly-dissatisfied', dispatchNo: 2 } as ReportEvent;
      given([byVisit, erased]).when(weighed({ unit: 'roads', dutyAt: at, dispatchNo: 3, dueOn: duty.dueOn })).then([]);
      expect(after([arose, submitted, erased], acceptance)).toMatchObject({ status: 'accepted' });
      expect(after([arose, submitted, erased], sendBack)).toMatchObject({ status: 'withdrawn', sentBack: [{ reason: '', at }] });
      expect(after([byVisit, { type: 'DutyBasisGone', at: at + 1 }], erase)).toMatchObject({ baselessSince: at + 1, disposedAt: at + 5 });
    });

    it('[Art. 20] is kept from its own end on', () => {
      const ended = (...events: readonly ReportEvent[]): number | null => {
        const state = events.reduce(report.evolve, report.initial as report.ReportState);
        return state.status === 'none' ? null : report.endedAtOf(state);
      };
      expect([ended(arose), ended(arose, submitted), ended(arose, submitted, accepted), ended(arose, erased)]).toEqual([null, null, at, at + 5]);
    });
  });

  it('[Art. 21] reaches no unnamed state and never loses a submission, whatever is asked', () => {
    const command = fc.constantFrom<ReportCommand[]>({ ...raise, cause: 'concentrated' } as ReportCommand, weighed({ unit: 'roads', dutyAt: at - 1, dispatchNo: 1, dueOn: duty.dueOn }), weighed(null), { type: 'EraseWords', at }, submit, acceptance, sendBack, { ...submit, unit: 'roads' } as ReportCommand);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let state: report.ReportState = report.initial;
        for (const each of commands) {
          const decision = report.decide(state, each);
          const next = decision.accepted ? decision.events.reduce(report.evolve, state) : state;
          expect(['none', 'due', 'submitted', 'accepted', 'sent-back', 'withdrawn']).toContain(next.status);
          if (state.status !== 'none' && next.status !== 'none') expect(numbersOf(next).slice(0, state.submissions.length)).toEqual(numbersOf(state));
          if (state.status === 'accepted') expect(next.status).toBe('accepted');
          if (next.status === 'due') expect(report.isBaseless(next)).toBe(false);
          state = next;
        }
      }),
    );
  });
});

describe('what obliges to a report', () => {
  const visit: HeardVisit = { ticketId: 't-1', unit: 'water', dispatchNo: 2, round: 2, reached: true, solved: true, satisfaction: 'dissatisfied', at };

  it('[Art. 21] a petitioner still dissatisfied after the policy’s rounds obliges the unit, once a ticket', () => {
    expect(report.causeInVisit(visit, trialPack)).toEqual({ origin: 'repeatedly-dissatisfied:t-1', kind: 'research', unit: 'water', cause: 'repeatedly-dissatisfied', ticketIds: ['t-1'], topicId: null, dutyAt: at, dispatchNo: 2 });
    expect(report.causeInVisit({ ...visit, round: 3, satisfaction: 'satisfied', solved: false }, trialPack)?.origin).toBe('repeatedly-dissatisfied:t-1');
  });

  it.each<[string, Partial<HeardVisit>]>([
    ['a first round', { round: 1 }],
    ['nobody reached', { reached: false, satisfaction: null, solved: false }],
    ['satisfaction', { satisfaction: 'basically-satisfied' }],
    ['what the county answered itself', { unit: 'county', dispatchNo: 0 }],
  ])('[Art. 21] %s does not', (_, change) => {
    expect(report.causeInVisit({ ...visit, ...change }, trialPack)).toBeUndefined();
  });

  const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => `t-${index}`);
  const topic = (n: number, water: number): HeardTopic => ({ topicId: 'p-1', ticketIds: ids(n), foundAt: at, leads: new Map(ids(n).map((id, index) => [id, index < water ? 'water' : `u-${index}`])) });

  it('[Art. 21] a concentrated topic obliges the county to a special report, and the unit whose field it is to a research report', () => {
    const from = trialPack.reports.concentratedFrom;
    expect(report.causesInTopic(topic(from - 1, from - 1), trialPack)).toEqual([]);
    expect(report.causesInTopic(topic(from, from - 1), trialPack).map(({ kind, unit }) => [kind, unit])).toEqual([['special', 'county']]);
    expect(report.causesInTopic(topic(from + 1, from), trialPack)).toMatchObject([
      { kind: 'special', unit: 'county', origin: 'concentrated:special:county:p-1' },
      { kind: 'research', unit: 'water', origin: 'concentrated:research:water:p-1', ticketIds: ids(from) },
    ]);
    expect(report.causesInTopic({ ...topic(from, from), leads: new Map() }, trialPack)).toHaveLength(1);
  });

  it('[Art. 21] the policy gives each kind its working days', () => {
    expect([report.workingDaysFor('research', trialPack), report.workingDaysFor('special', trialPack)]).toEqual([trialPack.reports.research, trialPack.reports.special]);
  });
});

describe('the due date of a report', () => {
  const owed = { ...duty, status: 'due', submissions: [], sentBack: [], acceptedAt: null } as const;
  const calendar = weekdayCalendar;
  const end = instantOf('2018-10-02T00:00:00+08:00');

  it('[Art. 21] lies at the end of the last working day; what is owed beyond it is overdue, and what came late stays so', () => {
    expect(report.standingOf(owed, calendar, end - 1)).toEqual({ dueOn: '2018-10-01', provisional: false, overdue: false });
    expect(report.standingOf(owed, calendar, end).overdue).toBe(true);
    expect(report.standingOf({ ...owed, status: 'submitted' }, calendar, end).overdue).toBe(false);
    const handedIn = (at: number, status: report.Report['status']): boolean => report.standingOf({ ...owed, status, submissions: [{ text: '', documentNumber: '1', at }] }, calendar, end + 5).overdue;
    expect(['submitted', 'accepted', 'withdrawn'].map((status) => [handedIn(end - 1, status as 'submitted'), handedIn(end, status as 'submitted')])).toEqual([[false, true], [false, true], [false, false]]);
    expect(report.standingOf({ ...owed, status: 'sent-back' }, calendar, end).overdue).toBe(true);
  });

  it('[Art. 21] never moves earlier than it was told, and a provisional one is never overdue', () => {
    expect(report.standingOf({ ...owed, dueOn: '2018-10-09' }, calendar, end)).toEqual({ dueOn: '2018-10-09', provisional: false, overdue: false });
    expect(report.standingOf({ ...owed, dueOn: '2018-09-28' }, calendar, end).dueOn).toBe('2018-10-01');
    const provisional = { ...calendar, deadline: (...args: Parameters<typeof calendar.deadline>) => ({ ...calendar.deadline(...args), provisional: true }) };
    expect(report.standingOf(owed, provisional, end)).toEqual({ dueOn: '2018-10-01', provisional: true, overdue: false });
  });
});
