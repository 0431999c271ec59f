import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class ExtensionGrantedV1 {
  @Code() extensionId!: string;
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @Count() workingDays!: number;
  @Code() decidedBy!: string;
  @InstantText() decidedAt!: string;
}

export const extensionGrantedV1 = contract('extension.granted.v1', ExtensionGrantedV1, {
  producer: 'sla',
  promise: 'The extension was granted; the days are added to the original due date (Art. 17).',
  subject: '{extensionId}',
  example: {
    extensionId: '0165fa1c-2d40-7000-8000-000000000301', ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-SWJ', workingDays: 5,
    decidedBy: 'prefecture', decidedAt: '2018-10-16T02:00:00.000Z',
  },
});
