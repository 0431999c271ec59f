import { dayOf, instantOf, type Refusal, type WorkingCalendar } from '@hotline/domain/shared';
import { CALENDAR_LAYERS, type CalendarDay, type CalendarYear } from './calendar-year.record.js';
import { isWeekday } from './weekday-mask.js';

/** What can be wrong with a calendar year before it is published, in Chinese for the person who enters it. */
export const CALENDAR_PROBLEMS = {
  'unknown-layer': '日历层级应为国家、州或县',
  'bad-year': '年份应为1949至9997之间的整数',
  'bad-version': '版本号应为从1开始的整数',
  'missing-source': '缺少依据文件（标题、文号和网址）',
  'missing-publisher': '缺少发布机关或发布人',
  'bad-published-at': '发布时间应为带时区的ISO 8601时间',
  'bad-date': '日期不存在，或不是YYYY-MM-DD格式',
  'foreign-year': '日期不在本年度及其前后各一年之内',
  'missing-reason': '缺少放假或上班的事由',
  'duplicate-date': '同一日期重复列出',
  'off-and-worked': '同一日期既列为放假又列为上班',
  'pointless-worked-day': '该日本来就是工作日，不必列为上班',
  'no-holiday': '国家层级的年度记录没有列出本年度的放假日；公布后该年度的期限不再是暂定，请对照放假通知补齐',
} as const;
export type CalendarProblemSlug = keyof typeof CALENDAR_PROBLEMS;

/** One problem: its slug, the field as `daysOff[3].date`, and the value that was found. */
export type CalendarProblem = Refusal<CalendarProblemSlug>;

/**
 * All problems of a record, none when it may be published (reading §2.4). `below` is the calendar of the weaker layers: with
 * it a worked day is checked against their days off; without it only the national layer's are, against the weekday mask.
 */
export function checkCalendarYear(record: CalendarYear, below?: Pick<WorkingCalendar, 'isWorkingDay'>): readonly CalendarProblem[] {
  return [
    ...problemsOfHead(record),
    ...withoutHoliday(record),
    ...problemsOfDays(record, 'daysOff'),
    ...problemsOfDays(record, 'daysWorked'),
    ...contradictions(record),
    ...pointlessWorkedDays(record, below),
  ];
}

function problemsOfHead(record: CalendarYear): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!CALENDAR_LAYERS.includes(record.layer)) problems.push(problem('unknown-layer', 'layer', record.layer));
  if (!Number.isInteger(record.year) || record.year < 1949 || record.year > 9997) problems.push(problem('bad-year', 'year', record.year));
  if (!Number.isInteger(record.version) || record.version < 1) problems.push(problem('bad-version', 'version', record.version));
  if (record.source.trim() === '') problems.push(problem('missing-source', 'source'));
  if (record.publishedBy.trim() === '') problems.push(problem('missing-publisher', 'publishedBy'));
  if (!isInstant(record.publishedAt)) problems.push(problem('bad-published-at', 'publishedAt', record.publishedAt));
  return problems;
}

/** A national year ends the provisional deadlines of its year, which an empty one must not (reading §2.5). */
function withoutHoliday({ layer, year, daysOff }: CalendarYear): CalendarProblem[] {
  const silent = layer === 'national' && !daysOff.some(({ date }) => date.startsWith(`${year}-`));
  return silent ? [problem('no-holiday', 'daysOff')] : [];
}

function problemsOfDays(record: CalendarYear, list: 'daysOff' | 'daysWorked'): CalendarProblem[] {
  const seen = new Set<string>();
  return record[list].flatMap((named, place) => {
    const problems: CalendarProblem[] = [];
    const field = `${list}[${place}].date`;
    if (!isDate(named.date)) problems.push(problem('bad-date', field, named.date));
    else if (Math.abs(Number(named.date.slice(0, 4)) - record.year) > 1) problems.push(problem('foreign-year', field, named.date));
    if (seen.has(named.date)) problems.push(problem('duplicate-date', field, named.date));
    if (named.reason.trim() === '') problems.push(problem('missing-reason', `${list}[${place}].reason`, named.date));
    seen.add(named.date);
    return problems;
  });
}

function contradictions(record: CalendarYear): CalendarProblem[] {
  const off = new Set(record.daysOff.map((day) => day.date));
  return worked(record, (day) => off.has(day.date), 'off-and-worked');
}

function pointlessWorkedDays(record: CalendarYear, below?: Pick<WorkingCalendar, 'isWorkingDay'>): CalendarProblem[] {
  if (!below && record.layer !== 'national') return [];
  const off = new Set(record.daysOff.map((day) => day.date));
  const worksAnyway = (date: string): boolean => (below ? below.isWorkingDay(date) : isWeekday(dayOf(date)));
  return worked(record, (day) => isDate(day.date) && !off.has(day.date) && worksAnyway(day.date), 'pointless-worked-day');
}

function worked(record: CalendarYear, wrong: (day: CalendarDay) => boolean, slug: CalendarProblemSlug): CalendarProblem[] {
  return record.daysWorked.flatMap((day, place) => (wrong(day) ? [problem(slug, `daysWorked[${place}].date`, day.date)] : []));
}

function problem(slug: CalendarProblemSlug, field: string, found?: string | number): CalendarProblem {
  return found === undefined ? { slug, field } : { slug, field, values: { found } };
}

function isDate(text: string): boolean {
  return holds(() => dayOf(text));
}

function isInstant(text: string): boolean {
  return holds(() => instantOf(text));
}

/** The shared parsers answer a bad text with an exception; here it is an ordinary finding. */
function holds(parse: () => number): boolean {
  try {
    return Number.isFinite(parse());
  } catch {
    return false;
  }
}
