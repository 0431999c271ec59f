import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import { ticketClosedV1, ticketDispatchedV1, ticketHistoryImportedV1, type CloudEvent, type TicketDispatchedV1 } from '@hotline/contracts';
import { assertRefusalsCovered } from '@hotline/http';
import { accountability, followUp, secondDissatisfaction, supervisionOrder, visit } from '@hotline/domain';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { ACCOUNTABILITY_REFUSALS } from './accountability/accountability.refusals.js';
import { FOLLOW_UP_TEXTS } from './follow-up/follow-up.refusals.js';
import { SUPERVISION_CONFIG, type SupervisionConfig } from './supervision.config.js';
import { SupervisionModule } from './supervision.module.js';
import { SUPERVISION_PERSISTENCE } from './supervision.persistence.js';
import { SUPERVISION_REFUSALS } from './supervision.refusals.js';

const UNIT = '532328101';
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<SupervisionConfig>({
    name: 'supervision',
    schema: SUPERVISION_CONFIG,
    moduleOf: (config) => SupervisionModule.forRoot(config),
    persistence: SUPERVISION_PERSISTENCE,
  });
});
afterAll(() => service.stop());

/** The events of one supervised ticket that was dispatched an hour ago and closed half an hour ago. */
function supervisedTicket(ticketId: string): [CloudEvent<TicketDispatchedV1>, CloudEvent] {
  const dispatchedAt = Date.now() - 3_600_000;
  const closedAt = dispatchedAt + 1_800_000;
  const dispatched = service.event(ticketDispatchedV1, { subject: ticketId, version: 1, at: dispatchedAt }, {
    ticketId, dispatchNo: 1, round: 1, category: 'complaint', mode: 'transfer', lead: UNIT, assisting: [], supervisedGround: 'enterprise',
    ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: new Date(dispatchedAt).toISOString(),
  });
  const closed = service.event(ticketClosedV1, { subject: ticketId, version: 2, at: closedAt }, {
    ticketId, dispatchNo: 1, round: 1, unit: UNIT, supervised: true, closedAt: new Date(closedAt).toISOString(),
  });
  return [dispatched, closed];
}

async function toldOf(ticketId: string): Promise<string[]> {
  const told = await service.told();
  return told.filter((event) => event.subject === ticketId).map((event) => event.type.replace('hotline.', ''));
}

