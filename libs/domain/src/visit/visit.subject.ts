import type { Instant } from '../shared/index.js';
import { COUNTY, NO_DISPATCH, type Visit } from './visit.js';

/** A dispatch as far as a visit must know it. */
export interface KnownHandling {
  readonly dispatchNo: number;
  readonly round: number;
  /** The lead unit. */
  readonly unit: string;
  readonly closedAt: Instant | null;
  /** When it ended by the lead's accepted return, a withdrawal or a recall. */
  readonly releasedAt: Instant | null;
}

export interface KnownOfTicket {
  /** When the county answered the ticket itself, as far as it was told; null otherwise. */
  readonly answeredAt: Instant | null;
  /** In order. */
  readonly dispatches: readonly KnownHandling[];
  /** Further rounds that were ordered. */
  readonly reworks: readonly { readonly round: number; readonly at: Instant }[];
}

export type VisitSubject = Pick<Visit, 'dispatchNo' | 'round' | 'unit'>;

/** What a visit that is asked for now is about: the newest dispatch once it is closed, or the county's own answer where no unit went on with it (Art. 18, 19). */
export function subjectOf({ answeredAt, dispatches, reworks }: KnownOfTicket): VisitSubject | 'no-such-ticket' | 'not-closed' {
  const answer = answeredAt === null ? undefined : answerAt(answeredAt, reworks);
  const newest = answer ? dispatches.findLast(({ round, releasedAt }) => round >= answer.round && releasedAt === null) : dispatches.at(-1);
  if (!newest) return answer ?? 'no-such-ticket';
  const { dispatchNo, round, unit, closedAt } = newest;
  return closedAt === null ? 'not-closed' : { dispatchNo, round, unit };
}

/** The answer ended the round that had been ordered last when it was given. */
function answerAt(answeredAt: Instant, reworks: KnownOfTicket['reworks']): VisitSubject {
  const ordered = reworks.filter(({ at }) => at <= answeredAt).map(({ round }) => round);
  return { dispatchNo: NO_DISPATCH, round: Math.max(1, ...ordered), unit: COUNTY };
}
