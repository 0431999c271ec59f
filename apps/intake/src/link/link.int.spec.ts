import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const answer = { ground: 'repeated', scopeCode: 'matter-to-solve', answer: '关于增设公交站的建议，经研究统一答复如下：已列入明年计划。' };

const tie = (id: string, primaryTicketId: string, link = 'duplicate', caller = 'operator') => intake.post(caller, `tickets/${id}/link`, { primaryTicketId, link });
const shown = async (id: string, caller = 'operator') => (await intake.get(caller, `tickets/${id}`)).body;
const linkedTo = async (id: string): Promise<string[]> => (await shown(id)).links.linked.map(({ ticketId }: { ticketId: string }) => ticketId);

/** A primary ticket with others tied to it. */
async function group(...others: readonly object[]): Promise<string[]> {
  const ids = [await intake.registered({ category: 'suggestion' })];
  for (const fields of others) ids.push(await intake.registered({ category: 'suggestion', ...fields }));
  for (const id of ids.slice(1)) expect((await tie(id, ids[0] ?? '')).status).toBe(200);
  return ids;
}

describe('linked tickets', () => {
  it('[Art. 17(2)] are shown on both sides and told once a tie, under versions that go on', async () => {
    const [primary = '', repeat = ''] = [await intake.registered(), await intake.registered()];
    const { body } = await tie(repeat, primary, 'repeat');
    expect(body).toMatchObject({ ticketId: repeat, version: 2, primary: { ticketId: primary, link: 'repeat', toldAt: null }, linked: [] });
    expect((await shown(primary)).links).toMatchObject({ primary: null, linked: [{ ticketId: repeat, status: 'registered' }] });
    expect(await intake.told(repeat)).toEqual(['1 ticket.registered.v1', '2 ticket.linked.v1']);
    const accepted = await intake.post('operator', `tickets/${repeat}/acceptance`, { scopeCode: 'matter-to-solve' });
    expect(accepted.body.version).toBe(3);
  });

  it('[Art. 17(2)] hang straight on the primary, whatever is tied to what', async () => {
    const [a = '', b = '', c = ''] = [await intake.registered(), await intake.registered(), await intake.registered()];
    await tie(a, b);
    await tie(b, c, 'merged');
    expect(new Set(await linkedTo(c))).toEqual(new Set([a, b]));
    expect(await linkedTo(b)).toEqual([]);
    expect(await intake.told(a)).toEqual(['1 ticket.registered.v1', '2 ticket.linked.v1', '3 ticket.linked.v1']);
    expect([await tie(c, a), await tie(c, c), await tie(a, c)].map(verdict)).toEqual(['422 linked-to-itself', '422 linked-to-itself', '409 already-linked']);
  });

  it('[Art. 17(2)] tied at once from both sides still make no circle', async () => {
    const pairs = await Promise.all(Array.from({ length: 8 }, async () => [await intake.registered(), await intake.registered()] as const));
    const verdicts = await Promise.all(pairs.map(([a, b]) => Promise.all([tie(a, b), tie(b, a)])));
    for (const both of verdicts) expect(both.map(verdict).sort()).toEqual(['200', '422 linked-to-itself']);
  });

  it('[Art. 17(2)] come apart again with a reason, which is kept and told', async () => {
    const [primary = '', other = ''] = await group({});
    expect(verdict(await intake.post('operator', `tickets/${other}/unlink`, { reason: '不是同一件事' }))).toBe('403 role-not-allowed');
    expect((await intake.post('dispatcher', `tickets/${other}/unlink`, { reason: '不是同一件事' })).body).toMatchObject({ primary: null, version: 3 });
    expect([await linkedTo(primary), verdict(await intake.post('dispatcher', `tickets/${other}/unlink`, { reason: '再次' }))]).toEqual([[], '409 not-linked']);
    expect(await intake.service.sql('select primary_id, reason from ticket_link_undone where ticket_id = $1', [other])).toEqual([{ primary_id: primary, reason: '不是同一件事' }]);
    const told = (await intake.service.told()).filter(({ subject, type }) => subject === other && type.includes('linked'));
    expect(told.map(({ data }) => (data as { undone?: boolean }).undone ?? false)).toEqual([false, true]);
  });

  it('[Art. 17(2)] keep each petitioner and number of their own, and tell each how it ended, once', async () => {
    const people = ['普一', '罗二'].map((name, nth) => ({ petitioner: { name, contact: `1398700000${nth}` } }));
    const [primary = '', first = '', second = ''] = await group(...people);
    const told = (id: string) => intake.post('operator', `tickets/${id}/petitioner-told`, { way: 'phone' });
    expect(verdict(await told(first))).toBe('409 matter-still-open');
    await intake.post('operator', `tickets/${primary}/answer`, { scopeCode: 'matter-to-solve', answer: '已列入计划。' });
    expect((await told(first)).status).toBe(200);
    expect([await told(first), await told(primary)].map(verdict)).toEqual(['409 already-told', '409 not-linked']);
    expect((await shown(primary)).links.linked).toMatchObject([{ ticketId: first, toldAt: expect.any(String) }, { ticketId: second, toldAt: null }]);
    expect([(await shown(first)).petitioner.name, (await shown(second)).petitioner.name]).toEqual(['普**', '罗**']);
    expect((await shown(first)).number).not.toBe((await shown(second)).number);
  });

  it('[Art. 17(2)] tied on to another matter are to be told how that one ends, too', async () => {
    const [first = '', other = ''] = await group({});
    const told = (id: string) => intake.post('operator', `tickets/${id}/petitioner-told`, { way: 'phone' });
    await intake.post('operator', `tickets/${first}/answer`, { scopeCode: 'matter-to-solve', answer: '已列入计划。' });
    expect((await told(other)).status).toBe(200);
    const above = await intake.registered({ category: 'suggestion' });
    await tie(first, above);
    expect((await shown(other)).links.primary).toMatchObject({ ticketId: above, toldAt: null });
    expect(verdict(await told(other))).toBe('409 matter-still-open');
    await intake.post('operator', `tickets/${above}/answer`, { scopeCode: 'matter-to-solve', answer: '已开工建设。' });
    expect([await told(other), await told(other)].map(verdict)).toEqual(['200', '409 already-told']);
    expect(await intake.service.sql(`select 1 from audit_entry where action = 'TellLinkedPetitioner' and target = $1`, [other])).toHaveLength(2);
  });

  it('[Art. 12, 17(2)] are the county’s again when the primary is declined, which is told of each of them once, as is that its petitioner knows', async () => {
    const decline = (id: string) => intake.post('operator', `tickets/${id}/decline`, { ground: 'emergency' });
    const [primary = '', merged = ''] = await group({});
    const repeat = await intake.registered();
    await tie(repeat, primary, 'repeat');
    expect(verdict(await decline(primary))).toBe('200');
    const after = await intake.registered();
    await tie(after, primary, 'merged');
    for (const id of [merged, after]) expect(verdict(await intake.post('operator', `tickets/${id}/petitioner-told`, { way: 'phone' }))).toBe('200');
    const ends = ['1 ticket.registered.v1', '2 ticket.linked.v1', '3 ticket.primary-declined.v1', '4 ticket.petitioner-told.v1'];
    expect([await intake.told(merged), await intake.told(after), await intake.told(repeat)]).toEqual([ends, ends, ends.slice(0, 2)]);
    const [told] = (await intake.service.told()).filter(({ subject, type }) => subject === merged && type.includes('primary-declined'));
    expect(told?.data).toEqual({ ticketId: merged, primaryTicketId: primary, awaitsSince: expect.any(String) });
  });

  it('[Art. 12, 17(2)] tied while the primary is declined miss nothing of it', async () => {
    const pairs = await Promise.all(Array.from({ length: 6 }, async () => [await intake.registered(), await intake.registered()] as const));
    await Promise.all(pairs.map(([main, other]) => Promise.all([intake.post('operator', `tickets/${main}/decline`, { ground: 'emergency' }), tie(other, main, 'merged')])));
    for (const [, other] of pairs) expect(await intake.told(other)).toEqual(['1 ticket.registered.v1', '2 ticket.linked.v1', '3 ticket.primary-declined.v1']);
  });

  it('[Art. 10] are not there for who may not see them', async () => {
    const [primary = '', other = ''] = await group({});
    await intake.service.tell(intake.dispatched(primary, 1));
    await eventually(async () => expect((await shown(primary)).status).toBe('dispatched'));
    expect((await shown(primary, `unit@${WATER}`)).links).toEqual({ primary: null, linked: [] });
    expect(verdict(await tie(other, primary, 'duplicate', `unit@${WATER}`))).toBe('403 role-not-allowed');
    const none = '0190f0a0-0000-7000-8000-000000000001';
    expect([await tie(none, primary), await tie(primary, none), await tie(primary, other, 'cousin')].map(verdict)).toEqual(['404 no-such-ticket', '422 primary-unknown', '400 validation-failed']);
  });
});

