import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '@hotline/calendar';
import { isoOf, type CommandRequest, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { ProblemException, problemOf } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { ApplyPublications } from './apply-publications.js';
import { CalendarBook } from './calendar-book.js';
import type { CalendarEdition } from './calendar-edition.js';
import { claimCalendar, readPublicationRows, type PublicationFilter, type PublicationRow } from './calendar-year.store.js';
import { nextVersion, problemsOf, publish } from './publish.js';
import { CALENDAR_PROBLEM_TEXTS } from './calendar.refusals.js';

/** What a person publishes, and on which terms. */
export interface PublishCommand {
  readonly record: CalendarYear;
  readonly allowEarlier: boolean;
  readonly reason: string | null;
}

/** What else belongs to a publication, in its transaction: what may still forbid it under the calendar's lock, and what follows from it. */
export interface PublishSteps {
  readonly before?: (tx: Transaction, edition: CalendarEdition) => Promise<Refused | undefined>;
  readonly after?: (tx: Transaction, revision: number) => Promise<void>;
}

/** A year that was published, and how many clocks it has moved so far. */
export interface Published {
  readonly revision: number;
  readonly layer: string;
  readonly year: number;
  readonly version: number;
  readonly changesFrom: LocalDate | null;
  readonly allowEarlier: boolean;
  readonly moved: number;
  /** False when more clocks are left than could be moved in 20 seconds; the sweep goes on. */
  readonly applied: boolean;
  readonly publishedAt: string;
}

/** Publishing calendar years (reading §2.4, §2.6). */
@Injectable()
export class CalendarService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarBook,
    private readonly publications: ApplyPublications,
  ) {}

  list(filter: PublicationFilter, after: number, limit: number): Promise<PublicationRow[]> {
    return this.uow.read((tx) => readPublicationRows(tx, filter, after, limit));
  }

  /** The calendar as it would be, for a preview; throws the problem of a record that may not be published. */
  async supposed(record: CalendarYear): Promise<{ readonly now: CalendarEdition; readonly then: CalendarEdition }> {
    const edition = await this.calendars.read();
    const refusal = refusalOf(record, edition);
    if (refusal) throw new ProblemException(problemOf(refusal.refusal));
    return { now: edition, then: edition.with(record, true) };
  }

  /** Publishes a version, then moves the running clocks it concerns. */
  async publish(request: CommandRequest, command: PublishCommand, steps: PublishSteps = {}): Promise<Outcome<Published>> {
    const outcome = await this.uow.command(request, async (tx) => {
      await claimCalendar(tx);
      const edition = await this.calendars.newest(tx);
      const { record, allowEarlier, reason } = command;
      const held = await steps.before?.(tx, edition);
      if (held) return held;
      const refused = allowEarlier && reason === null ? EARLIER_NEEDS_REASON : refusalOf(record, edition);
      if (refused) return refused;
      const { revision, changesFrom } = await publish(tx, edition, record, { subject: request.actor.subject, at: request.at, allowEarlier, reason });
      await steps.after?.(tx, revision);
      tx.audit(request, 'PublishCalendarYear', `${record.layer}:${record.year}v${record.version}`, { revision, allowEarlier, reason });
      const { layer, year, version } = record;
      return { ok: true, value: { revision, layer, year, version, changesFrom, allowEarlier, publishedAt: isoOf(request.at) } };
    });
    if (!outcome.ok) return outcome;
    return { ok: true, value: { ...outcome.value, ...(await this.publications.finish(outcome.value.revision)) } };
  }
}

type Refused = Extract<Outcome<never>, { ok: false }>;

const EARLIER_NEEDS_REASON: Refused = { ok: false, refusal: { slug: 'earlier-needs-reason', field: 'reason' } };

/** Throws the problem of a wrong record with everything that is wrong; answers the refusal of a version out of turn. */
function refusalOf(record: CalendarYear, edition: CalendarEdition): Refused | undefined {
  const expected = nextVersion(edition, record);
  if (record.version !== expected) {
    return { ok: false, refusal: { slug: 'calendar-version-out-of-turn', field: 'record.version', values: { expected, found: record.version } } };
  }
  const problems = problemsOf(record, edition);
  if (problems.length === 0) return undefined;
  const errors = problems.map(({ slug, field }) => ({ field: `record.${field ?? ''}`, code: slug, message: CALENDAR_PROBLEM_TEXTS[slug] }));
  throw new ProblemException({ ...problemOf({ slug: 'calendar-year-wrong', values: { problems: problems.length } }), errors });
}
