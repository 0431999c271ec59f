import { jest } from '@jest/globals';
import { readConfig, refuseInsecure, type ConfigSchema } from '@hotline/http';
import { parse } from 'yaml';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { composeWith, exampleSettings } from './compose-file.ts';
import { ofKind, rendered, valuesOf, type Manifest } from './helm.ts';
import { CONFIGS } from './service-configs.ts';

jest.setTimeout(240_000);

/** Read by Node and by the telemetry that is loaded before the service. */
const OF_THE_RUNTIME = ['NODE_OPTIONS', 'OTEL_SERVICE_NAME'];
const EXTERNAL = ['--set', 'database.bundled=false,nats.credentials=true,nats.accounts=accounts,externalSecrets.enabled=true'];

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean } };
}
interface Pods {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly name: string; readonly args: readonly string[]; readonly env: readonly Variable[] }[] } } };
}

/** The environment as the service would see it, with something of the right kind for each secret. */
function environmentFrom(variables: readonly Variable[], config: ConfigSchema): Record<string, string> {
  return Object.fromEntries(variables.filter(({ name }) => !OF_THE_RUNTIME.includes(name)).map(({ name, value }) => [name, value ?? secretFor(name, config)]));
}

function secretFor(name: string, config: ConfigSchema): string {
  const setting = Object.values(config).find(({ env }) => env === name);
  if (setting?.kind === 'secret-url') return setting.example;
  return setting?.kind.startsWith('base64') ? Buffer.alloc(32).toString('base64') : 'id:a-secret-long-enough';
}

function environments(manifests: readonly Manifest[], kind: string, of: string): ReadonlyMap<string, readonly Variable[]> {
  const pods = ofKind<Pods>(manifests, kind).filter(({ metadata }) => kind === 'Deployment' || metadata.name === of);
  return new Map(pods.flatMap(({ spec }) => spec.template.spec.containers.map(({ name, env }) => [name, env] as const)));
}

describe.each([
  ['smallest', valuesOf('smallest')],
  ['county', valuesOf('county')],
  ['province, all secrets from outside', [...valuesOf('province'), ...EXTERNAL]],
] as const)('the environment that the chart gives a service, %s', (_, values) => {
  it.each(serviceNames)('%s: sets what it requires, nothing unknown, and every value is one that it takes', async (name) => {
    const variables = environments(await rendered(...values), 'Deployment', name).get(name) ?? [];
    const config = CONFIGS[name];
    const known = Object.values(config).map(({ env }) => env);
    expect(variables.map((variable) => variable.name).filter((env) => !known.includes(env) && !OF_THE_RUNTIME.includes(env))).toEqual([]);
    const read = readConfig(config, environmentFrom(variables, config)) as Parameters<typeof refuseInsecure>[0];
    expect(() => refuseInsecure(read)).not.toThrow();
    expect(read.mode).toBe('production');
  });

  it('is the same for the job that migrates', async () => {
    const manifests = await rendered(...values);
    const [running, migrating] = [environments(manifests, 'Deployment', ''), environments(manifests, 'Job', 'hotline-migrate')];
    expect([...migrating.keys()].sort()).toEqual([...serviceNames].sort());
    for (const name of serviceNames) expect(migrating.get(name)).toEqual(running.get(name));
  });
});

describe('secrets', () => {
  it('never stand in the manifests: what is secret comes out of the Secret of the service or of the database', async () => {
    const manifests = await rendered(...valuesOf('province'), ...EXTERNAL);
    for (const [name, variables] of environments(manifests, 'Deployment', '')) {
      const secret = Object.values(CONFIGS[name as ServiceName]).filter(({ kind }) => kind.startsWith('secret') || kind.startsWith('base64')).map(({ env }) => env);
      for (const variable of variables.filter(({ name: env }) => secret.includes(env))) expect(variable.valueFrom?.secretKeyRef).toMatchObject({ name: `hotline-${name}`, key: variable.name });
    }
  });

  it('may be missing where the service can do without, and must be there where it cannot', async () => {
    const variables = environments(await rendered(...valuesOf('county')), 'Deployment', '').get('intake') ?? [];
    const references = new Map(variables.flatMap(({ name, valueFrom }) => (valueFrom ? [[name, valueFrom.secretKeyRef.optional ?? false] as const] : [])));
    expect(Object.fromEntries(references)).toEqual({ DATABASE_URL: false, HOTLINE_IDENTITY_KEY: false, HOTLINE_IDENTITY_OLD_KEYS: true, HOTLINE_S3_ACCESS_KEY: false, HOTLINE_S3_SECRET_KEY: false });
  });

  it('of everyone that has some are fetched from outside where that is switched on', async () => {
    const names = ofKind(await rendered(...valuesOf('county'), ...EXTERNAL), 'ExternalSecret').map(({ metadata }) => metadata.name);
    expect(names.sort()).toEqual([...serviceNames, 'streams', 'nats', 'backup'].map((name) => `hotline-${name}`).sort());
    const bundled = ofKind(await rendered(...valuesOf('county'), '--set', 'externalSecrets.enabled=true'), 'ExternalSecret').map(({ metadata }) => metadata.name);
    expect(bundled.sort()).toEqual(['hotline-intake', 'hotline-prefecture']);
  });
});

describe('the jobs', () => {
  it.each([
    ['smallest', [], 'post-install,pre-upgrade'],
    ['county', ['--set', 'database.bundled=false,nats.bundled=false,nats.url=nats://nats.example:4222'], 'pre-install,pre-upgrade'],
  ] as const)('of %s run before every roll-out, first the schemas, then the streams', async (size, more, hook) => {
    const jobs = ofKind<Pods>(await rendered(...valuesOf(size), ...more), 'Job');
    const order = jobs.map(({ metadata }) => [metadata.name, metadata.annotations?.['helm.sh/hook'], metadata.annotations?.['helm.sh/hook-weight']]);
    expect(order).toEqual([['hotline-migrate', hook, '1'], ['hotline-streams', hook, '2']]);
  });

  it('declare the streams as large and as often as the bus keeps them', async () => {
    const jobs = ofKind<Pods>(await rendered(...valuesOf('province')), 'Job');
    expect(jobs.find(({ metadata }) => metadata.name === 'hotline-streams')?.spec.template.spec.containers[0]?.args).toEqual(['deploy/commands/streams.ts', 'apply', '--replicas', '3', '--max-gib', '160']);
  });
});

describe('the environment that compose gives a service', () => {
  const filled = { POSTGRES_PASSWORD: 'postgres', S3_SECRET_KEY: 's3', HOTLINE_IDENTITY_KEY: Buffer.alloc(32).toString('base64'), PREFECTURE_CLIENT_SECRET: 'client' };
  const { services } = composeWith(exampleSettings(filled));

  it.each(serviceNames)('%s: is started by the same command as in the chart', async (name) => {
    const [deployment] = ofKind<Pods>(await rendered(...valuesOf('smallest')), 'Deployment').filter(({ metadata }) => metadata.name === `hotline-${name}`);
    expect(deployment?.spec.template.spec.containers[0]?.args).toEqual(services[name]?.command);
  });

  it.each(serviceNames)('%s: sets what it requires and nothing unknown', (name) => {
    const { OTEL_SERVICE_NAME: called, ...environment } = parse(JSON.stringify(services[name]?.environment)) as Record<string, string>;
    expect(called).toBe(name);
    expect(Object.keys(environment).filter((env) => !Object.values(CONFIGS[name]).some((setting) => setting.env === env))).toEqual([]);
    expect(readConfig(CONFIGS[name], environment)).toMatchObject({ mode: 'production', county: '532328' });
  });
});
