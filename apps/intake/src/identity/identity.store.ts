import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { DestroyedIdentityKey, IdentityCipher, UnknownIdentityKey, type SealedIdentity } from './identity-cipher.js';
import type { KeptIdentity, PetitionerIdentity } from './petitioner-identity.js';

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
    const kept = await this.#keptOf(tx, ticketIds);
    return new Map([...kept].map(([ticketId, { earlier: _, ...identity }]) => [ticketId, identity]));
  }

  /** Seals another identity in the place of the one that is there, which stays with it; what an anonymous petitioner told late is sealed as if at once. */
  async replace(tx: Transaction, ticketId: string, identity: PetitionerIdentity): Promise<void> {
    const { earlier = [], ...before } = (await this.#keptOf(tx, [ticketId])).get(ticketId) ?? {};
    const kept: KeptIdentity = 'name' in before ? { ...identity, earlier: [...earlier, before] } : identity;
    const { format, keyId, nonce, ciphertext, dataKey } = this.cipher.seal(ticketId, kept);
    await tx.sql(
      `insert into petitioner_identity (ticket_id, format, key_id, nonce, ciphertext) values ($1, $2, $3, $4, $5)
       on conflict (ticket_id) do update set format = excluded.format, key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext`,
      [ticketId, format, keyId, nonce, ciphertext],
    );
    await tx.sql(
      `insert into identity_data_key (ticket_id, key_id, nonce, wrapped) values ($1, $2, $3, $4)
       on conflict (ticket_id) do update set key_id = excluded.key_id, nonce = excluded.nonce, wrapped = excluded.wrapped`,
      [ticketId, dataKey?.keyId, dataKey?.nonce, dataKey?.wrapped],
    );
  }

  /** Adds ways by which the petitioner is known again. */
  async knowAgain(tx: Transaction, ticketId: string, blinds: readonly Buffer[]): Promise<void> {
    await tx.sql(`insert into petitioner_index (ticket_id, blind) select $1, blind from unnest($2::bytea[]) as found (blind) on conflict do nothing`, [ticketId, blinds]);
  }

  async #keptOf(tx: Transaction, ticketIds: readonly string[]): Promise<Map<string, KeptIdentity>> {
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

  #open({ ticketId, wrapKeyId, wrapNonce, wrapped, ...sealed }: SealedRow): KeptIdentity | undefined {
    const dataKey = wrapKeyId !== null && wrapNonce && wrapped ? { keyId: wrapKeyId, nonce: wrapNonce, wrapped } : null;
    try {
      return this.cipher.open(ticketId, { ...sealed, dataKey });
    } catch (error) {
      if (error instanceof DestroyedIdentityKey) return undefined;
      throw error instanceof UnknownIdentityKey ? ProblemException.of('identity-key-unknown') : error;
    }
  }
}
