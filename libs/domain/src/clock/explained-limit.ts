import { CATEGORIES, dateOf, shanghaiDay, STATUTORY_UNITS, type ExplainedDay, type WorkingCalendar } from '../shared/index.js';
import { type Clock, type ClockLimit, type LimitPart } from './clock.js';
import { bindingCount } from './due.js';
import { dateText, dayText } from './spoken-moment.js';

const PART_NAMES: Readonly<Record<LimitPart['source'], string>> = {
  policy: '规定',
  statutory: '法定时限',
  'before-resolve': '为主办单位汇总预留',
  ordered: '督办要求',
  extension: '同意延期',
  'return-review-credit': '补回退回审核超期',
  'extension-review-credit': '补回延期审核超期',
};

/** `8个工作日（规定5个工作日，同意延期3个工作日）`. */
export function limitText({ limit, limitParts }: Pick<Clock, 'limit' | 'limitParts'>): string {
  const total = lengthText(limit);
  if (limitParts.length < 2) return total;
  return `${total}（${limitParts.map(partText).join('，')}）`;
}

export function lengthText(limit: ClockLimit): string {
  switch (limit.unit) {
    case 'working-days':
      return `${limit.workingDays}个工作日`;
    case 'calendar-days':
      return `${limit.days}日`;
    case 'hours':
      return `${limit.hours}小时`;
    case 'minutes':
      return `${limit.minutes}分钟`;
  }
}

/** Why the base of the limit is what it is: a law in its place, or a change of category; empty for the policy's own. */
export function baseNotes(clock: Clock): string[] {
  return clock.limitParts.flatMap((part) => {
    if (part.statutory) return [`依据${part.statutory.legalBasis}、经${part.statutory.approver}批准适用法定时限${part.statutory.amount}${STATUTORY_UNITS[part.statutory.unit]}`];
    if (!part.recategorised || clock.category === null) return [];
    const { from, at } = part.recategorised;
    return [`本件原列为${CATEGORIES[from]}类，${dayText(at)}改列为${CATEGORIES[clock.category]}类，仍从原起算时间重新计算`];
  });
}

/** The days of a limit up to its deadline with the role of each; none for a limit by the wall clock. */
export function explainedDays({ limit, dueOn }: Pick<Clock, 'limit' | 'dueOn'>, calendar: WorkingCalendar): readonly ExplainedDay[] {
  switch (limit.unit) {
    case 'minutes':
    case 'hours':
      return [];
    case 'calendar-days':
      return calendarDays(limit, dueOn);
    case 'working-days': {
      const { from, workingDays } = bindingCount(limit, calendar);
      return calendar.explain(from, workingDays);
    }
  }
}

/** Every day counts; those after the last of them were added because it was a day off, or by a credit. */
function calendarDays(limit: Extract<ClockLimit, { unit: 'calendar-days' }>, dueOn: string): ExplainedDay[] {
  const zero = shanghaiDay(limit.from);
  const days: ExplainedDay[] = [{ date: dateOf(zero), role: 'day-zero', layer: 'law', reason: '起算日' }];
  for (let day = zero + 1; dateOf(day) <= dueOn; day += 1) {
    const ordinal = day - zero;
    days.push(ordinal <= limit.days ? { date: dateOf(day), role: 'counted', ordinal, layer: 'law', reason: '自然日' } : { date: dateOf(day), role: 'skipped', layer: 'law', reason: '顺延' });
  }
  return days;
}

/** `；其中末日2018年10月6日为休息日，顺延`, when that is so. */
export function postponedText({ limit }: Pick<Clock, 'limit'>, calendar: WorkingCalendar): string {
  if (limit.unit !== 'calendar-days') return '';
  const last = dateOf(shanghaiDay(limit.from) + limit.days);
  return calendar.isWorkingDay(last) ? '' : `期间末日${dateText(last)}为休息日，顺延至其后第一个工作日`;
}

function partText(part: LimitPart): string {
  const { statutory } = part;
  if (part.granted !== undefined) return `${PART_NAMES[part.source]}${part.granted}个工作日、按现类别上限计${part.workingDays}个工作日`;
  return `${PART_NAMES[part.source]}${statutory ? `${statutory.amount}${STATUTORY_UNITS[statutory.unit]}` : `${Math.abs(part.workingDays)}个工作日`}`;
}
