import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class ExtensionRefusedV1 {
  @Code() extensionId!: string;
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @Count() workingDays!: number;
  @Code() decidedBy!: string;
  @InstantText() decidedAt!: string;
}

export const extensionRefusedV1 = contract('extension.refused.v1', ExtensionRefusedV1, {
  producer: 'sla',
  promise: 'The extension was refused; final for the round (Art. 17).',
  subject: '{extensionId}',
  example: {
    extensionId: '0165fa1c-2d40-7000-8000-000000000301', ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-SWJ', workingDays: 5,
    decidedBy: 'county', decidedAt: '2018-10-16T02:00:00.000Z',
  },
});
