import { randomUUIDv7 as newId } from 'node:crypto';
import { archiveDisposedV1, prefectureReturnDecidedV1, ticketAnsweredV1, ticketCategoryChangedV1, type CloudEvent, type TicketCategoryChangedV1 } from '@hotline/contracts';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

const UNIT = `unit@${WATER}`;
const LEADER = `leader@${WATER}`;
const RESULT = { resultCode: 'resolved', text: '已修复。' };
const SECRET = '联系电话13900000000';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

const answeredBy = (id: string, at: Instant = county.now): CloudEvent => county.service.event(ticketAnsweredV1, { subject: id, version: 3, at }, { ticketId: id, answeredAt: isoOf(at) });
const changed = (ticketId: string, category: TicketCategoryChangedV1['category'], previous: TicketCategoryChangedV1['category'], at: Instant): CloudEvent =>
  county.service.event(ticketCategoryChangedV1, { subject: ticketId, version: 4, at }, { ticketId, category, previous, changedAt: isoOf(at) });

const show = async (id: string): Promise<unknown> => (await county.get('dispatcher', `tickets/${id}`)).body;

/** Waits until routing has nothing left to handle of what it was told so far: a later ticket was opened. */
async function caughtUp(): Promise<void> {
  await county.accepted();
}

describe("the principal leader's instruction", () => {
  it('[Art. 6] is asked for once the county has marked the ticket, and given by the leader of the lead unit', async () => {
    const id = await county.dispatched();
    const marked = await county.post('supervisor', `tickets/${id}/marks`, { marks: ['hot', 'key'] });
    expect(marked.body).toMatchObject({ marks: ['hot', 'key'] });
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    expect((await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' }, 409)).body).toMatchObject({ code: 'instruction-missing' });
    expect((await county.get(LEADER, 'tickets?task=instruct')).body).toMatchObject({ items: [{ ticketId: id, marks: ['hot', 'key'] }] });
    await county.post(UNIT, `tickets/${id}/instruction`, { text: '同意。' }, 403);
    await county.post(`leader@${ROADS}`, `tickets/${id}/instruction`, { text: '同意。' }, 404);
    await county.post(LEADER, `tickets/${id}/instruction`, { text: ' ' }, 400);
    await county.post(LEADER, `tickets/${id}/instruction`, { text: SECRET });
    const { body } = await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' });
    expect(body).toMatchObject({ status: 'feedback-given', dispatch: { instructions: [{ leader: LEADER, text: SECRET }] } });
    expect(await county.told(id)).toEqual(['2 dispatched', '3 marked', '4 signed', '5 result-entered', '6 instruction-given', '7 feedback-given']);
    expect(JSON.stringify([await county.service.told(), county.service.logLines])).not.toContain('13900000000');
  });

  it('[Art. 6] is needed no more when the county takes the marks away, with its reason on record', async () => {
    const id = await county.dispatched();
    await county.post('dispatcher', `tickets/${id}/marks`, { marks: ['difficult'] });
    await county.post('dispatcher', `tickets/${id}/marks`, { marks: [] }, 422);
    await county.post('dispatcher', `tickets/${id}/marks`, { marks: ['dream'] }, 400);
    await county.post(UNIT, `tickets/${id}/marks`, { marks: [] }, 403);
    await county.post('dispatcher', `tickets/${id}/marks`, { marks: [], reason: '已不属难点。' });
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' });
    expect(await show(id)).toMatchObject({ steps: expect.arrayContaining([expect.objectContaining({ type: 'CaseMarked', details: { marks: [], reason: '已不属难点。' } })]) as unknown });
    expect((await county.get('dispatcher', 'tickets?mark=difficult')).body).toEqual({ items: [], next: null });
  });
});

describe('joint handling that grows', () => {
  it('[Art. 15(2)] brings in the unit that a leaving one suggested; the answer waits for its opinion', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [TOWN] });
    await county.post(`unit@${TOWN}`, `tickets/${id}/return`, { reason: '道路非我镇管护。', suggestedUnit: ROADS });
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: TOWN, accepted: true });
    await county.get(`unit@${ROADS}`, `tickets/${id}`, 404);
    await county.post(UNIT, `tickets/${id}/assisting`, { unit: ROADS }, 403);
    expect((await county.post('dispatcher', `tickets/${id}/assisting`, { unit: TOWN }, 422)).body).toMatchObject({ code: 'unit-has-left' });
    expect((await county.post('dispatcher', `tickets/${id}/assisting`, { unit: 'YM-XXX' }, 422)).body).toMatchObject({ code: 'unknown-unit', errors: [{ field: 'unit' }] });
    const { body } = await county.post('dispatcher', `tickets/${id}/assisting`, { unit: ROADS });
    expect(body).toMatchObject({ dispatch: { mode: 'joint', parts: [{ unit: WATER }, { unit: TOWN }, { unit: ROADS, role: 'assisting', addedAt: isoOf(county.now) }] }, returns: [{ unit: TOWN, role: 'assisting', suggestedUnit: ROADS, next: null }] });
    expect((await county.post(UNIT, `tickets/${id}/result`, RESULT, 422)).body).toMatchObject({ code: 'opinions-missing', detail: `尚未收到协办意见的单位：${ROADS}。` });
    await county.post(UNIT, `tickets/${id}/result`, { ...RESULT, missingOpinions: [ROADS] });
    const told = (await county.service.told()).filter(({ subject }) => subject === id);
    expect(told.find(({ type }) => type.includes('assisting-added'))?.data).toEqual({ ticketId: id, dispatchNo: 1, round: 1, unit: ROADS, addedAt: isoOf(county.now) });
    expect(told.find(({ type }) => type.includes('result-entered'))?.data).toMatchObject({ missingOpinions: [ROADS] });
  });

  it('[Art. 17(return)] counts how often a ticket was sent back and lists those that wander', async () => {
    const id = await county.dispatched();
    for (const [unit, next] of [[WATER, ROADS], [ROADS, TOWN]] as const) {
      await county.post(`unit@${unit}`, `tickets/${id}/return`, { reason: '不属我单位。', suggestedUnit: next });
      await county.post('dispatcher', `tickets/${id}/return/decision`, { unit, accepted: true });
      county.wait(1);
      await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: next });
    }
    expect(await show(id)).toMatchObject({ acceptedReturns: 2, elapsedMinutes: 120, endedAt: null, returns: [{ unit: WATER, next: ROADS }, { unit: ROADS, next: TOWN }] });
    expect((await county.get('dispatcher', 'tickets?returns=2')).body).toMatchObject({ items: [{ ticketId: id, acceptedReturns: 2 }], next: null });
    expect((await county.get(`unit@${ROADS}`, `tickets/${id}`)).body).toMatchObject({ returns: [{ unit: ROADS, next: null }] });
  });
});

