import { randomUUIDv7 as newId } from 'node:crypto';
import exceljs from 'exceljs';
import request, { type Response } from 'supertest';
import { ticketDeclinedV1, ticketDispatchWithdrawnV1, ticketReturnDecidedV1, type CloudEvent } from '@hotline/contracts';
import { instantOf, type Instant } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { asBytes, docxText, pdfText, zippedText } from '@hotline/testing/papers';
import { ServiceUnderTest } from '@hotline/testing/service';
import { October } from '../../spec/october.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';

const clock: { at: Instant } = { at: instantOf('2018-10-31T12:00:00+08:00') };
let service: ServiceUnderTest;
let october: October;
let late: string;
let answeredLate: string;
const topicId = newId();
let events: CloudEvent[];

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({
    name: 'appraisal',
    schema: APPRAISAL_CONFIG,
    moduleOf: (config) => AppraisalModule.forRoot(config),
    persistence: APPRAISAL_PERSISTENCE,
    clock: { now: () => clock.at },
  });
  october = new October(service);
  events = told();
  await service.tell(...events.toReversed().map(smuggling), ...events.map(smuggling));
  await eventually(async () => expect(await service.sql('select count(*)::int as n from inbox')).toEqual([{ n: events.length }]));
});
afterAll(() => service.stop());

/** What must never get out, in places where a careless sender would put it. */
const PLANTED = { petitioner: { name: '欧阳测试', contact: '13987654321' }, title: '欧阳测试家的路灯', text: '请致电13987654321' };

function smuggling(event: CloudEvent): CloudEvent {
  return { ...event, data: { ...event.data, ...PLANTED } };
}

/** Twelve tickets of October 2018, one of them late and one changed from help to complaint; five of September, two of the year before. */
function told(): CloudEvent[] {
  const many = (n: number, day: string, unit: string, rest: object = {}) => Array.from({ length: n }, () => october.ticket({ day, unit, ...rest }));
  const town = many(5, '2018-10-08', '532328101');
  const water = [...many(4, '2018-10-09', 'YM-SWJ', { channel: 'wechat', town: '532328102' }), ...many(1, '2018-10-31', 'YM-SWJ', { satisfied: false, subject: '=HYPERLINK("http://x")' })];
  const small = many(1, '2018-10-10', '532328103', { category: 'consultation' });
  const overdue = october.ticket({ day: '2018-10-12', unit: 'YM-SWJ', late: true });
  late = overdue.number;
  // beyond their dates in September: one answered in September, which October does not list, one in October, which it does
  const september = ['2018-09-20', '2018-10-03'].map((answeredOn) => october.ticket({ day: '2018-09-10', unit: 'YM-JTYSJ', late: true, answeredOn }));
  answeredLate = (september[1] as { number: string }).number;
  const before = [...many(5, '2018-09-30', '532328101'), ...many(2, '2017-10-01', '532328101')];
  const changed = (town[0] as { ticketId: string }).ticketId;
  return [
    ...october.units(),
    ...[...town, ...water, ...small, overdue, ...before, ...september].flatMap((ticket) => ticket.events),
    ...october.declined('2018-10-15'),
    october.categoryChanged(changed, 7, 'complaint'),
    october.categoryChanged(changed, 6, 'consultation'),
    october.corrected(changed, 9, '环境保护', '532328103'),
    october.corrected(changed, 8, '农村农业', '532328104'),
    october.topic(topicId, 1, town.slice(0, 3).map(({ ticketId }) => ticketId)),
    october.topic(topicId, 2, [...town, ...before].map(({ ticketId }) => ticketId), '路灯 不亮 13987654321'),
    october.topic(newId(), 1, [...water.slice(0, 1), ...before].map(({ ticketId }) => ticketId), '上月'),
  ];
}

async function call(method: 'get' | 'post', path: string, role = 'supervisor', body?: object): Promise<Response> {
  const sent = request(service.server)[method](`/appraisal/v1/bulletins${path}`).set('Authorization', await service.as(role, role === 'unit' ? '532328101' : undefined));
  return body ? sent.send(body) : sent;
}

/** The body of an answer that must be a success. */
function answered(response: Response): unknown {
  expect(response.body).not.toMatchObject({ code: expect.any(String) });
  return response.body;
}

async function file(path: string, role = 'supervisor'): Promise<Response> {
  return request(service.server).get(`/appraisal/v1/bulletins${path}`).set('Authorization', await service.as(role, role === 'unit' ? '532328101' : undefined)).buffer(true).parse(asBytes);
}

const line = (lines: { code: string; count: number; monthBefore: number; yearBefore: number }[], code: string): number[] | undefined => {
  const found = lines.find((each) => each.code === code);
  return found && [found.count, found.monthBefore, found.yearBefore];
};

