/**
 * `npm run openapi -- --check`: fails when a checked-in apps/<name>/openapi.json is not what the built service describes, or the
 * types of libs/client are not what it says; `npm run openapi -- --write` writes them anew. Needs neither database nor bus nor
 * identity provider.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { DynamicModule, Type } from '@nestjs/common';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { type ConfigSchema, createOpenApi, exampleEnvironment, readConfig } from '@hotline/http';
import { Fault } from '../local/fault.mjs';
import { endWith, UsageFault } from './usage-fault.ts';

const SERVICES = ['intake', 'routing', 'sla', 'supervision', 'appraisal', 'prefecture'];
const PRINT = '--print';
const runFile = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

type Exports = Readonly<Record<string, unknown>>;
type ServiceModule = Type & { forRoot?: (config: object) => DynamicModule };

const built = (name: string, part: string): Promise<Exports> => import(pathToFileURL(join(root, 'apps', name, 'dist', `${name}.${part}.js`)).href) as Promise<Exports>;

/** The service's module; where it is made from a configuration, from one that its schema's own examples fill. */
async function moduleOf(name: string): Promise<Type | DynamicModule> {
  const exported = Object.entries(await built(name, 'module')).find(([key]) => key.toLowerCase() === `${name}module`)?.[1];
  if (typeof exported !== 'function') throw new Error(`apps/${name}/src/${name}.module.ts exports no ${name}Module`);
  const service = exported as ServiceModule;
  return service.forRoot ? service.forRoot(await exampleConfig(name)) : service;
}

async function exampleConfig(name: string): Promise<object> {
  const schema = Object.values(await built(name, 'config')).find(isSchema);
  if (!schema) throw new Error(`apps/${name}/src/${name}.config.ts exports no schema`);
  return readConfig(schema, exampleEnvironment(schema));
}

function isSchema(exported: unknown): exported is ConfigSchema {
  if (typeof exported !== 'object' || exported === null) return false;
  const settings = Object.values(exported) as unknown[];
  return settings.length > 0 && settings.every((setting) => typeof setting === 'object' && setting !== null && 'env' in setting && 'meaning' in setting);
}

/** In a process of its own: services that never meet in one process may each tell a refusal in their own words. */
async function textOf(name: string): Promise<string> {
  const { stdout } = await runFile(process.execPath, [import.meta.filename, PRINT, name], { maxBuffer: 64 * 1_048_576 });
  return stdout;
}

async function print(name: string): Promise<void> {
  process.stdout.write(`${JSON.stringify(await createOpenApi(name, await moduleOf(name)), null, 2)}\n`);
}

/** What is checked in of a service: its description, and the client's types of it. */
async function filesOf(name: string): Promise<readonly (readonly [file: string, text: string])[]> {
  const text = await textOf(name);
  const types = astToString(await openapiTypes(JSON.parse(text) as OpenAPI3));
  return [
    [`apps/${name}/openapi.json`, text],
    [`libs/client/src/generated/${name}-api.ts`, `/** Written by npm run openapi -- --write. */\n\n${types}`],
  ];
}

async function write(name: string): Promise<void> {
  for (const [file, text] of await filesOf(name)) await writeFile(join(root, file), text);
}

async function staleOf(name: string): Promise<string[]> {
  const found = await Promise.all((await filesOf(name)).map(async ([file, text]) => ((await readFile(join(root, file), 'utf8').catch(() => '')) === text ? [] : [file])));
  return found.flat();
}

async function run(mode: string | undefined, name = ''): Promise<void> {
  if (mode === PRINT && SERVICES.includes(name)) return print(name);
  if (mode !== '--check' && mode !== '--write') throw new UsageFault('用法：npm run openapi -- --check | --write', 'say --check or --write');
  const stale: string[] = [];
  for (const service of SERVICES) {
    if (mode === '--write') await write(service);
    else stale.push(...(await staleOf(service)));
  }
  if (stale.length > 0) throw new Fault(`接口文档与代码不一致：${stale.join('、')}。请运行 npm run openapi -- --write 并提交。`, 'the checked-in OpenAPI files are stale');
}

await run(process.argv[2], process.argv[3]).catch(endWith);
