import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
let now = Date.now();
beforeAll(async () => void (intake = await IntakeUnderTest.start({}, { now: () => now })));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const MINUTE_MS = 60_000;

describe('changing the category', () => {
  const change = { category: 'complaint', reason: '经核实属投诉' };

  it('[Art. 13] is told with what it was before, and shown with its reason to those who read words', async () => {
    const id = await intake.registered();
    const changed = await intake.post('dispatcher', `tickets/${id}/category`, change);
    expect([verdict(changed), changed.body.category, changed.headers['etag']]).toEqual(['200', 'complaint', '"v2"']);
    const [, event] = (await intake.service.told()).filter(({ subject }) => subject === id);
    expect(event).toMatchObject({ type: 'hotline.ticket.category-changed.v1', version: 2, data: { ticketId: id, category: 'complaint', previous: 'help' } });
    expect(JSON.stringify(event)).not.toContain(change.reason);
    const shown = { previous: 'help', category: 'complaint', reason: change.reason, at: expect.any(String) };
    expect((await intake.get('operator', `tickets/${id}`)).body.categoryChanges).toEqual([shown]);
    expect((await intake.get('analyst', `tickets/${id}`)).body.categoryChanges).toEqual([{ ...shown, reason: null }]);
    const audit = await intake.service.sql(`select actor, action, details from audit_entry where target = $1 and action = 'ChangeCategory'`, [id]);
    expect(audit).toEqual([{ actor: 'dispatcher', action: 'ChangeCategory', details: {} }]);
  });

  it('[Art. 13] is possible after dispatch and not after closing, and a repetition with its key changes it once', async () => {
    const id = await intake.registered();
    await intake.service.tell(intake.dispatched(id, 1));
    await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.status).toBe('dispatched'));
    const say = (body: object, key: string) => intake.post('operator', `tickets/${id}/category`, body, { headers: { 'Idempotency-Key': `${id}-${key}` } });
    expect([await say(change, 'a'), await say(change, 'a'), await say(change, 'b')].map(verdict)).toEqual(['200', '200', '409 same-category']);
    await intake.service.tell(intake.closed(id, 1));
    await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.status).toBe('closed'));
    expect(verdict(await say({ ...change, category: 'help' }, 'c'))).toBe('409 already-settled');
    expect((await intake.told(id)).filter((told) => told.includes('category-changed'))).toHaveLength(1);
  });

  it('[Art. 10, 13] a matter that was once a report keeps its petitioner from the unit', async () => {
    const id = await intake.registered({ category: 'report', petitioner: { name: '张三丰' } });
    await intake.post('operator', `tickets/${id}/category`, change);
    await intake.service.tell(intake.dispatched(id, 1));
    await eventually(async () => expect((await intake.get(`unit@${WATER}`, `tickets/${id}`)).body).toMatchObject({ category: 'complaint', petitioner: null }));
    expect(verdict(await intake.post(`unit@${WATER}`, `tickets/${id}/identity-views`, { purpose: '联系' }))).toBe('403 identity-protected');
  });

  it('is for the county, for a reason, for one of the five', async () => {
    const id = await intake.registered();
    for (const caller of [`unit@${WATER}`, 'analyst', 'prefecture']) expect(verdict(await intake.post(caller, `tickets/${id}/category`, change))).toBe('403 role-not-allowed');
    for (const body of [{}, { ...change, reason: ' ' }, { ...change, category: 'anything' }, { ...change, x: 1 }]) expect(verdict(await intake.post('operator', `tickets/${id}/category`, body))).toBe('400 validation-failed');
  });
});

describe('declining', () => {
  it('[Art. 12] answers where to turn: what the policy says, or what the desk says', async () => {
    const decline = async (fields: object) => (await intake.post('operator', `tickets/${await intake.registered()}/decline`, { ground: 'emergency', ...fields })).body;
    expect(await decline({})).toMatchObject({ status: 'declined', turnTo: '请立即拨打 110（警情）、119（火警、救援）、120（急救）' });
    expect(await decline({ turnTo: '请到县人民医院' })).toMatchObject({ status: 'declined', turnTo: '请到县人民医院' });
  });
});

