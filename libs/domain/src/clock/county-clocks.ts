import type { PolicyPack } from '../policy/index.js';
import { localDateOf, type Instant } from '../shared/index.js';
import { COUNTY, type ClockRules, type ClockTarget, type StartEvent } from './clock.js';
import { earliest, type FactIndex } from './fact-index.js';
import { afterPrimaryDeclined, besideLinks } from './linked-ticket.js';
import type { DispatchedFact } from './ticket-fact.js';
import { plainLimit, targetOf } from './target.js';

interface CountyStart {
  readonly startEvent: StartEvent;
  readonly at: Instant;
  /** Named by its cause, so that a start learnt of late never renames the clocks of the others. */
  readonly ordinal?: string;
  readonly stoppedAt: Instant | null;
  readonly voidedBy: 'dispatch-withdrawn' | null;
}

/** county-dispatch (Art. 14, 16): from receipt or acceptance, and anew from every accepted return, every recall, every refusal of the prefecture, every rework that found no unit and every decline of the primary ticket. */
export function countyDispatchTargets(facts: FactIndex, rules: ClockRules): ClockTarget[] {
  const starts = [...firstStart(facts), ...startsAfterReturn(facts), ...startsAfterRecall(facts), ...startsAfterUpstreamRefusal(facts), ...startsOfRework(facts)];
  const done = [...countingDispatches(facts), ...endings(facts), ...facts.of('upstream-return-asked')].map((fact) => fact.at);
  return [...besideLinks(starts, facts), ...afterPrimaryDeclined(starts, done, facts)].map((start) => {
    const policy = packAt(start.at, rules);
    return targetOf({
      kind: 'county-dispatch',
      unit: COUNTY,
      ordinal: start.ordinal,
      startEvent: start.startEvent,
      article: start.article ?? 'Art. 14, 16',
      policy,
      startedAt: start.at,
      stoppedAt: start.stoppedAt,
      voidedBy: start.voidedBy,
      ...plainLimit(start.at, policy.limits.countyDispatch),
    });
  });
}

/** emergency-report (Art. 4): minutes by the wall clock until the emergency office acknowledges. */
export function emergencyTargets(facts: FactIndex, rules: ClockRules): ClockTarget[] {
  const acknowledged = new Map(facts.of('escalation-acknowledged').map((fact) => [fact.escalationId, fact.at]));
  return facts.of('escalated').map(({ escalationId, at }) => {
    const policy = packAt(at, rules);
    return targetOf({
      kind: 'emergency-report',
      unit: COUNTY,
      ordinal: escalationId,
      startEvent: 'escalated',
      article: 'Art. 4',
      policy,
      startedAt: at,
      stoppedAt: acknowledged.get(escalationId) ?? null,
      limit: { unit: 'minutes', from: at, minutes: policy.limits.emergencyReportMinutes },
      limitParts: [],
    });
  });
}

function firstStart(facts: FactIndex): CountyStart[] {
  const registered = facts.of('registered')[0];
  const at = registered?.prefectureTransfer ? registered.receivedAt : registered && facts.of('accepted')[0]?.at;
  if (!registered || at === undefined) return [];
  const stoppedAt = earliest(countingDispatches(facts)[0]?.at, ...endings(facts).map((fact) => fact.at), facts.of('upstream-return-asked')[0]?.at);
  return [{ startEvent: registered.prefectureTransfer ? 'received' : 'accepted', at, stoppedAt, voidedBy: null }];
}

function startsAfterReturn(facts: FactIndex): CountyStart[] {
  const dispatchOf = new Map(facts.of('dispatched').map((fact) => [fact.dispatchNo, fact]));
  const undone = neverDispatched(facts);
  return facts.of('return-decided').flatMap((fact): CountyStart[] => {
    const dispatch = dispatchOf.get(fact.dispatchNo);
    if (!fact.accepted || dispatch?.lead !== fact.unit) return [];
    const { dispatchNo, at } = fact;
    return [{ startEvent: 'return-accepted', at, ordinal: `return-${dispatchNo}`, stoppedAt: nextStep(dispatch, at, facts), voidedBy: undone.has(dispatchNo) ? 'dispatch-withdrawn' : null }];
  });
}

