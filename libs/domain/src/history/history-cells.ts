import { dateOf, dayOf, instantOf, type Instant } from '../shared/index.js';
import type { HistoryColumn, HistoryProblem, HistoryRefusal, HistoryRow } from './history-row.js';

/** Reads the cells of one row and collects every problem instead of stopping at the first. */
export class HistoryCells {
  readonly problems: HistoryProblem[] = [];

  constructor(private readonly row: HistoryRow) {}

  report(field: HistoryColumn, slug: HistoryRefusal, values?: HistoryProblem['values']): null {
    this.problems.push(values ? { field, slug, values } : { field, slug });
    return null;
  }

  /** Trimmed text, or null for an empty cell; numbers count as text, since spreadsheets turn codes into them. */
  text(field: HistoryColumn, limit: number): string | null {
    const cell = this.row[field];
    if (cell === undefined || cell === null) return null;
    if (typeof cell !== 'string' && typeof cell !== 'number') return this.report(field, 'cell-not-text');
    const text = String(cell).trim();
    if (text.length > limit) return this.report(field, 'cell-too-long', { limit, length: text.length });
    return text === '' ? null : text;
  }

  needed(field: HistoryColumn, limit: number): string {
    const before = this.problems.length;
    const text = this.text(field, limit);
    if (text === null && this.problems.length === before) this.report(field, 'cell-missing');
    return text ?? '';
  }

  /** One code of a closed word list, given as code or as its Chinese label; null for an empty cell. */
  word<Code extends string>(field: HistoryColumn, words: Readonly<Record<Code, string>>): Code | null {
    const text = this.text(field, 40);
    if (text === null) return null;
    const found = (Object.entries(words) as [Code, string][]).find(([code, label]) => code === text || label === text);
    return found ? found[0] : this.report(field, 'not-a-known-word', { known: Object.keys(words).join('、') });
  }

  neededWord<Code extends string>(field: HistoryColumn, words: Readonly<Record<Code, string>>): Code | null {
    const before = this.problems.length;
    return this.word(field, words) ?? (this.problems.length === before ? this.report(field, 'cell-missing') : null);
  }

  /** A moment with an offset, or a local date and time without one, which is then read in Asia/Shanghai. */
  instant(field: HistoryColumn): Instant | null {
    const text = this.text(field, 40);
    if (text === null) return null;
    return momentOf(text) ?? this.report(field, 'not-an-instant');
  }

  neededInstant(field: HistoryColumn): Instant | null {
    const before = this.problems.length;
    return this.instant(field) ?? (this.problems.length === before ? this.report(field, 'cell-missing') : null);
  }

  /** `true`, `false`, 是, 否, yes, no, 1 or 0. */
  yesNo(field: HistoryColumn): boolean | null {
    const cell = this.row[field];
    if (typeof cell === 'boolean') return cell;
    const text = this.text(field, 10);
    if (text === null) return null;
    if (['true', '是', 'yes', '1'].includes(text.toLowerCase())) return true;
    return ['false', '否', 'no', '0'].includes(text.toLowerCase()) ? false : this.report(field, 'not-yes-or-no');
  }
}

/** `2018-07-12T09:30:00+08:00`, `2018-07-12 09:30[:00]` or `2018/7/12 9:30`; undefined for anything that is no real moment. */
function momentOf(text: string): Instant | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', offset = '+08:00'] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  try {
    return instantOf(`${dateOf(dayOf(date))}T${hour.padStart(2, '0')}:${minute}:${second}${offset}`);
  } catch {
    return undefined; // 31 February and its like
  }
}
