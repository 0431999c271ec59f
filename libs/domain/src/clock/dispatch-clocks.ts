import type { Category, Instant } from '../shared/index.js';
import { assistLimit } from './assist-limit.js';
import { COUNTY, PREFECTURE, type ClockRules, type ClockTarget, type LimitPart, type StartEvent, type VoidCause } from './clock.js';
import { countyDoneAt, recordOf, type DispatchRecord } from './dispatch-record.js';
import { earliest, type FactIndex } from './fact-index.js';
import { adjustedParts, type Adjustment, extensionAdjustments, returnCredit, weighedOf } from './limit-adjustments.js';
import { categoryOf, resolveBase } from './resolve-limit.js';
import { supervisionTargets } from './supervision-clocks.js';
import { limitOfParts, plainLimit, statutoryOf, targetOf, type TargetSketch } from './target.js';
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
    ...contactTargets(record, rules),
    resolveTarget(record, rules),
    ...record.units.filter((unit) => unit !== dispatch.lead).map((unit) => assistTarget(record, unit, rules)),
    ...extensionReviewTargets(record),
    ...paperTargets(record),
    ...supervisionTargets(record, facts, rules),
  ];
}

/** What every clock that a unit was given with the dispatch, or with being brought in later, has in common. */
function ofUnit(record: DispatchRecord, unit: string, stoppedAt: Instant | null) {
  const { dispatch, policy } = record;
  const startedAt = record.since(unit);
  const startEvent: StartEvent = startedAt === dispatch.at && isOriginal(dispatch, unit) ? 'dispatched' : 'assisting-added';
  return { unit, dispatch, policy, category: categoryOf(record, stoppedAt), startEvent, startedAt, stoppedAt, voidedBy: record.releasedBy(unit) };
}

function isOriginal({ lead, assisting }: DispatchedFact, unit: string): boolean {
  return unit === lead || assisting.includes(unit);
}

/** Stops by signing or by asking to return; a unit that did neither is taken to have signed when it answered. The lead's result ends it for an assisting unit that had said nothing. */
function signTarget(record: DispatchRecord, unit: string): ClockTarget {
  const { dispatch, policy } = record;
  const own = unit === dispatch.lead ? record.feedbackAt : record.opinionAt(unit);
  const said = earliest(record.signedAt(unit), record.returnOf(unit)?.askedAt) ?? own;
  const { stoppedAt, missed } = until(said, record.answeredAt(unit));
  return targetOf({
    kind: 'unit-sign',
    article: 'Art. 14, 17',
    missed,
    ...ofUnit(record, unit, stoppedAt),
    ...plainLimit(record.since(unit), policy.limits.unitSign),
  });
}

/** What a unit did itself stops its clock; the answer of the lead ends it without that, and is no act of the unit. */
function until(own: Instant | null, answeredAt: Instant | null): { readonly stoppedAt: Instant | null; readonly missed: boolean } {
  const missed = answeredAt !== null && (own === null || own > answeredAt);
  return { stoppedAt: missed ? answeredAt : own, missed };
}

/** Nobody can contact a petitioner who left no way to; the unit that has the ticket when one is left after all can from then on, never from before. */
function contactTargets(record: DispatchRecord, rules: ClockRules): ClockTarget[] {
  const { dispatch, contactable, contactLeftAt } = record;
  const leftLate = contactLeftAt !== null && contactLeftAt > dispatch.at;
  const reachable = contactable || (contactLeftAt !== null && !leftLate);
  const ofDispatch = contactTarget(record, { startedAt: dispatch.at, voidedBy: reachable ? null : 'no-contact-left' }, rules);
  if (!leftLate) return [ofDispatch];
  const late: Partial<TargetSketch> = { startEvent: 'contact-left', ordinal: 'contact-left' };
  return [ofDispatch, contactTarget(record, { startedAt: contactLeftAt, voidedBy: noUseOfContact(record, contactLeftAt) }, rules, late)];
}

/** Why a way to be contacted that was left late is no matter of a dispatch. */
function noUseOfContact({ contactable, feedbackAt, closedAt }: DispatchRecord, leftAt: Instant): VoidCause | null {
  const doneAt = earliest(feedbackAt, closedAt);
  if (contactable) return 'contact-known';
  return doneAt !== null && doneAt <= leftAt ? 'feedback-given' : null;
}

/** Only a contact that counts stops it; closing without one ends it as missed, so that nothing runs for ever and no quick file passes for a contact. */
function contactTarget(record: DispatchRecord, { startedAt, voidedBy }: { readonly startedAt: Instant; readonly voidedBy: VoidCause | null }, rules: ClockRules, parts: Partial<TargetSketch> = {}): ClockTarget {
  const { dispatch, policy } = record;
  const stoppedAt = record.contactedAt ?? record.closedAt;
  const credit = record.isReleased(dispatch.lead) ? [] : returnCredit(record.returnOf(dispatch.lead), record, rules.calendar);
  const adjustments = credit.filter(({ decidedAt }) => decidedAt > startedAt);
  const base: LimitPart[] = [{ source: 'policy', workingDays: policy.limits.firstContact }];
  return targetOf({
    kind: 'first-contact',
    article: 'Art. 17',
    missed: record.contactedAt === null,
    ...ofUnit(record, dispatch.lead, stoppedAt),
    startedAt,
    voidedBy: record.releasedBy(dispatch.lead) ?? voidedBy,
    weighed: weighedOf(adjustments),
    ...limitOfParts(startedAt, adjustedParts(base, adjustments, { from: startedAt, stoppedAt }, rules.calendar)),
    ...parts,
  });
}

