import { ticket } from '@hotline/domain';
import { CATEGORIES, CHANNELS, DECLINE_GROUNDS, SCOPE_CODES, type Category, type Channel, type DeclineGround, type ScopeCode } from '@hotline/domain/shared';
import { IsCodeOf, IsId, IsInstant, PageQuery, Text } from '@hotline/http';
import { TICKET_STATUSES, type TicketStatus } from './ticket.view.js';

/** Which tickets a list shows; conditions add up. */
export class TicketQuery extends PageQuery {
  @IsCodeOf(TICKET_STATUSES, { optional: true }) status?: TicketStatus;
  @IsCodeOf(CHANNELS, { optional: true }) channel?: Channel;
  @IsCodeOf(CATEGORIES, { optional: true }) category?: Category;
  @Text(20, { optional: true, description: '乡镇的行政区划代码' }) townCode?: string;
  @Text(120, { optional: true, description: '来源系统' }) source?: string;
  @Text(120, { optional: true, description: '在来源系统中的编号' }) externalId?: string;
  @Text(60, { optional: true, description: '工单编号', example: 'YM20181103-000123' }) number?: string;
  @IsInstant({ optional: true, description: '收到时间，含' }) receivedFrom?: string;
  @IsInstant({ optional: true, description: '收到时间，不含' }) receivedTo?: string;
  @IsCodeOf({ true: '是' }, { optional: true, description: '只列事项已答复或办结、尚未告知其诉求人的关联工单' }) toTell?: 'true';
}

/** Accept under a scope of Art. 11. */
export class AcceptTicketBody {
  @IsCodeOf(SCOPE_CODES) scopeCode!: ScopeCode;
}

/** Decline on a ground of Art. 12. */
export class DeclineTicketBody {
  @IsCodeOf(DECLINE_GROUNDS) ground!: DeclineGround;
  @Text(200, { optional: true, description: '告知诉求人可以向哪里反映；不填则按县级政策对该情形的规定', example: '请拨打 110' }) turnTo?: string;
  @Text(2_000, { optional: true, description: '向诉求人的说明' }) explanation?: string;
}

/** Answer without dispatch, Art. 18; one not yet accepted is accepted with it, Art. 11. */
export class AnswerDirectlyBody {
  @IsCodeOf(SCOPE_CODES, { optional: true, description: '受理范围；工单尚未受理时必填，答复的同时予以受理' }) scopeCode?: ScopeCode;
  @Text(20_000, { example: '您好，居民医保缴费时间为每年 9 月 1 日至 12 月 31 日。' }) answer!: string;
  @IsId({ optional: true, description: '所依据的知识库条目，须已发布；不填即记录为未引用' }) knowledgeEntry?: string;
}

/** Report to the emergency office and leaders, Art. 4. */
export class EscalateTicketBody {
  @IsCodeOf(ticket.ESCALATION_KINDS) kind!: ticket.EscalationKind;
  @Text(120, { each: true, optional: true, description: '报告对象；不填则按县级政策的规定', example: ['县政府应急办'] }) recipients?: string[];
}

/** Who of those reported to acknowledged an escalation: the one at the desk who writes it down cannot (Art. 4). */
export class AcknowledgeBody {
  @Text(120, { description: '由谁确认：接报的单位、岗位或人员', example: '县政府应急办值班室' }) by!: string;
}

/** Put a ticket into another category, Art. 13. */
export class ChangeCategoryBody {
  @IsCodeOf(CATEGORIES) category!: Category;
  @Text(500, { description: '变更理由，请勿填写个人信息', example: '经核实，诉求人反映的是工作人员服务态度问题' }) reason!: string;
}
