import exceljs from 'exceljs';
import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer';
import { csvOf, harmless, type Cell } from '../export/cells.js';
import type { TableFormat } from './scoring.dto.js';
import { dataDictionary, type ColumnType, type FigureTable } from './scoring.tables.js';
import type { AnswerHead } from './scoring.view.js';

export interface TableFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Writes a table in the format asked for; texts that look like formulas are disarmed in CSV and xlsx, Parquet keeps them as they are. */
export async function fileOf(table: FigureTable, head: AnswerHead, format: TableFormat): Promise<TableFile> {
  switch (format) {
    case 'csv':
      return { bytes: new TextEncoder().encode(csvOf([table.columns.map(({ name }) => name), ...table.rows])), type: 'text/csv; charset=utf-8' };
    case 'xlsx':
      return { bytes: await xlsxOf(table, head), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    case 'parquet':
      return { bytes: parquetOf(table, head), type: 'application/vnd.apache.parquet' };
  }
}

async function xlsxOf({ name, columns, rows }: FigureTable, head: AnswerHead): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  add(workbook, name, [columns.map((each) => each.name), ...rows]);
  add(workbook, '数据字典', [['列', '类型', '可为空', '含义'], ...columns.map((each) => [each.name, each.type, each.nullable ? '是' : '否', each.meaning])]);
  const { period, scheme, filters } = head;
  const asked: Cell[][] = [['期间', `${period.from} 至 ${period.to}`], ['方案', scheme], ['筛选', JSON.stringify(filters)], ['指标', '定义', '条款', '分子', '分母']];
  add(workbook, '口径', [...asked, ...head.definitions.map((each) => [each.name, each.definition, each.article, each.numerator, each.denominator])]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function add(workbook: exceljs.Workbook, name: string, table: readonly (readonly Cell[])[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const cells of table) sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  sheet.getRow(1).font = { bold: true };
  sheet.columns.forEach((column) => (column.width = 16));
}

const PARQUET_TYPES: Readonly<Record<ColumnType, BasicType>> = { text: 'STRING', date: 'STRING', integer: 'INT32', decimal: 'DOUBLE', boolean: 'BOOLEAN' };

/** Days are text, so that no reader shifts them by a zone; the dictionary travels in the file's own metadata. */
function parquetOf({ columns, rows }: FigureTable, head: AnswerHead): Uint8Array {
  const columnData = columns.map(({ name, type, nullable }, index) => ({ name, type: PARQUET_TYPES[type], nullable, data: rows.map((row) => row[index] ?? null) }));
  const kvMetadata = [
    { key: 'hotline.dictionary', value: JSON.stringify(dataDictionary()) },
    { key: 'hotline.question', value: JSON.stringify(head) },
  ];
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
  return rows.length === 0 ? withEmptyRowGroups(bytes) : bytes;
}

/** The writer gives the empty list of row groups no element type, which strict readers refuse: after "0 rows" in the footer stands a list of no structs. */
function withEmptyRowGroups(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes.buffer).indexOf(Uint8Array.of(0x16, 0x00, 0x19, 0x00));
  if (at < 0) throw new Error('the Parquet writer writes an empty table otherwise than it did');
  return bytes.with(at + 3, 0x0c);
}
