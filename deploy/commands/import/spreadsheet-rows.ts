import { createReadStream } from 'node:fs';
import exceljs from 'exceljs';
import { Fault } from '../../local/fault.mjs';
import { UsageFault } from '../usage-fault.ts';
import { Heading, type ReadRow, TOO_MANY_CELLS } from './read-row.ts';

const CELL_ERROR = { code: 'cell-error', message: '这一行有公式出错的单元格（如 #N/A、#REF!）：请改成数值或文字' } as const;

/** The rows of the first worksheet of an .xlsx file, one at a time; moments come as they are shown, without a zone. */
export async function* spreadsheetRows(file: string): AsyncGenerator<ReadRow> {
  try {
    yield* rowsOf(file);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new UsageFault(`${file} 不是可以读取的 .xlsx 文件：请在 Excel 中打开后另存为“Excel 工作簿（.xlsx）”`, 'not a readable .xlsx file');
  }
}

async function* rowsOf(file: string): AsyncGenerator<ReadRow> {
  const stream = createReadStream(file);
  const workbook = new exceljs.stream.xlsx.WorkbookReader(stream, { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' });
  let heading: Heading | undefined;
  for await (const worksheet of workbook) {
    for await (const line of worksheet) {
      const cells = cellsOf(line);
      const position = stream.bytesRead;
      if (cells.every((cell) => cell === null || cell === '')) continue;
      if (!heading) heading = new Heading(cells.map((cell) => String(cell ?? '')));
      else if (cells.includes(undefined)) yield { row: line.number, position, unreadable: CELL_ERROR, raw: cells };
      else if (heading.overflows(cells)) yield { row: line.number, position, unreadable: TOO_MANY_CELLS, raw: cells };
      else yield { row: line.number, position, cells: heading.cellsOf(cells) };
    }
    if (heading) return; // the first worksheet that holds anything
  }
}

/** The cells of a row from the first column on; undefined for a formula that failed. */
function cellsOf(line: exceljs.Row): (string | number | boolean | null | undefined)[] {
  const values = Array.isArray(line.values) ? line.values : [];
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, index) => plain(values[index + 1] ?? null));
}

function plain(value: exceljs.CellValue): string | number | boolean | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return wallClock(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  if ('error' in value) return undefined;
  return plain(value.result ?? null);
}

/** Excel keeps what the wall clock showed, which the reader gives as if it were UTC; fractions of a second are rounding. */
function wallClock(date: Date): string {
  return new Date(Math.round(date.getTime() / 1_000) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}
