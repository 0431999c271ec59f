import { readFileSync } from 'node:fs';
import { eventually } from '@hotline/testing';
import { parse } from 'yaml';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import type { StoryStack } from '../setup/story-stack.ts';

const { consumers } = parse(readFileSync('deploy/nats/topology.yaml', 'utf8')) as { readonly consumers: readonly { readonly durable: string }[] };

/** Durables by the service that their names begin with. */
export function consumersOf(service: ServiceName): string[] {
  return consumers.map(({ durable }) => durable).filter((durable) => durable.startsWith(`${service}-`));
}

/** The samples of a process's metrics page, by name and labels; `url` past the gateway. */
export async function metricsOf(url: string): Promise<Map<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect(response.status).toBe(200);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** Messages that a process has handled for a durable consumer. */
export async function handledBy(url: string, durable: string): Promise<number> {
  const [, handled = 0] = [...(await metricsOf(url))].find(([name]) => name.startsWith(`hotline_messages_handled_total{durable="${durable}"`)) ?? [];
  return handled;
}

/** Waits until every service answers its probes like this. */
export async function expectProbes(stack: StoryStack, expected: { readonly live: number; readonly ready: number }): Promise<void> {
  await eventually(async () => {
    const found = await Promise.all(serviceNames.map(async (service) => ({ service, live: await probe(stack.urlOf(service), 'live'), ready: await probe(stack.urlOf(service), 'ready') })));
    expect(found).toEqual(serviceNames.map((service) => ({ service, ...expected })));
  }, { within: 40_000, every: 200 });
}

async function probe(url: string, name: string): Promise<number> {
  const response = await fetch(`${url}/health/${name}`);
  await response.body?.cancel();
  return response.status;
}
