import { allContracts } from '@hotline/contracts';
import { breakingChanges, tellBreak, type Schemas } from '../../deploy/commands/asyncapi/breaking-changes.ts';
import { fieldComments } from '../../deploy/commands/asyncapi/field-comments.ts';
import { schemaOf, type JsonSchema } from '../../deploy/commands/asyncapi/json-schema.ts';

const EVENT = 'calendar.published.v1';
const made = allContracts().find(({ name }) => name === EVENT);
if (!made) throw new Error(`no contract ${EVENT}`);
const published = schemaOf(made, fieldComments());

/** Today's schemas are the published one, changed: a field of the data, and what is required. */
function today(changes: Readonly<Record<string, JsonSchema | undefined>>, required = published.required): Schemas {
  const properties = Object.entries({ ...published.properties, ...changes }).filter((entry): entry is [string, JsonSchema] => entry[1] !== undefined);
  return new Map([[EVENT, { ...published, properties: Object.fromEntries(properties), required }]]);
}

const field = (name: string): JsonSchema => published.properties?.[name] ?? {};
const day = field('daysOff').items ?? {};
const without = (name: string): string[] => (published.required ?? []).filter((each) => each !== name);
const broken = (schemas: Schemas) => breakingChanges(new Map([[EVENT, published]]), schemas).map(({ field: where, change, detail }) => [where, change, ...(detail ? [detail] : [])]);

describe('a published contract', () => {
  it.each<[string, Schemas, unknown[]]>([
    ['an event is gone', new Map(), ['', 'event-removed']],
    ['a field is gone', today({ source: undefined }, without('source')), ['source', 'field-removed']],
    ['an optional field is gone', today({ revision: undefined }), ['revision', 'field-removed']],
    ['a new field is required', today({ documentNo: { type: 'string' } }, [...(published.required ?? []), 'documentNo']), ['documentNo', 'new-required-field']],
    ['an optional field becomes required', today({}, [...(published.required ?? []), 'revision']), ['revision', 'now-required']],
    ['a required field becomes optional', today({}, without('source')), ['source', 'no-longer-required']],
    ['a type changes', today({ year: { type: 'string' } }), ['year', 'type-changed', 'integer → string']],
    ['a type gets narrower', today({ revision: { type: 'integer', minimum: 0 } }), ['revision', 'type-changed', 'integer,null → integer']],
    ['a field may be null', today({ year: { ...field('year'), type: ['integer', 'null'] } }), ['year', 'type-changed', 'integer → integer,null']],
    ['a format changes', today({ publishedAt: { type: 'string', format: 'date' } }), ['publishedAt', 'format-changed', 'date-time → date']],
    ['a format is dropped', today({ publishedAt: { type: 'string' } }), ['publishedAt', 'format-changed', 'date-time → –']],
    ['a limit gets tighter', today({ source: { ...field('source'), maxLength: 120 } }), ['source', 'limit-changed', 'maxLength 500 → 120']],
    ['a code is gone', today({ layer: { type: 'string', enum: ['national', 'county'] } }), ['layer', 'codes-removed', 'prefecture']],
    ['codes become free text', today({ layer: { type: 'string' } }), ['layer', 'codes-closed-or-opened']],
    ['free text becomes codes', today({ source: { ...field('source'), enum: ['a'] } }), ['source', 'codes-closed-or-opened']],
    ['a field deep inside is gone', today({ daysOff: { ...field('daysOff'), items: { ...day, properties: { date: day.properties?.['date'] ?? {} } } } }), ['daysOff[].reason', 'field-removed']],
  ])('is broken when %s', (_, schemas, expected) => {
    expect(broken(schemas)).toEqual([expected]);
  });

  it.each<[string, Schemas]>([
    ['nothing changes', today({})],
    ['an optional field is added', today({ documentNo: { type: ['string', 'null'] } })],
    ['a code is added to a list', today({ layer: { type: 'string', enum: ['national', 'prefecture', 'county', 'township'] } })],
    ['words about it change', today({ year: { ...field('year'), description: 'Of the Gregorian calendar.' } })],
    ['an event is added', new Map([...today({}), ['calendar.published.v2', { type: 'object' }]])],
  ])('is not broken when %s', (_, schemas) => {
    expect(broken(schemas)).toEqual([]);
  });

  it('says which field of which event broke, and which new file to make instead', () => {
    const [found] = breakingChanges(new Map([[EVENT, published]]), today({ source: { ...field('source'), maxLength: 120 } }));
    expect(found && tellBreak(found)).toBe(
      'calendar.published.v1 source: 限度改变 another limit (maxLength 500 → 120)；请恢复原状，另立 libs/contracts/src/calendar-published.v2.ts 并让两者并行 restore it and declare calendar.published.v2 beside it',
    );
  });
});
