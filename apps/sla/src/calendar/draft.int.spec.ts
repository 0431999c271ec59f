import { randomUUIDv7 as newId } from 'node:crypto';
import { resolve } from 'node:path';
import request from 'supertest';
import type { CalendarYear } from '@hotline/calendar';
import type { CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { publishYear } from '../../spec/publish-year.js';
import { at, dispatchFact, LEAD, learn, PATIENCE, startSla } from '../../spec/sla-bench.js';
import { clockIdOf } from '../clock/clock.store.js';
import { WakeUp } from '../sweep/wake-up.js';
import { shippedYears } from './calendar-seed.js';
import { HorizonWatch } from './horizon-watch.js';

const shipped = shippedYears(resolve('deploy/calendar'), '532328');
const may2019 = shipped.find((record) => record.year === 2019 && record.version === 2) as CalendarYear;
let now = at('2019-04-24 10:00');
let service: ServiceUnderTest;
let admin: string;

beforeEach(() => (now = at('2019-04-24 10:00')));
beforeAll(async () => {
  service = await startSla(() => now, { years: (record) => record.version === 1 && record.year < 2020 && record.layer === 'national' });
  admin = await service.as('admin');
});
afterAll(() => service.stop());

/** A consultation (five working days) dispatched at a moment; answers the id of its resolve clock. */
async function consultation(moment: number, ticketId = newId()): Promise<string> {
  await learn(service, ticketId, dispatchFact(moment));
  return clockIdOf(ticketId, `resolve:1:${LEAD}`);
}

/** Its dispatch is withdrawn, and none of its clocks moves any more. */
async function withdrawn(ticketId: string, moment: number): Promise<void> {
  await learn(service, ticketId, { type: 'dispatch-withdrawn', dispatchNo: 1, at: moment });
}

async function dueOf(clockId: string): Promise<unknown> {
  return (await request(service.server).get(`/sla/v1/clocks/${clockId}`).set('Authorization', admin).expect(200)).body.dueOn;
}

function post(path: string, body: object = {}, authorization = admin): request.Test {
  return request(service.server).post(`/sla/v1/calendar-drafts${path}`).set('Authorization', authorization).send(body);
}

const publisher = { publisher: '县热线办主任张某某' };
const codeOf = async (test: request.Test): Promise<[number, string]> => {
  const { status, body } = await test;
  return [status, body.code as string];
};

describe('a calendar draft', () => {
  it('[Reading §2.6] is previewed, shows every clock that would move, and is published as previewed by a named person', async () => {
    const running = await consultation(now);
    const { body: draft } = await post('', { record: may2019, allowEarlier: true, reason: '国务院办公厅通知已提前公布' }).expect(201);
    expect(draft).toMatchObject({ status: 'draft', previewed: false, version: 1, record: { year: 2019 } });
    expect(await codeOf(post(`/${draft.id}/publication`, publisher))).toEqual([409, 'preview-missing']);
    const preview = await post(`/${draft.id}/preview`).expect(200);
    expect(preview.body).toMatchObject({ counts: { earlier: 1, later: 0 }, next: null });
    expect(preview.body.items).toEqual([expect.objectContaining({ clockId: running, oldDueOn: '2019-05-02', newDueOn: '2019-04-30', direction: 'earlier', applies: true })]);
    expect((await request(service.server).get(`/sla/v1/calendar-drafts/${draft.id}`).set('Authorization', admin).expect(200)).body).toMatchObject({ previewed: true, preview: { counts: { earlier: 1 } } });

    const another = await consultation(now); // a clock more moves than was shown
    expect(await codeOf(post(`/${draft.id}/publication`, publisher))).toEqual([409, 'previewed-clocks-changed']);
    expect(await dueOf(running)).toBe('2019-05-02');
    await post(`/${draft.id}/preview`).expect(200);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => post(`/${draft.id}/publication`, publisher).set('Idempotency-Key', key)));
    for (const { status, body } of answers) expect([status, body.version, body.applied, body.moved]).toEqual([200, 2, true, 2]);
    expect([await dueOf(running), await dueOf(another)]).toEqual(['2019-04-30', '2019-04-30']);
    const { body: after } = await request(service.server).get(`/sla/v1/calendar-drafts/${draft.id}`).set('Authorization', admin).expect(200);
    expect(after).toMatchObject({ status: 'published', publisher: '县热线办主任张某某', previewed: false });
    expect(await codeOf(post(`/${draft.id}/publication`, publisher))).toEqual([409, 'draft-not-open']);
    expect(await service.sql(`select count(*)::integer as entries from audit_entry where action = 'PublishCalendarDraft' and target = $1`, [draft.id])).toEqual([{ entries: 1 }]);
    const told = ((await service.told()) as CloudEvent<{ version: number; allowEarlier?: boolean }>[]).filter(({ type }) => type === 'hotline.calendar.published.v1').at(-1);
    expect(told?.data).toMatchObject({ version: 2, allowEarlier: true });
  });

  it('[Reading §2.6] that gives no leave shows what would come earlier as staying', async () => {
    const running = await consultation(at('2019-04-23 10:00')); // with the revised calendar due on 04-29
    const closed = { ...may2019, version: 3, daysWorked: [...may2019.daysWorked, { date: '2019-04-27', reason: '补班' }] };
    const { body: draft } = await post('', { record: closed }).expect(201);
    const { body } = await post(`/${draft.id}/preview`).expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ clockId: running, direction: 'earlier', applies: false }));
    await post(`/${draft.id}/discard`).expect(200);
    expect(await codeOf(post(`/${draft.id}/discard`))).toEqual([409, 'draft-not-open']);
  });

  it('[Reading §2.6] is not published when as many clocks would move, but others than were shown', async () => {
    const shown = newId();
    await consultation(now, shown);
    const record = { layer: 'county', year: 2019, version: 1, source: '样例', publishedBy: '元谋县人民政府', publishedAt: '2019-04-24T09:00:00+08:00', daysOff: [{ date: '2019-04-26', reason: '停电' }], daysWorked: [] };
    const { body: draft } = await post('', { record }).expect(201);
    const { body: before } = await post(`/${draft.id}/preview`).expect(200);
    await withdrawn(shown, now);
    const other = await consultation(now);
    const { body: refused } = await post(`/${draft.id}/publication`, publisher).expect(409);
    expect(refused).toMatchObject({ code: 'previewed-clocks-changed', detail: expect.stringMatching(/预览时有 \d+ 个时限变动，现有 \d+ 个/), advice: expect.stringContaining('重新预览') });
    const { body: after } = await post(`/${draft.id}/preview`).expect(200);
    expect(after.counts).toMatchObject({ later: before.counts.later });
    expect(after.items.map(({ clockId }: { clockId: string }) => clockId)).toContain(other);
    await post(`/${draft.id}/discard`).expect(200);
  });

  it('[Reading §2.3] of county closures adds to those before, bears the document number, and moves what it concerns', async () => {
    const running = await consultation(now); // due on Tuesday 04-30
    const closure = { title: '关于县城停水期间停止办公的通知', documentNo: '元政办发〔2019〕31号', publishedBy: '元谋县人民政府办公室', publishedAt: '2019-04-24T09:00:00+08:00' };
    const { body: draft } = await post('/closures', { ...closure, days: [{ date: '2019-04-26', reason: '停水停止办公' }] }).expect(201);
    expect(draft.record).toMatchObject({ layer: 'county', year: 2019, version: 1, source: '《关于县城停水期间停止办公的通知》（元政办发〔2019〕31号）' });
    await post(`/${draft.id}/preview`).expect(200);
    await post(`/${draft.id}/publication`, publisher).expect(200);
    expect(await dueOf(running)).toBe('2019-05-05'); // the next working day after the May holiday, a Sunday that is worked
    const { body: second } = await post('/closures', { ...closure, documentNo: '元政办发〔2019〕40号', days: [{ date: '2019-06-03', reason: '县庆' }] }).expect(201);
    expect(second.record).toMatchObject({ version: 2, daysOff: [{ date: '2019-04-26' }, { date: '2019-06-03' }] });
    const twoYears = [{ date: '2019-12-31', reason: '停电' }, { date: '2020-01-02', reason: '停电' }];
    expect(await codeOf(post('/closures', { ...closure, days: twoYears }))).toEqual([422, 'closure-spans-years']);
  });

  it('[Reading §2.6] that changed since its preview, or whose calendar did, is not published', async () => {
    const record = { layer: 'county', year: 2019, version: 2, source: '样例', publishedBy: '元谋县人民政府', publishedAt: '2019-04-24T09:00:00+08:00', daysOff: [{ date: '2019-07-01', reason: '停电' }], daysWorked: [] };
    const { body: draft } = await post('', { record }).expect(201);
    const { body: rival } = await post('', { record: { ...record, layer: 'prefecture', version: 1 } }).expect(201);
    for (const { id } of [draft, rival]) await post(`/${id}/preview`).expect(200);
    const put = (version: string): request.Test => request(service.server).put(`/sla/v1/calendar-drafts/${draft.id}`).set('Authorization', admin).set('If-Match', version).send({ record });
    await put('"v7"').expect(412);
    expect((await put('"v1"').expect(200)).body).toMatchObject({ version: 2, preview: null });
    expect(await codeOf(post(`/${draft.id}/publication`, publisher))).toEqual([409, 'preview-missing']);
    await post(`/${draft.id}/preview`).expect(200);
    await post(`/${rival.id}/publication`, publisher).expect(200);
    expect(await codeOf(post(`/${draft.id}/publication`, publisher))).toEqual([409, 'preview-stale']);
    const { body } = await request(service.server).get('/sla/v1/calendar-drafts?status=draft&limit=1').set('Authorization', admin).expect(200);
    expect([body.items.length, typeof body.next]).toEqual([1, 'string']);
  });

  it('is for the administrator alone, and rubbish writes nothing', async () => {
    for (const role of ['dispatcher', 'supervisor', 'operator']) await post('', { record: may2019 }, await service.as(role)).expect(403);
    const before = await service.sql('select count(*) from calendar_draft');
    await post('', { record: { ...may2019, year: 'next' } }).expect(400);
    await post('/closures', { days: [] }).expect(400);
    await post(`/${newId()}/preview`).expect(404);
    expect(await codeOf(post(`/${newId()}/publication`, publisher))).toEqual([404, 'no-such-draft']);
    expect(await service.sql('select count(*) from calendar_draft')).toEqual(before);
  });
});

