import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';

/** What a connection to NATS needs to know, taken from a URL like `nats://routing:secret@bus:4222`. */
export interface NatsAddress {
  /** Host and port, without the account: the part that may be shown. */
  readonly servers: string;
  readonly user?: string;
  readonly pass?: string;
  /** Answers reach a user under a prefix of its own, so that none hears those of another. */
  readonly inboxPrefix?: string;
}

/** Reads user and password out of a URL, which the client library would take for a part of the host. */
export function natsAddress(url: string): NatsAddress {
  const { protocol, host, username, password } = new URL(url);
  const servers = `${protocol}//${host}`;
  if (username === '') return { servers };
  const user = decodeURIComponent(username);
  return { servers, user, pass: decodeURIComponent(password), inboxPrefix: inboxPrefixOf(user) };
}

/** Where the answers to a user's requests arrive. */
export function inboxPrefixOf(user: string): string {
  return `_INBOX_${user}`;
}

/** Connects to the server of a URL as the user of that URL. */
export function connectTo(url: string, options: ConnectionOptions = {}): Promise<NatsConnection> {
  return connect({ ...options, ...natsAddress(url) });
}
