import { CATEGORIES, CHANNELS, RATE_KINDS, UNIT_KINDS } from '@hotline/domain/shared';
import type { Cell } from '../export/cells.js';
import { RATES } from '../rates/rate-definitions.js';
import type { TableName } from './scoring.dto.js';
import { definitionsOf, SCORE_DEFINITION, type AnswerHead, type ItemFigure, type Place, type RateFigure, type ScoreFigure } from './scoring.view.js';

export type ColumnType = 'text' | 'date' | 'integer' | 'decimal' | 'boolean';

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly meaning: string;
}

interface Row {
  readonly place: Place;
  readonly scheme: string;
  readonly rate?: RateFigure;
  readonly score?: ScoreFigure;
  readonly item?: ItemFigure;
}

type ColumnOf = TableColumn & { readonly read: (row: Row) => Cell };

const column = (name: string, type: ColumnType, meaning: string, read: (row: Row) => Cell | undefined, nullable = true): ColumnOf => ({ name, type, nullable, meaning, read: (row) => read(row) ?? null });

const PLACE: readonly ColumnOf[] = [
  column('from', 'date', '统计首日（东八区）', ({ place }) => place.from, false),
  column('to', 'date', '统计末日，含当日（东八区）', ({ place }) => place.to, false),
  column('time', 'text', '月 2018-09、季 2018-Q3 或年 2018；未按时间分组时为空', ({ place }) => place.time),
  column('unit', 'text', '承办单位编码；未按单位分组时为空', ({ place }) => place.unit),
  column('unitName', 'text', '承办单位名称，以名录现状为准', ({ place }) => place.unitName),
  column('kind', 'text', '单位类别代码', ({ place }) => place.kind),
  column('category', 'text', '诉求类别代码，以最后一次确定的为准', ({ place }) => place.category),
  column('channel', 'text', '受理渠道代码', ({ place }) => place.channel),
  column('township', 'text', '乡镇代码，以最后一次更正为准；为空即未填写或未按乡镇分组', ({ place }) => place.township),
  column('townshipName', 'text', '乡镇名称', ({ place }) => place.townshipName),
  column('scheme', 'text', '期间末日施行的政策包及版本', ({ scheme }) => scheme, false),
];

const RATE: readonly ColumnOf[] = [
  column('rate', 'text', '指标代码', ({ rate }) => rate?.rate, false),
  column('rateName', 'text', '指标名称', ({ rate }) => rate?.rateName, false),
  column('numerator', 'integer', '分子（件）', ({ rate }) => rate?.numerator, false),
  column('denominator', 'integer', '分母（件），必大于零', ({ rate }) => rate?.denominator, false),
  column('ratio', 'decimal', '分子除以分母，四舍五入到万分之一', ({ rate }) => rate?.ratio),
];

const SCORE: readonly ColumnOf[] = [
  column('tickets', 'integer', '期间内派到或到期的不同工单数', ({ score }) => score?.tickets, false),
  column('smallSample', 'boolean', '工单数少于政策包的最低样本数，不参与排名', ({ score }) => score?.smallSample, false),
  column('points', 'decimal', '可计算项得分折算为百分，两位小数；没有可计算的项时为空', ({ score }) => score?.points),
  column('outOf', 'decimal', '有分母的各项分值之和', ({ score }) => score?.outOf),
];

const ITEM: readonly ColumnOf[] = [
  column('item', 'text', '考核项编号', ({ item }) => item?.code, false),
  column('itemName', 'text', '考核项名称', ({ item }) => item?.name, false),
  column('dimension', 'text', '所属方面', ({ item }) => item?.dimension, false),
  column('rate', 'text', '据以计算的指标代码', ({ item }) => item?.rate, false),
  column('weight', 'decimal', '方案规定的分值', ({ item }) => item?.weight, false),
  column('effectiveWeight', 'decimal', '同一方面中没有分母的项的分值分摊之后的分值', ({ item }) => item?.effectiveWeight, false),
  column('numerator', 'integer', '分子（件）', ({ item }) => item?.numerator, false),
  column('denominator', 'integer', '分母（件）；为零时不计该项', ({ item }) => item?.denominator, false),
  column('points', 'decimal', '该项得分，两位小数；没有分母时为空', ({ item }) => item?.points),
];

const TABLE_COLUMNS: Readonly<Record<TableName, readonly ColumnOf[]>> = { rates: [...PLACE, ...RATE], scores: [...PLACE, ...SCORE], items: [...PLACE, ...ITEM] };

/** A table ready to be written: no ticket, and nobody's identity (Art. 10). */
export interface FigureTable {
  readonly name: TableName;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export function ratesTable({ scheme }: AnswerHead, figures: readonly RateFigure[]): FigureTable {
  return tableOf('rates', figures.map((rate) => ({ place: rate, scheme, rate })));
}

export function scoresTable(name: 'scores' | 'items', { scheme }: AnswerHead, figures: readonly ScoreFigure[]): FigureTable {
  const rows = figures.map((score): Row => ({ place: score, scheme, score }));
  return tableOf(name, name === 'scores' ? rows : rows.flatMap((row) => (row.score?.items ?? []).map((item) => ({ ...row, item }))));
}

function tableOf(name: TableName, rows: readonly Row[]): FigureTable {
  const columns = TABLE_COLUMNS[name];
  return { name, columns: columns.map(described), rows: rows.map((row) => columns.map(({ read }) => read(row))) };
}

function described({ name, type, nullable, meaning }: ColumnOf): TableColumn {
  return { name, type, nullable, meaning };
}

/** What every column, code and figure means; the same goes into the files. */
export function dataDictionary(): object {
  const tables = Object.fromEntries(Object.entries(TABLE_COLUMNS).map(([name, columns]) => [name, columns.map(described)]));
  return { tables, rates: definitionsOf(RATES), score: SCORE_DEFINITION, codes: { kind: UNIT_KINDS, category: CATEGORIES, channel: CHANNELS, rate: RATE_KINDS } };
}
