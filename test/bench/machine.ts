import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import pg from 'pg';
import { ensureNatsServer } from '../../deploy/local/nats-binary.mjs';

/** What figures were measured on; without it they say nothing. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryMb: number;
  /** Of the last minute before the bench: other work on the machine. */
  readonly load: number;
  readonly node: string;
  readonly natsServer: string;
  /** Settings of the PostgreSQL that was measured. */
  readonly postgres?: Readonly<Record<string, string>>;
}

export function machine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1_048_576),
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    node: process.version,
    natsServer: /v[\d.]+/.exec(spawnSync(ensureNatsServer(), ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? 'unknown',
  };
}

/** The settings that decide how dear a commit is. */
export async function postgresSettings(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers') order by name`,
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  } finally {
    await client.end();
  }
}

/** The same, refused where a commit would not wait for the disk. */
export async function durableSettings(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const settings = await postgresSettings(databaseUrl);
  if (settings['fsync'] !== 'on' || settings['synchronous_commit'] !== 'on') throw new Error('this PostgreSQL does not wait for the disk: its figures would flatter');
  return settings;
}
