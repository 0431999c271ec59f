import { Inject, Injectable, Logger } from '@nestjs/common';
import { prefecture } from '@hotline/domain';
import { codesOf, dateOf, dayOf, localDateOf, startOfShanghaiDay, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { contradictionsBetween } from '../contradiction/contradiction.store.js';
import { PeerPlatform, type PeerPage } from '../outbound/peer-platform.client.js';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { endOf } from './due-days.js';
import type { ReportFault, ReportView } from './reconciliation.dto.js';
import { type Claim, claimReport, failReport, findReport, ourStandings, saveReport } from './reconciliation.store.js';

/** Longer than a peer of a county's size takes for all its pages. */
const LEASE_MS = 300_000;
const RETRY_MS = 600_000;
const MOST_PAGES = 1_000;

/** The peer's list cannot be had or used; anything else that fails is ours. */
class PeerListFault extends Error {
  constructor(readonly fault: Exclude<ReportFault, 'comparison-failed'>, options?: ErrorOptions) {
    super(`the prefecture's list: ${fault}`, options);
  }
}

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
    const claim = await this.uow.run((tx) => claimReport(tx, day, from, this.clock.now(), LEASE_MS, again));
    if (!claim) return;
    try {
      const theirs = await this.#theirs(from, day);
      await this.#compare(claim, from, theirs);
    } catch (error) {
      this.#log.warn({ msg: 'the reconciliation could not be made, trying again in ten minutes', err: error });
      const fault = error instanceof PeerListFault ? error.fault : 'comparison-failed';
      await this.uow.run((tx) => failReport(tx, claim, fault, again ? this.clock.now() : this.clock.now() + RETRY_MS));
    }
  }

  #compare(claim: Claim, from: LocalDate, theirs: readonly prefecture.Standing[]): Promise<void> {
    const { day } = claim;
    const [begin, end] = [startOfShanghaiDay(dayOf(from)), endOf(day)];
    return this.uow.run(async (tx) => {
      const ours = await ourStandings(tx, begin, end);
      const noted = await contradictionsBetween(tx, begin, end);
      const found = prefecture.differencesOf(ours, theirs, noted);
      if (!(await saveReport(tx, claim, { here: ours.length, there: theirs.length }, found, this.clock.now()))) this.#log.warn({ msg: 'a reconciliation came too late: the report was taken over meanwhile', day });
      else if (found.length > 0) this.#log.warn({ msg: 'county and prefecture disagree: see the reconciliation report', day, differences: found.length });
    });
  }

  async #theirs(from: LocalDate, to: LocalDate): Promise<prefecture.Standing[]> {
    const all: prefecture.Standing[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const { items, next } = await this.#page(from, to, cursor);
      all.push(...items);
      if (next === null || next === undefined) return all;
      cursor = next;
    }
    throw new PeerListFault('peer-list-endless');
  }

  async #page(from: LocalDate, to: LocalDate, cursor: string | null): Promise<PeerPage> {
    const page = await this.peer.transfers(from, to, cursor, this.clock.now()).catch((cause: unknown) => {
      throw new PeerListFault(cause instanceof SyntaxError ? 'peer-list-unreadable' : 'peer-list-unavailable', { cause });
    });
    try {
      return { items: page.items.map(checkedStanding), next: page.next };
    } catch (cause) {
      throw new PeerListFault('peer-list-unreadable', { cause });
    }
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
