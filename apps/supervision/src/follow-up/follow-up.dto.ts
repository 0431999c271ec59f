import { FOLLOW_UP_FINDINGS, FOLLOW_UP_WAYS, type FollowUpFinding, type FollowUpWay } from '@hotline/domain/shared';
import { IsCodeOf, IsId, IsLocalDate, IsUnitCode, PageQuery, Text } from '@hotline/http';

export class FollowUpQuery extends PageQuery {
  @IsCodeOf({ planned: '已安排', completed: '已完成', cancelled: '已取消' }, { optional: true }) status?: string;
  @IsCodeOf(FOLLOW_UP_WAYS, { optional: true }) way?: string;
  @IsUnitCode({ optional: true }) unit?: string;
}

export class FollowUpBody {
  @IsCodeOf(FOLLOW_UP_WAYS) way!: FollowUpWay;
  @IsUnitCode({ description: '被督查单位编码' }) unit!: string;
  @IsId({ each: true, description: '涉及的工单，由该单位主办' }) ticketIds!: string[];
  @Text(50, { each: true, description: '参加人员（工作人员）', example: ['督查室甲', '督查室乙'] }) team!: string[];
  @IsLocalDate({ description: '安排日期' }) plannedOn!: string;
}

export class FollowUpFindingBody {
  @IsId() ticketId!: string;
  @IsCodeOf(FOLLOW_UP_FINDINGS) finding!: FollowUpFinding;
  @Text(2_000, { description: '现场情况；请勿填写诉求人信息', example: '反馈称路面已修复，现场仍有两处塌陷。' }) text!: string;
}

export class CancellationBody {
  @Text(500, { description: '取消的理由' }) reason!: string;
}