describe.each([
  ['a report', { category: 'report' }],
  ['a matter whose petitioner asked for secrecy', { petitioner: { name: '普一', contact: '13987000000', secret: true } }],
])('a tie with %s', (_, fields) => {
  const unit = `unit@${WATER}`;
  const none = { primary: null, linked: [] };
  const withUnit = async (id: string, dispatchNo = 1): Promise<void> => {
    await intake.service.tell(intake.dispatched(id, dispatchNo));
    await eventually(async () => expect((await shown(id)).status).toBe('dispatched'));
  };

  it('[Art. 10] tells a unit that leads both nothing from either end: one petitioner would give away the other', async () => {
    const [open = '', hidden = '', other = ''] = [await intake.registered({ category: 'help' }), await intake.registered(fields), await intake.registered({ category: 'help' })];
    for (const id of [open, hidden, other]) await withUnit(id);
    for (const id of [hidden, other]) await tie(id, open, 'repeat');
    expect((await shown(open, unit)).links).toMatchObject({ primary: null, linked: [{ ticketId: other }] });
    expect((await shown(hidden, unit)).links).toEqual(none);
    expect(new Set(await linkedTo(open))).toEqual(new Set([hidden, other]));
    expect((await shown(hidden)).links.primary.ticketId).toBe(open);
    const [above = '', below = ''] = [await intake.registered(fields), await intake.registered({ category: 'help' })];
    for (const id of [above, below]) await withUnit(id);
    await tie(below, above, 'repeat');
    expect([(await shown(above, unit)).links, (await shown(below, unit)).links]).toEqual([none, none]);
  });

  it('[Art. 10] is there for the unit that may know the petitioner, as long as it may', async () => {
    const [open = '', hidden = ''] = [await intake.registered({ category: 'help' }), await intake.registered(fields)];
    for (const id of [open, hidden]) await withUnit(id);
    await tie(hidden, open, 'repeat');
    const given = await intake.post('operator', `tickets/${hidden}/identity-consents`, { reason: '电话征得同意，录音 R-1' });
    expect([(await shown(hidden, unit)).links.primary.ticketId, (await shown(open, unit)).links.linked[0].ticketId]).toEqual([open, hidden]);
    await intake.post('operator', `tickets/${hidden}/identity-releases/${given.body.id}/withdrawal`, {});
    expect([(await shown(hidden, unit)).links, (await shown(open, unit)).links]).toEqual([none, none]);
    await intake.post('supervisor', `tickets/${hidden}/identity-approvals`, { unit: WATER, reason: '须当面核实，分管领导书面同意' });
    expect((await shown(hidden, unit)).links.primary.ticketId).toBe(open);
  });
});

