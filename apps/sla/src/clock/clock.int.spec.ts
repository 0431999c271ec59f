import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import {
  ticketContactedV1,
  ticketFeedbackGivenV1,
  ticketOpinionGivenV1,
  ticketReturnAskedV1,
  ticketReturnDecidedV1,
  ticketReworkAwaitsDispatchV1,
  ticketSignedV1,
  type CloudEvent,
} from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { ASSISTING, at, clocksOf, LEAD, PATIENCE, startSla, ToldTicket } from '../../spec/sla-bench.js';
import { clockIdOf } from './clock.store.js';

const STRANGER = '532328103';
let now = at('2018-11-30 12:00');
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startSla(() => now);
});
beforeEach(() => (now = at('2018-11-30 12:00')));
afterAll(() => service.stop());

/** A joint complaint: registered, accepted, dispatched, signed, contacted late, opinion given late, answered in time, filed. */
function wholeLife(ticketId: string): CloudEvent[] {
  const told = new ToldTicket(service, at, ticketId);
  return [
    told.registered('2018-09-10 08:00', { category: 'complaint' }),
    told.accepted('2018-09-10 08:30', { category: 'complaint', receivedAt: isoOf(at('2018-09-10 08:00')) }),
    told.dispatched('2018-09-10 10:00', { category: 'complaint', assisting: [ASSISTING] }),
    told.event(ticketSignedV1, '2018-09-11 09:00', { ticketId, dispatchNo: 1, unit: LEAD, signedAt: isoOf(at('2018-09-11 09:00')) }),
    told.event(ticketSignedV1, '2018-09-12 09:00', { ticketId, dispatchNo: 1, unit: ASSISTING, signedAt: isoOf(at('2018-09-12 09:00')) }),
    told.event(ticketContactedV1, '2018-09-13 09:00', { ticketId, dispatchNo: 1, unit: LEAD, way: 'phone', reached: true, attempts: 1, contactedAt: isoOf(at('2018-09-13 09:00')) }),
    told.event(ticketOpinionGivenV1, '2018-09-30 09:00', { ticketId, dispatchNo: 1, unit: ASSISTING, givenAt: isoOf(at('2018-09-30 09:00')) }),
    told.feedback('2018-09-30 17:00'),
    told.closed('2018-10-09 10:00'),
  ];
}

const VERDICTS = [
  ['county-dispatch', 'county', 'on-time', 0],
  ['unit-sign', LEAD, 'on-time', 1],
  ['unit-sign', ASSISTING, 'late', 2],
  ['first-contact', LEAD, 'late', 3],
  ['resolve', LEAD, 'on-time', 15],
  ['assist', ASSISTING, 'late', 15],
  ['return-window', LEAD, 'void', null],
  ['return-window', ASSISTING, 'void', null],
  ['paper-filing', LEAD, 'on-time', 2],
].sort() as unknown[];

async function verdictsOf(ticketId: string): Promise<unknown[]> {
  return (await clocksOf(service, ticketId)).map((clock) => [clock['kind'], clock['unit'], clock['verdict'], clock['workingDaysUsed']]).sort();
}

