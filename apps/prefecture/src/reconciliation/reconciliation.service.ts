import { Inject, Injectable, Logger } from '@nestjs/common';
import { prefecture } from '@hotline/domain';
import { codesOf, dateOf, dayOf, localDateOf, startOfShanghaiDay, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { contradictionsBetween } from '../contradiction/contradiction.store.js';
import { PeerPlatform } from '../outbound/peer-platform.client.js';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import type { ReportView } from './reconciliation.dto.js';
import { claimReport, failReport, findReport, ourStandings, saveReport } from './reconciliation.store.js';

/** Longer than a peer of a county's size takes for all its pages. */
const LEASE_MS = 300_000;
const RETRY_MS = 600_000;
const MOST_PAGES = 1_000;

/** Compares what the two sides have of the same transfers (Art. 14); a report a day, made once however many replicas there are. */
@Injectable()
export class ReconciliationService {
  readonly #log = new Logger('Reconciliation');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly peer: PeerPlatform,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig,
  ) {}

  /** By a person: makes the day's report, again if there is one; the report as it then is. */
  async order(day: LocalDate): Promise<Outcome<ReportView>> {
    if (!this.peer.configured) return { ok: false, refusal: { slug: 'no-peer-configured' } };
    if (day > localDateOf(this.clock.now())) return { ok: false, refusal: { slug: 'report-not-over', field: 'day' } };
    await this.make(day, true);
    const report = await this.uow.read((tx) => findReport(tx, day));
    return report ? { ok: true, value: report } : { ok: false, refusal: { slug: 'no-such-report' } };
  }

  /** Makes the report of the transfers up to the end of `day` unless it is done or in another's hand. */
  async make(day: LocalDate, again = false): Promise<void> {
    const from = dateOf(dayOf(day) - this.config.reconcileDays + 1);
    if (!(await this.uow.run((tx) => claimReport(tx, day, from, this.clock.now(), LEASE_MS, again)))) return;
    try {
      const theirs = await this.#theirs(from, day);
      await this.#compare(day, from, theirs);
    } catch (error) {
      this.#log.warn({ msg: 'the reconciliation could not be made, trying again in ten minutes', err: error });
      await this.uow.run((tx) => failReport(tx, day, 'peer-list-unavailable', again ? this.clock.now() : this.clock.now() + RETRY_MS));
    }
  }

  #compare(day: LocalDate, from: LocalDate, theirs: readonly prefecture.Standing[]): Promise<void> {
    const [begin, end] = [startOfShanghaiDay(dayOf(from)), startOfShanghaiDay(dayOf(day) + 1)];
    return this.uow.run(async (tx) => {
      const ours = await ourStandings(tx, begin, end);
      const noted = await contradictionsBetween(tx, begin, end);
      const found = prefecture.differencesOf(ours, theirs, noted);
      await saveReport(tx, day, { here: ours.length, there: theirs.length }, found, this.clock.now());
      if (found.length > 0) this.#log.warn({ msg: 'county and prefecture disagree: see the reconciliation report', day, differences: found.length });
    });
  }

  async #theirs(from: LocalDate, to: LocalDate): Promise<prefecture.Standing[]> {
    const all: prefecture.Standing[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const { items, next } = await this.peer.transfers(from, to, cursor, this.clock.now());
      all.push(...items.map(checkedStanding));
      if (next === null || next === undefined) return all;
      cursor = next;
    }
    throw new Error('the prefecture’s list does not end');
  }
}

/** A line of the peer's list, or an error: a report made of what cannot be read would accuse the wrong side. */
function checkedStanding(line: unknown): prefecture.Standing {
  const { number, state, decisions } = (line ?? {}) as Partial<Record<'number' | 'state' | 'decisions', unknown>>;
  const known = codesOf(prefecture.TRANSFER_STATES).find((code) => code === state);
  if (typeof number !== 'string' || number.length > 120 || !known || !Array.isArray(decisions)) throw new Error('the prefecture’s list holds a line that cannot be read');
  return { number, state: known, decisions: (decisions as unknown[]).map(checkedVerdict) };
}

function checkedVerdict(line: unknown): prefecture.VerdictOf {
  const { reference, accepted } = (line ?? {}) as Partial<Record<'reference' | 'accepted', unknown>>;
  if (typeof reference !== 'string' || typeof accepted !== 'boolean') throw new Error('the prefecture’s list holds a decision that cannot be read');
  return { reference, accepted };
}
