import { County, ROADS, TOWN, WATER } from '../../spec/county.js';
import type { CaseDetailView } from './case.views.js';

const UNIT = `unit@${WATER}`;
const LEADER = `leader@${WATER}`;
const RESULT = { resultCode: 'resolved', text: '已于当日修复破损水管，恢复供水。' };
let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

describe('the main line of a ticket', () => {
  it('[Art. 14-18] goes from acceptance to the closed file, each step with who and when', async () => {
    const id = await county.accepted();
    county.wait(1);
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER });
    county.wait(1);
    await county.post(UNIT, `tickets/${id}/sign`);
    await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: false, note: '无人接听' });
    county.wait(1);
    await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true });
    county.wait(24);
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    await county.post(LEADER, `tickets/${id}/send-back`, { reason: '请补充修复时间。' });
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '元水印2018-031' });
    county.wait(1);
    const closed = await county.post('dispatcher', `tickets/${id}/paper`);

    expect(closed.body).toMatchObject({
      status: 'closed',
      round: 1,
      dispatch: {
        ...{ dispatchNo: 1, lead: WATER, supervised: null, policy: 'yuanmou-2018@1', dispatchedAt: '2018-09-21T02:00:00.000Z' },
        parts: [{ unit: WATER, unitName: '元谋县水务局', role: 'lead', signedAt: '2018-09-21T03:00:00.000Z' }],
        contact: { attempts: 2, contactedAt: '2018-09-21T04:00:00.000Z' },
        result: { ...RESULT, at: '2018-09-22T04:00:00.000Z' },
        sentBack: [{ reason: '请补充修复时间。' }],
        approval: { approver: LEADER, authorisation: null, sealNumber: '元水印2018-031' },
        closedAt: '2018-09-22T05:00:00.000Z',
      },
    });
    const { body, headers } = await county.get('auditor', `tickets/${id}`);
    const steps = (body as CaseDetailView).steps.map(({ version, type, actor }) => `${version} ${type} ${actor}`);
    expect(steps).toEqual([
      '1 CaseOpened intake',
      '2 Dispatched dispatcher',
      `3 Signed ${UNIT}`,
      `4 ContactAttempted ${UNIT}`,
      `5 PetitionerContacted ${UNIT}`,
      `6 ResultEntered ${UNIT}`,
      `7 ResultSentBack ${LEADER}`,
      `8 ResultEntered ${UNIT}`,
      `9 FeedbackGiven ${LEADER}`,
      '10 CaseClosed dispatcher',
    ]);
    expect(headers['etag']).toBe('"v10"');
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '5 contacted', '6 result-entered', '8 result-entered', '9 feedback-given', '10 closed']);
    expect(await county.service.sql(`select action, actor from audit_entry where target = $1 order by id`, [id])).toHaveLength(9);
  });

  it('[Art. 10] tells no other service a word that a person wrote, and logs none', async () => {
    const id = await county.dispatched();
    const secret = '联系电话13900000000，请勿外传';
    await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true, note: secret });
    await county.post(UNIT, `tickets/${id}/result`, { ...RESULT, text: secret });
    await county.post(UNIT, `tickets/${id}/result`, { ...RESULT, text: secret }, 409);
    const outside = [JSON.stringify(await county.service.told()), ...county.service.logLines, JSON.stringify(await county.service.sql('select details from audit_entry'))];
    expect(outside.filter((text) => text.includes('13900000000'))).toEqual([]);
    const { body } = await county.get(UNIT, `tickets/${id}`);
    expect(body).toMatchObject({ dispatch: { result: { text: secret } } });
  });

  it('[Art. 15(3)] supervises what an enterprise raised without being told', async () => {
    const id = await county.dispatched({}, { petitionerKind: 'enterprise', category: 'complaint' });
    const { body } = await county.get('supervisor', 'tickets?supervised=true&limit=200');
    expect(body).toMatchObject({ items: [{ ticketId: id, supervised: true, lead: WATER }], next: null });
  });
});

