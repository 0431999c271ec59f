import { CLOCK_KINDS, VERDICTS, type ClockKind, type Verdict } from '@hotline/domain/shared';
import { Code, Count, Flag, InstantText, OneOf, OptionalCode, OptionalCount, OptionalInstantText, TicketId } from './field-rules.js';

/** Whole state of one clock; shared by the events of the noun `clock`. */
export class ClockReading {
  @Code() clockId!: string;
  @TicketId() ticketId!: string;
  @OneOf(CLOCK_KINDS) kind!: ClockKind;
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  @Code() unit!: string;
  /** 0 for clocks that belong to no dispatch. */
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @InstantText() startedAt!: string;
  /** Local date in Asia/Shanghai. */
  @Code() dueOn!: string;
  /** Exclusive. */
  @InstantText() dueAt!: string;
  @Flag() provisional!: boolean;
  @OptionalInstantText() stoppedAt!: string | null;
  @OptionalInstantText() overdueAt!: string | null;
  @OneOf(VERDICTS) verdict!: Verdict;
  @OptionalCount() workingDaysUsed!: number | null;
  @OptionalCount() workingDaysLate!: number | null;
  @Code() article!: string;
  @OptionalCode() cause!: string | null;
  @Code() policy!: string;
  @Code() calendar!: string;
}

/** A clock of a help request of 2018-09-21 as it began to run, and what has changed of it since. */
export function clockExample(since: Partial<ClockReading> = {}): ClockReading {
  return {
    clockId: '0165fa1c-2d40-8000-a000-000000000101', ticketId: '0165fa1c-2d40-7000-8000-000000000017', kind: 'resolve', unit: 'YM-SWJ', dispatchNo: 1, round: 1,
    startedAt: '2018-09-21T01:30:00.000Z', dueOn: '2018-10-18', dueAt: '2018-10-18T16:00:00.000Z', provisional: false, stoppedAt: null, overdueAt: null,
    verdict: 'running', workingDaysUsed: null, workingDaysLate: null, article: 'Art. 17(2)', cause: null, policy: 'yuanmou-2018@1',
    calendar: 'national:2013-2014v1,2015v2,2016-2018v1', ...since,
  };
}
