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
});
