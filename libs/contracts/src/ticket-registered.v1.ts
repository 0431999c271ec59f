import { CATEGORIES, type Category, type Channel, CHANNELS, PETITIONER_KINDS, type PetitionerKind } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, InstantText, OneOf, OptionalCode, OptionalFlag, TicketId } from './field-rules.js';

export class TicketRegisteredV1 {
  @TicketId() ticketId!: string;
  @Code() number!: string;
  @OneOf(CHANNELS) channel!: Channel;
  @OneOf(PETITIONER_KINDS) petitionerKind!: PetitionerKind;
  @OneOf(CATEGORIES) category!: Category;
  @OptionalCode() subject!: string | null;
  @OptionalCode() townCode!: string | null;
  @InstantText() receivedAt!: string;
  @OptionalCode() origin!: string | null;
  @OptionalCode() externalId!: string | null;
  @OptionalCode() prefectureNumber!: string | null;
  /** False when the petitioner left no way to be contacted; absent when there is one, and from older events. */
  @OptionalFlag() contactable?: boolean | null;
  /** Local date until which the prefecture wants its transfer done; absent where it set none, and from older events. */
  @OptionalCode() prefectureDueOn?: string | null;
}

export const ticketRegisteredV1 = contract('ticket.registered.v1', TicketRegisteredV1, {
  producer: 'intake',
  promise: 'A ticket was registered; it carries no identity, title or text (Art. 2, 10, 13).',
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', number: 'YM20180921-00017', channel: 'phone', petitionerKind: 'individual', category: 'help', subject: '城乡建设/市政设施/供水',
    townCode: '532328101', receivedAt: '2018-09-21T01:12:00.000Z', origin: null, externalId: null, prefectureNumber: null,
  },
});