/** What stays when the order of arrival is taken away. */
async function settled(ticketId: string): Promise<unknown[]> {
  const fields = ['kind', 'unit', 'startedAt', 'dueOn', 'dueAt', 'stoppedAt', 'verdict', 'workingDaysUsed', 'workingDaysLate', 'overdueAt', 'provisional', 'article', 'explanation'];
  return (await clocksOf(service, ticketId)).map((clock) => fields.map((field) => clock[field])).sort();
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return items.map((item) => ({ item, rank: next() })).sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

async function toldOf(ticketId: string): Promise<CloudEvent<{ clockId: string; ticketId: string; verdict: string }>[]> {
  const told = (await service.told()) as CloudEvent<{ clockId: string; ticketId: string; verdict: string }>[];
  return told.filter((event) => event.data.ticketId === ticketId);
}

describe('the clocks of a ticket', () => {
  it('[Art. 14, 15(2), 17, 18] start, stop and keep their verdicts', async () => {
    const ticketId = newId();
    await service.tell(...wholeLife(ticketId));
    await eventually(async () => expect(await verdictsOf(ticketId)).toEqual(VERDICTS), PATIENCE);
    const resolve = (await clocksOf(service, ticketId)).find((clock) => clock['kind'] === 'resolve');
    expect(resolve).toMatchObject({ dueOn: '2018-09-30', dueAt: '2018-09-30T16:00:00.000Z', workingDaysLate: 0, article: 'Art. 17(3)' });
    expect(resolve?.['explanation']).toMatchObject({
      limit: '15个工作日',
      policy: 'yuanmou-2018@1',
      sentence: expect.stringContaining('2018年9月30日24时之前'),
      skipped: expect.arrayContaining([expect.objectContaining({ date: '2018-09-24', reason: '中秋节' })]),
    });
  });

  it.each([1, 2, 3])('are the same in whatever order and how often it is told, and nothing is told twice (shuffle %i)', async (seed) => {
    const [inOrder, mixedUp] = [newId(), newId()];
    await service.tell(...wholeLife(inOrder));
    const events = wholeLife(mixedUp);
    await service.tell(...shuffled([...events, ...events, ...events], seed));
    await eventually(async () => {
      expect(await verdictsOf(inOrder)).toEqual(VERDICTS);
      expect(await settled(mixedUp)).toEqual((await settled(inOrder)).map((clock) => JSON.parse(JSON.stringify(clock).replaceAll(inOrder, mixedUp))));
    }, PATIENCE);
    const told = await toldOf(mixedUp);
    expect(new Set(told.map((event) => `${event.data.clockId} ${event.version}`)).size).toBe(told.length);
    const last = new Map(told.map((event) => [event.data.clockId, event.data.verdict]));
    const clocks = await clocksOf(service, mixedUp);
    expect(Object.fromEntries(last)).toEqual(Object.fromEntries(clocks.map((clock) => [clock['id'], clock['verdict']])));
  });

  it('[Art. 17(return), 18] of returning, which was open when the lead answered, ends with the answer and never lapses, told backwards and twice alike', async () => {
    now = at('2018-09-10 18:00');
    const quick = (ticketId: string): CloudEvent[] => [
      ...wholeLife(ticketId).slice(0, 3),
      service.event(ticketFeedbackGivenV1, { subject: ticketId, version: 4, at: at('2018-09-10 16:00') }, {
        ticketId, dispatchNo: 1, round: 1, unit: LEAD, resultCode: 'resolved', feedbackAt: isoOf(at('2018-09-10 16:00')),
      }),
    ];
    const windowsOf = async (ticketId: string): Promise<unknown[]> =>
      (await clocksOf(service, ticketId))
        .filter((clock) => clock['kind'] === 'return-window')
        .map((clock) => [clock['verdict'], clock['stoppedAt'], (clock['explanation'] as { sentence: string }).sentence.includes('已反馈办理结果')]);
    const [inOrder, backwards] = [newId(), newId()];
    await service.tell(...quick(inOrder));
    const events = quick(backwards);
    await service.tell(...events.toReversed(), ...events);
    const ended = [['void', null, true], ['void', null, true]];
    await eventually(async () => expect([await windowsOf(inOrder), await windowsOf(backwards)]).toEqual([ended, ended]), PATIENCE);
    const told = (await toldOf(backwards)).filter((event) => event.data.clockId === clockIdOf(backwards, `return-window:1:${LEAD}`));
    expect(told.at(-1)).toMatchObject({ data: { verdict: 'void', stoppedAt: null } });
  });

  it('are not derived again from facts that were known, even as new events', async () => {
    const ticketId = newId();
    await service.tell(...wholeLife(ticketId));
    await eventually(async () => expect(await verdictsOf(ticketId)).toEqual(VERDICTS), PATIENCE);
    const before = await toldOf(ticketId);
    await service.tell(...wholeLife(ticketId)); // other event ids, so no inbox row helps
    const marker = newId();
    await service.tell(...wholeLife(marker));
    await eventually(async () => expect(await verdictsOf(marker)).toEqual(VERDICTS), PATIENCE);
    expect(await toldOf(ticketId)).toEqual(before);
  });

  it('[Art. 17(return)] of a returned dispatch are void without blame, and the next dispatch has its own', async () => {
    const ticketId = newId();
    const [registered, accepted, dispatched] = wholeLife(ticketId);
    now = at('2018-09-11 16:00');
    const about = (moment: string, version: number) => ({ subject: ticketId, version, at: at(moment) });
    await service.tell(...([registered, accepted, dispatched] as CloudEvent[]));
    await eventually(async () => expect((await toldOf(ticketId)).filter((event) => event.data.clockId === clockIdOf(ticketId, `resolve:1:${LEAD}`))).toHaveLength(1), PATIENCE);
    await service.tell(
      service.event(ticketReturnAskedV1, about('2018-09-10 15:00', 4), { ticketId, dispatchNo: 1, unit: LEAD, suggestedUnit: STRANGER, askedAt: isoOf(at('2018-09-10 15:00')) }),
      service.event(ticketReturnDecidedV1, about('2018-09-11 15:00', 5), { ticketId, dispatchNo: 1, unit: LEAD, accepted: true, decidedAt: isoOf(at('2018-09-11 15:00')) }),
    );
    await eventually(async () => {
      const clocks = await clocksOf(service, ticketId);
      const verdicts = (kind: string): unknown[] => clocks.filter((clock) => clock['kind'] === kind).map((clock) => clock['verdict']).sort();
      expect(verdicts('resolve')).toEqual(['void']);
      expect(verdicts('assist')).toEqual(['void']);
      expect(verdicts('return-review')).toEqual(['on-time']);
      expect(verdicts('county-dispatch')).toEqual(['on-time', 'running']);
    }, PATIENCE);
    const told = (await toldOf(ticketId)).filter((event) => event.data.clockId === clockIdOf(ticketId, `resolve:1:${LEAD}`));
    expect(told.map((event) => event.type.replace('hotline.', ''))).toEqual(['clock.started.v1', 'clock.voided.v1']);
  });

  it('[Art. 14, 19] the county answers for a rework that waits for another unit', async () => {
    const ticketId = newId();
    const since = at('2018-10-15 10:00');
    const waits = { ticketId, round: 2, awaitsSince: isoOf(since) };
    await service.tell(...wholeLife(ticketId), service.event(ticketReworkAwaitsDispatchV1, { subject: ticketId, version: 90, at: since }, waits));
    await eventually(async () => {
      const rework = (await clocksOf(service, ticketId)).filter((clock) => clock['id'] === clockIdOf(ticketId, 'county-dispatch:0:county:rework-2'));
      expect(rework).toMatchObject([{ unit: 'county', dueOn: '2018-10-16', verdict: 'running', explanation: { startEvent: '重办待派发' } }]);
    }, PATIENCE);
  });

  it('follow the trace of what moved them', async () => {
    const ticketId = newId();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await service.tell(...wholeLife(ticketId).slice(0, 2).map((event) => ({ ...event, traceparent })));
    await eventually(async () => expect((await toldOf(ticketId)).map((event) => event.traceparent)).toEqual([traceparent]), PATIENCE);
  });
});

describe('who sees which clocks', () => {
  const ticketId = newId();

  beforeAll(async () => {
    await service.tell(...wholeLife(ticketId));
    await eventually(async () => expect(await verdictsOf(ticketId)).toEqual(VERDICTS), PATIENCE);
  });

  it('units see the clocks of their own dispatches, any other answers as if it did not exist', async () => {
    const ofItsDispatch = (await clocksOf(service, ticketId)).filter(({ kind }) => kind !== 'county-dispatch');
    expect(await clocksOf(service, ticketId, await service.as('unit', ASSISTING))).toEqual(ofItsDispatch);
    const stranger = await service.as('unit', STRANGER);
    const id = clockIdOf(ticketId, `resolve:1:${LEAD}`);
    const [foreign, missing] = [`/sla/v1/tickets/${ticketId}/clocks`, `/sla/v1/tickets/${newId()}/clocks`];
    const answers = await Promise.all([foreign, missing, `/sla/v1/clocks/${id}`].map((path) => request(service.server).get(path).set('Authorization', stranger)));
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([[404, 'not-found'], [404, 'not-found'], [404, 'not-found']]);
    const list = await request(service.server).get('/sla/v1/clocks?verdict=late').set('Authorization', stranger).expect(200);
    expect(list.body.items).toEqual([]);
  });

  it('one clock comes with its version and its explanation', async () => {
    const id = clockIdOf(ticketId, `first-contact:1:${LEAD}`);
    const answer = await request(service.server).get(`/sla/v1/clocks/${id}`).set('Authorization', await service.as('supervisor')).expect(200);
    expect(answer.body).toMatchObject({ id, ticketId, kind: 'first-contact', verdict: 'late', workingDaysLate: 1, explanation: { counted: expect.any(Array) } });
    expect(answer.headers['etag']).toBe(`"v${answer.body.version}"`);
  });

  it('lists are filtered and paged in order of deadline', async () => {
    const supervisor = await service.as('supervisor');
    const get = (query: Record<string, string | number>): request.Test => request(service.server).get('/sla/v1/clocks').query(query).set('Authorization', supervisor);
    const mine = { verdict: 'late', ticketId };
    const whole = await get(mine).expect(200);
    expect(whole.body.items.map((clock: { kind: string }) => clock.kind).sort()).toEqual(['assist', 'first-contact', 'unit-sign']);
    const first = await get({ ...mine, limit: 2 }).expect(200);
    const second = await get({ ...mine, limit: 2, cursor: first.body.next }).expect(200);
    expect([...first.body.items, ...second.body.items]).toEqual(whole.body.items);
    expect(second.body.next).toBeNull();
    const narrowed = await get({ ...mine, kind: 'unit-sign', unit: ASSISTING, overdue: 'true', provisional: 'false', dueFrom: '2018-09-11', dueTo: '2018-09-11' }).expect(200);
    expect(narrowed.body.items).toHaveLength(1);
    await get({ verdict: 'lost' }).expect(400);
    await get({ cursor: 'rubbish' }).expect(400);
  });

  it('needs a token', async () => {
    await request(service.server).get(`/sla/v1/tickets/${ticketId}/clocks`).expect(401);
  });
});