describe('refusals', () => {
  it('says in Chinese what is wrong with a step that the state does not allow', async () => {
    const id = await county.dispatched();
    const { body, headers } = await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS }, 409);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:hotline:problem:already-dispatched', code: 'already-dispatched', detail: `该工单已派给 ${WATER}（第 1 次派单），正在办理。` });
    await county.post('dispatcher', `tickets/${id}/paper`, undefined, 409);
    await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' }, 409);
    expect(await county.told(id)).toEqual(['2 dispatched']);
  });

  it('[Art. 3, 23(5)] dispatches to no unit that is unknown, inactive or without a liaison', async () => {
    const id = await county.accepted();
    await county.record('YM-TJJ', { name: '县统计局', kind: 'department', active: false });
    await county.record('YM-SJJ', { name: '县审计局', kind: 'department', liaison: null });
    const answers = [];
    for (const lead of ['YM-XXX', 'YM-TJJ', 'YM-SJJ']) answers.push((await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead }, 422)).body);
    expect(answers).toMatchObject([
      { code: 'unknown-unit', errors: [{ field: 'lead' }] },
      { code: 'unit-inactive', errors: [{ field: 'lead' }] },
      { code: 'unit-without-liaison', errors: [{ field: 'lead' }] },
    ]);
  });

  it.each([
    ['result', { ...RESULT, resultCode: 'done' }, 400, 'validation-failed'],
    ['result', { ...RESULT, text: '   ' }, 400, 'validation-failed'],
    ['result', { ...RESULT, colour: 'red' }, 400, 'validation-failed'],
    ['result', { ...RESULT, resultCode: 'conditions-not-ready', plan: '待汛期后施工', reviewDate: '2018-02-30' }, 400, 'validation-failed'],
    ['result', { ...RESULT, resultCode: 'conditions-not-ready', plan: '待汛期后施工', reviewDate: '2018-09-01' }, 422, 'review-date-not-later'],
    ['result', { ...RESULT, resultCode: 'conditions-not-ready', reviewDate: '2019-03-01' }, 422, 'plan-missing'],
    ['result', { ...RESULT, resultCode: 'beyond-policy-explained' }, 422, 'explanation-record-missing'],
    ['return', { suggestedUnit: ROADS }, 400, 'validation-failed'],
    ['return', { reason: '不是我单位职责', suggestedUnit: WATER }, 422, 'suggested-unit-is-the-asker'],
    ['return', { reason: '不是我单位职责', suggestedUnit: 'YM-XXX' }, 422, 'unknown-unit'],
    ['contacts', { way: 'dream', reached: true }, 400, 'validation-failed'],
    ['sign', { at: '2018-09-21T09:30:00+08:00' }, 400, 'validation-failed'],
    ['on-site-check', { reason: '需要现场核查' }, 400, 'validation-failed'],
  ])('refuses %s %j', async (step, body, status, code) => {
    const id = await county.dispatched();
    expect((await county.post(UNIT, `tickets/${id}/${step}`, body, status)).body).toMatchObject({ code });
    expect((await county.get(UNIT, `tickets/${id}`)).headers['etag']).toBe('"v2"');
  });

  it('answers 400 to broken JSON and to an id that is none', async () => {
    const id = await county.dispatched();
    const headers = { 'content-type': 'application/json' };
    const broken = await county.call('post', UNIT, `tickets/${id}/result`, { text: '{"resultCode":', headers, status: 400 });
    expect(broken.body).toMatchObject({ code: 'malformed-json' });
    await county.get('dispatcher', 'tickets/12345', 400);
  });
});

describe('who may do what', () => {
  it('shows a unit its own tickets only; the others are not there for it', async () => {
    const own = await county.dispatched();
    const foreign = await county.dispatched({ lead: ROADS });
    const waiting = await county.accepted();
    for (const id of [foreign, waiting]) {
      await county.get(UNIT, `tickets/${id}`, 404);
      expect((await county.post(UNIT, `tickets/${id}/sign`, undefined, 404)).body).toMatchObject({ code: 'no-such-case' });
      await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' }, 404);
    }
    const { body } = await county.get(UNIT, 'tickets?limit=200');
    const ids = (body as { items: { ticketId: string; lead: string }[] }).items.map(({ ticketId }) => ticketId);
    expect(ids).toContain(own);
    expect(ids).not.toContain(foreign);
    expect((await county.get('prefecture', 'tickets')).body).toEqual({ items: [], next: null });
  });

  it('keeps each step to its roles', async () => {
    const id = await county.dispatched();
    await county.post('dispatcher', `tickets/${id}/sign`, undefined, 403);
    await county.post(UNIT, `tickets/${id}/approval`, { sealNumber: '印1' }, 403);
    await county.post(`unit@${TOWN}`, `tickets/${id}/dispatch`, { mode: 'transfer', lead: TOWN }, 403);
    await county.post('dispatcher', `tickets/${id}/upstream-return/decision`, { accepted: true }, 403);
    await county.get('admin', `tickets/${id}`, 403);
  });
});

