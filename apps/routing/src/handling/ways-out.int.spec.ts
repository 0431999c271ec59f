import { randomUUIDv7 as newId } from 'node:crypto';
import { ticketDeclinedV1, type CloudEvent } from '@hotline/contracts';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

const UNIT = `unit@${WATER}`;
const LEADER = `leader@${WATER}`;
const RESULT = { resultCode: 'resolved', text: '已修复。' };
const SECRET = '诉求人电话13900000000，派错单位';
const RECALL = { reason: SECRET };

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

const declined = (id: string, at: Instant = county.now, afterAcceptance = true): CloudEvent =>
  county.service.event(ticketDeclinedV1, { subject: id, version: 3, at }, { ticketId: id, ground: 'civil-dispute-or-legal-procedure', declinedAt: isoOf(at), afterAcceptance });
const show = async (id: string): Promise<unknown> => (await county.get('dispatcher', `tickets/${id}`)).body;
const withdrawals = async (id: string): Promise<unknown[]> => (await county.service.told()).filter(({ subject, type }) => subject === id && type.includes('withdrawn')).map(({ data }) => data);

/** Waits until routing has nothing left to handle of what it was told so far: a later ticket was opened. */
async function caughtUp(): Promise<void> {
  await county.accepted();
}

describe('a recall', () => {
  it('[Art. 14-16] takes a ticket back after the return window, with its reason on record and no blame, and it goes to the right unit', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/sign`);
    county.wait(24 * 12);
    const recalledAt = isoOf(county.now);
    const { body } = await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    expect(body).toMatchObject({ status: 'awaiting-dispatch', dispatch: null, acceptedReturns: 0, returns: [], elapsedMinutes: 12 * 24 * 60, past: [{ dispatchNo: 1, lead: WATER, withdrawnAt: recalledAt, endedAt: recalledAt, recallReason: SECRET }] });
    expect(await withdrawals(id)).toEqual([{ ticketId: id, dispatchNo: 1, reason: 'recalled', withdrawnAt: recalledAt }]);
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 dispatch-withdrawn']);
    expect(JSON.stringify([await county.service.told(), county.service.logLines])).not.toContain('13900000000');
    expect(await county.service.sql(`select actor, action from audit_entry where target = $1 and action = 'RecallDispatch'`, [id])).toEqual([{ actor: 'dispatcher', action: 'RecallDispatch' }]);
    expect(await show(id)).toMatchObject({ steps: expect.arrayContaining([expect.objectContaining({ type: 'DispatchRecalled', actor: 'dispatcher', details: { reason: SECRET } })]) as unknown });
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS });
    await county.post(`unit@${ROADS}`, `tickets/${id}/sign`);
    expect((await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true }, 403)).body).toMatchObject({ code: 'not-this-units-ticket' });
    expect((await county.get(UNIT, 'tickets?task=result')).body).toEqual({ items: [], next: null });
  });

  it('[Art. 10] leaves the unit what it did itself up to then, in case, list and slip: nothing of the next one, of what the county does later, or of why', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [TOWN] });
    await county.post(UNIT, `tickets/${id}/sign`);
    await county.post(`unit@${TOWN}`, `tickets/${id}/opinion`, { text: '镇里的意见' });
    county.wait(24);
    await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    const line = async (query = ''): Promise<unknown> => ((await county.get(UNIT, `tickets?limit=200${query}`)).body as { items: { ticketId: string }[] }).items.find(({ ticketId }) => ticketId === id);
    const [before, listed] = [(await county.get(UNIT, `tickets/${id}`)).body as object, await line()];
    expect(before).toMatchObject({ status: 'awaiting-dispatch', dispatch: null, elapsedMinutes: 24 * 60, past: [{ recallReason: null, withdrawnAt: isoOf(county.now), parts: [{ unit: WATER, signedAt: expect.any(String) as unknown }, { unit: TOWN, opinion: null }] }] });
    expect((before as { steps: { type: string }[] }).steps.map(({ type }) => type)).toEqual(['Dispatched', 'Signed']);
    expect(JSON.stringify(before)).not.toMatch(/13900000000|镇里的意见/);
    county.wait(24);
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS });
    await county.post('dispatcher', `tickets/${id}/marks`, { marks: ['hot'], reason: '多人反映' });
    await county.post(`leader@${ROADS}`, `tickets/${id}/instruction`, { text: '抓紧' });
    await county.post(`unit@${ROADS}`, `tickets/${id}/result`, RESULT);
    county.wait(24);
    expect((await county.get(UNIT, `tickets/${id}`)).body).toEqual(before);
    expect(await line()).toEqual(listed);
    expect([await line('&status=result-entered'), await line('&mark=hot'), await line('&category=help')]).toEqual([undefined, undefined, undefined]);
    await county.get(UNIT, `tickets/${id}/dispatches/2/slip`, 404);
    await county.get(UNIT, `tickets/${id}/dispatches/1/slip`);
  });

  it('[Art. 14-16] is one step however often it is asked for, and of a recall and a result one comes first', async () => {
    const id = await county.dispatched();
    const asked = async () => county.call('post', 'dispatcher', `tickets/${id}/recall`, { body: RECALL, headers: { 'Idempotency-Key': `recall-${id}` } });
    const [first, second] = [await asked(), await asked()];
    expect(second.body).toEqual(first.body);
    expect(await withdrawals(id)).toHaveLength(1);
    const raced = await county.dispatched();
    const [recall, result] = await Promise.all([
      county.call('post', 'dispatcher', `tickets/${raced}/recall`, { body: RECALL, status: 'any' }),
      county.call('post', UNIT, `tickets/${raced}/result`, { body: RESULT, status: 'any' }),
    ]);
    const codes = [recall, result].map(({ status, body }) => (status === 200 ? 'taken' : (body as { code: string }).code));
    expect([['taken', 'not-dispatched'], ['already-result-entered', 'taken']]).toContainEqual(codes);
  });

  it('[Art. 14-18] is for the dispatcher, for a reason, before a result; each refusal says what to do', async () => {
    const id = await county.dispatched();
    for (const caller of [UNIT, LEADER, 'supervisor', 'operator']) await county.post(caller, `tickets/${id}/recall`, RECALL, 403);
    await county.post('dispatcher', `tickets/${id}/recall`, { reason: ' ' }, 400);
    await county.post('dispatcher', `tickets/${newId()}/recall`, RECALL, 404);
    await county.post(UNIT, `tickets/${id}/return`, { reason: '非我单位职责。', suggestedUnit: ROADS });
    expect((await county.post('dispatcher', `tickets/${id}/recall`, RECALL, 409)).body).toMatchObject({ code: 'decide-the-return-first', detail: expect.stringContaining(WATER) as unknown });
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: WATER, accepted: false, reason: '属你单位。' });
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    const refused = (await county.post('dispatcher', `tickets/${id}/recall`, RECALL, 409)).body as { code: string };
    expect([refused.code, JSON.stringify(refused)]).toEqual(['already-result-entered', expect.stringContaining('撤回改派，请先由主要负责人退回办理结果')]);
    await county.post(LEADER, `tickets/${id}/send-back`, { reason: '非我单位职责。' });
    await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    expect(JSON.stringify((await county.post('dispatcher', `tickets/${id}/recall`, RECALL, 409)).body)).toContain('可直接派单');
    const running = await county.dispatched();
    expect(JSON.stringify((await county.post('dispatcher', `tickets/${running}/dispatch`, { mode: 'transfer', lead: ROADS }, 409)).body)).toContain('请先撤回本次派单');
  });

  it('[Art. 3, 14-16] frees a ticket from a unit that was merged into another', async () => {
    const id = await county.dispatched({ lead: TOWN });
    await county.record(TOWN, { name: '元马镇', kind: 'township', active: false, mergedInto: ROADS });
    await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS });
    await county.record(TOWN, { name: '元马镇', kind: 'township' });
  });
});

describe('the supervision of a ticket', () => {
  const grounds = async (id: string): Promise<unknown[]> => (await county.service.told()).filter(({ subject, type }) => subject === id && type.includes('dispatched')).map(({ data }) => data as { supervisedGround: unknown; groundInherited?: true }).map(({ supervisedGround, groundInherited }) => (groundInherited ? `${supervisedGround} inherited` : supervisedGround));

  it('[Art. 15(3)] goes with it to the next unit after a recall and after a return', async () => {
    const id = await county.dispatched({ supervised: 'leader-instruction' });
    await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS });
    await county.post(`unit@${ROADS}`, `tickets/${id}/return`, { reason: '非我单位职责。', suggestedUnit: TOWN });
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: ROADS, accepted: true });
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: TOWN });
    expect(await grounds(id)).toEqual(['leader-instruction', 'leader-instruction inherited', 'leader-instruction inherited']);
  });

  it('[Art. 15(3)] that is named with a dispatch is told as named anew', async () => {
    const id = await county.dispatched({ supervised: 'leader-instruction' });
    await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS, supervised: 'leader-instruction' });
    expect(await grounds(id)).toEqual(['leader-instruction', 'leader-instruction']);
  });

  it('[Art. 15(3)] for a second dissatisfaction is not ordered with a dispatch; the refusal says where it is', async () => {
    const id = await county.accepted();
    for (const fields of [{ supervised: 'second-dissatisfaction', finding: '随便写写' }, { supervised: 'second-dissatisfaction' }, { finding: '随便写写' }]) {
      const { body } = await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER, ...fields }, 422);
      expect(body).toMatchObject({ code: 'second-dissatisfaction-is-ordered-in-supervision' });
      expect(JSON.stringify(body)).toMatch(/督办环节.*登记认定.*下达督办单/);
    }
  });
});

describe('a decline after the acceptance', () => {
  const orders: [string, (accepted: CloudEvent, decline: CloudEvent) => CloudEvent[]][] = [
    ['after the acceptance', (accepted, decline) => [accepted, decline]],
    ['before the acceptance', (accepted, decline) => [decline, accepted]],
    ['again and again', (accepted, decline) => [decline, accepted, decline, accepted, decline]],
  ];

  it.each(orders)('[Art. 12] ends the case, told %s', async (_, order) => {
    const id = newId();
    await county.service.tell(...order(county.acceptance(id), declined(id)));
    await caughtUp();
    expect(await show(id)).toMatchObject({ status: 'declined', declinedAt: isoOf(county.now), endedAt: isoOf(county.now), dispatch: null });
    expect((await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER }, 409)).body).toMatchObject({ code: 'already-declined' });
    expect((await county.get('dispatcher', 'tickets?status=declined')).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ ticketId: id })]) as unknown });
    expect(await county.told(id)).toEqual([]);
  });

  it('[Art. 12] withdraws a dispatch that was at most signed, however often it is told, and ends a returned ticket', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/sign`);
    await county.service.tell(declined(id), declined(id));
    await caughtUp();
    expect(await show(id)).toMatchObject({ status: 'declined', past: [{ withdrawnAt: isoOf(county.now), recallReason: null }], acceptedReturns: 0 });
    expect(await withdrawals(id)).toEqual([{ ticketId: id, dispatchNo: 1, reason: 'declined', withdrawnAt: isoOf(county.now) }]);
    const returned = await county.dispatched();
    await county.post(UNIT, `tickets/${returned}/return`, { reason: '已进入诉讼。', suggestedUnit: ROADS });
    await county.post('dispatcher', `tickets/${returned}/return/decision`, { unit: WATER, accepted: true });
    await county.service.tell(declined(returned));
    await caughtUp();
    expect([await show(returned), await withdrawals(returned)]).toMatchObject([{ status: 'declined', acceptedReturns: 1 }, []]);
  });

  it('[Art. 12] is kept on the file once the unit has gone further, and ends the ticket when the county recalls it', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true });
    await county.service.tell(declined(id), declined(id));
    await caughtUp();
    expect(await show(id)).toMatchObject({ status: 'dispatched', declinedAt: isoOf(county.now) });
    await county.post('dispatcher', `tickets/${id}/recall`, RECALL);
    expect(await show(id)).toMatchObject({ status: 'declined', dispatch: null });
  });

  it('[Art. 12] of a ticket that was never accepted leaves no trace here', async () => {
    const id = newId();
    await county.service.tell(declined(id, county.now, false));
    await caughtUp();
    expect(await county.service.sql('select 1 from handling_case where ticket_id = $1', [id])).toEqual([]);
  });
});

describe('a call to the petitioner', () => {
  it('[Art. 17] is recorded after the feedback, until the file is closed', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' });
    await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true, note: '已回访。' });
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 result-entered', '5 feedback-given', '6 contacted']);
    await county.post('dispatcher', `tickets/${id}/paper`);
    const other = await county.closed();
    expect((await county.post(UNIT, `tickets/${other}/contacts`, { way: 'phone', reached: true }, 409)).body).toMatchObject({ code: 'already-closed' });
  });
});
