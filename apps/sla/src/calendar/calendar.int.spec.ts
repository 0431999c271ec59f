import { randomUUIDv7 as newId } from 'node:crypto';
import { resolve } from 'node:path';
import request from 'supertest';
import type { CalendarYear } from '@hotline/calendar';
import type { CloudEvent } from '@hotline/contracts';
import type { clock as clocks } from '@hotline/domain';
import { UnitOfWork } from '@hotline/persistence';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { previewedYear, publishDraft, publishYear } from '../../spec/publish-year.js';
import { at, dispatchFact, LEAD, learn, PATIENCE, startSla } from '../../spec/sla-bench.js';
import { clockIdOf } from '../clock/clock.store.js';
import { WakeUp } from '../sweep/wake-up.js';
import { CalendarBook } from './calendar-book.js';
import { shippedYears } from './calendar-seed.js';
import { claimCalendar } from './calendar-year.store.js';
import { publish as publishRecord } from './publish.js';

const shipped = shippedYears(resolve('deploy/calendar'), '532328');
const may2019 = shipped.find((record) => record.year === 2019 && record.version === 2) as CalendarYear;
const january2020 = shipped.find((record) => record.year === 2020 && record.version === 2) as CalendarYear;
let now = at('2019-04-24 10:00');
let service: ServiceUnderTest;
let admin: string;

beforeAll(async () => {
  service = await startSla(() => now, { years: (record) => record.version === 1 && record.year < 2021 });
  admin = await service.as('admin');
});
afterAll(() => service.stop());

/** Consultations (five working days) dispatched at a moment; answers the ids of their resolve clocks. */
async function consultations(count: number, moment: number, ...more: clocks.TicketFact[]): Promise<string[]> {
  const tickets = Array.from({ length: count }, () => newId());
  await learn(service, tickets, dispatchFact(moment), ...more);
  return tickets.map((ticketId) => clockIdOf(ticketId, `resolve:1:${LEAD}`));
}

async function dueOf(clockId: string | undefined): Promise<Record<string, unknown>> {
  const { body } = await request(service.server).get(`/sla/v1/clocks/${clockId}`).set('Authorization', admin).expect(200);
  const { dueOn, verdict, movedBy } = body as Record<string, unknown>;
  return { dueOn, verdict, movedBy };
}

function draftPost(path: string, body: object): request.Test {
  return request(service.server).post(`/sla/v1/calendar-drafts${path}`).set('Authorization', admin).send(body);
}

function post(path: string, body: object, authorization = admin): request.Test {
  return request(service.server).post(`/sla/v1/calendars${path}`).set('Authorization', authorization).send(body);
}

async function toldOf(clockId: string | undefined): Promise<string[]> {
  const told = await service.sql<{ event: CloudEvent<{ cause: string | null; dueOn: string }> }>('select payload::json as event from outbox where aggregate = $1 order by id', [clockId]);
  return told.map(({ event }) => `${event.type.split('.')[2]} ${event.data.dueOn} ${event.data.cause}`);
}

