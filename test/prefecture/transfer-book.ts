import type { CountyMessage } from './peer-platform.ts';

export interface Transferred {
  readonly number: string;
  readonly transferredAt: string;
  readonly category: string;
  readonly title: string;
  readonly text: string;
  readonly [more: string]: unknown;
}

interface Line {
  readonly transfer: Transferred;
  state: 'open' | 'answered' | 'feedback-given' | 'closed' | 'returned';
  readonly decisions: Map<string, boolean>;
}

/** What the prefecture has of its transfers: its side of the reconciliation. */
export class TransferBook {
  readonly #lines = new Map<string, Line>();

  record(transfer: Transferred): void {
    if (!this.#lines.has(transfer.number)) this.#lines.set(transfer.number, { transfer, state: 'open', decisions: new Map() });
  }

  /** Plants a mistake for the reconciliation to find. */
  forget(number: string): void {
    this.#lines.delete(number);
  }

  hear({ kind, prefectureNumber }: CountyMessage): void {
    const line = this.#lines.get(prefectureNumber ?? '');
    if (!line) return;
    if (kind === 'progress') line.state = 'open';
    else if (kind === 'feedback') line.state = 'feedback-given';
    else if (kind === 'closing') line.state = 'closed';
    else if (kind === 'answer') line.state = 'answered';
  }

  decide({ kind, prefectureNumber, key }: CountyMessage, accepted: boolean): void {
    const line = this.#lines.get(prefectureNumber ?? '');
    line?.decisions.set(key, accepted);
    if (line && kind === 'return' && accepted) line.state = 'returned';
  }

  /** Transfers of the local days from … to, in order of their numbers, a page at a time. */
  page(from: string, to: string, cursor: string | null, size: number) {
    const dayOf = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);
    const all = [...this.#lines.values()].filter(({ transfer }) => dayOf(transfer.transferredAt) >= from && dayOf(transfer.transferredAt) <= to && (cursor === null || transfer.number > cursor));
    all.sort((one, other) => (one.transfer.number < other.transfer.number ? -1 : 1));
    const items = all.slice(0, size).map(({ transfer, state, decisions }) => ({ number: transfer.number, state, decisions: [...decisions].map(([reference, accepted]) => ({ reference, accepted })) }));
    return { items, next: all.length > size ? (items.at(-1)?.number ?? null) : null };
  }
}