describe('an emergency', () => {
  it('[Art. 4] is registered and reported in one step to whom the policy names, while the handling goes on', async () => {
    const { body } = await intake.register({ emergency: true, emergencyKind: 'sudden' });
    expect(body).toMatchObject({ version: 2, status: 'registered', escalationId: expect.any(String) });
    expect(await intake.told(body.id)).toEqual(['1 ticket.registered.v1', '2 ticket.escalated.v1']);
    const { body: shown } = await intake.get('operator', `tickets/${body.id}`);
    expect(shown).toMatchObject({ version: 2, escalations: [{ escalationId: body.escalationId, kind: 'sudden', recipients: ['县政府应急办', '县政府分管领导'] }] });
    expect(verdict(await intake.post('operator', `tickets/${body.id}/acceptance`, { scopeCode: 'matter-to-solve' }))).toBe('200');
    expect(verdict(await intake.register({ emergency: true }))).toBe('422 emergency-kind-missing');
  });

  it('[Art. 4] waits on the desk’s list with its age until somebody acknowledges it, who is named', async () => {
    const [first, second] = [await intake.register({ emergency: true, emergencyKind: 'urgent' }), await intake.register({ emergency: true, emergencyKind: 'sensitive' })];
    now += 31 * MINUTE_MS;
    const waiting = async (): Promise<Record<string, unknown>[]> => {
      const { body } = await intake.get('operator', 'escalations?limit=200');
      return body.items.filter(({ ticketId }: { ticketId: string }) => [first.body.id, second.body.id].includes(ticketId));
    };
    expect(await waiting()).toMatchObject([{ escalationId: first.body.escalationId, number: first.body.number, ageMinutes: 31, late: true }, { escalationId: second.body.escalationId }]);
    const path = `/intake/v1/tickets/${first.body.id}/escalations/${first.body.escalationId}/acknowledgement`;
    const unnamed = await request(intake.service.server).post(path).set('Authorization', await intake.token('supervisor'));
    expect(verdict(unnamed)).toBe('400 validation-failed');
    await intake.post('supervisor', `tickets/${first.body.id}/escalations/${first.body.escalationId}/acknowledgement`, { by: '李主任（县政府值班）' });
    await intake.post('supervisor', `tickets/${second.body.id}/escalations/${second.body.escalationId}/acknowledgement`, { by: '县政府应急办值班室' });
    expect(await waiting()).toEqual([]);
    expect((await intake.get('operator', `tickets/${first.body.id}`)).body.escalations).toMatchObject([{ acknowledgedBy: '李主任（县政府值班）', acknowledgedAt: new Date(now).toISOString() }]);
    expect((await intake.get('operator', `tickets/${second.body.id}`)).body.escalations).toMatchObject([{ acknowledgedBy: '县政府应急办值班室' }]);
  });

  it('lists page by page, and to the county alone', async () => {
    await intake.register({ emergency: true, emergencyKind: 'urgent' });
    await intake.register({ emergency: true, emergencyKind: 'urgent' });
    const one = await intake.get('operator', 'escalations?limit=1');
    const two = await intake.get('operator', `escalations?limit=1&cursor=${one.body.next}`);
    expect([one.body.items, two.body.items].map(({ length }) => length)).toEqual([1, 1]);
    expect(one.body.items[0].escalationId).not.toBe(two.body.items[0].escalationId);
    expect(verdict(await intake.get(`unit@${WATER}`, 'escalations'))).toBe('403 role-not-allowed');
    expect(verdict(await intake.get('operator', 'escalations?cursor=x'))).toBe('400 cursor-malformed');
  });
});

