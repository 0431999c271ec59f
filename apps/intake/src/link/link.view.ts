import { ApiProperty } from '@nestjs/swagger';
import { link } from '@hotline/domain';
import { codesOf } from '@hotline/domain/shared';
import { TicketLinks } from '../ticket/ticket.view.js';

/** The links of a ticket after a step. */
export class LinkOutcome extends TicketLinks {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AnsweredTicket {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() number!: string;
}

export class PassedOverTicket extends AnsweredTicket {
  @ApiProperty({ enum: codesOf(link.PASSED_OVER) }) because!: link.PassedOver;
  @ApiProperty({ example: '已经派单' }) reason!: string;
}

/** Whom the one answer reached, and whom not. */
export class UnifiedAnswerOutcome {
  @ApiProperty({ type: [AnsweredTicket] }) answered!: readonly AnsweredTicket[];
  @ApiProperty({ type: [PassedOverTicket] }) passedOver!: readonly PassedOverTicket[];
}
