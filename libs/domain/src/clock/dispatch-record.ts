import type { PolicyPack } from '../policy/index.js';
import type { Instant } from '../shared/index.js';
import type { ClockRules } from './clock.js';
import { earliest, type FactIndex } from './fact-index.js';
import type { DispatchedFact, ExtensionAskedFact, FactOf } from './ticket-fact.js';

/** Everything the facts say about one dispatch, gathered once for the rules of its clocks. */
export interface DispatchRecord {
  readonly dispatch: DispatchedFact;
  readonly policy: PolicyPack;
  readonly units: readonly string[];
  readonly contactedAt: Instant | null;
  readonly feedbackAt: Instant | null;
  readonly closedAt: Instant | null;
  /** When the lead's return was accepted. */
  readonly endedAt: Instant | null;
  readonly extensions: readonly ExtensionCourse[];
  signedAt(unit: string): Instant | null;
  opinionAt(unit: string): Instant | null;
  checksOnSite(unit: string): boolean;
  returnOf(unit: string): ReturnCourse | null;
  /** The unit's own return, or that of the lead, was accepted. */
  isReleased(unit: string): boolean;
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
  const accepted = new Set(decisions.filter((fact) => fact.accepted).map((fact) => fact.unit));
  return {
    dispatch,
    policy: rules.policyOf(dispatch.policy),
    units: [dispatch.lead, ...dispatch.assisting],
    contactedAt: here(facts.of('contacted'))[0]?.at ?? null,
    feedbackAt: here(facts.of('feedback-given'))[0]?.at ?? null,
    closedAt: here(facts.of('closed'))[0]?.at ?? null,
    endedAt: decisions.find((fact) => fact.accepted && fact.unit === dispatch.lead)?.at ?? null,
    extensions: here(facts.of('extension-asked')).map((fact) => extensionCourse(fact, facts)),
    signedAt: (unit) => here(facts.of('signed')).find((fact) => fact.unit === unit)?.at ?? null,
    opinionAt: (unit) => here(facts.of('opinion-given')).find((fact) => fact.unit === unit)?.at ?? null,
    checksOnSite: (unit) => here(facts.of('on-site-check-declared')).some((fact) => fact.unit === unit),
    returnOf: (unit) => {
      const fact = asked.find((candidate) => candidate.unit === unit);
      return fact ? { unit, askedAt: fact.at, decision: decisions.find((decision) => decision.unit === unit) ?? null } : null;
    },
    isReleased: (unit) => accepted.has(unit) || accepted.has(dispatch.lead),
  };
}

/** When the county was done with an extension: sent on, or decided. */
export function countyDoneAt(course: ExtensionCourse): Instant | null {
  return earliest(course.forwardedAt, course.decision?.at);
}

function extensionCourse(asked: ExtensionAskedFact, facts: FactIndex): ExtensionCourse {
  return {
    asked,
    forwardedAt: facts.of('extension-forwarded').find((fact) => fact.extensionId === asked.extensionId)?.at ?? null,
    decision: facts.of('extension-decided').find((fact) => fact.extensionId === asked.extensionId) ?? null,
  };
}
