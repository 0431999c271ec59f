import { after, allScored, countySigns, monthRules, NOW, officeSigns, open, preview, scored, TICKET, UNITS } from '../../spec/appraised-month.js';
import { instantOf } from '../shared/index.js';
import { decide, evolve, type AppraisalPeriod, type ExcludeTicket, type ManualEntry, type PeriodCommand, type PeriodRules, type PeriodState } from './index.js';

const by = { by: 'zhang', at: NOW };
const exclude: ExcludeTicket = { type: 'ExcludeTicket', unit: 'water', ticketId: TICKET, rate: null, reason: '自然灾害期间', ...by };
const ready = [open, preview, ...allScored];

/** The slug of a refusal; an accepted command is an error of the spec. */
function refusalOf(state: PeriodState, command: PeriodCommand, rules: PeriodRules = monthRules) {
  const decision = decide(state, command, rules);
  if (decision.accepted) throw new Error(`${command.type} was accepted`);
  return decision.refusal.slug;
}
function month(...commands: readonly PeriodCommand[]): AppraisalPeriod {
  const state = after(...commands);
  if (state.status === 'none') throw new Error('no period');
  return state;
}

describe('the life of an appraisal period', () => {
  it('[Art. 22] goes from open over preview and the county’s signature to frozen under a hash', () => {
    expect([[open], [open, preview], [...ready, countySigns], [...ready, countySigns, officeSigns]].map((commands) => month(...commands).status)).toStrictEqual(['open', 'preview', 'county-signed', 'frozen']);
    expect(month(...ready, countySigns, officeSigns)).toMatchObject({
      span: { name: '2018-09', from: '2018-09-01', to: '2018-09-30' },
      units: UNITS,
      signatures: [{ body: 'county', by: 'zhang' }, { body: 'office', by: 'zhao' }],
      frozen: { hash: 'f'.repeat(64), at: NOW },
    });
  });

  it('[Art. 22] is signed only when it is over, scored, without open appeals and without provisional deadlines', () => {
    const lodged: PeriodCommand = { type: 'LodgeAppeal', appealId: 'a1', unit: 'water', item: 'satisfied', ticketId: null, reason: '已解决', ...by };
    expect(refusalOf(after(...ready), countySigns, { ...monthRules, now: instantOf('2018-09-30T23:59:59+08:00') })).toBe('period-not-over');
    expect(decide(after(...ready), countySigns, { ...monthRules, now: instantOf('2018-10-01T00:00:00+08:00') }).accepted).toBe(true);
    expect(refusalOf(after(...ready.slice(0, -1)), countySigns)).toBe('manual-scores-missing');
    expect(refusalOf(after(...ready, lodged), countySigns)).toBe('appeals-undecided');
    expect(refusalOf(after(...ready), countySigns, { ...monthRules, provisional: 1 })).toBe('provisional-deadlines');
    expect(refusalOf(after(...ready, countySigns), officeSigns, { ...monthRules, provisional: 1 })).toBe('provisional-deadlines');
  });

  it('[Art. 22] needs both bodies, in their order, and two different people', () => {
    expect(refusalOf(after(...ready), officeSigns)).toBe('not-county-signed');
    expect(refusalOf(after(...ready, countySigns), countySigns)).toBe('already-county-signed');
    expect(refusalOf(after(...ready, countySigns), { ...officeSigns, by: 'zhang' })).toBe('same-person-signs-both');
  });

  it('[Art. 22] may be sent back by the second body with a reason, which takes the first signature away', () => {
    const back: PeriodCommand = { type: 'SendBack', reason: '第三项证据不足', ...by };
    expect(month(...ready, countySigns, back)).toMatchObject({ status: 'preview', signatures: [], sentBack: [{ reason: '第三项证据不足' }] });
    expect(refusalOf(after(...ready, countySigns), { ...back, reason: ' ' } as PeriodCommand)).toBe('grounds-missing');
    expect(refusalOf(after(...ready), back)).toBe('not-county-signed');
  });

  const changes: readonly PeriodCommand[] = [preview, scored('water', 'leader', 1), exclude, { ...exclude, type: 'ReadmitTicket' }, { type: 'LodgeAppeal', appealId: 'a', unit: 'water', item: 'leader', ticketId: null, reason: '不实', ...by }];
  it.each(changes.map((command) => [command.type, command] as const))('[Art. 22] %s changes nothing that is signed or frozen', (_, command) => {
    expect(refusalOf(after(...ready, countySigns), command)).toBe('already-county-signed');
    expect(refusalOf(after(...ready, countySigns, officeSigns), command)).toBe('period-frozen');
    expect(refusalOf({ status: 'none' }, command)).toBe('no-such-period');
  });

  it('[Art. 22] is corrected by a new version with a reason that takes over what people gave; the old one stays', () => {
    const previous = month(...ready.slice(0, 2), exclude, ...allScored, countySigns, officeSigns);
    const decision = decide({ status: 'none' }, { ...open, previous, correction: '迟到的回访结果' } as PeriodCommand, monthRules);
    const next = decision.accepted ? decision.events.reduce(evolve, { status: 'none' } as PeriodState) : undefined;
    expect(next).toMatchObject({ status: 'open', version: 2, correction: '迟到的回访结果', manual: previous.manual, exclusions: previous.exclusions, appeals: [], signatures: [], frozen: null });
    expect(refusalOf({ status: 'none' }, { ...open, previous } as PeriodCommand)).toBe('correction-reason-missing');
    expect(refusalOf({ status: 'none' }, { ...open, previous: month(open), correction: '更正' } as PeriodCommand)).toBe('period-exists');
    expect(refusalOf({ status: 'none' }, { ...open, name: '2018-9' } as PeriodCommand)).toBe('not-a-period');
    expect(refusalOf(after(open), open)).toBe('period-exists');
  });
});

