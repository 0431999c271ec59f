import { contract } from './contract.js';
import { Code, Flag, InstantText, TicketId } from './field-rules.js';

export class PrefectureReturnDecidedV1 {
  @TicketId() ticketId!: string;
  @Flag() accepted!: boolean;
  @Code() receipt!: string;
  @InstantText() decidedAt!: string;
}

export const prefectureReturnDecidedV1 = contract('prefecture.return-decided.v1', PrefectureReturnDecidedV1, {
  producer: 'prefecture',
  promise: 'The prefecture decided on taking a ticket back (Art. 17(return)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', accepted: false, receipt: 'CX-2018-0925', decidedAt: '2018-09-25T02:00:00.000Z' },
});
