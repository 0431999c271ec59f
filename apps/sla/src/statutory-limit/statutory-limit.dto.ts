import { ApiProperty } from '@nestjs/swagger';
import { STATUTORY_UNITS, type StatutoryUnit } from '@hotline/domain/shared';
import { IsCodeOf, IsId, IsWholeNumber, PageQuery, Text } from '@hotline/http';

export const LIMIT_STATUSES = { set: '适用中', revoked: '已撤销' } as const;
export type LimitStatus = keyof typeof LIMIT_STATUSES;

export class SetStatutoryLimitBody {
  @Text(500, { description: '法律、法规依据：名称、条款', example: '《中华人民共和国环境保护法》第五十七条' }) legalBasis!: string;
  @IsWholeNumber(1, 26_280, { description: '时限数量；最多 750 个工作日、1095 日或 26280 小时', example: 60 }) amount!: number;
  @IsCodeOf(STATUTORY_UNITS, { description: '时限单位' }) unit!: StatutoryUnit;
  @Text(60, { description: '批准人（职务、姓名）', example: '分管副县长李某某' }) approver!: string;
}

export class RevokeStatutoryLimitBody {
  @Text(500, { description: '撤销的理由', example: '引用条款有误，应按一般投诉办理。' }) reason!: string;
}

export class StatutoryLimitQuery extends PageQuery {
  @IsCodeOf(LIMIT_STATUSES, { optional: true }) status?: LimitStatus;
  @IsId({ optional: true }) ticketId?: string;
}

export class StatutoryLimitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() dispatchNo!: number;
  @ApiProperty({ enum: Object.keys(LIMIT_STATUSES) }) status!: LimitStatus;
  @ApiProperty({ description: '法律、法规依据' }) legalBasis!: string;
  @ApiProperty() amount!: number;
  @ApiProperty({ enum: Object.keys(STATUTORY_UNITS) }) unit!: StatutoryUnit;
  @ApiProperty({ description: '批准人' }) approver!: string;
  @ApiProperty({ format: 'date-time' }) setAt!: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) revokedAt!: string | null;
  @ApiProperty({ nullable: true, type: String, description: '撤销的理由' }) reason!: string | null;
  @ApiProperty() version!: number;
}

/** A limit of law as it is listed. */
export class ListedLimitView extends StatutoryLimitView {
  @ApiProperty({ nullable: true, type: String, description: '工单编号；尚未收到登记事件时为空', example: 'YM20181103-000123' }) number!: string | null;
}

export class StatutoryLimitPageView {
  @ApiProperty({ type: [ListedLimitView] }) items!: readonly ListedLimitView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
