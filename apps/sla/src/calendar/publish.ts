import { checkCalendarYear, compileCalendar, CALENDAR_LAYERS, type CalendarProblem, type CalendarYear } from '@hotline/calendar';
import { calendarPublishedV1 } from '@hotline/contracts';
import type { Instant } from '@hotline/domain/shared';
import { isoOf, instantOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { CalendarEdition } from './calendar-edition.js';
import { insertPublication, type Publication } from './calendar-year.store.js';

/** Who publishes a year, and what leave he gives. */
export interface PublishTerms {
  readonly subject: string;
  readonly at: Instant;
  readonly allowEarlier: boolean;
  readonly reason: string | null;
}

/** Adds a checked record to the calendar and tells the other services; the caller holds the calendar's lock. */
export async function publish(tx: Transaction, edition: CalendarEdition, record: CalendarYear, terms: PublishTerms): Promise<Publication> {
  const publication = edition.with(record, terms.allowEarlier).publications.at(-1);
  if (!publication) throw new Error('an edition without the record that was added to it');
  await insertPublication(tx, publication, terms);
  tx.emit(
    calendarPublishedV1,
    { subject: `${record.layer}-${record.year}`, version: record.version, at: terms.at },
    {
      ...{ ...record, publishedAt: isoOf(instantOf(record.publishedAt)), daysOff: [...record.daysOff], daysWorked: [...record.daysWorked] },
      ...{ allowEarlier: terms.allowEarlier, revision: publication.revision },
    },
  );
  return publication;
}

/** What is wrong with a record, seen against the weaker layers as they are published. */
export function problemsOf(record: CalendarYear, edition: CalendarEdition): readonly CalendarProblem[] {
  const below = CALENDAR_LAYERS.slice(0, CALENDAR_LAYERS.indexOf(record.layer));
  return checkCalendarYear(record, compileCalendar(edition.years, { layers: below }));
}

/** The version that the next record of a layer and year must bear. */
export function nextVersion(edition: CalendarEdition, record: Pick<CalendarYear, 'layer' | 'year'>): number {
  const versions = edition.publications.filter((each) => each.record.layer === record.layer && each.record.year === record.year).map((each) => each.record.version);
  return Math.max(0, ...versions) + 1;
}
