import request from 'supertest';
import { unitRecordedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { BUREAUS, October, TOWNS } from '../../spec/october.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';
import { SCORING_EXAMPLES } from './scoring.examples.js';

const [YUANMA, HUANGGUAYUAN, YANGJIE] = Object.keys(TOWNS) as [string, string, string];
const [WATER, TRAFFIC] = Object.keys(BUREAUS) as [string, string];
let service: ServiceUnderTest;
let october: October;
let analyst: string;

type Item = Record<string, unknown> & { rate?: string; numerator?: number; denominator?: number };
interface Answer {
  readonly items: Item[];
  readonly next: string | null;
  readonly [member: string]: unknown;
}

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({ name: 'appraisal', schema: APPRAISAL_CONFIG, moduleOf: (config) => AppraisalModule.forRoot(config), persistence: APPRAISAL_PERSISTENCE });
  october = new October(service);
  analyst = await service.as('analyst');
  await fill();
});
afterAll(() => service.stop());

/** Two months of two bureaus and a township; five or more tickets each in October, so that they are ranked. */
async function fill(): Promise<void> {
  const of = (unit: string, day: string, rest: object = {}) => october.ticket({ day, unit, ...rest }).events;
  const events = [
    ...october.units(),
    ...Array.from({ length: 5 }, (_, i) => of(WATER, `2018-10-1${i}`, { satisfied: i > 0, channel: 'wechat', town: HUANGGUAYUAN })).flat(),
    ...Array.from({ length: 5 }, (_, i) => of(TRAFFIC, `2018-10-1${i}`, { satisfied: i > 0, category: 'complaint' })).flat(),
    ...Array.from({ length: 6 }, (_, i) => of(YUANMA, `2018-10-1${i}`, { late: i === 0 })).flat(),
    ...of(YANGJIE, '2018-10-20'),
    ...Array.from({ length: 2 }, (_, i) => of(WATER, `2018-09-1${i}`, { satisfied: i > 0 })).flat(),
  ];
  await service.tell(...events);
  await eventually(async () => expect(await totals('2018', 'on-time-close')).toEqual([18, 19]));
  await eventually(async () => expect(await totals('2018', 'satisfied')).toEqual([15, 18]));
}

async function get(path: string, query: Record<string, string>, as = analyst): Promise<Answer> {
  const answer = await request(service.server).get(`/appraisal/v1/scoring/${path}`).query(query).set('Authorization', as).expect(200);
  return answer.body as Answer;
}

async function totals(period: string, rate: string): Promise<unknown[]> {
  const [item] = (await get('rates', { period, rate })).items;
  return [item?.numerator, item?.denominator];
}

/** `group numerator/denominator` of each figure. */
async function figures(query: Record<string, string>): Promise<string[]> {
  const { items } = await get('rates', query);
  const groups = (query['groupBy'] ?? '').split(',').map((name) => (['month', 'quarter', 'year'].includes(name) ? 'time' : name));
  return items.map((item) => [...groups.map((name) => item[name]), `${item.numerator}/${item.denominator}`].join(' ').trim());
}

