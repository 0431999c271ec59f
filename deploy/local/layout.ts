import { join, resolve } from 'node:path';
import { Fault } from './fault.mjs';
import { isReachable, postgresAccount, reachablePlaceFor } from './postgres-account.ts';
import { hotlineDirectory } from './workspace.mjs';

/** The services of the platform with the names that people use, in the order of their ports. */
export const SERVICES = { intake: '受理', routing: '派单', sla: '时限', supervision: '督办', appraisal: '考核', prefecture: '州级' } as const;
export type ServiceName = keyof typeof SERVICES;
export const serviceNames = Object.keys(SERVICES) as ServiceName[];

/** Everything that listens, with its distance from HOTLINE_PORT. */
const COMPONENTS = { gateway: 0, intake: 1, routing: 2, sla: 3, supervision: 4, appraisal: 5, idp: 6, postgres: 7, nats: 8, prefecture: 9 } as const;
export type ComponentName = keyof typeof COMPONENTS;
export const componentNames = Object.keys(COMPONENTS) as ComponentName[];

/** Where a local stack listens and where it keeps things. */
export interface Layout {
  readonly ports: Readonly<Record<ComponentName, number>>;
  /** HOTLINE_DATA, absolute. */
  readonly data: string;
  readonly logs: string;
  readonly stackFile: string;
  readonly secretsFile: string;
  readonly natsDirectory: string;
  /** Heads of the services' audit chains. */
  readonly auditAnchors: string;
}

/** Reads HOTLINE_PORT (8080) and HOTLINE_DATA (.hotline/data); a bad value is a fault that names it. */
export function layoutFrom(environment: NodeJS.ProcessEnv): Layout {
  const port = portFrom(environment['HOTLINE_PORT'] || '8080');
  const data = environment['HOTLINE_DATA'] ? resolve(environment['INIT_CWD'] ?? '.', environment['HOTLINE_DATA']) : join(hotlineDirectory, 'data');
  return {
    ports: Object.fromEntries(componentNames.map((name) => [name, port + COMPONENTS[name]])) as Record<ComponentName, number>,
    data,
    logs: join(data, 'logs'),
    stackFile: join(data, 'stack.json'),
    secretsFile: join(data, 'secrets.json'),
    natsDirectory: join(data, 'nats'),
    auditAnchors: join(data, 'audit-anchors.jsonl'),
  };
}

/**
 * The cluster's place: in the data directory, or outside when that lies where PostgreSQL's account cannot reach it
 * (a checkout under /root, say). The data directory must exist.
 */
export function postgresDirectoryOf({ data }: Layout): { readonly path: string; readonly moved: boolean } {
  const inside = join(data, 'postgres');
  const moved = postgresAccount(inside) !== undefined && !isReachable(data);
  return { path: moved ? join(reachablePlaceFor(data), 'cluster') : inside, moved };
}

function portFrom(text: string): number {
  const port = Number(text);
  const last = 65_535 - Math.max(...Object.values(COMPONENTS));
  if (/^\d+$/.test(text) && port >= 1 && port <= last) return port;
  throw new Fault(`HOTLINE_PORT=${text} 不是可用的端口号：请填写 1 到 ${last} 之间的整数`, `HOTLINE_PORT must be a whole number from 1 to ${last}`);
}