describe('an answer that meets a dispatch', () => {
  it('[Art. 18] withdraws it while the unit has at most signed, however often it is told', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/sign`);
    await county.service.tell(answeredBy(id), answeredBy(id), answeredBy(id));
    await caughtUp();
    expect(await show(id)).toMatchObject({ status: 'answered', dispatch: null, past: [{ withdrawnAt: isoOf(county.now) }], acceptedReturns: 0, returns: [] });
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 dispatch-withdrawn']);
    await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true }, 409);
    expect((await county.get(UNIT, 'tickets?task=result')).body).toEqual({ items: [], next: null });
  });

  it('[Art. 18] is kept on the file once the unit has gone further', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/result`, RESULT);
    const at = isoOf(county.now);
    await county.service.tell(answeredBy(id), answeredBy(id));
    await caughtUp();
    expect(await show(id)).toMatchObject({ status: 'result-entered', answeredAt: at });
    await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: '印1' });
    expect((await county.told(id)).filter((name) => name.includes('withdrawn'))).toEqual([]);
  });
});

describe('a changed category', () => {
  it.each<[string, number[]]>([
    ['in order', [0, 1, 2]],
    ['before the acceptance and the newest first', [2, 1, 0]],
    ['again and again', [0, 2, 1, 2, 0]],
  ])('[Art. 13] goes with the dispatch, told %s', async (_, order) => {
    const id = newId();
    const told = [county.acceptance(id), changed(id, 'complaint', 'help', county.now + 1_000), changed(id, 'report', 'complaint', county.now + 2_000)];
    await county.service.tell(...order.map((at) => told[at] as CloudEvent));
    await caughtUp();
    expect(await show(id)).toMatchObject({ category: 'report' });
    expect((await county.get('dispatcher', 'tickets?category=report&limit=200')).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ ticketId: id })]) as unknown });
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER });
    const [dispatched] = (await county.service.told()).filter(({ subject }) => subject === id);
    expect(dispatched?.data).toMatchObject({ category: 'report' });
  });
});

