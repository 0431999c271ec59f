import type { Instant } from '../shared/index.js';
import { evolve, type Clock, type ClockEvent, type ClockIdentity, type ClockLimit, type ClockReading, type ClockRules, type ClockTarget } from './clock.js';
import { clocksOf } from './clocks-of.js';
import { dueOf, laterOf, type DatedDeadline } from './due.js';
import { readingOf } from './reading.js';
import { calendarFree, statutoryOf } from './target.js';
import type { TicketFact } from './ticket-fact.js';

/** One clock that changed: the events, and the state after them. */
export interface ClockChange {
  readonly clock: Clock;
  readonly events: readonly ClockEvent[];
}

/**
 * Brings a clock to what the facts now say. Nothing follows from facts that were weighed before, and a clock that stopped
 * with a verdict keeps its deadline and verdict for ever while its start, stop and limit stand, whatever the calendar.
 */
export function reconcile(clock: Clock | undefined, target: ClockTarget, now: Instant, rules: ClockRules): ClockEvent[] {
  if (!clock) return [{ type: 'ClockStarted', identity: identityOf(target), reading: readingOf(target, dueOf(target.limit, rules.calendar), undefined, now, rules) }];
  if (clock.basis === target.basis) return [];
  if (verdictStands(clock, target)) return [];
  const reading = readingOf(target, movedDue(clock, target, rules), clock, now, rules);
  return [eventOf(clock, target, reading)];
}

/** Every clock of a ticket that changes with its facts; `known` are the clocks as stored, in any order. */
export function reconcileTicket(known: readonly Clock[], facts: readonly TicketFact[], now: Instant, rules: ClockRules): ClockChange[] {
  const byKey = new Map(known.map((clock) => [clock.key, clock]));
  return clocksOf(facts, rules).flatMap((target) => {
    const before = byKey.get(target.key);
    const events = reconcile(before, target, now, rules);
    const clock = events.reduce<Clock | undefined>(evolve, before);
    return clock && events.length > 0 ? [{ clock, events }] : [];
  });
}

function eventOf(clock: Clock, target: ClockTarget, reading: ClockReading): ClockEvent {
  const visible: (keyof ClockReading)[] = ['startedAt', 'dueAt', 'provisional', 'overdueAt', 'stoppedAt', 'verdict', 'voidedBy'];
  const same = visible.every((field) => clock[field] === reading[field]);
  if (reading.verdict === 'void') return same && clock.article === reading.article ? { type: 'ClockAdjusted', reading } : { type: 'ClockVoided', cause: reading.voidedBy ?? 'lapsed', reading };
  if (reading.stoppedAt !== null) return { type: 'ClockStopped', reading };
  if (same) return { type: 'ClockAdjusted', reading };
  return { type: 'ClockRescheduled', cause: causeOf(clock, target), reading };
}

/** Named after the newest reason for which the limit differs. */
function causeOf(clock: Clock, target: ClockTarget): string {
  if (clock.category !== target.category) return 'category-changed';
  if (statutoryOf(clock.limitParts) && !statutoryOf(target.limitParts)) return 'statutory-revoked';
  const added = target.limitParts.findLast((part) => !clock.limitParts.some((old) => old.source === part.source && old.ref === part.ref));
  if (added) return added.source;
  if (clock.kind === 'return-window') return 'on-site-check';
  return target.verdictWaits ? 'extension-asked' : 'facts';
}

/** The deadline after a change of facts. Granted days are added to the deadline that stood, which may be one that a revised calendar was not allowed to move earlier. */
function movedDue(clock: Clock, target: ClockTarget, rules: ClockRules): DatedDeadline {
  if (clock.startedAt === target.startedAt && sameLimit(clock, target)) return clock;
  const fresh = dueOf(target.limit, rules.calendar);
  if (clock.startedAt !== target.startedAt || clock.calendar === rules.calendar.version) return fresh;
  // A change of category and a limit of law count anew from the original start (Art. 13, 17(3)).
  if (clock.category !== target.category || statutoryRef(clock) !== statutoryRef(target)) return fresh;
  if (clock.limit.unit !== 'working-days' || target.limit.unit !== 'working-days') return fresh;
  if (clock.limit.notAfter || target.limit.notAfter || clock.limit.from !== target.limit.from) return laterOf(fresh, clock);
  const added = target.limit.workingDays - clock.limit.workingDays;
  return added < 0 || clock.provisional ? fresh : { ...rules.calendar.shift(clock.dueOn, added), calendar: rules.calendar.version };
}

function sameLimit(a: Pick<ClockReading, 'limit' | 'limitParts'>, b: Pick<ClockReading, 'limit' | 'limitParts'>): boolean {
  const signature = ({ limit, limitParts }: Pick<ClockReading, 'limit' | 'limitParts'>): string =>
    JSON.stringify([
      termOf(limit),
      limit.from,
      limitParts.map(calendarFree),
    ]);
  return signature(a) === signature(b);
}

function termOf(limit: ClockLimit): unknown {
  switch (limit.unit) {
    case 'working-days':
      return limit.notAfter;
    case 'calendar-days':
      return [limit.unit, limit.days];
    case 'hours':
      return [limit.unit, limit.hours];
    case 'minutes':
      return limit.minutes;
  }
}

function statutoryRef({ limitParts }: Pick<ClockReading, 'limitParts'>): string | undefined {
  return limitParts.find((part) => part.statutory)?.ref;
}

/** A change of category that is learnt late moves no deadline, but the explanation names the day of the newest. */
function recategorisedAt({ limitParts }: Pick<ClockReading, 'limitParts'>): Instant | undefined {
  return limitParts.find((part) => part.recategorised)?.recategorised?.at;
}

function verdictStands(clock: Clock, target: ClockTarget): boolean {
  const judged = clock.verdict === 'on-time' || (clock.verdict === 'late' && !target.verdictWaits);
  return judged && !target.voided && clock.startedAt === target.startedAt && clock.stoppedAt === target.stoppedAt && clock.missed === target.missed && clock.category === target.category && clock.prefectureDueOn === target.prefectureDueOn && sameLimit(clock, target) && recategorisedAt(clock) === recategorisedAt(target);
}

function identityOf(target: ClockTarget): ClockIdentity {
  const { key, kind, unit, dispatchNo, round, prefectureTransfer, startEvent, policy } = target;
  return { key, kind, unit, dispatchNo, round, prefectureTransfer, startEvent, policy };
}
