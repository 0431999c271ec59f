/** What is set for a stream in deploy/nats/topology.yaml. */
export interface Retention {
  readonly days: number;
  readonly bytes: number;
}

/** What a subscriber's NATS user is allowed, with `<name>` and `<event>` in it. */
export interface Allowed {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

const MEGABYTE = 1_048_576;

/** Stream of a county as subscribers name it. */
export const STREAM = 'HOTLINE_{county}';

/** What a subscriber may rely on; the same for every event. Markdown of the document's head. */
export function promises(events: number, retention: Retention, allowed: Allowed): string {
  return [opening(events), DELIVERY, ORDER, kept(retention), BEGINNING, permissions(allowed), CHANGE, IDENTITY].join('\n\n');
}

function opening(events: number): string {
  return `What a county's 12345 hotline tells other services: ${events} events, CloudEvents 1.0 in structured JSON over NATS JetStream. The package \`@hotline/client\` does
what this page says; any NATS client can.`;
}

const DELIVERY = `## Delivery

At least once. An event that was told may come again, minutes or a year later: after a redelivery, or because the county fills a lost stream again from its database.
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
What is older is in the county's database: read the state of a ticket over HTTP, or ask the county for \`npm run streams -- refill\`, which tells the events of up to a year again.`;
}

const BEGINNING = `## From the beginning

The durable of a subscriber starts with the oldest event that is kept when the county makes it, and goes on with the new ones. What was read is read again, from the
beginning or from a moment, by a second consumer named \`<name>-replay\`, without acknowledgement and one event at a time (\`replay()\` of the client). Apply events in any
order as above, and a second run changes nothing.`;

function permissions({ publish, subscribe }: Allowed): string {
  return `## Permissions

Ask the county to list a name and the events that you need in \`deploy/nats/subscribers.yaml\`. It makes a durable of that name and gives you a user in the account
\`SUBSCRIBERS\` with a password, which may do this and nothing else (the prefix of JetStream's API there is \`HOTLINE.API\`):

| what | subject |
|---|---|
${publish.map((subject) => `| publish | \`${subject}\` |`).join('\n')}
${subscribe.map((subject) => `| subscribe | \`${subject}\` |`).join('\n')}`;
}

const CHANGE = `## What may change

Events, optional fields and codes of a list may be added: pass over what you do not know. Nothing is taken away, renamed, narrowed or made optional; what must change becomes a
new version (\`.v2\`) beside the old one. A command refuses anything else before it is released.`;

const IDENTITY = `## Identity and traces

No event names a petitioner or says how to reach one (Art. 10), and none holds what a petitioner wrote. \`traceparent\` leads to the trace of the request that caused an event.`;
