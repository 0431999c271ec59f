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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', extensionId: '0165fa1c-2d40-7000-8000-000000000301', granted: true, receipt: 'CX-2018-1016', decidedAt: '2018-10-16T02:00:00.000Z' },
});
