import { CATEGORIES, localDateOf, CLOCK_KINDS, type ExplainedDay, type Instant, type LocalDate, type WorkingCalendar } from '../shared/index.js';
import { START_EVENTS, VOID_CAUSES, type Clock, type ClockLimit, type LimitPart } from './clock.js';
import { bindingCount, dueOf } from './due.js';
import { baseNotes, explainedDays, limitText, postponedText } from './explained-limit.js';
import { prefectureComesFirst } from './prefecture-date.js';
import { dateText, momentText } from './spoken-moment.js';

/** A deadline taken apart (reading §2.7): which rule, from when, which days were counted and which skipped, and why. */
export interface ClockExplanation {
  /** Chinese name of the rule. */
  readonly rule: string;
  readonly article: string;
  /** Chinese name of the event that started it. */
  readonly startEvent: string;
  readonly startedAt: Instant;
  /** Chinese: `8个工作日（规定5个工作日，延期3个工作日）`. */
  readonly limit: string;
  readonly limitParts: readonly LimitPart[];
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly counted: readonly ExplainedDay[];
  readonly skipped: readonly ExplainedDay[];
  /** Version of the calendar behind the deadline. */
  readonly calendar: string;
  readonly policy: string;
  /** One Chinese sentence that can be read out. */
  readonly sentence: string;
}

type WorkingDayLimit = Extract<ClockLimit, { unit: 'working-days' }>;

/** Explains a clock with the calendar that is in force now; says so when the deadline was told under another one and stands. */
export function explainClock(clock: Clock, calendar: WorkingCalendar): ClockExplanation {
  const days = explainedDays(clock, calendar);
  const rule = clock.category === null ? CLOCK_KINDS[clock.kind] : `${CATEGORIES[clock.category]}类工单${CLOCK_KINDS[clock.kind]}`;
  return {
    rule,
    article: clock.article,
    startEvent: START_EVENTS[clock.startEvent],
    startedAt: clock.startedAt,
    limit: limitText(clock),
    limitParts: clock.limitParts,
    dueOn: clock.dueOn,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    counted: days.filter((day) => day.role === 'counted'),
    skipped: days.filter((day) => day.role === 'skipped'),
    calendar: clock.calendar,
    policy: clock.policy,
    sentence: sentenceOf(clock, rule, days, calendar),
  };
}

function sentenceOf(clock: Clock, rule: string, days: readonly ExplainedDay[], calendar: WorkingCalendar): string {
  const opening = `${rule}（${articleText(clock.article)}）自${START_EVENTS[clock.startEvent]}起`;
  const { limit } = clock;
  const verb = clock.kind === 'return-window' ? '提出' : '完成';
  if (limit.unit === 'minutes' || limit.unit === 'hours') {
    const notes = [...baseNotes(clock), '不分昼夜和节假日'];
    return `${opening}${limitText(clock)}，${notes.join('，')}，${momentText(limit.from)}开始，应在${momentText(clock.dueAt)}之前${verb}${outcomeText(clock)}${prefectureText(clock)}。`;
  }
  const computed = dueOf(limit, calendar);
  const zero = days.find((day) => day.role === 'day-zero')?.date ?? localDateOf(limit.from);
  const notes = [
    ...baseNotes(clock),
    `${dateText(zero)}当日不计`,
    limit.unit === 'working-days' ? skippedText(days) : postponedText(clock, calendar),
    computed.dueOn === clock.dueOn ? '' : `工作日历已有调整，按现行日历为${dateText(computed.dueOn)}，已告知的截止日期不变`,
    clock.provisional ? '所涉年度的节假日安排尚未公布，截止日期为暂定' : '',
  ].filter((note) => note !== '');
  return `${opening}${limit.unit === 'working-days' ? countText(clock, limit, calendar) : limitText(clock)}，${notes.join('，')}，应在${dateText(clock.dueOn)}24时之前${verb}${outcomeText(clock)}${prefectureText(clock)}。`;
}

const MISSED: Partial<Record<Clock['kind'], string>> = {
  assist: '主办单位提交办理结果时仍未提出意见，按超时认定',
  'unit-sign': '主办单位提交办理结果时仍未签收，按超时认定',
};

/** What became of it that the deadline alone does not tell. */
function outcomeText(clock: Clock): string {
  if (clock.voidedBy !== null) return `；该时限因${VOID_CAUSES[clock.voidedBy]}而不再计算，不作超时认定`;
  if (clock.missed) return `；${MISSED[clock.kind] ?? '办结时仍无记录，按超时认定'}`;
  return clock.verdictWaits ? '；延期申请尚在审核，审核结果作出前暂不认定是否超时' : '';
}

/** The prefecture's own date beside the deadline, which it does not move. */
function prefectureText(clock: Clock): string {
  if (clock.prefectureDueOn === null || clock.voidedBy !== null) return '';
  return `；州级要求办结日期为${dateText(clock.prefectureDueOn)}${prefectureComesFirst(clock) ? '，早于本时限的截止日期' : ''}`;
}

/** A supervision order counts from itself, or, without a term of its own or with too long a one, with the resolve clock from the dispatch. */
function countText(clock: Clock, limit: WorkingDayLimit, calendar: WorkingCalendar): string {
  const binding = bindingCount(limit, calendar);
  const ofDispatch = (days: string): string => `自${START_EVENTS.dispatched}起${days}`;
  if (binding !== limit) return `${limitText(clock)}，但不晚于办理反馈时限，即${ofDispatch(`${binding.workingDays}个工作日`)}`;
  return limit.from === clock.startedAt ? limitText(clock) : `，与办理反馈时限相同，即${ofDispatch(limitText(clock))}`;
}

function skippedText(days: readonly ExplainedDay[]): string {
  const skipped = days.filter((day) => day.role === 'skipped');
  if (skipped.length === 0) return '';
  const reasons = [...new Set(skipped.map((day) => day.reason))];
  return `其间${reasons.join('、')}共${skipped.length}天不计`;
}

/** `Art. 17(1)` as it is read out in Chinese. */
function articleText(article: string): string {
  return article
    .replace('Art. ', '')
    .split(', ')
    .map((part) => {
      const match = /^(\d+)(?:\((\w+)\))?$/.exec(part);
      if (!match) return part;
      const item = match[2] === undefined ? '' : match[2] === 'return' ? '退回条款' : `第（${chineseNumber(Number(match[2]))}）项`;
      return `第${chineseNumber(Number(match[1]))}条${item}`;
    })
    .join('、');
}

function chineseNumber(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`;
}
