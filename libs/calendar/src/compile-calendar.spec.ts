import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '@hotline/domain/shared';
import { DayByDay } from '../spec/day-by-day.js';
import { deployedYear, deployedYears } from '../spec/deployed-years.js';
import type { CalendarYear } from './calendar-year.record.js';
import { compileCalendar } from './compile-calendar.js';

const all = deployedYears();
const national = compileCalendar(all, { layers: ['national'] });
const chuxiong = compileCalendar(all);

function year(parts: Partial<CalendarYear>): CalendarYear {
  const head = { layer: 'national', year: 2018, version: 1, source: 'a notice', publishedBy: 'an office', publishedAt: '2017-12-01T00:00:00Z' } as const;
  return { ...head, daysOff: [], daysWorked: [], ...parts };
}

function dueOn(calendar: { deadline: typeof national.deadline }, date: string, workingDays: number): string {
  return calendar.deadline(instantOf(`${date}T10:00:00+08:00`), workingDays).dueOn;
}

describe('deadlines on the national layer', () => {
  it.each([
    ['2018-09-21', 5, '2018-09-29', 'a make-up Saturday counts'],
    ['2018-09-21', 8, '2018-10-09', 'over the October holiday'],
    ['2018-09-10', 15, '2018-09-30', 'ends on a make-up Sunday'],
    ['2018-09-10', 25, '2018-10-19', 'over two make-up days and a week off'],
    ['2018-09-14', 15, '2018-10-11', 'over Mid-Autumn and October'],
    ['2018-09-14', 20, '2018-10-18', 'over Mid-Autumn and October'],
    ['2018-10-03', 1, '2018-10-08', 'starts on a day off'],
    ['2018-10-03', 5, '2018-10-12', 'starts on a day off'],
    ['2018-12-28', 1, '2018-12-29', 'the make-up day stands in the next notice'],
    ['2017-03-31', 1, '2017-04-01', 'a make-up Saturday of 2017'],
    ['2016-02-05', 2, '2016-02-14', 'two make-up days around the Spring Festival'],
    ['2015-09-02', 2, '2015-09-07', 'the commemoration of 2015 and its make-up Sunday'],
    ['2013-01-04', 2, '2013-01-06', 'a whole weekend worked'],
    ['2022-12-30', 1, '2023-01-03', 'a Saturday off named by the next notice'],
  ])('[reading 2.2] %s plus %i is due on %s: %s', (start, workingDays, due) => {
    expect(dueOn(national, start, workingDays)).toBe(due);
  });

  it('[reading 2.2] the deadline is the next midnight in Asia/Shanghai, exclusive', () => {
    const expected = { dueOn: '2018-09-29', dueAt: instantOf('2018-09-30T00:00:00+08:00'), provisional: false };
    expect(national.deadline(instantOf('2018-09-21T00:00:00+08:00'), 5)).toEqual(expected);
    expect(national.deadline(instantOf('2018-09-21T23:59:59.999+08:00'), 5)).toEqual(expected);
  });

  it('[reading 2.1] the day of the start is read in Asia/Shanghai: 16:00 UTC is already tomorrow', () => {
    expect(national.deadline(instantOf('2018-09-19T15:59:59Z'), 1).dueOn).toBe('2018-09-20');
    expect(national.deadline(instantOf('2018-09-19T16:00:00Z'), 1).dueOn).toBe('2018-09-21');
  });

  it('[Art. 17(1)] a consultation is due at the end of the fifth working day, its extension of three adds to that day', () => {
    const due = national.deadline(instantOf('2018-09-21T10:00:00+08:00'), 5);
    expect(national.shift(due.dueOn, 3)).toEqual(national.deadline(instantOf('2018-09-21T10:00:00+08:00'), 8));
  });

  it('[Art. 15(2)] an assisting unit is due three working days before the lead, over the holiday', () => {
    expect(national.shift('2018-10-09', -3).dueOn).toBe('2018-09-29');
    expect(national.shift('2018-10-03', -1).dueOn).toBe('2018-09-30');
  });

  it('a count of zero ends with the day of the start, or the next working day', () => {
    expect(dueOn(national, '2018-09-29', 0)).toBe('2018-09-29');
    expect(dueOn(national, '2018-10-03', 0)).toBe('2018-10-08');
    expect(national.shift('2018-10-03', 0).dueOn).toBe('2018-10-08');
  });

  it('counts working days after one moment up to another, none backwards', () => {
    const from = instantOf('2018-09-21T10:00:00+08:00');
    const to = instantOf('2018-10-09T09:00:00+08:00');
    expect([national.workingDaysBetween(from, to), national.workingDaysBetween(to, from), national.workingDaysBetween(from, from)]).toEqual([8, 0, 0]);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to count %d working days', (workingDays) => {
    expect(() => national.deadline(0, workingDays)).toThrow(RangeError);
    expect(() => national.explain(0, workingDays)).toThrow(RangeError);
  });

  it('refuses a start that is no moment and an end beyond the year 9999', () => {
    expect(() => national.deadline(Number.NaN, 5)).toThrow(RangeError);
    expect(() => national.deadline(0, 10_000_000)).toThrow(RangeError);
    expect(() => national.shift('2018-02-30', 1)).toThrow(RangeError);
  });
});