describe('supervision service', () => {
  it('has a text for each refusal', () => {
    const ofTheShell = ['no-such-ticket', 'not-closed', 'already-closed', 'dispatch-ended', 'petitioner-not-known-yet', 'finding-about-another-unit', 'period-not-over', 'period-too-old', 'unit-went-on'];
    const ofTheDomain = [...visit.VISIT_REFUSALS, ...supervisionOrder.SUPERVISION_ORDER_REFUSALS, ...secondDissatisfaction.SECOND_DISSATISFACTION_REFUSALS];
    assertRefusalsCovered([...new Set([...ofTheDomain, ...ofTheShell])], SUPERVISION_REFUSALS);
    assertRefusalsCovered([...new Set([...accountability.ACCOUNTABILITY_CANDIDATE_REFUSALS, ...accountability.ACCOUNTABILITY_CASE_REFUSALS])], ACCOUNTABILITY_REFUSALS);
    assertRefusalsCovered([...followUp.FOLLOW_UP_REFUSALS, 'ticket-not-of-unit'], FOLLOW_UP_TEXTS);
  });

  it.each([
    ['in order', (a: CloudEvent, b: CloudEvent) => [a, b]],
    ['closing first', (a: CloudEvent, b: CloudEvent) => [b, a]],
    ['everything three times, shuffled', (a: CloudEvent, b: CloudEvent) => [b, a, a, b, a, b]],
  ])('[Art. 15(3)] issues and lifts one order and draws one visit: %s', async (_, order) => {
    const ticketId = newId();
    await service.tell(...order(...supervisedTicket(ticketId)));
    await eventually(async () => {
      expect(await toldOf(ticketId)).toEqual(['ticket.supervision-ordered.v1', 'ticket.supervision-lifted.v1']);
      expect(await service.sql(`select status, basis, unit from visit where ticket_id = $1`, [ticketId])).toEqual([{ status: 'planned', basis: 'supervised', unit: UNIT }]);
      expect(await service.sql(`select status from supervision_order where ticket_id = $1`, [ticketId])).toEqual([{ status: 'lifted' }]);
    });
  });

  it('[Art. 19] records a dissatisfied petitioner once and orders rework once', async () => {
    const ticketId = newId();
    await service.tell(...supervisedTicket(ticketId));
    const supervisor = await service.as('supervisor');
    const visitId = `${ticketId}:1`;
    await eventually(async () => {
      const list = await request(service.server).get(`/supervision/v1/visits?ticketId=${ticketId}`).set('Authorization', supervisor).expect(200);
      expect(list.body.items).toHaveLength(1);
    });
    const post = (path: string, body: object) => request(service.server).post(`/supervision/v1/visits/${visitId}/${path}`).set('Authorization', supervisor).send(body);
    const early = await post('rework', { reason: '仍有积水' }).expect(409);
    expect(early.body.code).toBe('not-recorded');
    const missing = await post('outcome', { reached: true, solved: false }).expect(422);
    expect(missing.body).toMatchObject({ code: 'satisfaction-missing', errors: [{ field: 'satisfaction' }] });
    await post('outcome', { reached: true, solved: false, satisfaction: 'dissatisfied', note: '仍有积水' }).expect(200);
    await post('outcome', { reached: true, solved: true, satisfaction: 'satisfied' }).expect(409);
    await post('rework', { reason: '' }).expect(400);
    await Promise.all(Array.from({ length: 10 }, () => post('rework', { reason: '仍有积水' })));
    expect(await toldOf(ticketId)).toEqual(['ticket.supervision-ordered.v1', 'ticket.supervision-lifted.v1', 'ticket.visited.v1', 'ticket.rework-ordered.v1']);
  });

  it('runs a command fifty times under one Idempotency-Key once, and refuses the key for another command', async () => {
    const ticketId = newId();
    const [dispatched] = supervisedTicket(ticketId);
    await service.tell({ ...dispatched, data: { ...dispatched.data, supervisedGround: null } } as CloudEvent);
    const supervisor = await service.as('supervisor');
    const issue = (body: object) => request(service.server).post(`/supervision/v1/tickets/${ticketId}/orders`).set('Authorization', supervisor).set('Idempotency-Key', ticketId).send(body);
    await eventually(async () => expect((await service.sql('select 1 as one from known_dispatch where ticket_id = $1', [ticketId])).length).toBe(1));
    const answers = await Promise.all(Array.from({ length: 50 }, () => issue({ ground: 'leader-instruction', workingDays: 5 })));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.orderNo}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const other = await issue({ ground: 'leader-instruction', workingDays: 6 }).expect(422);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await toldOf(ticketId)).toEqual(['ticket.supervision-ordered.v1']);
  });

  it('keeps a unit to its own orders', async () => {
    const ticketId = newId();
    await service.tell(supervisedTicket(ticketId)[0]);
    const own = await service.as('unit', UNIT);
    const other = await service.as('unit', '532328103');
    await eventually(async () => {
      const list = await request(service.server).get(`/supervision/v1/orders?ticketId=${ticketId}`).set('Authorization', own).expect(200);
      expect(list.body.items).toHaveLength(1);
    });
    const foreign = await request(service.server).get(`/supervision/v1/orders?ticketId=${ticketId}`).set('Authorization', other).expect(200);
    expect(foreign.body.items).toEqual([]);
    await request(service.server).post(`/supervision/v1/orders/${ticketId}:1/reports`).set('Authorization', other).send({ text: '已办理' }).expect(404);
    await request(service.server).post(`/supervision/v1/orders/${ticketId}:1/reports`).set('Authorization', own).send({ text: '已办理' }).expect(200);
    await request(service.server).get('/supervision/v1/visits').set('Authorization', own).expect(403);
    await request(service.server).get('/supervision/v1/visits').expect(401);
  });

  it('records what a past ticket’s petitioner said, once, and plans no call about a matter of years ago', async () => {
    const ticketId = newId();
    const at = Date.UTC(2018, 8, 20);
    const times = { receivedAt: '2018-09-10T01:00:00.000Z', dispatchedAt: '2018-09-10T02:00:00.000Z', signedAt: null, contactedAt: null, feedbackAt: '2018-09-19T01:00:00.000Z', closedAt: '2018-09-20T00:00:00.000Z' };
    const past = service.event(ticketHistoryImportedV1, { subject: ticketId, version: 1, at }, {
      ticketId, category: 'help', prefectureTransfer: false, petitionerKind: 'individual', unit: UNIT, ...times, satisfaction: 'basically-satisfied', solved: true,
    });
    const closed = service.event(ticketClosedV1, { subject: ticketId, version: 2, at }, { ticketId, dispatchNo: 1, round: 1, unit: UNIT, supervised: false, closedAt: times.closedAt });
    await service.tell(closed, past, past, closed);
    await eventually(async () => {
      expect(await toldOf(ticketId)).toEqual(['ticket.visited.v1']);
      expect(await service.sql('select count(*)::int as n from inbox where event_id = any($1::uuid[])', [[closed.id, past.id]])).toEqual([{ n: 2 }]);
    });
  });
});
