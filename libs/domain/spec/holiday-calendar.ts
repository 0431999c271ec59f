import { dateOf, dayOf, shanghaiDay, startOfShanghaiDay, type Deadline, type ExplainedDay, type LocalDate, type WorkingCalendar } from '@hotline/domain/shared';

export interface Holidays {
  readonly version: string;
  /** Last date that is published; deadlines after it are provisional. */
  readonly publishedThrough: LocalDate;
  /** Date → reason, over the weekday mask. */
  readonly off: Readonly<Record<LocalDate, string>>;
  readonly worked: Readonly<Record<LocalDate, string>>;
}

const autumn: readonly LocalDate[] = ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05', '2018-10-06', '2018-10-07'];

/** Autumn and the end of 2018 as the State Council ordered it; 2019 unpublished. */
export const autumn2018: Holidays = {
  version: 'autumn-2018v1',
  publishedThrough: '2018-12-31',
  off: { '2018-09-24': '中秋节', ...Object.fromEntries(autumn.map((date) => [date, '国庆节'])), '2018-12-31': '元旦' },
  worked: { '2018-09-29': '调休上班', '2018-09-30': '调休上班', '2018-12-29': '调休上班' },
};

/** A day-by-day calendar with holidays: slow, and obviously right. */
export function holidayCalendar({ version, publishedThrough, off, worked }: Holidays): WorkingCalendar {
  const works = (day: number): boolean => {
    const date = dateOf(day);
    return worked[date] !== undefined || ((day + 3) % 7 < 5 && off[date] === undefined);
  };
  const walk = (start: number, count: number): number => {
    let day = start;
    for (let left = Math.abs(count); left > 0; ) if (works((day += Math.sign(count)))) left -= 1;
    while (count === 0 && !works(day)) day += 1;
    return day;
  };
  const due = (day: number): Deadline => ({ dueOn: dateOf(day), dueAt: startOfShanghaiDay(day + 1), provisional: dateOf(day) > publishedThrough });
  const explained = (day: number, ordinal: number): ExplainedDay => {
    const date = dateOf(day);
    const layer = off[date] === undefined && worked[date] === undefined ? 'weekday' : 'national';
    return works(day)
      ? { date, role: 'counted', ordinal, layer, reason: worked[date] ?? '工作日' }
      : { date, role: 'skipped', layer, reason: off[date] ?? '周末' };
  };
  return {
    version,
    deadline: (start, workingDays) => due(walk(shanghaiDay(start), workingDays)),
    workingDaysBetween: (from, to) => {
      let count = 0;
      for (let day = shanghaiDay(from) + 1; day <= shanghaiDay(to); day += 1) if (works(day)) count += 1;
      return count;
    },
    shift: (dueOn, workingDays) => due(walk(dayOf(dueOn), workingDays)),
    isWorkingDay: (date) => works(dayOf(date)),
    explain: (start, workingDays) => {
      const zero = shanghaiDay(start);
      const days: ExplainedDay[] = [{ date: dateOf(zero), role: 'day-zero', layer: 'weekday', reason: '起算日' }];
      for (let day = zero + 1, counted = 0; counted < workingDays; day += 1) {
        if (works(day)) counted += 1;
        days.push(explained(day, counted));
      }
      return days;
    },
  };
}
