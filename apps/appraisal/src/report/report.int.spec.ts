import { randomUUIDv7 as newId } from 'node:crypto';
import request, { type Response } from 'supertest';
import { archiveDisposedV1, calendarPublishedV1, ticketDispatchedV1, ticketDispatchWithdrawnV1, ticketVisitedV1, type CloudEvent } from '@hotline/contracts';
import { instantOf, type Instant } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { October } from '../../spec/october.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';

const UNIT = 'YM-SWJ';
const clock: { at: Instant } = { at: instantOf('2018-10-10T09:00:00+08:00') };
let service: ServiceUnderTest;
let october: October;

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({
    name: 'appraisal',
    schema: APPRAISAL_CONFIG,
    moduleOf: (config) => AppraisalModule.forRoot(config),
    persistence: APPRAISAL_PERSISTENCE,
    clock: { now: () => clock.at },
  });
  october = new October(service);
  // of the national notice of 2018 only what follows October 10 matters here: nothing
  const year = (version: number, daysOff: { date: string; reason: string }[]) =>
    service.event(calendarPublishedV1, { subject: 'national:2018', version, at: Date.UTC(2017, 11, version) }, { layer: 'national', year: 2018, version, source: '国务院办公厅通知', publishedBy: '时限管理员', publishedAt: `2017-12-0${version}T00:00:00.000Z`, daysOff, daysWorked: [] });
  await service.tell(year(1, []), ...october.units(), year(1, []));
  await eventually(async () => expect(await service.sql('select 1 from calendar_year')).toHaveLength(1));
  await eventually(async () => expect(await service.sql('select 1 from unit_fact')).toHaveLength(5));
});
afterAll(() => service.stop());

async function call(method: 'get' | 'post', path: string, role: string, body?: object): Promise<Response> {
  const sent = request(service.server)[method](`/appraisal/v1/reports${path}`).set('Authorization', await service.as(...(role.split('@') as [string, string?])));
  return body ? sent.send(body) : sent;
}

function visited(ticketId: string, round: number, satisfaction: 'satisfied' | 'dissatisfied', unit = UNIT): CloudEvent {
  const at = Date.parse(`2018-10-10T0${round}:00:00Z`);
  return service.event(ticketVisitedV1, { subject: ticketId, version: round + 10, at }, { ticketId, visitId: `${ticketId}:${round}`, dispatchNo: round, round, unit, basis: 'sampled', reached: true, solved: satisfaction === 'satisfied', satisfaction, visitedAt: new Date(at).toISOString() });
}

function dispatched(ticketId: string, lead: string): CloudEvent {
  const at = Date.parse('2018-10-09T01:00:00Z');
  return service.event(ticketDispatchedV1, { subject: ticketId, version: 1, at }, {
    ...{ ticketId, dispatchNo: 1, round: 1, category: 'help', mode: 'transfer', lead, assisting: [], supervisedGround: null },
    ...{ ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: new Date(at).toISOString() },
  });
}

function disposed(ticketId: string): CloudEvent {
  const at = Date.UTC(2020, 11, 1, 1);
  return service.event(archiveDisposedV1, { subject: `archive:${ticketId}`, version: 1, at }, { ticketId, certificateNo: 'XH-2020-001', disposedAt: new Date(at).toISOString() });
}

function withdrawnDispatch(ticketId: string, dispatchNo: number): CloudEvent {
  return service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 20 + dispatchNo, at: Date.UTC(2018, 9, 10, 5) }, { ticketId, dispatchNo, withdrawnAt: '2018-10-10T05:00:00.000Z' });
}

async function handled(...events: CloudEvent[]): Promise<void> {
  const ids = [...new Set(events.map(({ id }) => id))];
  await eventually(async () => expect(await service.sql('select 1 from inbox where event_id = any($1::uuid[])', [ids])).toHaveLength(ids.length));
}

