import request from 'supertest';
import { calendarPublishedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { asBytes, pdfText } from '@hotline/testing/papers';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

const UNIT = `unit@${WATER}`;
const RETURN = { reason: '所反映路段由交通运输局管护。', suggestedUnit: ROADS };
let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

describe('return', () => {
  it('[Art. 17(return)] an accepted return ends the dispatch and the county dispatches anew; the first unit still reads what was its own', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/sign`);
    await county.post(UNIT, `tickets/${id}/return`, RETURN);
    await county.post(UNIT, `tickets/${id}/result`, { resultCode: 'resolved', text: '已修复。' }, 409);
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: WATER, accepted: true });
    county.wait(2);
    const again = await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS });
    expect(again.body).toMatchObject({ status: 'dispatched', acceptedReturns: 1, dispatch: { dispatchNo: 2, lead: ROADS }, past: [{ dispatchNo: 1, lead: WATER, parts: [{ return: { ...RETURN, decision: { accepted: true } } }] }] });
    expect((await county.get(UNIT, `tickets/${id}`)).body).toMatchObject({ dispatch: null, past: [{ dispatchNo: 1 }], steps: [{ type: 'Dispatched' }, { type: 'Signed' }, { type: 'ReturnAsked' }, { type: 'ReturnDecided' }] });
    expect((await county.post(UNIT, `tickets/${id}/contacts`, { way: 'phone', reached: true }, 403)).body).toMatchObject({ code: 'not-this-units-ticket' });
    expect((await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: WATER, accepted: true }, 409)).body).toMatchObject({ code: 'no-return-asked' });
    await county.post(`unit@${ROADS}`, `tickets/${id}/sign`);
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 return-asked', '5 return-decided', '6 dispatched', '7 signed']);
  });

  it('[Art. 17(return)] a refused return needs a reason, changes nothing else and cannot be asked again', async () => {
    const id = await county.dispatched();
    await county.post(UNIT, `tickets/${id}/return`, RETURN);
    expect((await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: WATER, accepted: false }, 422)).body).toMatchObject({ code: 'reason-missing' });
    const refused = await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: WATER, accepted: false, reason: '属你单位职责。' });
    expect(refused.body).toMatchObject({ status: 'dispatched', dispatch: { dispatchNo: 1, endedAt: null } });
    expect((await county.post(UNIT, `tickets/${id}/return`, RETURN, 409)).body).toMatchObject({ code: 'return-already-refused' });
    await county.post(UNIT, `tickets/${id}/result`, { resultCode: 'resolved', text: '已修复。' });
  });

  it('[Art. 17(return)] closes the window at the end of the first working day, or of the third after an on-site check was declared', async () => {
    const [plain, checked] = [await county.dispatched(), await county.dispatched()];
    await county.post(UNIT, `tickets/${checked}/on-site-check`);
    await published({ version: 1, daysOff: ['2018-09-24'] }); // Monday 24 is now Mid-Autumn: day one is Tuesday
    const friday = county.now;
    county.wait(24 * 5);
    expect((await county.post(UNIT, `tickets/${plain}/return`, RETURN, 409)).body).toMatchObject({ code: 'outside-return-window', detail: '退回期限为 2018-09-26 00:00 之前，现已超过。' });
    await county.post(UNIT, `tickets/${checked}/return`, RETURN);
    expect(county.now - friday).toBe(5 * 86_400_000);
  });

  it('[Art. 17(return)] after two accepted returns the county may rule, and the ruling cannot be returned', async () => {
    const id = await county.dispatched();
    for (const [unit, next] of [[WATER, ROADS], [ROADS, TOWN]] as const) {
      await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: next, ruling: true }, 409);
      await county.post(`unit@${unit}`, `tickets/${id}/return`, { ...RETURN, suggestedUnit: next });
      await county.post('dispatcher', `tickets/${id}/return/decision`, { unit, accepted: true });
      await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: next, ruling: next === TOWN });
    }
    expect((await county.post(`unit@${TOWN}`, `tickets/${id}/return`, RETURN, 409)).body).toMatchObject({ code: 'ruling-cannot-be-returned' });
  });
});

describe('a return window that was told', () => {
  const refusal = async (id: string): Promise<unknown> => (await county.post(UNIT, `tickets/${id}/return`, RETURN, 409)).body;
  const DAYS = ['2018-10-08', '2018-10-09', '2018-10-10'] as const;

  it('[Art. 17(return)] moves earlier only by a publication that says so, though publications come late, twice and backwards', async () => {
    county.until('2018-10-05T09:00:00+08:00'); // a Friday: the window ends with Monday 8
    const [first, second] = [await county.dispatched(), await county.dispatched()];
    const lengthened = { version: 2, daysOff: [...DAYS] };
    const shortened = { version: 3, daysOff: [] };
    await published(shortened);
    await published(lengthened); // was made before, so both units were told Thursday 11 in between
    county.until('2018-10-11T23:59:59+08:00');
    await county.post(UNIT, `tickets/${first}/return`, RETURN);
    await published({ version: 4, daysOff: [DAYS[0]], allowEarlier: true });
    expect(await refusal(second)).toMatchObject({ code: 'outside-return-window', detail: '退回期限为 2018-10-10 00:00 之前，现已超过。' });
    const slip = await request(county.service.server).get(`/routing/v1/tickets/${second}/dispatches/1/slip`).set('Authorization', await county.token(UNIT)).buffer(true).parse(asBytes);
    expect(await pdfText(slip.body as Buffer)).toContain('1个工作日，2018-10-09（自2018-10-1123:59起，原为2018-10-08）');
  });

  it('[Art. 17(return)] knows the publications it was counted with, which allow nothing any more', async () => {
    county.until('2018-10-12T09:00:00+08:00');
    const id = await county.dispatched(); // counted with the leave of version 4
    await published({ version: 5, daysOff: ['2018-10-15'] });
    await published({ version: 6, daysOff: [] });
    county.until('2018-10-16T23:59:59+08:00');
    await county.post(UNIT, `tickets/${id}/return`, RETURN);
  });
});

describe('joint handling', () => {
  it('[Art. 15] is shown as handled alone once the only assisting unit was let go, and as joint again with the next', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [TOWN] });
    await county.post(`unit@${TOWN}`, `tickets/${id}/return`, { reason: '不属我镇。', suggestedUnit: ROADS });
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: TOWN, accepted: false, reason: '须协办' });
    const shown = async (ticketId: string): Promise<unknown> => (await county.get('dispatcher', `tickets/${ticketId}`)).body.dispatch.mode;
    expect(await shown(id)).toBe('joint');
    const alone = await county.dispatched({ mode: 'joint', assisting: [TOWN] });
    await county.post(`unit@${TOWN}`, `tickets/${alone}/return`, { reason: '不属我镇。', suggestedUnit: ROADS });
    await county.post('dispatcher', `tickets/${alone}/return/decision`, { unit: TOWN, accepted: true });
    expect(await shown(alone)).toBe('transfer');
    await county.post('dispatcher', `tickets/${alone}/assisting`, { unit: ROADS });
    expect(await shown(alone)).toBe('joint');
  });

  it('[Art. 15(2)] the lead answers after the opinions of all or naming who gave none', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [ROADS, TOWN] });
    await county.post(`unit@${ROADS}`, `tickets/${id}/opinion`, { text: '同意主办单位方案。' });
    expect((await county.post(`unit@${TOWN}`, `tickets/${id}/result`, { resultCode: 'resolved', text: '已修复。' }, 403)).body).toMatchObject({ code: 'only-the-lead-unit' });
    const early = await county.post(UNIT, `tickets/${id}/result`, { resultCode: 'resolved', text: '已修复。' }, 422);
    expect(early.body).toMatchObject({ code: 'opinions-missing', detail: `尚未收到协办意见的单位：${TOWN}。` });
    const entered = await county.post(UNIT, `tickets/${id}/result`, { resultCode: 'resolved', text: '已修复。', missingOpinions: [TOWN] });
    expect(entered.body).toMatchObject({ status: 'result-entered', dispatch: { result: { missingOpinions: [TOWN] } } });
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 opinion-given', '5 signed', '6 result-entered']);
    const list = await county.get(`unit@${TOWN}`, 'tickets?status=result-entered');
    expect(list.body).toMatchObject({ items: [{ ticketId: id, lead: WATER, assisting: [ROADS, TOWN] }] });
  });

  it('[Art. 15] refuses a transfer with assisting units and a joint dispatch without', async () => {
    const id = await county.accepted();
    const dispatch = async (body: object): Promise<unknown> => (await county.post('dispatcher', `tickets/${id}/dispatch`, { lead: WATER, ...body }, 422)).body;
    expect(await dispatch({ mode: 'transfer', assisting: [ROADS] })).toMatchObject({ code: 'transfer-has-no-assisting-unit' });
    expect(await dispatch({ mode: 'joint', assisting: [] })).toMatchObject({ code: 'joint-needs-an-assisting-unit' });
    expect(await dispatch({ mode: 'joint', assisting: [WATER] })).toMatchObject({ code: 'lead-among-assisting' });
    const crowd = Array.from({ length: 41 }, (_, each) => `YM-${each}`);
    expect((await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'joint', lead: WATER, assisting: crowd }, 400)).body).toMatchObject({ errors: [{ field: 'assisting' }] });
  });

  it('[Art. 17(return)] an assisting unit whose return is accepted leaves, the others go on', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [ROADS, TOWN] });
    await county.post(`unit@${TOWN}`, `tickets/${id}/return`, RETURN);
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: TOWN, accepted: true });
    await county.post(`unit@${ROADS}`, `tickets/${id}/opinion`, { text: '同意。' });
    await county.post(UNIT, `tickets/${id}/result`, { resultCode: 'unfounded', text: '经核查不属实。' });
  });
});

describe('return upstream', () => {
  it('[Art. 17(return)] is for what the prefecture transferred; the prefecture decides and the county stays responsible until then', async () => {
    const [local, first, second] = [await county.accepted(), await county.accepted({ prefectureTransfer: true }), await county.accepted({ prefectureTransfer: true })];
    const reason = { reason: '属州级事权。' };
    expect((await county.post('dispatcher', `tickets/${local}/upstream-return`, reason, 422)).body).toMatchObject({ code: 'not-a-prefecture-transfer' });
    await county.post('prefecture', `tickets/${local}/upstream-return/decision`, { accepted: true }, 404);
    for (const id of [first, second]) await county.post('dispatcher', `tickets/${id}/upstream-return`, reason);
    await county.post('dispatcher', `tickets/${first}/dispatch`, { mode: 'transfer', lead: WATER }, 409);
    await county.post('prefecture', `tickets/${first}/upstream-return/decision`, { accepted: false });
    await county.post('dispatcher', `tickets/${first}/dispatch`, { mode: 'transfer', lead: WATER });
    expect((await county.post('prefecture', `tickets/${second}/upstream-return/decision`, { accepted: true })).body).toMatchObject({ status: 'returned-upstream' });
    await county.post('dispatcher', `tickets/${second}/dispatch`, { mode: 'transfer', lead: WATER }, 409);
    expect(await county.told(second)).toEqual(['2 upstream-return-asked', '3 upstream-return-decided']);
    const list = await county.get('prefecture', 'tickets');
    expect((list.body as { items: { ticketId: string }[] }).items.map(({ ticketId }) => ticketId).sort()).toEqual([first, second].sort());
  });
});

/** A version of the national year 2018. */
interface Publication {
  readonly version: number;
  readonly daysOff: readonly string[];
  readonly allowEarlier?: boolean;
}

/** Publishes versions, each told twice as the bus may, and waits until they are known. */
async function published(...publications: readonly Publication[]): Promise<void> {
  const events = publications.map(({ version, daysOff, allowEarlier }) =>
    county.service.event(calendarPublishedV1, { subject: 'national:2018', version, at: county.now }, {
      ...{ layer: 'national', year: 2018, version, source: '国办发明电〔2017〕12号', publishedBy: '国务院办公厅', publishedAt: '2017-11-30T00:00:00+08:00' },
      ...{ daysOff: daysOff.map((date) => ({ date, reason: '中秋节' })), daysWorked: [], revision: version, ...(allowEarlier !== undefined && { allowEarlier }) },
    }),
  );
  await county.service.tell(...events, ...events);
  const versions = publications.map(({ version }) => version);
  await eventually(async () => expect(await county.service.sql(`select from calendar_year where version = any(array[${versions.join()}])`)).toHaveLength(versions.length));
}
