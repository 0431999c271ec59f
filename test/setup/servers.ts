import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guardian } from '../../deploy/local/guardian.ts';
import { natsServer } from '../../deploy/local/nats.ts';
import { postgresServer, superuserUrl } from '../../deploy/local/postgres.ts';
import { startServer, stopChild } from '../../deploy/local/server-process.ts';
import { freePort } from '../../libs/testing/src/free-port.ts';

/** A PostgreSQL and a nats-server of their own on free ports, with everything in one temporary directory. */
export interface TestServers {
  /** Of the superuser, database `postgres`. */
  readonly postgresUrl: string;
  readonly natsUrl: string;
  /** Holds the logs, and in `counties` the county codes already handed out. */
  readonly directory: string;
  stop(): Promise<void>;
}

/** Both are stopped and the directory is removed even when this process is killed. */
export async function startServers(): Promise<TestServers> {
  const directory = mkdtempSync(join(tmpdir(), 'hotline-test-'));
  chmodSync(directory, 0o755);
  mkdirSync(join(directory, 'counties'));
  const cluster = { directory: join(directory, 'postgres'), port: await freePort(), password: randomBytes(12).toString('hex') };
  const postgres = postgresServer({ ...cluster, logFile: join(directory, 'postgres.log'), durable: false });
  const natsPort = await freePort();
  const nats = natsServer({ directory: join(directory, 'nats'), port: natsPort, logFile: join(directory, 'nats.log') });
  const guardian = new Guardian(directory);
  const [postgresChild, natsChild] = await Promise.all([postgres, nats].map((server) => startServer(server, (child) => guardian.watch(child, server.stopSignal))));
  return {
    postgresUrl: superuserUrl(cluster),
    natsUrl: `nats://127.0.0.1:${natsPort}`,
    directory,
    stop: async () => {
      await Promise.all([postgresChild && stopChild(postgresChild, postgres), natsChild && stopChild(natsChild, nats)]);
      guardian.release();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
