import { harmless, type Cell } from '../export/cells.js';
import type { Edition } from './bulletin.service.js';
import type { BulletinFigures, Line } from './figures.js';

interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The numbers of a bulletin as a workbook; no cell is a formula, whatever its text begins with. */
export async function bulletinWorkbook(edition: Edition): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = edition.figures.issuer;
  workbook.created = workbook.modified = new Date(edition.edition.at);
  for (const { name, head, rows } of sheetsOf(edition.figures)) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = head.map((title, index) => ({ header: title, width: index === 0 ? 28 : 16 }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function sheetsOf(figures: BulletinFigures): Sheet[] {
  const terms = ['本月分子', '本月分母', '本月比率', '上月分子', '上月分母', '上月比率', '上年同月分子', '上年同月分母', '上年同月比率'];
  const totals = Object.entries(figures.totals).map(([code, compared]) => ({ code, name: TOTALS[code as keyof BulletinFigures['totals']], ...compared }));
  return [
    counted('总量', totals),
    counted('渠道', figures.channels),
    counted('类别', figures.categories),
    counted('事项', figures.subjects),
    counted('乡镇', figures.townships),
    counted('单位', figures.units),
    {
      name: '指标',
      head: ['指标', '分子含义', '分母含义', ...terms],
      rows: figures.rates.map((each) => [each.name, each.numerator, each.denominator, ...[each.month, each.monthBefore, each.yearBefore].flatMap((part) => [part.numerator, part.denominator, part.ratio])]),
    },
    {
      name: '各单位指标',
      head: ['单位', '编码', '工单数', ...figures.rates.flatMap(({ name }) => [`${name}分子`, `${name}分母`, name])],
      rows: figures.unitRates.map((unit) => [unit.name, unit.unit, unit.tickets, ...figures.rates.flatMap(({ rate }) => [unit.rates[rate].numerator, unit.rates[rate].denominator, unit.rates[rate].ratio])]),
    },
    { name: '热点', head: ['热点', '事项', '乡镇', '件数', '首次', '最近'], rows: figures.topics.map((topic) => [topic.label, topic.subject, topic.township, topic.tickets, topic.firstOn, topic.lastOn]) },
    { name: '超期', head: ['工单编号', '工单标识', '单位', '编码', '办理期限'], rows: figures.overdue.map((each) => [each.number, each.ticketId, each.name, each.unit, each.dueOn]) },
    {
      name: '排名',
      head: ['类型', '名次', '并列', '单位', '编码', figures.ranking.by],
      rows: figures.ranking.kinds.flatMap(({ kind, placed, apart }) => [
        ...placed.map((each): Cell[] => [kind, each.place, each.tied ? '是' : '否', each.name, each.unit, valueOf(each.value, figures.ranking)]),
        ...apart.map((each): Cell[] => [kind, null, null, each.name, each.unit, valueOf(each.value, figures.ranking)]),
      ]),
    },
  ];
}

const TOTALS = { received: '收到', accepted: '受理', declined: '不予受理', answered: '直接答复', dispatched: '转办（件次）', closed: '办结' } as const;

function counted(name: string, lines: readonly Line[]): Sheet {
  return { name, head: [name, '编码', '本月', '上月', '上年同月'], rows: lines.map((line) => [line.name, line.code, line.count, line.monthBefore, line.yearBefore]) };
}

/** Points as people write them, shares as they are. */
function valueOf(value: number | null, { measure }: BulletinFigures['ranking']): number | null {
  return value !== null && measure === 'points' ? value / 100 : value;
}
