/** What the stories read of the services' answers, and nothing more. */

export interface Items<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A ticket as intake shows it. */
export interface TicketView {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: string;
  readonly title: string | null;
  readonly receivedAt: string;
  readonly decline: { readonly ground: string; readonly turnTo: string } | null;
  readonly answer: { readonly answer: string } | null;
  readonly escalations: readonly { readonly escalationId: string; readonly acknowledgedAt: string | null }[];
  readonly petitioner: { readonly name: string | null; readonly contact: string | null; readonly idNumber: string | null } | null;
}

/** A ticket's handling as routing shows it. */
export interface CaseView {
  readonly status: string;
  readonly round: number;
  readonly acceptedReturns: number;
  readonly dispatch: DispatchView | null;
  readonly past: readonly DispatchView[];
}

export interface DispatchView {
  readonly dispatchNo: number;
  readonly round: number;
  readonly lead: string;
  readonly supervised: string | null;
  readonly dispatchedAt: string;
  readonly approval: { readonly approver: string; readonly sealNumber: string } | null;
  readonly closedAt: string | null;
}

/** A clock as the time service shows it. */
export interface ClockView {
  readonly id: string;
  readonly kind: string;
  readonly unit: string;
  readonly dispatchNo: number;
  readonly startedAt: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly stoppedAt: string | null;
  readonly verdict: string;
  readonly workingDaysUsed: number | null;
  readonly explanation: { readonly sentence: string; readonly article: string };
}

export interface DeadlineView {
  readonly dueOn: string;
  readonly dueAt: string;
}

export interface ExtensionView {
  readonly id: string;
  readonly status: string;
  readonly decidedBy: string | null;
  readonly prefectureReviews: boolean;
}

export interface VisitView {
  readonly visitId: string;
  readonly dispatchNo: number;
  readonly status: string;
  readonly basis: string;
}

export interface OrderView {
  readonly orderId: string;
  readonly orderNo: string;
  readonly unit: string;
  readonly status: string;
  readonly ground: string;
}

/** The rates of one unit: `9/12` is nine of twelve. */
export interface UnitRatesView {
  readonly unit: string;
  readonly name: string | null;
  readonly ranked: boolean;
  readonly rates: Readonly<Record<string, { readonly numerator: number; readonly denominator: number }>>;
}
