import type { CalendarYear } from '@hotline/calendar';
import type { CalendarEdition } from './calendar-edition.js';
import type { ClosureBody } from './draft.dto.js';
import { nextVersion } from './publish.js';

/** The next record of the county's layer with some days closed by a document, beside what was closed before; undefined when the days lie in different years. */
export function closureRecord(closure: ClosureBody, edition: CalendarEdition): CalendarYear | undefined {
  const years = new Set(closure.days.map(({ date }) => Number(date.slice(0, 4))));
  const [year] = years;
  if (year === undefined || years.size > 1) return undefined;
  const before = edition.years.find((record) => record.layer === 'county' && record.year === year);
  const closed = new Set(closure.days.map(({ date }) => date));
  return {
    layer: 'county',
    year,
    version: nextVersion(edition, { layer: 'county', year }),
    source: [before?.source, `《${closure.title}》（${closure.documentNo}）`].filter(Boolean).join('；'),
    publishedBy: closure.publishedBy,
    publishedAt: closure.publishedAt,
    daysOff: [...(before?.daysOff.filter(({ date }) => !closed.has(date)) ?? []), ...closure.days].toSorted((a, b) => a.date.localeCompare(b.date)),
    daysWorked: before?.daysWorked.filter(({ date }) => !closed.has(date)) ?? [],
  };
}
