import { contract } from './contract.js';
import { Code, InstantText, TicketId } from './field-rules.js';

export class VaultErasedV1 {
  @TicketId() ticketId!: string;
  @Code() certificateNo!: string;
  @InstantText() erasedAt!: string;
}

export const vaultErasedV1 = contract('vault.erased.v1', VaultErasedV1, {
  producer: 'intake',
  promise: 'The words and the key of the identity of a disposed ticket were destroyed; no back-up can bring them back (Art. 20).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', certificateNo: '销毁〔2021〕1号', erasedAt: '2021-03-01T02:00:05.000Z' },
});
