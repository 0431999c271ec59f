import { isoOf, type Instant } from '@hotline/domain/shared';
import type { StoredCase } from './case.store.js';

/** A case as people read it. */
export function caseView({ state, version }: StoredCase, baselessSince: Instant | null = null): object {
  const { openedAt, statementDueAt, statement, decision, carriedOut, ...rest } = state;
  return {
    ...rest,
    version,
    /** Since when the record no longer supports the evidence; null while it does. */
    evidenceGoneSince: baselessSince === null ? null : isoOf(baselessSince),
    openedAt: isoOf(openedAt),
    statementDueAt: isoOf(statementDueAt),
    statement: statement && { ...statement, at: isoOf(statement.at) },
    decision: decision && { ...decision, at: isoOf(decision.at) },
    carriedOut: carriedOut && { ...carriedOut, at: isoOf(carriedOut.at) },
  };
}
