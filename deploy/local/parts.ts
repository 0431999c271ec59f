import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEMO_CLIENT_SECRET, SERVICE_ACCOUNT } from './demo-accounts.ts';
import { rotate } from './log-file.ts';
import type { ComponentName, Layout, ServiceName } from './layout.ts';
import { busPassword, type Secrets } from './secrets.ts';
import type { Server } from './server-process.ts';
import { pinnedNode, root } from './workspace.mjs';

/** The county that is run: HOTLINE_COUNTY, else Yuanmou. */
export const COUNTY = process.env['HOTLINE_COUNTY'] ?? '532328';

/** HOTLINE_POLICY, else all packs that ship; each service takes those of its county. */
const policyPath = (): string => resolve(root, process.env['HOTLINE_POLICY'] ?? 'deploy/policy');

/** Addresses of the parts as their callers write them. */
export function addressesOf({ ports }: Layout, secrets: Secrets) {
  return {
    gateway: `http://localhost:${ports.gateway}`,
    issuer: `http://localhost:${ports.idp}`,
    /** As one of its users: a service, `operations`, or a subscriber. */
    nats: (user: string) => `nats://${user}:${busPassword(secrets, user)}@127.0.0.1:${ports.nats}`,
    database: `postgresql://hotline:${secrets.databasePassword}@127.0.0.1:${ports.postgres}/hotline`,
    part: (name: ComponentName) => `http://127.0.0.1:${ports[name]}`,
  };
}

/** Environment of a service; the steps that prepare its schema run in the same. */
export function environmentOf(service: ServiceName, layout: Layout, secrets: Secrets): NodeJS.ProcessEnv {
  const addresses = addressesOf(layout, secrets);
  return {
    ...ownEnvironment(),
    NODE_ENV: 'production',
    HOTLINE_MODE: 'local',
    HOTLINE_COUNTY: COUNTY,
    HOTLINE_POLICY: policyPath(),
    PORT: String(layout.ports[service]),
    HOST: '127.0.0.1',
    DATABASE_URL: addresses.database,
    DATABASE_SCHEMA: service,
    NATS_URL: addresses.nats(service),
    OIDC_ISSUER: addresses.issuer,
    OIDC_AUDIENCE: 'hotline',
    OTEL_SERVICE_NAME: service,
    HOTLINE_AUDIT_ANCHOR: resolve(root, process.env['HOTLINE_AUDIT_ANCHOR'] ?? layout.auditAnchors),
    ...(service === 'intake' ? { HOTLINE_IDENTITY_KEY: secrets.identityKey, HOTLINE_ATTACHMENTS: join(layout.data, 'attachments') } : {}),
    ...(service === 'prefecture' ? { HOTLINE_API_URL: addresses.gateway, PREFECTURE_CLIENT_ID: SERVICE_ACCOUNT.id, PREFECTURE_CLIENT_SECRET: DEMO_CLIENT_SECRET } : {}),
  };
}

/** Node takes what the machine has unless told otherwise: without these a service holds 350 MB after a burst, with them below 200 MB. */
const MEMORY = ['--max-old-space-size=160', '--max-semi-space-size=8'];

/** A busy machine is no hung service. */
const LIVE_WITHIN_MS = 10_000;

/** One of the services, from its built code. */
export function serviceServer(service: ServiceName, layout: Layout, secrets: Secrets): Server {
  const telemetry = join(root, 'libs/observability/dist/register.js');
  const server = nodeServer(service, layout, {
    // Without --enable-source-maps, though traces then name built files: the maps take 10 to 20 MB of each service.
    args: [...MEMORY, ...(existsSync(telemetry) ? ['--import', pathToFileURL(telemetry).href] : []), join(root, `apps/${service}/dist/main.js`)],
    env: environmentOf(service, layout, secrets),
    readyPath: `/${service}/health/ready`,
  });
  return { ...server, isLive: () => answersOk(`http://127.0.0.1:${layout.ports[service]}/${service}/health/live`, LIVE_WITHIN_MS) };
}

/** The one entry, as the cluster's gateway will be. */
export function gatewayServer(layout: Layout): Server {
  return nodeServer('gateway', layout, { args: [join(root, 'deploy/local/gateway.main.ts')], env: localEnvironment(layout), readyPath: '/health' });
}

/** The development identity provider. */
export function idpServer(layout: Layout): Server {
  return nodeServer('idp', layout, { args: [join(root, 'deploy/local/idp.main.ts')], env: localEnvironment(layout), readyPath: '/.well-known/openid-configuration' });
}

function localEnvironment(layout: Layout): NodeJS.ProcessEnv {
  return { ...ownEnvironment(), NODE_ENV: 'production', HOTLINE_MODE: 'local', HOTLINE_PORT: String(layout.ports.gateway), HOTLINE_DATA: layout.data };
}

/** What npm adds to the environment is nobody's business but npm's. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$|NODE_CHANNEL)/.test(name)));
}

function nodeServer(name: ComponentName, layout: Layout, how: { args: readonly string[]; env: NodeJS.ProcessEnv; readyPath: string }): Server {
  const logFile = join(layout.logs, `${name}.log`);
  rotate(logFile);
  return {
    name,
    file: pinnedNode,
    args: ['--no-warnings', ...how.args],
    env: how.env,
    logFile,
    stopSignal: 'SIGTERM',
    graceMs: 12_000,
    readyWithinMs: 90_000,
    isReady: () => answersOk(`http://127.0.0.1:${layout.ports[name]}${how.readyPath}`),
  };
}

async function answersOk(url: string, withinMs = 3_000): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(withinMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
