import type { PolicyPack } from '../policy/index.js';
import type { Instant, LocalDate } from '../shared/index.js';
import type { ClockRules } from './clock.js';
import type { VoidCause } from './clock.js';
import { earliest, type FactIndex } from './fact-index.js';
import type { CategoryChangedFact, DispatchedFact, ExtensionAskedFact, FactOf, StatutoryLimitFact, WithdrawnFact } from './ticket-fact.js';

/** Everything the facts say about one dispatch, gathered once for the rules of its clocks. */
export interface DispatchRecord {
  readonly dispatch: DispatchedFact;
  readonly policy: PolicyPack;
  /** Lead, assisting units, and those that were brought in later. */
  readonly units: readonly string[];
  readonly contactedAt: Instant | null;
  readonly feedbackAt: Instant | null;
  /** False when the petitioner left no way to be contacted at first. */
  readonly contactable: boolean;
  /** When a way to be contacted was left after all; null when it was not, or there was one at first. */
  readonly contactLeftAt: Instant | null;
  readonly prefectureDueOn: LocalDate | null;
  readonly closedAt: Instant | null;
  /** When the lead's return was accepted, or the dispatch withdrawn or recalled. */
  readonly endedAt: Instant | null;
  /** When the ticket was dispatched again. */
  readonly followedAt: Instant | null;
  /** Of the ticket, the oldest first. */
  readonly categoryChanges: readonly CategoryChangedFact[];
  /** Why nothing of the dispatch counts for its units; null while it does. */
  readonly withdrawnBy: VoidCause | null;
  readonly extensions: readonly ExtensionCourse[];
  /** When a unit was brought in: with the dispatch, or later. */
  since(unit: string): Instant;
  /** The limit of law that stood just before a moment. */
  statutoryAt(before: Instant): StatutoryLimitFact | null;
  /** When the lead first entered a result with the unit at its side, at the latest its feedback: it waits for an assisting unit no more. Null for the lead itself. */
  answeredAt(unit: string): Instant | null;
  signedAt(unit: string): Instant | null;
  opinionAt(unit: string): Instant | null;
  checksOnSite(unit: string): boolean;
  returnOf(unit: string): ReturnCourse | null;
  /** The unit's own return, or that of the lead, was accepted, or the dispatch was withdrawn or recalled. */
  isReleased(unit: string): boolean;
  /** Why the clocks of a released unit do not count; null while they do. */
  releasedBy(unit: string): VoidCause | null;
}

export interface ReturnCourse {
  readonly unit: string;
  readonly askedAt: Instant;
  readonly decision: FactOf<'return-decided'> | null;
}

export interface ExtensionCourse {
  readonly asked: ExtensionAskedFact;
  readonly forwardedAt: Instant | null;
  readonly decision: FactOf<'extension-decided'> | null;
}

export function recordOf(dispatch: DispatchedFact, facts: FactIndex, rules: ClockRules): DispatchRecord {
  const here = <Fact extends { readonly dispatchNo: number }>(list: readonly Fact[]): readonly Fact[] =>
    list.filter((fact) => fact.dispatchNo === dispatch.dispatchNo);
  const decisions = here(facts.of('return-decided'));
  const asked = here(facts.of('return-asked'));
  const withdrawal = here(facts.of('dispatch-withdrawn'))[0];
  const withdrawnBy = withdrawal ? causeOf(withdrawal) : null;
  const added = here(facts.of('assisting-added')).filter((fact) => fact.unit !== dispatch.lead && !dispatch.assisting.includes(fact.unit));
  const accepted = new Set(decisions.filter((fact) => fact.accepted).map((fact) => fact.unit));
  const since = (unit: string): Instant => added.find((fact) => fact.unit === unit)?.at ?? dispatch.at;
  const feedbackAt = here(facts.of('feedback-given'))[0]?.at ?? null;
  return {
    dispatch,
    policy: rules.policyOf(dispatch.policy),
    units: [dispatch.lead, ...dispatch.assisting, ...added.map((fact) => fact.unit)],
    contactedAt: here(facts.of('contacted'))[0]?.at ?? null,
    feedbackAt,
    prefectureDueOn: facts.of('registered')[0]?.prefectureDueOn ?? null,
    contactable: facts.of('registered')[0]?.contactable !== false,
    contactLeftAt: facts.of('contact-left')[0]?.at ?? null,
    closedAt: here(facts.of('closed'))[0]?.at ?? null,
    endedAt: earliest(decisions.find((fact) => fact.accepted && fact.unit === dispatch.lead)?.at, withdrawal?.at),
    followedAt: facts.of('dispatched').find((next) => next.dispatchNo > dispatch.dispatchNo)?.at ?? null,
    categoryChanges: facts.of('category-changed'),
    withdrawnBy,
    since,
    statutoryAt: (before) => standingLimit(here(facts.of('statutory-limit-set')), facts, before),
    extensions: here(facts.of('extension-asked')).map((fact) => extensionCourse(fact, facts)),
    answeredAt: (unit) => (unit === dispatch.lead ? null : earliest(here(facts.of('result-entered')).find((fact) => fact.at >= since(unit))?.at, feedbackAt)),
    signedAt: (unit) => here(facts.of('signed')).find((fact) => fact.unit === unit)?.at ?? null,
    opinionAt: (unit) => here(facts.of('opinion-given')).find((fact) => fact.unit === unit)?.at ?? null,
    checksOnSite: (unit) => here(facts.of('on-site-check-declared')).some((fact) => fact.unit === unit),
    returnOf: (unit) => {
      const fact = asked.find((candidate) => candidate.unit === unit);
      return fact ? { unit, askedAt: fact.at, decision: decisions.find((decision) => decision.unit === unit) ?? null } : null;
    },
    isReleased: (unit) => withdrawnBy !== null || accepted.has(unit) || accepted.has(dispatch.lead),
    releasedBy: (unit) => (withdrawnBy ?? (accepted.has(unit) || accepted.has(dispatch.lead) ? 'return-accepted' : null)),
  };
}

function causeOf({ reason }: WithdrawnFact): VoidCause {
  if (reason === 'recalled') return 'dispatch-recalled';
  return reason ?? 'dispatch-withdrawn';
}

/** When the county was done with an extension: sent on, or decided. */
export function countyDoneAt(course: ExtensionCourse): Instant | null {
  return earliest(course.forwardedAt, course.decision?.at);
}

function standingLimit(set: readonly StatutoryLimitFact[], facts: FactIndex, before: Instant): StatutoryLimitFact | null {
  const revoked = new Set(facts.of('statutory-limit-revoked').filter((fact) => fact.at < before).map((fact) => fact.limitId));
  return set.findLast((fact) => fact.at < before && !revoked.has(fact.limitId)) ?? null;
}

function extensionCourse(asked: ExtensionAskedFact, facts: FactIndex): ExtensionCourse {
  return {
    asked,
    forwardedAt: facts.of('extension-forwarded').find((fact) => fact.extensionId === asked.extensionId)?.at ?? null,
    decision: facts.of('extension-decided').find((fact) => fact.extensionId === asked.extensionId) ?? null,
  };
}
