import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { UsageFault } from '../usage-fault.ts';
import { csvRows } from './csv-rows.ts';
import type { Encoding } from './file-bytes.ts';
import { jsonLinesRows } from './json-lines-rows.ts';
import type { ReadRow } from './read-row.ts';

const READERS: Readonly<Record<string, (file: string, encoding: Encoding) => AsyncGenerator<ReadRow>>> = {
  '.csv': csvRows,
  '.jsonl': jsonLinesRows,
  '.xlsx': readSpreadsheet,
};

/** A file of past tickets, read as a stream whatever its size. */
export interface RowFile {
  readonly bytes: number;
  readonly rows: AsyncGenerator<ReadRow>;
}

/** Opens a .csv, .jsonl or .xlsx file; a usage fault when it is not there or of another kind. */
export function openRows(file: string, encoding: Encoding): RowFile {
  const read = READERS[extname(file).toLowerCase()];
  if (!read) throw new UsageFault(`不认识的文件类型：${file}。可以导入 ${Object.keys(READERS).join('、')}`, 'only .csv, .jsonl and .xlsx can be imported');
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageFault(`找不到文件 ${file}：请核对路径`, 'no such file');
  return { bytes: found.size, rows: read(file, encoding) };
}

/** The reader of spreadsheets takes as long to load as a small import takes to run. */
async function* readSpreadsheet(file: string): AsyncGenerator<ReadRow> {
  const { spreadsheetRows } = await import('./spreadsheet-rows.ts');
  yield* spreadsheetRows(file);
}
