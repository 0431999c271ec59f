import { RESULT_CODES, type ResultCode } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, InstantText, OneOf, OptionalCodes, TicketId } from './field-rules.js';

export class TicketResultEnteredV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @OneOf(RESULT_CODES) resultCode!: ResultCode;
  /** Assisting units that are named as having given no opinion (Art. 15(2)); absent from older events. */
  @OptionalCodes() missingOpinions?: string[];
  @InstantText() enteredAt!: string;
}

export const ticketResultEnteredV1 = contract('ticket.result-entered.v1', TicketResultEnteredV1, {
  producer: 'routing',
  promise: 'The lead unit entered its result; it is not feedback before approval and seal (Art. 9, 18).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', resultCode: 'resolved', missingOpinions: [], enteredAt: '2018-10-16T03:00:00.000Z' },
});