describe('what a channel brings', () => {
  it.each([
    ['phone', { callerNumber: '13987654321', callRecordId: 'CALL-1' }, { callRecordId: 'CALL-1' }, { callerNumber: '139****4321' }],
    ['sms', { senderNumber: '13987654321', messageId: 'SMS-1' }, { messageId: 'SMS-1' }, { senderNumber: '139****4321' }],
    ['email', { senderAddress: 'somebody@example.org', messageId: '<1@x>' }, { messageId: '<1@x>' }, { senderAddress: 's***@example.org' }],
    ['website', { sessionId: 'S-1', submissionId: 'F-1' }, { sessionId: 'S-1', submissionId: 'F-1' }, undefined],
    ['wechat', { openId: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M', messageId: 'W-1' }, { messageId: 'W-1' }, { openId: '****fL2M' }],
    ['app', { accountId: 'account-77', deviceId: 'device-88', submissionId: 'A-1' }, { submissionId: 'A-1' }, { accountId: '****77', deviceId: '****88' }],
  ])('[Art. 2, 10] %s: numbers, addresses and accounts go into the vault, ids of records stay plain', async (channel, particulars, records, hidden) => {
    const id = await intake.registered({ channel, particulars });
    const { body } = await intake.get('operator', `tickets/${id}`);
    expect([body.particulars, body.petitioner?.particulars]).toEqual([records, hidden]);
    const rows = JSON.stringify([await intake.service.sql('select * from ticket where id = $1', [id]), await intake.service.told(), intake.service.logLines]);
    for (const secret of ['13987654321', 'somebody@example.org', 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M', 'account-77', 'device-88']) expect(rows).not.toContain(secret);
  });

  it('[Art. 2] belongs to the channel, else the field is named', async () => {
    const refused = await intake.register({ channel: 'phone', particulars: { openId: 'o-1' } });
    expect([verdict(refused), refused.body.errors[0].field]).toEqual(['422 particular-of-another-channel', 'particulars.openId']);
    expect(verdict(await intake.register({ particulars: { shoeSize: '42' } }))).toBe('400 validation-failed');
  });

  it('[Art. 2] of the prefecture is its number, the time of the transfer and the day it wants the matter done', async () => {
    const transfer = { channel: 'prefecture', prefectureNumber: 'CX-7', receivedAt: '2026-01-05T10:00:00+08:00', prefectureDueOn: '2026-01-20' };
    const id = await intake.registered(transfer);
    expect((await intake.get('prefecture', `tickets/${id}`)).body).toMatchObject({ prefectureNumber: 'CX-7', receivedAt: '2026-01-05T02:00:00.000Z', prefectureDueOn: '2026-01-20' });
    const refused = await intake.register({ ...transfer, prefectureNumber: 'CX-8', prefectureDueOn: '2026-01-04' });
    expect([verdict(refused), refused.body.errors[0].field]).toEqual(['422 due-before-receipt', 'prefectureDueOn']);
    expect(verdict(await intake.register({ ...transfer, prefectureNumber: 'CX-8', prefectureDueOn: '2026-02-30' }))).toBe('400 validation-failed');
  });
});

describe('what waits at the desk', () => {
  const counts = async () => (await intake.get('operator', 'tickets/counts')).body;

  it('[Art. 2, 4, 14] is counted with the oldest of each, though no clock runs before a ticket is accepted', async () => {
    const before = await counts();
    const [fresh, accepted] = [await intake.registered({ receivedAt: '2018-01-02T09:00:00+08:00' }), await intake.registered()];
    await intake.post('operator', `tickets/${accepted}/acceptance`, { scopeCode: 'matter-to-solve' });
    await intake.register({ emergency: true, emergencyKind: 'urgent' });
    const after = await counts();
    expect([after.screening.count - before.screening.count, after.dispatch.count - before.dispatch.count, after.escalations.count - before.escalations.count]).toEqual([2, 1, 1]);
    expect(after.screening.oldest).toBe('2018-01-02T01:00:00.000Z');
    const metrics = await request(intake.service.server).get('/intake/metrics');
    expect(Number(/^hotline_intake_unscreened_age_seconds(?:\{[^}]*\})? (\S+)/m.exec(metrics.text)?.[1])).toBeGreaterThan(86_400);
    await intake.post('operator', `tickets/${fresh}/decline`, { ground: 'emergency' });
    expect((await counts()).screening.count).toBe(after.screening.count - 1);
    expect(verdict(await intake.get(`unit@${WATER}`, 'tickets/counts'))).toBe('403 role-not-allowed');
  });

  it('[Art. 17(2)] counts and lists the petitioners of linked tickets who are still to be told', async () => {
    const [primary, linked] = [await intake.registered({ category: 'suggestion' }), await intake.registered({ category: 'suggestion' })];
    for (const id of [primary, linked]) await intake.post('operator', `tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' });
    await intake.post('operator', `tickets/${linked}/link`, { primaryTicketId: primary, link: 'duplicate' });
    const listed = async () => (await intake.get('operator', 'tickets?toTell=true&limit=200')).body.items.map(({ id }: { id: string }) => id);
    expect(await listed()).not.toContain(linked);
    await intake.post('dispatcher', `tickets/${primary}/unified-answer`, { ground: 'repeated', scopeCode: 'matter-to-solve', answer: '路灯将于月底前修复。' });
    expect([await listed(), (await counts()).telling.count]).toEqual([[linked], 1]);
    await intake.post('operator', `tickets/${linked}/petitioner-told`, { way: 'phone' });
    expect([await listed(), (await counts()).telling.count]).toEqual([[], 0]);
  });
});
