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
});