describe("the prefecture's decision over the bus", () => {
  const decided = (ticketId: string, accepted: boolean, ahead = 0): CloudEvent =>
    county.service.event(prefectureReturnDecidedV1, { subject: ticketId, version: 1, at: county.now }, { ticketId, accepted, receipt: '州〔2018〕8号', decidedAt: isoOf(county.now + ahead) });

  it('[Art. 17(return)] takes the ticket back, or leaves it with the county, once', async () => {
    const [taken, left, early] = [await county.accepted({ prefectureTransfer: true }), await county.accepted({ prefectureTransfer: true }), await county.accepted({ prefectureTransfer: true })];
    for (const id of [taken, left]) await county.post('dispatcher', `tickets/${id}/upstream-return`, { reason: '属州级事权。' });
    await county.service.tell(decided(taken, true), decided(taken, true), decided(left, false, 3_600_000), decided(left, false), decided(early, true));
    await eventually(async () => expect([await show(taken), await show(left)]).toMatchObject([{ status: 'returned-upstream' }, { status: 'awaiting-dispatch' }]));
    expect(await county.told(taken)).toEqual(['2 upstream-return-asked', '3 upstream-return-decided']);
    await county.post('dispatcher', `tickets/${left}/dispatch`, { mode: 'transfer', lead: WATER });
    expect(await show(early)).toMatchObject({ status: 'awaiting-dispatch', upstreamReturns: [] });
  });
});

describe('disposal of the file', () => {
  const WORDS = '家住元马镇东城社区';
  const disposal = (ticketId: string): CloudEvent =>
    county.service.event(archiveDisposedV1, { subject: ticketId, version: 1, at: county.now }, { ticketId, certificateNo: '销〔2020〕1号', disposedAt: isoOf(county.now) });

  it('[Art. 20] destroys every word that routing holds, in the case, its steps and kept answers; codes and times stay', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [ROADS, TOWN] });
    const step = (caller: string, path: string, body: object) => county.call('post', caller, `tickets/${id}/${path}`, { body, headers: { 'idempotency-key': `${path}-${id}-${newId()}` } });
    await step('dispatcher', 'marks', { marks: ['key'], reason: WORDS });
    await step(UNIT, 'contacts', { way: 'phone', reached: true, note: WORDS });
    await step(`unit@${ROADS}`, 'opinion', { text: WORDS });
    await step(`unit@${TOWN}`, 'return', { reason: WORDS, suggestedUnit: ROADS });
    await step('dispatcher', 'return/decision', { unit: TOWN, accepted: true, reason: WORDS });
    await step(LEADER, 'instruction', { text: WORDS });
    const entry = { resultCode: 'conditions-not-ready', text: WORDS, plan: WORDS, reviewDate: '2030-01-01' };
    await step(UNIT, 'result', entry);
    await step(LEADER, 'send-back', { reason: WORDS });
    await step(UNIT, 'result', entry);
    await step(LEADER, 'approval', { sealNumber: '印7' });
    await step('dispatcher', 'paper', { pages: 2, remark: WORDS });
    await step(UNIT, 'review', { outcome: 'resolved', text: WORDS });
    const held = async (): Promise<number> =>
      JSON.stringify(await county.service.sql('select state::text as held from handling_case union all select event::text from case_step union all select answer::text from idempotency_key')).split(WORDS).length - 1;
    expect(await held()).toBeGreaterThan(10);
    const open = await county.dispatched();
    await county.service.tell(disposal(id), disposal(id), disposal(open));
    await eventually(async () => expect(await show(id)).toMatchObject({ disposedAt: isoOf(county.now) }));
    expect(await held()).toBe(0);
    expect(await show(id)).toMatchObject({
      ...{ status: 'closed', disposedAt: isoOf(county.now), reviewDate: null },
      dispatch: { result: { resultCode: 'conditions-not-ready', text: '', plan: '' }, approval: { sealNumber: '印7' }, paper: { pages: 2, remark: null }, parts: [{ unit: WATER }, { opinion: { text: '' } }, { return: { suggestedUnit: ROADS, reason: '' } }] },
    });
    expect((await county.post('dispatcher', `tickets/${id}/marks`, { marks: ['hot'] }, 409)).body).toMatchObject({ code: 'case-disposed' });
    expect(await show(open)).toMatchObject({ status: 'dispatched', disposedAt: null });
  });
});
