import type { CalendarLayer, CalendarYear } from '@hotline/calendar';
import { horizonsOf } from './horizon.js';

const year = (layer: CalendarLayer, number: number): CalendarYear => ({ layer, year: number, version: 1, source: '通知', publishedBy: '机关', publishedAt: '2018-01-01T00:00:00+08:00', daysOff: [], daysWorked: [] });
const national = [2024, 2025, 2026].map((each) => year('national', each));

describe('the horizon of the calendar', () => {
  it.each([
    ['2026-11-01', 60, false],
    ['2026-11-02', 59, true],
    ['2026-12-31', 0, true],
    ['2027-02-01', 0, true],
  ])('[Reading §2.5] on %s is %i days away', (today, daysLeft, near) => {
    expect(horizonsOf(national, today, 59)).toStrictEqual([{ layer: 'national', lastYear: 2026, lastDay: '2026-12-31', daysLeft, near }]);
  });

  it('[Reading §2.5] ends before the first gap, and a year published beyond it moves it', () => {
    expect(horizonsOf([...national, year('national', 2028)], '2026-06-01', 60)).toMatchObject([{ lastYear: 2026 }]);
    expect(horizonsOf([...national, year('national', 2027)], '2026-12-01', 60)).toMatchObject([{ lastYear: 2027, near: false }]);
  });

  it('[Reading §2.3] is told of every layer that is published by year, and of none that is not', () => {
    const layers = horizonsOf([...national, year('prefecture', 2018), year('county', 2026)], '2026-06-01', 60);
    expect(layers.map(({ layer, lastYear, near }) => [layer, lastYear, near])).toStrictEqual([['national', 2026, false], ['prefecture', 2018, true]]);
    expect(horizonsOf([], '2026-06-01', 60)).toStrictEqual([]);
  });
});