describe('the bulletin of October 2018', () => {
  it('[Art. 21] counts by channel, category, subject, township and unit beside the month and the year before', async () => {
    const { status, body } = await call('post', '/2018-10/draft', 'analyst', {});
    expect(status).toBe(201);
    const { totals, channels, categories, subjects, townships, units, rates } = body.figures;
    expect([totals.received.count, totals.received.monthBefore, totals.received.yearBefore, totals.declined.count, totals.accepted.count]).toEqual([13, 7, 2, 1, 12]);
    expect([line(channels, 'phone'), line(channels, 'wechat'), line(channels, 'app')]).toEqual([[9, 7, 2], [4, 0, 0], [0, 0, 0]]);
    expect([line(subjects, '城乡建设'), line(townships, '532328102'), line(townships, '532328103'), line(units, 'YM-SWJ')]).toEqual([[11, 7, 2], [4, 0, 0], [1, 0, 0], [6, 0, 0]]);
    expect([line(categories, 'complaint'), line(categories, 'consultation'), line(categories, 'help')]).toEqual([[1, 0, 0], [1, 0, 0], [11, 7, 2]]);
    expect(rates.find(({ rate }: { rate: string }) => rate === 'on-time-close')).toMatchObject({ numerator: '按时反馈数', month: { numerator: 11, denominator: 12 }, monthBefore: { numerator: 5, denominator: 7, ratio: 0.7143 } });
    expect(rates.find(({ rate }: { rate: string }) => rate === 'satisfied')).toMatchObject({ month: { numerator: 10, denominator: 11, ratio: 0.9091 } });
  });

  it('[Art. 13, 21] counts a ticket under its newest category, subject and township, whichever change was told last', async () => {
    const { body } = await call('post', '/2018-10/draft', 'analyst', {});
    expect(line(body.figures.subjects, '环境保护')?.[0]).toBe(1);
    expect(line(body.figures.categories, 'complaint')?.[0]).toBe(1);
  });

  it('[Art. 21, 22] shows hot topics by the tickets of the month alone, the overdue by number alone, and ranks by kind with small samples apart', async () => {
    const { figures } = (await call('post', '/2018-10/draft', 'analyst', { rankBy: 'on-time-close' })).body;
    expect(figures.topics).toEqual([{ label: '路灯 不亮 ＊＊＊', subject: '城乡建设', township: '元马镇', tickets: 5, firstOn: '2018-10-08', lastOn: '2018-10-08' }]);
    expect(figures.overdue).toMatchObject([{ number: answeredLate, unit: 'YM-JTYSJ', dueOn: '2018-09-10' }, { number: late, unit: 'YM-SWJ', name: '县水务局', dueOn: '2018-10-12' }]);
    expect(Object.keys(figures.overdue[0]).toSorted()).toEqual(['dueOn', 'name', 'number', 'ticketId', 'unit']);
    const [towns, bureaus] = figures.ranking.kinds;
    expect([figures.ranking.by, towns.placed.map((each: { unit: string; place: number }) => [each.unit, each.place]), towns.apart.map((each: { unit: string }) => each.unit)]).toEqual(['按时办结率', [['532328101', 1]], ['532328103']]);
    expect(bureaus.placed).toMatchObject([{ unit: 'YM-SWJ', place: 1, value: 0.8333 }]);
  });

  it('[Art. 21] is issued once the month is over, in a name and under a number; later facts do not change it; a correction is a new version', async () => {
    const draft = (await call('post', '/2018-10/draft', 'analyst', {})).body;
    const words = { hash: draft.hash, issuer: '王主任' };
    expect((await call('post', '/2018-10/issue', 'supervisor', words)).body.code).toBe('month-not-over');
    clock.at = instantOf('2018-11-02T09:00:00+08:00');
    expect((await call('get', '/2018-10', 'unit')).status).toBe(404);
    expect((await call('post', '/2018-10/issue', 'supervisor', { ...words, hash: '0'.repeat(64) })).body.code).toBe('draft-changed');
    expect((await call('post', '/2018-10/issue', 'analyst', words)).status).toBe(403);
    expect((await call('post', '/2018-10/issue', 'supervisor', words)).body).toMatchObject({ status: 'issued', number: 1, version: 1, issuer: '王主任', intact: true });
    const frozen = (await file('/2018-10/file?format=pdf')).body as Buffer;

    const more = october.ticket({ day: '2018-10-20', unit: '532328101' });
    await service.tell(...more.events);
    await eventually(async () => expect(await service.sql('select 1 from visit_fact where ticket_id = $1', [more.ticketId])).toHaveLength(1));
    expect((await call('get', '/2018-10', 'unit')).body).toMatchObject({ hash: draft.hash, figures: draft.figures, intact: true });
    expect(((await file('/2018-10/file?format=pdf')).body as Buffer).equals(frozen)).toBe(true);

    expect((await call('post', '/2018-10/draft', 'analyst', {})).body.code).toBe('correction-without-reason');
    const correction = (await call('post', '/2018-10/draft', 'analyst', { reason: '补计一件' })).body;
    expect([correction.version, correction.figures.totals.received.count]).toEqual([2, 14]);
    expect((await call('get', '/2018-10', 'unit')).body.version).toBe(1);
    expect((await call('post', '/2018-10/issue', 'supervisor', { hash: correction.hash, issuer: '李主任' })).body).toMatchObject({ number: 1, version: 2 });
    expect((await call('get', '/2018-10?version=1', 'unit')).body.figures).toEqual(draft.figures);
    expect((await call('get', '', 'unit')).body.items).toMatchObject([{ month: '2018-10', draft: null, issued: [{ version: 1 }, { version: 2, reason: '补计一件' }] }]);
  });

  it('[Art. 10, 21] says the same in every format, without a number that could be a phone, without a formula', async () => {
    const pdf = (await file('/2018-10/file?version=1', 'unit')).body as Buffer;
    const docx = (await file('/2018-10/file?version=1&format=docx')).body as Buffer;
    const html = ((await file('/2018-10/file?version=1&format=html')).body as Buffer).toString('utf8');
    const xlsx = (await file('/2018-10/file?version=1&format=xlsx')).body as Buffer;
    const json = JSON.stringify((await call('get', '/2018-10?version=1')).body);
    const texts = [await pdfText(pdf), await docxText(docx), html.replace(/<[^>]+>/g, '').replace(/\s+/g, '')];
    const wanted = ['元谋县12345政府热线受理情况通报', '〔2018〕第1期', '（2018年10月）', '收到群众诉求13件，环比+85.7%，同比+550.0%', '各渠道诉求量', '11/12（91.7%）', '元马镇', '县水务局', late, '乡镇排名（按满意率）', '签发人：王主任', '2018年11月2日'];
    for (const text of texts) expect(wanted.filter((each) => !text.includes(each))).toEqual([]);
    for (const text of [...texts, json, await zippedText(docx), await zippedText(xlsx)]) expect(text).not.toMatch(/13987654321|欧阳/);
    expect(pdf.toString('latin1')).not.toContain('13987654321');
    expect(html).not.toMatch(/<script/);
    const book = new exceljs.Workbook();
    await book.xlsx.load(xlsx as unknown as Parameters<typeof book.xlsx.load>[0]);
    const formulas: string[] = [];
    for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => (cell.formula || /^[=+@-]/.test(String(cell.value)) ? formulas.push(cell.address) : undefined)));
    expect(formulas).toEqual([]);
    expect([2, 3].map((row) => book.getWorksheet('超期')?.getRow(row).getCell(1).value)).toEqual([answeredLate, late]);
  });

  it('[Art. 21] shows when the stored figures of an issue are no longer those that were signed', async () => {
    await service.sql(`update bulletin_figures set figures = jsonb_set(figures, '{totals,received,count}', '99') where month = '2018-10' and version = 1`);
    expect((await call('get', '/2018-10?version=1', 'unit')).body.intact).toBe(false);
    expect((await call('get', '/2018-10?version=2', 'unit')).body.intact).toBe(true);
  });

  it.each([
    ['get', '/2018-13', 400, undefined],
    ['get', '/2018-09', 404, undefined],
    ['get', '/2018-10/file?format=exe', 400, undefined],
    ['get', '/2018-10?version=9', 404, undefined],
    ['post', '/2018-10/draft', 400, { rankBy: 'moon' }],
    ['post', '/2018-10/draft', 400, { figures: {} }],
    ['post', '/2018-10/issue', 400, { hash: 'rubbish', issuer: '王主任' }],
    ['post', '/2018-08/issue', 409, { hash: '0'.repeat(64), issuer: '王主任' }],
  ] as const)('[Art. 21] refuses %s %s with %i', async (method, path, status, body) => {
    expect((await call(method, path, 'supervisor', body)).status).toBe(status);
  });

  it('[Art. 21, 22] ranks by the scores of the month once they are shown and complete, by satisfaction before', async () => {
    const api = async (path: string, body: object = {}, role = 'supervisor'): Promise<Response> =>
      request(service.server).post(`/appraisal/v1/periods${path}`).set('Authorization', await service.as(role)).send(body);
    const ranking = async () => (answered(await call('post', '/2018-10/draft', 'analyst', { reason: '核对排名' })) as { figures: { ranking: { by: string; measure: string; kinds: { placed: { unit: string; value: number }[] }[] } } }).figures.ranking;
    await api('', { period: '2018-10' });
    await api('/2018-10@1/preview');
    expect(answered(await call('get', '/2018-10'))).toMatchObject({ figures: { ranking: { by: '满意率', measure: 'ratio' } } });
    expect((await call('post', '/2018-10/draft', 'analyst', { reason: '核对排名' })).body).toMatchObject({ code: 'nothing-to-correct' });
    const shown = await request(service.server).get('/appraisal/v1/periods/2018-10@1/scores?limit=200').set('Authorization', await service.as('supervisor'));
    const units = (shown.body as { items: { unit: string }[] }).items.map(({ unit }) => unit);
    const items = units.flatMap((unit) => ['leader-in-charge', 'liaison-and-duty', 'rules-and-knowledge'].map((item) => ({ unit, item, points: 5, evidence: '检查记录' })));
    expect((await api('/2018-10@1/manual-scores', { items })).status).toBe(200);
    const byScore = await ranking();
    expect(byScore).toMatchObject({ by: '考核得分', measure: 'points' });
    const values = byScore.kinds.map(({ placed }) => placed.map(({ value }) => value));
    expect(values.flat().length).toBeGreaterThan(1);
    for (const placed of values) expect(placed).toEqual(placed.toSorted((a, b) => b - a));
    expect(await pdfText((await file('/2018-10/file?format=pdf&version=3')).body as Buffer)).toContain('按考核得分');
  });

  it('[Art. 18, 21] counts no void dispatch as sent, closed, handled by a unit or overdue', async () => {
    const day = '2018-06-12';
    const [standing, closed, overdue] = [october.ticket({ day, unit: 'YM-SWJ' }), october.ticket({ day, unit: 'YM-JTYSJ' }), october.ticket({ day, unit: 'YM-JTYSJ', late: true })];
    const withdrawn = [closed, overdue].map(({ ticketId }) => service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 9, at: Date.UTC(2018, 5, 13) }, { ticketId, dispatchNo: 1, withdrawnAt: '2018-06-13T00:00:00.000Z' }));
    const all = [...withdrawn, ...standing.events, ...closed.events, ...overdue.events];
    await service.tell(...all, ...withdrawn);
    await eventually(async () => expect(await service.sql('select 1 from inbox where event_id = any($1::uuid[])', [all.map(({ id }) => id)])).toHaveLength(all.length));
    const { totals, units, overdue: listed } = (answered(await call('post', '/2018-06/draft', 'analyst', {})) as { figures: { totals: Record<string, { count: number }>; units: { code: string; count: number; monthBefore: number; yearBefore: number }[]; overdue: unknown[] } }).figures;
    expect([totals['received']?.count, totals['dispatched']?.count, totals['closed']?.count, line(units, 'YM-SWJ'), line(units, 'YM-JTYSJ'), listed]).toEqual([3, 1, 1, [1, 0, 0], undefined, []]);
  });

  it('[Art. 12, 21] counts neither a recalled dispatch nor one that came back of a ticket that was declined as sent, in whatever order that is told', async () => {
    const day = '2018-04-12';
    const [kept, recalled, declined] = [october.ticket({ day, unit: 'YM-SWJ' }), october.ticket({ day, unit: 'YM-JTYSJ', late: true }), october.ticket({ day, unit: 'YM-JTYSJ', late: true })];
    const later = { at: Date.UTC(2018, 3, 13), version: 9 };
    const ends = [
      service.event(ticketDispatchWithdrawnV1, { subject: recalled.ticketId, ...later }, { ticketId: recalled.ticketId, dispatchNo: 1, reason: 'recalled', withdrawnAt: '2018-04-13T00:00:00.000Z' }),
      service.event(ticketReturnDecidedV1, { subject: declined.ticketId, ...later }, { ticketId: declined.ticketId, dispatchNo: 1, unit: 'YM-JTYSJ', accepted: true, decidedAt: '2018-04-13T00:00:00.000Z' }),
      service.event(ticketDeclinedV1, { subject: declined.ticketId, ...later }, { ticketId: declined.ticketId, ground: 'civil-dispute-or-legal-procedure', declinedAt: '2018-04-13T01:00:00.000Z', afterAcceptance: true }),
    ];
    const all = [...ends.toReversed(), ...kept.events, ...recalled.events, ...declined.events];
    await service.tell(...all, ...ends);
    await eventually(async () => expect(await service.sql('select 1 from inbox where event_id = any($1::uuid[])', [all.map(({ id }) => id)])).toHaveLength(all.length));
    const { totals, units } = (answered(await call('post', '/2018-04/draft', 'analyst', {})) as { figures: { totals: Record<string, { count: number }>; units: { code: string; count: number; monthBefore: number; yearBefore: number }[] } }).figures;
    expect([totals['received']?.count, totals['dispatched']?.count, totals['declined']?.count, line(units, 'YM-SWJ'), line(units, 'YM-JTYSJ')]).toEqual([3, 1, 1, [1, 0, 0], undefined]);
  });
});
