import { createHash } from 'node:crypto';

/** Every column of an audit row in a form that no setting of the session and no version of the database alters. */
export interface AuditContent {
  readonly id: string;
  /** Microseconds since 1970, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly unit: string | null;
  readonly action: string;
  readonly target: string;
  /** The details without the words of a person, as PostgreSQL writes jsonb. */
  readonly rest: string;
  /** Salted digest of those words, hexadecimal; null where there never were any. */
  readonly digest: string | null;
}

/** The columns of `audit_entry` as an {@link AuditContent}. Never to be changed: all seals that exist were made over it. */
export const AUDIT_CONTENT = `audit_entry.id::text as id, (extract(epoch from at) * 1000000)::bigint::text as at, actor, roles, unit, action, target,
  (details - array['purpose', 'reason'])::text as rest, encode(words_digest, 'hex') as digest`;

/** What the first seal follows. */
export const BEFORE_THE_FIRST = '';

/** The seal of a row, hexadecimal SHA-256: over its position (from 1), the seal before it and every column. Never to be changed either. */
export function sealOf(position: number, previous: string, { id, at, actor, roles, unit, action, target, rest, digest }: AuditContent): string {
  return createHash('sha256').update(JSON.stringify([position, previous, id, at, actor, roles, unit, action, target, rest, digest])).digest('hex');
}
