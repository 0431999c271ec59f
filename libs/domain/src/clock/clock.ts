import type { PolicyBook, PolicyRef } from '../policy/index.js';
import type { Category, ClockKind, Instant, LocalDate, StatutoryUnit, Verdict, WorkingCalendar } from '../shared/index.js';

/** `unit` of the clocks for which no handling unit answers. */
export const COUNTY = 'county';
export const PREFECTURE = 'prefecture';

export const WARNINGS = { half: '时限过半', 'prefecture-date': '州级要求办结日期前的最后一个工作日', 'last-day': '最后一个工作日' } as const;
export type Warning = keyof typeof WARNINGS;

/** The event with which a clock starts, as shown in explanations. */
export const START_EVENTS = {
  received: '收到州级平台转办',
  accepted: '受理',
  'return-accepted': '同意退回',
  'upstream-return-refused': '州级不同意退单',
  unlinked: '解除关联',
  'primary-declined': '主工单不予受理',
  'rework-awaits-dispatch': '重办待派发',
  'dispatch-recalled': '撤回改派',
  dispatched: '派发工单',
  'contact-left': '诉求人补留联系方式',
  'assisting-added': '增派协办单位',
  'return-asked': '单位申请退回',
  'extension-asked': '单位申请延期',
  'extension-forwarded': '报州级审核延期',
  feedback: '反馈办理结果',
  escalated: '上报紧急事项',
  'supervision-ordered': '下达督办',
} as const;
export type StartEvent = keyof typeof START_EVENTS;

/** One reason for the length of a limit; the parts of a limit add up to it. */
export interface LimitPart {
  readonly source: 'policy' | 'statutory' | 'before-resolve' | 'ordered' | 'extension' | 'return-review-credit' | 'extension-review-credit';
  /** Signed; for `before-resolve` negative, for a statutory limit in calendar days or hours 0. */
  readonly workingDays: number;
  /** The fact behind it: an extension id, the returning unit, or the id of a statutory limit. */
  readonly ref?: string;
  /** Of an extension: the days that were granted, where more than the category in force allows (Art. 17). */
  readonly granted?: number;
  /** Of a statutory limit: what the law says, and who approved that it is applied (Art. 17(3)). */
  readonly statutory?: StatutoryTerms;
  /** Of a policy limit after a change of category: what the ticket was dispatched as, and when that changed (Art. 13). */
  readonly recategorised?: { readonly from: Category; readonly at: Instant };
  /** Of a credit: who took how long. */
  readonly reviews?: readonly ReviewSpan[];
}

export interface ReviewSpan {
  readonly reviewer: typeof COUNTY | typeof PREFECTURE;
  readonly from: Instant;
  readonly to: Instant;
  /** Own limit of the reviewer in working days; what it took beyond is credited. */
  readonly allowed: number;
}

export interface StatutoryTerms {
  /** Law, article and words, e.g. `《…条例》第十条`. */
  readonly legalBasis: string;
  readonly amount: number;
  readonly unit: StatutoryUnit;
  /** Office and name of the person who approved it. */
  readonly approver: string;
}

export interface WorkingDayCount {
  readonly from: Instant;
  readonly workingDays: number;
}

/**
 * How long a clock may run: working days counted from an instant and never after another count; the calendar days or hours of a
 * law, changed by whole working days where somebody's time is credited or reserved; or minutes by the wall clock.
 */
export type ClockLimit =
  | { readonly unit: 'working-days'; readonly from: Instant; readonly workingDays: number; readonly notAfter: WorkingDayCount | null }
  | { readonly unit: 'calendar-days'; readonly from: Instant; readonly days: number; readonly plusWorkingDays: number }
  | { readonly unit: 'hours'; readonly from: Instant; readonly hours: number; readonly plusWorkingDays: number }
  | { readonly unit: 'minutes'; readonly from: Instant; readonly minutes: number };

/** What identifies a clock and never changes. */
export interface ClockIdentity {
  /** `kind:dispatchNo:unit[:n]`, unique within a ticket. */
  readonly key: string;
  readonly kind: ClockKind;
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  /** 0 for clocks that belong to no dispatch. */
  readonly round: number;
  readonly prefectureTransfer: boolean;
  readonly startEvent: StartEvent;
  readonly policy: PolicyRef;
}

/** What follows from a ticket's category, which may change (Art. 13). */
export interface ClockMatter {
  /** Null for clocks that belong to no dispatch. */
  readonly category: Category | null;
  /** Source in the regulation, e.g. `Art. 17(1)`. */
  readonly article: string;
}

/** Why a clock does not count, without blame; `lapsed` is a right that nobody used in time, `feedback-given` one that nobody needed any more. */
export const VOID_CAUSES = {
  'return-accepted': '退回已获同意',
  declined: '不予受理',
  'dispatch-withdrawn': '县级已直接答复、派单撤回',
  'dispatch-recalled': '派单被县级撤回改派',
  'feedback-given': '已反馈办理结果',
  lapsed: '期内未提出退回',
  'lead-answered': '主办单位已提交办理结果',
  'no-contact-left': '诉求人未留联系方式',
  'contact-known': '诉求人登记时已留联系方式',
  'not-awaiting-dispatch': '解除关联时工单并不待派单',
  'handled-apart': '主工单不予受理时该工单已另行办理',
} as const;
export type VoidCause = keyof typeof VOID_CAUSES;

