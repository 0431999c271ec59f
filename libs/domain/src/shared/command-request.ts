import type { Instant } from './instants.js';

/** Who issues a command, as far as a decision and the audit trail need to know. */
export interface Actor {
  /** Subject of the verified access token. */
  readonly subject: string;
  readonly roles: readonly string[];
  /** Unit code; present for callers that act for a handling unit. */
  readonly unit?: string;
  /** Display name as the token says it, for papers alone; never in a log or an event. */
  readonly name?: string;
}

/** The circumstances of one command as they came in over HTTP: who, when, and what makes a repetition recognisable. */
export interface CommandRequest {
  readonly actor: Actor;
  /** The caller's `Idempotency-Key`, 1 to 128 visible ASCII characters. */
  readonly idempotencyKey?: string;
  /** SHA-256 (hex) over method, path, canonical body and subject: the same key with another fingerprint is another command. */
  readonly fingerprint: string;
  /** The moment at which the command counts as given. */
  readonly at: Instant;
}
