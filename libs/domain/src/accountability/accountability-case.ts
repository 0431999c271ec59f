import type { AccountabilityGround, AccountabilityMeasure, Instant } from '../shared/index.js';
import type { Evidence } from './candidate.js';

/** A case of accountability (问责), Art. 23: opened by a person, decided by people after the unit was heard. */
export interface AccountabilityCase {
  readonly status: 'opened' | 'heard' | 'decided' | 'closed';
  readonly caseId: string;
  readonly unit: string;
  readonly ground: AccountabilityGround;
  readonly ticketIds: readonly string[];
  /** What a person holds against the unit, in words. */
  readonly account: string;
  /** What the record shows; empty in a case that people opened by themselves. */
  readonly evidence: readonly Evidence[];
  readonly candidateId: string | null;
  readonly openedBy: string;
  readonly openedAt: Instant;
  /** Exclusive: until then nothing is decided unless the unit has made its statement. */
  readonly statementDueAt: Instant;
  readonly statement: { readonly text: string; readonly by: string; readonly at: Instant } | null;
  readonly decision: { readonly measure: AccountabilityMeasure; readonly reason: string; readonly decider: string; readonly by: string; readonly at: Instant } | null;
  /** How the measure was carried out; null where there was none to carry out. */
  readonly carriedOut: { readonly record: string; readonly by: string; readonly at: Instant } | null;
}

/** When nothing of it was left to do; null while something is. */
export function endedAtOf({ status, decision, carriedOut }: AccountabilityCase): Instant | null {
  return status === 'closed' ? (carriedOut?.at ?? decision?.at ?? null) : null;
}

/** The case without what people wrote in it, which may tell of a petitioner; ground, units, evidence, times, measure and decider stay (Art. 20). */
export function caseWithoutWords(state: AccountabilityCase, erased: string): AccountabilityCase {
  return {
    ...state,
    account: erased,
    statement: state.statement && { ...state.statement, text: erased },
    decision: state.decision && { ...state.decision, reason: erased },
    carriedOut: state.carriedOut && { ...state.carriedOut, record: erased },
  };
}

export type CaseState = { readonly status: 'none' } | AccountabilityCase;

export const noCase: CaseState = { status: 'none' };

export interface OpenCase {
  readonly type: 'OpenCase';
  readonly caseId: string;
  readonly unit: string;
  readonly ground: AccountabilityGround;
  readonly ticketIds: readonly string[];
  readonly account: string;
  readonly evidence: readonly Evidence[];
  readonly candidateId: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** The unit is heard (申辩). */
export interface GiveStatement {
  readonly type: 'GiveStatement';
  readonly unit: string;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

export interface DecideCase {
  readonly type: 'DecideCase';
  readonly measure: AccountabilityMeasure;
  readonly reason: string;
  /** The person or body that decided, as the written decision names it. */
  readonly decider: string;
  readonly by: string;
  readonly at: Instant;
}

/** The talk was held, the measure carried out. */
export interface CloseCase {
  readonly type: 'CloseCase';
  readonly record: string;
  readonly by: string;
  readonly at: Instant;
}

export type CaseCommand = OpenCase | GiveStatement | DecideCase | CloseCase;

export type CaseEvent =
  | (Omit<OpenCase, 'type'> & { readonly type: 'CaseOpened'; readonly statementDueAt: Instant })
  | (Omit<GiveStatement, 'type' | 'unit'> & { readonly type: 'StatementGiven' })
  | (Omit<DecideCase, 'type'> & { readonly type: 'CaseDecided' })
  | (Omit<CloseCase, 'type'> & { readonly type: 'CaseClosed' });

export const ACCOUNTABILITY_CASE_REFUSALS = [
  'already-opened',
  'no-such-case',
  'account-missing',
  'statement-given-already',
  'text-missing',
  'not-heard-yet',
  'statement-time-uncertain',
  'decided-already',
  'reason-missing',
  'decider-missing',
  'not-decided',
  'closed-already',
  'record-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type CaseRefusal = (typeof ACCOUNTABILITY_CASE_REFUSALS)[number];

export interface CaseRules {
  readonly now: Instant;
  /** End of the time to make a statement, counted from the opening with the calendar of today. */
  readonly statementDue: { readonly dueAt: Instant; readonly provisional: boolean };
}
