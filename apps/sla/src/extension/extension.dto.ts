import { ApiProperty } from '@nestjs/swagger';
import { IsCodeOf, IsId, IsUnitCode, IsWholeNumber, PageQuery, Text } from '@hotline/http';

export const EXTENSION_STATUSES = { asked: '待县级审核', forwarded: '待州级审核', granted: '已同意', refused: '不同意' } as const;
export type ExtensionStatus = keyof typeof EXTENSION_STATUSES;

export class AskExtensionBody {
  @IsWholeNumber(1, 60, { description: '申请延长的工作日数，不得超过该类别的上限', example: 3 }) workingDays!: number;
  @Text(1_000, { description: '申请延期的理由', example: '需会同水务部门现场勘察，勘察安排在下周二。' }) reason!: string;
}

export class RefuseExtensionBody {
  @Text(1_000, { description: '不同意的理由', example: '所述理由不影响按期办结。' }) reason!: string;
}

export class ExtensionQuery extends PageQuery {
  @IsCodeOf(EXTENSION_STATUSES, { optional: true }) status?: ExtensionStatus;
  @IsUnitCode({ optional: true, description: '申请单位' }) unit?: string;
  @IsId({ optional: true }) ticketId?: string;
}

export class ExtensionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() dispatchNo!: number;
  @ApiProperty() round!: number;
  @ApiProperty({ description: '申请单位编码' }) unit!: string;
  @ApiProperty({ enum: Object.keys(EXTENSION_STATUSES) }) status!: ExtensionStatus;
  @ApiProperty({ description: '申请延长的工作日数' }) workingDays!: number;
  @ApiProperty() reason!: string;
  @ApiProperty({ description: '须州级审核：申请或上报时的情形；类别变更后按审核时的类别判断' }) prefectureReviews!: boolean;
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
  @ApiProperty({ format: 'date-time', description: '申请时的截止时刻（不含）' }) originalDueAt!: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) forwardedAt!: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'county 或 prefecture' }) decidedBy!: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) decidedAt!: string | null;
  @ApiProperty({ nullable: true, type: String }) refusalReason!: string | null;
  @ApiProperty() version!: number;
}

/** An extension as it is listed and read. */
export class ListedExtensionView extends ExtensionView {
  @ApiProperty({ nullable: true, type: String, description: '工单编号；尚未收到登记事件时为空', example: 'YM20181103-000123' }) number!: string | null;
}

export class ExtensionPageView {
  @ApiProperty({ type: [ListedExtensionView] }) items!: readonly ListedExtensionView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
