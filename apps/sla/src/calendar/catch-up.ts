import { clock as clocks, type policy } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import { changed, type ClockChange } from '../clock/clock-events.js';
import type { StoredClock } from '../clock/clock.row.js';
import type { CalendarEdition } from './calendar-edition.js';
import type { Publication } from './calendar-year.store.js';

/**
 * Leads a clock through every calendar published since its deadline was computed, one after the other, each by its own
 * terms: only a publication that says so moves a deadline earlier (reading §2.6). Whoever is about to judge or change a
 * clock calls this first, so it does not matter how far a publication has been applied.
 */
export function caughtUp(stored: StoredClock, edition: CalendarEdition, now: Instant, book: policy.PolicyBook): ClockChange {
  let change: ClockChange = { stored, events: [] };
  if (stored.calendarRevision >= edition.revision) return change;
  for (const publication of edition.publications) {
    const { clock, calendarRevision } = change.stored;
    if (!concerns(publication, clock, calendarRevision)) continue;
    const rules = { calendar: edition.at(publication.revision), ...book };
    const events = clocks.recalendar(clock, { allowEarlier: publication.allowEarlier, cause: causeOf(publication) }, now, rules);
    const step = changed(change.stored, events, publication.revision);
    change = { stored: step.stored, events: [...change.events, ...step.events] };
  }
  return change;
}

/** The reason shown with a deadline that a publication moved. */
export function causeOf({ record }: Pick<Publication, 'record'>): string {
  return `calendar:${record.layer}:${record.year}v${record.version}`;
}

/** A clock with a verdict rests; of the others those whose count reaches the first changed day. */
export function concerns(publication: Publication, clock: Pick<clocks.Clock, 'verdict' | 'dueOn'>, calendarRevision: number): boolean {
  return publication.revision > calendarRevision && clock.verdict === 'running' && publication.changesFrom !== null && publication.changesFrom <= clock.dueOn;
}
