import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, codesOf, type Category } from '@hotline/domain/shared';
import { TICKET_STATUSES, type TicketStatus } from '../ticket/ticket.view.js';

const reason = { description: '为什么这样建议' } as const;

export class SuggestedCategory {
  @ApiProperty({ enum: codesOf(CATEGORIES) }) category!: Category;
  @ApiProperty(reason) reason!: string;
}

export class SuggestedSubject {
  @ApiProperty({ description: '三级事项，以“/”分隔', example: '城乡建设/市政设施/路灯照明' }) subject!: string;
  @ApiProperty() level1!: string;
  @ApiProperty(reason) reason!: string;
}

export class SuggestedUnit {
  @ApiProperty() unit!: string;
  @ApiProperty() name!: string;
  @ApiProperty(reason) reason!: string;
}

export const RELATED_KINDS = { repeat: '同一人再次反映', duplicate: '重复诉求' } as const;

export class RelatedTicket {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: codesOf(TICKET_STATUSES) }) status!: TicketStatus;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ enum: codesOf(RELATED_KINDS) }) kind!: keyof typeof RELATED_KINDS;
  @ApiProperty({ minimum: 0, maximum: 1 }) likeness!: number;
  @ApiProperty(reason) reason!: string;
}

/** What the desk may consider, best first; a person decides. */
export class Suggestions {
  @ApiProperty({ example: '以下仅供参考，由经办人决定。' }) advice!: string;
  @ApiProperty({ type: [SuggestedCategory] }) categories!: readonly SuggestedCategory[];
  @ApiProperty({ type: [SuggestedSubject] }) subjects!: readonly SuggestedSubject[];
  @ApiProperty({ type: [SuggestedUnit] }) units!: readonly SuggestedUnit[];
  @ApiProperty({ type: [RelatedTicket] }) related!: readonly RelatedTicket[];
}
