import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ticket } from '@hotline/domain';
import {
  CATEGORIES,
  CHANNELS,
  codesOf,
  DECLINE_GROUNDS,
  PETITIONER_KINDS,
  SCOPE_CODES,
  TICKET_LINKS,
  type Category,
  type Channel,
  type DeclineGround,
  type PetitionerKind,
  type ScopeCode,
  type TicketLink,
} from '@hotline/domain/shared';
import { CorrectionView, SupplementView } from '../amendment/amendment.view.js';

/** Where a ticket stands, as intake hears of it: its own decisions, then what routing tells. */
export const TICKET_STATUSES = {
  registered: '已登记',
  accepted: '已受理',
  declined: '不予受理',
  answered: '已直接答复',
  dispatched: '已派单',
  closed: '已办结',
  'returned-upstream': '已退回州级',
} as const;
export type TicketStatus = keyof typeof TICKET_STATUSES;

const moment = { type: String, format: 'date-time' } as const;
const optionalText = { type: String, nullable: true } as const;

/** A ticket without the petitioner's words: what every command answers and an Idempotency-Key may repeat. */
export class TicketSummary {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'YM20181103-000123' }) number!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: codesOf(TICKET_STATUSES) }) status!: TicketStatus;
  @ApiProperty({ enum: codesOf(CHANNELS) }) channel!: Channel;
  @ApiProperty({ enum: codesOf(PETITIONER_KINDS) }) petitionerKind!: PetitionerKind;
  @ApiProperty({ enum: codesOf(CATEGORIES) }) category!: Category;
  @ApiProperty(optionalText) subject!: string | null;
  @ApiProperty(optionalText) townCode!: string | null;
  @ApiProperty(moment) receivedAt!: string;
  @ApiProperty(moment) registeredAt!: string;
  @ApiProperty({ ...moment, nullable: true }) dispatchedAt!: string | null;
  @ApiProperty(optionalText) source!: string | null;
  @ApiProperty(optionalText) externalId!: string | null;
  @ApiProperty(optionalText) prefectureNumber!: string | null;
  @ApiProperty({ description: '诉求人要求对承办单位保密' }) confidential!: boolean;
}

/** A new ticket; one that was reported as an emergency names its report (Art. 4). */
export class RegisteredTicket extends TicketSummary {
  @ApiProperty({ format: 'uuid', required: false }) escalationId?: string;
}

/** A declined ticket, with what to tell the petitioner (Art. 12). */
export class DeclinedTicket extends TicketSummary {
  @ApiProperty({ description: '告知诉求人可以向哪里反映' }) turnTo!: string;
}

export class EscalatedTicket extends TicketSummary {
  @ApiProperty({ format: 'uuid' }) escalationId!: string;
}

export class SupplementedTicket extends TicketSummary {
  @ApiProperty({ format: 'uuid' }) supplementId!: string;
}

/** A line of a list; the title is there for those who may read it. */
export class TicketLine extends TicketSummary {
  @ApiProperty(optionalText) title!: string | null;
}

export class TicketList {
  @ApiProperty({ type: [TicketLine] }) items!: readonly TicketLine[];
  @ApiProperty(optionalText) next!: string | null;
}

export class TicketUnitView {
  @ApiProperty({ type: 'integer' }) dispatchNo!: number;
  @ApiProperty() unit!: string;
  @ApiProperty({ enum: ['lead', 'assisting'] }) role!: 'lead' | 'assisting';
  @ApiProperty({ description: '退回已获同意' }) returned!: boolean;
}

export class DeclineView {
  @ApiProperty({ enum: codesOf(DECLINE_GROUNDS) }) ground!: DeclineGround;
  @ApiProperty() turnTo!: string;
  @ApiProperty(optionalText) explanation!: string | null;
  @ApiProperty(moment) at!: string;
}

export class AnswerView {
  @ApiProperty() answer!: string;
  @ApiProperty({ ...optionalText, description: '所依据的知识库条目和版本，<条目>@<版本>；未引用则为空' }) knowledgeEntry!: string | null;
  @ApiProperty(moment) at!: string;
}

