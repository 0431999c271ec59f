import { CATEGORIES, type Category, PETITIONER_KINDS, type PetitionerKind, SCOPE_CODES, type ScopeCode } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Flag, InstantText, OneOf, TicketId } from './field-rules.js';

export class TicketAcceptedV1 {
  @TicketId() ticketId!: string;
  @OneOf(SCOPE_CODES) scopeCode!: ScopeCode;
  @OneOf(CATEGORIES) category!: Category;
  @OneOf(PETITIONER_KINDS) petitionerKind!: PetitionerKind;
  @Flag() prefectureTransfer!: boolean;
  @InstantText() receivedAt!: string;
  @InstantText() acceptedAt!: string;
}

export const ticketAcceptedV1 = contract('ticket.accepted.v1', TicketAcceptedV1, {
  producer: 'intake',
  promise: 'The county accepted the ticket under a scope of Art. 11; it now waits for dispatch.',
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', scopeCode: 'matter-to-solve', category: 'help', petitionerKind: 'individual', prefectureTransfer: false,
    receivedAt: '2018-09-21T01:12:00.000Z', acceptedAt: '2018-09-21T01:20:00.000Z',
  },
});
