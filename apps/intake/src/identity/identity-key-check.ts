import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ProblemException } from '@hotline/http';
import { HealthChecks } from '@hotline/observability';
import { UnitOfWork } from '@hotline/persistence';
import { IdentityCipher } from './identity-cipher.js';

/**
 * Keeps a wrong key from being used: where none of the identities in the vault can be opened with the keys that are configured,
 * intake is not ready and registers nothing, instead of sealing with a key that nobody will look for.
 */
@Injectable()
export class IdentityKeyCheck implements OnModuleInit {
  readonly #log = new Logger('IdentityKey');
  #sound = false;

  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(IdentityCipher) private readonly cipher: IdentityCipher,
    @Inject(HealthChecks) private readonly health: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.health.add({ name: 'identity-key', check: () => this.require() });
  }

  /** Throws `identity-key-unknown` (503) while the keys open nothing; once they did, they are trusted. */
  async require(): Promise<void> {
    if (this.#sound) return;
    const [vault] = await this.uow.read((tx) =>
      tx.sql<{ used: boolean; opens: boolean }>(
        `select exists (select from petitioner_identity) as used,
           exists (select from identity_data_key where key_id = any($1)) or exists (select from petitioner_identity where key_id = any($1)) as opens`,
        [this.cipher.keyIds],
      ),
    );
    this.#sound = vault !== undefined && (vault.opens || !vault.used);
    if (this.#sound) return;
    this.#log.error('HOTLINE_IDENTITY_KEY opens none of the identities in the database: set the right key, or name the old ones in HOTLINE_IDENTITY_OLD_KEYS');
    throw ProblemException.of('identity-key-unknown');
  }
}
