import type { CalendarYear } from '@hotline/calendar';
import type { Instant } from '@hotline/domain/shared';
import { openOrm, UnitOfWork, type PersistenceOptions } from '@hotline/persistence';
import { seedCalendars } from './calendar-seed.js';

/** {@link seedCalendars} on a connection of its own, for the migration step; answers the names of the years that were new. */
export async function publishShippedYears(persistence: PersistenceOptions, county: string, years: readonly CalendarYear[], at: Instant): Promise<string[]> {
  const orm = await openOrm({ ...persistence, poolMax: 1 });
  try {
    return await seedCalendars(new UnitOfWork(orm, county), years, at);
  } finally {
    await orm.close(true);
  }
}
