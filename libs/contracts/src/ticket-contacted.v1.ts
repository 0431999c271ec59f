import { CONTACT_WAYS, type ContactWay } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, Flag, InstantText, OneOf, TicketId } from './field-rules.js';

export class TicketContactedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @OneOf(CONTACT_WAYS) way!: ContactWay;
  @Flag() reached!: boolean;
  @Count() attempts!: number;
  @InstantText() contactedAt!: string;
}

export const ticketContactedV1 = contract('ticket.contacted.v1', TicketContactedV1, {
  producer: 'routing',
  promise: 'The lead unit reached the petitioner, or exhausted the attempts that the policy asks for (Art. 17).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', way: 'phone', reached: true, attempts: 1, contactedAt: '2018-09-21T06:40:00.000Z' },
});
