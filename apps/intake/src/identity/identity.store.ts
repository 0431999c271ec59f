import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { DestroyedIdentityKey, IdentityCipher, UnknownIdentityKey, type SealedIdentity } from './identity-cipher.js';
import type { PetitionerIdentity } from './petitioner-identity.js';

type SealedRow = Omit<SealedIdentity, 'dataKey'> & { readonly ticketId: string; readonly wrapKeyId: string | null; readonly wrapNonce: Buffer | null; readonly wrapped: Buffer | null };

/** The vault: nothing leaves it but through here (Art. 10). */
@Injectable()
export class IdentityStore {
  constructor(@Inject(IdentityCipher) private readonly cipher: IdentityCipher) {}

  /** The identity of a ticket's petitioner; undefined for an anonymous one and for one whose key was destroyed. Throws `identity-key-unknown`. */
  async find(tx: Transaction, ticketId: string): Promise<PetitionerIdentity | undefined> {
    return (await this.findAll(tx, [ticketId])).get(ticketId);
  }

  /** The same for several tickets. */
  async findAll(tx: Transaction, ticketIds: readonly string[]): Promise<Map<string, PetitionerIdentity>> {
    const rows = await tx.sql<SealedRow>(
      `select ticket_id as "ticketId", vault.format, vault.key_id as "keyId", vault.nonce, vault.ciphertext,
         own.key_id as "wrapKeyId", own.nonce as "wrapNonce", own.wrapped
       from petitioner_identity vault left join identity_data_key own using (ticket_id) where ticket_id = any($1::uuid[])`,
      [ticketIds],
    );
    return new Map(rows.flatMap((row) => {
      const identity = this.#open(row);
      return identity ? [[row.ticketId, identity] as const] : [];
    }));
  }

  #open({ ticketId, wrapKeyId, wrapNonce, wrapped, ...sealed }: SealedRow): PetitionerIdentity | undefined {
    const dataKey = wrapKeyId !== null && wrapNonce && wrapped ? { keyId: wrapKeyId, nonce: wrapNonce, wrapped } : null;
    try {
      return this.cipher.open(ticketId, { ...sealed, dataKey });
    } catch (error) {
      if (error instanceof DestroyedIdentityKey) return undefined;
      throw error instanceof UnknownIdentityKey ? ProblemException.of('identity-key-unknown') : error;
    }
  }
}
