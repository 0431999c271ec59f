import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const decline = { ground: 'civil-dispute-or-legal-procedure', turnTo: '请向县人民法院立案庭反映', explanation: '该纠纷已进入诉讼程序。' };
const reply = { answer: '经核实，该路段已移交市政管护，今日已修复。' };

const say = (id: string, step: string, body: object) => intake.post('dispatcher', `tickets/${id}/${step}`, body);
const shown = async (id: string, caller = 'operator') => (await intake.get(caller, `tickets/${id}`)).body;

async function accepted(fields: object = {}): Promise<string> {
  const id = await intake.registered(fields);
  expect(verdict(await say(id, 'acceptance', { scopeCode: 'matter-to-solve' }))).toBe('200');
  return id;
}

/** Tells what routing did and waits until intake has taken in every bit of it. */
async function told(...events: CloudEvent[]): Promise<void> {
  const ids = [...new Set(events.map(({ id }) => id))];
  await intake.service.tell(...events);
  await eventually(async () => expect(await intake.service.sql('select count(*)::int as n from inbox where event_id = any($1::uuid[])', [ids])).toEqual([{ n: ids.length }]));
}

const lastOf = async (id: string): Promise<CloudEvent | undefined> => (await intake.service.told()).filter(({ subject }) => subject === id).at(-1);

const ORDERS: [string, (events: CloudEvent[]) => CloudEvent[]][] = [
  ['in order', (events) => events],
  ['backwards and twice', (events) => [...events.toReversed(), ...events.toReversed()]],
];
const ENDS: [string, (id: string) => CloudEvent[]][] = [
  ['returned', (id) => [intake.dispatched(id, 1), intake.returned(id, 1)]],
  ['recalled', (id) => [intake.dispatched(id, 1), intake.withdrawn(id, 1)]],
  ['recalled from a second unit', (id) => [intake.dispatched(id, 1), intake.returned(id, 1), intake.dispatched(id, 2, { lead: ROADS }), intake.withdrawn(id, 2)]],
];

describe.each(ENDS)('a ticket that was %s', (_, happened) => {
  it.each(ORDERS)('[Art. 12] is declined by the county, told %s', async (_name, order) => {
    const id = await accepted();
    await told(...order(happened(id)));
    const { status, body } = await say(id, 'decline', decline);
    expect([status, body.status, body.turnTo]).toEqual([200, 'declined', decline.turnTo]);
    expect(await lastOf(id)).toMatchObject({ type: 'hotline.ticket.declined.v1', data: { ticketId: id, ground: decline.ground, afterAcceptance: true } });
    expect([await say(id, 'decline', decline), await say(id, 'answer', reply)].map(verdict)).toEqual(['409 already-declined', '409 already-declined']);
  });

  it.each(ORDERS)('[Art. 18] is answered directly by the county, told %s', async (_name, order) => {
    const id = await accepted();
    await told(...order(happened(id)));
    const { status, body } = await say(id, 'answer', reply);
    expect([status, body.status]).toEqual([200, 'answered']);
  });

  it('[Art. 5] teaches the suggestions no unit that it did not belong to', async () => {
    const id = await accepted();
    const learnt = async () => (await intake.service.sql<{ unit: string | null }>('select unit from ticket_lesson where ticket_id = $1', [id])).map(({ unit }) => unit);
    await told(...happened(id).slice(0, -1));
    await eventually(async () => expect([[WATER], [ROADS]]).toContainEqual(await learnt()), { within: 30_000 });
    await told(...happened(id));
    await eventually(async () => expect(await learnt()).toEqual([null]), { within: 30_000 });
  });

  it('[Art. 10] is out of the sight of the unit that had it', async () => {
    const id = await accepted();
    await told(...happened(id));
    for (const unit of [WATER, ROADS]) expect((await intake.get(`unit@${unit}`, `tickets/${id}`)).status).toBe(404);
  });
});

describe('a ticket that waits, or that a unit has', () => {
  it('[Art. 12] is declined after its acceptance, before any dispatch, once however often it is asked for', async () => {
    const id = await accepted();
    const asked = () => intake.post('operator', `tickets/${id}/decline`, decline, { headers: { 'Idempotency-Key': `late-${id}` } });
    expect([await asked(), await asked()].map(verdict)).toEqual(['200', '200']);
    expect((await intake.told(id)).filter((name) => name.endsWith('ticket.declined.v1'))).toHaveLength(1);
    expect(await shown(id)).toMatchObject({ status: 'declined', scopeCode: 'matter-to-solve', decline: { ground: decline.ground } });
    const audit = await intake.service.sql(`select actor, action from audit_entry where target = $1 and action = 'DeclineTicket'`, [id]);
    expect(audit).toEqual([{ actor: 'operator', action: 'DeclineTicket' }]);
  });

  it('[Art. 12] tells of a plain decline that it was never accepted', async () => {
    const id = await intake.registered();
    await say(id, 'decline', decline);
    expect(await lastOf(id)).toMatchObject({ data: { afterAcceptance: false } });
  });

  it('[Art. 12, 18] is neither declined nor answered while a unit has it; the refusal says what to do', async () => {
    const id = await accepted();
    await told(intake.dispatched(id, 1), intake.returned(id, 1), intake.dispatched(id, 2, { lead: ROADS }));
    for (const [step, body] of [['decline', decline], ['answer', reply]] as const) {
      const { status, body: problem } = await say(id, step, body);
      expect([status, problem.code]).toEqual([409, 'already-dispatched']);
      expect(`${problem.detail}${problem.advice ?? ''}`).toMatch(/正由承办单位办理.*撤回派单.*同意承办单位的退回申请/s);
    }
  });

  it('[Art. 12, 19] of a further round that waits for dispatch is answered, never declined; a closed one is neither', async () => {
    const id = await accepted();
    await told(intake.dispatched(id, 1), intake.closed(id, 1));
    expect([await say(id, 'decline', decline), await say(id, 'answer', reply)].map(verdict)).toEqual(['409 already-settled', '409 already-settled']);
    await told(intake.reworkAwaits(id, 2));
    expect([await say(id, 'decline', decline), await say(id, 'answer', reply)].map(verdict)).toEqual(['409 handled-before', '200']);
  });

  it('[Art. 12] of the prefecture is never declined, returned or not', async () => {
    const id = await accepted({ channel: 'prefecture', prefectureNumber: `CX-${Date.now()}` });
    await told(intake.dispatched(id, 1), intake.returned(id, 1));
    expect(verdict(await say(id, 'decline', decline))).toBe('409 prefecture-transfer-cannot-be-declined');
  });

  it('[Art. 12] shows where it is when the unit had gone on before the decline reached it', async () => {
    const id = await accepted();
    await say(id, 'decline', decline);
    await told(intake.dispatched(id, 1));
    expect((await shown(id)).status).toBe('dispatched');
    await told(intake.returned(id, 1));
    expect((await shown(id)).status).toBe('declined');
  });

  it('[Art. 17(2)] that was returned is reached by one answer to all', async () => {
    const [primary, other] = [await accepted({ category: 'suggestion' }), await accepted({ category: 'suggestion' })];
    expect((await intake.post('operator', `tickets/${other}/link`, { primaryTicketId: primary, link: 'duplicate' })).status).toBe(200);
    await told(intake.dispatched(other, 1), intake.returned(other, 1));
    const { body } = await say(primary, 'unified-answer', { ground: 'repeated', answer: '统一答复。' });
    expect(body.answered.map(({ ticketId }: { ticketId: string }) => ticketId).sort()).toEqual([primary, other].sort());
    expect((await shown(other)).status).toBe('answered');
  });
});
