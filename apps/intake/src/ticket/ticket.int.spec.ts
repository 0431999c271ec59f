import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const acceptance = { scopeCode: 'matter-to-solve' };
const decline = { ground: 'emergency', turnTo: '请拨打 110', explanation: '危及人身安全' };
const reply = { answer: '您好，每年 9 月 1 日起缴费。' };

async function transfer(prefectureNumber: string): Promise<string> {
  return (await intake.register({ channel: 'prefecture', prefectureNumber }, 'prefecture')).body.id as string;
}

describe('the county’s first decision', () => {
  it('[Art. 11] accepts a ticket under a scope and tells of it', async () => {
    const id = await intake.registered({ petitionerKind: 'enterprise', category: 'complaint' });
    const accepted = await intake.post('dispatcher', `tickets/${id}/acceptance`, acceptance);
    expect([accepted.status, accepted.body.status, accepted.body.version, accepted.headers['etag']]).toEqual([200, 'accepted', 2, '"v2"']);
    expect(await intake.told(id)).toEqual(['1 ticket.registered.v1', '2 ticket.accepted.v1']);
    const [, event] = (await intake.service.told()).filter(({ subject }) => subject === id);
    expect(event?.data).toMatchObject({ ticketId: id, ...acceptance, category: 'complaint', petitionerKind: 'enterprise', prefectureTransfer: false });
    const { body } = await intake.get('operator', `tickets/${id}`);
    expect(body).toMatchObject({ status: 'accepted', ...acceptance, decline: null, answer: null, units: [], escalations: [] });
    expect(await intake.service.sql('select actor, action from audit_entry where target = $1 order by id', [id])).toEqual([
      { actor: 'operator', action: 'RegisterTicket' },
      { actor: 'dispatcher', action: 'AcceptTicket' },
    ]);
  });

  it('[Art. 12] declines a ticket and says where to turn, but never a prefecture transfer', async () => {
    const id = await intake.registered();
    expect((await intake.post('operator', `tickets/${id}/decline`, decline)).body).toMatchObject({ status: 'declined', version: 2 });
    expect((await intake.get('operator', `tickets/${id}`)).body.decline).toMatchObject(decline);
    expect(await intake.told(id)).toEqual(['1 ticket.registered.v1', '2 ticket.declined.v1']);
    const sentDown = await transfer('CX-1');
    expect(verdict(await intake.post('operator', `tickets/${sentDown}/decline`, decline))).toBe('409 prefecture-transfer-cannot-be-declined');
    expect(verdict(await intake.post('operator', `tickets/${sentDown}/acceptance`, acceptance))).toBe('200');
  });

  it('[Art. 18] answers directly, from the desk or after acceptance, until a unit has the ticket', async () => {
    const [atOnce, accepted, dispatched] = [await intake.registered(), await intake.registered(), await intake.registered()];
    expect((await intake.post('operator', `tickets/${atOnce}/answer`, { ...reply, ...acceptance })).body).toMatchObject({ status: 'answered', version: 3 });
    await intake.post('operator', `tickets/${accepted}/acceptance`, acceptance);
    expect((await intake.post('operator', `tickets/${accepted}/answer`, reply)).body.status).toBe('answered');
    expect((await intake.get('operator', `tickets/${accepted}`)).body.answer).toMatchObject({ ...reply, knowledgeEntry: null });
    for (const id of [atOnce, accepted]) expect(await intake.told(id)).toEqual(['1 ticket.registered.v1', '2 ticket.accepted.v1', '3 ticket.answered.v1']);
    await intake.service.tell(intake.dispatched(dispatched, 1));
    await eventually(async () => expect((await intake.get('operator', `tickets/${dispatched}`)).body.status).toBe('dispatched'));
    expect(verdict(await intake.post('operator', `tickets/${dispatched}/answer`, reply))).toBe('409 already-dispatched');
  });

  it('[Art. 11, 18] accepts with the answer what was not accepted yet, and asks for the scope of it', async () => {
    const [id, sentDown] = [await intake.registered({ category: 'consultation' }), await transfer('CX-ANSWERED')];
    for (const each of [id, sentDown]) {
      const refused = await intake.post('operator', `tickets/${each}/answer`, reply);
      expect([verdict(refused), refused.body.errors[0].field, refused.body.detail]).toEqual(['422 scope-code-missing', 'scopeCode', expect.stringContaining('尚未受理')]);
      expect(await intake.told(each)).toEqual(['1 ticket.registered.v1']);
      const answered = await intake.post('operator', `tickets/${each}/answer`, { ...reply, scopeCode: 'policy-enquiry' });
      expect([answered.body.status, answered.headers['etag']]).toEqual(['answered', '"v3"']);
      const { body } = await intake.get('operator', `tickets/${each}`);
      expect(body).toMatchObject({ status: 'answered', scopeCode: 'policy-enquiry', acceptedAt: body.answer.at });
    }
    expect(await intake.service.sql('select actor, action from audit_entry where target = $1 order by id', [id])).toEqual(['RegisterTicket', 'AcceptTicket', 'AnswerDirectly'].map((action) => ({ actor: 'operator', action })));
    const accepted = await intake.registered();
    await intake.post('operator', `tickets/${accepted}/acceptance`, acceptance);
    expect(verdict(await intake.post('operator', `tickets/${accepted}/answer`, { ...reply, scopeCode: 'policy-enquiry' }))).toBe('409 already-accepted');
    expect(verdict(await intake.post('operator', `tickets/${accepted}/answer`, { ...reply, ...acceptance }))).toBe('200');
  });

  it.each([
    ['accepting twice', 'acceptance', acceptance, 'acceptance', acceptance, '409 already-accepted'],
    ['accepting what was declined', 'decline', decline, 'acceptance', acceptance, '409 already-declined'],
    ['answering what was answered', 'answer', { ...reply, ...acceptance }, 'answer', reply, '409 already-answered'],
    ['an unknown scope of an answer', undefined, {}, 'answer', { ...reply, scopeCode: 'anything' }, '400 validation-failed'],
    ['declining with an empty place to turn to', undefined, {}, 'decline', { ...decline, turnTo: ' ' }, '400 validation-failed'],
    ['an unknown ground', undefined, {}, 'decline', { ...decline, ground: 'no-time' }, '400 validation-failed'],
    ['an unknown scope', undefined, {}, 'acceptance', { scopeCode: 'anything' }, '400 validation-failed'],
    ['an empty answer', undefined, {}, 'answer', { answer: ' ' }, '400 validation-failed'],
    ['an unknown field', undefined, {}, 'answer', { ...reply, by: 'me' }, '400 validation-failed'],
  ])('refuses %s', async (_, first, firstBody, second, secondBody, expected) => {
    const id = await intake.registered();
    if (first !== undefined) await intake.post('operator', `tickets/${id}/${first}`, firstBody);
    const told = await intake.told(id);
    expect(verdict(await intake.post('operator', `tickets/${id}/${second}`, secondBody))).toBe(expected);
    expect(await intake.told(id)).toEqual(told);
  });

  it('is refused to those who may not take it, and on a ticket that is not there', async () => {
    const id = await intake.registered();
    for (const caller of ['unit@YM-SWJ', 'analyst', 'prefecture']) expect(verdict(await intake.post(caller, `tickets/${id}/acceptance`, acceptance))).toBe('403 role-not-allowed');
    const nobody = '0190f0a0-0000-7000-8000-000000000001';
    expect(verdict(await intake.post('operator', `tickets/${nobody}/acceptance`, acceptance))).toBe('404 no-such-ticket');
    expect(verdict(await intake.post('operator', 'tickets/not-an-id/acceptance', acceptance))).toBe('400 validation-failed');
  });

  it('is taken once, however many try at the same time', async () => {
    const id = await intake.registered();
    const verdicts = (await Promise.all(Array.from({ length: 10 }, () => intake.post('operator', `tickets/${id}/acceptance`, acceptance)))).map(verdict);
    expect(verdicts.filter((each) => each === '200')).toHaveLength(1);
    expect(verdicts.filter((each) => each === '409 already-accepted')).toHaveLength(9);
    expect(await intake.told(id)).toEqual(['1 ticket.registered.v1', '2 ticket.accepted.v1']);
  });

  it('is bound to a version by If-Match, and repeated by its Idempotency-Key', async () => {
    const id = await intake.registered();
    const accept = (headers: Record<string, string>) => intake.post('operator', `tickets/${id}/acceptance`, acceptance, { headers });
    expect([await accept({ 'If-Match': '"v7"' }), await accept({ 'If-Match': 'v1' })].map(verdict)).toEqual(['412 precondition-failed', '400 if-match-malformed']);
    const key = { 'If-Match': '"v1"', 'Idempotency-Key': `accept-${id}` };
    const [first, again] = [await accept(key), await accept(key)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    const other = await intake.post('operator', `tickets/${id}/acceptance`, { scopeCode: 'policy-enquiry' }, { headers: key });
    expect(verdict(other)).toBe('422 idempotency-key-reused');
  });
});

describe('an escalation', () => {
  it('[Art. 4] goes out at once, in any state, and is acknowledged once', async () => {
    const id = await intake.registered();
    await intake.post('operator', `tickets/${id}/acceptance`, acceptance);
    const escalated = await intake.post('operator', `tickets/${id}/escalations`, { kind: 'sudden', recipients: ['县应急办', '县委办'] });
    const { escalationId } = escalated.body;
    const acknowledge = () => intake.post('supervisor', `tickets/${id}/escalations/${escalationId}/acknowledgement`, { by: '县应急办值班室' });
    expect([escalated, await acknowledge(), await acknowledge()].map(verdict)).toEqual(['200', '200', '409 already-acknowledged']);
    const [shown] = (await intake.get('operator', `tickets/${id}`)).body.escalations;
    expect(shown).toMatchObject({ escalationId, kind: 'sudden', recipients: ['县应急办', '县委办'], acknowledgedAt: expect.any(String) });
    expect((await intake.told(id)).slice(2)).toEqual(['3 ticket.escalated.v1', '4 ticket.escalation-acknowledged.v1']);
    expect(verdict(await intake.post('operator', `tickets/${id}/escalations`, { kind: 'sudden', recipients: [] }))).toBe('422 recipients-missing');
    expect(verdict(await intake.post('operator', `tickets/${id}/escalations/${id}/acknowledgement`, { by: '县应急办值班室' }))).toBe('404 no-such-escalation');
  });
});
