import { history } from '@hotline/domain';

/** How the columns of a foreign file become the documented ones. Applied in the order of the fields below. */
export interface Mapping {
  /** Documented column ← column of the file. One column of the file may serve several. */
  readonly columns: Readonly<Partial<Record<history.HistoryColumn, string>>>;
  /** Words of the file → codes or labels, by documented column; null makes the cell empty. A word that is not listed stays. */
  readonly values: Readonly<Partial<Record<history.HistoryColumn, Readonly<Record<string, string | null>>>>>;
  /** What an empty cell becomes. */
  readonly defaults: Readonly<Partial<Record<history.HistoryColumn, string>>>;
  /** An empty cell becomes one of `among`, chosen by FNV-1a (32 bits) over the UTF-8 text of the column `over`, modulo their number. */
  readonly byHash: Readonly<Partial<Record<history.HistoryColumn, { readonly over: history.HistoryColumn; readonly among: readonly string[] }>>>;
  /** What every row gets, whatever the file says. */
  readonly constants: Readonly<Partial<Record<history.HistoryColumn, string>>>;
  /** Columns of the file that are left out on purpose. */
  readonly ignore: readonly string[];
}

/** The mapping of a file that has the documented columns itself. */
export const DOCUMENTED: Mapping = {
  columns: Object.fromEntries(history.HISTORY_COLUMNS.map((column) => [column, column])),
  values: {},
  defaults: {},
  byHash: {},
  constants: {},
  ignore: [],
};

/** Turns the cells of one row into a history row by a mapping. Every answer depends on the row alone, so that an import can be repeated. */
export function mapped(cells: Readonly<Record<string, unknown>>, mapping: Mapping): history.HistoryRow {
  const row: Partial<Record<history.HistoryColumn, unknown>> = {};
  for (const column of history.HISTORY_COLUMNS) {
    const from = mapping.columns[column];
    const cell = from === undefined ? null : (cells[from] ?? null);
    row[column] = translated(cell, mapping.values[column]);
    if (isEmpty(row[column])) row[column] = mapping.defaults[column] ?? null;
  }
  for (const column of history.HISTORY_COLUMNS) {
    const choice = mapping.byHash[column];
    if (choice && isEmpty(row[column])) row[column] = chosen(choice.among, row[choice.over]);
    row[column] = mapping.constants[column] ?? row[column];
  }
  return row;
}

/** 32-bit FNV-1a over UTF-8. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

function chosen(among: readonly string[], over: unknown): string | null {
  if (typeof over !== 'string' && typeof over !== 'number') return null;
  return among[fnv1a(String(over)) % among.length] ?? null;
}

function translated(cell: unknown, words: Readonly<Record<string, string | null>> | undefined): unknown {
  if (!words || (typeof cell !== 'string' && typeof cell !== 'number')) return cell;
  const word = String(cell).trim();
  return Object.hasOwn(words, word) ? words[word] : cell;
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
