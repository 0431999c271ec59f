import { UsageFault } from '../usage-fault.ts';

/** One row of a file as it stands there: cells by the file's own column names. */
export interface ReadableRow {
  /** As a spreadsheet counts: the heading of a table is row 1; the first line of a .jsonl file is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  /** Bytes of the file read so far, for the share that is done. */
  readonly position: number;
}

/** A row that is no row; `reason` says in Chinese what is wrong and what to do, without a word of the row itself. */
export interface UnreadableRow {
  readonly row: number;
  readonly unreadable: { readonly code: string; readonly message: string };
  /** What stands there, where it could be read at all; for the rejects file only. */
  readonly raw?: unknown;
  readonly position: number;
}

export type ReadRow = ReadableRow | UnreadableRow;

/** Longest row in bytes; longer ones are a broken quote or no table at all. */
export const ROW_LIMIT = 1_048_576;

/** Names the columns of a table by its heading; unnamed columns are left out. */
export class Heading {
  readonly #names: readonly string[];

  constructor(titles: readonly string[]) {
    this.#names = titles.map((title) => title.trim());
    const named = this.#names.filter((name) => name !== '');
    if (named.length === 0) throw new UsageFault('文件的第一行应当是列名，现在是空的：请补上列名', 'the first row must name the columns');
    const twice = named.find((name, index) => named.indexOf(name) !== index);
    if (twice !== undefined) throw new UsageFault(`列名“${twice}”出现了两次：请改名或删除其中一列`, 'a column name appears twice');
  }

  /** True when a row has more filled cells than there are columns, as happens when a comma inside a text is not quoted. */
  overflows(cells: readonly unknown[]): boolean {
    return cells.slice(this.#names.length).some((cell) => cell !== '' && cell !== null);
  }

  cellsOf(cells: readonly unknown[]): Record<string, unknown> {
    return Object.fromEntries(this.#names.flatMap((name, index) => (name === '' ? [] : [[name, cells[index] ?? null]])));
  }
}

export const TOO_MANY_CELLS = {
  code: 'too-many-cells',
  message: '这一行的单元格比列名多：文字中有逗号或换行时，请用英文双引号把整个单元格括起来',
} as const;
