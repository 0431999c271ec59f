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
});
