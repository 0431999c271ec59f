import { contract } from './contract.js';
import { Code, Flag, InstantText, TicketId } from './field-rules.js';

export class PrefectureExtensionDecidedV1 {
  @TicketId() ticketId!: string;
  @Code() extensionId!: string;
  @Flag() granted!: boolean;
  @Code() receipt!: string;
  @InstantText() decidedAt!: string;
}

export const prefectureExtensionDecidedV1 = contract('prefecture.extension-decided.v1', PrefectureExtensionDecidedV1, {
  producer: 'prefecture',
  promise: 'The prefecture decided on an extension that the county forwarded (Art. 17(1)).',
});
