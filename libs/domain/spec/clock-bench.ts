import { instantOf, isoOf, type ClockKind, type Instant, type LocalDate, type Verdict } from '@hotline/domain/shared';
import { clocksOf, reconcileTicket, tick, evolve, type Clock, type ClockEvent, type ClockRules, type ClockTarget, type DispatchedFact, type TicketFact } from '../src/clock/index.js';
import { policyBook } from '../src/policy/index.js';
import { autumn2018, holidayCalendar } from './holiday-calendar.js';
import { trialPack } from './trial-pack.js';

export const rules: ClockRules = { calendar: holidayCalendar(autumn2018), ...policyBook([trialPack]) };

/** `at('09-10 09:30')` in 2018, Asia/Shanghai. */
export function at(text: string): Instant {
  return instantOf(`2018-${text.replace(' ', 'T')}:00+08:00`);
}

export const registered: TicketFact = { type: 'registered', channel: 'phone', receivedAt: at('09-10 08:00'), category: 'help', prefectureTransfer: false };
export const transferred: TicketFact = { ...registered, channel: 'prefecture', prefectureTransfer: true };
export const accepted: TicketFact = { type: 'accepted', at: at('09-10 09:00') };

export function dispatched(parts: Partial<DispatchedFact> = {}): DispatchedFact {
  return {
    type: 'dispatched',
    dispatchNo: 1,
    round: 1,
    category: 'consultation',
    mode: 'transfer',
    lead: 'water',
    assisting: [],
    policy: 'trial@1',
    prefectureTransfer: false,
    at: at('09-10 10:00'),
    ...parts,
  };
}

export const joint = dispatched({ mode: 'joint', category: 'complaint', assisting: ['town', 'roads'] });

/** The clock with this key as the facts define it. */
export function targetOf(key: string, ...facts: readonly TicketFact[]): ClockTarget {
  const target = clocksOf(facts, rules).find((candidate) => candidate.key === key);
  if (!target) throw new Error(`no clock ${key} among ${clocksOf(facts, rules).map((candidate) => candidate.key).join(', ')}`);
  return target;
}

/** Brings the clocks of a ticket up to date with its facts at one moment. */
export function settle(known: readonly Clock[], facts: readonly TicketFact[], now: Instant, under: ClockRules = rules): Clock[] {
  const byKey = new Map(known.map((clock) => [clock.key, clock]));
  for (const { clock } of reconcileTicket(known, facts, now, under)) byKey.set(clock.key, clock);
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The clock with this key, started at `now` out of all facts at once. */
export function clockOf(key: string, now: Instant, ...facts: readonly TicketFact[]): Clock {
  const clock = settle([], facts, now).find((candidate) => candidate.key === key);
  if (!clock) throw new Error(`no clock ${key}`);
  return clock;
}

export function after(clock: Clock, events: readonly ClockEvent[]): Clock {
  return events.reduce<Clock | undefined>(evolve, clock) ?? clock;
}

/** Sleeps until each `wakeAt` up to `until` as the sweep does; what happened, as `moment what`. */
export function wake(clock: Clock, until: Instant, under: ClockRules = rules): { clock: Clock; happened: string[] } {
  const happened: string[] = [];
  let state = clock;
  for (let rounds = 0; state.wakeAt !== null && state.wakeAt <= until; rounds += 1) {
    if (rounds > 20) throw new Error('the clock wakes without end');
    const now = state.wakeAt;
    for (const event of tick(state, now, under)) {
      state = after(state, [event]);
      happened.push(`${isoOf(now + 8 * 3_600_000).slice(5, 16)} ${event.type === 'ClockWarned' ? event.which : event.type}`);
    }
  }
  return { clock: state, happened };
}

/** What people look at of a clock. */
export function seen(clock: Clock): { kind: ClockKind; unit: string; dueOn: LocalDate; verdict: Verdict; used: number | null; late: number | null } {
  return { kind: clock.kind, unit: clock.unit, dueOn: clock.dueOn, verdict: clock.verdict, used: clock.workingDaysUsed, late: clock.workingDaysLate };
}
