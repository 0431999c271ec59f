import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import { prefectureExtensionDecidedV1, type CloudEvent } from '@hotline/contracts';
import type { clock as clocks } from '@hotline/domain';
import { isoOf, type Category } from '@hotline/domain/shared';
import { assertRefusalsCovered } from '@hotline/http';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { ASSISTING, at, dispatchFact, LEAD, learn, PATIENCE, startSla } from '../../spec/sla-bench.js';
import { CALENDAR_REFUSAL_SLUGS } from '../calendar/calendar.refusals.js';
import { clockIdOf } from '../clock/clock.store.js';
import { SLA_REFUSALS } from '../sla.refusals.js';
import { WakeUp } from '../sweep/wake-up.js';
import { STATUTORY_LIMIT_REFUSAL_SLUGS } from '../statutory-limit/statutory-limit.refusals.js';
import { EXTENSION_REFUSAL_SLUGS } from './extension.refusals.js';

const MONDAY = at('2026-03-02 10:00'); // consultation: due at the end of Monday the 9th
let now = MONDAY;
let service: ServiceUnderTest;
let lead: string;
let county: string;
let prefecture: string;

beforeEach(() => (now = MONDAY));
beforeAll(async () => {
  service = await startSla(() => now);
  [lead, county, prefecture] = await Promise.all([service.as('unit', LEAD), service.as('dispatcher'), service.as('prefecture')]);
});
afterAll(() => service.stop());

async function dispatched(category: Category = 'consultation', prefectureTransfer = false): Promise<string> {
  const ticketId = newId();
  await learn(service, ticketId, dispatchFact(MONDAY, { category, mode: 'joint', assisting: [ASSISTING], prefectureTransfer }));
  return ticketId;
}

const feedback = (moment: string): clocks.TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });

function ask(ticketId: string, body: object = { workingDays: 3, reason: '需现场勘察' }, caller = lead): request.Test {
  return request(service.server).post(`/sla/v1/tickets/${ticketId}/extensions`).set('Authorization', caller).send(body);
}

function review(id: string, verb: 'forward' | 'grant' | 'refuse', caller: string, body: object = verb === 'refuse' ? { reason: '理由不充分' } : {}): request.Test {
  return request(service.server).post(`/sla/v1/extensions/${id}/${verb}`).set('Authorization', caller).send(body);
}

async function resolveClock(ticketId: string): Promise<Record<string, unknown>> {
  const { body } = await request(service.server).get(`/sla/v1/clocks/${clockIdOf(ticketId, `resolve:1:${LEAD}`)}`).set('Authorization', county).expect(200);
  return body as Record<string, unknown>;
}

async function toldOf(ticketId: string): Promise<string[]> {
  const told = (await service.told()) as CloudEvent<{ ticketId: string; kind?: string }>[];
  return told.filter((event) => event.data.ticketId === ticketId && event.data.kind === undefined).map((event) => event.type.replace('hotline.', ''));
}

