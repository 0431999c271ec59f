import type { Category } from '../shared/index.js';
import { COUNTY, PREFECTURE, type ClockRules, type ClockTarget, type LimitPart } from './clock.js';
import { countyDoneAt, recordOf, type DispatchRecord } from './dispatch-record.js';
import { earliest, type FactIndex } from './fact-index.js';
import { adjustedParts, type Adjustment, extensionAdjustments, returnCredit, weighedOf } from './limit-adjustments.js';
import { supervisionTargets } from './supervision-clocks.js';
import { limitOfParts, plainLimit, targetOf } from './target.js';
import type { DispatchedFact } from './ticket-fact.js';

const RESOLVE_ARTICLES: Readonly<Record<Category, string>> = {
  consultation: 'Art. 17(1)',
  suggestion: 'Art. 17(2)',
  help: 'Art. 17(2)',
  complaint: 'Art. 17(3)',
  report: 'Art. 17(3)',
};

/** All clocks that run because of one dispatch (reading §3). */
export function dispatchTargets(dispatch: DispatchedFact, facts: FactIndex, rules: ClockRules): ClockTarget[] {
  const record = recordOf(dispatch, facts, rules);
  return [
    ...record.units.flatMap((unit) => [signTarget(record, unit), ...returnWindowTargets(record, unit), ...returnReviewTargets(record, unit)]),
    contactTarget(record, rules),
    resolveTarget(record, rules),
    ...dispatch.assisting.map((unit) => assistTarget(record, unit, rules)),
    ...extensionReviewTargets(record),
    ...paperTargets(record),
    ...supervisionTargets(record, facts, rules),
  ];
}

/** Stops by signing or by asking to return; a unit that did neither is taken to have signed when it answered. */
function signTarget(record: DispatchRecord, unit: string): ClockTarget {
  const { dispatch, policy } = record;
  const said = earliest(record.signedAt(unit), record.returnOf(unit)?.askedAt);
  return targetOf({
    kind: 'unit-sign',
    unit,
    dispatch,
    startEvent: 'dispatched',
    article: 'Art. 14, 17',
    policy,
    startedAt: dispatch.at,
    stoppedAt: said ?? earliest(unit === dispatch.lead ? null : record.opinionAt(unit), record.feedbackAt),
    voided: record.isReleased(unit),
    ...plainLimit(dispatch.at, policy.limits.unitSign),
  });
}

/** Only a contact that counts stops it; closing without one ends it as missed, so that nothing runs for ever and no quick file passes for a contact. */
function contactTarget(record: DispatchRecord, rules: ClockRules): ClockTarget {
  const { dispatch, policy } = record;
  const stoppedAt = record.contactedAt ?? record.closedAt;
  const adjustments = record.isReleased(dispatch.lead) ? [] : returnCredit(record.returnOf(dispatch.lead), record, rules.calendar);
  const base: LimitPart[] = [{ source: 'policy', workingDays: policy.limits.firstContact }];
  return targetOf({
    kind: 'first-contact',
    unit: dispatch.lead,
    dispatch,
    startEvent: 'dispatched',
    article: 'Art. 17',
    policy,
    startedAt: dispatch.at,
    stoppedAt,
    missed: record.contactedAt === null,
    voided: record.isReleased(dispatch.lead),
    weighed: weighedOf(adjustments),
    ...limitOfParts(dispatch.at, adjustedParts(base, adjustments, { from: dispatch.at, stoppedAt }, rules.calendar)),
  });
}

/** Starts with the dispatch, not with signing: not signing must not stop time. */
function resolveTarget(record: DispatchRecord, rules: ClockRules): ClockTarget {
  const { dispatch, policy } = record;
  const adjustments = resolveAdjustments(record, rules);
  const base: LimitPart[] = [{ source: 'policy', workingDays: policy.categories[dispatch.category].resolve }];
  return targetOf({
    kind: 'resolve',
    unit: dispatch.lead,
    dispatch,
    startEvent: 'dispatched',
    article: RESOLVE_ARTICLES[dispatch.category],
    policy,
    startedAt: dispatch.at,
    stoppedAt: record.feedbackAt,
    voided: record.isReleased(dispatch.lead),
    verdictWaits: record.extensions.some((course) => course.decision === null),
    weighed: weighedOf(adjustments),
    ...limitOfParts(dispatch.at, adjustedParts(base, adjustments, { from: dispatch.at, stoppedAt: record.feedbackAt }, rules.calendar)),
  });
}

