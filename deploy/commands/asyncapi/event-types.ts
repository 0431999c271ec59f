import type { Contract } from '@hotline/contracts';
import type { JsonSchema } from './json-schema.ts';

/**
 * `libs/client/src/generated/events.ts`: an interface for the data of each event, the map from type to data, and what the
 * parser checks at run time.
 */
export function eventTypes(contracts: readonly Contract[], schemas: ReadonlyMap<string, JsonSchema>): string {
  const entries = contracts.map((made) => ({ made, schema: schemas.get(made.name) ?? {} }));
  return [
    '/** Written by npm run asyncapi -- --write. */',
    ...entries.map(({ made, schema }) => `/** ${made.promise} */\nexport interface ${nameOf(made.name)} ${fields(schema, '')}`),
    `/** The data of each event, by the name of the event. */\nexport interface EventData {\n${contracts.map(({ name }) => `  readonly '${name}': ${nameOf(name)};`).join('\n')}\n}`,
    `/** What must be there, and the JSON type of each field that may be there. */\nexport const SHAPES: Readonly<Record<keyof EventData, { readonly required: readonly string[]; readonly types: Readonly<Record<string, readonly string[]>> }>> = {\n${entries.map(shape).join('\n')}\n};`,
  ].join('\n\n').concat('\n');
}

/** `TicketSignedV1` of `ticket.signed.v1`. */
function nameOf(event: string): string {
  return event.replace(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function fields({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const lines = Object.entries(properties).map(([name, field]) => {
    const comment = field.description ? `${indent}  /** ${field.description} */\n` : '';
    return `${comment}${indent}  readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(field, indent)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function typeOf(field: JsonSchema, indent: string): string {
  const [type, nothing] = typesOf(field);
  return nothing ? `${plainType(type ?? '', field, indent)} | null` : plainType(type ?? '', field, indent);
}

function plainType(type: string, field: JsonSchema, indent: string): string {
  if (field.enum) return field.enum.filter((code) => code !== null).map((code) => `'${String(code)}'`).join(' | ');
  if (type === 'array') return `readonly (${typeOf(field.items ?? {}, `${indent}  `)})[]`.replace(/\((string|number)\)/, '$1');
  if (type === 'object') return fields(field, indent);
  return type === 'integer' ? 'number' : type;
}

function shape({ made, schema }: { readonly made: Contract; readonly schema: JsonSchema }): string {
  const types = Object.entries(schema.properties ?? {}).map(([name, field]) => `${name}: [${typesOf(field).map((type) => `'${type}'`).join(', ')}]`);
  return `  '${made.name}': { required: [${(schema.required ?? []).map((name) => `'${name}'`).join(', ')}], types: { ${types.join(', ')} } },`;
}

function typesOf({ type }: JsonSchema): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}
