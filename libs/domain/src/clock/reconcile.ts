import type { Instant } from '../shared/index.js';
import { evolve, type Clock, type ClockEvent, type ClockIdentity, type ClockReading, type ClockRules, type ClockTarget } from './clock.js';
import { clocksOf } from './clocks-of.js';
import { dueOf, laterOf, type DatedDeadline } from './due.js';
import { readingOf } from './reading.js';
import { calendarFree } from './target.js';
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
  if (reading.verdict === 'void') {
    return { type: 'ClockVoided', cause: target.voided ? voidCause(clock) : 'lapsed', reading };
  }
  if (reading.stoppedAt !== null) return { type: 'ClockStopped', reading };
  const visible: (keyof ClockReading)[] = ['startedAt', 'dueAt', 'provisional', 'overdueAt', 'stoppedAt', 'verdict'];
  if (visible.every((field) => clock[field] === reading[field])) return { type: 'ClockAdjusted', reading };
  return { type: 'ClockRescheduled', cause: causeOf(clock, target), reading };
}

function voidCause(clock: Clock): 'declined' | 'return-accepted' {
  return clock.kind === 'county-dispatch' ? 'declined' : 'return-accepted';
}

/** Named after the newest reason for which the limit differs. */
function causeOf(clock: Clock, target: ClockTarget): string {
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
  if (clock.limit.unit === 'minutes' || target.limit.unit === 'minutes') return fresh;
  if (clock.limit.notAfter || target.limit.notAfter || clock.limit.from !== target.limit.from) return laterOf(fresh, clock);
  const added = target.limit.workingDays - clock.limit.workingDays;
  return added < 0 || clock.provisional ? fresh : { ...rules.calendar.shift(clock.dueOn, added), calendar: rules.calendar.version };
}

function sameLimit(a: Pick<ClockReading, 'limit' | 'limitParts'>, b: Pick<ClockReading, 'limit' | 'limitParts'>): boolean {
  const signature = ({ limit, limitParts }: Pick<ClockReading, 'limit' | 'limitParts'>): string =>
    JSON.stringify([
      limit.unit === 'minutes' ? limit.minutes : limit.notAfter,
      limit.from,
      limitParts.map(calendarFree),
    ]);
  return signature(a) === signature(b);
}

function verdictStands(clock: Clock, target: ClockTarget): boolean {
  const judged = clock.verdict === 'on-time' || (clock.verdict === 'late' && !target.verdictWaits);
  return judged && !target.voided && clock.startedAt === target.startedAt && clock.stoppedAt === target.stoppedAt && clock.missed === target.missed && sameLimit(clock, target);
}

function identityOf(target: ClockTarget): ClockIdentity {
  const { key, kind, unit, dispatchNo, round, category, prefectureTransfer, startEvent, article, policy } = target;
  return { key, kind, unit, dispatchNo, round, category, prefectureTransfer, startEvent, article, policy };
}
