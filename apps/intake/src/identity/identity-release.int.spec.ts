import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const petitioner = { name: '张三丰', contact: '13800000000' };
const [unit, leader] = [`unit@${WATER}`, `leader@${WATER}`];
const look = (caller: string, id: string, more: object = {}) => intake.post(caller, `tickets/${id}/identity-views`, { purpose: '与张三丰联系', ...more });

async function dispatched(fields: object): Promise<string> {
  const id = await intake.registered({ petitioner, ...fields });
  await intake.service.tell(intake.dispatched(id, 1, { mode: 'joint', assisting: [ROADS] }));
  await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.status).toBe('dispatched'));
  return id;
}

describe.each([
  ['a report', { category: 'report' }],
  ['a petitioner who asked for it', { petitioner: { ...petitioner, secret: true } }],
])('the identity of %s', (_, fields) => {
  it('[Art. 10] opens to the handling unit with the petitioner’s consent, until it is taken back', async () => {
    const id = await dispatched(fields);
    expect(verdict(await look(unit, id))).toBe('403 identity-protected');
    const given = await intake.post('operator', `tickets/${id}/identity-consents`, { reason: '电话征得同意，录音 R-1' });
    expect([verdict(given), given.body]).toEqual(['201', expect.objectContaining({ kind: 'consent', unit: null, givenBy: 'operator', withdrawnAt: null })]);
    expect([await look(unit, id), await look(leader, id), await look(`unit@${ROADS}`, id)].map(verdict)).toEqual(['200', '200', '403 identity-for-the-handling-unit']);
    const withdraw = () => intake.post('operator', `tickets/${id}/identity-releases/${given.body.id}/withdrawal`, {});
    expect([await withdraw(), await look(unit, id), await withdraw()].map(verdict)).toEqual(['200', '403 identity-protected', '404 no-such-release']);
    expect((await intake.get('auditor', `tickets/${id}/identity-releases`)).body.items).toMatchObject([{ kind: 'consent', withdrawnBy: 'operator' }]);
  });

  it('[Art. 10] opens to the one unit that the county approved in writing', async () => {
    const id = await dispatched(fields);
    const approve = (named: string) => intake.post('supervisor', `tickets/${id}/identity-approvals`, { unit: named, reason: '须当面核实，分管领导书面同意' });
    expect([await approve(ROADS), await look(unit, id), await approve(WATER), await look(unit, id)].map(verdict)).toEqual(['201', '403 identity-protected', '201', '200']);
    const audit = await intake.service.sql(`select actor, details->>'unit' as unit from audit_entry where target = $1 and action = 'ApproveIdentityView' order by id`, [id]);
    expect(audit).toEqual([{ actor: 'supervisor', unit: ROADS }, { actor: 'supervisor', unit: WATER }]);
  });
});

it('[Art. 10, 23(6)] every look is told to the others: who, of which unit and why, never what was seen nor what was written', async () => {
  const id = await dispatched({});
  await look('operator', id, { purposeCode: 'verify' });
  await look(unit, id);
  await look(`unit@${ROADS}`, id);
  const told = (await intake.service.told()).filter(({ data }) => (data as { ticketId?: string }).ticketId === id && 'viewId' in data);
  expect(told.map(({ type, data }) => [type, data])).toEqual([
    ['hotline.identity.viewed.v1', expect.objectContaining({ viewer: 'operator', unit: 'county', purpose: 'verify' })],
    ['hotline.identity.viewed.v1', expect.objectContaining({ viewer: unit, unit: WATER, purpose: 'contact' })],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/张三丰|13800000000|联系/);
  expect(verdict(await look('operator', id, { purposeCode: 'curiosity' }))).toBe('400 validation-failed');
});

it('[Art. 10, 23(6)] what was given is listed page by page, the oldest first, none twice and none left out', async () => {
  const id = await dispatched({ category: 'report' });
  const given: string[] = [];
  for (const number of [1, 2, 3, 4, 5]) given.push((await intake.post('operator', `tickets/${id}/identity-consents`, { reason: `电话征得同意，录音 R-${number}` })).body.id as string);
  const listed: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await intake.get('auditor', `tickets/${id}/identity-releases?limit=2${cursor && `&cursor=${cursor}`}`);
    listed.push(...body.items.map((item: { id: string }) => item.id));
    expect(body.items.length).toBeLessThanOrEqual(2);
    cursor = body.next;
  }
  expect(listed).toEqual(given);
  expect(verdict(await intake.get('auditor', `tickets/${id}/identity-releases?cursor=x`))).toBe('400 cursor-malformed');
});

it('is given by those who may, for a reason, on a ticket that is there', async () => {
  const id = await dispatched({ category: 'report' });
  for (const caller of [unit, 'dispatcher', 'supervisor']) expect(verdict(await intake.post(caller, `tickets/${id}/identity-consents`, { reason: '同意' }))).toBe('403 role-not-allowed');
  for (const caller of [unit, 'operator', 'admin']) expect(verdict(await intake.post(caller, `tickets/${id}/identity-approvals`, { unit: WATER, reason: '批准' }))).toBe('403 role-not-allowed');
  for (const body of [{}, { reason: ' ' }, { reason: 'x'.repeat(501) }]) expect(verdict(await intake.post('operator', `tickets/${id}/identity-consents`, body))).toBe('400 validation-failed');
  expect(verdict(await intake.post('operator', 'tickets/0190f0a0-0000-7000-8000-000000000001/identity-consents', { reason: '同意' }))).toBe('404 no-such-ticket');
});
