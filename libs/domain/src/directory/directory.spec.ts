import fc from 'fast-check';
import { weekdayCalendar } from '../../spec/weekday-calendar.js';
import { instantOf } from '../shared/index.js';
import { decideLiaisonChange, decideStanding, type LiaisonRules } from './index.js';

const rules: LiaisonRules = { calendar: weekdayCalendar, reportWithin: 10, lastChangedOn: null };
const reported = (changedOn: string, at: string, about: Partial<LiaisonRules> = {}) => decideLiaisonChange({ type: 'ReportLiaisonChange', changedOn, at: instantOf(at) }, { ...rules, ...about });

describe('a change of liaison', () => {
  // 2018-09-03 is a Monday: the tenth working day after it is Monday 2018-09-17
  it.each([
    ['on the day itself', '2018-09-03T18:00:00+08:00', '2018-09-03', 0, false],
    ['on the tenth working day', '2018-09-17T23:59:59+08:00', '2018-09-17', 10, false],
    ['on the eleventh working day', '2018-09-18T00:00:00+08:00', '2018-09-18', 11, true],
  ])('[Art. 3, 23(5)] reported %s', (_, at, reportedOn, workingDays, late) => {
    expect(reported('2018-09-03', at)).toStrictEqual({ accepted: true, events: [{ type: 'LiaisonChangeReported', changedOn: '2018-09-03', reportedOn, workingDays, late }] });
  });

  it('[Art. 23(5)] is judged by the county\'s own number of days', () => {
    expect(reported('2018-09-03', '2018-09-05T09:00:00+08:00', { reportWithin: 1 })).toMatchObject({ events: [{ workingDays: 2, late: true }] });
  });

  it('[Art. 3] is refused for a day to come, and for one before the last change', () => {
    expect(reported('2018-09-04', '2018-09-03T23:59:00+08:00')).toStrictEqual({ accepted: false, refusal: { slug: 'changed-in-the-future', field: 'changedOn', values: { today: '2018-09-03' } } });
    expect(reported('2018-09-03', '2018-09-05T09:00:00+08:00', { lastChangedOn: '2018-09-04' })).toStrictEqual({
      accepted: false,
      refusal: { slug: 'changed-before-the-last-change', field: 'changedOn', values: { last: '2018-09-04' } },
    });
    expect(reported('2018-09-04', '2018-09-05T09:00:00+08:00', { lastChangedOn: '2018-09-04' })).toMatchObject({ accepted: true });
  });
});

describe('a merger of units', () => {
  const known = new Map<string, string | null>([['land', null], ['survey', 'land'], ['forest', null]]);
  const merged = (code: string, mergedInto: string | null, active = false) => decideStanding({ code, active, mergedInto }, known);
  const slug = (decision: ReturnType<typeof merged>): string => (decision.accepted ? 'accepted' : decision.refusal.slug);

  it('[Art. 3] sends the old unit out of service and names a successor that is there', () => {
    expect(['forest', 'survey'].map((code) => slug(merged(code, 'land')))).toEqual(['accepted', 'accepted']);
    expect(slug(merged('forest', null, true))).toBe('accepted');
    expect(merged('forest', 'land', true)).toStrictEqual({ accepted: false, refusal: { slug: 'merged-unit-still-active', field: 'mergedInto', values: { unit: 'land' } } });
    expect(slug(merged('forest', 'forest'))).toBe('merged-into-itself');
    expect(slug(merged('forest', 'nobody'))).toBe('unknown-successor');
    expect(slug(merged('land', 'survey'))).toBe('merged-in-a-circle');
  });

  it('[Art. 3] never lets the successors go round in a circle', () => {
    const codes = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...codes)), { maxLength: 12 }), (mergers) => {
        const directory = new Map<string, string | null>(codes.map((code) => [code, null]));
        for (const [code, into] of mergers) if (decideStanding({ code, active: false, mergedInto: into }, directory).accepted) directory.set(code, into);
        for (const start of codes) {
          let [unit, steps]: [string | null, number] = [start, 0];
          while (unit !== null && steps <= codes.length) [unit, steps] = [directory.get(unit) ?? null, steps + 1];
          expect(steps).toBeLessThanOrEqual(codes.length);
        }
      }),
    );
  });
});
