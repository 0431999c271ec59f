import { AckPolicy, DeliverPolicy, jetstream, JetStreamApiCodes, JetStreamApiError, jetstreamManager, type Consumer, type ConsumerConfig, type ConsumerInfo } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { filtersOf, streamOf } from './bus.js';

/** Where to begin: with the oldest event that is kept, with the next one, or at a moment. */
export type Start = 'beginning' | 'now' | Date;

export interface DurablePlan {
  readonly county: string;
  readonly durable: string;
  readonly events: readonly string[];
  readonly from: Start;
  readonly ackWaitMs: number;
}

/** The durable consumer: made where it is missing, given other events where it has others; where it began does not change any more. */
export async function durableConsumer(connection: NatsConnection, plan: DurablePlan): Promise<Consumer> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const [stream, filters] = [streamOf(plan.county), filtersOf(connection, plan.county, plan.events)];
  const found = await manager.consumers.info(stream, plan.durable).catch(unlessMissing);
  if (!found) await manager.consumers.add(stream, { durable_name: plan.durable, ack_policy: AckPolicy.Explicit, ack_wait: nanos(plan.ackWaitMs), ...filters, ...startOf(plan.from) });
  else if (!sameFilters(found, filters)) await manager.consumers.update(stream, plan.durable, filters);
  return jetstream(connection).consumers.get(stream, plan.durable);
}

export function startOf(from: Start): Pick<ConsumerConfig, 'deliver_policy'> & Partial<ConsumerConfig> {
  if (from instanceof Date) return { deliver_policy: DeliverPolicy.StartTime, opt_start_time: from.toISOString() };
  return { deliver_policy: from === 'now' ? DeliverPolicy.New : DeliverPolicy.All };
}

type Filters = ReturnType<typeof filtersOf>;

function sameFilters({ config }: ConsumerInfo, wanted: Filters): boolean {
  return subjectsIn(config) === subjectsIn(wanted);
}

function subjectsIn({ filter_subject: one, filter_subjects: several }: Filters): string {
  return [...(several ?? [one])].sort().join();
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.ConsumerNotFound) return undefined;
  throw error;
}
