import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';

export interface BusOptions {
  /** Address that the county gives, with user and password: `nats://statistics:secret@bus:4222`. */
  readonly url: string;
  /** Six-digit code of the county. */
  readonly county: string;
  /** Name under which the county lists the subscriber; default: the user of the address. */
  readonly name?: string;
  /** Prefix of JetStream's API; default `HOTLINE.API`, as subscribers see it. */
  readonly apiPrefix?: string;
  /** Anything else that `@nats-io/transport-node` takes, e.g. `tls` or an `authenticator`. */
  readonly connection?: ConnectionOptions;
}

/** A connection to the bus of one county. */
export interface HotlineBus {
  readonly connection: NatsConnection;
  readonly county: string;
  readonly name: string;
  readonly apiPrefix: string;
  close(): Promise<void>;
}

/** Connects and never gives up: it waits for a bus that is not there yet and comes back after an outage. Throws where the address names no user and no `name` is given. */
export async function openBus({ url, county, name, apiPrefix = 'HOTLINE.API', connection: others = {} }: BusOptions): Promise<HotlineBus> {
  const { protocol, host, username, password } = new URL(url);
  const [user, pass] = [username, password].map(decodeURIComponent);
  const called = name ?? user;
  if (!called) throw new Error('the address names no user: give the name under which the county lists the subscriber');
  const account = user ? { user, pass, inboxPrefix: `_INBOX_${user}` } : {};
  const patience = { maxReconnectAttempts: -1, reconnectTimeWait: 500, waitOnFirstConnect: true, pingInterval: 10_000, maxPingOut: 2 };
  const connection = await connect({ servers: `${protocol}//${host}`, name: called, ...patience, ...account, ...others });
  return { connection, county, name: called, apiPrefix, close: () => connection.close() };
}

/** Stream of a county. */
export function streamOf({ county }: Pick<HotlineBus, 'county'>): string {
  return `HOTLINE_${county}`;
}
