/**
 * `npm run streams [-- apply] [--replicas <n>]`: creates or updates the county's streams and durable consumers as
 * deploy/nats/topology.yaml declares them. Safe to repeat and to run beside live services.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { applyTopology, parseTopology } from '@hotline/messaging/topology';
import { root } from '../local/workspace.mjs';
import { county, natsUrl } from './local-stack.ts';
import { endWith, UsageFault } from './usage-fault.ts';

const PATIENCE_MS = 15_000;

try {
  const replicas = replicasFrom(process.argv.slice(2));
  const topology = parseTopology(readFileSync(join(root, 'deploy/nats/topology.yaml'), 'utf8'), county());
  const connection = await reach(natsUrl());
  try {
    for (const line of await applyTopology(connection, topology, replicas)) process.stdout.write(`${line}\n`);
  } finally {
    await connection.close();
  }
} catch (error) {
  endWith(error);
}

function replicasFrom(args: string[]): number {
  const usage = new UsageFault('用法：npm run streams [-- apply] [--replicas <1、3 或 5>]', 'usage: npm run streams [-- apply] [--replicas 1|3|5]');
  const { values, positionals } = parsed(args, usage);
  if (positionals.some((word) => word !== 'apply') || !['1', '3', '5'].includes(values.replicas)) throw usage;
  return Number(values.replicas);
}

function parsed(args: string[], usage: UsageFault) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { replicas: { type: 'string', default: '1' } } });
  } catch {
    throw usage;
  }
}

/** A server that was started a moment ago may not listen yet. */
async function reach(servers: string): Promise<NatsConnection> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await connect({ servers, name: 'streams', timeout: 3_000 });
    } catch {
      if (Date.now() > until) throw new UsageFault(`连接不上 NATS（${servers}）：请确认它已启动`, 'NATS does not answer');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
