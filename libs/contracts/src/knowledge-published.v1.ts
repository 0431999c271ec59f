import { contract } from './contract.js';
import { Code, Count, Flag, InstantText, OptionalCode, TicketId } from './field-rules.js';

export class KnowledgePublishedV1 {
  @TicketId() entryId!: string;
  @Count() version!: number;
  @Code() unit!: string;
  @Flag() inForce!: boolean;
  /** Local date in Asia/Shanghai by which the unit looks at it again. */
  @OptionalCode() reviewOn!: string | null;
  @InstantText() publishedAt!: string;
}

export const knowledgePublishedV1 = contract('knowledge.published.v1', KnowledgePublishedV1, {
  producer: 'intake',
  promise: 'A version of a knowledge entry was published or withdrawn (Art. 5).',
  subject: '{entryId}',
  example: { entryId: '0165fa1c-2d40-7000-8000-000000000601', version: 2, unit: 'YM-SWJ', inForce: true, reviewOn: '2019-09-20', publishedAt: '2018-09-20T03:00:00.000Z' },
});
