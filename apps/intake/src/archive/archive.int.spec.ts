import { readdir } from 'node:fs/promises';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { archiveDisposedV1, type CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';
import { IntakeUnderTest, MATTER, TOWN, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const PLANTED = ['欧阳靖琬', '13987654321', '彻夜施工', 'CALL-9', '来访登记'];

function disposed(ticketId: string, certificateNo = 'XH-2026-1'): CloudEvent {
  return intake.service.event(archiveDisposedV1, { subject: ticketId, version: 1, at: Date.UTC(2026, 0, 9) }, { ticketId, certificateNo, disposedAt: '2026-01-09T00:00:00.000Z' });
}

async function takenIn(...events: readonly CloudEvent[]): Promise<void> {
  const ids = [...new Set(events.map(({ id }) => id))];
  await eventually(async () => expect(await intake.service.sql('select count(*)::int as n from inbox where event_id = any($1::uuid[])', [ids])).toEqual([{ n: ids.length }]));
}

/** A closed ticket with everything that a petitioner can leave behind. */
async function fullTicket(): Promise<string> {
  const petitioner = { name: '欧阳靖琬', contact: '13987654321', secret: true };
  const id = await intake.registered({ ...MATTER, title: '彻夜施工', text: '彻夜施工', place: '欧阳靖琬家', petitioner, particulars: { callRecordId: 'CALL-9', callerNumber: '13987654321' }, emergency: true, emergencyKind: 'sensitive' });
  await intake.post('operator', `tickets/${id}/category`, { category: 'complaint', reason: '彻夜施工扰民' });
  await intake.post('operator', `tickets/${id}/identity-consents`, { reason: '欧阳靖琬同意，来访登记' }, { headers: { 'Idempotency-Key': `c-${id}` } });
  await intake.post('operator', `tickets/${id}/identity-views`, { purpose: '联系欧阳靖琬' });
  await intake.post('operator', `tickets/${id}/corrections`, { title: '彻夜施工扰民', place: '欧阳靖琬家门前', townCode: TOWN, reason: '欧阳靖琬更正' }, { headers: { 'Idempotency-Key': `r-${id}` } });
  await intake.post('operator', `tickets/${id}/supplements`, { text: '昨夜又彻夜施工' }, { headers: { 'Idempotency-Key': `s-${id}` } });
  await intake.post('operator', `tickets/${id}/petitioner`, { name: '欧阳靖琬（更正）' });
  const sent = request(intake.service.server).post(`/intake/v1/tickets/${id}/attachments`).set('Authorization', await intake.token('operator'));
  expect((await sent.attach('file', Buffer.from('%PDF-1.7 彻夜施工'), '欧阳靖琬.pdf')).status).toBe(201);
  const block = await intake.post('supervisor', 'blocks', { ground: 'insult', evidenceTicketIds: [id], findings: '欧阳靖琬来访登记时辱骂', days: 3 }, { headers: { 'Idempotency-Key': id } });
  await intake.post('prefecture', `blocks/${block.body.id}/decision`, { approved: false });
  await intake.post('operator', `tickets/${id}/answer`, { scopeCode: 'matter-to-solve', answer: '欧阳靖琬您好，彻夜施工已制止。' }, { headers: { 'Idempotency-Key': `a-${id}` } });
  return id;
}

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(intake.service.app.get<IntakeConfig>(INTAKE_SETTINGS).attachments, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function everything(): Promise<string> {
  const tables = ['ticket', 'petitioner_identity', 'identity_data_key', 'petitioner_index', 'identity_release', 'attachment', 'audit_entry', 'outbox', 'idempotency_key', 'block', 'ticket_correction', 'ticket_supplement'];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await intake.service.sql(`select * from ${table}`));
  return JSON.stringify(rows);
}

it('[Art. 20] a disposed ticket loses key, identity, words and files, keeps its codes, and says so once', async () => {
  const id = await fullTicket();
  const before = (await intake.get('operator', `tickets/${id}`)).body;
  expect(await filesOnDisk()).toHaveLength(1);
  const event = disposed(id);
  await intake.service.tell(event, event, disposed(id, 'XH-2026-2'));
  await takenIn(event);
  await eventually(async () => expect(await filesOnDisk()).toEqual([]));
  const dump = await everything();
  expect(PLANTED.filter((word) => dump.includes(word))).toEqual([]);
  for (const table of ['petitioner_identity', 'identity_data_key', 'petitioner_index', 'attachment'] as const) expect(await intake.count(table)).toBe(0);
  const { body } = await intake.get('operator', `tickets/${id}`);
  const { number, channel, category, receivedAt, status, scopeCode } = before;
  expect(body).toMatchObject({ number, channel, category, receivedAt, status, scopeCode, title: null, text: null, place: null, petitioner: null, particulars: {} });
  expect(body.disposed).toEqual({ label: '已销毁', at: expect.any(String), certificateNo: 'XH-2026-1' });
  expect([body.decline, body.answer]).toEqual([null, null]);
  const erased = (await intake.service.told()).filter(({ type }) => type === 'hotline.vault.erased.v1');
  expect(erased).toMatchObject([{ subject: id, version: before.version + 1, data: { ticketId: id, certificateNo: 'XH-2026-1' } }]);
  expect((await intake.get('operator', 'tickets?limit=200')).body.items.find((line: { id: string }) => line.id === id)).toMatchObject({ number, title: null });
});

it('[Art. 20] everything that asks for what was destroyed, or would write anew, is told that it is gone', async () => {
  const id = await fullTicket();
  const event = disposed(id);
  await intake.service.tell(event);
  await takenIn(event);
  const said = [
    await intake.post('operator', `tickets/${id}/identity-views`, { purpose: '联系' }),
    await intake.get('operator', `tickets/${id}/attachments`),
    await intake.post('operator', `tickets/${id}/category`, { category: 'help', reason: '更正' }),
    await intake.post('operator', `tickets/${id}/identity-consents`, { reason: '同意' }),
  ];
  expect(said.map(verdict)).toEqual(said.map(() => '410 ticket-disposed'));
  expect(verdict(await intake.post('supervisor', 'blocks', { ground: 'insult', evidenceTicketIds: [id], findings: '辱骂', days: 3 }))).toBe('422 block-evidence-unknown');
  expect(verdict(await intake.get(`unit@${WATER}`, `tickets/${id}/attachments`))).toBe('404 no-such-ticket');
});

it('[Art. 20] a disposal of a ticket that is not here is passed over, and one before a late event of routing ends the same', async () => {
  const id = await intake.registered({ petitioner: { name: '欧阳靖琬' } });
  const [unknown, known, late] = [disposed('0190f0a0-0000-7000-8000-000000000009'), disposed(id), intake.closed(id, 1)];
  await intake.service.tell(unknown, known, intake.dispatched(id, 1), late, known);
  await takenIn(unknown, known, late);
  await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body).toMatchObject({ status: 'closed', title: null, disposed: { certificateNo: 'XH-2026-1' } }));
  expect((await intake.told(id)).filter((told) => told.includes('vault.erased'))).toHaveLength(1);
});
