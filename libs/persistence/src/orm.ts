import { type Constructor } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { AuditChain20261127000000 } from './audit-chain.migration.js';
import { giveBackLost } from './lost-connections.js';
import { KeyAge20261125120000 } from './key-age.migration.js';
import { KeptHistory20261126000000 } from './kept-history.migration.js';
import { PlatformTables20260101000000 } from './platform.migration.js';

export interface PersistenceOptions {
  /** Service name; also shown to PostgreSQL as application_name. */
  readonly name: string;
  readonly url: string;
  readonly schema: string;
  readonly poolMax: number;
  readonly entities: readonly Constructor<object>[];
  readonly migrations: readonly Constructor<Migration>[];
}

/** Within 20 s PostgreSQL gives up a peer that lost its power, and with it the locks by which it led or held a case. */
const DEAD_PEERS = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=20000';

/** Settings of one service's ORM: its own schema by search_path, time limits on every statement, no SQL in the log. */
export function ormOptions(options: PersistenceOptions, statementTimeoutMs = 30_000): Options {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(options.schema)) throw new Error(`DATABASE_SCHEMA must match [a-z][a-z0-9_]*: ${options.schema}`);
  const session = `-c search_path=${options.schema} -c statement_timeout=${statementTimeoutMs} -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000 ${DEAD_PEERS}`;
  return {
    clientUrl: options.url,
    entities: [...options.entities],
    discovery: { warnWhenNoEntities: false },
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    extensions: [Migrator],
    pool: { min: 0, max: options.poolMax },
    driverOptions: { options: session, application_name: options.name, connectionTimeoutMillis: 10_000, keepAlive: true, onPoolCreated: giveBackLost },
    migrations: {
      migrationsList: [PlatformTables20260101000000, KeyAge20261125120000, KeptHistory20261126000000, AuditChain20261127000000, ...options.migrations].map((made) => ({ name: made.name, class: made })),
      tableName: 'migration',
      schema: options.schema, // without it the migrator looks for its own table in public and fails on the second run
      snapshot: false,
      silent: true,
    },
    allowGlobalContext: false,
    debug: false,
  };
}

/** Opens the ORM without touching the database; a database that is down must not stop the boot. */
export async function openOrm(options: PersistenceOptions): Promise<MikroORM> {
  return new MikroORM(ormOptions(options));
}

/** Creates the schema if needed and applies all pending migrations under an advisory lock, so that replicas may run it at once. */
export async function migrate(options: PersistenceOptions): Promise<string[]> {
  const orm = new MikroORM(ormOptions({ ...options, poolMax: 4 }, 0));
  await orm.connect();
  try {
    const pool = await orm.driver.getConnection().getNativeClient();
    const lock = await pool.connect();
    try {
      await lock.query('set lock_timeout = 0');
      await lock.query('select pg_advisory_lock(hashtextextended($1, 0))', [`migrate:${options.schema}`]);
      await lock.query(`create schema if not exists "${options.schema}"`);
      const ctype = await lock.query<{ encoding: string }>(`select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`);
      if (ctype.rows[0]?.encoding !== 'UTF8') throw new Error('the database must have the encoding UTF8: create it with ENCODING UTF8 and a UTF-8 ctype');
      const done = await orm.migrator.up();
      return done.map((step) => step.name);
    } finally {
      lock.release(true);
    }
  } finally {
    await orm.close(true);
  }
}
