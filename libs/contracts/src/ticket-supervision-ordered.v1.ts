import { SUPERVISION_GROUNDS, type SupervisionGround } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, InstantText, OneOf, OptionalCount, TicketId } from './field-rules.js';

export class TicketSupervisionOrderedV1 {
  @TicketId() ticketId!: string;
  @Code() orderNo!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @OneOf(SUPERVISION_GROUNDS) ground!: SupervisionGround;
  @OptionalCount() workingDays!: number | null;
  @InstantText() orderedAt!: string;
}

export const ticketSupervisionOrderedV1 = contract('ticket.supervision-ordered.v1', TicketSupervisionOrderedV1, {
  producer: 'supervision',
  promise: 'A numbered supervision order was issued to the lead unit (Art. 15(3)).',
});
