import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** What the provider remembers of sessions, codes and grants: in memory, gone with the process, swept as it expires. */
export class IdpStore implements Adapter {
  static readonly #entries = new Map<string, Entry>();
  readonly #model: string;

  constructor(model: string) {
    this.#model = model;
  }

  async upsert(id: string, payload: AdapterPayload, expiresInSeconds: number): Promise<void> {
    IdpStore.#sweep();
    const expiresAt = expiresInSeconds > 0 ? Date.now() + expiresInSeconds * 1_000 : Number.POSITIVE_INFINITY;
    IdpStore.#entries.set(this.#key(id), { payload, expiresAt });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = IdpStore.#entries.get(this.#key(id));
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const entry = IdpStore.#entries.get(this.#key(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    IdpStore.#entries.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of IdpStore.#entries) if (payload.grantId === grantId) IdpStore.#entries.delete(key);
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #first(wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, expiresAt }] of IdpStore.#entries) {
      if (key.startsWith(`${this.#model}:`) && expiresAt > Date.now() && wanted(payload)) return payload;
    }
    return undefined;
  }

  static #sweep(): void {
    for (const [key, { expiresAt }] of IdpStore.#entries) if (expiresAt <= Date.now()) IdpStore.#entries.delete(key);
  }
}
