import { randomUUIDv7 as newId } from 'node:crypto';
import request, { type Response } from 'supertest';
import { archive } from '@hotline/domain';
import { assertRefusalsCovered } from '@hotline/http';
import { ticketAnsweredV1, ticketClosedV1, ticketDeclinedV1, ticketDispatchedV1, vaultErasedV1, type CloudEvent } from '@hotline/contracts';
import { instantOf, isoOf, type Instant } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { asBytes, pdfText } from '@hotline/testing/papers';
import { ServiceUnderTest } from '@hotline/testing/service';
import { SUPERVISION_CONFIG, type SupervisionConfig } from '../supervision.config.js';
import { SupervisionModule } from '../supervision.module.js';
import { SUPERVISION_PERSISTENCE } from '../supervision.persistence.js';
import { SUPERVISION_REFUSALS } from '../supervision.refusals.js';
import { ARCHIVE_REFUSALS } from './archive.refusals.js';

const UNIT = 'YM-SWJ';
const clock = { at: instantOf('2018-09-20T10:00:00+08:00') };
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<SupervisionConfig>({
    name: 'supervision',
    schema: SUPERVISION_CONFIG,
    moduleOf: (config) => SupervisionModule.forRoot(config),
    persistence: SUPERVISION_PERSISTENCE,
    clock: { now: () => clock.at },
  });
});
afterAll(() => service.stop());

const dispatched = (ticketId: string, dispatchNo: number, at: Instant): CloudEvent =>
  service.event(ticketDispatchedV1, { subject: ticketId, version: dispatchNo * 2, at }, {
    ...{ ticketId, dispatchNo, round: dispatchNo, category: 'help', mode: 'transfer', lead: UNIT, assisting: [], supervisedGround: 'enterprise' },
    ...{ ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: isoOf(at) },
  });
const closed = (ticketId: string, dispatchNo: number, at: Instant): CloudEvent =>
  service.event(ticketClosedV1, { subject: ticketId, version: dispatchNo * 2 + 1, at }, { ticketId, dispatchNo, round: dispatchNo, unit: UNIT, supervised: true, closedAt: isoOf(at) });

async function call(method: 'get' | 'post', path: string, { by = 'supervisor', who = by, name, body, unit }: { by?: string; who?: string; name?: string; body?: object; unit?: string } = {}): Promise<Response> {
  const authorization = `Bearer ${await service.issuer.token({ roles: [by], sub: who, ...(name && { name }), ...(unit && { unit }) })}`;
  const sent = request(service.server)[method](`/supervision/v1/archive/${path}`).set('Authorization', authorization);
  return body ? sent.send(body) : sent;
}

const file = async (ticketId: string): Promise<archive.DisposableFile & Record<string, unknown>> => (await call('get', `files/${ticketId}`)).body as never;
const told = async (subject: string): Promise<unknown[]> => (await service.told()).filter((event) => event.subject === subject).map(({ data }) => data);

/** A ticket that was closed at a moment; answers when its file is known to have ended. */
async function closedAt(moment: string): Promise<string> {
  const ticketId = newId();
  const at = instantOf(moment);
  await service.tell(dispatched(ticketId, 1, at - 3_600_000), closed(ticketId, 1, at));
  await eventually(async () => expect(await file(ticketId)).toMatchObject({ ended: true }));
  return ticketId;
}

interface ShownDisposal {
  readonly disposalId: string;
  readonly ticketIds: readonly string[];
  readonly decision: { readonly certificateNo: string; readonly disposed: readonly string[]; readonly spared: readonly object[] } | null;
}
const propose = async (who = 'zhang'): Promise<ShownDisposal> => (await call('post', 'disposals', { who })).body as ShownDisposal;

it('has a text for each refusal', () => {
  assertRefusalsCovered([...archive.DISPOSAL_REFUSALS, 'no-such-file', 'file-disposed', 'no-such-hold', 'hold-already-lifted'].filter((slug) => !Object.hasOwn(SUPERVISION_REFUSALS, slug)), ARCHIVE_REFUSALS);
});

