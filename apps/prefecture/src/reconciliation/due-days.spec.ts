import { instantOf, type LocalDate } from '@hotline/domain/shared';
import { dueDays, endOf, type KnownReport } from './due-days.js';

/** Finished in the night after its day. */
const done = (...days: readonly LocalDate[]): KnownReport[] => days.map((day) => ({ day, finishedAt: endOf(day) + 7_200_000 }));
const failed = (day: LocalDate): KnownReport => ({ day, finishedAt: null });
const due = (now: string, known: readonly KnownReport[]): LocalDate[] => dueDays(instantOf(now), 2, known);

describe('when a reconciliation is due', () => {
  it.each([
    ['2018-09-21T02:00:00+08:00', ['2018-09-19'], ['2018-09-20']],
    ['2018-09-21T01:59:59+08:00', ['2018-09-19'], []],
    ['2018-09-21T01:59:59+08:00', ['2018-09-18'], ['2018-09-19']],
    ['2018-09-21T23:59:59+08:00', ['2018-09-20'], []],
    ['2018-09-21T12:00:00+08:00', [], ['2018-09-20']],
    ['2018-09-21T12:00:00+08:00', ['2018-09-17'], ['2018-09-18', '2018-09-19', '2018-09-20']],
    ['2018-10-01T12:00:00+08:00', ['2018-01-01'], ['2018-09-24', '2018-09-25', '2018-09-26', '2018-09-27', '2018-09-28', '2018-09-29', '2018-09-30']],
  ])('[Art. 14] at %s after %j: %j', (now, known, expected) => {
    expect(due(now, done(...known))).toEqual(expected);
  });

  it('[Art. 14] a day that failed stays due when a later one was made', () => {
    expect(due('2018-09-21T12:00:00+08:00', [...done('2018-09-17', '2018-09-18', '2018-09-20'), failed('2018-09-19')])).toEqual(['2018-09-19']);
    expect(due('2018-09-21T12:00:00+08:00', [failed('2018-09-19'), failed('2018-09-20')])).toEqual(['2018-09-19', '2018-09-20']);
  });

  it('[Art. 14] a report that a person ordered before its day was over is made again after it', () => {
    const ordered = (at: string): KnownReport[] => [...done('2018-09-19'), { day: '2018-09-20', finishedAt: instantOf(at) }];
    expect(due('2018-09-21T02:00:00+08:00', ordered('2018-09-20T12:00:00+08:00'))).toEqual(['2018-09-20']);
    expect(due('2018-09-21T02:00:00+08:00', ordered('2018-09-20T23:59:59+08:00'))).toEqual(['2018-09-20']);
    expect(due('2018-09-21T02:00:00+08:00', ordered('2018-09-21T00:00:00+08:00'))).toEqual([]);
    expect(due('2018-09-20T12:30:00+08:00', ordered('2018-09-20T12:00:00+08:00'))).toEqual([]);
  });
});
