import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class ExtensionAskedV1 {
  @Code() extensionId!: string;
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @Count() workingDays!: number;
  @InstantText() askedAt!: string;
}

export const extensionAskedV1 = contract('extension.asked.v1', ExtensionAskedV1, {
  producer: 'sla',
  promise: 'The lead unit asked for more time (Art. 17).',
  subject: '{extensionId}',
  example: {
    extensionId: '0165fa1c-2d40-7000-8000-000000000301', ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-SWJ', workingDays: 5,
    askedAt: '2018-10-15T02:00:00.000Z',
  },
});
