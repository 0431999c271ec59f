import { schemaIdOf, type Contract } from '@hotline/contracts';
import { DIALECT, type JsonSchema } from './json-schema.ts';

/** The CloudEvents 1.0 envelope of every event, in structured JSON. */
export const envelopeSchema: JsonSchema = {
  $schema: DIALECT,
  $id: schemaIdOf('envelope.v1'),
  title: 'envelope.v1',
  description: 'CloudEvents 1.0 in structured JSON with the extensions `version` and `traceparent`.',
  type: 'object',
  properties: {
    specversion: { type: 'string', const: '1.0' },
    id: { type: 'string', format: 'uuid', description: 'Of this event, the same in every delivery of it: by this a repetition is known.' },
    source: { type: 'string', pattern: '^/hotline/[^/]+/[a-z]+$', description: '`/hotline/<county>/<service>`' },
    type: { type: 'string', pattern: '^hotline\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+$', description: '`hotline.<event>`, e.g. `hotline.ticket.signed.v1`' },
    subject: { type: 'string', minLength: 1, description: 'Id of what the event is about: a ticket, a clock, a unit …' },
    time: { type: 'string', format: 'date-time', description: 'When it happened, UTC.' },
    datacontenttype: { type: 'string', const: 'application/json' },
    dataschema: { type: 'string', format: 'uri', description: '`$id` of the JSON Schema of `data`; absent from events told before there were schemas.' },
    version: { type: 'integer', minimum: 0, description: 'Of the subject in the service that tells it; grows with every event, and need not grow by one.' },
    traceparent: { type: 'string', pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$', description: 'W3C trace context of what caused it; absent from events told before it was always given.' },
    data: { type: 'object' },
  },
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'version', 'data'],
};

const COUNTY = '532328';

/** The whole event as it comes over the bus, around the example of its contract. */
export function exampleEvent(made: Contract): Readonly<Record<string, unknown>> {
  const place = [...made.name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffff_ffff, 7);
  return {
    specversion: '1.0',
    id: `0165fa1c-2d40-7000-9000-${place.toString(16).padStart(12, '0')}`,
    source: `/hotline/${COUNTY}/${made.producer}`,
    type: `hotline.${made.name}`,
    subject: subjectIn(made.subject, made.example) ?? '2018-09',
    time: momentIn(made.example),
    datacontenttype: 'application/json',
    dataschema: schemaIdOf(made.name),
    version: 3,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: made.example,
  };
}

/** The CloudEvents subject that a contract's template makes of some data; undefined where the data does not hold it all. */
export function subjectIn(template: string, data: object): string | undefined {
  const missing = Symbol('missing');
  const parts = template.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : ((data as Readonly<Record<string, unknown>>)[part] ?? missing)));
  return parts.includes(missing) ? undefined : parts.join('');
}

/** The latest moment in the data is when it happened; a contract without any tells of a day. */
function momentIn(data: object): string {
  return Object.values(data).filter((value): value is string => /^\d{4}-\d\d-\d\dT/.test(String(value))).sort().at(-1) ?? '2018-09-21T02:00:00.000Z';
}
