import { ApiProperty } from '@nestjs/swagger';
import { handling } from '@hotline/domain';
import {
  CATEGORIES,
  type Category,
  codesOf,
  DISPATCH_MODES,
  type DispatchMode,
  PETITIONER_KINDS,
  type PetitionerKind,
  RESULT_CODES,
  type ResultCode,
  SUPERVISION_GROUNDS,
  type SupervisionGround,
  TICKET_MARKS,
  type TicketMark,
} from '@hotline/domain/shared';
import { CASE_STATUSES } from './case.dto.js';
import { SUPPLEMENTED_AT } from '../supplement/supplement.view.js';

const text = { type: String };
const textOrNull = { type: String, nullable: true } as const;
const moment = { type: String, format: 'date-time' };
const momentOrNull = { type: String, format: 'date-time', nullable: true } as const;

export class OpinionView {
  @ApiProperty(text) text!: string;
  @ApiProperty(moment) at!: string;
}

export class ReturnDecisionView {
  @ApiProperty({ type: Boolean }) accepted!: boolean;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty(moment) at!: string;
}

export class ReturnView {
  @ApiProperty(text) reason!: string;
  @ApiProperty(text) suggestedUnit!: string;
  @ApiProperty(moment) askedAt!: string;
  @ApiProperty({ type: ReturnDecisionView, nullable: true }) decision!: ReturnDecisionView | null;
}

export class PartView {
  @ApiProperty(text) unit!: string;
  @ApiProperty({ ...textOrNull, description: '派单当日的单位名称' }) unitName!: string | null;
  @ApiProperty({ enum: ['lead', 'assisting'], type: String }) role!: 'lead' | 'assisting';
  @ApiProperty(momentOrNull) signedAt!: string | null;
  @ApiProperty(momentOrNull) onSiteCheckAt!: string | null;
  @ApiProperty({ type: OpinionView, nullable: true }) opinion!: OpinionView | null;
  @ApiProperty({ type: ReturnView, nullable: true }) return!: ReturnView | null;
  @ApiProperty(momentOrNull) leftAt!: string | null;
  @ApiProperty({ ...momentOrNull, description: '办理中加入为协办单位的时间' }) addedAt!: string | null;
}

export class ContactView {
  @ApiProperty({ type: Number }) attempts!: number;
  @ApiProperty(momentOrNull) lastAt!: string | null;
  @ApiProperty(momentOrNull) contactedAt!: string | null;
}

export class ResultView {
  @ApiProperty({ enum: codesOf(RESULT_CODES), type: String }) resultCode!: ResultCode;
  @ApiProperty(text) text!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) reviewDate!: string | null;
  @ApiProperty(textOrNull) plan!: string | null;
  @ApiProperty(textOrNull) explanationRecord!: string | null;
  @ApiProperty({ type: String, isArray: true }) missingOpinions!: readonly string[];
  @ApiProperty(moment) at!: string;
}

export class SentBackView {
  @ApiProperty({ type: ResultView }) result!: ResultView;
  @ApiProperty(text) reason!: string;
  @ApiProperty(moment) at!: string;
}

export class InstructionView {
  @ApiProperty(text) leader!: string;
  @ApiProperty(text) text!: string;
  @ApiProperty(moment) at!: string;
}

export class ReviewView {
  @ApiProperty({ enum: codesOf(handling.REVIEW_OUTCOMES), type: String }) outcome!: handling.ReviewOutcome;
  @ApiProperty(text) text!: string;
  @ApiProperty(textOrNull) plan!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) reviewDate!: string | null;
  @ApiProperty(moment) at!: string;
}

export class PaperView {
  @ApiProperty({ ...text, description: '纸质件登记号', example: '2018-000031' }) registerNo!: string;
  @ApiProperty({ type: Number, nullable: true }) pages!: number | null;
  @ApiProperty(textOrNull) remark!: string | null;
}

export class ApprovalView {
  @ApiProperty(text) approver!: string;
  @ApiProperty({ ...textOrNull, description: '副职审批所依据的授权文号' }) authorisation!: string | null;
  @ApiProperty({ ...textOrNull, description: '授权记录编号；此前的审批没有' }) authorisationId!: string | null;
  @ApiProperty(text) sealNumber!: string;
  @ApiProperty(moment) at!: string;
}

