/** A secret that both sides know, with the id by which it is named. */
export interface SharedKey {
  readonly id: string;
  readonly secret: string;
}

const KEY = /^([\w.-]{1,64}):(\S{16,256})$/;

/** Reads `id:secret`; undefined when it is not of that form or the secret is shorter than 16 characters. */
export function parseKey(text: string): SharedKey | undefined {
  const [, id, secret] = KEY.exec(text.trim()) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}

/** Reads several, with commas between; undefined when one is not well formed or an id is there twice. */
export function parseKeys(text: string): ReadonlyMap<string, SharedKey> | undefined {
  const keys = text.split(',').map(parseKey);
  const known = new Map(keys.flatMap((key) => (key ? [[key.id, key] as const] : [])));
  return known.size === keys.length ? known : undefined;
}