describe('rates', () => {
  it.each([
    [{ groupBy: 'unit' }, [`${YUANMA} 5/5`, `${YANGJIE} 1/1`, `${WATER} 5/7`, `${TRAFFIC} 4/5`]],
    [{ groupBy: 'kind' }, ['department 9/12', 'township 6/6']],
    [{ groupBy: 'category' }, ['complaint 4/5', 'help 11/13']],
    [{ groupBy: 'channel' }, ['phone 11/13', 'wechat 4/5']],
    [{ groupBy: 'township' }, [`${YUANMA} 11/13`, `${HUANGGUAYUAN} 4/5`]],
    [{ groupBy: 'month' }, ['2018-09 1/2', '2018-10 14/16']],
    [{ groupBy: 'quarter' }, ['2018-Q3 1/2', '2018-Q4 14/16']],
    [{ groupBy: 'year' }, ['2018 15/18']],
    [{ groupBy: 'month,unit', kind: 'department' }, [`2018-09 ${WATER} 1/2`, `2018-10 ${WATER} 4/5`, `2018-10 ${TRAFFIC} 4/5`]],
    [{ channel: 'wechat' }, ['4/5']],
    [{ category: 'complaint', groupBy: 'unit' }, [`${TRAFFIC} 4/5`]],
    [{ township: HUANGGUAYUAN }, ['4/5']],
    [{ unit: WATER }, ['5/7']],
  ])('[Art. 22] are grouped and filtered by %j', async (query, expected) => {
    expect((await figures({ period: '2018', rate: 'satisfied', ...query })).toSorted()).toEqual(expected.toSorted());
  });

  it('[Art. 22] say what they count, in which days, under which scheme; a stretch of time covers no more than was asked', async () => {
    const answer = await get('rates', { from: '2018-09-11', to: '2018-10-12', rate: 'satisfied', groupBy: 'month' });
    expect(answer).toMatchObject({
      period: { name: null, from: '2018-09-11', to: '2018-10-12' },
      scheme: 'yuanmou-2018@1',
      definitions: [{ rate: 'satisfied', article: 'Art. 7, 19, 22', numerator: '基本满意及以上数', lessIsBetter: false }],
      items: [{ time: '2018-09', from: '2018-09-11', to: '2018-09-30', numerator: 1, denominator: 1, ratio: 1 }, { time: '2018-10', from: '2018-10-01', to: '2018-10-12' }],
    });
  });

  it('[Art. 22] agree month by month with what the month alone counts', async () => {
    const series = (await get('rates', { period: '2018', groupBy: 'month,unit', limit: '200' })).items.filter(({ time }) => time === '2018-10');
    const alone = (await get('rates', { period: '2018-10', groupBy: 'unit', limit: '200' })).items;
    const plain = (items: Item[]) => items.map(({ unit, rate, numerator, denominator }) => [unit, rate, numerator, denominator]);
    expect(plain(series)).toEqual(plain(alone));
    expect(alone.length).toBeGreaterThan(20);
  });

  it('are read page by page, every figure once', async () => {
    const query = { period: '2018', groupBy: 'unit,month', limit: '7' };
    const pages: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, next }: Answer = await get('rates', cursor === '' ? query : { ...query, cursor });
      pages.push(...items);
      cursor = next;
    }
    expect(pages).toEqual((await get('rates', { ...query, limit: '200' })).items);
  });

  it('[Art. 10] a unit sees its own and nobody else’s', async () => {
    const own = await service.as('unit', WATER);
    expect((await get('rates', { period: '2018', rate: 'satisfied', groupBy: 'unit' }, own)).items.map(({ unit }) => unit)).toEqual([WATER]);
    expect((await get('tickets', { period: '2018', rate: 'satisfied' }, own)).items.every(({ unit }) => unit === WATER)).toBe(true);
    await request(service.server).get('/appraisal/v1/scoring/scores?period=2018&unit=YM-JTYSJ').set('Authorization', own).expect(400);
    for (const path of ['ranking?period=2018', 'export?period=2018&table=rates&format=csv']) await request(service.server).get(`/appraisal/v1/scoring/${path}`).set('Authorization', own).expect(403);
  });
});

describe('tickets behind a rate', () => {
  it('[Art. 22] are as many as either term says, page by page, with their numbers', async () => {
    const query = { period: '2018-10', rate: 'satisfied', unit: WATER };
    const first = await get('tickets', { ...query, limit: '3' });
    const second = await get('tickets', { ...query, limit: '3', cursor: first.next ?? '' });
    const all = [...first.items, ...second.items];
    expect([all.length, all.filter(({ counted }) => counted).length, second.next]).toEqual([5, 4, null]);
    expect(all.every(({ number, category, channel, township }) => /^YM2018/.test(String(number)) && category === 'help' && channel === 'wechat' && township === HUANGGUAYUAN)).toBe(true);
    expect((await get('tickets', { ...query, part: 'numerator' })).items).toEqual(all.filter(({ counted }) => counted));
    expect((await get('tickets', { ...query, part: 'missed' })).items).toEqual(all.filter(({ counted }) => !counted));
  });
});

