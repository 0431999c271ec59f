import { allContracts } from '@hotline/contracts';
import { inboxPrefixOf } from './nats-address.js';
import type { Topology } from './topology.js';

/** A service of others that hears of the county's events over NATS. */
export interface Subscriber {
  /** User, and name of its durable consumer. */
  readonly name: string;
  /** Contracts it may hear, e.g. `clock.overdue.v1`. */
  readonly events: readonly string[];
}

/** What a user may publish to and subscribe to; everything else the server refuses. */
export interface Permissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** User of the commands that an engineer runs: streams, dead letters, rebuild. */
export const OPERATIONS = 'operations';

const PLATFORM_API = '$JS.API';
/** Prefix of JetStream's API for subscribers (`apiPrefix` of the client library): the account HOTLINE's, seen from SUBSCRIBERS, which has no JetStream of its own. */
export const SUBSCRIBERS_API = 'HOTLINE.API';

/** Events of the county and their streams. */
interface Streams {
  readonly main: string;
  readonly dead: string;
  /** `hotline.<county>.` */
  readonly prefix: string;
}

/**
 * What a service may do on the bus: publish its own contracts, read its own durable consumers, bury their messages, and wake
 * its own replicas (Art. 10: a service that was taken over cannot listen to, forge or destroy what is another's).
 */
export function permissionsOf(service: string, county: string, topology: Topology): Permissions {
  const { main, dead, prefix } = streamsOf(topology, county);
  const durables = topology.consumers.map(({ durable }) => durable).filter((durable) => durable.startsWith(`${service}-`));
  const wake = `hotline-wake.${county}.${service}`;
  return {
    publish: [
      ...allContracts().filter(({ producer }) => producer === service).map(({ name }) => prefix + name),
      ...durables.map((durable) => `hotline-dead.${county}.${durable}`),
      ...[main, dead].map((stream) => `$JS.API.STREAM.INFO.${stream}`),
      ...durables.flatMap((durable) => readingOf(main, durable)),
      wake,
    ],
    subscribe: [`${inboxPrefixOf(service)}.>`, wake],
  };
}

/** What a subscriber may do: read the consumer of its name, and make one beside it for reading events again from any time. */
export function subscriberPermissions({ name, events }: Subscriber, county: string, topology: Topology): Permissions {
  const { main, prefix } = streamsOf(topology, county);
  const again = replayOf(name);
  return {
    publish: [
      ...readingOf(main, name, SUBSCRIBERS_API),
      ...readingOf(main, again, SUBSCRIBERS_API),
      ...events.map((event) => `${SUBSCRIBERS_API}.CONSUMER.CREATE.${main}.${again}.${prefix}${event}`),
      `${SUBSCRIBERS_API}.CONSUMER.DELETE.${main}.${again}`,
    ],
    subscribe: [`${inboxPrefixOf(name)}.>`],
  };
}

/** Name of the consumer that a subscriber makes to read again. */
export function replayOf(subscriber: string): string {
  return `${subscriber}-replay`;
}

/** The variable that holds a user's password when the server reads its configuration. */
export function passwordVariable(user: string): string {
  return `NATS_PASSWORD_${user.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * The `accounts` of a nats-server configuration: `HOTLINE` with a user for each service and one for operations, `SUBSCRIBERS`
 * with a user for each service of others, to which exactly its own consumer is exported. Passwords come from the environment.
 */
export function accountsConfiguration(county: string, topology: Topology, subscribers: readonly Subscriber[]): string {
  const services = [...new Set(allContracts().map(({ producer }) => producer as string))];
  const imported = [...new Set(subscribers.flatMap((subscriber) => subscriberPermissions(subscriber, county, topology).publish))];
  const origin = (subject: string): string => JSON.stringify(subject.replace(SUBSCRIBERS_API, PLATFORM_API));
  const outside = subscribers.map((subscriber) => userOf(subscriber.name, subscriberPermissions(subscriber, county, topology)));
  return [
    'accounts {',
    '  HOTLINE {',
    '    jetstream: enabled',
    '    users: [',
    ...services.map((service) => userOf(service, permissionsOf(service, county, topology))),
    userOf(OPERATIONS, { publish: ['>'], subscribe: ['>'] }),
    '    ]',
    '    exports: [',
    ...imported.map((subject) => `      { service: ${origin(subject)}, response_type: stream, accounts: [SUBSCRIBERS] }`),
    '    ]',
    '  }',
    '  SUBSCRIBERS {',
    '    users: [',
    ...outside,
    '    ]',
    '    imports: [',
    ...imported.map((subject) => `      { service: { account: HOTLINE, subject: ${origin(subject)} }, to: ${JSON.stringify(subject)} }`),
    '    ]',
    '  }',
    '}',
    '',
  ].join('\n');
}

function readingOf(stream: string, durable: string, api = PLATFORM_API): string[] {
  return [`${api}.CONSUMER.INFO.${stream}.${durable}`, `${api}.CONSUMER.MSG.NEXT.${stream}.${durable}`, `$JS.ACK.${stream}.${durable}.>`];
}

function userOf(user: string, { publish, subscribe }: Permissions): string {
  const list = (subjects: readonly string[]): string => subjects.map((subject) => JSON.stringify(subject)).join(', ');
  return `      { user: ${JSON.stringify(user)}, password: $${passwordVariable(user)}, permissions: { publish: { allow: [${list(publish)}] }, subscribe: { allow: [${list(subscribe)}] } } }`;
}

function streamsOf({ streams: [main, dead] }: Topology, county: string): Streams {
  if (!main || !dead) throw new Error('topology: a main stream and one for dead letters are needed');
  return { main: main.name, dead: dead.name, prefix: `hotline.${county}.` };
}
