import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarYear } from '@hotline/calendar';
import { instantOf } from '@hotline/domain/shared';
import type { UnitOfWork } from '@hotline/persistence';
import { CalendarEdition } from './calendar-edition.js';
import { claimCalendar, readPublications } from './calendar-year.store.js';
import { problemsOf, publish } from './publish.js';

/** A file that bears the code of an area, like `prefecture-5323-2018.json`, is for the counties of that area. */
const OF_AREA = /^[a-z]+-(\d{4}|\d{6})-\d{4}/;

/** The years that ship with the product for a county (six digits), one record a JSON file, in the order in which they were published. */
export function shippedYears(folder: string, county: string): CalendarYear[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && county.startsWith(OF_AREA.exec(name)?.[1] ?? ''));
  const years = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CalendarYear);
  return years.sort((a, b) => instantOf(a.publishedAt) - instantOf(b.publishedAt) || a.version - b.version || a.layer.localeCompare(b.layer));
}

/** Publishes the records that are not there yet and answers their names; a year that people have published themselves stays theirs. Safe to repeat and to run at once. */
export function seedCalendars(uow: UnitOfWork, records: readonly CalendarYear[], at: number): Promise<string[]> {
  return uow.run(async (tx) => {
    await claimCalendar(tx);
    let edition = new CalendarEdition(await readPublications(tx));
    const names: string[] = [];
    for (const record of records) {
      if (edition.publications.some((each) => sameVersion(each.record, record))) continue;
      const name = `${record.layer} ${record.year} v${record.version}`;
      const [problem] = problemsOf(record, edition);
      if (problem) throw new Error(`shipped calendar ${name}: ${problem.slug} (${problem.field})`);
      await publish(tx, edition, record, { subject: 'shipped-with-the-product', at, allowEarlier: false, reason: null });
      edition = edition.with(record, false);
      names.push(name);
    }
    return names;
  });
}

function sameVersion(a: CalendarYear, b: CalendarYear): boolean {
  return a.layer === b.layer && a.year === b.year && a.version === b.version;
}
