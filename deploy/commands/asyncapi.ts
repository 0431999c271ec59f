/**
 * `npm run asyncapi -- --check`: fails when what is checked in of the events — libs/contracts/asyncapi.yaml, the JSON Schemas
 * beside it, and the types of libs/client — is not what the contracts say, or when a contract breaks its published schema;
 * `npm run asyncapi -- --write` writes them anew, but never over a schema that would break.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { allContracts } from '@hotline/contracts';
import { Fault } from '../local/fault.mjs';
import { root } from '../local/workspace.mjs';
import { breakingChanges, tellBreak, type Schemas } from './asyncapi/breaking-changes.ts';
import { asyncApi } from './asyncapi/document.ts';
import { envelopeSchema } from './asyncapi/envelope.ts';
import { eventTypes } from './asyncapi/event-types.ts';
import { fieldComments } from './asyncapi/field-comments.ts';
import { schemaOf, type JsonSchema } from './asyncapi/json-schema.ts';
import { endWith, UsageFault } from './usage-fault.ts';

const SCHEMAS = 'libs/contracts/schemas';
const ENDING = '.schema.json';

/** What is checked in, by its path: file → text. */
type Files = ReadonlyMap<string, string>;

function currentSchemas(): Schemas {
  const comments = fieldComments();
  return new Map([[envelopeSchema.title ?? '', envelopeSchema], ...allContracts().map((made): [string, JsonSchema] => [made.name, schemaOf(made, comments)])]);
}

/** What was written before: the baseline that nothing may break. Taking back what was never released is deleting its file. */
async function publishedSchemas(): Promise<Schemas> {
  const names = (await readdir(join(root, SCHEMAS)).catch(() => [])).filter((name) => name.endsWith(ENDING)).sort();
  return new Map(await Promise.all(names.map(async (name): Promise<[string, JsonSchema]> => [name.slice(0, -ENDING.length), JSON.parse(await readFile(join(root, SCHEMAS, name), 'utf8')) as JsonSchema])));
}

function filesOf(schemas: Schemas): Files {
  return new Map([
    ['libs/contracts/asyncapi.yaml', asyncApi(allContracts())],
    ...[...schemas].map(([name, schema]): [string, string] => [`${SCHEMAS}/${name}${ENDING}`, `${JSON.stringify(schema, null, 2)}\n`]),
    ['libs/client/src/generated/events.ts', eventTypes(allContracts(), schemas)],
  ]);
}

async function write(files: Files): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

async function stale(files: Files): Promise<string[]> {
  const found = await Promise.all([...files].map(async ([file, text]) => ((await readFile(join(root, file), 'utf8').catch(() => '')) === text ? [] : [file])));
  return found.flat();
}

async function run(mode: string | undefined): Promise<void> {
  if (mode !== '--check' && mode !== '--write') throw new UsageFault('用法：npm run asyncapi -- --check | --write', 'say --check or --write');
  const schemas = currentSchemas();
  const broken = breakingChanges(await publishedSchemas(), schemas);
  if (broken.length > 0) throw new Fault(`事件契约破坏了已发布的版本：\n  ${broken.map(tellBreak).join('\n  ')}\n`, 'a published contract would break');
  const files = filesOf(schemas);
  if (mode === '--write') return write(files);
  const old = await stale(files);
  if (old.length > 0) throw new Fault(`事件文档与代码不一致：${old.join('、')}。请运行 npm run asyncapi -- --write 并提交。`, 'the checked-in descriptions of the events are stale');
}

await run(process.argv[2]).catch(endWith);
