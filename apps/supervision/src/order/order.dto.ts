import { SUPERVISION_GROUNDS, type SupervisionGround } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsId, IsUnitCode, IsWholeNumber, PageQuery, Text } from '@hotline/http';

const ORDER_STATUSES = { issued: '督办中', reported: '已报告', accepted: '报告已认可', lifted: '已解除' };

export class OrderQuery extends PageQuery {
  @IsCodeOf(ORDER_STATUSES, { optional: true }) status?: string;
  @IsUnitCode({ optional: true, description: '被督办单位编码' }) unit?: string;
  @IsId({ optional: true }) ticketId?: string;
}

export class IssueOrderBody {
  @IsCodeOf(SUPERVISION_GROUNDS) ground!: SupervisionGround;
  @Text(1_000, { optional: true, description: '督办要求', example: '请主要领导包案，每日报告进展。' }) requirement?: string;
  @IsWholeNumber(1, 60, { optional: true, description: '督办时限（工作日）；不填按办理时限' }) workingDays?: number;
  @Text(100, { optional: true, description: '签发机关；不填为县政府热线管理机构', example: '县政府督查室' }) issuingBody?: string;
}

export class ReminderBody {
  @Text(500, { optional: true, description: '催办内容' }) note?: string;
}

export class ReportBody {
  @Text(2_000, { description: '办理进展报告' }) text!: string;
}

export class JudgementBody {
  @IsFlag({ description: '是否认可报告' }) accepted!: boolean;
  @Text(1_000, { optional: true, description: '意见；退回重报时必填' }) note?: string;
}

export class LiftingBody {
  @Text(500, { description: '解除理由' }) reason!: string;
}
