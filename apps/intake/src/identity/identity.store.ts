import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { IdentityCipher, UnknownIdentityKey, type SealedIdentity } from './identity-cipher.js';
import type { PetitionerIdentity } from './petitioner-identity.js';

/** The vault: nothing leaves it but through here (Art. 10). */
@Injectable()
export class IdentityStore {
  constructor(@Inject(IdentityCipher) private readonly cipher: IdentityCipher) {}

  /** The identity of a ticket's petitioner; undefined for an anonymous one. Throws `identity-key-unknown`. */
  async find(tx: Transaction, ticketId: string): Promise<PetitionerIdentity | undefined> {
    const [sealed] = await tx.sql<SealedIdentity>(`select format, key_id as "keyId", nonce, ciphertext from petitioner_identity where ticket_id = $1`, [ticketId]);
    try {
      return sealed && this.cipher.open(ticketId, sealed);
    } catch (error) {
      throw error instanceof UnknownIdentityKey ? ProblemException.of('identity-key-unknown') : error;
    }
  }
}
