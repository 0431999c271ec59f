import exceljs from 'exceljs';
import { appraisal } from '@hotline/domain';
import { APPRAISAL_DIMENSIONS, UNIT_KINDS } from '@hotline/domain/shared';
import { csvOf, harmless, type Cell } from '../export/cells.js';
import type { ExportFormat } from './period.dto.js';
import { pointsOf } from './period.view.js';
import type { ScoredPeriod } from './score.service.js';

export interface ExportFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

/** The scores of a period as a file: one line a unit, ranked by kind, then those listed apart. */
export async function exportOf({ row, scores }: ScoredPeriod, format: ExportFormat): Promise<ExportFile> {
  const table = [headings(scores), ...lines(scores)];
  const name = `appraisal-${row.name}-v${row.periodVersion}.${format}`;
  if (format === 'csv') return { bytes: new TextEncoder().encode(csvOf(table)), type: 'text/csv; charset=utf-8', name };
  return { bytes: await xlsxOf(table, `${row.name} 考核得分`), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name };
}

function headings(scores: readonly appraisal.UnitScore[]): Cell[] {
  const items = (scores[0]?.items ?? []).flatMap((item) => {
    const title = `${APPRAISAL_DIMENSIONS[item.dimension]}·${item.name}（${pointsOf(item.weight)} 分）`;
    return item.kind === 'rate' ? [`${title}得分`, `${item.name}分子`, `${item.name}分母`] : [`${title}得分`];
  });
  return ['类别', '名次', '单位编码', '单位名称', '工单数', '总分', ...items];
}

function lines(scores: readonly appraisal.UnitScore[]): Cell[][] {
  return Object.entries(appraisal.rankingByKind(scores)).flatMap(([kind, { ranked, apart }]) => {
    const word = UNIT_KINDS[kind as keyof typeof UNIT_KINDS]; // one ranking a kind
    return [...ranked.map((score) => line(word, score.place, score)), ...apart.map((score) => line(word, '不排名', score))];
  });
}

function line(kind: string, place: Cell, score: appraisal.UnitScore): Cell[] {
  const items = score.items.flatMap((item): Cell[] => (item.kind === 'rate' ? [pointsOf(item.points), item.numerator, item.denominator] : [pointsOf(item.points)]));
  return [kind, place, score.unit, score.name, score.tickets, pointsOf(score.points), ...items];
}

async function xlsxOf(table: readonly (readonly Cell[])[], title: string): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1, xSplit: 4 }] });
  for (const cells of table) sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: 'middle' };
  sheet.columns.forEach((column, index) => (column.width = index === 3 ? 24 : 12));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
