import { existsSync } from 'node:fs';
import { layoutFrom } from '../local/layout.ts';
import { addressesOf, COUNTY } from '../local/parts.ts';
import { secretsIn } from '../local/secrets.ts';
import { readStack } from '../local/stack-file.ts';
import { UsageFault } from './usage-fault.ts';

/** NATS_URL, else the nats-server of the local stack that runs on this machine. */
export function natsUrl(): string {
  const url = process.env['NATS_URL'] ?? readStack(layoutFrom(process.env))?.natsUrl;
  if (url) return url;
  throw new UsageFault('不知道 NATS 在哪里：请先用 npm start 启动平台，或设置 NATS_URL', 'no NATS: start the stack or set NATS_URL');
}

/** Where a subscriber of the local stack connects; the stack need not run. */
export function subscriberUrl(subscriber: string): string {
  const layout = layoutFrom(process.env);
  if (existsSync(layout.secretsFile)) return addressesOf(layout, secretsIn(layout.secretsFile, true)).nats(subscriber);
  throw new UsageFault('本机还没有平台：请先用 npm start 启动', 'no local stack: start it first');
}

/** DATABASE_URL, else the database of the local stack, which must be running. */
export function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url) return url;
  const layout = layoutFrom(process.env);
  if (existsSync(layout.secretsFile)) return addressesOf(layout, secretsIn(layout.secretsFile, true)).database;
  throw new UsageFault('没有本地平台的数据库：请先用 npm start 启动平台，或设置 DATABASE_URL', 'no local database: start the stack or set DATABASE_URL');
}

/** HOTLINE_COUNTY, else the county of the local stack. */
export function county(): string {
  return process.env['HOTLINE_COUNTY'] ?? COUNTY;
}
