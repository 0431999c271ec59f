import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { parse } from 'yaml';
import { serviceNames } from '../../deploy/local/layout.ts';
import { chart, helm, ofKind, rendered, SIZES, valuesOf } from './helm.ts';
import { faultsOf } from './manifest-schemas.ts';
import { CONFIGS } from './service-configs.ts';
import { openSettings, settingsSchema } from './settings-schema.ts';

jest.setTimeout(240_000);

/** Everything that can be switched on, over the largest size. */
const EVERYTHING = ['externalSecrets.enabled=true', 'nats.credentials=true', 'nats.accounts=accounts', 'files.policy=p', 'files.subjects=s', 'files.calendars=c', 'inbox.claim=drop', 'image.pullSecrets={registry}', 'monitoring.labels.release=prometheus', 'settings.OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318', 'services.prefecture.settings.PREFECTURE_PEER_URL=https://12345.prefecture.example.gov.cn/api'];
const OUTSIDE = ['database.bundled=false', 'nats.bundled=false', 'nats.url=nats://nats.example:4222', 'gateway.create=false', 'gateway.parent.name=shared', 'gateway.parent.namespace=edge'];
const set = (values: readonly string[]): string[] => values.flatMap((value) => ['--set', value]);

interface Workload {
  readonly spec: { readonly replicas?: number; readonly template: { readonly spec: PodSpec } };
}
interface Pooled {
  readonly spec: { readonly replicas?: number; readonly template: { readonly spec: { readonly containers: readonly { readonly env: readonly { readonly name: string; readonly value?: string }[] }[] } } };
}
interface PodSpec {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: object;
  readonly containers: readonly { readonly name: string; readonly securityContext: object; readonly resources: { readonly limits: object; readonly requests: object } }[];
}

describe.each([
  ...SIZES.map((size) => [size, valuesOf(size)] as const),
  ['everything on', [...valuesOf('province'), ...set(EVERYTHING)]] as const,
  ['database, bus and gateway from outside', [...valuesOf('county'), ...set(OUTSIDE)]] as const,
])('the chart, %s', (_, values) => {
  it('passes helm lint', async () => {
    const { status, stdout } = await helm(['lint', chart, '--strict', ...values]);
    expect(stdout).toContain('0 chart(s) failed');
    expect(status).toBe(0);
  });

  it('renders nothing but valid objects without unknown fields', async () => {
    const manifests = await rendered(...values);
    expect((await Promise.all(manifests.map(faultsOf))).flat()).toEqual([]);
    const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('runs everything as nobody, with a read-only disk, limits and no token of the cluster', async () => {
    const manifests = await rendered(...values);
    const pods = [...ofKind<Workload>(manifests, 'Deployment'), ...ofKind<Workload>(manifests, 'StatefulSet'), ...ofKind<Workload>(manifests, 'Job')].map(({ spec }) => spec.template.spec);
    const crons = ofKind<{ readonly spec: { readonly jobTemplate: Workload } }>(manifests, 'CronJob').map(({ spec }) => spec.jobTemplate.spec.template.spec);
    for (const pod of [...pods, ...crons]) {
      expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } });
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
        expect(container.resources).toMatchObject({ requests: { memory: expect.any(String) }, limits: { memory: expect.any(String) } });
      }
    }
  });
});

describe('the validator of manifests', () => {
  it('objects to a missing, a wrong and an unknown field, and to one that the operator would not know', async () => {
    const [deployment] = ofKind<{ spec: Record<string, unknown> }>(await rendered(...valuesOf('county')), 'Deployment');
    const [cluster] = ofKind<{ spec: Record<string, unknown> }>(await rendered(...valuesOf('county')), 'Cluster');
    if (!deployment || !cluster) throw new Error('nothing rendered');
    expect(await faultsOf({ ...deployment, spec: { ...deployment.spec, replicas: 'two', replicass: 2, selector: undefined } } as never)).toHaveLength(3);
    expect(await faultsOf({ ...cluster, spec: { ...cluster.spec, instancess: 2 } } as never)).not.toEqual([]);
  });
});

