import type { Block, Column, Paper } from '@hotline/documents';
import { localDateOf, UNIT_KINDS } from '@hotline/domain/shared';
import type { Fraction } from '../rates/rate.service.js';
import type { Edition } from './bulletin.service.js';
import { type BulletinFigures, changeText, type Compared, fractionText, type Line } from './figures.js';

const MOST_BARS = 15;
const COUNTED: readonly Column[] = [
  { title: '', width: 3.4, align: 'left' },
  { title: '本月（件）', width: 2, align: 'right' },
  { title: '上月（件）', width: 2, align: 'right' },
  { title: '环比', width: 2, align: 'right' },
  { title: '上年同月（件）', width: 3.2, align: 'right' },
  { title: '同比', width: 2, align: 'right' },
];

/** The bulletin as an official document (Art. 21). */
export function bulletinPaper({ month, status, edition, figures }: Edition): Paper {
  const issued = 'issuer' in edition ? edition : undefined;
  const number = issued ? `〔${localDateOf(issued.issuedAt).slice(0, 4)}〕第${issued.number}期${edition.version > 1 ? `（更正第${edition.version - 1}次）` : ''}` : '（草稿，未印发）';
  return {
    layout: 'document',
    issuer: figures.issuer,
    number,
    title: `${figures.title}\n（${monthText(month)}）`,
    date: localDateOf(issued?.issuedAt ?? edition.at),
    reference: `${monthText(month)}${status === 'draft' ? ' 草稿' : ''}`,
    blocks: [
      ...(edition.reason === null ? [] : [{ kind: 'paragraph', text: `更正说明：${edition.reason}` } as const]),
      ...volumeBlocks(figures),
      ...rateBlocks(figures),
      ...focusBlocks(figures),
      ...rankingBlocks(figures),
      { kind: 'note', text: `签发人：${issued?.issuer ?? '（未签发）'}。数据校验码：${edition.hash.slice(0, 16)}。依据：${figures.policy}。` },
      { kind: 'signature', closing: '特此通报。', body: figures.issuer, date: null },
    ],
  };
}

function volumeBlocks({ month, totals, channels, categories, subjects, townships, units }: BulletinFigures): Block[] {
  const { received, accepted, declined, answered, dispatched, closed } = totals;
  const summary = `${monthText(month)}，全县共收到群众诉求${received.count}件，环比${changeText(received.count, received.monthBefore)}，同比${changeText(received.count, received.yearBefore)}；受理${accepted.count}件，不予受理${declined.count}件，直接答复${answered.count}件，转办${dispatched.count}件次，办结${closed.count}件。`;
  return [
    { kind: 'heading', text: '一、受理情况' },
    { kind: 'paragraph', text: summary },
    counted('受理办理总量', '项目', [named('收到', received), named('受理', accepted), named('不予受理', declined), named('直接答复', answered), named('转办（件次）', dispatched), named('办结', closed)]),
    { kind: 'chart', caption: '各渠道诉求量', unit: '件', bars: barsOf(channels) },
    counted('各渠道诉求量', '渠道', channels),
    { kind: 'chart', caption: '各类别诉求量', unit: '件', bars: barsOf(categories) },
    counted('各类别诉求量', '类别', categories),
    counted('主要事项', '事项', subjects.slice(0, 20)),
    { kind: 'chart', caption: '各乡镇诉求量', unit: '件', bars: barsOf(townships) },
    counted('各乡镇诉求量', '乡镇', townships),
    counted('各单位承办量', '单位', units),
  ];
}

