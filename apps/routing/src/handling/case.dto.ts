import { handling } from '@hotline/domain';
import {
  CATEGORIES,
  type Category,
  CONTACT_WAYS,
  type ContactWay,
  DISPATCH_MODES,
  type DispatchMode,
  RESULT_CODES,
  type ResultCode,
  SUPERVISION_GROUNDS,
  type SupervisionGround,
  TICKET_MARKS,
  type TicketMark,
} from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsId, IsLocalDate, IsPart, IsUnitCode, IsWholeNumber, IsWholeNumberText, PageQuery, Text } from '@hotline/http';
import { ArrayMaxSize, ArrayUnique } from 'class-validator';

/** Longest text of a unit: a result, a plan, an opinion. */
const LONG = 10_000;
/** Longest reason or note. */
const SHORT = 2_000;
/** More than the county has units; the wire contract allows 50. */
const MOST_ASSISTING = 40;
const FLAGS = { true: '是', false: '否' } as const;

export const CASE_STATUSES = {
  'awaiting-dispatch': '待派单',
  dispatched: '办理中',
  'result-entered': '待审批',
  'feedback-given': '已反馈待归档',
  closed: '已办结',
  'upstream-return-asked': '申请退回州级',
  'returned-upstream': '已退回州级',
  answered: '已直接答复',
  declined: '不予受理',
} as const;

export class DispatchBody {
  @IsCodeOf(DISPATCH_MODES)
  mode!: DispatchMode;

  @IsUnitCode({ description: '主办单位', example: 'YM-SWJ' })
  lead!: string;

  @ArrayMaxSize(MOST_ASSISTING)
  @IsUnitCode({ each: true, optional: true, description: `协办单位；联办至少一个，至多 ${MOST_ASSISTING} 个`, example: ['532328101'] })
  assisting?: string[];

  @IsCodeOf(SUPERVISION_GROUNDS, { optional: true, description: '督办理由；不填则沿用上一次派单的理由，企业和两代表一委员的诉求自动督办；“二次不满意”在督办环节认定并下达督办单，不随派单填写' })
  supervised?: SupervisionGround;

  @Text(SHORT, { optional: true, description: '不再随派单填写；办理不力的认定请在督办环节登记' })
  finding?: string;

  @IsFlag({ optional: true, description: '指定办理：不能退回' })
  ruling?: boolean;
}

export class ContactBody {
  @IsCodeOf(CONTACT_WAYS)
  way!: ContactWay;

  @IsFlag({ description: '是否联系上' })
  reached!: boolean;

  @Text(SHORT, { optional: true, example: '已说明办理时限' })
  note?: string;
}

export class OpinionBody {
  @Text(LONG, { example: '该路段由我镇管护，同意主办单位方案。' })
  text!: string;
}

export class ReturnBody {
  @Text(SHORT, { example: '所反映河道不在本单位职责范围。' })
  reason!: string;

  @IsUnitCode({ description: '建议的承办单位', example: 'YM-SWJ' })
  suggestedUnit!: string;
}

export class ReturnDecisionBody {
  @IsUnitCode({ description: '申请退回的单位' })
  unit!: string;

  @IsFlag()
  accepted!: boolean;

  @Text(SHORT, { optional: true, description: '驳回时必填' })
  reason?: string;
}

export class ResultBody {
  @IsCodeOf(RESULT_CODES)
  resultCode!: ResultCode;

  @Text(LONG, { example: '已于当日修复破损水管，恢复供水。' })
  text!: string;

  @IsLocalDate({ optional: true, description: '复核日期；“条件暂不具备”必填' })
  reviewDate?: string;

  @Text(LONG, { optional: true, description: '后续计划；“条件暂不具备”必填' })
  plan?: string;

  @Text(LONG, { optional: true, description: '解释记录；“超越政策或不合理，已解释”必填' })
  explanationRecord?: string;

  @IsUnitCode({ each: true, optional: true, description: '未提交意见的协办单位' })
  missingOpinions?: string[];
}

export class DeputyBody {
  @IsId({ description: '授权记录编号，见 authorisations；须是授予本登录账号的授权' })
  authorisationId!: string;
}

export class InstructionBody {
  @Text(LONG, { description: '主要负责人阅批意见', example: '请分管领导牵头，三日内到现场核实并答复群众。' })
  text!: string;
}

export class MarksBody {
  @ArrayUnique()
  @IsCodeOf(TICKET_MARKS, { each: true, optional: true, description: '此后的全部标记；留空即取消' })
  marks?: TicketMark[];

  @Text(SHORT, { optional: true, description: '理由；取消标记时必填' })
  reason?: string;
}

export class AssistingBody {
  @IsUnitCode({ description: '加入的协办单位', example: '532328101' })
  unit!: string;
}

export class PaperBody {
  @IsWholeNumber(1, 10_000, { optional: true, description: '页数' })
  pages?: number;

  @Text(SHORT, { optional: true, description: '备注', example: '附现场照片 4 张' })
  remark?: string;
}

export class ReviewBody {
  @IsCodeOf(handling.REVIEW_OUTCOMES)
  outcome!: handling.ReviewOutcome;

  @Text(LONG, { description: '复核情况', example: '省级补助资金已到位，管网改造完工。' })
  text!: string;

  @Text(LONG, { optional: true, description: '后续计划；“条件仍不具备”必填' })
  plan?: string;

  @IsLocalDate({ optional: true, description: '下次复核日期；“条件仍不具备”必填' })
  reviewDate?: string;
}

export class ApprovalBody {
  @Text(120, { description: '加盖印章的编号', example: '元水印2018-031' })
  sealNumber!: string;

  @IsPart(() => DeputyBody, { optional: true, description: '由副职审批时的授权记录' })
  deputy?: DeputyBody;
}

export class ReasonBody {
  @Text(SHORT)
  reason!: string;
}

export class UpstreamDecisionBody {
  @IsFlag()
  accepted!: boolean;
}

export class CaseQuery extends PageQuery {
  @IsCodeOf(CASE_STATUSES, { optional: true })
  status?: keyof typeof CASE_STATUSES;

  @IsUnitCode({ optional: true, description: '正在承办（主办或协办）的单位' })
  unit?: string;

  @IsCodeOf(CATEGORIES, { optional: true })
  category?: Category;

  @IsCodeOf(FLAGS, { optional: true, description: '是否督办' })
  supervised?: keyof typeof FLAGS;

  @IsWholeNumberText(1, 1_000, { optional: true, description: '第几轮办理' })
  round?: number;

  @IsCodeOf(handling.CASE_TASKS, { optional: true, description: '待办；与 unit 合用时只列该单位的待办' })
  task?: handling.CaseTask;

  @IsCodeOf(TICKET_MARKS, { optional: true, description: '重点、难点、热点标记' })
  mark?: TicketMark;

  @IsWholeNumberText(1, 1_000, { optional: true, description: '主办单位退回获准至少几次' })
  returns?: number;

  @IsCodeOf(FLAGS, { optional: true, description: '“条件暂不具备”的复核日期是否已到' })
  reviewDue?: keyof typeof FLAGS;

  @IsCodeOf(FLAGS, { optional: true, description: '历史导入是否中断' })
  historyRefused?: keyof typeof FLAGS;
}

export class CountsQuery {
  @IsUnitCode({ optional: true, description: '只数该单位的待办' })
  unit?: string;
}
