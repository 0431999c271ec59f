import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { CloudEvent } from 'cloudevents';
import { parseEvent } from '@hotline/client';
import { contractNamed, schemaIdOf } from '@hotline/contracts';
import { root } from '../../local/workspace.mjs';
import { subjectIn } from './envelope.ts';

/** Every published schema, compiled; strict, so that a keyword that says nothing is an error. */
export function publishedSchemas(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  for (const file of globSync('libs/contracts/schemas/*.schema.json', { cwd: root })) ajv.addSchema(JSON.parse(readFileSync(join(root, file), 'utf8')) as object);
  return ajv;
}

/**
 * What is wrong with an event as it was told, seen by a stranger: the official SDK and the client must read it, envelope and data
 * must fit their published schemas, and it must say what caused it. Names fields, never values.
 */
export class EventInspector {
  readonly #schemas = publishedSchemas();

  flawsOf(text: string): string[] {
    const parsed = parseEvent(text);
    if (!parsed.ok) return parsed.problems.map((problem) => `${parsed.reason}: ${problem}`);
    const { event } = parsed;
    const name = event.type.slice('hotline.'.length);
    const subject = subjectIn(contractNamed(name)?.subject ?? '', event.data);
    const flaws = [
      ...this.#misfits('envelope.v1', event),
      ...this.#misfits(name, event.data),
      ...(event.traceparent === undefined ? ['no traceparent'] : []),
      ...(event.dataschema === schemaIdOf(name) ? [] : ['another dataschema']),
      ...(subject === undefined || subject === event.subject ? [] : ['another subject']),
      ...(isRead(event) ? [] : ['the SDK does not read it']),
    ];
    return flaws.map((flaw) => `${name}: ${flaw}`);
  }

  #misfits(name: string, value: object): string[] {
    const validate = this.#schemas.getSchema(schemaIdOf(name));
    if (!validate) return ['no published schema'];
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  }
}

function isRead(event: object): boolean {
  try {
    return new CloudEvent(event).validate();
  } catch {
    return false;
  }
}
