import { codesOf, REPORT_CAUSES, REPORT_KINDS, type ReportKind } from '@hotline/domain/shared';
import { IsCodeOf, IsId, IsUnitCode, PageQuery, Text } from '@hotline/http';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique } from 'class-validator';

const REPORT_STATUSES = { due: '待提交', submitted: '待审核', accepted: '已通过', 'sent-back': '已退回', withdrawn: '已撤销' };
/** Causes that only a person can see in a matter; the others follow from the record. */
const RAISED_BY_PEOPLE = { strong: REPORT_CAUSES.strong, sensitive: REPORT_CAUSES.sensitive } as const;
const FLAGS = { true: '是', false: '否' } as const;

export class ReportQuery extends PageQuery {
  @IsCodeOf(REPORT_KINDS, { optional: true }) kind?: ReportKind;
  @IsCodeOf(REPORT_STATUSES, { optional: true }) status?: string;
  @IsUnitCode({ optional: true, description: '单位编码；县级专题报告为 county' }) unit?: string;
  @IsCodeOf(FLAGS, { optional: true, description: '只看已超期的（含超期报送的）' }) overdue?: keyof typeof FLAGS;
}

export class RaiseReportBody {
  @IsUnitCode({ description: '须提交调研报告的单位' }) unit!: string;
  @IsCodeOf(RAISED_BY_PEOPLE) cause!: keyof typeof RAISED_BY_PEOPLE;
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsId({ each: true, description: '所涉工单' })
  ticketIds!: string[];
}

export class SubmissionBody {
  @Text(50_000, { description: '报告正文' }) text!: string;
  @Text(120, { description: '文号', example: '元水发〔2018〕12号' }) documentNumber!: string;
}

export class SendBackBody {
  @Text(2_000, { description: '退回理由' }) reason!: string;
}

const text = { type: String };
const moment = { type: String, format: 'date-time' };

export class ReportSubmissionView {
  @ApiProperty(text) text!: string;
  @ApiProperty(text) documentNumber!: string;
  @ApiProperty(moment) at!: string;
}

export class ReportSentBackView {
  @ApiProperty(text) reason!: string;
  @ApiProperty(moment) at!: string;
}

export class ReportView {
  @ApiProperty({ type: String, format: 'uuid' }) reportId!: string;
  @ApiProperty({ enum: codesOf(REPORT_KINDS), type: String }) kind!: ReportKind;
  @ApiProperty({ enum: codesOf(REPORT_STATUSES), type: String }) status!: string;
  @ApiProperty(text) unit!: string;
  @ApiProperty({ enum: codesOf(REPORT_CAUSES), type: String }) cause!: string;
  @ApiProperty({ type: String, isArray: true }) ticketIds!: readonly string[];
  @ApiProperty({ type: String, nullable: true }) topicId!: string | null;
  @ApiProperty(moment) dutyAt!: string;
  @ApiProperty({ type: Number }) workingDays!: number;
  @ApiProperty({ type: String, format: 'date' }) dueOn!: string;
  @ApiProperty({ type: Boolean, description: '该年放假安排尚未公布，期限暂定' }) provisional!: boolean;
  @ApiProperty({ type: Boolean }) overdue!: boolean;
  @ApiProperty({ type: ReportSubmissionView, isArray: true }) submissions!: ReportSubmissionView[];
  @ApiProperty({ type: ReportSentBackView, isArray: true }) sentBack!: ReportSentBackView[];
  @ApiProperty({ ...moment, nullable: true }) acceptedAt!: string | null;
  @ApiProperty({ ...moment, nullable: true, description: '自此时起，据以要求报告的情形已不存在' }) baselessSince!: string | null;
  @ApiProperty({ ...moment, nullable: true, description: '所涉工单档案销毁、报告文字随之销毁的时间' }) disposedAt!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '报告保管到这一天（含）；未了结的为空' }) retainUntil!: string | null;
  @ApiProperty({ type: Number }) version!: number;
}

export class ReportPageView {
  @ApiProperty({ type: ReportView, isArray: true }) items!: readonly ReportView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
