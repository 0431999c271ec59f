import type exceljs from 'exceljs';
import { newWorkbook } from './new-workbook.js';

/** A line of a sheet with its number as people count. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface RejectedRow extends SheetRow {
  readonly reason: string;
}

/** The first sheet of an .xlsx file that holds anything; empty lines are passed over. Throws when it is none. */
export async function readSheet(file: string): Promise<Sheet> {
  const workbook = await newWorkbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (!sheet) return { headings: [], rows: [] };
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (line, row) => {
    const values = Array.isArray(line.values) ? line.values.slice(1) : [];
    const cells = Array.from(values, (value) => textOf(value ?? null).trim());
    if (cells.some((cell) => cell !== '')) rows.push({ row, cells });
  });
  return { headings: rows[0]?.cells ?? [], rows: rows.slice(1) };
}

/** Writes the rows that were not taken over, as they were, each with its line and the reason; every cell is text, none a formula. */
export async function writeRejected(file: string, headings: readonly string[], rejected: readonly RejectedRow[]): Promise<void> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('未收下的转办件');
  sheet.addRow([...headings, '原行号', '未收下的原因']).font = { bold: true };
  for (const { row, cells, reason } of rejected) sheet.addRow([...headings.map((_, index) => cells[index] ?? ''), String(row), reason]);
  sheet.getColumn(headings.length + 2).width = 60;
  await workbook.xlsx.writeFile(file);
}

function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return new Date(Math.round(value.getTime() / 1_000) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  if ('error' in value) return '';
  return textOf(value.result ?? null);
}