describe('repetition and races', () => {
  it('takes a step once for fifty requests with one Idempotency-Key, and refuses the key for another request', async () => {
    const id = await county.dispatched();
    const headers = { 'idempotency-key': `sign-${id}` };
    const answers = await Promise.all(Array.from({ length: 50 }, () => county.call('post', UNIT, `tickets/${id}/sign`, { headers })));
    expect(new Set(answers.map(({ body }) => (body as { version: number }).version))).toEqual(new Set([3]));
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed']);
    const other = await county.call('post', UNIT, `tickets/${id}/contacts`, { headers, body: { way: 'phone', reached: true }, status: 422 });
    expect(other.body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('lets one of eight results at once win and tells the others that they came too late or lost the race', async () => {
    const id = await county.dispatched();
    const answers = await Promise.all(Array.from({ length: 8 }, () => county.call('post', UNIT, `tickets/${id}/result`, { body: RESULT, status: 'any' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    const losers = answers.flatMap(({ status, body }) => (status === 409 ? (body as { code: string }).code : []));
    expect(losers.filter((code) => !['version-conflict', 'already-result-entered'].includes(code))).toEqual([]);
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 result-entered']);
  });

  it('[Art. 17] counts three of forty attempts at once, with keys and without, and refuses the others', async () => {
    const id = await county.dispatched();
    const keyOf = (n: number) => (n % 2 === 0 ? undefined : `contact-${id}-${n % 4}`);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const key = keyOf(n);
        return county.call('post', UNIT, `tickets/${id}/contacts`, { body: { way: 'phone', reached: false }, ...(key && { headers: { 'idempotency-key': key } }), status: 'any' });
      }),
    );
    const told = answers.map(({ status, body }, n) => ({ n, status, body: body as { version?: number; code?: string } }));
    expect(new Set(told.flatMap(({ body: { version } }) => version ?? [])).size).toBe(3);
    expect(new Set(told.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(new Set(['already-contacted']));
    for (const key of [keyOf(1), keyOf(3)]) expect(new Set(told.filter(({ n }) => keyOf(n) === key).map(({ body: { version, code } }) => version ?? code)).size).toBe(1);
    const { body } = await county.get('dispatcher', `tickets/${id}`);
    expect((body as { dispatch: { contact: { attempts: number } } }).dispatch.contact.attempts).toBe(3);
  });

  it('keeps nobody waiting for a case that another transaction has locked, and takes that step when it is free', async () => {
    const [held, other, free] = [await county.dispatched(), await county.dispatched(), await county.dispatched()];
    const holder = await county.service.connection();
    await holder.query('begin');
    await holder.query('select from handling_case where ticket_id = any($1::uuid[]) for update', [[held, other]]);
    const waiting = Promise.all([held, other].map((id) => county.post(UNIT, `tickets/${id}/sign`)));
    let signed = false;
    void waiting.then(() => (signed = true));
    await county.post(UNIT, `tickets/${free}/sign`);
    expect(signed).toBe(false);
    await holder.query('commit');
    holder.release();
    expect((await waiting).map(({ body }) => (body as { version: number }).version)).toEqual([3, 3]);
  });

  it('refuses a step on a version that the caller has not seen', async () => {
    const id = await county.dispatched();
    await county.call('post', UNIT, `tickets/${id}/sign`, { headers: { 'if-match': '"v1"' }, status: 412 });
    await county.call('post', UNIT, `tickets/${id}/sign`, { headers: { 'if-match': '"v2"' } });
  });
});

describe('lists', () => {
  it('pages newest first without loss or repetition and filters', async () => {
    const ids: string[] = [];
    for (let each = 0; each < 5; each++) {
      county.wait(1);
      ids.unshift(await county.accepted({ category: 'report' }));
    }
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await county.get('dispatcher', `tickets?limit=2&category=report&status=awaiting-dispatch${cursor}`);
      const { items, next } = body as { items: { ticketId: string }[]; next: string | null };
      found.push(...items.map(({ ticketId }) => ticketId));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(found).toEqual(ids);
    await county.get('dispatcher', 'tickets?cursor=nonsense', 400);
    await county.get('dispatcher', 'tickets?status=asleep', 400);
    expect((await county.get('dispatcher', `tickets?unit=${TOWN}`)).body).toEqual({ items: [], next: null });
  });
});