export class DispatchView {
  @ApiProperty({ type: Number }) dispatchNo!: number;
  @ApiProperty({ type: Number }) round!: number;
  @ApiProperty({ enum: codesOf(DISPATCH_MODES), type: String }) mode!: DispatchMode;
  @ApiProperty(text) lead!: string;
  @ApiProperty({ enum: codesOf(SUPERVISION_GROUNDS), type: String, nullable: true }) supervised!: SupervisionGround | null;
  @ApiProperty(textOrNull) finding!: string | null;
  @ApiProperty({ type: Boolean }) ruling!: boolean;
  @ApiProperty({ ...text, example: 'yuanmou-2018@1' }) policy!: string;
  @ApiProperty(moment) dispatchedAt!: string;
  @ApiProperty({ type: PartView, isArray: true }) parts!: PartView[];
  @ApiProperty({ type: ContactView }) contact!: ContactView;
  @ApiProperty({ type: ResultView, nullable: true }) result!: ResultView | null;
  @ApiProperty({ type: SentBackView, isArray: true }) sentBack!: SentBackView[];
  @ApiProperty({ type: ApprovalView, nullable: true }) approval!: ApprovalView | null;
  @ApiProperty(momentOrNull) closedAt!: string | null;
  @ApiProperty({ ...momentOrNull, description: '主办单位退回获准、撤单或撤回改派、本次派单终止的时间' }) endedAt!: string | null;
  @ApiProperty({ ...momentOrNull, description: '县级已直接答复、不予受理或撤回改派而撤单的时间' }) withdrawnAt!: string | null;
  @ApiProperty({ ...textOrNull, description: '撤回改派的理由；未撤回改派则为空' }) recallReason!: string | null;
  @ApiProperty({ type: InstructionView, isArray: true, description: '主要负责人阅批意见，最早在前' }) instructions!: InstructionView[];
  @ApiProperty({ type: ReviewView, isArray: true, description: '“条件暂不具备”的复核，最早在前' }) reviews!: ReviewView[];
  @ApiProperty({ type: PaperView, nullable: true }) paper!: PaperView | null;
}

export class ReturnOnTheWayView {
  @ApiProperty({ type: Number }) dispatchNo!: number;
  @ApiProperty({ type: Number }) round!: number;
  @ApiProperty({ ...text, description: '退回的单位' }) unit!: string;
  @ApiProperty({ enum: ['lead', 'assisting'], type: String }) role!: 'lead' | 'assisting';
  @ApiProperty(text) suggestedUnit!: string;
  @ApiProperty(moment) askedAt!: string;
  @ApiProperty(moment) acceptedAt!: string;
  @ApiProperty({ ...textOrNull, description: '随后派往的主办单位' }) next!: string | null;
}

export class UpstreamReturnView {
  @ApiProperty(text) reason!: string;
  @ApiProperty(moment) askedAt!: string;
  @ApiProperty({ type: Boolean, nullable: true }) accepted!: boolean | null;
  @ApiProperty(momentOrNull) decidedAt!: string | null;
}

export class CaseView {
  @ApiProperty({ type: String, format: 'uuid' }) ticketId!: string;
  @ApiProperty({ enum: codesOf(CASE_STATUSES), type: String }) status!: keyof typeof CASE_STATUSES;
  @ApiProperty({ enum: codesOf(CATEGORIES), type: String }) category!: Category;
  @ApiProperty({ enum: codesOf(PETITIONER_KINDS), type: String }) petitionerKind!: PetitionerKind;
  @ApiProperty({ type: Boolean }) prefectureTransfer!: boolean;
  @ApiProperty(moment) receivedAt!: string;
  @ApiProperty(moment) acceptedAt!: string;
  @ApiProperty({ type: Number }) round!: number;
  @ApiProperty({ type: Number }) acceptedReturns!: number;
  @ApiProperty({ type: ReturnOnTheWayView, isArray: true, description: '历次获准的退回，最早在前' }) returns!: ReturnOnTheWayView[];
  @ApiProperty({ enum: codesOf(TICKET_MARKS), type: String, isArray: true }) marks!: readonly TicketMark[];
  @ApiProperty({ ...momentOrNull, description: '县级直接答复的时间' }) answeredAt!: string | null;
  @ApiProperty({ ...momentOrNull, description: '县级受理后又决定不予受理的时间' }) declinedAt!: string | null;
  @ApiProperty({ type: 'integer', description: '自首次收到起经过的分钟数，退回、重办均不重新计算；办结、答复、不予受理或退回州级后不再增加' }) elapsedMinutes!: number;
  @ApiProperty({ ...momentOrNull, description: '办结、答复、不予受理或退回州级的时间' }) endedAt!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: '“条件暂不具备”的下次复核日期' }) reviewDate!: string | null;
  @ApiProperty({ ...momentOrNull, description: '档案销毁的时间' }) disposedAt!: string | null;
  @ApiProperty({ type: DispatchView, nullable: true }) dispatch!: DispatchView | null;
  @ApiProperty({ type: DispatchView, isArray: true, description: '已结束的派单，最早在前' }) past!: DispatchView[];
  @ApiProperty({ type: UpstreamReturnView, isArray: true }) upstreamReturns!: UpstreamReturnView[];
  @ApiProperty({ ...textOrNull, description: '历史导入中断的原因代码' }) historyRefusal!: string | null;
  @ApiProperty({ type: Number }) version!: number;
}

