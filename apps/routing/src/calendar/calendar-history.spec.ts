import type { CalendarYear } from '@hotline/calendar';
import { CalendarHistory, type HeardYear } from './calendar-history.js';

const year = (version: number, ...daysOff: string[]): CalendarYear => ({
  ...{ layer: 'national', year: 2018, version, source: '通知', publishedBy: '国务院办公厅', publishedAt: '2017-11-30T00:00:00+08:00' },
  daysOff: daysOff.map((date) => ({ date, reason: '中秋节' })),
  daysWorked: [],
});
const heard = (number: number, revision: number, record: CalendarYear, allowEarlier = false): HeardYear => ({ number, revision, record, allowEarlier, madeAt: null });
const friday = Date.parse('2018-09-21T09:00:00+08:00');

describe('the calendar as routing heard of it', () => {
  it('[Art. 17(return)] is led on in the order of publication, whatever the order of hearing', () => {
    const [first, second, third] = [year(1), year(2, '2018-09-24'), year(3)];
    const inOrder = new CalendarHistory([heard(1, 1, first), heard(2, 2, second), heard(3, 3, third, true)]);
    const mixedUp = new CalendarHistory([heard(1, 1, first), heard(3, 2, second), heard(2, 3, third, true)]);
    for (const history of [inOrder, mixedUp]) {
      const since = history.since(1).map(({ calendar, allowEarlier, rulesFrom }) => [calendar.deadline(friday, 1).dueOn, allowEarlier, rulesFrom]);
      expect(since).toEqual([['2018-09-25', false, '2017-01-01'], ['2018-09-24', true, '2017-01-01']]);
      expect([history.known, history.calendar.version, history.since(3)]).toEqual([3, 'national:2018v3', []]);
    }
  });

  it('[Art. 17(return)] starts from the weekdays, and puts what bears no revision first', () => {
    expect(new CalendarHistory([]).calendar.version).toBe('weekday');
    expect(new CalendarHistory([]).known).toBe(0);
    const history = new CalendarHistory([heard(1, 7, year(2)), heard(2, 0, year(1))]);
    expect(history.since(0).map(({ calendar }) => calendar.version)).toEqual(['national:2018v1', 'national:2018v2']);
  });
});
