import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { appraisal } from '@hotline/domain';
import { RATE_KINDS, type RateKind } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsId, IsPart, IsUnitCode, PageQuery, Text } from '@hotline/http';
import { Transform } from 'class-transformer';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';

const EXPORT_FORMATS = { csv: 'CSV 文本（UTF-8）', xlsx: 'Excel 工作簿' };
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Points with at most two decimals. */
function IsPoints({ optional = false }: { optional?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    IsNumber({ maxDecimalPlaces: 2 }, { message: '应为分数，最多两位小数' }),
    Min(0),
    Max(100),
    ...(optional ? [IsOptional(), Transform(({ value }) => (value === null ? undefined : (value as unknown)))] : []),
    ApiProperty({ type: Number, minimum: 0, maximum: 100, multipleOf: 0.01, required: !optional, description: '得分，最多两位小数' }),
  );
}

export class PeriodQuery extends PageQuery {
  @IsCodeOf(appraisal.PERIOD_KINDS, { optional: true }) kind?: string;
  @IsCodeOf(appraisal.PERIOD_STATUSES, { optional: true }) status?: string;
  @Text(10, { optional: true, description: '期间名称', example: '2018-09' }) name?: string;
}

export class UnitFilterQuery extends PageQuery {
  @IsUnitCode({ optional: true, description: '只看这个单位' }) unit?: string;
}

export class OneUnitQuery {
  @IsUnitCode({ optional: true, description: '只看这个单位' }) unit?: string;
}

export class ExportQuery {
  @IsCodeOf(EXPORT_FORMATS) format!: ExportFormat;
}

export class OpenPeriodBody {
  @Text(10, { description: '期间：月 2018-09、季 2018-Q3 或年 2018', example: '2018-09' }) period!: string;
  @Text(1_000, { optional: true, description: '更正理由；该期间已定时必填，开启新的版本，原版本保留' }) correction?: string;
}

export class ManualScorePart {
  @IsUnitCode({ description: '被考核单位' }) unit!: string;
  @Text(64, { description: '考核项编号', example: 'leader-in-charge' }) item!: string;
  @IsPoints() points!: number;
  @Text(2_000, { description: '评分依据' }) evidence!: string;
  @Text(120, { optional: true, each: true, description: '佐证材料的标识（工单、案件、知识条目等）' }) refs?: string[];
}

export class ManualScoresBody {
  @IsPart(() => ManualScorePart, { each: true }) items!: ManualScorePart[];
}

export class ExclusionBody {
  @IsUnitCode({ description: '不计入哪个单位' }) unit!: string;
  @IsId({ description: '工单标识' }) ticketId!: string;
  @IsCodeOf(RATE_KINDS, { optional: true, description: '只在这一指标中不计；不填则所有指标都不计' }) rate?: RateKind;
  @Text(1_000, { description: '理由' }) reason!: string;
}

export class AppealBody {
  @Text(64, { optional: true, description: '申诉的考核项编号' }) item?: string;
  @IsId({ optional: true, description: '申诉的工单' }) ticketId?: string;
  @Text(2_000, { description: '申诉理由' }) reason!: string;
}

export class AppealDecisionBody {
  @IsFlag({ description: '申诉是否成立' }) upheld!: boolean;
  @Text(2_000, { description: '决定的理由' }) reason!: string;
  @IsPoints({ optional: true }) points?: number;
  @IsId({ optional: true, each: true, description: '不再计入的工单；申诉整个计算项成立时必填' }) ticketIds?: string[];
}

export class SendBackBody {
  @Text(1_000, { description: '退回理由' }) reason!: string;
}
