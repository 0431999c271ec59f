import { localDateOf, shanghaiMinuteOfDay, type Instant, type LocalDate } from '../shared/index.js';

/** `2018年9月21日`. */
export function dateText(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The day of a moment in Asia/Shanghai. */
export function dayText(at: Instant): string {
  return dateText(localDateOf(at));
}

/** `2018年9月21日9时05分`, Asia/Shanghai. */
export function momentText(at: Instant): string {
  const minute = shanghaiMinuteOfDay(at);
  return `${dayText(at)}${Math.floor(minute / 60)}时${String(minute % 60).padStart(2, '0')}分`;
}
