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
});