describe('scores', () => {
  it('[Art. 22] are computed from the scheme’s rates, stretched to 100, for any group', async () => {
    const { items, score } = await get('scores', { period: '2018-10', groupBy: 'unit' });
    expect(score).toMatchObject({ article: 'Art. 22' });
    const water = items.find(({ unit }) => unit === WATER) as Item & { points: number; outOf: number; items: { points: number }[] };
    expect(water).toMatchObject({ unitName: '县水务局', tickets: 5, smallSample: false });
    const sum = water.items.reduce((all, { points }) => all + (points ?? 0), 0);
    expect(Math.abs(water.points - (100 * sum) / water.outOf)).toBeLessThan(0.01);
    expect(items.find(({ unit }) => unit === YANGJIE)).toMatchObject({ points: 100, tickets: 1, smallSample: true });
    expect((await get('scores', { period: '2018', groupBy: 'month' })).items.map(({ time }) => time)).toEqual(['2018-09', '2018-10']);
    expect((await get('scores', { period: '2017' })).items).toEqual([]);
  });

  it('[Art. 22] rank units of a kind, ties as ties, small samples apart', async () => {
    const rows = (answer: Answer) => answer.items.map(({ kind, place, tied, apart, unit }) => [kind, place, tied, apart, unit]);
    expect(rows(await get('ranking', { period: '2018-10', by: 'satisfied' }))).toEqual([
      ['township', 1, false, null, YUANMA],
      ['township', null, false, 'small-sample', YANGJIE],
      ['department', 1, true, null, TRAFFIC],
      ['department', 1, true, null, WATER],
    ]);
    expect((await get('ranking', { period: '2018-10', kind: 'department' })).items).toMatchObject([{ place: 1, tied: true }, { place: 1, tied: true }]);
    const next = await get('ranking', { period: '2018-10', limit: '3' });
    expect((await get('ranking', { period: '2018-10', limit: '3', cursor: next.next ?? '' })).items).toHaveLength(1);
  });

  it('[Art. 22] two periods are set side by side', async () => {
    const asked = { period: '2018-10', rate: 'satisfied,on-time-close', groupBy: 'unit', unit: WATER };
    const answer = await get('comparison', asked);
    expect(answer['base']).toEqual({ name: '2018-09', from: '2018-09-01', to: '2018-09-30' });
    expect(answer.items).toMatchObject([
      { rate: 'on-time-close', difference: 0, trend: 'same' },
      { rate: 'satisfied', now: { numerator: 4, denominator: 5 }, base: { numerator: 1, denominator: 2 }, difference: 0.3, trend: 'better' },
    ]);
    expect((await get('comparison', { ...asked, base: 'year-before' })).items[0]).toMatchObject({ base: { denominator: 0, ratio: null }, difference: null, trend: null });
    expect((await get('comparison', { from: '2018-10-11', to: '2018-10-20', baseFrom: '2018-10-10', baseTo: '2018-10-10', rate: 'satisfied' }))['base']).toEqual({ name: null, from: '2018-10-10', to: '2018-10-10' });
    expect((await get('comparison', { from: '2018-10-11', to: '2018-10-20', rate: 'satisfied' }))['base']).toEqual({ name: null, from: '2018-10-01', to: '2018-10-10' });
  });
});

describe('what if', () => {
  const ask = (body: object) => request(service.server).post('/appraisal/v1/scoring/what-if').set('Authorization', analyst).send(body);
  const before = async () => (await service.sql('select (select count(*) from outbox) + (select count(*) from appraisal_period) as rows'))[0];

  it('[Art. 22] shows points and places under another scheme that ships, and under one in the request, and keeps nothing', async () => {
    const kept = await before();
    const { items: schemes } = await get('schemes', {});
    expect(schemes.map(({ scheme }) => scheme)).toContain('yuanmou-2018@1');
    const same = await ask({ period: '2018-10', scheme: 'yuanmou-2018@1' }).expect(200);
    expect((same.body as Answer).items.every(({ pointsGained }) => pointsGained === 0)).toBe(true);
    const manual = (code: string) => [{ kind: 'manual', code, name: code, weight: 1 }];
    const rateItem = (rate: string, weight: number) => [{ kind: 'rate', code: rate, name: rate, weight, rate, floor: 0, full: 1 }];
    const document = { dimensions: { organisation: manual('leaders'), staffing: manual('duty'), rules: manual('rules'), handling: rateItem('on-time-close', 47), results: rateItem('satisfied', 50) } };
    const tried = (await ask({ period: '2018-10', kind: 'department', document }).expect(200)).body as Answer;
    expect(tried['tried']).toEqual({ scheme: 'document', dimensions: document.dimensions });
    expect(tried.items).toMatchObject([{ unit: TRAFFIC, tried: { points: 89.69, place: 1 } }, { unit: WATER, tried: { points: 89.69, place: 1 } }]);
    expect(await before()).toEqual(kept);
  });

  it.each([
    [{ period: '2018-10' }, 'scheme'],
    [{ period: '2018-10', scheme: 'no-such@1' }, 'scheme'],
    [{ period: '2018-10', scheme: 'yuanmou-2018@1', document: {} }, 'scheme'],
    [{ period: '2018-10', document: { dimensions: {} } }, 'document.dimensions.organisation'],
    [{ period: '2018-10', document: [] }, 'document'],
    [{ scheme: 'yuanmou-2018@1' }, 'period'],
  ])('refuses %j by naming %s', async (body, field) => {
    const answer = await ask(body).expect(400);
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
  });
});

