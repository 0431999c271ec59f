import type exceljs from 'exceljs';

/** An empty workbook. The library is loaded by the first: at boot it would cost memory that most processes never need. */
export async function newWorkbook(): Promise<exceljs.Workbook> {
  const { default: library } = await import('exceljs');
  return new library.Workbook();
}