describe('the horizon of the calendar', () => {
  it('[Reading §2.5] is alarmed of once, sixty days before it is reached, whoever watches; the alarm ends with the next year', async () => {
    const told = async (): Promise<unknown[]> => ((await service.told()) as CloudEvent<{ layer: string }>[]).filter(({ type, data }) => type === 'hotline.calendar.horizon-near.v1' && data.layer === 'national').map(({ data }) => data);
    const national = async (): Promise<unknown> => {
      const { body } = await request(service.server).get('/sla/v1/calendar-horizon').set('Authorization', admin).expect(200);
      return body.items.find(({ layer }: { layer: string }) => layer === 'national');
    };
    expect(await national()).toEqual({ layer: 'national', lastYear: 2019, lastDay: '2019-12-31', daysLeft: 251, near: false, noticedAt: null });
    now = at('2019-11-01 10:00');
    service.app.get(WakeUp).wake();
    await Promise.all([1, 2, 3].map(() => service.app.get(HorizonWatch).look()));
    await eventually(async () => expect(await told()).toEqual([{ layer: 'national', year: 2019, daysLeft: 60, noticedAt: '2019-11-01T02:00:00.000Z' }]), PATIENCE);
    now = at('2019-11-02 12:00');
    await service.app.get(HorizonWatch).look();
    expect(await told()).toHaveLength(1);
    expect(await national()).toMatchObject({ daysLeft: 59, near: true, noticedAt: '2019-11-01T02:00:00.000Z' });
    const { text } = await request(service.server).get('/sla/metrics').expect(200);
    expect(text).toMatch(/^hotline_sla_calendar_days_left\{[^}]*layer="national"[^}]*\} 59$/m);
    await publishYear(service, shipped.find((each) => each.layer === 'national' && each.year === 2020 && each.version === 1) as CalendarYear);
    expect(await national()).toMatchObject({ lastYear: 2020, near: false, noticedAt: null });
  });
});
