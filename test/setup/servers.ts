import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../libs/testing/src/free-port.ts';
import { Guardian } from '../../deploy/local/guardian.ts';
import { NatsServer } from '../../deploy/local/nats.ts';
import { PostgresServer } from '../../deploy/local/postgres.ts';

/** A PostgreSQL and a nats-server of their own on free ports, with everything in one temporary directory. */
export interface TestServers {
  /** Of the superuser, database `postgres`. */
  readonly postgresUrl: string;
  readonly natsUrl: string;
  /** Below it, `counties` hands out county codes. */
  readonly directory: string;
  stop(): Promise<void>;
}

/** Both are stopped and the directory is removed even when this process is killed. */
export async function startServers(): Promise<TestServers> {
  const directory = mkdtempSync(join(tmpdir(), 'hotline-test-'));
  chmodSync(directory, 0o755);
  mkdirSync(join(directory, 'counties'));
  const guardian = new Guardian(directory);
  const [postgresPort, natsPort] = [await freePort(), await freePort()];
  const [postgres, nats] = await Promise.all([
    PostgresServer.start(
      { directory: join(directory, 'postgres'), port: postgresPort, password: randomBytes(12).toString('hex'), logFile: join(directory, 'postgres.log'), durable: false },
      (child) => guardian.watch(child.pid ?? 0, 'INT'),
    ),
    NatsServer.start({ directory: join(directory, 'nats'), port: natsPort, logFile: join(directory, 'nats.log') }, (child) => guardian.watch(child.pid ?? 0, 'TERM')),
  ]);
  return {
    postgresUrl: postgres.url(),
    natsUrl: nats.url,
    directory,
    stop: async () => {
      await Promise.all([nats.stop(), postgres.stop()]);
      guardian.release();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
