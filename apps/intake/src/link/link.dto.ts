import { link } from '@hotline/domain';
import { CONTACT_WAYS, SCOPE_CODES, TICKET_LINKS, type ContactWay, type ScopeCode, type TicketLink } from '@hotline/domain/shared';
import { IsCodeOf, IsId, Text } from '@hotline/http';

/** Tie a ticket to its primary one (Art. 17(2)). */
export class LinkTicketBody {
  @IsId({ description: '主工单' }) primaryTicketId!: string;
  @IsCodeOf(TICKET_LINKS) link!: TicketLink;
}

export class UnlinkTicketBody {
  @Text(500, { description: '解除关联的理由', example: '经核实不是同一事项' }) reason!: string;
}

/** One answer of the county to all linked suggestions and help requests (Art. 17(2)). */
export class UnifiedAnswerBody {
  @IsCodeOf(link.UNIFIED_GROUNDS) ground!: link.UnifiedGround;
  @IsCodeOf(SCOPE_CODES, { optional: true, description: '受理范围；所答复的工单中有尚未受理的则必填，答复的同时予以受理' }) scopeCode?: ScopeCode;
  @Text(20_000, { example: '您好，关于该路段增设公交站的建议，经研究统一答复如下……' }) answer!: string;
  @IsId({ optional: true, description: '所依据的知识库条目，须已发布；不填即记录为未引用' }) knowledgeEntry?: string;
}

/** The petitioner of a linked ticket was told how the matter ended. */
export class PetitionerToldBody {
  @IsCodeOf(CONTACT_WAYS) way!: ContactWay;
}
