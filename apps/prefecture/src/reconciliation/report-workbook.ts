import { newWorkbook } from '../inbox/new-workbook.js';
import { REPORT_STATUSES, type DifferenceView, type ReportView } from './reconciliation.dto.js';

const COLUMNS = [
  ['差异类别', 26],
  ['州级工单编号', 28],
  ['本县工单编号', 22],
  ['申请编号', 60],
  ['本县', 36],
  ['州级', 24],
] as const;

/** The day's report as an .xlsx file for the office; every cell is text, so that nothing in it can be a formula. */
export async function reportWorkbook(report: ReportView, differences: readonly DifferenceView[]): Promise<Buffer> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('对账差异');
  sheet.addRow([`与州级平台对账报告（${report.from} 至 ${report.day}）`]).font = { bold: true, size: 14 };
  sheet.addRow([`状态：${REPORT_STATUSES[report.status]}；本县 ${report.here} 件，州级 ${report.there} 件，差异 ${report.differences} 条`]);
  sheet.addRow(COLUMNS.map(([title]) => title)).font = { bold: true };
  for (const { kindText, number, ticketNumber, reference, ours, theirs } of differences) sheet.addRow([kindText, number ?? '', ticketNumber ?? '', reference ?? '', ours, theirs]);
  COLUMNS.forEach(([, width], index) => (sheet.getColumn(index + 1).width = width));
  sheet.views = [{ state: 'frozen', ySplit: 3 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
