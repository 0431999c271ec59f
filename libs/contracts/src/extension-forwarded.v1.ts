import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class ExtensionForwardedV1 {
  @Code() extensionId!: string;
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @Count() workingDays!: number;
  @InstantText() forwardedAt!: string;
}

export const extensionForwardedV1 = contract('extension.forwarded.v1', ExtensionForwardedV1, {
  producer: 'sla',
  promise: 'The county agreed and forwarded the request to the prefecture (Art. 17(1)).',
  subject: '{extensionId}',
  example: {
    extensionId: '0165fa1c-2d40-7000-8000-000000000301', ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-SWJ', workingDays: 5,
    forwardedAt: '2018-10-15T06:00:00.000Z',
  },
});
