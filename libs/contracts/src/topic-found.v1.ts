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
  subject: '{topicId}',
  example: {
    topicId: '0165fa1c-2d40-7000-8000-000000000551', label: '停水 水压', subject: '城乡建设/市政设施/供水', townCode: '532328101',
    ticketIds: ['0165fa1c-2d40-7000-8000-000000000017', '0165fb8e-1a80-7000-8000-000000000018'], firstReceivedAt: '2018-09-21T01:12:00.000Z',
    lastReceivedAt: '2018-09-21T07:55:00.000Z', foundAt: '2018-09-21T08:05:00.000Z',
  },
});
