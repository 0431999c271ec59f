import exceljs from 'exceljs';
import request from 'supertest';
import { ticketFollowedUpV1, ticketVisitedV1, unitDutyGapFoundV1, unitLiaisonChangedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { idOf, ticketEvents, unitEvent, type EventMaker } from '../../spec/a-month-of-events.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';

const NOW = Date.UTC(2018, 9, 8, 1);
const ITEMS = { 'leader-in-charge': 8, 'liaison-and-duty': 7, 'rules-and-knowledge': 5 };
const UNITS = ['U-A', 'U-B', 'U-T'];
let service: ServiceUnderTest;
let now = NOW;
const event: EventMaker = (made, about, eventData) => service.event(made, about, eventData);

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({
    name: 'appraisal',
    schema: APPRAISAL_CONFIG,
    moduleOf: (config) => AppraisalModule.forRoot(config),
    persistence: APPRAISAL_PERSISTENCE,
    clock: { now: () => now },
  });
  const tickets = [1, 2, 3, 4, 5, 6].flatMap((n) => [
    ...ticketEvents(event, `a${n}`, { unit: 'U-A', satisfaction: n === 1 ? 'dissatisfied' : 'satisfied' }),
    ...ticketEvents(event, `b${n}`, { unit: 'U-B', verdict: n === 1 ? 'late' : 'on-time' }),
  ]);
  const units = [unitEvent(event, 'U-A', '=HYPERLINK("水务局")', 'department'), unitEvent(event, 'U-B', '住建局', 'department'), unitEvent(event, 'U-T', '元马镇', 'township')];
  await service.tell(...units, ...tickets);
  await eventually(async () => {
    expect(await service.sql('select from visit_fact')).toHaveLength(12);
    expect(await service.sql(`select from clock_fact where verdict <> 'running'`)).toHaveLength(36);
    expect(await service.sql('select from unit_fact')).toHaveLength(3);
  });
});
afterAll(() => service.stop());

async function get(path: string, role = 'supervisor', unit?: string) {
  return request(service.server).get(`/appraisal/v1/${path}`).set('Authorization', await service.as(role, unit));
}
async function post(path: string, body: object = {}, role = 'supervisor', unit?: string) {
  return request(service.server).post(`/appraisal/v1/${path}`).set('Authorization', await service.as(role, unit)).send(body);
}
const scoresFor = (units: readonly string[], points: Readonly<Record<string, number>> = ITEMS) => ({ items: units.flatMap((unit) => Object.entries(points).map(([item, most]) => ({ unit, item, points: most, evidence: '台账齐全' }))) });
const pointsOf = async (periodId: string) => Object.fromEntries(((await get(`periods/${periodId}/scores`)).body.items as { unit: string; points: number }[]).map(({ unit, points }) => [unit, points]));