function rateBlocks({ rates, unitRates }: BulletinFigures): Block[] {
  const columns: Column[] = [
    { title: '指标', width: 2, align: 'left' },
    { title: '分子/分母', width: 4.2, align: 'left' },
    { title: '本月', width: 2.7, align: 'right' },
    { title: '上月', width: 2.7, align: 'right' },
    { title: '上年同月', width: 2.7, align: 'right' },
  ];
  const shown = ['on-time-sign', 'on-time-contact', 'on-time-close', 'solved', 'satisfied'] as const;
  const short = { 'on-time-sign': '按时签收', 'on-time-contact': '响应', 'on-time-close': '按时办结', solved: '解决', satisfied: '满意' } as const;
  return [
    { kind: 'heading', text: '二、办理质量' },
    { kind: 'table', caption: '办理指标', columns, rows: rates.map((each) => [each.name, `${each.numerator}/${each.denominator}`, ...[each.month, each.monthBefore, each.yearBefore].map(cellText)]), empty: '本月没有数据' },
    {
      kind: 'table',
      caption: '各单位办理指标',
      columns: [{ title: '单位', width: 3, align: 'left' }, ...shown.map((each): Column => ({ title: short[each], width: 2.2, align: 'right' }))],
      rows: unitRates.map((unit) => [unit.name ?? unit.unit, ...shown.map((each) => cellText(unit.rates[each]))]),
      empty: '本月没有数据',
    },
    { kind: 'note', text: '注：各项比率均列“分子/分母（比率）”；期限落在本月的计入分母，暂定期限不计超期；“—”表示没有可比的基数。' },
  ];
}

function focusBlocks({ topics, overdue }: BulletinFigures): Block[] {
  return [
    { kind: 'heading', text: '三、热点诉求' },
    {
      kind: 'table',
      caption: '反映较为集中的诉求',
      columns: [{ title: '热点', width: 4, align: 'left' }, { title: '事项', width: 3, align: 'left' }, { title: '乡镇', width: 2.2, align: 'left' }, { title: '件数', width: 1.3, align: 'right' }, { title: '时间', width: 3.6, align: 'center' }],
      rows: topics.map((topic) => [topic.label, topic.subject ?? '—', topic.township ?? '—', String(topic.tickets), `${topic.firstOn}\n至 ${topic.lastOn}`]),
      empty: '本月没有形成热点诉求',
    },
    { kind: 'heading', text: '四、超期办理情况' },
    {
      kind: 'table',
      caption: '超期工单（仅列编号）',
      columns: [{ title: '工单编号', width: 4, align: 'left' }, { title: '承办单位', width: 4, align: 'left' }, { title: '办理期限', width: 2.4, align: 'center' }],
      rows: overdue.map((each) => [each.number ?? each.ticketId, each.name, each.dueOn]),
      empty: '本月没有超期工单',
    },
  ];
}

function rankingBlocks({ ranking }: BulletinFigures): Block[] {
  const columns: Column[] = [{ title: '名次', width: 2, align: 'center' }, { title: '单位', width: 5, align: 'left' }, { title: ranking.by, width: 2, align: 'right' }];
  const shown = (value: number): string => (ranking.measure === 'points' ? (value / 100).toFixed(2) : `${(value * 100).toFixed(1)}%`);
  const valueText = (value: number | null): string => (value === null ? '—' : shown(value));
  return [
    { kind: 'heading', text: '五、承办单位排名' },
    ...ranking.kinds.flatMap(({ kind, placed, apart }): Block[] => [
      { kind: 'table', caption: `${UNIT_KINDS[kind]}排名（按${ranking.by}）`, columns, rows: placed.map((each) => [`${each.place}${each.tied ? '（并列）' : ''}`, each.name, valueText(each.value)]), empty: '本月没有参加排名的单位' },
      ...(apart.length === 0 ? [] : [{ kind: 'note', text: `不参加排名（不足${ranking.smallSample}件或没有可计算的数据）：${apart.map(({ name }) => name).join('、')}。` } as const]),
    ]),
  ];
}

/** The ratio on a line of its own, so that a narrow column never cuts one term. */
function cellText(fraction: Fraction): string {
  return fractionText(fraction).replace('（', '\n（');
}

function counted(caption: string, what: string, lines: readonly Line[]): Block {
  const rows = lines.map(({ name, count, monthBefore, yearBefore }) => [name, String(count), String(monthBefore), changeText(count, monthBefore), String(yearBefore), changeText(count, yearBefore)]);
  return { kind: 'table', caption, columns: [{ ...(COUNTED[0] as Column), title: what }, ...COUNTED.slice(1)], rows, empty: '本月没有' };
}

function named(name: string, compared: Compared): Line {
  return { code: name, name, ...compared };
}

function barsOf(lines: readonly Line[]): { label: string; value: number }[] {
  return lines.slice(0, MOST_BARS).map(({ name, count }) => ({ label: name, value: count }));
}

export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}
