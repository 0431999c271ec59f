/**
 * `npm run streams [-- apply] [--replicas <n>] [--max-gib <n>]`: creates or updates the county's streams and durable consumers as
 * deploy/nats/topology.yaml declares them, the stream of events with another limit where one is given. Safe to repeat and to run beside live services.
 *
 * `npm run streams -- accounts`: prints the accounts, users and permissions of the county's bus for the configuration of nats-server.
 *
 * `npm run -s streams -- address <subscriber>`: prints where a subscriber of the local stack connects, password included.
 *
 * `npm run streams -- refill [<service>…] [--since <instant>]`: after a loss of the NATS store, has the services publish again
 * what they had sent; PostgreSQL keeps it all. See `--help`.
 */
import type { NatsConnection } from '@nats-io/transport-node';
import { accountsConfiguration } from '@hotline/messaging/accounts';
import { connectTo, natsAddress } from '@hotline/messaging/nats-address';
import { applyTopology } from '@hotline/messaging/topology';
import { busPlan } from '../local/bus-accounts.ts';
import { county, databaseUrl, natsUrl, subscriberUrl } from './local-stack.ts';
import { refill } from './streams/refill.ts';
import { help, orderFrom } from './streams/order.ts';
import { endWith, UsageFault } from './usage-fault.ts';

const PATIENCE_MS = 15_000;

try {
  const order = orderFrom(process.argv.slice(2));
  if (order.verb === 'help') tell(help);
  else if (order.verb === 'accounts') tell(accounts());
  else if (order.verb === 'address') tell(address(order.subscriber));
  else if (order.verb === 'refill') await refill(databaseUrl(), order, tell);
  else await apply(order.replicas, order.maxGib);
} catch (error) {
  endWith(error);
}

async function apply(replicas: number, maxGib: number | undefined): Promise<void> {
  const { topology: plan, subscribers } = busPlan(county());
  const topology = maxGib === undefined ? plan : { ...plan, streams: plan.streams.map((stream, place) => (place === 0 ? { ...stream, maxBytes: maxGib * 2 ** 30 } : stream)) };
  const connection = await reach(natsUrl());
  try {
    for (const line of await applyTopology(connection, topology, { replicas, subscribers })) tell(line);
  } finally {
    await connection.close();
  }
}

function accounts(): string {
  const { topology, subscribers } = busPlan(county());
  return accountsConfiguration(county(), topology, subscribers);
}

function address(subscriber: string): string {
  const { subscribers } = busPlan(county());
  if (subscribers.some(({ name }) => name === subscriber)) return subscriberUrl(subscriber);
  throw new UsageFault(`没有订阅方“${subscriber}”，已登记：${subscribers.map(({ name }) => name).join('、')}；请先写入 deploy/nats/subscribers.yaml`, 'unknown subscriber');
}

/** A server that was started a moment ago may not listen yet. */
async function reach(url: string): Promise<NatsConnection> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await connectTo(url, { name: 'streams', timeout: 3_000 });
    } catch {
      if (Date.now() > until) throw new UsageFault(`连接不上 NATS（${natsAddress(url).servers}）：请确认它已启动`, 'NATS does not answer');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
