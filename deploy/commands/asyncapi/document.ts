import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Contract } from '@hotline/contracts';
import { subscriberPermissions } from '@hotline/messaging/accounts';
import { parseTopology, type Topology } from '@hotline/messaging/topology';
import { root } from '../../local/workspace.mjs';
import { exampleEvent } from './envelope.ts';
import { promises, STREAM } from './promises.ts';

type Described = Readonly<Record<string, unknown>>;

const ENVELOPE = 'envelope.v1';
const PRODUCERS: Readonly<Record<Contract['producer'], string>> = {
  intake: '受理: tickets, identity vault, knowledge, topics',
  routing: '派单: directory, handling',
  sla: '时限: calendars, clocks, extensions',
  supervision: '督办: orders, visits, accountability, archive',
  appraisal: '考核: scores, reports',
  prefecture: '州级: decisions of the level above',
};

/** `libs/contracts/asyncapi.yaml`: AsyncAPI 3 of all events, by the contracts and the topology of the bus. */
export function asyncApi(contracts: readonly Contract[]): string {
  const topology = parseTopology(readFileSync(join(root, 'deploy/nats/topology.yaml'), 'utf8'), '{county}');
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; license: string };
  const [kept] = topology.streams;
  if (!kept) throw new Error('deploy/nats/topology.yaml names no stream');
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: '12345 hotline events',
      version,
      description: promises(contracts.length, { days: kept.maxAgeDays, bytes: kept.maxBytes }, subscriberPermissions({ name: '<name>', events: ['<event>'] }, '{county}', topology)),
      license: { name: license },
      tags: Object.entries(PRODUCERS).map(([name, description]) => ({ name, description })),
    },
    defaultContentType: 'application/cloudevents+json',
    servers: { bus: { host: '{host}', protocol: 'nats', description: 'NATS with JetStream of the county.', variables: { host: { default: 'localhost:8088' } }, security: [{ $ref: '#/components/securitySchemes/user' }] } },
    channels: Object.fromEntries(contracts.map((made) => [made.name, channel(made, topology)])),
    operations: Object.fromEntries(contracts.map((made) => [`tell.${made.name}`, operation(made)])),
    components: components(contracts),
  };
  return `# Written by npm run asyncapi -- --write.\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function channel(made: Contract, topology: Topology): Described {
  const durables = topology.consumers.filter(({ events }) => events.includes(made.name)).map(({ durable }) => durable);
  return {
    address: `hotline.{county}.${made.name}`,
    title: made.name,
    summary: made.promise,
    parameters: { county: { $ref: '#/components/parameters/county' } },
    messages: { event: { $ref: `#/components/messages/${made.name}` } },
    'x-stream': STREAM,
    'x-heard-by': durables,
  };
}

function operation(made: Contract): Described {
  return { action: 'send', channel: { $ref: `#/channels/${made.name}` }, summary: made.promise, tags: [{ name: made.producer }], messages: [{ $ref: `#/channels/${made.name}/messages/event` }] };
}

function components(contracts: readonly Contract[]): Described {
  return {
    messages: Object.fromEntries(contracts.map((made) => [made.name, message(made)])),
    schemas: Object.fromEntries([ENVELOPE, ...contracts.map(({ name }) => name)].map((name) => [name, { $ref: `./schemas/${name}.schema.json` }])),
    parameters: { county: { description: 'Six-digit code of the county.', default: '532328', examples: ['532328'] } },
    securitySchemes: { user: { type: 'userPassword', description: 'The NATS user that the county gives, see Permissions.' } },
  };
}

function message(made: Contract): Described {
  return {
    name: `hotline.${made.name}`,
    title: made.name,
    summary: made.promise,
    description: told(made),
    contentType: 'application/cloudevents+json',
    tags: [{ name: made.producer }],
    payload: {
      allOf: [
        { $ref: `#/components/schemas/${ENVELOPE}` },
        { type: 'object', properties: { type: { const: `hotline.${made.name}` }, data: { $ref: `#/components/schemas/${made.name}` } } },
      ],
    },
    examples: [{ name: made.name, payload: exampleEvent(made) }],
  };
}

/** What holds of this event alone; the rest is in the head of the document. */
function told({ name, producer, subject }: Contract): string {
  return `Told by \`${producer}\`; \`subject\` is \`${subject}\`, \`version\` counts for it within \`${producer}\`. At least once, in order per subject. Ask for \`hotline.{county}.${name}\`.`;
}