export class StepView {
  @ApiProperty({ type: Number }) version!: number;
  @ApiProperty({ ...text, example: 'Dispatched' }) type!: string;
  @ApiProperty({ ...moment, description: '发生时间' }) at!: string;
  @ApiProperty({ ...moment, description: '登记时间' }) recordedAt!: string;
  @ApiProperty({ type: Number, nullable: true }) dispatchNo!: number | null;
  @ApiProperty(textOrNull) unit!: string | null;
  @ApiProperty({ ...text, description: '操作账号' }) actor!: string;
  @ApiProperty({ type: String, isArray: true }) actorRoles!: string[];
  @ApiProperty(textOrNull) actorUnit!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '该步骤登记的内容' }) details!: Record<string, unknown>;
}

export class CaseDetailView extends CaseView {
  @ApiProperty(SUPPLEMENTED_AT) supplementedAt!: string | null;
  @ApiProperty({ type: StepView, isArray: true, description: '全部步骤，最早在前' }) steps!: StepView[];
}

export class CaseSummaryView {
  @ApiProperty({ type: String, format: 'uuid' }) ticketId!: string;
  @ApiProperty({ ...textOrNull, description: '工单编号；登记事件尚未送达时为空' }) number!: string | null;
  @ApiProperty({ enum: codesOf(CASE_STATUSES), type: String }) status!: keyof typeof CASE_STATUSES;
  @ApiProperty({ enum: codesOf(CATEGORIES), type: String }) category!: Category;
  @ApiProperty(moment) acceptedAt!: string;
  @ApiProperty({ type: Number }) round!: number;
  @ApiProperty({ type: Number }) dispatchNo!: number;
  @ApiProperty(textOrNull) lead!: string | null;
  @ApiProperty({ type: String, isArray: true }) assisting!: readonly string[];
  @ApiProperty({ type: Boolean }) supervised!: boolean;
  @ApiProperty({ enum: codesOf(TICKET_MARKS), type: String, isArray: true }) marks!: readonly TicketMark[];
  @ApiProperty({ type: Number }) acceptedReturns!: number;
  @ApiProperty({ type: String, format: 'date', nullable: true }) reviewDate!: string | null;
  @ApiProperty(SUPPLEMENTED_AT) supplementedAt!: string | null;
  @ApiProperty(textOrNull) historyRefusal!: string | null;
  @ApiProperty({ type: Number }) version!: number;
}

export class CasePageView {
  @ApiProperty({ type: CaseSummaryView, isArray: true }) items!: CaseSummaryView[];
  @ApiProperty(textOrNull) next!: string | null;
}

export class TaskCountView {
  @ApiProperty({ enum: codesOf(handling.CASE_TASKS), type: String }) task!: handling.CaseTask;
  @ApiProperty({ type: Number }) count!: number;
}

export class CaseCountsView {
  @ApiProperty({ type: TaskCountView, isArray: true, description: '每种待办的工单数，没有的为 0' }) tasks!: TaskCountView[];
  @ApiProperty({ type: Number, description: '“条件暂不具备”复核日期已到的工单数' }) reviewDue!: number;
}
