import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { UNIT_KINDS } from '@hotline/domain/shared';
import { type FieldProblem, fieldProblems, type Sheet, type SheetType, UNIT_CODE } from '@hotline/http';
import { RecordUnitBody } from './unit.dto.js';
import type { UnitRow } from './unit.row.js';

/** A unit as a row of a sheet says it is. */
export type SheetUnit = RecordUnitBody & { readonly code: string };

const COLUMNS = ['单位代码', '单位名称', '类型', '是否在用', '分管领导', '管理科室', '联络员', '联络员电话', '主要负责人', '职责事项', '并入单位'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

const LIST = '；';
const MOST_ROWS = 2_000;
const BOM = '\uFEFF';

/** Names of the body's fields as the person who filled in the sheet knows them. */
const COLUMN_OF: Readonly<Record<string, Column>> = {
  code: '单位代码',
  name: '单位名称',
  kind: '类型',
  active: '是否在用',
  leaderInCharge: '分管领导',
  office: '管理科室',
  'liaison.name': '联络员',
  'liaison.phone': '联络员电话',
  principalLeader: '主要负责人',
  responsibilities: '职责事项',
  mergedInto: '并入单位',
};

export interface ReadSheet {
  readonly units: readonly SheetUnit[];
  /** Field names are `第 3 行 联络员电话`; empty when every row is good. */
  readonly errors: readonly FieldProblem[];
}

/** Reads a directory sheet (CSV in UTF-8, or the first sheet of an xlsx) with the columns that {@link writeSheet} writes, in any order; tells everything that is wrong, by row and column. */
export async function readSheet(sheet: Sheet): Promise<ReadSheet> {
  const table = await tableOf(sheet);
  if ('fault' in table) return { units: [], errors: [{ field: '(sheet)', code: 'unreadable', message: table.fault }] };
  const [head = [], ...rows] = table.rows;
  const missing = COLUMNS.filter((column) => !head.includes(column));
  const unknown = head.filter((name) => name !== '' && !COLUMNS.some((column) => column === name));
  if (missing.length > 0 || unknown.length > 0) return { units: [], errors: headProblems(missing, unknown) };
  const filled = rows.map((row, index) => ({ line: index + 2, cells: Object.fromEntries(head.map((name, at) => [name, unarmed(row[at] ?? '')])) as Cells })).filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  if (filled.length > MOST_ROWS) return { units: [], errors: [{ field: '(sheet)', code: 'too-many-rows', message: `一次至多 ${MOST_ROWS} 行，现有 ${filled.length} 行` }] };
  const read = await Promise.all(filled.map(({ line, cells }) => readRow(line, cells)));
  const units = read.flatMap(({ unit }) => (unit ? [unit] : []));
  return { units, errors: [...read.flatMap(({ errors }) => errors), ...doubles(filled)] };
}

/** Writes units as a sheet that {@link readSheet} reads again; no cell is ever taken for a formula. */
export async function writeSheet(units: readonly UnitRow[], type: SheetType): Promise<Buffer> {
  const rows = [COLUMNS, ...units.map(cellsOf)];
  if (type === 'csv') return Buffer.from(BOM + rows.map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n', 'utf8');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('单位名录');
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  sheet.columns.forEach((column) => Object.assign(column, { width: 20, numFmt: '@' }));
  return Buffer.from(await book.xlsx.writeBuffer());
}

function cellsOf(unit: UnitRow): string[] {
  const { code, name, kind, active, leaderInCharge, office, liaisonName, liaisonPhone, principalLeader, responsibilities, mergedInto } = unit;
  return [code, name, UNIT_KINDS[kind], active ? '是' : '否', leaderInCharge, office, liaisonName ?? '', liaisonPhone ?? '', principalLeader, responsibilities.join(LIST), mergedInto ?? ''];
}

async function tableOf({ type, bytes }: Sheet): Promise<{ readonly rows: readonly (readonly string[])[] } | { readonly fault: string }> {
  try {
    return { rows: type === 'csv' ? (parse(bytes, { bom: true, relax_column_count: true, trim: true }) as string[][]) : await firstSheet(bytes) };
  } catch {
    return { fault: type === 'csv' ? '不是有效的 CSV（UTF-8）文件' : '不是有效的 xlsx 文件' };
  }
}

async function firstSheet(bytes: Buffer): Promise<string[][]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: Math.max(row.cellCount, COLUMNS.length) }, (_, at) => row.getCell(at + 1).text.trim()));
  });
  return rows;
}

async function readRow(line: number, cells: Cells): Promise<{ readonly unit?: SheetUnit; readonly errors: readonly FieldProblem[] }> {
  const body = plainToInstance(RecordUnitBody, bodyOf(cells));
  const errors = fieldProblems(await validate(body, { whitelist: true }));
  const code = cells.单位代码;
  const all = UNIT_CODE.test(code) ? errors : [{ field: 'code', code: 'is-unit-code', message: '应为单位编码：1 至 64 个字母、数字或连字符' }, ...errors];
  if (all.length > 0) return { errors: all.map((error) => ({ ...error, field: `第 ${line} 行 ${COLUMN_OF[error.field] ?? error.field}` })) };
  return { unit: Object.assign(body, { code }), errors: [] };
}

function bodyOf(cells: Cells): object {
  const kind = Object.entries(UNIT_KINDS).find(([code, word]) => cells.类型 === word || cells.类型 === code)?.[0] ?? cells.类型;
  const active = ({ 是: true, 否: false } as Readonly<Record<string, boolean>>)[cells.是否在用] ?? cells.是否在用;
  return {
    name: cells.单位名称,
    kind,
    active,
    leaderInCharge: cells.分管领导,
    office: cells.管理科室,
    ...(cells.联络员 || cells.联络员电话 ? { liaison: { name: cells.联络员, phone: cells.联络员电话 } } : {}),
    principalLeader: cells.主要负责人,
    responsibilities: cells.职责事项.split(/[；;、]/).map((word) => word.trim()).filter((word) => word !== ''),
    ...(cells.并入单位 && { mergedInto: cells.并入单位 }),
  };
}

function headProblems(missing: readonly string[], unknown: readonly string[]): FieldProblem[] {
  return [
    ...missing.map((column) => ({ field: '第 1 行', code: 'column-missing', message: `缺少列“${column}”` })),
    ...unknown.slice(0, 20).map((column) => ({ field: '第 1 行', code: 'column-unknown', message: `不认识的列“${column.slice(0, 40)}”` })),
  ];
}

function doubles(rows: readonly { readonly line: number; readonly cells: Cells }[]): FieldProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, cells: { 单位代码: code } }) => {
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, line);
    return earlier === undefined || code === '' ? [] : [{ field: `第 ${line} 行 单位代码`, code: 'code-twice', message: `与第 ${earlier} 行重复` }];
  });
}

/** A cell that a spreadsheet program would take for a formula gets an apostrophe in front, which reading takes off again. */
function quoted(cell: string): string {
  const safe = /^['=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unarmed(cell: string): string {
  return /^'['=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