describe('a file', () => {
  it.each([
    ['in order', [0, 1, 2, 3]],
    ['backwards', [3, 2, 1, 0]],
    ['shuffled and three times', [2, 0, 3, 1, 1, 2, 0, 3, 3, 2, 1, 0]],
  ])('[Art. 20] is kept two years from the last closing, told %s', async (_, order) => {
    const ticketId = newId();
    const [first, second] = [instantOf('2018-09-10T10:00:00+08:00'), instantOf('2018-09-19T23:00:00+08:00')];
    const life = [dispatched(ticketId, 1, first - 1000), closed(ticketId, 1, first), dispatched(ticketId, 2, second - 1000), closed(ticketId, 2, second)];
    await service.tell(...order.map((index) => life[index] as CloudEvent));
    await eventually(async () => expect(await file(ticketId)).toMatchObject({ ended: true, endedAt: isoOf(second), retainUntil: '2020-09-19', lastDispatch: 2 }));
  });

  it('[Art. 20] has no end while a rework runs, and one without any unit ends with its answer or decline', async () => {
    const ticketId = await closedAt('2018-09-10T10:00:00+08:00');
    await service.tell(dispatched(ticketId, 2, instantOf('2018-09-12T10:00:00+08:00')));
    await eventually(async () => expect(await file(ticketId)).toMatchObject({ ended: false, retainUntil: null }));
    const [answered, declined] = [newId(), newId()];
    const at = isoOf(instantOf('2018-09-11T10:00:00+08:00'));
    await service.tell(
      service.event(ticketAnsweredV1, { subject: answered, version: 3, at: clock.at }, { ticketId: answered, answeredAt: at }),
      service.event(ticketDeclinedV1, { subject: declined, version: 2, at: clock.at }, { ticketId: declined, ground: 'emergency', declinedAt: at }),
    );
    await eventually(async () => {
      for (const id of [answered, declined]) expect(await file(id)).toMatchObject({ ended: true, retainUntil: '2020-09-11' });
    });
  });
});

