import { jest } from '@jest/globals';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { deniesByDefault, flowsOf, sorted } from './flows.ts';
import { rendered, valuesOf } from './helm.ts';
import { CONFIGS } from './service-configs.ts';

jest.setTimeout(240_000);

/** A range of its own for each thing outside, so that the flows tell them apart. */
const RANGES = { oidc: '192.0.2.1/32', s3: '192.0.2.2/32', peer: '192.0.2.3/32', collector: '192.0.2.4/32', database: '192.0.2.5/32', nats: '192.0.2.6/32', apiServer: '192.0.2.7/32' };
const ADDRESSED = [
  ...Object.entries(RANGES).map(([name, range]) => `networkPolicy.cidrs.${name}={${range}}`),
  'settings.OTEL_EXPORTER_OTLP_ENDPOINT=http://collector.example:4318',
  'settings.OIDC_JWKS_URL=https://id.example.gov.cn:8443/keys',
  'attachments.endpoint=http://s3.example:9000',
  'services.prefecture.settings.PREFECTURE_PEER_URL=https://12345.prefecture.example.gov.cn/api',
].flatMap((value) => ['--set', value]);

/** Where each address in a service's settings leads, within and without; undefined: another setting of the same place is gone by. */
const REACHED: Readonly<Record<string, string | undefined>> = {
  DATABASE_URL: 'hotline-postgres:5432',
  NATS_URL: 'nats:4222',
  OIDC_ISSUER: undefined,
  OIDC_JWKS_URL: `${RANGES.oidc}:8443`,
  OTEL_EXPORTER_OTLP_ENDPOINT: `${RANGES.collector}:4318`,
  HOTLINE_S3_ENDPOINT: `${RANGES.s3}:9000`,
  HOTLINE_API_URL: 'namespace envoy-gateway-system:10443',
  PREFECTURE_PEER_URL: `${RANGES.peer}:443`,
};

/** What a service connects to: every address that its configuration knows. */
function connectionsOf(name: ServiceName): readonly string[] {
  const addresses = Object.values(CONFIGS[name]).filter(({ kind }) => kind === 'url' || kind === 'secret-url').map(({ env }) => env);
  expect(addresses.filter((env) => !(env in REACHED))).toEqual([]);
  return addresses.flatMap((env) => (REACHED[env] ? [`${name} -> ${REACHED[env]}`] : []));
}

const DNS = 'anybody -> namespace kube-system:53';
const services = serviceNames.flatMap(connectionsOf);
const postgres = [...[5432, 8000].map((port) => `hotline-postgres -> hotline-postgres:${port}`), `hotline-postgres -> ${RANGES.apiServer}:443`, `hotline-postgres -> ${RANGES.apiServer}:6443`];
const watched = ['envoy-gateway-system', 'monitoring'].flatMap((namespace) => serviceNames.map((name) => `namespace ${namespace} -> ${name}:8080`));
const operated = ['namespace cnpg-system -> hotline-postgres:5432', 'namespace cnpg-system -> hotline-postgres:8000', 'namespace monitoring -> hotline-postgres:9187'];

describe('the network policies', () => {
  it('let out exactly what the settings of the services, the jobs and the bundled servers lead to', async () => {
    const manifests = await rendered(...valuesOf('prefecture'), ...ADDRESSED);
    expect(deniesByDefault(manifests)).toBe(true);
    expect(flowsOf(manifests).out).toEqual(sorted([DNS, ...services, 'migrate -> hotline-postgres:5432', 'backup -> hotline-postgres:5432', 'streams -> nats:4222', 'nats -> nats:6222', ...postgres]));
  });

  it('let in the gateway, the monitoring, the operator, and whom the senders are let out to, and nobody else', async () => {
    const { out, into } = flowsOf(await rendered(...valuesOf('prefecture'), ...ADDRESSED));
    const within = out.filter((flow) => / -> (nats|hotline-postgres):\d+$/.test(flow));
    expect(into).toEqual(sorted([...within, ...watched, ...operated]));
    const heard = flowsOf(await rendered(...valuesOf('prefecture'), ...ADDRESSED, '--set', 'networkPolicy.subscribers={analysis}'));
    expect(heard.into).toEqual(sorted([...into, 'namespace analysis -> nats:4222']));
  });

  it('give each service its own database cluster and no other, and the scaler the monitor of the bus', async () => {
    const { out, into } = flowsOf(await rendered(...valuesOf('province'), ...ADDRESSED));
    const toDatabases = serviceNames.flatMap((name) => [`${name} -> hotline-postgres-${name}:5432`, ...['migrate', 'backup', `hotline-postgres-${name}`].map((from) => `${from} -> hotline-postgres-${name}:5432`), `hotline-postgres-${name} -> hotline-postgres-${name}:8000`]);
    expect(out.filter((flow) => flow.includes('-> hotline-postgres'))).toEqual(sorted(toDatabases));
    expect(into).toContain('namespace keda -> nats:8222');
  });

  it('let out to the ranges of a database and a bus outside instead', async () => {
    const outside = ['--set', 'database.bundled=false,nats.bundled=false,nats.url=nats://nats.example:4222,monitoring.enabled=false'];
    const { out, into } = flowsOf(await rendered(...valuesOf('county'), ...ADDRESSED, ...outside));
    const elsewhere = services.map((flow) => flow.replace('hotline-postgres:5432', `${RANGES.database}:5432`).replace('nats:4222', `${RANGES.nats}:4222`));
    expect(out).toEqual(sorted([DNS, ...elsewhere, `migrate -> ${RANGES.database}:5432`, `backup -> ${RANGES.database}:5432`, `streams -> ${RANGES.nats}:4222`]));
    expect(into).toEqual(sorted(serviceNames.map((name) => `namespace envoy-gateway-system -> ${name}:8080`)));
  });
});
