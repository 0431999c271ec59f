import { MOMENT_REFUSALS, type Category, type Instant, type StatutoryUnit, type Verdict } from '../shared/index.js';

/** The longest limit that is taken for one: three years; what is longer is a typing slip. */
export const MOST_OF_UNIT: Readonly<Record<StatutoryUnit, number>> = { 'working-days': 750, 'calendar-days': 1_095, hours: 26_280 };
/** Shorter words name no law. */
export const LEAST_LEGAL_BASIS = 6;

/** A limit of law that was put in place of the category's base and cap (Art. 17(3)). */
export interface KnownStatutoryLimit {
  readonly limitId: string;
  readonly dispatchNo: number;
  readonly legalBasis: string;
  readonly amount: number;
  readonly unit: StatutoryUnit;
  readonly approver: string;
  readonly setAt: Instant;
}

export type StatutoryLimit =
  | { readonly status: 'none' }
  | (KnownStatutoryLimit & { readonly status: 'set' })
  | (KnownStatutoryLimit & { readonly status: 'revoked'; readonly revokedAt: Instant; readonly reason: string });

export const initial: StatutoryLimit = { status: 'none' };

export type StatutoryLimitCommand =
  | {
      readonly type: 'SetStatutoryLimit';
      readonly limitId: string;
      readonly legalBasis: string;
      readonly amount: number;
      readonly unit: StatutoryUnit;
      readonly approver: string;
      readonly at: Instant;
    }
  | { readonly type: 'RevokeStatutoryLimit'; readonly reason: string; readonly at: Instant };

export type StatutoryLimitEvent =
  | ({ readonly type: 'StatutoryLimitSet' } & KnownStatutoryLimit)
  | { readonly type: 'StatutoryLimitRevoked'; readonly reason: string; readonly revokedAt: Instant };

/** What the decision reads of the resolve clock of a dispatch; a `Clock` fits. */
export interface LimitedClockView {
  readonly dispatchNo: number;
  readonly category: Category | null;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly verdict: Verdict;
}

export interface StatutoryLimitRules {
  readonly now: Instant;
  /** The resolve clock of the dispatch that is meant, for a new limit that of the ticket's latest; null when there is none. */
  readonly resolve: LimitedClockView | null;
  /** Another limit of law stands on that dispatch. */
  readonly alreadySet: boolean;
}

export const STATUTORY_LIMIT_REFUSALS = [
  ...MOMENT_REFUSALS,
  'amount-out-of-range',
  'approver-missing',
  'legal-basis-missing',
  'reason-missing',
  'resolve-clock-not-running',
  'statutory-limit-already-set',
  'statutory-limit-not-standing',
  'statutory-limit-only-for-complaint-and-report',
] as const;
export type StatutoryLimitRefusal = (typeof STATUTORY_LIMIT_REFUSALS)[number];
