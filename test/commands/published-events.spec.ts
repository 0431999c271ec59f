import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fromFile, Parser } from '@asyncapi/parser';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { CloudEvent } from 'cloudevents';
import { parseEvent } from '@hotline/client';
import { allContracts, checked, ContractViolation, schemaIdOf, type Contract } from '@hotline/contracts';
import { exampleEvent, subjectIn } from '../../deploy/commands/asyncapi/envelope.ts';
import type { JsonSchema } from '../../deploy/commands/asyncapi/json-schema.ts';
import { EventInspector, publishedSchemas } from '../../deploy/commands/asyncapi/sound-event.ts';

const SCHEMAS = resolve('libs/contracts/schemas');
const contracts = allContracts();
const schemas = readdirSync(SCHEMAS).map((file) => [file, JSON.parse(readFileSync(resolve(SCHEMAS, file), 'utf8')) as JsonSchema] as const);
const ajv = publishedSchemas();

function validator(name: string): ValidateFunction {
  const found = ajv.getSchema(schemaIdOf(name));
  if (!found) throw new Error(`no published schema of ${name}`);
  return found;
}

function fits(made: Contract, data: object): boolean {
  try {
    checked(made, data, 'in');
    return true;
  } catch (error) {
    if (error instanceof ContractViolation) return false;
    throw error;
  }
}

/** What may stand in a field: right for some field of some contract, or nearly so. */
const VALUES: readonly unknown[] = [
  ...['0197a2b4-5c1d-7000-8000-0123456789ab', '2018-09-21T01:30:00.000Z', '2018-02-30T01:30:00Z', 'x', '', 'x'.repeat(121), 'x'.repeat(501), '字'.repeat(120)],
  ...[0, 1, -1, 1.5, true, null, undefined, [], ['a'], ['a', 'a'], ['key', 'key'], ['a', 1], [''], Array.from({ length: 51 }, () => 'a'), {}, [{ date: 'x', reason: 'y' }], [{ date: 1 }]],
];

describe('the published events', () => {
  it('have one schema each, under a stable id and the name of its file', () => {
    const names = ['envelope.v1', ...contracts.map(({ name }) => name)];
    expect(schemas.map(([file, { $id }]) => [file, $id])).toEqual(names.toSorted().map((name) => [`${name}.schema.json`, `urn:hotline-12345:schema:${name}`]));
  });

  it('are described by AsyncAPI that the official parser accepts, each with its example, address and promise', async () => {
    const { document, diagnostics } = await fromFile(new Parser(), resolve('libs/contracts/asyncapi.yaml')).parse();
    expect(diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version')).toEqual([]);
    const channels = document?.channels().all() ?? [];
    expect(channels.map((channel) => channel.address())).toEqual(contracts.map(({ name }) => `hotline.{county}.${name}`));
    expect(channels.map((channel) => channel.messages().all().map((message) => [message.summary(), message.examples().all().length]))).toEqual(contracts.map(({ promise }) => [[promise, 1]]));
    for (const chapter of ['Delivery', 'Order', 'Retention', 'From the beginning', 'Permissions', 'What may change']) expect(document?.info().description()).toContain(`## ${chapter}\n`);
    expect(document?.info().description()).toContain('90 days, or 2048 MB');
  }, 60_000);
});

describe('the inspector', () => {
  const sound = exampleEvent(contracts.find(({ name }) => name === 'ticket.signed.v1') as Contract);
  it.each<[string, object, string[]]>([
    ['no traceparent', { traceparent: undefined }, ['ticket.signed.v1: no traceparent']],
    ['a traceparent that is none', { traceparent: 'x' }, ['ticket.signed.v1: /traceparent pattern']],
    ['the schema of another event', { dataschema: schemaIdOf('ticket.closed.v1') }, ['ticket.signed.v1: another dataschema']],
    ['another subject than the contract says', { subject: 'x' }, ['ticket.signed.v1: another subject']],
    ['an empty field', { data: { ...(sound['data'] as object), unit: '' } }, ['ticket.signed.v1: /unit minLength']],
    ['a missing field', { data: { ...(sound['data'] as object), unit: undefined } }, ['unfit-data: unit: missing']],
    ['a name that CloudEvents does not allow', { Trace_Parent: 'x' }, ['ticket.signed.v1: the SDK does not read it']],
  ])('finds %s', (_, changes, flaws) => {
    expect(new EventInspector().flawsOf(JSON.stringify({ ...sound, ...changes }))).toEqual(flaws);
  });
});

describe.each(contracts.map((made) => [made.name, made] as const))('%s', (name, made) => {
  it('has an example that fits contract, schema and subject, and that the official SDK and the client read', () => {
    expect(checked(made, made.example, 'out')).toMatchObject(made.example);
    expect([validator(name)(made.example), validator(name).errors]).toEqual([true, null]);
    const event = exampleEvent(made);
    expect([validator('envelope.v1')(event), validator('envelope.v1').errors]).toEqual([true, null]);
    if (made.subject !== '{period}') expect(event['subject']).toBe(subjectIn(made.subject, made.example));
    const read = new CloudEvent(event);
    expect(read.validate()).toBe(true);
    expect([read.id, read.type, read.dataschema, read['traceparent'], read['version'], read.data]).toEqual([event['id'], `hotline.${name}`, schemaIdOf(name), event['traceparent'], 3, made.example]);
    expect(parseEvent(JSON.stringify(event))).toEqual({ ok: true, event });
    expect(new EventInspector().flawsOf(JSON.stringify(event))).toEqual([]);
  });

  it('has a schema that judges as the contract does', () => {
    const judge = validator(name);
    const fields = Object.keys((judge.schema as JsonSchema).properties ?? {});
    const judged = fields.flatMap((field) => VALUES.map((value) => ({ field, value, data: JSON.parse(JSON.stringify({ ...made.example, [field]: value })) as object })));
    const differences = judged.filter(({ data }) => judge(data) !== fits(made, data)).map(({ field, value }) => `${field}: ${JSON.stringify(value)}`);
    expect(differences).toEqual([]);
  });
});