describe('an extension', () => {
  it('has a text for each refusal', () => {
    assertRefusalsCovered([...new Set([...EXTENSION_REFUSAL_SLUGS, ...CALENDAR_REFUSAL_SLUGS, ...STATUTORY_LIMIT_REFUSAL_SLUGS])], SLA_REFUSALS);
  });

  it('[Art. 17(1)] of a consultation is forwarded by the county, granted by the prefecture, and added to the original due date', async () => {
    const ticketId = await dispatched();
    now = at('2026-03-06 10:00');
    const asked = await ask(ticketId).expect(201);
    expect(asked.body).toMatchObject({ status: 'asked', workingDays: 3, prefectureReviews: true, unit: LEAD, originalDueAt: '2026-03-09T16:00:00.000Z', version: 1 });
    expect((await review(asked.body.id, 'grant', county).expect(409)).body.code).toBe('prefecture-must-decide');
    expect((await review(asked.body.id, 'grant', prefecture).expect(409)).body.code).toBe('not-forwarded');
    now = at('2026-03-09 10:00');
    expect((await review(asked.body.id, 'forward', county).expect(200)).body.status).toBe('forwarded');
    now = at('2026-03-10 10:00'); // past the original deadline: the verdict waits
    service.app.get(WakeUp).wake();
    expect(await resolveClock(ticketId)).toMatchObject({ verdict: 'running', verdictWaits: true, overdueAt: null });
    const granted = await review(asked.body.id, 'grant', prefecture).expect(200);
    expect(granted.body).toMatchObject({ status: 'granted', decidedBy: 'prefecture', version: 3 });
    expect(await resolveClock(ticketId)).toMatchObject({ dueOn: '2026-03-12', verdictWaits: false, overdueAt: null, movedBy: 'extension', explanation: { limit: '8个工作日（规定5个工作日，同意延期3个工作日）' } });
    await learn(service, ticketId, feedback('2026-03-12 23:00'));
    expect(await resolveClock(ticketId)).toMatchObject({ verdict: 'on-time', workingDaysUsed: 8 });
    expect(await toldOf(ticketId)).toEqual(['extension.asked.v1', 'extension.forwarded.v1', 'extension.granted.v1']);
  });

  it('[Art. 17(1)] forwarded is decided by what the platform of the prefecture tells, once however often and in whatever order it tells it', async () => {
    const decide = (ticketId: string, extensionId: string, granted: boolean, moment: string): CloudEvent =>
      service.event(prefectureExtensionDecidedV1, { subject: extensionId, version: 1, at: at(moment) }, { ticketId, extensionId, granted, receipt: 'R-1', decidedAt: isoOf(at(moment)) });
    const [one, two] = [await dispatched(), await dispatched()];
    const [first, second] = [await ask(one).expect(201), await ask(two).expect(201)].map(({ body }) => body.id as string);
    now = at('2026-03-04 10:00');
    await service.tell(decide(one, first ?? '', true, '2026-03-04 09:00')); // before the county has forwarded it: no decision
    await service.tell(decide(newId(), newId(), true, '2026-03-04 09:00'), decide(one, 'unknown', true, '2026-03-04 09:00'));
    await review(second ?? '', 'forward', county).expect(200);
    await service.tell(decide(two, second ?? '', false, '2026-03-03 09:00'));
    const stateOf = async (id?: string): Promise<Record<string, unknown>> => (await request(service.server).get(`/sla/v1/extensions/${id}`).set('Authorization', county).expect(200)).body;
    await eventually(async () => expect(await stateOf(second)).toMatchObject({ status: 'refused', decidedBy: 'prefecture', decidedAt: '2026-03-04T02:00:00.000Z' }), PATIENCE);
    expect(await stateOf(first)).toMatchObject({ status: 'asked' });
    await review(first ?? '', 'forward', county).expect(200);
    const granted = decide(one, first ?? '', true, '2026-03-04 10:00');
    await service.tell(granted, granted, decide(one, first ?? '', false, '2026-03-04 10:01'));
    await eventually(async () => expect(await resolveClock(one)).toMatchObject({ dueOn: '2026-03-12', movedBy: 'extension' }), PATIENCE);
    await service.tell(decide(two, second ?? '', true, '2026-03-04 10:02'));
    await eventually(async () => expect(await toldOf(one)).toEqual(['extension.asked.v1', 'extension.forwarded.v1', 'extension.granted.v1']), PATIENCE);
    expect(await stateOf(second)).toMatchObject({ status: 'refused' });
  });

  it('[Art. 17(2)] of a request for help is decided by the county alone', async () => {
    const ticketId = await dispatched('help');
    const asked = await ask(ticketId, { workingDays: 5, reason: '材料尚未到齐' }).expect(201);
    expect(asked.body.prefectureReviews).toBe(false);
    expect((await review(asked.body.id, 'forward', county).expect(409)).body.code).toBe('prefecture-review-not-needed');
    const { dueOn } = await resolveClock(ticketId);
    expect(dueOn).toBe('2026-03-23');
    await review(asked.body.id, 'grant', county).expect(200);
    expect((await resolveClock(ticketId))['dueOn']).toBe('2026-03-30');
    expect((await review(asked.body.id, 'grant', county).expect(409)).body.code).toBe('already-decided');
    expect((await ask(ticketId).expect(409)).body.code).toBe('already-this-round');
  });

  it('[Art. 13, 17(1)] is judged by the category of the moment: no change of category gets round the cap or the prefecture', async () => {
    const change = (ticketId: string, category: Category, previous: Category) => learn(service, ticketId, { type: 'category-changed', category, previous, at: at('2026-03-03 09:00') });
    const [long, short] = [await dispatched('complaint'), await dispatched('help')];
    const [tenDays, threeDays] = [(await ask(long, { workingDays: 10, reason: '需现场开挖' }).expect(201)).body.id as string, (await ask(short).expect(201)).body.id as string];
    now = at('2026-03-03 10:00');
    await change(long, 'consultation', 'complaint');
    await change(short, 'consultation', 'help');
    for (const id of [tenDays, threeDays]) expect((await review(id, 'grant', county).expect(409)).body.code).toBe('prefecture-must-decide');
    const over = (await review(tenDays, 'forward', county).expect(409)).body;
    expect(over).toMatchObject({ code: 'over-the-cap-now', detail: expect.stringContaining('该工单现列为咨询类，本轮还可延期 3 个工作日，该申请为 10 个，不能同意或上报。') });
    expect((await review(threeDays, 'forward', county).expect(200)).body).toMatchObject({ status: 'forwarded', prefectureReviews: true });
    await review(threeDays, 'grant', prefecture).expect(200);
    expect(await resolveClock(short)).toMatchObject({ dueOn: '2026-03-12' });
    await review(tenDays, 'refuse', county).expect(200);
    expect(await resolveClock(long)).toMatchObject({ dueOn: '2026-03-09' });
  });

  it('[Art. 13, 17(1)] granted before the change counts up to the cap of the category in force, and says so', async () => {
    const ticketId = await dispatched('complaint');
    const { body } = await ask(ticketId, { workingDays: 10, reason: '需现场开挖' }).expect(201);
    await review(body.id, 'grant', county).expect(200);
    expect(await resolveClock(ticketId)).toMatchObject({ dueOn: '2026-04-07' });
    await learn(service, ticketId, { type: 'category-changed', category: 'consultation', previous: 'complaint', at: at('2026-03-03 09:00') });
    expect(await resolveClock(ticketId)).toMatchObject({
      dueOn: '2026-03-12',
      explanation: { limit: '8个工作日（规定5个工作日，同意延期10个工作日、按现类别上限计3个工作日）', limitParts: [{ source: 'policy', workingDays: 5 }, { source: 'extension', workingDays: 3, granted: 10 }] },
    });
  });

  it('[Art. 13, 17(1)] that the prefecture grants on its platform after the category changed stands, and counts up to the cap', async () => {
    const ticketId = await dispatched('complaint', true);
    const { body } = await ask(ticketId, { workingDays: 10, reason: '需现场开挖' }).expect(201);
    await review(body.id, 'forward', county).expect(200);
    await learn(service, ticketId, { type: 'category-changed', category: 'consultation', previous: 'complaint', at: at('2026-03-03 09:00') });
    now = at('2026-03-04 10:00');
    expect((await review(body.id, 'grant', prefecture).expect(409)).body.code).toBe('over-the-cap-now');
    await service.tell(service.event(prefectureExtensionDecidedV1, { subject: body.id, version: 1, at: now }, { ticketId, extensionId: body.id, granted: true, receipt: 'R-9', decidedAt: isoOf(now) }));
    await eventually(async () => expect(await resolveClock(ticketId)).toMatchObject({ dueOn: '2026-03-12', verdictWaits: false }), PATIENCE);
  });

  it('[Art. 17(return)] that a returning unit had asked for is none of the next unit’s, which has fresh clocks', async () => {
    const ticketId = await dispatched('help');
    const { body: before } = await ask(ticketId).expect(201);
    const next = '532328103';
    await learn(service, 
      ticketId,
      { type: 'return-asked', dispatchNo: 1, unit: LEAD, at: MONDAY },
      { type: 'return-decided', dispatchNo: 1, unit: LEAD, accepted: true, at: MONDAY },
      { type: 'dispatched', dispatchNo: 2, round: 1, category: 'help', mode: 'transfer', lead: next, assisting: [], policy: 'yuanmou-2018@1', prefectureTransfer: false, at: MONDAY },
    );
    const caller = await service.as('unit', next);
    expect((await review(before.id, 'grant', county).expect(409)).body.code).toBe('resolve-clock-not-running');
    await review(before.id, 'refuse', county).expect(200);
    expect(await toldOf(ticketId)).toEqual(['extension.asked.v1', 'extension.refused.v1']);
    await ask(ticketId, undefined, caller).expect(201);
    expect((await ask(ticketId, undefined, caller).expect(409)).body.code).toBe('already-this-round');
  });

  it('[Art. 17(1)] refused late leaves the ticket late since the original due date, less what the reviewers took beyond their own limit', async () => {
    const ticketId = await dispatched('help'); // due at the end of Monday the 23rd
    now = at('2026-03-23 17:00');
    const { body } = await ask(ticketId).expect(201);
    now = at('2026-03-27 10:00'); // the county had one working day and took four
    await review(body.id, 'refuse', county).expect(200);
    const refused = await resolveClock(ticketId);
    expect(refused).toMatchObject({ verdict: 'running', verdictWaits: false, dueOn: '2026-03-26' });
    expect((refused['explanation'] as { limit: string }).limit).toContain('补回延期审核超期3个工作日');
    service.app.get(WakeUp).wake();
    await eventually(async () => expect(await resolveClock(ticketId)).toMatchObject({ overdueAt: '2026-03-26T16:00:00.000Z' }), PATIENCE);
    await learn(service, ticketId, feedback('2026-03-30 09:00'));
    expect(await resolveClock(ticketId)).toMatchObject({ verdict: 'late', workingDaysLate: 2 });
    const { body: list } = await request(service.server).get(`/sla/v1/clocks?verdict=late&ticketId=${ticketId}&kind=extension-review`).set('Authorization', county).expect(200);
    expect(list.items).toEqual([expect.objectContaining({ unit: 'county', workingDaysLate: 3 })]);
  });

  it('[Art. 17] refuses what the regulation does not allow, and writes nothing', async () => {
    const ticketId = await dispatched();
    const refusals = [
      await ask(ticketId, { workingDays: 4, reason: '需现场勘察' }),
      await ask(ticketId, undefined, await service.as('unit', ASSISTING)),
      await ask(ticketId, undefined, await service.as('unit', '532328103')),
      await ask(newId()),
      await ask(ticketId, { workingDays: 3 }),
      await ask(ticketId, { workingDays: 3, reason: '  ' }),
      await ask(ticketId, { workingDays: 3, reason: '需现场勘察', askedAt: '2026-03-01T00:00:00+08:00' }),
      await ask(ticketId, undefined, county),
      await review(newId(), 'grant', county),
      await review('not-an-id', 'grant', county),
      await request(service.server).post(`/sla/v1/tickets/${ticketId}/extensions`).set('Authorization', lead).type('json').send('{"workingDays":'),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'over-the-cap'],
      [403, 'not-this-units-ticket'],
      [404, 'no-such-ticket'],
      [404, 'no-such-ticket'],
      [400, 'validation-failed'],
      [400, 'validation-failed'],
      [400, 'validation-failed'],
      [403, 'role-not-allowed'],
      [404, 'no-such-extension'],
      [400, 'validation-failed'],
      [400, 'malformed-json'],
    ]);
    now = at('2026-03-10 00:00');
    expect((await ask(ticketId).expect(409)).body.code).toBe('asked-after-deadline');
    expect(await service.sql('select 1 from extension where ticket_id = $1', [ticketId])).toEqual([]);
    expect(await toldOf(ticketId)).toEqual([]);
  });

  it('is asked for once by fifty requests under one Idempotency-Key; the key is refused for another', async () => {
    const ticketId = await dispatched();
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(ticketId).set('Idempotency-Key', key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const other = await ask(ticketId, { workingDays: 2, reason: '需现场勘察' }).set('Idempotency-Key', key).expect(422);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await toldOf(ticketId)).toEqual(['extension.asked.v1']);
  });

  it('is decided by one of two who decide at once, and only on the version they have read', async () => {
    const ticketId = await dispatched('help');
    const { body } = await ask(ticketId).expect(201);
    const stale = await review(body.id, 'grant', county).set('If-Match', '"v7"').expect(412);
    expect(stale.body.code).toBe('precondition-failed');
    const answers = await Promise.all([review(body.id, 'grant', county), review(body.id, 'refuse', county)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('is listed for the county, and for a unit only if it is its own', async () => {
    const ticketId = await dispatched();
    const { body } = await ask(ticketId).expect(201);
    const list = async (caller: string): Promise<unknown[]> =>
      (await request(service.server).get(`/sla/v1/extensions?status=asked&ticketId=${ticketId}`).set('Authorization', caller).expect(200)).body.items;
    for (const caller of [county, lead]) expect(await list(caller)).toEqual([{ ...body, number: null }]);
    const other = await service.as('unit', ASSISTING);
    expect(await list(other)).toEqual([]);
    await request(service.server).get(`/sla/v1/extensions/${body.id}`).set('Authorization', other).expect(404);
    const one = await request(service.server).get(`/sla/v1/extensions/${body.id}`).set('Authorization', lead).expect(200);
    expect([one.body, one.headers['etag']]).toEqual([{ ...body, number: null }, '"v1"']);
  });

  it('leaves an audit entry for every step and no reason in the log', async () => {
    const ticketId = await dispatched('help');
    const { body } = await ask(ticketId, { workingDays: 1, reason: '张三要求当面答复' }).expect(201);
    await review(body.id, 'refuse', county, { reason: '李四已经答复' }).expect(200);
    expect(await service.sql('select action, unit, details from audit_entry where target = $1 order by id', [ticketId])).toEqual([
      { action: 'ExtensionAsked', unit: LEAD, details: { extensionId: body.id, workingDays: 1 } },
      { action: 'ExtensionRefused', unit: null, details: { extensionId: body.id, workingDays: 1 } },
    ]);
    expect(service.logLines.join('\n')).not.toMatch(/张三|李四/);
    expect(JSON.stringify(await service.told())).not.toMatch(/张三|李四/);
  });
});
