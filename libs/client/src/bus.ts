import type { ConsumerConfig } from '@nats-io/jetstream';
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
function subjectsOf(county: string, events: readonly string[]): string[] {
  return events.length === 0 ? [`hotline.${county}.>`] : events.map((event) => `hotline.${county}.${event}`);
}

/**
 * What a consumer of these events asks the server for. A single filter travels in the subject of the request, where a county can
 * allow it alone; a server before 2.10 knows no more than one, and what was not asked for is passed over here.
 */
export function filtersOf(connection: NatsConnection, county: string, events: readonly string[]): Pick<ConsumerConfig, 'filter_subject' | 'filter_subjects'> {
  const [major = 0, minor = 0] = (connection.info?.version ?? '').split('.').map(Number);
  const several = major > 2 || (major === 2 && minor >= 10);
  const subjects = several ? subjectsOf(county, events) : subjectsOf(county, events.length === 1 ? events : []);
  return subjects.length === 1 ? { filter_subject: subjects[0], filter_subjects: undefined } : { filter_subject: undefined, filter_subjects: subjects };
}

export type { ConnectionOptions, NatsConnection };
