import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Subscriber } from '@hotline/messaging/accounts';
import type { Topology } from '@hotline/messaging/topology';
import { accountsConfiguration, OPERATIONS, passwordVariable } from '@hotline/messaging/accounts';
import { parseSubscribers } from '@hotline/messaging/subscribers';
import { parseTopology } from '@hotline/messaging/topology';
import { Fault } from './fault.mjs';
import { serviceNames } from './layout.ts';
import type { BusAccounts } from './nats.ts';
import { busPassword, type Secrets } from './secrets.ts';
import { root } from './workspace.mjs';

/** Streams, consumers and subscribers of a county: `deploy/nats/topology.yaml` and HOTLINE_SUBSCRIBERS, else `deploy/nats/subscribers.yaml`. */
export function busPlan(county: string): { readonly topology: Topology; readonly subscribers: readonly Subscriber[] } {
  const topology = parseTopology(readFileSync(join(root, 'deploy/nats/topology.yaml'), 'utf8'), county);
  const file = resolve(root, process.env['HOTLINE_SUBSCRIBERS'] ?? 'deploy/nats/subscribers.yaml');
  try {
    return { topology, subscribers: parseSubscribers(readFileSync(file, 'utf8'), topology) };
  } catch (error) {
    throw new Fault(`订阅方名单 ${file} 不能用：${(error as Error).message}`, 'the list of subscribers cannot be used');
  }
}

/** Durable consumers of the services; subscribers outside of the platform read when they like. */
export function ownDurables(county: string): ReadonlySet<string> {
  return new Set(busPlan(county).topology.consumers.map(({ durable }) => durable));
}

/** Accounts of the local bus, the same as a cluster's, with passwords of this data directory. */
export function busAccounts(county: string, secrets: Secrets): BusAccounts {
  const { topology, subscribers } = busPlan(county);
  const users = [...serviceNames, OPERATIONS, ...subscribers.map(({ name }) => name)];
  return {
    configuration: accountsConfiguration(county, topology, subscribers),
    passwords: Object.fromEntries(users.map((user) => [passwordVariable(user), busPassword(secrets, user)])),
  };
}