/** Starts with the dispatch, not with signing: not signing must not stop time. */
function resolveTarget(record: DispatchRecord, rules: ClockRules): ClockTarget {
  const { dispatch, feedbackAt: stoppedAt } = record;
  const { category, parts } = resolveBase(record, stoppedAt);
  const adjustments = resolveAdjustments(record, category, rules);
  return targetOf({
    kind: 'resolve',
    article: RESOLVE_ARTICLES[category],
    ...ofUnit(record, dispatch.lead, stoppedAt),
    prefectureDueOn: record.prefectureDueOn,
    verdictWaits: statutoryOf(parts) === undefined && record.extensions.some((course) => course.decision === null),
    weighed: weighedOf(adjustments),
    ...limitOfParts(dispatch.at, adjustedParts(parts, adjustments, { from: dispatch.at, stoppedAt }, rules.calendar)),
  });
}

/** Due before the resolve clock [R]; a result of the lead that names the missing opinion ends it as well: void before it was due, late after. */
function assistTarget(record: DispatchRecord, unit: string, rules: ClockRules): ClockTarget {
  const { stoppedAt, missed } = until(record.opinionAt(unit), record.answeredAt(unit));
  const { category, parts } = resolveBase(record, stoppedAt);
  const adjustments = record.isReleased(unit) ? [] : [...resolveAdjustments(record, category, rules), ...returnCredit(record.returnOf(unit), record, rules.calendar)];
  return targetOf({
    kind: 'assist',
    article: 'Art. 15(2)',
    missed,
    ...ofUnit(record, unit, stoppedAt),
    weighed: weighedOf(adjustments),
    ...assistLimit(record, unit, { parts, adjustments, stoppedAt }, rules.calendar),
  });
}

/** A dispatch that ended by an accepted return keeps the limit it was given. */
function resolveAdjustments(record: DispatchRecord, category: Category, rules: ClockRules): Adjustment[] {
  if (record.isReleased(record.dispatch.lead)) return [];
  return [...extensionAdjustments(record, category, rules.calendar), ...returnCredit(record.returnOf(record.dispatch.lead), record, rules.calendar)];
}

/** A right, not a duty: it lapses without blame, and ends unused with the answer of the lead. What the county ruled cannot be returned. */
function returnWindowTargets(record: DispatchRecord, unit: string): ClockTarget[] {
  const { dispatch, policy } = record;
  if (dispatch.ruling) return [];
  const workingDays = record.checksOnSite(unit) ? policy.limits.returnWindowOnSite : policy.limits.returnWindow;
  const askedAt = record.returnOf(unit)?.askedAt ?? null;
  const forgoneAt = askedAt === null ? earliest(record.feedbackAt, record.closedAt) : null;
  return [
    targetOf({
      kind: 'return-window',
      article: 'Art. 17(return)',
      ...ofUnit(record, unit, askedAt),
      forgoneAt,
      category: categoryOf(record, askedAt ?? forgoneAt),
      ...plainLimit(record.since(unit), workingDays),
    }),
  ];
}

function returnReviewTargets(record: DispatchRecord, unit: string): ClockTarget[] {
  const { dispatch, policy } = record;
  const course = record.returnOf(unit);
  if (!course) return [];
  const stoppedAt = course.decision?.at ?? record.closedAt;
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
      stoppedAt,
      category: categoryOf(record, stoppedAt),
      voidedBy: countyVoid(record, stoppedAt),
      ...plainLimit(course.askedAt, policy.limits.returnReview),
    }),
  ];
}

/** One leg each for the county and the prefecture; void when the dispatch ended before they came to decide, though they decided after all. */
function extensionReviewTargets(record: DispatchRecord): ClockTarget[] {
  const { dispatch, policy } = record;
  return record.extensions.flatMap((course) => {
    const { asked, forwardedAt, decision } = course;
    const leg = (unit: string, startedAt: number, stoppedAt: number | null, workingDays: number): ClockTarget =>
      targetOf({
        kind: 'extension-review',
        unit,
        ordinal: asked.extensionId,
        dispatch,
        startEvent: unit === COUNTY ? 'extension-asked' : 'extension-forwarded',
        article: RESOLVE_ARTICLES[categoryOf(record, stoppedAt)],
        policy,
        startedAt,
        stoppedAt,
        category: categoryOf(record, stoppedAt),
        voidedBy: countyVoid(record, stoppedAt) ?? afterReturn(record, stoppedAt),
        ...plainLimit(startedAt, workingDays),
      });
    const county = leg(COUNTY, asked.at, countyDoneAt(course), policy.limits.extensionReviewCounty);
    if (forwardedAt === null) return [county];
    return [county, leg(PREFECTURE, forwardedAt, decision?.at ?? null, policy.limits.extensionReviewPrefecture)];
  });
}

/** A withdrawn dispatch never was one. What the county and the prefecture owed of one that is recalled is judged by what they had done until then: nobody clears one's own delay by a recall. */
function countyVoid({ withdrawnBy, endedAt }: DispatchRecord, stoppedAt: Instant | null): VoidCause | null {
  if (withdrawnBy !== 'dispatch-recalled') return withdrawnBy;
  return unfinished(endedAt, stoppedAt) ? withdrawnBy : null;
}

function afterReturn({ withdrawnBy, endedAt }: DispatchRecord, stoppedAt: Instant | null): VoidCause | null {
  return withdrawnBy === null && unfinished(endedAt, stoppedAt) ? 'return-accepted' : null;
}

function unfinished(endedAt: Instant | null, stoppedAt: Instant | null): boolean {
  return endedAt !== null && (stoppedAt === null || stoppedAt > endedAt);
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
      category: categoryOf(record, record.closedAt),
      voidedBy: record.releasedBy(dispatch.lead),
      ...plainLimit(feedbackAt, policy.limits.paperFiling),
    }),
  ];
}