/** What the facts say about one clock, before any calendar turns it into dates. */
export interface ClockTarget extends ClockIdentity, ClockMatter {
  readonly startedAt: Instant;
  readonly limit: ClockLimit;
  readonly limitParts: readonly LimitPart[];
  /** An extension is asked for and undecided: past the due date the verdict waits. */
  readonly verdictWaits: boolean;
  readonly stoppedAt: Instant | null;
  /** Cancelled without blame by an accepted return, by declining or by the withdrawal or recall of its dispatch. */
  readonly voided: boolean;
  readonly voidedBy: VoidCause | null;
  /** Of a right: when the handling ended without anybody having used it; null otherwise. */
  readonly forgoneAt: Instant | null;
  /** Stopped without what it waited for ever having happened: late, whatever the deadline; where another unit's answer stopped it, late only past the deadline. */
  readonly missed: boolean;
  /** Of a resolve clock: until when the prefecture wants its transfer done; shown and warned of, it moves no deadline. */
  readonly prefectureDueOn: LocalDate | null;
  /** Names every fact that was weighed, free of calendar arithmetic: the same basis gives the same clock for ever. */
  readonly basis: string;
}

/** The part of a clock that is computed again whenever its facts or its calendar change. */
export interface ClockReading extends ClockMatter {
  readonly startedAt: Instant;
  readonly limit: ClockLimit;
  readonly limitParts: readonly LimitPart[];
  /** Local date of Asia/Shanghai. */
  readonly dueOn: LocalDate;
  /** Exclusive: on time means strictly before. */
  readonly dueAt: Instant;
  /** Runs into a year that is not published: never declared overdue (reading §2.5). */
  readonly provisional: boolean;
  readonly verdictWaits: boolean;
  /** Stopped by the closing of the file, or by the lead's result, without what it waited for ever having happened. */
  readonly missed: boolean;
  /** Of a resolve clock: until when the prefecture wants its transfer done; null where it set no date. */
  readonly prefectureDueOn: LocalDate | null;
  /** Set when the clock stopped; the verdict may still wait (`running`) for an extension or a calendar year. Null when void. */
  readonly stoppedAt: Instant | null;
  readonly verdict: Verdict;
  /** Null unless the verdict is `void`. */
  readonly voidedBy: VoidCause | null;
  /** Working days from start to stop; null while running and when void. */
  readonly workingDaysUsed: number | null;
  /** Working days from the deadline to the stop, 0 when on time or stopped on a day off right after the deadline; null while running and when void. */
  readonly workingDaysLate: number | null;
  /** The deadline that was missed, once that is established; null otherwise. */
  readonly overdueAt: Instant | null;
  readonly warned: readonly Warning[];
  /** When `tick` has something to do next; null when nothing is left to do. May lie in the past: then at once. */
  readonly wakeAt: Instant | null;
  /** Version of the calendar behind `dueOn`. */
  readonly calendar: string;
  readonly basis: string;
}

/** One clock of one ticket (reading §3). Its verdict freezes at completion. */
export interface Clock extends ClockIdentity, ClockReading {
  /** Counts the events of this clock, from 1. */
  readonly version: number;
  /** Why the deadline was last moved; null when it never was. */
  readonly movedBy: string | null;
}

/** Causes of a move that come from facts; publishing a calendar brings a cause of its own. */
export type ClockEvent =
  /** It began to run, or was recorded already complete or void. */
  | { readonly type: 'ClockStarted'; readonly identity: ClockIdentity; readonly reading: ClockReading }
  /** Its deadline, its start or its being overdue changed. */
  | { readonly type: 'ClockRescheduled'; readonly cause: string; readonly reading: ClockReading }
  /** The deadline stands; what else was computed changed, such as when to look again. Of interest to nobody else. */
  | { readonly type: 'ClockAdjusted'; readonly reading: ClockReading }
  | { readonly type: 'ClockStopped'; readonly reading: ClockReading }
  | { readonly type: 'ClockVoided'; readonly cause: VoidCause; readonly reading: ClockReading }
  | { readonly type: 'ClockWarned'; readonly which: Warning; readonly at: Instant; readonly wakeAt: Instant | null }
  | { readonly type: 'ClockWentOverdue'; readonly overdueAt: Instant };

/** What the rules of time need: `{ calendar, ...policyBook(packs) }`. */
export interface ClockRules extends PolicyBook {
  readonly calendar: WorkingCalendar;
}

/** The state after an event; `undefined` is the clock before `ClockStarted`. Throws when an event comes before `ClockStarted`. */
export function evolve(clock: Clock | undefined, event: ClockEvent): Clock {
  if (event.type === 'ClockStarted') return { ...event.identity, ...event.reading, version: (clock?.version ?? 0) + 1, movedBy: null };
  if (!clock) throw new Error(`${event.type} before ClockStarted`);
  const version = clock.version + 1;
  switch (event.type) {
    case 'ClockRescheduled':
      return { ...clock, ...event.reading, version, movedBy: event.cause };
    case 'ClockAdjusted':
    case 'ClockStopped':
    case 'ClockVoided':
      return { ...clock, ...event.reading, version };
    case 'ClockWarned':
      return { ...clock, warned: [...clock.warned, event.which], wakeAt: event.wakeAt, version };
    case 'ClockWentOverdue':
      return { ...clock, overdueAt: event.overdueAt, wakeAt: null, version };
  }
}