describe('publishing a calendar year', () => {
  it('[Reading §2.6] that shortens: told deadlines stay, new ones follow it, verdicts stay; with express leave the running ones move', async () => {
    const [running] = await consultations(1, now);
    const [answered] = await consultations(1, now, { type: 'feedback-given', dispatchNo: 1, at: now + 1_000 }, { type: 'closed', dispatchNo: 1, at: now + 2_000 });
    expect(await dueOf(running)).toEqual({ dueOn: '2019-05-02', verdict: 'running', movedBy: null });

    const preview = await post('/preview', { record: may2019 }).expect(200);
    expect(preview.body).toMatchObject({ counts: { earlier: 1, later: 0, firm: 0 }, next: null });
    expect(preview.body.items).toEqual([expect.objectContaining({ clockId: running, oldDueOn: '2019-05-02', newDueOn: '2019-04-30', direction: 'earlier' })]);
    expect(await dueOf(running)).toMatchObject({ dueOn: '2019-05-02' });

    const published = await publishYear(service, may2019);
    expect(published.body).toMatchObject({ layer: 'national', year: 2019, version: 2, moved: 0, applied: true });
    const [later] = await consultations(1, now);
    expect(await dueOf(running)).toEqual({ dueOn: '2019-05-02', verdict: 'running', movedBy: null });
    expect(await dueOf(later)).toEqual({ dueOn: '2019-04-30', verdict: 'running', movedBy: null });

    const again = { ...may2019, version: 3 };
    const refused = await publishYear(service, again, { allowEarlier: true });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'earlier-needs-reason', errors: [{ field: 'reason' }] });
    const allowed = await publishYear(service, again, { allowEarlier: true, reason: '国务院办公厅通知已提前公布' });
    expect(allowed.body).toMatchObject({ moved: 1, applied: true, allowEarlier: true });
    expect(await dueOf(running)).toEqual({ dueOn: '2019-04-30', verdict: 'running', movedBy: 'calendar:national:2019v3' });
    expect(await dueOf(answered)).toEqual({ dueOn: '2019-05-02', verdict: 'on-time', movedBy: null });
    expect(await toldOf(running)).toEqual(['started 2019-05-02 null', 'rescheduled 2019-04-30 calendar:national:2019v3']);
  });

  it('[Reading §2.6] that lengthens moves every running clock it concerns, once, whoever repeats it', async () => {
    now = at('2020-01-21 10:00');
    const running = await consultations(520, now);
    expect(await dueOf(running[0])).toMatchObject({ dueOn: '2020-02-03' });
    const pages: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: unknown[]; next: string | null; counts: unknown } } = await request(service.server)
        .post('/sla/v1/calendars/preview')
        .query({ limit: 200, ...(cursor && { cursor }) })
        .set('Authorization', admin)
        .send({ record: january2020 })
        .expect(200);
      pages.push(...body.items);
      if (cursor === '') expect(body.counts).toMatchObject({ later: 520, earlier: 0 });
      cursor = body.next;
    }
    expect(new Set(pages.map((move) => (move as { clockId: string }).clockId))).toEqual(new Set(running));

    const key = newId();
    const draft = await previewedYear(service, january2020);
    const answers = await Promise.all(Array.from({ length: 5 }, () => publishDraft(service, draft, key)));
    for (const { status, body } of answers) expect([status, body.version, body.moved, body.applied]).toEqual([200, 2, 520, true]);
    expect(await dueOf(running[519])).toEqual({ dueOn: '2020-02-05', verdict: 'running', movedBy: 'calendar:national:2020v2' });
    expect(await toldOf(running[7])).toEqual(['started 2020-02-03 null', 'rescheduled 2020-02-05 calendar:national:2020v2']);
    const [audited] = await service.sql(`select count(*)::integer as entries from audit_entry where action = 'PublishCalendarYear' and target = 'national:2020v2'`);
    expect(audited).toEqual({ entries: 1 });
  });

  it('is finished by whoever sweeps when the publisher was killed before moving any clock', async () => {
    const [running] = await consultations(1, now);
    const record: CalendarYear = {
      layer: 'county', year: 2020, version: 1, source: '元谋县人民政府通知（样例）', publishedBy: '元谋县人民政府', publishedAt: '2020-01-20T00:00:00+08:00',
      daysOff: [{ date: '2020-02-05', reason: '县内停工' }], daysWorked: [],
    };
    expect(await dueOf(running)).toMatchObject({ dueOn: '2020-02-05' });
    await service.app.get(UnitOfWork).run(async (tx) => {
      await claimCalendar(tx);
      const edition = await service.app.get(CalendarBook).newest(tx);
      await publishRecord(tx, edition, record, { subject: 'killed', at: now, allowEarlier: false, reason: null });
    });
    service.app.get(WakeUp).wake();
    await eventually(async () => expect(await dueOf(running)).toEqual({ dueOn: '2020-02-06', verdict: 'running', movedBy: 'calendar:county:2020v1' }), PATIENCE);
  });

  it('is done by one of two who publish the same version at once', async () => {
    const record = { ...january2020, version: 3 };
    const drafts = [await previewedYear(service, record), await previewedYear(service, { ...record, source: '另一份' })];
    const answers = await Promise.all(drafts.map((id) => publishDraft(service, id)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'preview-stale' });
    expect((await post('/preview', { record }).expect(409)).body).toMatchObject({ code: 'calendar-version-out-of-turn', errors: [{ field: 'record.version' }] });
  });

  it('refuses a wrong record with everything that is wrong with it, and writes nothing', async () => {
    const wrong = {
      ...january2020, version: 4,
      daysOff: [{ date: '2020-05-01', reason: '劳动节' }, { date: '2020-05-01', reason: '劳动节' }],
      daysWorked: [{ date: '2020-05-01', reason: '劳动节调休上班' }, { date: '2020-05-06', reason: '上班' }],
    };
    const before = await service.sql('select max(revision) as revision from calendar_year');
    const { body: draft } = await draftPost('', { record: wrong }).expect(201);
    for (const answer of [await post('/preview', { record: wrong }).expect(422), await draftPost(`/${draft.id}/preview`, {}).expect(422)]) {
      const { body } = answer;
      expect(body.code).toBe('calendar-year-wrong');
      expect(body.errors.map((error: { field: string; code: string }) => `${error.field} ${error.code}`).sort()).toEqual([
        'record.daysOff[1].date duplicate-date',
        'record.daysWorked[0].date off-and-worked',
        'record.daysWorked[1].date pointless-worked-day',
      ]);
    }
    for (const send of [(body: object) => post('/preview', body), (body: object) => draftPost('', body)]) {
      await send({ record: { ...wrong, colour: 'red' } }).expect(400);
      await send({ record: { ...wrong, daysOff: [{ date: '2020-02-30', reason: '春节' }] } }).expect(400);
    }
    expect(await service.sql('select max(revision) as revision from calendar_year')).toEqual(before);
  });

  it('[Reading §2.6] is nothing that anybody does at once, without a preview', async () => {
    await post('', { record: { ...january2020, version: 4 } }).expect(404);
    for (const role of ['operator', 'analyst', 'auditor', 'prefecture']) await post('/preview', { record: january2020 }, await service.as(role)).expect(403);
    await post('/preview', { record: january2020 }, await service.as('unit', LEAD)).expect(403);
  });
});
