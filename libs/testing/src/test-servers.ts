import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A database of its own in the server that the integration tests share. */
export interface TestDatabase {
  /** Connection URL of its owner, who may do anything in it. */
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes an empty database (UTF-8, `C.UTF-8`); `name` makes it recognisable, a suffix makes it unique. */
export async function testDatabase(name: string): Promise<TestDatabase> {
  const database = `${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}_${randomUUID().slice(0, 8)}`;
  await administer(`CREATE DATABASE "${database}" STRATEGY file_copy`);
  const url = new URL(fromSetup('HOTLINE_TEST_POSTGRES_URL'));
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`) };
}

/** URL of the nats-server, with JetStream, that the integration tests share. Use a `testCounty()` to be alone in it. */
export function natsUrl(): string {
  return fromSetup('HOTLINE_TEST_NATS_URL');
}

/**
 * A six-digit county code that no other spec of this run gets, whatever its worker: streams, subjects and consumers are
 * named after it. Codes start with 9, which no county of the country does.
 */
export function testCounty(): string {
  const counties = join(fromSetup('HOTLINE_TEST_DIRECTORY'), 'counties');
  for (;;) {
    const code = String(randomInt(900_000, 1_000_000));
    try {
      mkdirSync(join(counties, code));
      return code;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: fromSetup('HOTLINE_TEST_POSTGRES_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function fromSetup(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: name the file *.int.spec.ts, so that jest's project "integration" starts the servers`);
  return value;
}
