import type { history } from '@hotline/domain';
import { type HotlineApi, RefusedCall } from '../hotline-api.ts';
import type { Reason } from './check-row.ts';
import type { BadRow, GoodRow } from './checked-rows.ts';
import { COLUMN_NAMES } from './reasons.ts';

/** Intake takes at most so many rows and one megabyte a request. */
const BATCH_ROWS = 200;
const BATCH_BYTES = 700_000;
/** Enough to keep intake busy while answers travel, few enough to leave it time for live tickets. */
const IN_FLIGHT = 4;
/** A unit recorded a moment ago reaches intake by an event; a refusal for want of it is asked again this often. */
const DIRECTORY_TRIES = 20;
const DIRECTORY_PAUSE_MS = 500;
const DIRECTORY_SLUGS = ['unknown-unit', 'unit-inactive'];
/** Answers that find fault with what was sent, not with when or by whom. */
const FAULT_OF_CONTENT = [400, 413, 422];

interface RowOutcome {
  readonly outcome: 'created' | 'unchanged' | 'refused';
  readonly problems: readonly { readonly field: string; readonly slug: string; readonly message: string }[];
}

/** What the platform made of one row. */
export type SentRow = { readonly outcome: 'created' | 'unchanged'; readonly row: GoodRow } | { readonly outcome: 'refused'; readonly row: BadRow };

/** Sends good rows to intake in batches, several at a time, and tells what became of each. */
export class HistorySender {
  readonly #api: HotlineApi;
  readonly #onSent: (sent: readonly SentRow[]) => void;
  readonly #underway = new Set<Promise<void>>();
  #batch: GoodRow[] = [];
  #bytes = 0;

  constructor(api: HotlineApi, onSent: (sent: readonly SentRow[]) => void) {
    this.#api = api;
    this.#onSent = onSent;
  }

  /** Waits while too many batches are under way; throws what a batch failed with. */
  async add(row: GoodRow): Promise<void> {
    const bytes = Buffer.byteLength(JSON.stringify(row.history));
    if (this.#bytes + bytes > BATCH_BYTES || this.#batch.length >= BATCH_ROWS) await this.#dispatch();
    this.#batch.push(row);
    this.#bytes += bytes;
  }

  async finish(): Promise<void> {
    await this.#dispatch();
    await Promise.all(this.#underway);
  }

  async #dispatch(): Promise<void> {
    while (this.#underway.size >= IN_FLIGHT) await Promise.race(this.#underway);
    const batch = this.#batch;
    this.#batch = [];
    this.#bytes = 0;
    if (batch.length === 0) return;
    const sending = this.#send(batch).then(this.#onSent);
    const settled = sending.finally(() => this.#underway.delete(settled));
    settled.catch(() => undefined); // told by the race or by finish
    this.#underway.add(settled);
  }

  async #send(batch: readonly GoodRow[], tries = DIRECTORY_TRIES): Promise<readonly SentRow[]> {
    const told = await this.#post(batch);
    const sent = batch.map((row, index) => ({ row, told: told[index] ?? missingOutcome() }));
    const waiting = sent.filter(({ told: { problems } }) => tries > 0 && problems.some(({ slug }) => DIRECTORY_SLUGS.includes(slug)));
    const settled = sent.filter((each) => !waiting.includes(each)).map(({ row, told: outcome }) => sentRow(row, outcome));
    if (waiting.length === 0) return settled;
    await new Promise((resolve) => setTimeout(resolve, DIRECTORY_PAUSE_MS));
    return [...settled, ...(await this.#send(waiting.map(({ row }) => row), tries - 1))];
  }

  /** A row that spoils its whole request, by a character no database takes, say, is found by halving. */
  async #post(batch: readonly GoodRow[]): Promise<readonly RowOutcome[]> {
    try {
      return (await this.#api.post<{ readonly rows: readonly RowOutcome[] }>('/intake/v1/history', { rows: batch.map(({ history }) => withoutEmpty(history)) })).rows;
    } catch (error) {
      if (!(error instanceof RefusedCall) || !FAULT_OF_CONTENT.includes(error.status)) throw error;
      if (batch.length === 1) return [{ outcome: 'refused', problems: [{ field: '', slug: error.code, message: error.message }] }];
      const half = Math.ceil(batch.length / 2);
      return [...(await this.#post(batch.slice(0, half))), ...(await this.#post(batch.slice(half)))];
    }
  }
}

function missingOutcome(): never {
  throw new Error('intake answered fewer rows than it was sent');
}

function sentRow(row: GoodRow, { outcome, problems }: RowOutcome): SentRow {
  if (outcome !== 'refused') return { outcome, row };
  const reasons = problems.map(({ field, slug, message }): Reason => ({ field, code: slug, message: field === '' ? message : `${named(field)}：${message}` }));
  const { row: number, position, original, externalId } = row;
  return { outcome, row: { row: number, position, original, externalId, reasons } };
}

function named(field: string): string {
  return Object.hasOwn(COLUMN_NAMES, field) ? `${field}（${COLUMN_NAMES[field as history.HistoryColumn]}）` : field;
}

function withoutEmpty(row: history.HistoryRow): history.HistoryRow {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null && cell !== undefined && cell !== ''));
}
