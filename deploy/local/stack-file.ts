import { existsSync, readFileSync } from 'node:fs';
import type { ComponentName, Layout } from './layout.ts';
import type { ProcessMark } from './processes.ts';
import { writeWhole } from './secrets.ts';

/** One running part as `stack.json` tells of it; `pid` changes when the part is restarted. */
export interface Part extends ProcessMark {
  readonly url: string;
}

/** `stack.json`: what other commands need to know of the local stack. Mode 600, because it holds the URLs of database and bus. */
export interface StackRecord {
  readonly supervisor: ProcessMark;
  readonly phase: 'starting' | 'running' | 'stopped';
  /** Of the gateway. */
  readonly url: string;
  readonly issuer: string;
  readonly county: string;
  /** Of the role `hotline`. */
  readonly databaseUrl: string;
  /** As the user `operations`. */
  readonly natsUrl: string;
  readonly logs: string;
  /** Parts that run now, by name: the services, `gateway`, `idp`, `postgres`, `nats`. */
  readonly parts: Readonly<Partial<Record<ComponentName, Part>>>;
}

/** The record of the stack that ran or runs with this layout; undefined when there never was one. */
export function readStack({ stackFile }: Pick<Layout, 'stackFile'>): StackRecord | undefined {
  if (!existsSync(stackFile)) return undefined;
  try {
    return JSON.parse(readFileSync(stackFile, 'utf8')) as StackRecord;
  } catch {
    return undefined;
  }
}

export function writeStack({ stackFile }: Pick<Layout, 'stackFile'>, record: StackRecord): void {
  writeWhole(stackFile, `${JSON.stringify(record, null, 2)}\n`);
}
