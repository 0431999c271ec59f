import { contract } from './contract.js';
import { Code, InstantText, TicketId } from './field-rules.js';

export class IdentityViewedV1 {
  @TicketId() viewId!: string;
  @TicketId() ticketId!: string;
  @Code() viewer!: string;
  /** A unit code, or `county`. */
  @Code() unit!: string;
  @Code() purpose!: string;
  @InstantText() viewedAt!: string;
}

export const identityViewedV1 = contract('identity.viewed.v1', IdentityViewedV1, {
  producer: 'intake',
  promise: 'Somebody looked at the identity of a petitioner; it says who, of which unit and why, never what was seen (Art. 10, 23(6)).',
  subject: '{viewId}',
  example: {
    viewId: '0165fa1c-2d40-7000-8000-000000000701', ticketId: '0165fa1c-2d40-7000-8000-000000000017', viewer: 'unit:YM-SWJ', unit: 'YM-SWJ', purpose: 'contact',
    viewedAt: '2018-09-21T06:30:00.000Z',
  },
});
