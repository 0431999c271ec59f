import { Inject, Injectable } from '@nestjs/common';
import type { policy } from '@hotline/domain';
import { isoOf, type ClockKind, type LocalDate } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import type { StoredClock } from '../clock/clock.row.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { readConcerned, type DuePosition } from './behind.store.js';
import type { CalendarEdition } from './calendar-edition.js';
import { caughtUp } from './catch-up.js';
import { MoveDigest } from './move-digest.js';

/** One running clock that a publication would move. */
export interface PreviewedMove {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly unit: string;
  readonly oldDueOn: LocalDate;
  readonly oldDueAt: string;
  readonly newDueOn: LocalDate;
  readonly newDueAt: string;
  readonly provisional: boolean;
  /** `earlier` happens only when the publisher allows it expressly; `firm` keeps the date and ends its being provisional. */
  readonly direction: 'later' | 'earlier' | 'firm';
}

/** A move and its place in the list. */
export interface PlacedMove {
  readonly move: PreviewedMove;
  readonly position: DuePosition;
}

/** All moves of a preview, counted and compared. */
export interface PreviewSummary {
  readonly counts: PreviewCounts;
  /** The same exactly when the same clocks would move from and to the same deadlines. */
  readonly digest: string;
}

/** Running clocks by what would become of them. */
export type PreviewCounts = Record<PreviewedMove['direction'] | 'examined', number>;

/** Clocks a query. */
const CHUNK = 1_000;

/** Shows which running clocks a calendar year would move, and how, before anybody publishes it (reading §2.6). */
@Injectable()
export class PreviewService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Up to `limit` moves in order of deadline. */
  moves(now: CalendarEdition, then: CalendarEdition, after: DuePosition | undefined, limit: number): Promise<PlacedMove[]> {
    return this.uow.read(async (tx) => {
      const moves: PlacedMove[] = [];
      for await (const stored of this.#concerned(tx, then, after)) {
        const move = this.#moveOf(stored, now, then);
        if (move) moves.push({ move, position: { dueAt: stored.clock.dueAt, id: stored.id } });
        if (moves.length === limit) break;
      }
      return moves;
    });
  }

  /** How many clocks would move which way, over all of them, and which. */
  summary(now: CalendarEdition, then: CalendarEdition): Promise<PreviewSummary> {
    return this.uow.read((tx) => this.summaryIn(tx, now, then));
  }

  /** The same as a transaction sees it. */
  async summaryIn(tx: Transaction, now: CalendarEdition, then: CalendarEdition): Promise<PreviewSummary> {
    const counts: PreviewCounts = { examined: 0, later: 0, earlier: 0, firm: 0 };
    const digest = new MoveDigest();
    for await (const stored of this.#concerned(tx, then, undefined)) {
      const move = this.#moveOf(stored, now, then);
      counts.examined += 1;
      if (!move) continue;
      counts[move.direction] += 1;
      digest.add(move);
    }
    return { counts, digest: digest.hex };
  }

  async *#concerned(tx: Transaction, then: CalendarEdition, start: DuePosition | undefined): AsyncGenerator<StoredClock> {
    const from = then.publications.at(-1)?.changesFrom;
    if (!from) return;
    let after = start;
    for (;;) {
      const chunk = await readConcerned(tx, from, after, CHUNK);
      yield* chunk;
      const last = chunk.at(-1);
      if (!last || chunk.length < CHUNK) return;
      after = { dueAt: last.clock.dueAt, id: last.id };
    }
  }

  #moveOf(stored: StoredClock, now: CalendarEdition, then: CalendarEdition): PreviewedMove | undefined {
    const at = this.time.now();
    const old = caughtUp(stored, now, at, this.policies).stored.clock;
    const moved = caughtUp(stored, then, at, this.policies).stored.clock;
    if (old.dueAt === moved.dueAt && old.provisional === moved.provisional) return undefined;
    return {
      clockId: stored.id,
      ticketId: stored.ticketId,
      kind: old.kind,
      unit: old.unit,
      oldDueOn: old.dueOn,
      oldDueAt: isoOf(old.dueAt),
      newDueOn: moved.dueOn,
      newDueAt: isoOf(moved.dueAt),
      provisional: moved.provisional,
      direction: moved.dueAt > old.dueAt ? 'later' : moved.dueAt < old.dueAt ? 'earlier' : 'firm',
    };
  }
}
