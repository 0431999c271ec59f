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
