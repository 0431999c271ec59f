import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Fault } from './fault.mjs';
import { serviceNames, SERVICES, type Layout, type ServiceName } from './layout.ts';
import { rotate, tailOf } from './log-file.ts';
import { addressesOf, COUNTY, environmentOf } from './parts.ts';
import { superuserUrl } from './postgres.ts';
import type { Secrets } from './secrets.ts';
import { launch } from './server-process.ts';
import type { ChildProcess } from 'node:child_process';
import { pinnedNode, root } from './workspace.mjs';

/** Something to do before the services start: a script that ends, run in the environment of a service. */
export interface Step {
  readonly title: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly service: ServiceName;
  /** As whom it speaks to the bus, where not as the service. */
  readonly busUser?: string;
}

/** In this order; steps of one list run side by side. */
export const steps: readonly (readonly Step[])[] = [
  serviceNames.map((service) => ({ title: `数据库结构 · ${SERVICES[service]} ${service}`, script: `apps/${service}/dist/migrate.js`, service })),
  [{ title: `消息流与消费者 · HOTLINE_${COUNTY}`, script: 'deploy/commands/streams.ts', args: ['apply'], service: 'intake', busUser: 'operations' }],
];

/** Makes the role and the database `hotline` where they are missing, and the role's password the one of the secrets. */
export async function prepareDatabase({ ports }: Layout, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl({ port: ports.postgres, password: secrets.superuserPassword }) });
  await client.connect();
  try {
    const password = client.escapeLiteral(secrets.databasePassword);
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'hotline'");
    await client.query(`${role.rowCount ? 'ALTER' : 'CREATE'} ROLE hotline LOGIN PASSWORD ${password}`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'hotline'");
    if (!database.rowCount) await client.query('CREATE DATABASE hotline OWNER hotline');
  } finally {
    await client.end();
  }
}

/** Runs a step to its end; a fault with its last line when it fails. */
export async function runStep(step: Step, layout: Layout, secrets: Secrets, onSpawn: (child: ChildProcess) => void): Promise<void> {
  if (!existsSync(join(root, step.script))) throw new Fault(`缺少 ${step.script}：请重新编译（npm run build）`, `${step.script} does not exist: run npm run build`);
  const logFile = join(layout.logs, 'preparation.log');
  rotate(logFile);
  const child = launch({
    file: pinnedNode,
    args: ['--no-warnings', '--enable-source-maps', join(root, step.script), ...(step.args ?? [])],
    env: { ...environmentOf(step.service, layout, secrets), ...(step.busUser ? { NATS_URL: addressesOf(layout, secrets).nats(step.busUser) } : {}) },
    logFile,
  });
  onSpawn(child);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...how) => resolve(how));
  });
  if (code === 0) return;
  throw new Fault(`${step.title}失败（${signal ?? `代码 ${code}`}）：${lastLineOf(logFile)}；详见 ${logFile}`, `${step.script} failed, see the log`);
}

/** The last line that says something, cut to the width of a message. */
export function lastLineOf(logFile: string): string {
  const lines = tailOf(logFile).split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line) && !/^Node\.js v/.test(line));
  return (lines.at(-1) ?? '').slice(0, 300);
}
