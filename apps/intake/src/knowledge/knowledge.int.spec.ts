import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitRecordedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await IntakeUnderTest.start();
  for (const [code, name] of [[WATER, '县水务局'], [ROADS, '县交通运输局']] as const) {
    const recorded = { code, name, kind: 'department', active: true, recordedAt: '2026-01-01T00:00:00.000Z' } as const;
    await intake.service.tell(intake.service.event(unitRecordedV1, { subject: code, version: 1, at: Date.UTC(2026, 0, 1) }, recorded));
  }
  await eventually(async () => expect(await intake.service.sql('select code from unit')).toHaveLength(2));
});
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const handler = `unit@${WATER}`;
const content = {
  title: '停水了找谁报修',
  text: '城区自来水停水、水管漏水的，请拨打县水务局供水公司二十四小时抢修电话，一般两小时内到场。水费可以在手机上缴纳。',
  keywords: ['停水', '水管漏水'],
  subject: '城乡建设/市政设施/供水',
  source: '县水务局供水服务承诺',
};

/** Id of an entry of the water bureau after some steps. */
async function entry(fields: object = {}, ...steps: readonly (readonly [string, string, object?])[]): Promise<string> {
  const { status, body } = await intake.post(handler, 'knowledge', { ...content, ...fields });
  expect(status).toBe(201);
  for (const [caller, path, said = {}] of steps) expect((await intake.post(caller, `knowledge/${body.id}/${path}`, said)).status).toBe(200);
  return body.id as string;
}

const SUBMIT = [handler, 'submission'] as const;
const PUBLISH = ['dispatcher', 'publication'] as const;
const published = (fields: object = {}): Promise<string> => entry(fields, SUBMIT, PUBLISH);

async function toldOf(id: string): Promise<object[]> {
  return (await intake.service.told()).filter(({ subject }) => subject === id).map(({ version, data }) => ({ at: version, ...data }));
}

