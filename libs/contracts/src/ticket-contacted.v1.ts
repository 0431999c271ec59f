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
});
