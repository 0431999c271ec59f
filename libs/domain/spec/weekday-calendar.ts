import { dateOf, dayOf, shanghaiDay, startOfShanghaiDay, type Deadline, type ExplainedDay, type WorkingCalendar } from '@hotline/domain/shared';

const works = (day: number): boolean => (day + 3) % 7 < 5; // day 0 was a Thursday

/** Walks `count` working days from `day`, backwards when negative; 0 is the day itself or the next that works. */
function walk(day: number, count: number): number {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (works(at)) left -= 1;
  }
  while (count === 0 && !works(at)) at += 1;
  return at;
}

const due = (day: number): Deadline => ({ dueOn: dateOf(day), dueAt: startOfShanghaiDay(day + 1), provisional: false });

/** Monday to Friday and nothing else: slow, obvious, and enough for rules that are not about holidays. */
export const weekdayCalendar: WorkingCalendar = {
  version: 'weekday',
  deadline: (start, workingDays) => due(walk(shanghaiDay(start), workingDays)),
  workingDaysBetween: (from, to) => {
    let count = 0;
    for (let day = shanghaiDay(from) + 1; day <= shanghaiDay(to); day += 1) if (works(day)) count += 1;
    return count;
  },
  shift: (dueOn, workingDays) => due(walk(dayOf(dueOn), workingDays)),
  isWorkingDay: (date) => works(dayOf(date)),
  explain: (start, workingDays) => {
    const days: ExplainedDay[] = [{ date: dateOf(shanghaiDay(start)), role: 'day-zero', layer: 'weekday', reason: '起算日' }];
    let ordinal = 0;
    for (let day = shanghaiDay(start) + 1; ordinal < workingDays; day += 1) {
      const counted = works(day);
      if (counted) ordinal += 1;
      days.push({ date: dateOf(day), role: counted ? 'counted' : 'skipped', ...(counted && { ordinal }), layer: 'weekday', reason: counted ? '工作日' : '周末' });
    }
    return days;
  },
};