describe('one answer to all', () => {
  it('[Art. 17(2), 18] reaches every linked suggestion and help request that is open, and each is told as answered', async () => {
    const [primary = '', help = '', complaint = '', sent = '', answered = ''] = await group({ category: 'help' }, { category: 'complaint' }, {}, {});
    await intake.service.tell(intake.dispatched(sent, 1));
    await eventually(async () => expect((await shown(sent)).status).toBe('dispatched'));
    await intake.post('operator', `tickets/${answered}/answer`, { scopeCode: 'matter-to-solve', answer: '先前已答。' });
    const { status, body } = await intake.post('dispatcher', `tickets/${primary}/unified-answer`, answer);
    expect([status, new Set(body.answered.map(({ ticketId }: { ticketId: string }) => ticketId))]).toEqual([200, new Set([primary, help])]);
    const passed = new Map(body.passedOver.map(({ ticketId, because }: { ticketId: string; because: string }) => [ticketId, because]));
    expect(passed).toEqual(new Map([[complaint, 'other-category'], [sent, 'with-a-unit'], [answered, 'ended']]));
    for (const id of [primary, help]) {
      expect((await shown(id))).toMatchObject({ status: 'answered', answer: { answer: answer.answer, knowledgeEntry: null } });
      expect((await intake.told(id)).slice(-2).map((line) => line.split(' ')[1])).toEqual(['ticket.accepted.v1', 'ticket.answered.v1']);
    }
    expect((await shown(answered)).answer.answer).toBe('先前已答。');
    expect(verdict(await intake.post('dispatcher', `tickets/${primary}/unified-answer`, answer))).toBe('409 nothing-to-answer');
  });

  it('[Art. 11, 17(2)] accepts those that were not accepted yet, under the scope it names, and leaves the others theirs; without a scope nothing is written', async () => {
    const [primary = '', other = ''] = await group({});
    await intake.post('operator', `tickets/${primary}/acceptance`, { scopeCode: 'conduct-of-staff' });
    const { scopeCode: _, ...bare } = answer;
    const refused = await intake.post('dispatcher', `tickets/${primary}/unified-answer`, bare);
    expect([verdict(refused), refused.body.errors[0].field, refused.body.detail.includes((await shown(other)).number)]).toEqual(['422 scope-code-missing', 'scopeCode', true]);
    expect([(await shown(primary)).status, (await shown(other)).status]).toEqual(['accepted', 'registered']);
    expect(verdict(await intake.post('dispatcher', `tickets/${primary}/unified-answer`, answer))).toBe('200');
    expect([await shown(primary), await shown(other)]).toMatchObject([{ status: 'answered', scopeCode: 'conduct-of-staff' }, { status: 'answered', scopeCode: 'matter-to-solve' }]);
    const acts = async (id: string) => (await intake.service.sql<{ action: string }>('select action from audit_entry where target = $1 order by id', [id])).map(({ action }) => action);
    expect((await acts(other)).slice(-2).sort()).toEqual(['AcceptTicket', 'AnswerUnified']);
    expect((await acts(primary)).filter((action) => action === 'AcceptTicket')).toHaveLength(1);
  });

  it('[Art. 17(2)] is given on the primary, to a group, by the county; else nothing is written', async () => {
    const [primary = '', other = ''] = await group({});
    const alone = await intake.registered({ category: 'suggestion' });
    const give = (id: string, caller = 'dispatcher', fields: object = {}) => intake.post(caller, `tickets/${id}/unified-answer`, { ...answer, ...fields });
    const none = '0190f0a0-0000-7000-8000-000000000001';
    expect([await give(other), await give(alone), await give(none), await give(primary, 'operator'), await give(primary, 'dispatcher', { knowledgeEntry: none }), await give(primary, 'dispatcher', { ground: 'x' })].map(verdict))
      .toEqual(['409 answer-the-primary', '409 nothing-linked', '404 no-such-ticket', '403 role-not-allowed', '422 knowledge-entry-unknown', '400 validation-failed']);
    expect([(await shown(primary)).status, (await shown(other)).status]).toEqual(['registered', 'registered']);
  });

  it('[Art. 17(2)] is all or nothing: if one cannot be answered, none is', async () => {
    const [primary = '', other = ''] = await group({ receivedAt: '2019-01-01T00:00:00Z' });
    await intake.service.sql(`update ticket set lifecycle = jsonb_set(lifecycle, '{acceptedAt}', '4102444800000') where id = $1`, [other]);
    expect(verdict(await intake.post('dispatcher', `tickets/${primary}/unified-answer`, answer))).toBe('422 before-previous-step');
    expect([(await shown(primary)).status, (await shown(other)).status]).toEqual(['registered', 'registered']);
    expect(await intake.told(primary)).toEqual(['1 ticket.registered.v1']);
  });

  it('[Art. 17(2)] repeated under its Idempotency-Key is given once', async () => {
    const [primary = '', other = ''] = await group({});
    const give = () => intake.post('supervisor', `tickets/${primary}/unified-answer`, answer, { headers: { 'Idempotency-Key': `unified-${primary}` } });
    const both = await Promise.all([give(), give()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect((await intake.told(other)).filter((line) => line.includes('answered'))).toHaveLength(1);
  });
});