describe('layers', () => {
  it.each([
    ['2018-08-03', 5, '2018-08-10', '2018-08-15', '火把节'],
    ['2018-04-13', 1, '2018-04-16', '2018-04-19', '州庆'],
    ['2018-12-21', 3, '2018-12-26', '2018-12-29', '彝族年'],
  ])('[reading 2.3] %s plus %i is due on %s nationally but on %s in Chuxiong: %s', (start, n, nationally, locally) => {
    expect([dueOn(national, start, n), dueOn(chuxiong, start, n)]).toEqual([nationally, locally]);
  });

  it('[reading 2.3] the stronger layer has the last word, both ways', () => {
    const off = { daysOff: [{ date: '2018-08-06', reason: '火把节' }] };
    const calendar = compileCalendar([
      year({ layer: 'county', daysWorked: [{ date: '2018-08-06', reason: '抗旱上班' }], daysOff: [{ date: '2018-08-07', reason: '防汛停工' }] }),
      year({ layer: 'prefecture', ...off, daysWorked: [{ date: '2018-08-07', reason: '上班' }] }),
      year({ daysOff: [{ date: '2018-08-07', reason: '休息' }] }),
    ]);
    expect(calendar.rulingOn('2018-08-06')).toEqual({ works: true, layer: 'county', reason: '抗旱上班' });
    expect(calendar.rulingOn('2018-08-07')).toEqual({ works: false, layer: 'county', reason: '防汛停工' });
    expect([calendar.isWorkingDay('2018-08-06'), calendar.isWorkingDay('2018-08-07')]).toEqual([true, false]);
  });

  it('[reading 2.3] a record reaches to the first day of the year before it and the last day of the year after it', () => {
    const calendar = compileCalendar([year({ daysWorked: [{ date: '2017-01-01', reason: '上班' }], daysOff: [{ date: '2019-12-31', reason: '休息' }] })]);
    expect([dueOn(calendar, '2016-12-30', 1), dueOn(calendar, '2016-12-30', 2)]).toEqual(['2017-01-01', '2017-01-02']);
    expect([dueOn(calendar, '2019-12-30', 1), dueOn(calendar, '2019-12-27', 1)]).toEqual(['2020-01-01', '2019-12-30']);
    expect([calendar.isWorkingDay('2017-01-01'), calendar.isWorkingDay('2019-12-31')]).toEqual([true, false]);
  });

  it('[reading 2.4] where two notices of one layer name a day, the later year has the last word', () => {
    const named = (reason: string): Pick<CalendarYear, 'daysOff'> => ({ daysOff: [{ date: '2018-12-31', reason }] });
    expect(compileCalendar([year({ year: 2019, ...named('元旦') }), year(named('年终休息'))]).rulingOn('2018-12-31').reason).toBe('元旦');
  });

  it('[reading 2.3] a prefecture that repeats a national holiday leaves it national', () => {
    const days = { daysOff: [{ date: '2018-10-01', reason: '国庆节' }] };
    expect(compileCalendar([year(days), year({ layer: 'prefecture', ...days })]).rulingOn('2018-10-01').layer).toBe('national');
  });
});

