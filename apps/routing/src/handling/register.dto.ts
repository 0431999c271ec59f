import { ApiProperty } from '@nestjs/swagger';
import { IsLocalDate, IsUnitCode, PageQuery } from '@hotline/http';

const text = { type: String };
const textOrNull = { type: String, nullable: true } as const;
const moment = { type: String, format: 'date-time' };
const id = { type: String, format: 'uuid' };
const number = { ...textOrNull, description: '工单编号；登记事件尚未送达时为空' };

export class RegisterQuery extends PageQuery {
  @IsLocalDate({ optional: true, description: '起始日（含）' })
  from?: string;

  @IsLocalDate({ optional: true, description: '截止日（含）' })
  to?: string;

  @IsUnitCode({ optional: true })
  unit?: string;
}

export class AwaitingQuery extends PageQuery {
  @IsUnitCode({ optional: true, description: '主办单位' })
  unit?: string;
}

export class PaperEntryView {
  @ApiProperty({ ...text, example: '2018-000031' }) registerNo!: string;
  @ApiProperty(id) ticketId!: string;
  @ApiProperty(number) number!: string | null;
  @ApiProperty({ type: Number }) dispatchNo!: number;
  @ApiProperty({ ...text, description: '主办单位' }) unit!: string;
  @ApiProperty({ type: Number, nullable: true }) pages!: number | null;
  @ApiProperty(textOrNull) remark!: string | null;
  @ApiProperty(moment) registeredAt!: string;
  @ApiProperty({ ...text, description: '登记人账号' }) registeredBy!: string;
}

export class AwaitingPaperView {
  @ApiProperty(id) ticketId!: string;
  @ApiProperty(number) number!: string | null;
  @ApiProperty({ type: Number }) dispatchNo!: number;
  @ApiProperty({ ...text, description: '主办单位' }) unit!: string;
  @ApiProperty({ ...moment, description: '反馈时间' }) feedbackAt!: string;
  @ApiProperty({ type: 'integer', description: '反馈后已过的工作日' }) waitingWorkingDays!: number;
}

export class SealEntryView {
  @ApiProperty(text) sealNumber!: string;
  @ApiProperty(text) unit!: string;
  @ApiProperty(id) ticketId!: string;
  @ApiProperty(number) number!: string | null;
  @ApiProperty({ type: Number }) dispatchNo!: number;
  @ApiProperty({ ...text, description: '审批人账号' }) approver!: string;
  @ApiProperty({ ...textOrNull, description: '副职审批所依据的授权文号' }) authorisation!: string | null;
  @ApiProperty(moment) usedAt!: string;
}

export class PaperRegisterPageView {
  @ApiProperty({ type: PaperEntryView, isArray: true }) items!: PaperEntryView[];
  @ApiProperty(textOrNull) next!: string | null;
}

export class AwaitingPaperPageView {
  @ApiProperty({ type: AwaitingPaperView, isArray: true }) items!: AwaitingPaperView[];
  @ApiProperty(textOrNull) next!: string | null;
}

export class SealPageView {
  @ApiProperty({ type: SealEntryView, isArray: true }) items!: SealEntryView[];
  @ApiProperty(textOrNull) next!: string | null;
}
