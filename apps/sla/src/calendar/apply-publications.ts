import { Inject, Injectable } from '@nestjs/common';
import type { policy } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { announce } from '../clock/clock-events.js';
import type { StoredClock } from '../clock/clock.row.js';
import { saveClocks } from '../clock/clock.store.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { CalendarBook } from './calendar-book.js';
import type { CalendarEdition } from './calendar-edition.js';
import { addMoved, markApplied, oldestUnapplied, progressOf, type Publication, type PublicationProgress } from './calendar-year.store.js';
import { anyBehind, noteRevision, takeBehind, type DuePosition } from './behind.store.js';
import { caughtUp } from './catch-up.js';

/** Clocks a transaction. */
const CHUNK = 500;
/** How long a publisher waits for all clocks to be moved before the rest is left to the sweep loop. */
const PATIENCE_MS = 20_000;
const BUSY_PAUSE_MS = 50;

/** `more`: go on at once; `busy`: the rest is locked by others; `done`: every publication has reached every clock. */
export type ApplyStep = 'more' | 'busy' | 'done';

/**
 * Leads all running clocks through the calendars that were published, in chunks. What a killed process left is found by
 * `applied_at` and finished by whoever sweeps; doing a chunk twice changes nothing, because each clock knows its revision.
 */
@Injectable()
export class ApplyPublications {
  /** How far the present pass has come; only saves looking at clocks again. */
  #pass: { readonly revision: number; readonly after: DuePosition } | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarBook,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Takes the next chunk of the oldest publication that is not applied. */
  step(): Promise<ApplyStep> {
    return this.uow.run(async (tx) => {
      const revision = await oldestUnapplied(tx);
      if (revision === undefined) return 'done';
      const edition = await this.calendars.hold(tx);
      const publication = edition.publications.find((each) => each.revision === revision);
      if (!publication) throw new Error(`calendar revision ${revision} is not among the publications`);
      return this.#chunk(tx, publication, edition);
    });
  }

  /** Applies a publication to the end, or as far as it goes within 20 seconds. */
  async finish(revision: number): Promise<PublicationProgress> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const progress = await this.uow.read((tx) => progressOf(tx, revision));
      if (!progress) throw new Error(`calendar revision ${revision} is not published`);
      if (progress.applied || performance.now() > until) return progress;
      if ((await this.step()) === 'busy') await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
    }
  }

  async #chunk(tx: Transaction, publication: Publication, edition: CalendarEdition): Promise<ApplyStep> {
    const after = this.#pass?.revision === publication.revision ? this.#pass.after : undefined;
    const behind = await takeBehind(tx, publication, after, CHUNK);
    const last = behind.at(-1);
    this.#pass = last && { revision: publication.revision, after: { dueAt: last.clock.dueAt, id: last.id } };
    if (last) {
      await this.#lead(tx, behind, publication.revision, edition, this.time.now());
      return 'more';
    }
    if (after) return 'more'; // the end of a pass: begin again for what was locked
    if (await anyBehind(tx, publication)) return 'busy';
    await markApplied(tx, publication.revision);
    return 'more';
  }

  async #lead(tx: Transaction, behind: readonly StoredClock[], revision: number, edition: CalendarEdition, now: Instant): Promise<void> {
    const changes = behind.map((stored) => caughtUp(stored, edition, now, this.policies));
    const moved = changes.filter((change) => change.events.length > 0);
    await saveClocks(
      tx,
      moved.map((change) => change.stored),
    );
    await noteRevision(
      tx,
      changes.filter((change) => change.events.length === 0).map((change) => change.stored.id),
      edition.revision,
    );
    for (const change of moved) announce(tx, change, now);
    if (moved.length > 0) await addMoved(tx, revision, moved.length);
  }
}
