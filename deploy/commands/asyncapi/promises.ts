/** What is set for a stream in deploy/nats/topology.yaml. */
export interface Retention {
  readonly days: number;
  readonly bytes: number;
}

/** One thing that a subscriber's NATS user must be allowed; `<durable>` stands for its durable. */
export interface Permission {
  readonly to: 'publish' | 'subscribe';
  readonly subject: string;
  /** For what it is needed. */
  readonly when: string;
}

const MEGABYTE = 1_048_576;

/** Stream of a county as subscribers name it. */
export const STREAM = 'HOTLINE_{county}';

/** What reading by a consumer of that name takes. */
function reading(consumer: string, purpose: string): Permission[] {
  return [
    { to: 'publish', subject: `$JS.API.CONSUMER.INFO.${STREAM}.${consumer}`, when: purpose },
    { to: 'publish', subject: `$JS.API.CONSUMER.MSG.NEXT.${STREAM}.${consumer}`, when: purpose },
    { to: 'publish', subject: `$JS.API.CONSUMER.CREATE.${STREAM}.${consumer}.hotline.{county}.<event>`, when: `${purpose} of one event, or of all with \`>\`` },
    { to: 'publish', subject: `$JS.API.CONSUMER.DURABLE.CREATE.${STREAM}.${consumer}`, when: `${purpose} of several events; who may do this may read all` },
  ];
}

/** The least that a subscriber needs. Where the county makes the durable itself, the lines with CREATE are not needed. */
export const PERMISSIONS: readonly Permission[] = [
  ...reading('<durable>', 'subscribing'),
  { to: 'publish', subject: `$JS.ACK.${STREAM}.<durable>.>`, when: 'subscribing' },
  ...reading('<durable>-replay', 'a replay'),
  { to: 'publish', subject: `$JS.API.CONSUMER.DELETE.${STREAM}.<durable>-replay`, when: 'a replay' },
  { to: 'subscribe', subject: '_INBOX.>', when: 'always' },
];

/** What a subscriber may rely on; the same for every event. Markdown of the document's head. */
export function promises(events: number, retention: Retention): string {
  return [opening(events), DELIVERY, ORDER, kept(retention), BEGINNING, permissions(), CHANGE, IDENTITY].join('\n\n');
}

function opening(events: number): string {
  return `What a county's 12345 hotline tells other services: ${events} events, CloudEvents 1.0 in structured JSON over NATS JetStream. The package \`@hotline/client\` does
what this page says; any NATS client can.`;
}

const DELIVERY = `## Delivery

At least once. An event that was told may come again, minutes or years later: after a redelivery, or because the county fills a lost stream again from its database.
Its \`id\` stays the same, so keep the ids beside what they caused, in the same transaction. Nothing that a service committed is left out: it publishes from a table
that is written in the transaction of the change.`;

const ORDER = `## Order

Per ticket and service: what one service tells of one \`subject\` goes into the stream in the order of its \`version\`. Between services there is no order
(\`clock.started.v1\` may stand before or after the \`ticket.dispatched.v1\` that caused it), and a redelivered event comes after younger ones. So keep the highest
\`version\` of each \`source\` and \`subject\`, and let no lower one overwrite it. Where an event carries the whole state (\`clock.*\`, \`unit.recorded\`,
\`topic.found\`), the highest version is the whole truth.`;

function kept({ days, bytes }: Retention): string {
  return `## Retention

${days} days, or ${bytes / MEGABYTE} MB if that is less; the county sets both in \`deploy/nats/topology.yaml\`. A full stream takes nothing new until old events have gone, and loses none.
What is older is in the county's database: read the state of a ticket over HTTP, or ask the county for \`npm run streams -- refill\`, which tells everything again.`;
}

const BEGINNING = `## From the beginning

A durable consumer with the deliver policy \`all\` starts with the oldest event that is kept and goes on with the new ones; \`by_start_time\` starts at a moment.
To read once, use a consumer without acknowledgement and delete it afterwards. Apply events in any order as above, and a second run changes nothing.`;

function permissions(): string {
  return `## Permissions

Ask the county for a NATS user, and name the events and a durable of your own, e.g. \`statistics\`: never allow wildcards there, by which the services' own
durables could be read or deleted. With the code of the county for \`{county}\` it may, where the county does not make the durable itself (then without \`CREATE\`),

| what | subject | for |
|---|---|---|
${PERMISSIONS.map(({ to, subject, when }) => `| ${to} | \`${subject}\` | ${when} |`).join('\n')}`;
}

const CHANGE = `## What may change

Events, optional fields and codes of a list may be added: pass over what you do not know. Nothing is taken away, renamed, narrowed or made optional; what must change becomes a
new version (\`.v2\`) beside the old one. A command refuses anything else before it is released.`;

const IDENTITY = `## Identity and traces

No event names a petitioner or says how to reach one (Art. 10), and none holds what a petitioner wrote. \`traceparent\` leads to the trace of the request that caused an event.`;
