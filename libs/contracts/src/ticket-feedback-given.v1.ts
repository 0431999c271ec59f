import { RESULT_CODES, type ResultCode } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, InstantText, OneOf, TicketId } from './field-rules.js';

export class TicketFeedbackGivenV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @OneOf(RESULT_CODES) resultCode!: ResultCode;
  @InstantText() feedbackAt!: string;
}

export const ticketFeedbackGivenV1 = contract('ticket.feedback-given.v1', TicketFeedbackGivenV1, {
  producer: 'routing',
  promise: 'The principal leader approved the result and the seal is recorded; this moment decides on time or late (Art. 18).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-SWJ', resultCode: 'resolved', feedbackAt: '2018-10-16T09:00:00.000Z' },
});
