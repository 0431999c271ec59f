import type { ClockKind, LocalDate, RateKind, Satisfaction, Verdict } from '../shared/index.js';

/** Local dates of Asia/Shanghai, both inclusive. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface ClockFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly kind: ClockKind;
  readonly unit: string;
  readonly dueOn: LocalDate;
  readonly verdict: Verdict;
  /** Running, and established to be past its deadline; never true for a provisional deadline. */
  readonly overdue: boolean;
}

/** One row for each unit that was sent a ticket. */
export interface DispatchFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly role: 'lead' | 'assisting';
  readonly dispatchedOn: LocalDate;
}

/** A return that the county decided. */
export interface ReturnFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly accepted: boolean;
}

export interface ExtensionFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly granted: boolean;
}

/** A dispatch whose paper the county registered; `unit` is the lead. */
export interface ClosedFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly closedOn: LocalDate;
}

/** A completed return visit; `unit` is the lead of the visited dispatch. */
export interface VisitFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly visitedOn: LocalDate;
  readonly reached: boolean;
  readonly solved: boolean;
  readonly satisfaction: Satisfaction | null;
}

/** A dispatch that is void as a whole, withdrawn or recalled: in no rate at all (Art. 18). */
export interface WithdrawnFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
}

/** A ticket that the county declined: what units gave back of it was never theirs nor the county's (Art. 12). */
export interface DeclinedFact {
  readonly ticketId: string;
}

export interface RateFacts {
  readonly clocks: readonly ClockFact[];
  readonly dispatches: readonly DispatchFact[];
  readonly returns: readonly ReturnFact[];
  readonly extensions: readonly ExtensionFact[];
  readonly closed: readonly ClosedFact[];
  readonly visits: readonly VisitFact[];
  readonly withdrawn: readonly WithdrawnFact[];
  readonly declined: readonly DeclinedFact[];
}

export { RATE_KINDS, type RateKind } from '../shared/index.js';

/** One counted thing, so that a figure can be drilled down; `dispatchNo` 0 when the whole ticket is counted. */
export interface Counted {
  readonly ticketId: string;
  readonly dispatchNo: number;
}

/** Both terms, always; the counted things of the numerator are among those of the denominator. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly numeratorTickets: readonly Counted[];
  readonly denominatorTickets: readonly Counted[];
}

export interface UnitRates {
  readonly unit: string;
  readonly rates: Readonly<Record<RateKind, Rate>>;
  /** Distinct tickets sent to the unit in the period or due in it. */
  readonly tickets: number;
  /** Fewer tickets than the policy asks for: listed apart, not ranked (reading §5). */
  readonly smallSample: boolean;
}