describe('manual scores and exclusions', () => {
  it('[Art. 22] a manual item is scored within its weight, with evidence, and the newest score counts', () => {
    expect(month(open, scored('water', 'leader', 500), scored('water', 'leader', 1000)).manual).toMatchObject([{ unit: 'water', item: 'leader', points: 1000, evidence: '会议纪要齐全', by: 'zhang' }]);
    expect(refusalOf(after(open), scored('water', 'leader', 1001))).toBe('points-out-of-range');
    expect(refusalOf(after(open), scored('water', 'leader', -1))).toBe('points-out-of-range');
    expect(refusalOf(after(open), { ...scored('water', 'leader'), evidence: ' ' } as PeriodCommand)).toBe('evidence-missing');
    expect(refusalOf(after(open), scored('water', 'satisfied'))).toBe('item-is-computed');
    expect(refusalOf(after(open), scored('water', 'moon'))).toBe('unknown-item');
    expect(refusalOf(after(open, preview), scored('nobody', 'leader'))).toBe('unit-not-scored');
  });

  it('[Art. 22] a ticket is excluded by a decision with a reason, and may count again', () => {
    const readmit: PeriodCommand = { ...exclude, type: 'ReadmitTicket', reason: '复核后计入' };
    expect(month(open, preview, exclude).exclusions).toMatchObject([{ unit: 'water', ticketId: TICKET, rate: null, reason: '自然灾害期间', appealId: null }]);
    expect(month(open, preview, exclude, readmit).exclusions).toStrictEqual([]);
    expect(refusalOf(after(open), exclude)).toBe('not-yet-previewed');
    expect(refusalOf(after(open, preview, exclude), exclude)).toBe('already-excluded');
    expect(refusalOf(after(open, preview), { ...exclude, reason: '' })).toBe('grounds-missing');
    expect(refusalOf(after(open, preview), { ...exclude, unit: 'town' })).toBe('ticket-not-counted');
    expect(refusalOf(after(open, preview), readmit)).toBe('not-excluded');
    expect(refusalOf(after(open, preview, exclude), { ...readmit, reason: '' } as PeriodCommand)).toBe('grounds-missing');
  });
});

describe('quarters and years', () => {
  it('[Art. 22] take the mean of the manual scores of their frozen months, and what was excluded in them', () => {
    const frozen = (points: number, ...more: PeriodCommand[]) => month(open, preview, ...more, ...allScored, scored('water', 'leader', points), countySigns, officeSigns);
    const year = after({ ...open, name: '2018' } as PeriodCommand, { ...preview, months: [frozen(701, exclude), frozen(700), frozen(1000)] } as PeriodCommand);
    expect(year).toMatchObject({ status: 'preview', span: { kind: 'year' }, exclusions: [{ ticketId: TICKET }] });
    const manual = (year as AppraisalPeriod).manual as ManualEntry[];
    expect(manual.find(({ unit, item }) => unit === 'water' && item === 'leader')).toMatchObject({ points: 800, refs: ['2018-09@1', '2018-09@1', '2018-09@1'] });
    expect(manual).toHaveLength(6);
    expect(refusalOf(year, scored('water', 'leader'))).toBe('derived-from-months');
  });

  it('[Art. 22] wait for their months', () => {
    const year = after({ ...open, name: '2018-Q3' } as PeriodCommand);
    expect(refusalOf(year, preview)).toBe('months-not-frozen');
    expect(refusalOf(year, { ...preview, months: [month(...ready, countySigns, officeSigns), month(open)] } as PeriodCommand)).toBe('months-not-frozen');
  });
});