describe('the appraisal of a month, from opening to freezing', () => {
  it('[Art. 22] is opened by the county, and does not exist for units before the preview', async () => {
    expect((await post('periods', { period: '2018-09' }, 'dispatcher')).status).toBe(403);
    expect((await post('periods', { period: '2018-09' })).body).toMatchObject({ periodId: '2018-09@1', status: 'open', scheme: 'yuanmou-2018@1', from: '2018-09-01', to: '2018-09-30' });
    expect((await post('periods', { period: '2018-09' })).body).toMatchObject({ status: 409, code: 'period-exists' });
    expect((await get('periods/2018-09@1', 'unit', 'U-A')).status).toBe(404);
    expect((await get('periods', 'unit', 'U-A')).body.items).toEqual([]);
    expect((await get('periods/2018-09@1', 'inspector')).status).toBe(200);
  });

  it('[Art. 22] shows each unit its own scores with both terms, and the ranking by kind of unit', async () => {
    expect((await post('periods/2018-09@1/preview')).body).toMatchObject({ status: 'preview', units: [{ code: 'U-A' }, { code: 'U-B' }, { code: 'U-T' }] });
    const own = (await get('periods/2018-09@1/scores', 'unit', 'U-A')).body.items;
    expect(own).toHaveLength(1);
    expect(own[0].items.find((item: { code: string }) => item.code === 'satisfied')).toMatchObject({ weight: 22, rate: 'satisfied', numerator: 5, denominator: 6, ratio: 0.8333, points: 16.3 });
    const { ranking } = (await get('periods/2018-09@1/ranking', 'unit', 'U-A')).body;
    expect(ranking.department.ranked.map((line: { unit: string; place: number }) => [line.place, line.unit])).toEqual([[1, 'U-B'], [2, 'U-A']]);
    expect(ranking.township).toMatchObject({ ranked: [], apart: [{ unit: 'U-T', tickets: 0 }] });
  });

  it('[Art. 22] drills down from a score to the tickets behind it, a unit to its own only', async () => {
    const behind = 'periods/2018-09@1/scores/U-A/items/satisfied/tickets';
    const first = (await get(`${behind}?limit=4`, 'unit', 'U-A')).body;
    const rest = (await get(`${behind}?limit=4&cursor=${first.next}`, 'unit', 'U-A')).body;
    const all = [...first.items, ...rest.items] as { ticketId: string; counted: boolean; number: string }[];
    expect(all.map(({ ticketId }) => ticketId)).toEqual([1, 2, 3, 4, 5, 6].map((n) => idOf(`a${n}`)).sort());
    expect(all.filter(({ counted }) => !counted)).toMatchObject([{ ticketId: idOf('a1'), number: 'YM-a1' }]);
    expect((await get(behind, 'unit', 'U-B')).status).toBe(404);
    expect((await get('periods/2018-09@1/scores/U-A/items/leader-in-charge/tickets')).body).toMatchObject({ code: 'unknown-item' });
  });

  it('[Art. 22] takes manual scores with evidence, all of a list or none', async () => {
    const bad = scoresFor(['U-A'], { 'leader-in-charge': 8, 'liaison-and-duty': 7.01 });
    expect((await post('periods/2018-09@1/manual-scores', bad)).body).toMatchObject({ status: 422, code: 'points-out-of-range', errors: [{ field: 'items.1.points' }] });
    expect((await get('periods/2018-09@1')).body.manual).toEqual([]);
    expect((await post('periods/2018-09@1/signatures/county')).body).toMatchObject({ code: 'manual-scores-missing' });
    expect((await post('periods/2018-09@1/manual-scores', scoresFor(UNITS))).body.manual).toHaveLength(9);
    expect(await pointsOf('2018-09@1')).toEqual({ 'U-A': 91.12, 'U-B': 92.5, 'U-T': 100 });
  });

  it('[Art. 22] lets a unit appeal, and an upheld appeal takes the ticket out of that item alone', async () => {
    const ticketId = idOf('a1');
    expect((await post('periods/2018-09@1/appeals', { item: 'satisfied', ticketId, reason: '误评' }, 'unit', 'U-B')).body).toMatchObject({ code: 'ticket-not-counted' });
    const { appealId } = (await post('periods/2018-09@1/appeals', { item: 'satisfied', ticketId, reason: '群众误评' }, 'leader', 'U-A')).body;
    expect((await post('periods/2018-09@1/signatures/county')).body).toMatchObject({ code: 'appeals-undecided' });
    expect((await get('periods/2018-09@1/appeals', 'unit', 'U-B')).body.items).toEqual([]);
    expect((await post(`periods/2018-09@1/appeals/${appealId}/decision`, { upheld: true, reason: '录音核实' }, 'unit', 'U-A')).status).toBe(403);
    expect((await post(`periods/2018-09@1/appeals/${appealId}/decision`, { upheld: true, reason: '录音核实' })).status).toBe(200);
    expect(await pointsOf('2018-09@1')).toMatchObject({ 'U-A': 96.82, 'U-B': 92.5 });
    expect((await get('periods/2018-09@1/appeals', 'unit', 'U-A')).body.items).toMatchObject([{ appealId, decision: { upheld: true, reason: '录音核实' } }]);
    const behind = (await get('periods/2018-09@1/scores/U-A/items/satisfied/tickets')).body.items as { ticketId: string; excluded: boolean }[];
    expect(behind.filter(({ excluded }) => excluded).map((each) => each.ticketId)).toEqual([ticketId]);
  });

  it('[Art. 22] is frozen under a hash by the signatures of both bodies, and told to the others', async () => {
    now = Date.UTC(2018, 8, 30, 15, 59);
    expect((await post('periods/2018-09@1/signatures/county')).body).toMatchObject({ code: 'period-not-over' });
    now = NOW;
    expect((await post('periods/2018-09@1/signatures/office', {}, 'inspector')).body).toMatchObject({ code: 'not-county-signed' });
    expect((await post('periods/2018-09@1/signatures/office', {}, 'supervisor')).status).toBe(403);
    expect((await post('periods/2018-09@1/signatures/county')).body).toMatchObject({ status: 'county-signed' });
    expect((await post('periods/2018-09@1/sending-back', { reason: '第三项依据不足' }, 'inspector')).body).toMatchObject({ status: 'preview', signatures: [] });
    const { revision } = (await post('periods/2018-09@1/signatures/county')).body;
    const stale = request(service.server).post('/appraisal/v1/periods/2018-09@1/signatures/office').set('Authorization', await service.as('inspector')).set('If-Match', `"v${revision - 1}"`);
    expect((await stale).status).toBe(412);
    const { body } = await post('periods/2018-09@1/signatures/office', {}, 'inspector');
    expect(body).toMatchObject({ status: 'frozen', hash: expect.stringMatching(/^[0-9a-f]{64}$/), signatures: [{ body: 'county' }, { body: 'office' }] });
    expect((await service.told()).filter(({ type }) => type === 'hotline.appraisal.period-frozen.v1')).toMatchObject([{ subject: '2018-09', version: 1, data: { from: '2018-09-01', to: '2018-09-30', scheme: 'yuanmou-2018@1', hash: body.hash } }]);
  });

  it('[Art. 22] changes no more once frozen, neither by a command nor in the database', async () => {
    for (const [path, body] of [['preview', {}], ['manual-scores', scoresFor(['U-A'])], ['exclusions', { unit: 'U-A', ticketId: idOf('a2'), reason: '迟来' }]] as const) {
      expect((await post(`periods/2018-09@1/${path}`, body)).body).toMatchObject({ status: 409, code: 'period-frozen' });
    }
    await expect(service.sql(`update appraisal_period set status = 'open'`)).rejects.toThrow('frozen appraisal period does not change');
    await expect(service.sql(`delete from period_counted`)).rejects.toThrow('does not change');
    await expect(service.sql(`update period_counted set hit = true`)).rejects.toThrow('does not change');
  });

  it('[Art. 22] recomputes equal, and names what came after the freeze without changing it', async () => {
    expect((await get('periods/2018-09@1/comparison')).body).toMatchObject({ equal: true, unequalUnits: [], since: [] });
    const late = { ticketId: idOf('b1'), visitId: 'late', dispatchNo: 1, round: 1, unit: 'U-B', basis: 'sampled', reached: true, solved: false, satisfaction: 'dissatisfied' as const, visitedAt: '2018-09-29T01:00:00.000Z' };
    const before = await pointsOf('2018-09@1');
    await service.tell(service.event(ticketVisitedV1, { subject: idOf('b1'), version: 9, at: NOW }, { ...late, dispatchNo: 2 }));
    await eventually(async () => expect((await get('periods/2018-09@1/comparison')).body.since).toHaveLength(2));
    expect((await get('periods/2018-09@1/comparison')).body).toMatchObject({ equal: true, since: [{ thing: { rate: 'satisfied', unit: 'U-B', ticketId: idOf('b1'), dispatchNo: 2 }, before: 'absent', now: 'counted' }, { thing: { rate: 'solved' } }] });
    expect(await pointsOf('2018-09@1')).toEqual(before);
  });

  it('[Art. 10, 22] exports places, points and terms as CSV and xlsx, without tickets, and no name becomes a formula', async () => {
    const csv = await get('periods/2018-09@1/export?format=csv', 'analyst');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')[2]).toContain(`县级部门,1,U-A,"'=HYPERLINK(""水务局"")",6,96.82`);
    expect(csv.text).not.toContain(idOf('a1'));
    const answered = await request(service.server).get('/appraisal/v1/periods/2018-09@1/export?format=xlsx').set('Authorization', await service.as('analyst')).buffer().parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(answered.body as never); // exceljs is typed for an older Buffer
    expect(workbook.worksheets[0]?.getRow(4).values).toMatchObject({ 1: '县级部门', 2: 2, 3: 'U-B', 4: '住建局', 6: 92.5 });
  });

  it('[Art. 22] is corrected in a new version with a reason, which keeps the old one', async () => {
    expect((await post('periods', { period: '2018-09' })).body).toMatchObject({ code: 'correction-reason-missing' });
    expect((await post('periods', { period: '2018-09', correction: '迟到的回访' })).body).toMatchObject({ periodId: '2018-09@2', status: 'open', version: 2, manual: { length: 9 } });
    await post('periods/2018-09@2/preview');
    expect((await pointsOf('2018-09@2'))['U-B']).toBeLessThan((await pointsOf('2018-09@1'))['U-B'] ?? 0);
    expect((await get('periods', 'unit', 'U-A')).body.items).toMatchObject([{ periodId: '2018-09@2', status: 'preview' }, { periodId: '2018-09@1', status: 'frozen' }]);
  });
});

