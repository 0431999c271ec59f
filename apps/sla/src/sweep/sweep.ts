import { Inject, Injectable, Logger } from '@nestjs/common';
import { clock as clocks, type policy } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CalendarBook } from '../calendar/calendar-book.js';
import type { CalendarEdition } from '../calendar/calendar-edition.js';
import { caughtUp } from '../calendar/catch-up.js';
import { announce, changed, type ClockChange } from '../clock/clock-events.js';
import type { StoredClock } from '../clock/clock.row.js';
import { saveClocks, saveTicked } from '../clock/clock.store.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { recordLateness } from './sweep.metrics.js';
import { earliestWake, putOff, takeDue } from './sweep.store.js';

/** Clocks a transaction: 500 take some 40 ms, so a stop or a waiting command is never far away. */
export const SWEEP_BATCH = 500;

/** What one look at the due clocks came to. */
export interface SweepResult {
  readonly swept: number;
  /** When the next clock is due; null when the batch was full (look again at once) or none is waiting. */
  readonly next: Instant | null;
}

/**
 * Lets due clocks warn and go overdue. Any number of replicas may sweep: a clock is locked by one, and what it says is
 * committed together with the fact that it was said.
 */
@Injectable()
export class Sweep {
  readonly #log = new Logger('Sweep');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarBook,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Handles one batch of what is due by now. */
  once(): Promise<SweepResult> {
    return this.uow.run(async (tx) => {
      const now = this.time.now();
      const due = await takeDue(tx, now, SWEEP_BATCH);
      if (due.length > 0) await this.#tell(tx, due, now);
      return { swept: due.length, next: due.length === SWEEP_BATCH ? null : await earliestWake(tx) };
    });
  }

  async #tell(tx: Transaction, due: readonly StoredClock[], now: Instant): Promise<void> {
    const edition = await this.calendars.hold(tx);
    const broken: string[] = [];
    const changes = due.flatMap((stored) => this.#timeOf(stored, edition, now) ?? (broken.push(stored.id), []));
    const [narrow, whole] = [changes.filter(isNarrow), changes.filter((change) => !isNarrow(change))];
    await saveTicked(tx, narrow.map((change) => change.stored));
    await saveClocks(tx, whole.map((change) => change.stored));
    if (broken.length > 0) await putOff(tx, broken, now + PUT_OFF_MS);
    for (const change of changes) announce(tx, change, now);
    tx.afterCommit(() => due.forEach((stored) => recordLateness(now - (stored.clock.wakeAt ?? now))));
  }

  /** Undefined when the rules cannot time this clock; that is a defect, told once an hour, and no reason to keep the others waiting. */
  #timeOf(stored: StoredClock, edition: CalendarEdition, now: Instant): ClockChange | undefined {
    try {
      return ticked(caughtUp(stored, edition, now, this.policies), edition, now, this.policies);
    } catch (error) {
      this.#log.error({ msg: 'a clock cannot be timed; it is put off for an hour', clockId: stored.id, err: error });
      return undefined;
    }
  }
}

const PUT_OFF_MS = 3_600_000;
/** Warning, warning, deadline: more can never be due at once. */
const MOST_TICKS = 4;

/** Everything that the passing of time brings about for one clock. */
function ticked(change: ClockChange, edition: CalendarEdition, now: Instant, policies: policy.PolicyBook): ClockChange {
  let latest = change;
  for (let tick = 0; tick < MOST_TICKS; tick++) {
    const events = clocks.tick(latest.stored.clock, now, { calendar: edition.calendar, ...policies });
    if (events.length === 0) return latest;
    latest = { stored: changed(latest.stored, events).stored, events: [...latest.events, ...events] };
  }
  return latest;
}

/** True when only `wake_at`, `overdue_at`, `warned` and `version` differ. */
function isNarrow({ events }: ClockChange): boolean {
  return events.every((event) => event.type === 'ClockWarned' || event.type === 'ClockWentOverdue');
}
