import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, MATTER, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

/** Nobody else is called, reached or speaks like this. */
const NAME = '欧阳靖琬';
const PHONE = '13987654321';
const ID_NUMBER = '532328197712314567';
const WORDS = '邻居彻夜施工';
const CALLER = '13712349876';
const PLANTED = [NAME, CALLER, PHONE, ID_NUMBER, WORDS];
const planted = { ...MATTER, title: `${WORDS}请处理`, text: `我叫${NAME}，电话${PHONE}，${WORDS}。`, place: `${NAME}家`, petitioner: { name: NAME, contact: PHONE, idNumber: ID_NUMBER }, particulars: { callerNumber: CALLER } };

function expectNothingOf(text: string, where: string): void {
  expect([where, PLANTED.filter((word) => text.includes(word))]).toEqual([where, []]);
}

/** Every row of a table as text, with binary columns also read as text. */
async function dump(table: string): Promise<string> {
  const rows = await intake.service.sql<Record<string, unknown>>(`select * from ${table}`);
  const plain = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('utf8') : value);
  return JSON.stringify(rows.map((row) => Object.values(row).map(plain)));
}

it('[Art. 10] nothing that a petitioner said or is called leaves the ticket and the vault', async () => {
  const { status, body } = await intake.post('operator', 'tickets', planted, { headers: { 'Idempotency-Key': 'planted' } });
  expect(status).toBe(201);
  const id = body.id as string;
  const answers: unknown[] = [body];
  const say = async (path: string, said: object | string, caller = 'operator') => answers.push((await intake.post(caller, path, said)).body);
  await say('tickets', { ...planted, channel: PHONE, petitioner: { ...planted.petitioner, phone: PHONE, idNumber: PHONE.repeat(9) } });
  await say('tickets', { ...planted, channel: 'wechat', particulars: { callerNumber: CALLER, openId: NAME } });
  await say('tickets', { ...planted, source: 's', prefectureNumber: PHONE });
  await say('tickets', JSON.stringify(planted).slice(0, -3));
  await say('tickets', { ...planted, text: `${WORDS}\0` });
  await say(`tickets/${id}/decline`, { ground: NAME, turnTo: WORDS });
  await say(`tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' });
  await say('history', { rows: [{ ...planted, externalId: 'x', source: 's', receivedAt: PHONE, solved: NAME, category: WORDS, petitioner: undefined }] }, 'admin');
  answers.push((await intake.get('operator', `tickets?limit=${PHONE}&number=${encodeURIComponent(NAME)}`)).body);
  await intake.service.tell(intake.dispatched(id, 1));
  await eventually(async () => expect((await intake.get(`unit@${WATER}`, `tickets/${id}`)).status).toBe(200));
  await say(`tickets/${id}/identity-views`, { purpose: NAME.repeat(200) });
  await say(`tickets/${id}/decline`, { ground: 'emergency', turnTo: WORDS });
  await say(`tickets/${id}/answer`, { scopeCode: 'matter-to-solve', answer: WORDS });
  const shown = await intake.post('operator', `tickets/${id}/identity-views`, { purpose: '核实情况' });
  expect(shown.body).toMatchObject({ particulars: { callerNumber: CALLER }, name: NAME, contact: PHONE, idNumber: ID_NUMBER });

  expectNothingOf(JSON.stringify(answers), 'answers of commands and errors');
  expectNothingOf(intake.service.logLines.join('\n'), 'log');
  expect(intake.service.logLines.length).toBeGreaterThan(10);
  for (const table of ['outbox', 'audit_entry', 'idempotency_key', 'petitioner_identity', 'identity_data_key', 'petitioner_index', 'ticket_unit', 'inbox']) expectNothingOf(await dump(table), table);
  const metrics = await fetch(`${await intake.service.app.getUrl()}/intake/metrics`);
  expectNothingOf(await metrics.text(), 'metrics');
  expect(await intake.count('petitioner_identity')).toBe(1);
});