/** Due before the resolve clock [R]; an answer of the lead that names the missing opinion ends it as well. */
function assistTarget(record: DispatchRecord, unit: string, rules: ClockRules): ClockTarget {
  const { dispatch, policy } = record;
  const stoppedAt = record.opinionAt(unit) ?? record.feedbackAt;
  const resolve = policy.categories[dispatch.category].resolve;
  const base: LimitPart[] = [
    { source: 'policy', workingDays: resolve },
    { source: 'before-resolve', workingDays: Math.max(1, resolve - policy.limits.assistBeforeResolve) - resolve },
  ];
  const adjustments = record.isReleased(unit) ? [] : [...resolveAdjustments(record, rules), ...returnCredit(record.returnOf(unit), record, rules.calendar)];
  return targetOf({
    kind: 'assist',
    unit,
    dispatch,
    startEvent: 'dispatched',
    article: 'Art. 15(2)',
    policy,
    startedAt: dispatch.at,
    stoppedAt,
    voided: record.isReleased(unit),
    weighed: weighedOf(adjustments),
    ...limitOfParts(dispatch.at, adjustedParts(base, adjustments, { from: dispatch.at, stoppedAt }, rules.calendar)),
  });
}

/** A dispatch that ended by an accepted return keeps the limit it was given. */
function resolveAdjustments(record: DispatchRecord, rules: ClockRules): Adjustment[] {
  if (record.isReleased(record.dispatch.lead)) return [];
  return [...extensionAdjustments(record, rules.calendar), ...returnCredit(record.returnOf(record.dispatch.lead), record, rules.calendar)];
}

/** A right, not a duty: it lapses without blame. What the county ruled cannot be returned. */
function returnWindowTargets(record: DispatchRecord, unit: string): ClockTarget[] {
  const { dispatch, policy } = record;
  if (dispatch.ruling) return [];
  const workingDays = record.checksOnSite(unit) ? policy.limits.returnWindowOnSite : policy.limits.returnWindow;
  return [
    targetOf({
      kind: 'return-window',
      unit,
      dispatch,
      startEvent: 'dispatched',
      article: 'Art. 17(return)',
      policy,
      startedAt: dispatch.at,
      stoppedAt: record.returnOf(unit)?.askedAt ?? null,
      voided: record.isReleased(unit),
      ...plainLimit(dispatch.at, workingDays),
    }),
  ];
}

function returnReviewTargets(record: DispatchRecord, unit: string): ClockTarget[] {
  const { dispatch, policy } = record;
  const course = record.returnOf(unit);
  if (!course) return [];
  return [
    targetOf({
      kind: 'return-review',
      unit: COUNTY,
      ordinal: unit,
      dispatch,
      startEvent: 'return-asked',
      article: 'Art. 17(return)',
      policy,
      startedAt: course.askedAt,
      stoppedAt: course.decision?.at ?? record.closedAt,
      ...plainLimit(course.askedAt, policy.limits.returnReview),
    }),
  ];
}

/** One leg each for the county and the prefecture; void when the dispatch ended before they came to decide, though they decided after all. */
function extensionReviewTargets(record: DispatchRecord): ClockTarget[] {
  const { dispatch, policy, endedAt } = record;
  return record.extensions.flatMap((course) => {
    const { asked, forwardedAt, decision } = course;
    const leg = (unit: string, startedAt: number, stoppedAt: number | null, workingDays: number): ClockTarget =>
      targetOf({
        kind: 'extension-review',
        unit,
        ordinal: asked.extensionId,
        dispatch,
        startEvent: unit === COUNTY ? 'extension-asked' : 'extension-forwarded',
        article: 'Art. 17(1)',
        policy,
        startedAt,
        stoppedAt,
        voided: endedAt !== null && (stoppedAt === null || stoppedAt > endedAt),
        ...plainLimit(startedAt, workingDays),
      });
    const county = leg(COUNTY, asked.at, countyDoneAt(course), policy.limits.extensionReviewCounty);
    if (forwardedAt === null) return [county];
    return [county, leg(PREFECTURE, forwardedAt, decision?.at ?? null, policy.limits.extensionReviewPrefecture)];
  });
}

function paperTargets(record: DispatchRecord): ClockTarget[] {
  const { dispatch, policy, feedbackAt } = record;
  if (feedbackAt === null) return [];
  return [
    targetOf({
      kind: 'paper-filing',
      unit: dispatch.lead,
      dispatch,
      startEvent: 'feedback',
      article: 'Art. 18',
      policy,
      startedAt: feedbackAt,
      stoppedAt: record.closedAt,
      voided: record.isReleased(dispatch.lead),
      ...plainLimit(feedbackAt, policy.limits.paperFiling),
    }),
  ];
}
