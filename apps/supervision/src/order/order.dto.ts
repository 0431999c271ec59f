import { SUPERVISION_GROUNDS, type SupervisionGround } from '@hotline/domain/shared';
import { IsCodeOf, IsId, IsUnitCode, IsWholeNumber, PageQuery, Text } from '@hotline/http';

const ORDER_STATUSES = { issued: '督办中', reported: '已报告', lifted: '已解除' };

export class OrderQuery extends PageQuery {
  @IsCodeOf(ORDER_STATUSES, { optional: true }) status?: string;
  @IsUnitCode({ optional: true, description: '被督办单位编码' }) unit?: string;
  @IsId({ optional: true }) ticketId?: string;
}

export class IssueOrderBody {
  @IsCodeOf(SUPERVISION_GROUNDS) ground!: SupervisionGround;
  @Text(1_000, { optional: true, description: '办理不力的认定情况；二次不满意时必填' }) finding?: string;
  @Text(1_000, { optional: true, description: '督办要求', example: '请主要领导包案，每日报告进展。' }) requirement?: string;
  @IsWholeNumber(1, 60, { optional: true, description: '督办时限（工作日）；不填按办理时限' }) workingDays?: number;
}

export class ReminderBody {
  @Text(500, { optional: true, description: '催办内容' }) note?: string;
}

export class ReportBody {
  @Text(2_000, { description: '办理进展报告' }) text!: string;
}

export class LiftingBody {
  @Text(500, { description: '解除理由' }) reason!: string;
}