export class EscalationView {
  @ApiProperty({ format: 'uuid' }) escalationId!: string;
  @ApiProperty({ enum: codesOf(ticket.ESCALATION_KINDS) }) kind!: ticket.EscalationKind;
  @ApiProperty({ type: [String] }) recipients!: readonly string[];
  @ApiProperty(moment) at!: string;
  @ApiProperty({ ...moment, nullable: true }) acknowledgedAt!: string | null;
  @ApiProperty({ ...optionalText, description: '由谁确认' }) acknowledgedBy!: string | null;
}

export class CategoryChangeView {
  @ApiProperty({ enum: codesOf(CATEGORIES) }) previous!: Category;
  @ApiProperty({ enum: codesOf(CATEGORIES) }) category!: Category;
  @ApiProperty({ ...optionalText, description: '无权阅读者为空' }) reason!: string | null;
  @ApiProperty(moment) at!: string;
}

/** What is left of a file that was disposed of after its retention (Art. 20). */
export class DisposalView {
  @ApiProperty({ example: '已销毁' }) label!: string;
  @ApiProperty(moment) at!: string;
  @ApiProperty({ description: '销毁证书编号' }) certificateNo!: string;
}

/** A ticket tied to another, Art. 17(2). */
export class LinkedTicket {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: codesOf(TICKET_STATUSES) }) status!: TicketStatus;
  @ApiProperty({ enum: codesOf(TICKET_LINKS) }) link!: TicketLink;
  @ApiProperty(moment) linkedAt!: string;
  @ApiProperty({ ...moment, nullable: true, description: '已告知该诉求人办理结果的时间' }) toldAt!: string | null;
}

export class TicketLinks {
  @ApiProperty({ type: LinkedTicket, nullable: true, description: '本工单所关联的主工单' }) primary!: LinkedTicket | null;
  @ApiProperty({ type: [LinkedTicket], description: '关联到本工单的工单' }) linked!: readonly LinkedTicket[];
}

/** A petitioner as everybody sees one: masked (Art. 10). */
export class MaskedPetitioner {
  @ApiProperty({ ...optionalText, example: '张**' }) name!: string | null;
  @ApiProperty({ ...optionalText, example: '138****0000' }) contact!: string | null;
  @ApiProperty({ ...optionalText, example: '****1234' }) idNumber!: string | null;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' }, description: '渠道带来的号码、地址、账号' }) particulars?: Readonly<Record<string, string>>;
}

export class TicketDetail extends TicketLine {
  @ApiProperty({ ...optionalText, description: '诉求正文；无权阅读者为空' }) text!: string | null;
  @ApiProperty(optionalText) place!: string | null;
  @ApiProperty({ enum: codesOf(SCOPE_CODES), nullable: true }) scopeCode!: ScopeCode | null;
  @ApiProperty({ ...moment, nullable: true }) acceptedAt!: string | null;
  @ApiProperty({ type: DeclineView, nullable: true }) decline!: DeclineView | null;
  @ApiProperty({ type: AnswerView, nullable: true }) answer!: AnswerView | null;
  @ApiProperty({ type: [EscalationView] }) escalations!: readonly EscalationView[];
  @ApiProperty({ type: [CategoryChangeView] }) categoryChanges!: readonly CategoryChangeView[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: '通话、消息、提交等记录的编号；诉求人身份对阅读者保密时为空' }) particulars!: Readonly<Record<string, string>>;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '州级要求办结的日期' }) prefectureDueOn!: string | null;
  @ApiProperty({ type: DisposalView, nullable: true, description: '到期销毁的记录；其余内容已不存在' }) disposed!: DisposalView | null;
  @ApiProperty({ type: [CorrectionView], description: '登记后的更正' }) corrections!: readonly CorrectionView[];
  @ApiProperty({ type: [SupplementView], description: '诉求人的补充；无权阅读者为空' }) supplements!: readonly SupplementView[];
  @ApiProperty({ type: TicketLinks }) links!: TicketLinks;
  @ApiProperty({ type: [TicketUnitView] }) units!: readonly TicketUnitView[];
  @ApiProperty({ type: MaskedPetitioner, nullable: true, description: '已隐去大部分；匿名或对阅读者保密时为空' }) petitioner!: MaskedPetitioner | null;
}
