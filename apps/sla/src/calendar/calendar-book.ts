import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CalendarEdition } from './calendar-edition.js';
import { holdCalendar, latestRevision, readPublications } from './calendar-year.store.js';

/** Keeps the newest calendar compiled in memory and asks the database, which is cheap, whether it still is the newest. */
@Injectable()
export class CalendarBook {
  #newest = new CalendarEdition([]);

  constructor(private readonly uow: UnitOfWork) {}

  /** The calendar in force, for work that commits deadlines: until the transaction ends nobody publishes another. */
  async hold(tx: Transaction): Promise<CalendarEdition> {
    await holdCalendar(tx);
    return this.newest(tx);
  }

  /** The calendar in force as this transaction sees it. */
  async newest(tx: Transaction): Promise<CalendarEdition> {
    const revision = await latestRevision(tx);
    if (revision === this.#newest.revision) return this.#newest;
    const edition = new CalendarEdition(await readPublications(tx));
    // A transaction that began earlier may see an older state; it must not overwrite a newer one.
    if (edition.revision > this.#newest.revision) this.#newest = edition;
    return edition;
  }

  /** The calendar in force, for answers. */
  read(): Promise<CalendarEdition> {
    return this.uow.read((tx) => this.newest(tx));
  }
}