describe('versions', () => {
  const first = all.filter((record) => record.version === 1);

  it('[reading 2.4] the revision of 2020 lengthens, the revision of 2019 shortens', () => {
    const before = compileCalendar(first, { layers: ['national'] });
    expect([dueOn(before, '2020-01-21', 5), dueOn(national, '2020-01-21', 5)]).toEqual(['2020-02-03', '2020-02-05']);
    expect([dueOn(before, '2019-04-24', 5), dueOn(national, '2019-04-24', 5)]).toEqual(['2019-05-02', '2019-04-30']);
  });

  it('[reading 2.4] a revision replaces its year whole, dates of the neighbouring year too', () => {
    const v1 = year({ year: 2019, daysWorked: [{ date: '2018-12-29', reason: '上班' }] });
    expect(compileCalendar([v1, year({ year: 2019, version: 2 })]).isWorkingDay('2018-12-29')).toBe(false);
  });

  it('[reading 2.7] the version names the records in force, whatever order they came in', () => {
    const text = 'national:2013-2014v1,2015v2,2016-2018v1,2019-2020v2,2021-2026v1;prefecture:2018v1';
    expect([compileCalendar(all).version, compileCalendar([...all].reverse()).version]).toEqual([text, text]);
    expect(compileCalendar(first, { layers: ['national'] }).version).toBe('national:2013-2026v1');
    expect(compileCalendar([]).version).toBe('weekday');
  });

  it('[reading 2.4] refuses two contents under one version, takes the same record twice', () => {
    const record = year({ daysOff: [{ date: '2018-10-01', reason: '国庆节' }] });
    expect(compileCalendar([record, { ...record, source: 'the same, entered again' }]).isWorkingDay('2018-10-01')).toBe(false);
    expect(() => compileCalendar([record, year({})])).toThrow(/two different calendar records claim national:2018 version 1/);
  });

  it('refuses a date more than a year away and one that does not exist', () => {
    expect(() => compileCalendar([year({ daysOff: [{ date: '2016-10-01', reason: '国庆节' }] })])).toThrow(/national calendar of 2018 names 2016-10-01/);
    expect(() => compileCalendar([year({ daysOff: [{ date: '2018-02-30', reason: '春节' }] })])).toThrow(RangeError);
  });
});

describe('provisional deadlines', () => {
  const gap = compileCalendar([deployedYear('national-2017.json'), deployedYear('national-2019.json'), deployedYear('prefecture-5323-2018.json')]);

  it.each([
    ['2026-12-30', 1, false, 'ends on the last day published'],
    ['2026-12-30', 2, true, 'ends after the last year published'],
    ['2026-12-31', 1, true, 'counts only days after it'],
    ['2031-05-05', 15, true, 'lies wholly after it'],
    ['2012-12-20', 15, true, 'begins before the first year published'],
    ['2012-12-31', 1, false, 'the day zero itself is not counted'],
  ])('[reading 2.5] from %s with %i working days, provisional is %s: it %s', (start, workingDays, provisional) => {
    expect(national.deadline(instantOf(`${start}T10:00:00+08:00`), workingDays).provisional).toBe(provisional);
  });

  it('[reading 2.5] a year missing in between makes provisional what enters it, even with a prefecture record', () => {
    const provisional = (date: string, n: number): boolean => gap.deadline(instantOf(`${date}T10:00:00+08:00`), n).provisional;
    expect([provisional('2017-12-20', 5), provisional('2017-12-20', 15), provisional('2018-06-01', 5), provisional('2019-06-03', 5)]).toEqual([false, true, true, false]);
  });

  it('[reading 2.5] beyond the published years the weekday mask counts', () => {
    expect(national.deadline(instantOf('2031-05-05T10:00:00+08:00'), 15)).toMatchObject({ dueOn: '2031-05-26', provisional: true });
    expect(compileCalendar([]).deadline(instantOf('2018-09-28T10:00:00+08:00'), 2)).toMatchObject({ dueOn: '2018-10-02', provisional: true });
  });

  it('[reading 2.5] a shift is provisional if either end is', () => {
    const shifts: [string, number][] = [['2027-01-05', -4], ['2026-12-31', 1], ['2013-01-04', -3], ['2026-12-30', 1], ['2013-01-08', -1]];
    expect(shifts.map(([from, n]) => national.shift(from, n).provisional)).toEqual([true, true, true, false, false]);
  });
});

describe('the oracle file, where there is one', () => {
  interface OracleCase { id: string; calendar: 'national' | 'chuxiong'; receivedAt: string; workingDays: number; dueOn: string; dueAt: string }
  const file = join(process.env['HOTLINE_ORACLES'] ?? '', 'deadlines.jsonl');
  const given = process.env['HOTLINE_ORACLES'] !== undefined;
  const lines = given && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const cases = lines.map((line) => JSON.parse(line) as OracleCase);

  it('[reading 2.2] every line of it holds; without one, every start of the shipped years agrees with walking day by day', () => {
    expect(given).toBe(cases.length > 0);
    const wrong = cases.filter((one) => {
      const due = (one.calendar === 'national' ? national : chuxiong).deadline(instantOf(one.receivedAt), one.workingDays);
      return due.dueOn !== one.dueOn || due.dueAt !== instantOf(one.dueAt) || due.provisional;
    });
    expect(wrong).toEqual([]);
    const slow = new DayByDay(all);
    for (let at = instantOf('2013-01-01T12:00:00+08:00'); at < instantOf('2026-12-31T00:00:00+08:00'); at += 86_400_000) {
      const start = new Date(at).toISOString().slice(0, 10);
      const { dueOn: fast, provisional } = chuxiong.deadline(at, 15);
      expect({ start, dueOn: fast, provisional }).toEqual({ start, ...slow.due(start, 15) });
    }
  });
});