describe('beside the months', () => {
  it('[Art. 22] a year takes its manual scores from its frozen months', async () => {
    await post('periods', { period: '2018' });
    expect((await post('periods/2018@1/preview')).body).toMatchObject({ code: 'months-not-frozen' });
    await post('periods/2018-09@2/signatures/county');
    expect((await post('periods/2018-09@2/signatures/office', {}, 'inspector')).body).toMatchObject({ status: 'frozen', version: 2 });
    expect((await post('periods/2018@1/preview')).body).toMatchObject({ kind: 'year', status: 'preview', manual: { length: 9 }, exclusions: [{ ticketId: idOf('a1') }] });
    expect((await post('periods/2018@1/manual-scores', scoresFor(['U-A']))).body).toMatchObject({ code: 'derived-from-months' });
  });

  it('[reading §2.5] a month with a running provisional deadline is not signed', async () => {
    await service.tell(...ticketEvents(event, 'p1', { unit: 'U-A', verdict: 'running', dueOn: '2018-07-20', provisional: true }));
    await eventually(async () => expect(await service.sql('select from clock_fact where provisional')).toHaveLength(1));
    await post('periods', { period: '2018-07' });
    await post('periods/2018-07@1/preview');
    await post('periods/2018-07@1/manual-scores', scoresFor(UNITS));
    expect((await post('periods/2018-07@1/signatures/county')).body).toMatchObject({ code: 'provisional-deadlines', detail: expect.stringContaining('1 个') });
  });

  it('[Art. 5, 17, 23] evidence for people to score by comes from the record, for a unit its own, with all that one follow-up found', async () => {
    const at = (subject: string) => ({ subject, version: 1, at: NOW });
    const followedUp = ['a1', 'a2'].map(idOf).toSorted();
    await service.tell(
      service.event(unitDutyGapFoundV1, at('U-A'), { unit: 'U-A', date: '2018-09-08', foundAt: '2018-09-09T01:00:00.000Z' }),
      service.event(unitLiaisonChangedV1, at('U-B'), { changeId: idOf('change'), unit: 'U-B', changedOn: '2018-09-01', reportedOn: '2018-09-25', workingDays: 16, late: true }),
      ...followedUp.map((ticketId) => service.event(ticketFollowedUpV1, at(ticketId), { ticketId, followUpId: idOf('f'), way: 'on-site-inspection', dispatchNo: 1, unit: 'U-A', finding: 'not-handled', foundAt: '2018-09-26T01:00:00.000Z' })),
    );
    await eventually(async () => {
      expect((await get('periods/2018-09@1/evidence')).body.items).toMatchObject([
        { unit: 'U-A', dutyGaps: ['2018-09-08'], followUps: followedUp.map((ticketId) => ({ followUpId: idOf('f'), ticketId, finding: 'not-handled' })) },
        { unit: 'U-B', dutyGaps: [], liaisonChanges: [{ workingDays: 16, late: true, changedOn: '2018-09-01' }] },
      ]);
    });
    expect((await get('periods/2018-09@1/evidence', 'unit', 'U-B')).body.items).toMatchObject([{ unit: 'U-B' }]);
  });

  it.each<[string, object, number]>([
    ['periods', { period: '2018-13' }, 422],
    ['periods', {}, 400],
    ['periods/2018-09@1/manual-scores', { items: [] }, 400],
    ['periods/2018-09@1/manual-scores', { items: [{ unit: 'U-A', item: 'leader-in-charge', points: 1.005, evidence: '齐' }] }, 400],
    ['periods/2018-09@1/manual-scores', { items: [{ unit: 'U-A', item: 'leader-in-charge', points: 'many', evidence: '齐' }] }, 400],
    ['periods/2018-09@1/exclusions', { unit: 'U-A', ticketId: 'rubbish', reason: '齐' }, 400],
    ['periods/rubbish@x/preview', {}, 404],
    ['periods/2018-09@1/preview', { field: 1 }, 400],
  ])('answers rubbish to %s with a problem in Chinese: %j', async (path, body, status) => {
    const answered = await post(path, body);
    expect([answered.status, answered.headers['content-type'], /[\u4e00-\u9fff]/.test(answered.body.detail)]).toEqual([status, expect.stringContaining('application/problem+json'), true]);
  });
});
