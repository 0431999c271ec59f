import { SATISFACTION, type Satisfaction } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsId, IsLocalDate, IsUnitCode, PageQuery, Text } from '@hotline/http';

const VISIT_STATUSES = { planned: '待回访', recorded: '已登记结果', 'rework-ordered': '已责成重办' };

export class VisitQuery extends PageQuery {
  @IsCodeOf(VISIT_STATUSES, { optional: true }) status?: string;
  @IsUnitCode({ optional: true, description: '主办单位编码' }) unit?: string;
  @IsId({ optional: true }) ticketId?: string;
  @Text(120, { optional: true, description: '回访人账号标识' }) caller?: string;
  @IsLocalDate({ optional: true, description: '应在该日或之前回访' }) dueBy?: string;
}

export class VisitOutcomeBody {
  @IsFlag({ description: '是否联系上群众' }) reached!: boolean;
  @IsFlag({ optional: true, description: '群众反映问题是否解决；联系上时必填' }) solved?: boolean;
  @IsCodeOf(SATISFACTION, { optional: true, description: '满意度；联系上时必填' }) satisfaction?: Satisfaction;
  @Text(1_000, { optional: true, description: '群众意见', example: '路灯已修好，感谢。' }) note?: string;
}

export class VisitCorrectionBody extends VisitOutcomeBody {
  @Text(500, { description: '更正的理由', example: '录入时误选“满意”。' }) reason!: string;
}

export class ReworkBody {
  @Text(500, { description: '责成重办的理由', example: '群众反映路面仍有积水。' }) reason!: string;
}

export class AssignmentBody {
  @Text(120, { description: '回访人在统一身份认证中的账号标识（不是姓名）', example: 'operator-1' }) caller!: string;
}
