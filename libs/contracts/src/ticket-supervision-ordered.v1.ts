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
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', orderNo: '督办〔2018〕12号', dispatchNo: 1, unit: 'YM-SWJ', ground: 'leader-instruction', workingDays: 5,
    orderedAt: '2018-10-08T02:00:00.000Z',
  },
});