describe('an answer', () => {
  it('has a tag that spares the caller what he has, until the facts change', async () => {
    const ask = (tag?: string) => request(service.server).get('/appraisal/v1/scoring/rates?period=2018-12&groupBy=unit').set('Authorization', analyst).set(tag === undefined ? {} : { 'If-None-Match': tag });
    const tag = (await ask().expect(200)).headers['etag'] as string;
    const unchanged = await ask(`"other", ${tag}`).expect(304);
    expect([unchanged.text, unchanged.headers['etag']]).toEqual(['', tag]);
    await service.tell(...october.ticket({ day: '2018-12-03', unit: WATER }).events);
    await eventually(async () => expect((await ask(tag).expect(200)).headers['etag']).not.toBe(tag));
  });

  it.each(Object.keys(SCORING_EXAMPLES))('has the shape that the document shows: %s', async (name) => {
    const query = { period: '2018-10', ...(name === 'tickets' && { rate: 'satisfied', unit: WATER }), ...(name !== 'tickets' && name !== 'ranking' && { groupBy: 'unit' }) };
    const answer = name === 'what-if' ? ((await request(service.server).post('/appraisal/v1/scoring/what-if').set('Authorization', analyst).send({ period: '2018-10', scheme: 'yuanmou-2018@1' })).body as object) : await get(name, ['schemes', 'dictionary'].includes(name) ? {} : query);
    expect(shapeOf(answer)).toEqual(shapeOf(SCORING_EXAMPLES[name as keyof typeof SCORING_EXAMPLES]));
  });

  it.each([
    ['rates', {}, 'period'],
    ['rates', { period: '2018-13' }, 'period'],
    ['rates', { period: '2018', from: '2018-01-01' }, 'period'],
    ['rates', { from: '2018-01-01' }, 'to'],
    ['rates', { to: '2018-01-01' }, 'from'],
    ['rates', { from: '2018-02-01', to: '2018-01-01' }, 'to'],
    ['rates', { from: '2018-02-30', to: '2018-03-01' }, 'from'],
    ['rates', { period: '2018', groupBy: 'moon' }, 'groupBy'],
    ['rates', { period: '2018', groupBy: 'unit,unit' }, 'groupBy'],
    ['rates', { period: '2018', groupBy: 'month,year' }, 'groupBy'],
    ['rates', { period: '2018', groupBy: 'unit,kind,category,channel' }, 'groupBy'],
    ['rates', { period: '2018', rate: 'constructor' }, 'rate'],
    ['rates', { period: '2018', category: 'gossip' }, 'category'],
    ['rates', { period: '2018', channel: 'pigeon' }, 'channel'],
    ['rates', { period: '2018', kind: 'village' }, 'kind'],
    ['rates', { period: '2018', unit: "x' or 1=1" }, 'unit'],
    ['rates', { period: '2018', limit: '0' }, 'limit'],
    ['tickets', { period: '2018' }, 'rate'],
    ['tickets', { period: '2018', rate: 'solved', part: 'both' }, 'part'],
    ['ranking', { period: '2018', by: 'luck' }, 'by'],
    ['comparison', { period: '2018', base: 'tomorrow' }, 'base'],
    ['comparison', { period: '2018', base: '2017', baseFrom: '2017-01-01' }, 'base'],
    ['comparison', { period: '2018', baseFrom: '2017-01-01' }, 'baseTo'],
    ['comparison', { period: '2018', groupBy: 'month' }, 'groupBy'],
    ['export', { period: '2018', table: 'rates', format: 'pdf' }, 'format'],
    ['export', { period: '2018', table: 'tickets', format: 'csv' }, 'table'],
  ])('refuses %s %j by naming %s in Chinese', async (path, query, field) => {
    const answer = await request(service.server).get(`/appraisal/v1/scoring/${path}`).query(query).set('Authorization', analyst).expect(400);
    const { errors } = answer.body as { errors: { field: string; message: string }[] };
    expect(errors.map((error) => error.field)).toContain(field);
    expect(errors.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
  });

  it('refuses a cursor of another list', () => request(service.server).get('/appraisal/v1/scoring/rates?period=2018&cursor=rubbish').set('Authorization', analyst).expect(400));

  it('names a unit as the directory does, also when it is renamed', async () => {
    await service.tell(service.event(unitRecordedV1, { subject: TRAFFIC, version: 2, at: 0 }, { code: TRAFFIC, name: '县交通局', kind: 'department', active: true, recordedAt: '2018-11-01T00:00:00.000Z' }));
    await eventually(async () => expect((await get('rates', { period: '2018', groupBy: 'unit', unit: TRAFFIC, rate: 'solved' })).items[0]).toMatchObject({ unitName: '县交通局' }));
  });
});

/** Keys all the way down; of a list those of its first member, of codes and texts nothing. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).filter(([key]) => !['codes', 'filters', 'dimensions', 'groupBy'].includes(key));
  return Object.fromEntries(entries.map(([key, member]) => [key, shapeOf(member)]));
}
