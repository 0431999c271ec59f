import request from 'supertest';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { SLA_CONFIG, type SlaConfig } from '../sla.config.js';
import { SlaModule } from '../sla.module.js';
import { SLA_PERSISTENCE } from '../sla.persistence.js';
import { shippedYears } from './calendar-seed.js';
import { publishShippedYears } from './publish-shipped-years.js';

/** Real servers on a busy machine: a limit that only a hang reaches. */
const PATIENCE = { within: 30_000 };
let service: ServiceUnderTest;
let analyst: string;

beforeAll(async () => {
  service = await ServiceUnderTest.start<SlaConfig>({
    name: 'sla',
    schema: SLA_CONFIG,
    moduleOf: (config) => SlaModule.forRoot(config),
    persistence: SLA_PERSISTENCE,
    prepare: async ({ databaseUrl, databaseSchema, county, calendarPath }) => {
      const persistence = { name: 'sla', url: databaseUrl, schema: databaseSchema, poolMax: 1, ...SLA_PERSISTENCE };
      const first = await publishShippedYears(persistence, county, shippedYears(calendarPath, '532328'), Date.now());
      expect(first.length).toBeGreaterThan(15);
      expect(await publishShippedYears(persistence, county, shippedYears(calendarPath, '532328'), Date.now())).toEqual([]);
    },
  });
  analyst = await service.as('analyst');
});
afterAll(() => service.stop());

function deadline(query: Record<string, string | number>): request.Test {
  return request(service.server).get('/sla/v1/deadline').query(query).set('Authorization', analyst);
}

describe('GET /sla/v1/deadline', () => {
  it.each([
    ['2018-09-21', 5, '2018-09-29', 'make-up Saturday'],
    ['2018-09-21', 8, '2018-10-09', 'the October holiday'],
    ['2018-09-10', 15, '2018-09-30', 'make-up Sunday'],
    ['2018-09-10', 25, '2018-10-19', ''],
    ['2018-09-14', 15, '2018-10-11', ''],
    ['2018-09-14', 20, '2018-10-18', ''],
    ['2018-10-03', 1, '2018-10-08', 'starts on a day off'],
    ['2018-10-03', 5, '2018-10-12', ''],
    ['2018-12-28', 1, '2018-12-29', 'the make-up day stands in the next year’s notice'],
    ['2020-01-21', 5, '2020-02-05', 'after the notice of 2020-01-27'],
    ['2019-04-24', 5, '2019-04-30', 'after the revised May notice'],
  ])('[Reading §2] %s and %i working days end on %s (%s)', async (day, workingDays, dueOn) => {
    const { body } = await deadline({ start: `${day}T10:00:00+08:00`, workingDays, layers: 'national' }).expect(200);
    expect(body).toMatchObject({ dueOn, dueAt: new Date(Date.parse(`${dueOn}T00:00:00+08:00`) + 86_400_000).toISOString(), provisional: false });
    expect(body.explanation.counted).toHaveLength(workingDays);
    expect(body.explanation.counted.at(-1)).toMatchObject({ date: dueOn, ordinal: workingDays });
  });

  it('[Reading §2.3] lays the prefecture’s days off over the national ones by default', async () => {
    const start = '2018-08-02T09:00:00+08:00'; // the Torch Festival follows
    const national = await deadline({ start, workingDays: 5, layers: 'national' }).expect(200);
    const all = await deadline({ start, workingDays: 5 }).expect(200);
    expect(all.body.dueOn > national.body.dueOn).toBe(true);
    expect(all.body.explanation.skipped).toContainEqual(expect.objectContaining({ layer: 'prefecture', reason: expect.stringContaining('火把节') }));
    expect(all.body.explanation.sentence).toContain('按州级通知');
    const chosen = await deadline({ start, workingDays: 5, layers: 'prefecture,national' }).expect(200);
    expect(chosen.body).toEqual(all.body);
  });

  it('[Reading §2.5] says so when a deadline rests on an unpublished year', async () => {
    const { body } = await deadline({ start: '2029-12-20T09:00:00+08:00', workingDays: 5 }).expect(200);
    expect(body.provisional).toBe(true);
    expect(body.explanation.sentence).toContain('暂定');
  });

  it('takes the plus sign of an offset as people type it into an address, encoded or not', async () => {
    for (const plus of ['+', '%2B']) {
      const { body } = await request(service.server).get(`/sla/v1/deadline?start=2018-09-21T23:30:00${plus}08:00&workingDays=5`).set('Authorization', analyst).expect(200);
      expect(body.dueOn).toBe('2018-09-29');
    }
  });

  it.each([
    [{ start: '2018-09-21', workingDays: 5 }, 'start'],
    [{ start: '2018-02-30T10:00:00+08:00', workingDays: 5 }, 'start'],
    [{ start: '2018-09-21T10:00:00', workingDays: 5 }, 'start'],
    [{ start: '2018-09-21T10:00:00+08:00', workingDays: -1 }, 'workingDays'],
    [{ start: '2018-09-21T10:00:00+08:00', workingDays: '1.5' }, 'workingDays'],
    [{ start: '2018-09-21T10:00:00+08:00', workingDays: 5, layers: 'village' }, 'layers'],
    [{ start: '2018-09-21T10:00:00+08:00', workingDays: 5, zone: 'UTC' }, 'zone'],
  ])('refuses %j and names %s', async (query, field) => {
    const { body } = await deadline(query).expect(400);
    expect(body).toMatchObject({ code: 'validation-failed', errors: expect.arrayContaining([expect.objectContaining({ field })]) });
  });

  it('needs a token', async () => {
    await request(service.server).get('/sla/v1/deadline').query({ start: '2018-09-21T10:00:00+08:00', workingDays: 5 }).expect(401);
  });
});

describe('GET /sla/v1/calendars', () => {
  it('lists every published version in pages, and tells the other services of each once', async () => {
    const all = await eventually(async () => {
      const answer = await request(service.server).get('/sla/v1/calendars?limit=200').set('Authorization', analyst).expect(200);
      expect(answer.body.items.every((item: { applied: boolean }) => item.applied)).toBe(true);
      return answer;
    }, PATIENCE);
    const pages: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: unknown[]; next: string | null } } = await request(service.server).get('/sla/v1/calendars').query({ limit: 5, ...(cursor && { cursor }) }).set('Authorization', analyst).expect(200);
      pages.push(...body.items);
      cursor = body.next;
    }
    expect(pages).toEqual(all.body.items);
    const twice = await request(service.server).get('/sla/v1/calendars?layer=national&year=2020').set('Authorization', analyst).expect(200);
    expect(twice.body.items.map((item: { version: number }) => item.version)).toEqual([1, 2]);
    const published = (await service.told()).filter((event) => event.type === 'hotline.calendar.published.v1');
    expect(published).toHaveLength(all.body.items.length);
  });
});
