import { randomUUIDv7 as newId } from 'node:crypto';
import pg from 'pg';
import request from 'supertest';
import { archiveDisposedV1, type CloudEvent } from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { at, dispatchFact, LEAD, learn, startSla } from '../../spec/sla-bench.js';

const WORDS = '家住元马镇东城社区的张三';
const MONDAY = at('2026-03-02 10:00');
const LAW = { legalBasis: '《某某管理条例》第二十三条', amount: 10, unit: 'calendar-days', approver: '分管副县长' };
let now = MONDAY;
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startSla(() => now, {
    years: () => false,
    prepare: async ({ databaseUrl, databaseSchema }) => {
      const client = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${databaseSchema}` });
      await client.connect();
      await client.query(`insert into idempotency_key (subject, key, fingerprint, created_at) values ('someone', 'of-last-year', 'one', now() - interval '1 year')`);
      await client.end();
    },
  });
});
afterAll(() => service.stop());

const disposal = (ticketId: string): CloudEvent =>
  service.event(archiveDisposedV1, { subject: ticketId, version: 1, at: MONDAY }, { ticketId, certificateNo: '销毁〔2028〕1号', disposedAt: isoOf(MONDAY) });

async function post(path: string, body: object, role = 'dispatcher'): Promise<{ id: string }> {
  const authorization = await service.as(role, role === 'unit' ? LEAD : undefined);
  now += 60_000;
  return (await request(service.server).post(`/sla/v1/${path}`).set('Authorization', authorization).set('Idempotency-Key', newId()).send(body)).body as { id: string };
}

/** A complaint for which more time was asked and refused, and a limit of law taken back, each in somebody's words. */
async function withWords(): Promise<string> {
  const ticketId = newId();
  await learn(service, ticketId, dispatchFact(MONDAY, { category: 'complaint' }));
  const { id: extension } = await post(`tickets/${ticketId}/extensions`, { workingDays: 3, reason: WORDS }, 'unit');
  await post(`extensions/${extension}/refuse`, { reason: WORDS });
  const { id: limit } = await post(`tickets/${ticketId}/statutory-limits`, LAW);
  await post(`statutory-limits/${limit}/revocation`, { reason: WORDS });
  return ticketId;
}

async function held(ticketId: string): Promise<number> {
  const tables = ['extension', 'statutory_limit', 'clock', 'timeline', 'outbox', 'audit_entry', 'idempotency_key'];
  const rows = await service.sql(tables.map((table) => `select to_jsonb(t)::text as held from ${table} t where to_jsonb(t)::text like '%${ticketId}%'`).join(' union all '));
  return JSON.stringify(rows).split(WORDS).length - 1;
}

it('[Art. 20] empties the reasons for and against more time when the file is disposed of; days and the law stay', async () => {
  const [gone, stays] = [await withWords(), await withWords()];
  const before = await held(stays);
  expect([await held(gone), before]).toEqual([8, 8]);
  await service.tell(disposal(gone), disposal(gone), disposal(newId()));
  await eventually(async () => expect(await held(gone)).toBe(0));
  expect(await service.sql('select state, version from extension where ticket_id = $1', [gone])).toMatchObject([{ state: { status: 'refused', reason: '', refusalReason: '', workingDays: 3 }, version: 3 }]);
  expect(await service.sql('select state from statutory_limit where ticket_id = $1', [gone])).toMatchObject([{ state: { status: 'revoked', reason: '', legalBasis: LAW.legalBasis } }]);
  expect(await held(stays)).toBe(before);
});

it('[Art. 20] removes what it answered to commands of long ago as soon as it runs', async () => {
  await eventually(async () => expect(await service.sql(`select key from idempotency_key where key = 'of-last-year'`)).toEqual([]));
});
