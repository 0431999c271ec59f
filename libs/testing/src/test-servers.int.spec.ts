import { expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { natsUrl, testCounty, testDatabase } from './test-servers.js';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

it('gives every caller an empty database of its own, with a locale under which Chinese text can be searched', async () => {
  const [one, other] = [await testDatabase('same-name'), await testDatabase('same-name')];
  await query(one.url, 'CREATE TABLE things (id int)');
  await query(other.url, 'CREATE TABLE things (id int)');
  expect(await query(one.url, 'SELECT datctype, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()')).toEqual([{ datctype: 'C.UTF-8', encoding: 'UTF8' }]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(query(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
});

it('runs a nats-server with JetStream on disk', async () => {
  const connection = await connect({ servers: natsUrl() });
  const county = testCounty();
  const manager = await jetstreamManager(connection);
  const created = await manager.streams.add({ name: `HOTLINE_${county}`, subjects: [`hotline.${county}.>`], storage: 'file' });
  expect(created.config.storage).toBe('file');
  await manager.streams.delete(`HOTLINE_${county}`);
  await connection.close();
});

it('never hands a county code out twice', () => {
  const codes = Array.from({ length: 200 }, () => testCounty());
  expect(new Set(codes).size).toBe(200);
  expect(codes.every((code) => /^9\d{5}$/.test(code))).toBe(true);
});