describe('the knowledge base', () => {
  it('[Art. 5] a unit submits, the county publishes, and others hear of it', async () => {
    const id = await entry();
    expect(verdict(await intake.post(handler, `knowledge/${id}/publication`, {}))).toBe('403 role-not-allowed');
    expect(verdict(await intake.post('dispatcher', `knowledge/${id}/publication`, {}))).toBe('409 nothing-submitted');
    const listed = async (status: string): Promise<unknown> => ((await intake.get(handler, `knowledge?status=${status}`)).body.items as { id: string; status: string }[]).find((item) => item.id === id)?.status;
    expect([await listed('drafted'), await listed('submitted')]).toEqual(['drafted', undefined]);
    expect((await intake.post(handler, `knowledge/${id}/submission`, {})).body).toMatchObject({ status: 'submitted', draft: 1, inForce: null });
    expect([await listed('drafted'), await listed('submitted')]).toEqual([undefined, 'submitted']);
    expect((await intake.get('dispatcher', `knowledge/${id}`)).body).toMatchObject({ status: 'submitted', versions: [{ stage: 'submitted' }] });
    const { body, headers } = await intake.post('dispatcher', `knowledge/${id}/publication`, {});
    expect(body).toMatchObject({ id, unit: WATER, version: 3, status: 'in-force', inForce: 1, draft: null, title: content.title });
    expect([headers['etag'], body.reviewOn]).toEqual(['"v3"', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
    expect(await toldOf(id)).toEqual([{ at: 3, entryId: id, version: 1, unit: WATER, inForce: true, reviewOn: body.reviewOn, publishedAt: expect.any(String) }]);
  });

  it('[Art. 5] keeps old versions readable for everybody and drafts to their unit and the county', async () => {
    const id = await entry({}, SUBMIT, PUBLISH, [handler, 'draft', { ...content, text: '改为拨打 12345。' }]);
    const versionsSeenBy = async (caller: string): Promise<string[]> =>
      ((await intake.get(caller, `knowledge/${id}`)).body.versions as { version: number; stage: string }[]).map(({ version, stage }) => `${version} ${stage}`);
    expect([await versionsSeenBy(handler), await versionsSeenBy('admin'), await versionsSeenBy(`unit@${ROADS}`), await versionsSeenBy('operator')])
      .toEqual([['2 draft', '1 in-force'], ['2 draft', '1 in-force'], ['1 in-force'], ['1 in-force']]);
    await intake.post(handler, `knowledge/${id}/submission`, {});
    await intake.post('supervisor', `knowledge/${id}/publication`, {});
    expect(await versionsSeenBy('prefecture')).toEqual(['2 in-force', '1 superseded']);
    await intake.post('admin', `knowledge/${id}/withdrawal`, { reason: '电话已变更' });
    expect(await versionsSeenBy('operator')).toEqual(['2 withdrawn', '1 superseded']);
    expect((await toldOf(id)).map((event) => (event as { inForce: boolean }).inForce)).toEqual([true, true, false]);
  });

  it('[Art. 5] is nobody else’s to touch: what a unit may not see is not there', async () => {
    const id = await entry();
    for (const path of ['submission', 'review']) expect(verdict(await intake.post(`unit@${ROADS}`, `knowledge/${id}/${path}`, {}))).toBe('404 no-such-entry');
    expect(verdict(await intake.post(`unit@${ROADS}`, `knowledge/${id}/draft`, content))).toBe('404 no-such-entry');
    expect([await intake.get(`unit@${ROADS}`, `knowledge/${id}`), await intake.get('operator', `knowledge/${id}`)].map(verdict)).toEqual(['404 not-found', '404 not-found']);
    expect(verdict(await intake.post(handler, 'knowledge', { ...content, unit: ROADS }))).toBe('422 unit-unknown');
    expect([await intake.post('admin', 'knowledge', content), await intake.post('admin', 'knowledge', { ...content, unit: 'YM-NONE' })].map(verdict)).toEqual(['422 unit-missing', '422 unit-unknown']);
    expect(verdict(await intake.post('operator', 'knowledge', content))).toBe('403 role-not-allowed');
  });

  it('[Art. 5] is sent back with the reason, and an outdated ETag decides nothing', async () => {
    const id = await entry({}, SUBMIT, ['dispatcher', 'sending-back', { reason: '请写明电话' }]);
    expect((await intake.get(handler, `knowledge/${id}`)).body).toMatchObject({ status: 'drafted', versions: [{ stage: 'sent-back', reason: '请写明电话' }] });
    const late = await intake.post(handler, `knowledge/${id}/submission`, {}, { headers: { 'If-Match': '"v2"' } });
    expect(verdict(late)).toBe('412 precondition-failed');
    expect((await intake.get('dispatcher', 'knowledge?status=submitted')).body.items.map((item: { id: string }) => item.id)).not.toContain(id);
  });

  it('[Art. 5] lists what its unit has not looked at in time, until it does', async () => {
    const id = await published({ title: '多久复核一次' });
    const stale = async (caller: string): Promise<boolean> => (await intake.get(caller, 'knowledge/stale')).body.items.some((item: { id: string }) => item.id === id);
    expect(await stale(handler)).toBe(false);
    await intake.service.sql(`update knowledge_entry set review_on = '2020-01-01' where id = $1`, [id]);
    expect([await stale(handler), await stale('supervisor'), await stale(`unit@${ROADS}`)]).toEqual([true, true, false]);
    expect((await intake.post(handler, `knowledge/${id}/review`, {})).status).toBe(200);
    expect(await stale(handler)).toBe(false);
  });

  it('[Art. 5] finds Chinese words inside a sentence, best first, with the piece that answers', async () => {
    const best = await published({ title: '不动产登记需要哪些材料', text: '办理不动产登记请带身份证、购房合同和完税证明到政务大厅窗口。', keywords: ['房产证'] });
    const other = await published({ title: '购房补贴', text: '购房补贴向住建局申请。不动产登记另行办理。', keywords: [] });
    const drafted = await entry({ title: '不动产登记草稿', text: '不动产登记', keywords: [] });
    const found = async (q: string, caller = 'operator') => (await intake.get(caller, `knowledge/search?q=${encodeURIComponent(q)}`)).body.items as { id: string; snippet: string }[];
    const [first, second] = await found('请问怎么办理不动产登记');
    expect([first?.id, second?.id]).toEqual([best, other]);
    expect(first?.snippet).toContain('不动产登记');
    expect((await found('房产证', `unit@${ROADS}`)).map(({ id }) => id)).toEqual([best]);
    expect((await found('不动产登记')).map(({ id }) => id)).not.toContain(drafted);
    const paged = await intake.get('operator', `knowledge/search?q=${encodeURIComponent('不动产登记')}&limit=1`);
    const onward = await intake.get('operator', `knowledge/search?q=${encodeURIComponent('不动产登记')}&limit=1&cursor=${paged.body.next}`);
    expect([paged, onward].flatMap(({ body }) => body.items.map(({ id }: { id: string }) => id))).toEqual([best, other]);
    expect([onward.body.next, (await intake.get('operator', 'knowledge/search?q=x&cursor=x')).body.code]).toEqual([null, 'cursor-malformed']);
    for (const nothing of ['火星移民', `'; drop table knowledge_entry; --`, '&|!()', '\\']) expect(await found(nothing)).toEqual([]);
  });
});

describe('a direct answer', () => {
  it('[Art. 5, 18] cites the version in force of the entry that it rests on', async () => {
    const entryId = await published();
    const id = await intake.registered();
    await intake.post('operator', `tickets/${id}/answer`, { scopeCode: 'matter-to-solve', answer: '请拨打抢修电话。', knowledgeEntry: entryId });
    expect((await intake.get('operator', `tickets/${id}`)).body.answer).toMatchObject({ knowledgeEntry: `${entryId}@1` });
  });

  it('[Art. 5, 18] is refused on an entry that is unknown or not in force, and changes nothing', async () => {
    const [draft, withdrawn] = [await entry(), await entry({}, SUBMIT, PUBLISH, ['admin', 'withdrawal', { reason: '已废止' }])];
    const id = await intake.registered();
    const answered = async (knowledgeEntry: string): Promise<string> => verdict(await intake.post('operator', `tickets/${id}/answer`, { scopeCode: 'matter-to-solve', answer: '好。', knowledgeEntry }));
    expect([await answered(draft), await answered(withdrawn), await answered(id), await answered('KB-12')])
      .toEqual(['422 knowledge-entry-not-in-force', '422 knowledge-entry-not-in-force', '422 knowledge-entry-unknown', '400 validation-failed']);
    expect((await intake.get('operator', `tickets/${id}`)).body).toMatchObject({ status: 'registered', version: 1 });
  });

  it('[Art. 5, 18] without any entry says so in the record', async () => {
    const id = await intake.registered();
    await intake.post('operator', `tickets/${id}/answer`, { scopeCode: 'matter-to-solve', answer: '好。' });
    expect(await intake.service.sql(`select details from audit_entry where target = $1 and action = 'AnswerDirectly'`, [id])).toEqual([{ details: { knowledgeEntry: null } }]);
  });
});
