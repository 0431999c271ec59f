import { isoOf, type Instant } from '@hotline/domain/shared';
import type { KeptCase } from './case.service.js';

/** A case as people read it. */
export function caseView({ state, version, retainUntil }: KeptCase, baselessSince: Instant | null = null): object {
  const { openedAt, statementDueAt, statement, decision, carriedOut, ...rest } = state;
  return {
    ...rest,
    version,
    /** The last day on which it is kept (Art. 20); null while it is not closed. */
    retainUntil,
    /** Since when the record no longer supports the evidence; null while it does. */
    evidenceGoneSince: baselessSince === null ? null : isoOf(baselessSince),
    openedAt: isoOf(openedAt),
    statementDueAt: isoOf(statementDueAt),
    statement: statement && { ...statement, at: isoOf(statement.at) },
    decision: decision && { ...decision, at: isoOf(decision.at) },
    carriedOut: carriedOut && { ...carriedOut, at: isoOf(carriedOut.at) },
  };
}
