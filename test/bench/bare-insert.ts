import { randomBytes, randomUUIDv7 as newId } from 'node:crypto';
import pg from 'pg';
import type { RegistrationBody } from './registrations.ts';

/** The same three rows that a registration leaves, by one statement without anything around it: what the database alone allows. */
const STATEMENT = `
with ticket as (
  insert into bench.ticket (id, number, version, channel, petitioner_kind, category, subject, town_code, place, title, text, received_at, registered_at, confidential, decision, lifecycle)
  values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, now(), now(), false, 'registered', '{}')
), audit as (
  insert into bench.audit_entry (actor, roles, action, target) values ('operator', '{operator}', 'RegisterTicket', $1)
)
insert into bench.outbox (event_id, subject, aggregate, payload) values ($11, 'bench.ticket.registered.v1', $1, $12)`;

/** Tables like intake's own, indexes included, in a schema that no relay reads. */
export async function makeBareTables(pool: pg.Pool): Promise<void> {
  await pool.query('create schema bench');
  for (const table of ['ticket', 'audit_entry', 'outbox']) await pool.query(`create table bench.${table} (like intake.${table} including all)`);
}

/** Statements a second over so many connections, each waiting for its commit before the next. */
export async function bareInserts(databaseUrl: string, bodies: readonly RegistrationBody[], connections: number, durationMs: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: connections }, () => connected(databaseUrl)));
  const began = performance.now();
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - began < durationMs) {
        await client.query({ name: 'bare', text: STATEMENT, values: valuesOf(bodies[done % bodies.length] as RegistrationBody) });
        done++;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return done / seconds;
}

function valuesOf(body: RegistrationBody): unknown[] {
  const { channel, petitionerKind, category, subject, townCode, place, title, text } = body;
  const id = newId();
  const payload = { specversion: '1.0', id, type: 'ticket.registered.v1', source: '/intake', data: { channel, petitionerKind, category, subject, townCode } };
  return [id, `B${randomBytes(8).toString('hex')}`, channel, petitionerKind, category, subject, townCode, place, title, text, newId(), JSON.stringify(payload)];
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
