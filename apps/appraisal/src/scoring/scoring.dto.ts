import { CATEGORIES, CHANNELS, RATE_KINDS, UNIT_KINDS, type RateKind } from '@hotline/domain/shared';
import { IsCodeOf, IsLocalDate, IsUnitCode, PageQuery, Text } from '@hotline/http';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';

const PERIOD_TEXT = '期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to';

/** Which period, and which of what was counted in it. */
export class ScopeQuery {
  @Text(10, { optional: true, description: PERIOD_TEXT, example: '2018-Q3' }) period?: string;
  @IsLocalDate({ optional: true, description: '期间首日；与 to 同用，不与 period 同用' }) from?: string;
  @IsLocalDate({ optional: true, description: '期间末日（含）' }) to?: string;
  @IsUnitCode({ optional: true, description: '只看这个单位' }) unit?: string;
  @IsCodeOf(UNIT_KINDS, { optional: true, description: '只看这类单位' }) kind?: string;
  @IsCodeOf(CATEGORIES, { optional: true, description: '只看这类诉求（以最后一次确定的类别为准）' }) category?: string;
  @IsCodeOf(CHANNELS, { optional: true, description: '只看这个渠道' }) channel?: string;
  @Text(64, { optional: true, description: '只看这个乡镇（行政区划代码，以最后一次更正为准）', example: '532328101' }) township?: string;
}

export class GroupedQuery extends ScopeQuery {
  @Text(60, { optional: true, description: '分组，逗号分隔，最多三项：unit kind category channel township，以及 month、quarter、year 之一（时间序列）；不填为合计', example: 'unit,month' }) groupBy?: string;
}

const RATE_TEXT = { optional: true, description: `指标，逗号分隔；不填为全部：${Object.keys(RATE_KINDS).join(' ')}`, example: 'on-time-close,satisfied' } as const;

export class ScoredRatesQuery extends IntersectionType(GroupedQuery, PageQuery) {
  @Text(200, RATE_TEXT) rate?: string;
}

export class GroupedScoresQuery extends IntersectionType(GroupedQuery, PageQuery) {}

const TICKET_PARTS = { numerator: '分子', denominator: '分母', missed: '在分母而不在分子' } as const;
export type TicketPart = keyof typeof TICKET_PARTS;

export class CountedTicketsQuery extends IntersectionType(ScopeQuery, PageQuery) {
  @IsCodeOf(RATE_KINDS, { description: '指标' }) rate!: RateKind;
  @IsCodeOf(TICKET_PARTS, { optional: true, description: '默认 denominator' }) part?: TicketPart;
}

export const RANKED_BY = { score: '得分', ...RATE_KINDS } as const;

export class LiveRankingQuery extends IntersectionType(ScopeQuery, PageQuery) {
  @IsCodeOf(RANKED_BY, { optional: true, description: '排名依据，默认 score' }) by?: keyof typeof RANKED_BY;
}

export class ComparedQuery extends IntersectionType(GroupedQuery, PageQuery) {
  @Text(200, RATE_TEXT) rate?: string;
  @Text(12, { optional: true, description: '对比期间：previous（上一期，默认）、year-before（上年同期）或期间名称；也可改用 baseFrom 和 baseTo', example: 'previous' }) base?: string;
  @IsLocalDate({ optional: true, description: '对比期间首日；与 baseTo 同用' }) baseFrom?: string;
  @IsLocalDate({ optional: true, description: '对比期间末日（含）' }) baseTo?: string;
}

const TABLES = { rates: '各组各指标', scores: '各组得分', items: '各组各考核项' } as const;
export type TableName = keyof typeof TABLES;
export const TABLE_FORMATS = { csv: 'CSV 文本（UTF-8）', xlsx: 'Excel 工作簿', parquet: 'Apache Parquet' } as const;
export type TableFormat = keyof typeof TABLE_FORMATS;

export class TableQuery extends GroupedQuery {
  @IsCodeOf(TABLES, { description: '导出哪张表' }) table!: TableName;
  @IsCodeOf(TABLE_FORMATS, { description: '文件格式' }) format!: TableFormat;
}

/** The same facts under another scheme; nothing is stored. */
export class WhatIfBody extends ScopeQuery {
  @Text(80, { optional: true, description: '随平台提供的方案，见 /scoring/schemes；与 document 只填一种', example: 'yunling-2024@1' }) scheme?: string;
  @IsOptional()
  @IsObject({ message: '应为考核方案：与政策包 appraisal 一节相同的对象' })
  @ApiProperty({ selfRequired: false, type: 'object', additionalProperties: true, description: '考核方案，形式同政策包的 appraisal 一节；各项分值合计 100，满意率分值最大' })
  document?: object;
}