describe('a disposal', () => {
  it('[Art. 20] takes what is past its last day, by two persons, tells every service, and leaves a certificate', async () => {
    const ticketId = await closedAt('2018-09-14T10:00:00+08:00');
    clock.at = instantOf('2020-09-14T23:59:00+08:00');
    expect((await propose()).ticketIds ?? []).not.toContain(ticketId);
    clock.at = instantOf('2020-09-15T00:01:00+08:00');
    const list = await propose();
    expect(list.ticketIds).toContain(ticketId);
    expect((await call('post', `disposals/${list.disposalId}/approval`, { who: 'zhang' })).body).toMatchObject({ status: 409, code: 'proposer-cannot-approve' });
    expect(await told(`archive:${ticketId}`)).toEqual([]);
    const done = (await call('post', `disposals/${list.disposalId}/approval`, { who: 'li', name: '李某某' })).body as ShownDisposal;
    expect(done).toMatchObject({ status: 'approved', decision: { by: 'li', byName: '李某某', spared: [] } });
    const certificateNo = done.decision?.certificateNo ?? '';
    expect(certificateNo).toMatch(/^销毁〔2020〕\d+号$/);
    expect(await told(`archive:${ticketId}`)).toEqual([{ ticketId, certificateNo, disposedAt: isoOf(clock.at) }]);
    const paper = await request(service.server).get(`/supervision/v1/archive/disposals/${list.disposalId}/certificate`).set('Authorization', await service.as('auditor')).buffer(true).parse(asBytes);
    const text = (await pdfText(paper.body as Buffer)).replaceAll(/\s/g, '');
    for (const word of ['档案销毁证明', certificateNo, '提出人zhang', '批准人李某某', ticketId]) expect(text).toContain(word);
    expect((await call('post', `disposals/${list.disposalId}/approval`, { who: 'li' })).body).toMatchObject({ code: 'disposal-already-decided' });
    const erased = service.event(vaultErasedV1, { subject: ticketId, version: 9, at: clock.at }, { ticketId, certificateNo, erasedAt: isoOf(clock.at) });
    await service.tell(erased, erased);
    await eventually(async () => expect(await file(ticketId)).toMatchObject({ certificateNo, disposedAt: isoOf(clock.at), erasedAt: isoOf(clock.at) }));
  });

  it('[Art. 20] destroys the words that supervision itself holds, and leaves its codes', async () => {
    const ticketId = await closedAt('2018-09-15T10:00:00+08:00');
    const planted = '群众王测测说"没来"';
    const outcome = { reached: true, solved: false, satisfaction: 'dissatisfied', note: planted, at: 1 };
    await service.sql(`insert into visit (visit_id, ticket_id, unit, status, basis, planned_at, state) values ($1, $2, $3, 'recorded', 'requested', now(), $4)`, [`${ticketId}:1`, ticketId, UNIT, JSON.stringify({ outcome })]);
    await service.sql(`update supervision_order set state = jsonb_set(state, '{requirement}', to_jsonb($2::text)) where ticket_id = $1`, [ticketId, planted]);
    const other = newId();
    const findings = [{ ticketId, text: planted }, { ticketId: other, text: '另一件的情况' }];
    await service.sql(`insert into follow_up (follow_up_id, way, unit, status, planned_on, ticket_ids, state) values ($1, 'field-visit', $2, 'completed', '2018-09-18', $3, $4)`, [newId(), UNIT, [ticketId, other], JSON.stringify({ findings })]);
    await service.sql(`insert into second_dissatisfaction (visit_id, ticket_id, unit, status, state) values ($1, $2, $3, 'found', $4)`, [`${ticketId}:2`, ticketId, UNIT, JSON.stringify({ judged: { text: planted, by: 'li' } })]);
    clock.at = instantOf('2020-09-16T09:00:00+08:00');
    const list = await propose();
    await call('post', `disposals/${list.disposalId}/approval`, { who: 'li' });
    expect(await service.sql(`select state from follow_up where $1 = any(ticket_ids)`, [ticketId])).toEqual([{ state: { findings: [{ ticketId, text: '已销毁' }, { ticketId: other, text: '另一件的情况' }] } }]);
    expect(await service.sql(`select state from second_dissatisfaction where ticket_id = $1`, [ticketId])).toEqual([{ state: { judged: { text: '已销毁', by: 'li' } } }]);
    const rows = await service.sql<{ state: Record<string, unknown> }>(`select state from visit where ticket_id = $1 union all select state from supervision_order where ticket_id = $1`, [ticketId]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('王测测');
    expect(rows.map(({ state }) => state)).toEqual(expect.arrayContaining([expect.objectContaining({ outcome: { reached: true, solved: false, satisfaction: 'dissatisfied', note: '已销毁', at: 1 } }), expect.objectContaining({ requirement: '已销毁' })]));
  });

  it('[Art. 20, 23] spares what an open case of accountability rests on; once it is closed the words of the case go with the file, and its ground, times and measure stay', async () => {
    clock.at = instantOf('2018-09-20T10:00:00+08:00');
    const ticketId = await closedAt('2018-09-14T10:00:00+08:00');
    const planted = '群众王测测说"没来"';
    const accountability = async (path: string, body: object, by = 'supervisor', unit?: string): Promise<Response> =>
      request(service.server).post(`/supervision/v1/accountability/${path}`).set('Authorization', await service.as(by, unit)).set('Idempotency-Key', newId()).send(body);
    const { body: opened } = await accountability('cases', { unit: UNIT, ground: 'untrue-feedback-or-favouritism', account: planted, ticketIds: [ticketId] });
    await service.sql(`insert into accountability_candidate (candidate_id, ground, unit, status, state) values ($1, 'late-without-reason', $2, 'dismissed', $3)`, [
      ...[`late:${ticketId}`, UNIT, JSON.stringify({ ticketIds: [ticketId], judged: { by: 'li', reason: planted } })],
    ]);
    clock.at = instantOf('2020-09-15T09:00:00+08:00');
    expect((await call('post', 'disposals', { who: 'zhang' })).body).toMatchObject({ code: 'nothing-to-dispose-of' });
    await accountability(`cases/${opened.caseId}/statement`, { text: planted }, 'leader', UNIT);
    await accountability(`cases/${opened.caseId}/decision`, { measure: 'summons-talk', reason: planted, decider: '县政府督查室' });
    expect((await accountability(`cases/${opened.caseId}/closing`, { record: planted })).body).toMatchObject({ status: 'closed', retainUntil: '2022-09-15' });
    const list = await propose();
    expect(list.ticketIds).toEqual([ticketId]);
    await call('post', `disposals/${list.disposalId}/approval`, { who: 'li' });
    const shown = (await request(service.server).get(`/supervision/v1/accountability/cases/${opened.caseId}`).set('Authorization', await service.as('auditor'))).body as object;
    expect(shown).toMatchObject({
      ...{ status: 'closed', unit: UNIT, ground: 'untrue-feedback-or-favouritism', account: '已销毁', statement: { text: '已销毁', by: expect.any(String) }, carriedOut: { record: '已销毁' } },
      ...{ decision: { measure: 'summons-talk', reason: '已销毁', decider: '县政府督查室' }, retainUntil: '2022-09-15' },
    });
    const kept = await service.sql(`select state from accountability_case union all select state from accountability_candidate`);
    expect([JSON.stringify(kept), JSON.stringify(await service.sql('select answer from idempotency_key'))].filter((text) => text.includes('王测测'))).toEqual([]);
  });

  it('[Art. 20] never takes what is held, also when it is held after the proposal, until the hold is lifted', async () => {
    const [held, late] = [await closedAt('2018-09-16T10:00:00+08:00'), await closedAt('2018-09-16T11:00:00+08:00')];
    clock.at = instantOf('2020-09-17T09:00:00+08:00');
    const hold = (await call('post', `files/${held}/holds`, { by: 'auditor', body: { reason: '审计调阅' } })).body as { id: string };
    const list = await propose();
    expect(list.ticketIds).toEqual([late]);
    const drawn = () => service.sql('select sum(last)::integer as last from certificate_sequence');
    const before = await drawn();
    await call('post', `files/${late}/holds`, { by: 'auditor', body: { reason: '诉讼' } });
    expect((await call('post', `disposals/${list.disposalId}/approval`, { who: 'li' })).body).toMatchObject({ decision: { disposed: [], certificateNo: null, spared: [{ ticketId: late, why: 'held' }] } });
    expect((await call('get', `disposals/${list.disposalId}/certificate`)).status).toBe(404);
    expect(await drawn()).toEqual(before);
    expect(await told(`archive:${late}`)).toEqual([]);
    expect((await call('post', `holds/${hold.id}/lifting`, { body: { reason: '审计结束' } })).body).toMatchObject({ ticketId: held, liftReason: '审计结束' });
    expect((await call('post', `holds/${hold.id}/lifting`, { body: { reason: '审计结束' } })).body).toMatchObject({ code: 'hold-already-lifted' });
    expect((await propose()).ticketIds).toEqual([held]);
  });

  it('[Art. 20] reaches what may go, however many older files are held or handled again', async () => {
    const ticketId = await closedAt('2018-09-16T08:00:00+08:00');
    await service.sql(
      `with older as (insert into archive_file (ticket_id, last_dispatch, last_closed, ended_at, retain_until)
         select gen_random_uuid(), 1 + n % 2, 1, '2016-03-01', '2018-03-01' from generate_series(1, 1000) n returning ticket_id, last_dispatch)
       insert into archive_hold (id, ticket_id, reason, placed_by, placed_at) select gen_random_uuid(), ticket_id, '审计调阅', 'chen', now() from older where last_dispatch = 1`,
    );
    clock.at = instantOf('2020-09-17T08:00:00+08:00');
    expect((await propose()).ticketIds).toContain(ticketId);
  });

  it('[Art. 20] never takes what comes to be held while the approval waits for the file', async () => {
    const ticketId = await closedAt('2018-09-16T12:00:00+08:00');
    clock.at = instantOf('2020-09-17T10:00:00+08:00');
    const list = await propose();
    expect(list.ticketIds).toContain(ticketId);
    const holder = await service.connection();
    try {
      await holder.query('begin');
      await holder.query('select from archive_file where ticket_id = $1 for update', [ticketId]);
      const approved = call('post', `disposals/${list.disposalId}/approval`, { who: 'li' }).then(({ body }) => body as ShownDisposal);
      await eventually(async () => expect(await service.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).toHaveLength(1));
      await holder.query(`insert into archive_hold (id, ticket_id, reason, placed_by, placed_at) values ($1, $2, '审计调阅', 'chen', now())`, [newId(), ticketId]);
      await holder.query('commit');
      expect((await approved).decision?.spared).toContainEqual({ ticketId, why: 'held' });
    } finally {
      holder.release(true);
    }
    expect(await told(`archive:${ticketId}`)).toEqual([]);
  });

  it('[Art. 20] may be rejected; two persons at once approve it once; a disposed file cannot be held', async () => {
    const ticketId = await closedAt('2018-09-17T10:00:00+08:00');
    clock.at = instantOf('2020-09-18T09:00:00+08:00');
    const rejected = await propose();
    expect((await call('post', `disposals/${rejected.disposalId}/rejection`, { who: 'li', body: { reason: '核对后再办' } })).body).toMatchObject({ status: 'rejected' });
    const list = await propose();
    const answers = await Promise.all(['li', 'wang'].map((who) => call('post', `disposals/${list.disposalId}/approval`, { who })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await told(`archive:${ticketId}`)).toHaveLength(1);
    expect((await call('post', `files/${ticketId}/holds`, { body: { reason: '审计' } })).body).toMatchObject({ code: 'file-disposed' });
    expect((await call('post', `files/${newId()}/holds`, { body: { reason: '审计' } })).body).toMatchObject({ code: 'no-such-file' });
  });
});

describe('material', () => {
  it('[Art. 20] of county and units is registered with where it lies and until when it is kept; a unit sees its own', async () => {
    const body = { kind: 'handling-original', documentNo: '元水发〔2018〕9号', location: '档案室3柜', keptFrom: '2018-09-20' };
    expect((await call('post', 'materials', { by: 'unit', unit: UNIT, body })).body).toMatchObject({ keptBy: UNIT, retainUntil: '2020-09-20', certificateNo: null });
    expect((await call('post', 'materials', { body: { ...body, kind: 'bulletin', documentNo: '第9期' } })).body).toMatchObject({ keptBy: 'county' });
    const seen = async (by: string, unit?: string): Promise<unknown[]> => ((await call('get', 'materials', { by, ...(unit && { unit }) })).body as { items: { keptBy: string }[] }).items.map(({ keptBy }) => keptBy);
    expect(await seen('unit', UNIT)).toEqual([UNIT]);
    expect(await seen('unit', 'YM-JTJ')).toEqual([]);
    expect(await seen('auditor')).toEqual(['county', UNIT]);
  });

  it('[Art. 20] about a ticket is registered by a unit that had it, for a ticket that is known, and not once its file is disposed of', async () => {
    const ticketId = await closedAt('2018-09-19T10:00:00+08:00');
    const enter = async (about: string, unit?: string): Promise<unknown[]> => {
      const body = { kind: 'handling-original', documentNo: '元水发〔2018〕10号', location: '档案室3柜', keptFrom: '2018-09-20', ticketId: about };
      const answer = await call('post', 'materials', { body, ...(unit && { by: 'unit', unit }) });
      return [answer.status, (answer.body as { code?: string }).code ?? null];
    };
    expect([await enter(ticketId, UNIT), await enter(ticketId)]).toEqual([[201, null], [201, null]]);
    expect([await enter(ticketId, 'YM-JTJ'), await enter(newId(), UNIT), await enter(newId())]).toEqual(Array(3).fill([404, 'no-such-file']));
    await service.sql(`insert into known_release (ticket_id, dispatch_no, unit, at) values ($1, 1, '*', now())`, [ticketId]);
    expect(await enter(ticketId, UNIT)).toEqual([404, 'no-such-file']);
    await service.sql(`update archive_file set disposed_at = now(), certificate_no = '销毁〔2020〕0号' where ticket_id = $1`, [ticketId]);
    expect(await enter(ticketId)).toEqual([409, 'file-disposed']);
  });

  it('[Art. 20] goes under the certificate of its file or of its own list, and only when its own term is over', async () => {
    const ticketId = await closedAt('2018-09-20T10:00:00+08:00');
    const enter = async (documentNo: string, keptFrom: string, about?: string): Promise<string> =>
      ((await call('post', 'materials', { body: { kind: 'supervision', documentNo, location: '档案室3柜', keptFrom, ...(about && { ticketId: about }) } })).body as { id: string }).id;
    const [over, longer, bulletin] = [await enter('督〔2018〕1号', '2018-09-20', ticketId), await enter('督〔2018〕2号', '2019-09-20', ticketId), await enter('第10期', '2019-09-20')];
    const certificates = async (): Promise<unknown[]> =>
      (await service.sql<{ id: string; no: string | null }>(`select id, certificate_no as no from archive_material where id = any($1::uuid[])`, [[over, longer, bulletin]])).sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ no }) => no);
    const disposeOn = async (day: string): Promise<ShownDisposal & { readonly materialIds: readonly string[] }> => {
      clock.at = instantOf(`${day}T09:00:00+08:00`);
      return (await call('post', `disposals/${(await propose()).disposalId}/approval`, { who: 'li' })).body as never;
    };
    const first = await disposeOn('2020-09-21');
    expect(first.ticketIds).toContain(ticketId);
    expect(await certificates()).toEqual([first.decision?.certificateNo, null, null]);
    const second = await disposeOn('2021-09-21');
    expect(second.materialIds).toEqual([longer, bulletin]);
    expect(await certificates()).toEqual([first.decision?.certificateNo, second.decision?.certificateNo, second.decision?.certificateNo]);
    const paper = await request(service.server).get(`/supervision/v1/archive/disposals/${second.disposalId}/certificate`).set('Authorization', await service.as('auditor')).buffer(true).parse(asBytes);
    const text = (await pdfText(paper.body as Buffer)).replaceAll(/\s/g, '');
    for (const word of ['2份', '督〔2018〕2号', '第10期']) expect(text).toContain(word);
  });

  it.each([
    ['operator', 'files'],
    ['unit', 'disposals'],
    ['analyst', 'files'],
  ])('is not for %s: %s', async (by, path) => {
    expect((await call('get', path, { by, unit: UNIT })).status).toBe(403);
  });
});
