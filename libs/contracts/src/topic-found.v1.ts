import { contract } from './contract.js';
import { Code, InstantText, OptionalCode, TicketId, TicketIds } from './field-rules.js';

export class TopicFoundV1 {
  @TicketId() topicId!: string;
  @Code() label!: string;
  @OptionalCode() subject!: string | null;
  @OptionalCode() townCode!: string | null;
  @TicketIds() ticketIds!: string[];
  @InstantText() firstReceivedAt!: string;
  @InstantText() lastReceivedAt!: string;
  @InstantText() foundAt!: string;
}

export const topicFoundV1 = contract('topic.found.v1', TopicFoundV1, {
  producer: 'intake',
  promise: 'Similar tickets form a hot topic; the newest version is the whole truth, its label is made of words that several tickets share and of no name (Art. 21).',
});
