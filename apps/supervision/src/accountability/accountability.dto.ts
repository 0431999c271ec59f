import { ACCOUNTABILITY_GROUNDS, ACCOUNTABILITY_MEASURES, type AccountabilityGround, type AccountabilityMeasure } from '@hotline/domain/shared';
import { IsCodeOf, IsId, IsUnitCode, PageQuery, Text } from '@hotline/http';

const CANDIDATE_STATUSES = { proposed: '待研判', withdrawn: '线索已消失', opened: '已立案', dismissed: '不立案' };
const CASE_STATUSES = { opened: '待申辩', heard: '已申辩', decided: '已决定', closed: '已办结' };

export class CandidateQuery extends PageQuery {
  @IsCodeOf(CANDIDATE_STATUSES, { optional: true }) status?: string;
  @IsCodeOf(ACCOUNTABILITY_GROUNDS, { optional: true }) ground?: string;
  @IsUnitCode({ optional: true }) unit?: string;
}

export class CaseQuery extends PageQuery {
  @IsCodeOf(CASE_STATUSES, { optional: true }) status?: string;
  @IsCodeOf(ACCOUNTABILITY_GROUNDS, { optional: true }) ground?: string;
  @IsUnitCode({ optional: true }) unit?: string;
}

export class DismissalBody {
  @Text(1_000, { description: '不立案的理由', example: '逾期系州级平台故障所致。' }) reason!: string;
}

export class OpeningBody {
  @Text(2_000, { description: '问责事由；请勿填写诉求人信息', example: '逾期 6 个工作日未反馈，催办两次无回音。' }) account!: string;
}

export class CaseBody extends OpeningBody {
  @IsUnitCode({ description: '被问责单位编码' }) unit!: string;
  @IsCodeOf(ACCOUNTABILITY_GROUNDS) ground!: AccountabilityGround;
  @IsId({ each: true, optional: true, description: '涉及的工单' }) ticketIds?: string[];
}

export class StatementBody {
  @Text(5_000, { description: '单位陈述、申辩；请勿填写诉求人信息' }) text!: string;
}

export class DecisionBody {
  @IsCodeOf(ACCOUNTABILITY_MEASURES) measure!: AccountabilityMeasure;
  @Text(2_000, { description: '决定的理由' }) reason!: string;
  @Text(100, { description: '作出决定的机关或负责人', example: '县政府督查室' }) decider!: string;
}

export class ClosingBody {
  @Text(2_000, { description: '约谈记录或问责措施落实情况' }) record!: string;
}
