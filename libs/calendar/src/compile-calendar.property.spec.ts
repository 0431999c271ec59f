import { dateOf, dayOf, instantOf } from '@hotline/domain/shared';
import fc from 'fast-check';
import { DayByDay, dayAfter } from '../spec/day-by-day.js';
import { CALENDAR_LAYERS, type CalendarYear } from './calendar-year.record.js';
import { compileCalendar } from './compile-calendar.js';

const FIRST = 2016;
const LAST = 2021;

/** Days of a record: from the year before to the year after its own, weekends and the turn of the year included. */
function daysAround(year: number): fc.Arbitrary<{ date: string; reason: string }[]> {
  const day = fc.integer({ min: dayOf(`${year - 1}-01-01`), max: dayOf(`${year + 1}-12-31`) });
  const blocks = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 12 })), { maxLength: 12 });
  return blocks.map((found) => {
    const days = found.flatMap(([from, length]) => Array.from({ length }, (_, place) => from + place));
    const own = days.filter((one) => one <= dayOf(`${year + 1}-12-31`));
    return [...new Set(own)].map((one) => ({ date: dateOf(one), reason: '某事由' }));
  });
}

const record: fc.Arbitrary<CalendarYear> = fc
  .record({ layer: fc.constantFrom(...CALENDAR_LAYERS), year: fc.integer({ min: FIRST, max: LAST }), version: fc.integer({ min: 1, max: 3 }) })
  .chain((head) => {
    const signed = { source: 'a notice', publishedBy: 'an office', publishedAt: '2017-12-01T00:00:00Z' };
    return fc.record({ daysOff: daysAround(head.year), daysWorked: daysAround(head.year) }).map((days) => ({ ...head, ...signed, ...days }));
  });

const records = fc.uniqueArray(record, { maxLength: 14, selector: (one) => `${one.layer}:${one.year}:${one.version}` });
const start = fc.integer({ min: dayOf(`${FIRST - 3}-01-01`), max: dayOf(`${LAST + 3}-12-31`) }).map((day) => dateOf(day));
const workingDays = fc.integer({ min: 1, max: 400 });

const noon = (date: string): number => instantOf(`${date}T12:00:00+08:00`);

describe('a compiled calendar, whatever its records', () => {
  it('[reading 2.2] agrees with walking day by day, within, across and beyond the published years', () => {
    fc.assert(
      fc.property(records, fc.array(fc.tuple(start, workingDays), { minLength: 5, maxLength: 5 }), (years, counts) => {
        const calendar = compileCalendar(years);
        const slow = new DayByDay(years);
        for (const [from, n] of counts) {
          const { dueOn, provisional } = calendar.deadline(noon(from), n);
          expect({ dueOn, provisional }).toEqual(slow.due(from, n));
          const end = dayAfter(from, n);
          expect(calendar.workingDaysBetween(noon(from), noon(end))).toBe(slow.workingDaysAfter(from, end));
          expect(calendar.isWorkingDay(from)).toBe(slow.isWorkingDay(from));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[reading 2.2] one more working day is a later day, a later start never an earlier end', () => {
    fc.assert(
      fc.property(records, start, workingDays, (years, from, n) => {
        const calendar = compileCalendar(years);
        const due = calendar.deadline(noon(from), n).dueOn;
        expect(calendar.deadline(noon(from), n + 1).dueOn > due).toBe(true);
        expect(calendar.deadline(noon(dayAfter(from, 1)), n).dueOn >= due).toBe(true);
        expect(calendar.isWorkingDay(due)).toBe(true);
      }),
    );
  });

  it('[reading 2.2] counting from the start to its due date gives the count back, and a shift back gives the date back', () => {
    fc.assert(
      fc.property(records, start, workingDays, workingDays, (years, from, n, more) => {
        const calendar = compileCalendar(years);
        const due = calendar.deadline(noon(from), n);
        expect(calendar.workingDaysBetween(noon(from), noon(due.dueOn))).toBe(n);
        expect(calendar.workingDaysBetween(noon(from), due.dueAt - 1)).toBe(n);
        expect(calendar.shift(due.dueOn, more).dueOn).toBe(calendar.deadline(noon(from), n + more).dueOn);
        expect(calendar.shift(calendar.shift(due.dueOn, more).dueOn, -more).dueOn).toBe(due.dueOn);
      }),
    );
  });

  it('[reading 2.7] an explanation counts exactly to the due date and names every day once', () => {
    fc.assert(
      fc.property(records, start, fc.integer({ min: 0, max: 60 }), (years, from, n) => {
        const calendar = compileCalendar(years);
        const days = calendar.explain(noon(from), n);
        expect(days.map((day) => day.date)).toEqual(days.map((_, place) => dayAfter(from, place)));
        expect(days.at(-1)?.date).toBe(calendar.deadline(noon(from), n).dueOn);
        const counted = days.filter((day) => day.role === 'counted');
        expect(counted.map((day) => day.ordinal)).toEqual(counted.map((_, place) => place + 1));
        if (n > 0) expect(counted).toHaveLength(n);
        expect(days.slice(1).every((day) => calendar.isWorkingDay(day.date) === (day.role === 'counted'))).toBe(true);
      }),
    );
  });
});
