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
});
