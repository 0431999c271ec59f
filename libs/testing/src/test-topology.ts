import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseTopology, type Topology } from '@hotline/messaging';

const SMALL = 16 * 1_048_576; // a server reserves the limits of all its streams, and every spec has its own

/** The topology of `deploy/nats` for one county, with streams small enough that hundreds fit beside each other. */
export function testTopology(county: string): Topology {
  const topology = parseTopology(readFileSync(resolve('deploy/nats/topology.yaml'), 'utf8'), county);
  return { ...topology, streams: topology.streams.map((stream) => ({ ...stream, maxBytes: SMALL })) };
}
