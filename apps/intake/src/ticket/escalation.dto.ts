import { ApiProperty } from '@nestjs/swagger';
import { ticket } from '@hotline/domain';
import { codesOf } from '@hotline/domain/shared';
import { PageQuery } from '@hotline/http';

export class EscalationQuery extends PageQuery {}

/** A report to the emergency office that waits for its acknowledgement (Art. 4). */
export class WaitingEscalation {
  @ApiProperty({ format: 'uuid' }) escalationId!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty({ example: 'YM20181103-000123' }) number!: string;
  @ApiProperty({ enum: codesOf(ticket.ESCALATION_KINDS) }) kind!: ticket.EscalationKind;
  @ApiProperty({ type: [String] }) recipients!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty({ type: 'integer', description: '已等待的分钟数' }) ageMinutes!: number;
  @ApiProperty({ description: '已超过县级政策规定的确认时限' }) late!: boolean;
}

export class EscalationList {
  @ApiProperty({ type: [WaitingEscalation] }) items!: readonly WaitingEscalation[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