/** The county sent it to the wrong unit: its time to send it to the right one counts from the recall. */
function startsAfterRecall(facts: FactIndex): CountyStart[] {
  const dispatchOf = new Map(facts.of('dispatched').map((fact) => [fact.dispatchNo, fact]));
  return facts.of('dispatch-withdrawn').flatMap(({ dispatchNo, reason, at }): CountyStart[] => {
    const dispatch = dispatchOf.get(dispatchNo);
    return dispatch && reason === 'recalled' ? [{ startEvent: 'dispatch-recalled', at, ordinal: `recall-${dispatchNo}`, stoppedAt: nextStep(dispatch, at, facts), voidedBy: null }] : [];
  });
}

/** What the county did next about a ticket that came back from a dispatch; it had done it already where it had answered or declined in that round before. */
function nextStep({ dispatchNo, round }: DispatchedFact, at: Instant, facts: FactIndex): Instant | null {
  const began = facts.of('closed').findLast((closed) => closed.dispatchNo < dispatchNo && facts.of('dispatched').some((each) => each.dispatchNo === closed.dispatchNo && each.round < round));
  const waited = facts.of('rework-awaits-dispatch').findLast((each) => each.round <= round); // whatever ended the round before, a file or an answer
  const ended = endings(facts).filter((fact) => fact.at >= Math.max(began?.at ?? -Infinity, waited?.at ?? -Infinity)).map((fact) => Math.max(at, fact.at));
  const next = countingDispatches(facts).find((dispatch) => dispatch.dispatchNo > dispatchNo);
  return earliest(next?.at, ...ended, firstSince(facts.of('upstream-return-asked'), at));
}

function startsAfterUpstreamRefusal(facts: FactIndex): CountyStart[] {
  return facts
    .of('upstream-return-decided')
    .filter((fact) => !fact.accepted)
    .map((fact) => {
      const askedAgain = facts.of('upstream-return-asked').find((asked) => asked.at > fact.at);
      const stoppedAt = earliest(firstSince(countingDispatches(facts), fact.at), firstSince(facts.of('answered'), fact.at), askedAgain?.at);
      return { startEvent: 'upstream-return-refused', at: fact.at, ordinal: `upstream-${fact.at}`, stoppedAt, voidedBy: null };
    });
}

/** Told by the round, not by the time: the dispatch that a rework waits for is the first of that round or of a later one. */
function startsOfRework(facts: FactIndex): CountyStart[] {
  return facts.of('rework-awaits-dispatch').map(({ round, at }) => {
    const next = countingDispatches(facts).find((dispatch) => dispatch.round >= round);
    const stoppedAt = earliest(next?.at, firstSince(facts.of('answered'), at), firstSince(facts.of('upstream-return-asked'), at));
    return { startEvent: 'rework-awaits-dispatch', at, ordinal: `rework-${round}`, stoppedAt, voidedBy: null };
  });
}

/** The county ended the ticket itself: answered or declined it. */
function endings(facts: FactIndex): readonly { readonly at: Instant }[] {
  return [...facts.of('answered'), ...facts.of('declined')];
}

/** A dispatch that was withdrawn never was one: what the county did instead, its answer or its decline, stops its clock. One that it recalls it had made in its time. */
function countingDispatches(facts: FactIndex): readonly DispatchedFact[] {
  const undone = neverDispatched(facts);
  return undone.size === 0 ? facts.of('dispatched') : facts.of('dispatched').filter((dispatch) => !undone.has(dispatch.dispatchNo));
}

function neverDispatched(facts: FactIndex): ReadonlySet<number> {
  return new Set(facts.of('dispatch-withdrawn').filter(({ reason }) => reason !== 'recalled').map((fact) => fact.dispatchNo));
}

function firstSince(facts: readonly { readonly at: Instant }[], since: Instant): Instant | null {
  return facts.find((fact) => fact.at >= since)?.at ?? null;
}

function packAt(at: Instant, rules: ClockRules): PolicyPack {
  return rules.policyAt(localDateOf(at));
}