describe('the sizes', () => {
  it.each([
    ['smallest', 1, 1],
    ['county', 2, 1],
    ['prefecture', 3, 3],
  ] as const)('%s runs %i of each service and %i servers of the bus', async (size, replicas, servers) => {
    const manifests = await rendered(...valuesOf(size));
    expect(ofKind<Workload>(manifests, 'Deployment').map(({ metadata, spec }) => [metadata.name, spec.replicas])).toEqual([...serviceNames].sort().map((name) => [`hotline-${name}`, replicas]));
    expect(ofKind<Workload>(manifests, 'StatefulSet')[0]?.spec.replicas).toBe(servers);
  });

  it('province gives each service a database cluster and leaves the replicas to the lag of durables that exist', async () => {
    const manifests = await rendered(...valuesOf('province'));
    expect(ofKind(manifests, 'Cluster')).toHaveLength(serviceNames.length);
    expect(ofKind<Workload>(manifests, 'Deployment').map(({ spec }) => spec.replicas)).toEqual(serviceNames.map(() => undefined));
    const { consumers } = parse(readFileSync('deploy/nats/topology.yaml', 'utf8')) as { consumers: { durable: string }[] };
    const scaled = ofKind<{ readonly spec: { readonly triggers: readonly { readonly metadata: { readonly consumer: string; readonly stream: string } }[] } }>(manifests, 'ScaledObject').flatMap(({ spec }) => spec.triggers);
    expect(scaled.map(({ metadata }) => metadata.consumer).filter((name) => !consumers.some(({ durable }) => durable === name))).toEqual([]);
    expect(new Set(scaled.map(({ metadata }) => metadata.stream))).toEqual(new Set(['HOTLINE_532328']));
    expect(scaled.length).toBeGreaterThanOrEqual(serviceNames.length);
  });
});

describe('stopped', () => {
  it.each(['county', 'province'] as const)('%s runs neither services nor jobs, and keeps database and bus', async (size) => {
    const manifests = await rendered(...valuesOf(size), '--set', 'stopped=true');
    expect(ofKind<Workload>(manifests, 'Deployment').map(({ spec }) => spec.replicas)).toEqual(serviceNames.map(() => 0));
    expect(['Job', 'ScaledObject'].flatMap((kind) => ofKind(manifests, kind))).toEqual([]);
    expect(['Cluster', 'StatefulSet', 'CronJob'].filter((kind) => ofKind(manifests, kind).length === 0)).toEqual([]);
  });
});

describe('the connections to a database', () => {
  it.each(SIZES)('of %s are never more than it allows, a replica of each service more than usual included', async (size) => {
    const manifests = await rendered(...valuesOf(size));
    const [cluster] = ofKind<{ readonly spec: { readonly postgresql: { readonly parameters: { readonly max_connections: string } } } }>(manifests, 'Cluster');
    const most = ofKind<{ readonly spec: { readonly maxReplicaCount: number } }>(manifests, 'ScaledObject')[0]?.spec.maxReplicaCount;
    const needed = ofKind<Pooled>(manifests, 'Deployment').map(({ spec }) => Number(spec.template.spec.containers[0]?.env.find(({ name }) => name === 'DATABASE_POOL_MAX')?.value ?? 10) * ((most ?? spec.replicas ?? 1) + 1));
    const together = ofKind(manifests, 'Cluster').length > 1 ? Math.max(...needed) : needed.reduce((sum, count) => sum + count, 0);
    expect(together + 20).toBeLessThanOrEqual(Number(cluster?.spec.postgresql.parameters.max_connections));
  });
});

describe('values', () => {
  it.each([
    ['settings.HOTLINE_COUNTY=12', '/settings/HOTLINE_COUNTY'],
    ['settings.LOG_LEVEL=loud', '/settings/LOG_LEVEL'],
    ['settings.OIDC_ISSUER=id.example', '/settings/OIDC_ISSUER'],
    ['settings.HOTLINE_CONTY=532328', 'HOTLINE_CONTY'],
    ['defaults.settings.DATABASE_POOL_MAX=0', '/defaults/settings/DATABASE_POOL_MAX'],
    ['services.intake.settings.HOTLINE_ATTACHMENT_MAX_BYTES=1', 'HOTLINE_ATTACHMENT_MAX_BYTES'],
    ['services.routing.settings.HOTLINE_NUMBER_PREFIX=YM', 'HOTLINE_NUMBER_PREFIX'],
    ['settings.HOTLINE_IDENTITY_KEY=secret', 'HOTLINE_IDENTITY_KEY'],
    ['services.intak.replicas=2', 'intak'],
    ['nats.replicas=2', '/nats/replicas'],
    ['nats.url=nats://user:password@nats', '/nats/url'],
    ['backup.keepDays=31', '/backup/keepDays'],
    ['gateway.host=', '/gateway/host'],
    ['defaults.replicas=2', 'attachments.bucket'],
    ['nats.credentials=true', 'nats.accounts'],
  ])('%s is refused, and %s is named', async (value, named) => {
    await expect(rendered(...valuesOf('smallest'), '--set', value)).rejects.toThrow(named);
  });

  it('have for the settings the schema that the services themselves go by', () => {
    const { $defs } = JSON.parse(readFileSync(join(chart, 'values.schema.json'), 'utf8')) as { readonly $defs: Readonly<Record<string, object>> };
    expect($defs['settings']).toEqual(settingsSchema(openSettings(CONFIGS.routing)));
    for (const name of serviceNames) expect($defs[`${name}Settings`]).toEqual(settingsSchema(openSettings(CONFIGS[name])));
  });
});