type Item = { reportId: string; kind: string; status: string; unit: string; cause: string; dueOn: string; ticketIds: string[]; topicId: string | null };
const about = async (id: string): Promise<Item[]> => ((await call('get', '?limit=200', 'supervisor')).body.items as Item[]).filter((item) => item.topicId === id || item.ticketIds.includes(id));

describe('report duties', () => {
  it('[Art. 21] a second dissatisfied round obliges the unit once, in working days, however often and in whatever order it is told', async () => {
    const ticketId = newId();
    const events = [visited(ticketId, 2, 'dissatisfied'), visited(ticketId, 1, 'dissatisfied')];
    await service.tell(...events, ...events.toReversed(), visited(ticketId, 3, 'dissatisfied'));
    await handled(...events);
    await eventually(async () => expect(await about(ticketId)).toMatchObject([{ kind: 'research', unit: UNIT, cause: 'repeatedly-dissatisfied', dueOn: '2018-10-31' }]));
    const told = (await service.told()).filter(({ type, data }) => type === 'hotline.report.due.v1' && (data as Item).ticketIds.includes(ticketId));
    expect(told.map(({ data }) => data)).toMatchObject([{ report: 'research', unit: UNIT, cause: 'repeatedly-dissatisfied', dueOn: '2018-10-31', dutyAt: '2018-10-10T02:00:00.000Z' }]);
  });

  it.each([[[2, 3]], [[3, 2]], [[3, 2, 3, 2]]])('[Art. 21] the earliest dissatisfied visit says whose report it is, told in the order %j; the due date stays as told', async (rounds) => {
    const ticketId = newId();
    const events = new Map([2, 3].map((round) => [round, visited(ticketId, round, 'dissatisfied', round === 2 ? '532328101' : UNIT)]));
    for (const round of rounds) {
      const event = events.get(round) as CloudEvent;
      await service.tell(event);
      await handled(event);
    }
    await eventually(async () => expect(await about(ticketId)).toMatchObject([{ unit: '532328101', cause: 'repeatedly-dissatisfied', dueOn: '2018-10-31', dutyAt: '2018-10-10T02:00:00.000Z' }]));
    const told = (await service.told()).filter(({ type, data }) => type === 'hotline.report.due.v1' && (data as Item).ticketIds.includes(ticketId));
    expect(told.map(({ version, data }) => [version, (data as Item).unit])).toEqual(rounds[0] === 2 ? [[1, '532328101']] : [[1, UNIT], [2, '532328101']]);
  });

  it.each([
    ['visits first', (visits: CloudEvent[], withdrawals: CloudEvent[]) => [...visits, ...withdrawals, ...visits]],
    ['the withdrawal first, all twice', (visits: CloudEvent[], withdrawals: CloudEvent[]) => [...withdrawals, ...visits, ...visits.toReversed(), ...withdrawals]],
  ])('[Art. 18, 21] what was said of a dispatch that turns out void obliges nobody: %s', async (_, order) => {
    const [one, both] = [newId(), newId()];
    const void1 = [withdrawnDispatch(one, 2), withdrawnDispatch(both, 2)];
    const visits = [visited(one, 2, 'dissatisfied'), visited(both, 2, 'dissatisfied'), visited(both, 3, 'dissatisfied', '532328101')];
    for (const event of order(visits, void1)) {
      await service.tell(event);
      await handled(event);
    }
    await eventually(async () => {
      expect((await about(one)).filter(({ status }) => status !== 'withdrawn')).toEqual([]);
      expect(await about(both)).toMatchObject([{ status: 'due', unit: '532328101', dutyAt: '2018-10-10T03:00:00.000Z', baselessSince: null }]);
    });
    const reports = new Set((await about(one)).map(({ reportId }) => reportId));
    const told = (await service.told()).filter(({ subject }) => reports.has(subject));
    expect(told.map(({ type, version }) => `${version} ${type}`)).toEqual(reports.size === 0 ? [] : ['1 hotline.report.due.v1', '2 hotline.report.withdrawn.v1']);
  });

  it('[Art. 18, 21] a withdrawn report is not owed, cannot be submitted and is in no list of what is overdue', async () => {
    const ticketId = newId();
    const events = [visited(ticketId, 2, 'dissatisfied', '532328103'), withdrawnDispatch(ticketId, 2)];
    for (const event of events) {
      await service.tell(event);
      await handled(event);
    }
    await eventually(async () => expect(await about(ticketId)).toMatchObject([{ status: 'withdrawn', baselessSince: expect.stringContaining('2018-10-') }]));
    const [withdrawn] = await about(ticketId);
    const words = { text: '经调研，系管网老化所致。', documentNumber: '元水发〔2018〕12号' };
    expect((await call('post', `/${withdrawn?.reportId}/submission`, 'unit@532328103', words)).body.code).toBe('report-withdrawn');
    expect((await call('get', '?status=withdrawn&unit=532328103', 'supervisor')).body.items).toHaveLength(1);
  });

  it('[Art. 18, 21] a topic of which too little stands obliges nobody any more', async () => {
    const topicId = newId();
    const tickets = Array.from({ length: 11 }, newId);
    const founded = [...tickets.map((ticketId) => dispatched(ticketId, UNIT)), october.topic(topicId, 1, tickets)];
    await service.tell(...founded);
    await handled(...founded);
    await eventually(async () => expect((await about(topicId)).map(({ kind, status }) => [kind, status]).toSorted()).toEqual([['research', 'due'], ['special', 'due']]));
    const gone = tickets.slice(0, 2).map((ticketId) => withdrawnDispatch(ticketId, 1));
    await service.tell(...gone, ...gone);
    await handled(...gone);
    await eventually(async () => expect((await about(topicId)).map(({ kind, status }) => [kind, status]).toSorted()).toEqual([['research', 'withdrawn'], ['special', 'due']]));
    const smaller = october.topic(topicId, 2, tickets.slice(0, 5));
    await service.tell(smaller, smaller);
    await handled(smaller);
    await eventually(async () => expect((await about(topicId)).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']));
  });

  it('[Art. 20, 21] a report loses its words with a file that it rests on, told twice and whenever; number, times and decision stay', async () => {
    const [ticketId, other] = [newId(), newId()];
    const words = { text: '经调研，欧阳靖琬家的管网老化。', documentNumber: '元水发〔2018〕15号' };
    const { body } = await call('post', '', 'supervisor', { unit: UNIT, cause: 'sensitive', ticketIds: [ticketId, other] });
    await call('post', `/${body.reportId}/submission`, `unit@${UNIT}`, words);
    await call('post', `/${body.reportId}/send-back`, 'supervisor', { reason: '欧阳靖琬一户未写明' });
    await call('post', `/${body.reportId}/submission`, `unit@${UNIT}`, words);
    expect((await call('post', `/${body.reportId}/acceptance`, 'supervisor')).body).toMatchObject({ status: 'accepted', disposedAt: null, retainUntil: expect.stringMatching(/^2020-/) });
    const gone = disposed(ticketId);
    await service.tell(gone, gone, disposed(newId()));
    await handled(gone);
    const emptied = { text: '', documentNumber: words.documentNumber, at: expect.any(String) };
    await eventually(async () => expect((await call('get', `/${body.reportId}`, 'auditor')).body).toMatchObject({ status: 'accepted', disposedAt: '2020-12-01T01:00:00.000Z', submissions: [emptied, emptied], sentBack: [{ reason: '' }] }));
    const kept = [await service.sql('select * from report'), await service.sql('select * from idempotency_key'), await service.sql('select * from audit_entry'), await service.told()];
    expect(kept.map((each) => JSON.stringify(each)).filter((text) => text.includes('欧阳靖琬'))).toEqual([]);
  });

  it.each([
    ['after', (visits: CloudEvent[], gone: CloudEvent[]) => [...visits, ...gone, ...visits]],
    ['before', (visits: CloudEvent[], gone: CloudEvent[]) => [...gone, ...gone, ...visits]],
  ])('[Art. 20, 21] nobody owes a report on a file that is gone, told %s the visit that obliges', async (_, order) => {
    const ticketId = newId();
    for (const event of order([visited(ticketId, 2, 'dissatisfied'), visited(ticketId, 3, 'dissatisfied')], [disposed(ticketId)])) {
      await service.tell(event);
      await handled(event);
    }
    await eventually(async () => expect(await about(ticketId)).toMatchObject([{ status: 'withdrawn', disposedAt: '2020-12-01T01:00:00.000Z' }]));
    const [withdrawn] = await about(ticketId);
    expect((await service.told()).filter(({ subject }) => subject === withdrawn?.reportId).at(-1)?.type).toBe('hotline.report.withdrawn.v1');
  });

  it('[Art. 18, 21] a withdrawn dispatch shows nobody’s field', async () => {
    const topicId = newId();
    const tickets = Array.from({ length: 11 }, newId);
    const withdrawn = tickets.map((ticketId) => service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 2, at: Date.UTC(2018, 9, 9, 2) }, { ticketId, dispatchNo: 1, withdrawnAt: '2018-10-09T02:00:00.000Z' }));
    const events = [...withdrawn, ...tickets.map((ticketId) => dispatched(ticketId, UNIT)), october.topic(topicId, 1, tickets)];
    await service.tell(...withdrawn, ...withdrawn);
    await handled(...withdrawn);
    await service.tell(...events);
    await handled(...events);
    expect((await about(topicId)).map(({ kind, unit }) => [kind, unit])).toEqual([['special', 'county']]);
  });

  it('[Art. 21] content or a first round obliges to nothing', async () => {
    const ticketId = newId();
    const events = [visited(ticketId, 1, 'dissatisfied'), visited(ticketId, 2, 'satisfied')];
    await service.tell(...events);
    await handled(...events);
    expect(await about(ticketId)).toEqual([]);
  });

  it.each([
    ['dispatches first', (topics: CloudEvent[], dispatches: CloudEvent[]) => [...dispatches, ...topics]],
    ['the topic first, backwards and twice', (topics: CloudEvent[], dispatches: CloudEvent[]) => [...topics.toReversed(), ...dispatches.toReversed(), ...topics]],
  ])('[Art. 21] a concentrated topic obliges county and unit once each: %s', async (_, order) => {
    const topicId = newId();
    const tickets = Array.from({ length: 11 }, newId);
    const topics = [october.topic(topicId, 1, tickets.slice(0, 9)), october.topic(topicId, 2, tickets)];
    const dispatches = tickets.map((ticketId, index) => dispatched(ticketId, index === 0 ? '532328101' : UNIT));
    await service.tell(...order(topics, dispatches));
    await handled(...topics, ...dispatches);
    await eventually(async () => expect((await about(topicId)).map(({ kind, unit, dueOn, ticketIds }) => [kind, unit, dueOn, ticketIds.length]).toSorted()).toEqual([['research', UNIT, '2018-10-31', 10], ['special', 'county', '2018-10-24', 11]]));
  });

  it('[Art. 21] is submitted, sent back, submitted again and accepted; each submission is told', async () => {
    const { body } = await call('post', '', 'supervisor', { unit: UNIT, cause: 'sensitive', ticketIds: [newId()] });
    expect(body).toMatchObject({ kind: 'research', status: 'due', cause: 'sensitive', dueOn: '2018-10-31', overdue: false, provisional: false });
    const words = { text: '经调研，系管网老化所致。', documentNumber: '元水发〔2018〕12号' };
    const path = `/${body.reportId}`;
    expect((await call('post', `${path}/submission`, 'unit@532328101', words)).status).toBe(404);
    expect((await call('post', `${path}/submission`, 'supervisor', words)).body.code).toBe('report-of-another');
    expect((await call('post', `${path}/submission`, `unit@${UNIT}`, { ...words, text: ' ' })).status).toBe(400);
    expect((await call('post', `${path}/acceptance`, 'supervisor')).body.code).toBe('report-not-submitted');
    expect((await call('post', `${path}/submission`, `unit@${UNIT}`, words)).body.status).toBe('submitted');
    expect((await call('post', `${path}/send-back`, 'supervisor', { reason: '缺少整改措施' })).body.status).toBe('sent-back');
    expect((await call('post', `${path}/submission`, `leader@${UNIT}`, words)).body.status).toBe('submitted');
    expect((await call('post', `${path}/acceptance`, `unit@${UNIT}`)).status).toBe(403);
    expect((await call('post', `${path}/acceptance`, 'supervisor')).body).toMatchObject({ status: 'accepted', submissions: [words, words], sentBack: [{ reason: '缺少整改措施' }] });
    const told = (await service.told()).filter(({ subject }) => subject === body.reportId);
    expect(told.map(({ type, version }) => `${version} ${type}`)).toEqual(['1 hotline.report.due.v1', '2 hotline.report.submitted.v1', '4 hotline.report.submitted.v1']);
    expect(JSON.stringify(told)).not.toContain('管网');
  });

  it('[Art. 21] a unit sees its own; what is owed beyond its date is listed as overdue, and the same matter is not raised twice', async () => {
    const raised = { unit: '532328102', cause: 'strong', ticketIds: [newId()] };
    const { body } = await call('post', '', 'supervisor', raised);
    expect((await call('post', '', 'supervisor', raised)).body.code).toBe('report-already-due');
    expect((await call('get', `/${body.reportId}`, `unit@${UNIT}`)).status).toBe(404);
    expect((await call('get', '', 'unit@532328102')).body.items.map((item: Item) => item.reportId)).toEqual([body.reportId]);
    const overdue = async (): Promise<string[]> => (await call('get', '?overdue=true&unit=532328102', 'supervisor')).body.items.map((item: Item) => item.reportId);
    clock.at = instantOf('2018-10-31T23:59:00+08:00');
    expect(await overdue()).toEqual([]);
    clock.at = instantOf('2018-11-01T00:00:00+08:00');
    expect(await overdue()).toEqual([body.reportId]);
    const words = { text: '已约谈施工单位。', documentNumber: '元住建发〔2018〕12号' };
    expect((await call('post', `/${body.reportId}/submission`, 'unit@532328102', words)).body).toMatchObject({ status: 'submitted', overdue: true });
    clock.at = instantOf('2018-11-05T09:00:00+08:00');
    expect((await call('post', `/${body.reportId}/acceptance`, 'supervisor')).body).toMatchObject({ status: 'accepted', overdue: true });
    expect(await overdue()).toEqual([body.reportId]);
    clock.at = instantOf('2018-10-31T23:59:00+08:00');
    const inTime = (await call('post', '', 'supervisor', { ...raised, ticketIds: [newId()] })).body.reportId as string;
    await call('post', `/${inTime}/submission`, 'unit@532328102', words);
    clock.at = instantOf('2018-12-25T09:00:00+08:00');
    expect((await call('get', `/${inTime}`, 'supervisor')).body).toMatchObject({ status: 'submitted', overdue: false });
    expect(await overdue()).toEqual([body.reportId]);
  });

  it.each([
    [{ unit: 'nobody', cause: 'strong', ticketIds: [newId()] }, 400],
    [{ unit: UNIT, cause: 'concentrated', ticketIds: [newId()] }, 400],
    [{ unit: UNIT, cause: 'strong', ticketIds: [] }, 400],
    [{ unit: UNIT, cause: 'strong', ticketIds: ['x'] }, 400],
  ])('refuses %j with %i', async (body, status) => {
    expect((await call('post', '', 'supervisor', body)).status).toBe(status);
  });
});
