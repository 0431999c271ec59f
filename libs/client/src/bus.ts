import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';

/**
 * Connects to the county's NATS and never gives up: it waits for a bus that is not there yet and comes back after an outage.
 * All options of `@nats-io/transport-node` are taken: `servers`, `user` and `pass`, `authenticator`, `tls`.
 */
export function openBus(options: ConnectionOptions): Promise<NatsConnection> {
  return connect({ maxReconnectAttempts: -1, reconnectTimeWait: 500, waitOnFirstConnect: true, pingInterval: 10_000, maxPingOut: 2, ...options });
}

/** Stream of a county. */
export function streamOf(county: string): string {
  return `HOTLINE_${county}`;
}

/** Subjects of events on the bus: of all where none are named. */
export function subjectsOf(county: string, events: readonly string[]): string[] {
  return events.length === 0 ? [`hotline.${county}.>`] : events.map((event) => `hotline.${county}.${event}`);
}

/** A server before 2.10 knows one filter only; what was not asked for is passed over. */
export function filtersOf(connection: NatsConnection, county: string, events: readonly string[]): string[] {
  const [major = 0, minor = 0] = (connection.info?.version ?? '').split('.').map(Number);
  const several = major > 2 || (major === 2 && minor >= 10);
  return several || events.length === 1 ? subjectsOf(county, events) : subjectsOf(county, []);
}

export type { ConnectionOptions, NatsConnection };
