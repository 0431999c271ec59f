import { Inject, Injectable } from '@nestjs/common';
import { clock as clocks, type policy } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import type { DeferredWork } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { CalendarBook } from '../calendar/calendar-book.js';
import type { CalendarEdition } from '../calendar/calendar-edition.js';
import { caughtUp } from '../calendar/catch-up.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { WakeUp } from '../sweep/wake-up.js';
import { announce, type ClockChange } from './clock-events.js';
import type { StoredClock } from './clock.row.js';
import { clockIdOf, lockClocksOf, saveClocks } from './clock.store.js';
import { addFacts, type TicketNews, type Timeline } from './timeline.store.js';

/**
 * Keeps the clocks of tickets in step with what is known of them. Facts may come late, twice and in any order: the clocks
 * are derived from the set of facts, and only what differs from the stored clocks is written and told.
 */
@Injectable()
export class ClockKeeper {
  constructor(
    private readonly calendars: CalendarBook,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Adds facts of any number of tickets and brings their clocks up to date in six statements, whatever the number. */
  readonly reconcile: DeferredWork<TicketNews> = async (tx, news) => {
    const edition = await this.calendars.hold(tx);
    const grown = await addFacts(tx, news);
    if (grown.length === 0) return;
    const traces = new Map(news.map((each) => [each.ticketId, each.traceparent]));
    await this.#derive(tx, grown, edition, traces);
  };

  async #derive(tx: Transaction, grown: readonly Timeline[], edition: CalendarEdition, traces: ReadonlyMap<string, string | undefined>): Promise<void> {
    const ticketIds = grown.map((each) => each.ticketId);
    const known = Map.groupBy(await lockClocksOf(tx, ticketIds), (each) => each.ticketId);
    const now = this.time.now();
    const changes = grown.flatMap((timeline) => this.#changesOf(timeline, known.get(timeline.ticketId) ?? [], edition, now));
    await saveClocks(
      tx,
      changes.map((change) => change.stored),
    );
    for (const change of changes) announce(tx, change, now, traces.get(change.stored.ticketId));
    this.wakeUp.afterCommit(tx, changes);
  }

  #changesOf(timeline: Timeline, known: readonly StoredClock[], edition: CalendarEdition, now: Instant): ClockChange[] {
    const rules = { calendar: edition.calendar, ...this.policies };
    const current = new Map(known.map((stored) => [stored.clock.key, caughtUp(stored, edition, now, this.policies)]));
    const stood = [...current.values()].map((change) => change.stored.clock);
    for (const { clock, events } of clocks.reconcileTicket(stood, timeline.facts, now, rules)) {
      const before = current.get(clock.key) ?? begun(timeline.ticketId, clock);
      const stored = { ...before.stored, clock: notBefore(clock, now), calendarRevision: edition.revision };
      current.set(clock.key, { stored, events: [...before.events, ...events] });
    }
    return [...current.values()].filter((change) => change.events.length > 0);
  }
}

/** A past ticket's clock is due from now, so that it neither overtakes those that fall due nor counts as a late sweep. */
function notBefore(clock: clocks.Clock, now: Instant): clocks.Clock {
  return clock.wakeAt === null || clock.wakeAt >= now ? clock : { ...clock, wakeAt: now };
}

function begun(ticketId: string, clock: clocks.Clock): ClockChange {
  return { stored: { id: clockIdOf(ticketId, clock.key), ticketId, calendarRevision: 0, clock }, events: [] };
}
