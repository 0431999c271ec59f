import { parse } from 'yaml';
import { allContracts, contractNamed } from '@hotline/contracts';
import { OPERATIONS, type Subscriber } from './accounts.js';
import type { Topology } from './topology.js';

const NAME = /^[a-z][a-z0-9-]{1,40}$/;

/** Reads a list of subscribers such as `deploy/nats/subscribers.yaml`; throws naming the subscriber and what is wrong with it. */
export function parseSubscribers(yaml: string, topology: Topology): readonly Subscriber[] {
  const list: unknown = (parse(yaml) as { readonly subscribers?: unknown } | null)?.subscribers ?? [];
  if (!Array.isArray(list)) throw new Error('subscribers: must be a list of name and events');
  const subscribers = list.map((each: unknown) => subscriberFrom(each));
  for (const [index, { name }] of subscribers.entries()) {
    if (takenNames(topology).has(name)) throw new Error(`subscribers: ${name} is the name of a user or consumer of the platform`);
    if (subscribers.findIndex((other) => other.name === name || other.name === `${name}-replay`) !== index) throw new Error(`subscribers: ${name} is there twice`);
  }
  return subscribers;
}

function subscriberFrom(each: unknown): Subscriber {
  const { name, events } = (each ?? {}) as { readonly name?: unknown; readonly events?: unknown };
  if (typeof name !== 'string' || !NAME.test(name)) throw new Error(`subscribers: a name has small letters, digits and hyphens, not ${JSON.stringify(name)}`);
  if (!Array.isArray(events) || events.length === 0) throw new Error(`subscribers: ${name} names no events`);
  const unknown = events.find((event) => typeof event !== 'string' || !contractNamed(event));
  if (unknown !== undefined) throw new Error(`subscribers: ${name} names ${JSON.stringify(unknown)}, which is no event of the platform`);
  return { name, events: events as readonly string[] };
}

function takenNames({ consumers }: Topology): ReadonlySet<string> {
  return new Set([OPERATIONS, ...allContracts().map(({ producer }) => producer), ...consumers.map(({ durable }) => durable)]);
}
