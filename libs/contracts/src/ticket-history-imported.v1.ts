import { CATEGORIES, type Category, PETITIONER_KINDS, type PetitionerKind, SATISFACTION, type Satisfaction } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Flag, InstantText, OneOf, OptionalCode, OptionalFlag, OptionalInstantText, OptionalOneOf, TicketId } from './field-rules.js';

export class TicketHistoryImportedV1 {
  @TicketId() ticketId!: string;
  @OneOf(CATEGORIES) category!: Category;
  @OneOf(PETITIONER_KINDS) petitionerKind!: PetitionerKind;
  @Flag() prefectureTransfer!: boolean;
  @OptionalCode() unit!: string | null;
  @InstantText() receivedAt!: string;
  @OptionalInstantText() dispatchedAt!: string | null;
  @OptionalInstantText() signedAt!: string | null;
  @OptionalInstantText() contactedAt!: string | null;
  @OptionalInstantText() feedbackAt!: string | null;
  @OptionalInstantText() closedAt!: string | null;
  @OptionalOneOf(SATISFACTION) satisfaction!: Satisfaction | null;
  @OptionalFlag() solved!: boolean | null;
}

export const ticketHistoryImportedV1 = contract('ticket.history-imported.v1', TicketHistoryImportedV1, {
  producer: 'intake',
  promise: 'A past ticket came in with its original times; routing and supervision replay its steps through their own decisions.',
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', category: 'help', petitionerKind: 'individual', prefectureTransfer: false, unit: 'YM-SWJ',
    receivedAt: '2017-05-02T01:12:00.000Z', dispatchedAt: '2017-05-02T02:00:00.000Z', signedAt: '2017-05-02T06:00:00.000Z', contactedAt: '2017-05-03T02:00:00.000Z',
    feedbackAt: '2017-05-18T02:00:00.000Z', closedAt: '2017-05-19T02:00:00.000Z', satisfaction: 'satisfied', solved: true,
  },
});
