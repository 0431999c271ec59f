import {
  clockOverdueV1,
  clockRescheduledV1,
  clockStartedV1,
  clockStoppedV1,
  clockVoidedV1,
  clockWarnedV1,
  type ClockReading,
  type Contract,
} from '@hotline/contracts';
import { clock as clocks } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { isoOrNull, type StoredClock } from './clock.row.js';

/** A clock after what happened to it. */
export interface ClockChange {
  readonly stored: StoredClock;
  readonly events: readonly clocks.ClockEvent[];
}

/** Runs a clock through events. */
export function changed(before: StoredClock, events: readonly clocks.ClockEvent[], calendarRevision = before.calendarRevision): ClockChange {
  const clock = events.reduce<clocks.Clock>(clocks.evolve, before.clock);
  return { stored: { ...before, clock, calendarRevision }, events };
}

/**
 * Tells the world of a change in one event that carries the whole clock: of several things that happened at once the most
 * advanced, because a subscriber keeps the newest state anyway. An adjustment concerns nobody else.
 */
export function announce(tx: Transaction, change: ClockChange, at: Instant, traceparent?: string): void {
  const foremost = change.events.reduce<clocks.ClockEvent | undefined>((most, event) => (rankOf(event) >= rankOf(most) ? event : most), undefined);
  const made = foremost && contractOf(foremost);
  if (!foremost || !made) return;
  const { id, clock } = change.stored;
  tx.emitTrusted(made, { subject: id, version: clock.version, at, traceparent }, wireReadingOf(change.stored, causeOf(foremost, clock)));
}

/** The whole state of a clock as it travels; a spec proves it against the contract. */
export function wireReadingOf({ id, ticketId, clock }: StoredClock, cause: string | null = clock.movedBy): ClockReading {
  return {
    clockId: id,
    ticketId,
    kind: clock.kind,
    unit: clock.unit,
    dispatchNo: clock.dispatchNo,
    round: clock.round,
    startedAt: isoOf(clock.startedAt),
    dueOn: clock.dueOn,
    dueAt: isoOf(clock.dueAt),
    provisional: clock.provisional,
    stoppedAt: isoOrNull(clock.stoppedAt),
    overdueAt: isoOrNull(clock.overdueAt),
    verdict: clock.verdict,
    workingDaysUsed: clock.workingDaysUsed,
    workingDaysLate: clock.workingDaysLate,
    article: clock.article,
    cause,
    policy: clock.policy,
    calendar: clock.calendar,
  };
}

const RANKS: Readonly<Record<clocks.ClockEvent['type'], number>> = {
  ClockAdjusted: 0,
  ClockStarted: 1,
  ClockWarned: 2,
  ClockRescheduled: 3,
  ClockWentOverdue: 4,
  ClockStopped: 5,
  ClockVoided: 6,
};

function rankOf(event: clocks.ClockEvent | undefined): number {
  return event ? RANKS[event.type] : -1;
}

function contractOf(event: clocks.ClockEvent): Contract<ClockReading> | undefined {
  switch (event.type) {
    case 'ClockStarted':
      return clockStartedV1;
    case 'ClockRescheduled':
      return clockRescheduledV1;
    case 'ClockStopped':
      return clockStoppedV1;
    case 'ClockVoided':
      return clockVoidedV1;
    case 'ClockWarned':
      return clockWarnedV1;
    case 'ClockWentOverdue':
      return clockOverdueV1;
    case 'ClockAdjusted':
      return undefined;
  }
}

function causeOf(event: clocks.ClockEvent, clock: clocks.Clock): string | null {
  switch (event.type) {
    case 'ClockRescheduled':
    case 'ClockVoided':
      return event.cause;
    case 'ClockWarned':
      return event.which;
    case 'ClockStarted':
    case 'ClockStopped':
    case 'ClockWentOverdue':
    case 'ClockAdjusted':
      return clock.movedBy;
  }
}
