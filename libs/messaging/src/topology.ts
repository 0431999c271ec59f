import { AckPolicy, DeliverPolicy, DiscardPolicy, jetstreamManager, RetentionPolicy, StorageType, type JetStreamManager } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { parse } from 'yaml';
import { contractNamed } from '@hotline/contracts';
import type { Subscriber } from './accounts.js';

export interface StreamPlan {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly maxAgeDays: number;
  readonly maxBytes: number;
  readonly duplicateWindowSeconds: number;
}

export interface ConsumerPlan {
  readonly durable: string;
  readonly noun: string;
  readonly events: readonly string[];
}

export interface Topology {
  readonly streams: readonly StreamPlan[];
  readonly consumers: readonly ConsumerPlan[];
}

/** Deliveries after which the server gives up; far beyond our own dead-lettering, so that an outage of days loses nothing. */
const SERVER_MAX_DELIVER = 10_000;
export const ACK_WAIT_MS = 10_000;
export const MAX_ACK_PENDING = 2_000;

/** Reads `deploy/nats/topology.yaml` for one county; throws with the line of the plan that names an unknown event. */
export function parseTopology(yaml: string, county: string): Topology {
  const topology = parse(yaml.replaceAll('{county}', county)) as Topology;
  for (const consumer of topology.consumers)
    for (const event of consumer.events)
      if (contractNamed(event)?.noun !== consumer.noun) throw new Error(`topology: consumer ${consumer.durable} names ${event}, which is no contract of the noun ${consumer.noun}`);
  return topology;
}

/** Creates or updates streams and durable consumers, those of subscribers too, to match the plan; safe to repeat and to run beside live services. */
export async function applyTopology(connection: NatsConnection, topology: Topology, { replicas = 1, subscribers = [] }: { readonly replicas?: number; readonly subscribers?: readonly Subscriber[] } = {}): Promise<readonly string[]> {
  const manager = await jetstreamManager(connection);
  const done: string[] = [];
  for (const plan of topology.streams) done.push(await applyStream(manager, plan, replicas));
  const [main] = topology.streams;
  if (!main) throw new Error('topology: no stream');
  const manyFilters = serverAtLeast(connection, 2, 10);
  for (const plan of topology.consumers) done.push(await applyConsumer(manager, main, plan, manyFilters));
  if (subscribers.length > 0 && !manyFilters) throw new Error('subscribers need nats-server 2.10 or newer: an older one cannot give a consumer exactly its events');
  for (const { name, events } of subscribers) done.push(await applyConsumer(manager, main, { durable: name, noun: '', events }, true));
  return done;
}

async function applyStream(manager: JetStreamManager, plan: StreamPlan, replicas: number): Promise<string> {
  const settings = {
    subjects: [...plan.subjects],
    discard: DiscardPolicy.New,
    max_age: nanos(plan.maxAgeDays * 86_400_000),
    max_bytes: plan.maxBytes,
    duplicate_window: nanos(plan.duplicateWindowSeconds * 1_000),
    num_replicas: replicas,
  };
  const exists = await manager.streams.info(plan.name).then(
    () => true,
    () => false,
  );
  if (exists) await manager.streams.update(plan.name, settings);
  else await manager.streams.add({ name: plan.name, retention: RetentionPolicy.Limits, storage: StorageType.File, ...settings });
  return `stream ${plan.name} ${exists ? 'updated' : 'created'}`;
}

async function applyConsumer(manager: JetStreamManager, stream: StreamPlan, plan: ConsumerPlan, manyFilters: boolean): Promise<string> {
  const prefix = stream.subjects[0]?.replace(/>$/, '') ?? '';
  const filter = manyFilters ? { filter_subjects: plan.events.map((event) => prefix + event) } : { filter_subject: `${prefix}${plan.noun}.>` };
  const settings = { ack_wait: nanos(ACK_WAIT_MS), max_deliver: SERVER_MAX_DELIVER, max_ack_pending: MAX_ACK_PENDING, ...filter };
  const exists = await manager.consumers.info(stream.name, plan.durable).then(
    () => true,
    () => false,
  );
  if (exists) await manager.consumers.update(stream.name, plan.durable, settings);
  else
    await manager.consumers.add(stream.name, {
      durable_name: plan.durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ...settings,
    });
  return `consumer ${plan.durable} ${exists ? 'updated' : 'created'}`;
}

function serverAtLeast(connection: NatsConnection, major: number, minor: number): boolean {
  const [gotMajor = 0, gotMinor = 0] = (connection.info?.version ?? '0.0').split('.').map(Number);
  return gotMajor > major || (gotMajor === major && gotMinor >= minor);
}
