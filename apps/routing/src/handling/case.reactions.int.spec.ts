import { randomUUIDv7 as newId } from 'node:crypto';
import { ticketAnsweredV1, ticketHistoryImportedV1, ticketReworkOrderedV1, type CloudEvent, type TicketHistoryImportedV1 } from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

/** A complaint of July 2018 that the water bureau answered in a week. */
function history(ticketId: string, fields: Partial<TicketHistoryImportedV1> = {}): CloudEvent {
  return county.service.event(ticketHistoryImportedV1, { subject: ticketId, version: 3, at: county.now }, {
    ...{ ticketId, category: 'complaint', petitionerKind: 'individual', prefectureTransfer: false, unit: WATER },
    receivedAt: '2018-07-16T01:00:00.000Z',
    dispatchedAt: '2018-07-16T02:00:00.000Z',
    signedAt: '2018-07-16T03:00:00.000Z',
    contactedAt: '2018-07-17T02:00:00.000Z',
    feedbackAt: '2018-07-23T08:00:00.000Z',
    closedAt: '2018-07-25T08:00:00.000Z',
    satisfaction: 'satisfied',
    solved: true,
    ...fields,
  });
}

/** What intake tells of the same ticket beside its history. */
function acceptance(ticketId: string): CloudEvent {
  const at = '2018-07-16T01:00:00.000Z';
  return county.acceptance(ticketId, { category: 'complaint', receivedAt: at, acceptedAt: at });
}

async function statusOf(ticketId: string): Promise<unknown> {
  const [row] = await county.service.sql<{ status: string; history_refusal: string | null }>('select status, history_refusal from handling_case where ticket_id = $1', [ticketId]);
  return row && [row.status, row.history_refusal];
}

/** Waits until routing has nothing left to handle of what it was told so far: a later ticket was opened. */
async function caughtUp(): Promise<void> {
  await county.accepted();
}

describe('history', () => {
  it.each([
    ['before the acceptance', (a: CloudEvent, h: CloudEvent) => [h, a]],
    ['after the acceptance', (a: CloudEvent, h: CloudEvent) => [a, h]],
    ['several times', (a: CloudEvent, h: CloudEvent) => [h, a, h, a, h]],
  ])('takes every step again at its original time, once, arriving %s', async (_, order) => {
    const id = newId();
    await county.service.tell(...order(acceptance(id), history(id)));
    await caughtUp();
    expect(await statusOf(id)).toEqual(['closed', null]);
    expect(await county.told(id)).toEqual(['2 dispatched', '3 signed', '4 contacted', '5 result-entered', '6 feedback-given', '7 closed']);
    const told = (await county.service.told()).filter(({ subject }) => subject === id);
    expect(told.map(({ time }) => time)).toEqual(['2018-07-16T02:00:00.000Z', '2018-07-16T03:00:00.000Z', '2018-07-17T02:00:00.000Z', '2018-07-23T08:00:00.000Z', '2018-07-23T08:00:00.000Z', '2018-07-25T08:00:00.000Z']);
    expect(told[0]?.data).toMatchObject({ policy: 'yuanmou-2018@1', lead: WATER, dispatchedAt: '2018-07-16T02:00:00.000Z' });
  });

  it('stands at the last good step when a decision refuses, and says so', async () => {
    const [unknown, disordered, open] = [newId(), newId(), newId()];
    await county.service.tell(history(unknown, { unit: 'YM-XXX' }), history(disordered, { closedAt: '2018-07-20T08:00:00.000Z' }), history(open, { feedbackAt: null, closedAt: null }));
    await caughtUp();
    expect(await statusOf(unknown)).toEqual(['awaiting-dispatch', 'unknown-unit']);
    expect(await statusOf(disordered)).toEqual(['feedback-given', 'before-previous-step']);
    expect(await statusOf(open)).toEqual(['dispatched', null]);
    const { body } = await county.get('dispatcher', 'tickets?historyRefused=true');
    expect((body as { items: { ticketId: string }[] }).items.map(({ ticketId }) => ticketId).sort()).toEqual([unknown, disordered].sort());
    expect(county.service.logLines.filter((line) => line.includes('"warn"') && line.includes(unknown))).toHaveLength(1);
  });

  it('does not mind that the unit has been closed since', async () => {
    await county.record(TOWN, { name: '元马镇', kind: 'township', active: false, liaison: null });
    const id = newId();
    await county.service.tell(history(id, { unit: TOWN }));
    await caughtUp();
    expect(await statusOf(id)).toEqual(['closed', null]);
  });

  it('leaves a ticket alone that is being handled', async () => {
    const id = await county.dispatched({ lead: ROADS });
    await county.service.tell(history(id));
    await caughtUp();
    expect(await statusOf(id)).toEqual(['dispatched', null]);
    expect(await county.told(id)).toEqual(['2 dispatched']);
  });
});

describe('direct answer', () => {
  it.each(['before', 'after'])('[Art. 18] ends the case, told %s the acceptance', async (when) => {
    const id = newId();
    const answered = county.service.event(ticketAnsweredV1, { subject: id, version: 3, at: county.now }, { ticketId: id, answeredAt: isoOf(county.now) });
    const accepted = county.acceptance(id);
    await county.service.tell(...(when === 'before' ? [answered, accepted, answered] : [accepted, answered, answered]));
    await caughtUp();
    expect(await statusOf(id)).toEqual(['answered', null]);
    expect((await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER }, 409)).body).toMatchObject({ code: 'already-answered' });
  });
});

describe('rework', () => {
  const ordered = (ticketId: string, round: number, answeredAt?: string): CloudEvent =>
    county.service.event(ticketReworkOrderedV1, { subject: ticketId, version: round, at: county.now }, { ticketId, round, orderedAt: isoOf(county.now), ...(answeredAt !== undefined && { answeredAt }) });

  it('[Art. 15(3), 19] dispatches to the same unit for a further round, however often it is told; both rounds stay', async () => {
    const id = await county.closed();
    county.wait(1);
    await county.service.tell(ordered(id, 2), ordered(id, 2), ordered(id, 2));
    await caughtUp();
    expect((await county.told(id)).slice(-2)).toEqual(['6 closed', '7 dispatched']);
    expect((await county.get('dispatcher', `tickets/${id}`)).body).toMatchObject({ status: 'dispatched', round: 2, dispatch: { dispatchNo: 2, round: 2, lead: WATER }, past: [{ dispatchNo: 1, round: 1 }] });
    const { body } = await county.get('dispatcher', 'tickets?round=2');
    expect(body).toMatchObject({ items: [{ ticketId: id, round: 2 }] });
  });

  it('waits for the county when the unit can take no ticket any more', async () => {
    const id = await county.closed();
    await county.record(WATER, { name: '元谋县水务局', kind: 'department', liaison: null });
    await county.service.tell(ordered(id, 2));
    await eventually(async () => expect(await statusOf(id)).toEqual(['awaiting-dispatch', null]));
    expect((await county.told(id)).slice(-2)).toEqual(['6 closed', '7 rework-awaits-dispatch']);
    await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: ROADS });
    await county.record(WATER, { name: '元谋县水务局', kind: 'department' });
  });

  it('is not applied to a ticket that is not closed; the message is done with', async () => {
    const id = await county.dispatched();
    await county.service.tell(ordered(id, 2));
    await caughtUp();
    expect(await statusOf(id)).toEqual(['dispatched', null]);
    expect(county.service.logLines.some((line) => line.includes(`OrderRework of ticket ${id} not applied: not-closed`))).toBe(true);
  });

  it.each<[string, (accepted: CloudEvent, answered: CloudEvent, rework: CloudEvent) => CloudEvent[]]>([
    ['in order', (a, b, c) => [a, b, c]],
    ['before the answer', (a, b, c) => [a, c, b]],
    ['before the acceptance', (a, b, c) => [c, b, a]],
    ['all twice', (a, b, c) => [c, a, c, b, b, a]],
  ])('[Art. 14, 18, 19] of what the county answered itself waits for dispatch and goes on to the end, told %s', async (_, order) => {
    const id = newId();
    const answered = county.service.event(ticketAnsweredV1, { subject: id, version: 3, at: county.now }, { ticketId: id, answeredAt: isoOf(county.now) });
    const accepted = county.acceptance(id);
    county.wait(24);
    await county.service.tell(...order(accepted, answered, ordered(id, 2, answered.time)));
    await caughtUp();
    expect(await statusOf(id)).toEqual(['awaiting-dispatch', null]);
    await eventually(async () => expect((await county.told(id)).map((line) => line.split(' ')[1])).toEqual(['rework-awaits-dispatch']));
    expect((await county.get('dispatcher', 'tickets?task=dispatch&limit=200')).body.items.map(({ ticketId }: { ticketId: string }) => ticketId)).toContain(id);
    county.wait(1);
    expect((await county.post('dispatcher', `tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER })).body).toMatchObject({ status: 'dispatched', round: 2, dispatch: { dispatchNo: 1, round: 2 } });
    await county.post(`unit@${WATER}`, `tickets/${id}/return`, { reason: '不属我局。', suggestedUnit: ROADS });
    await county.post('dispatcher', `tickets/${id}/return/decision`, { unit: WATER, accepted: true });
    await county.service.tell(answered);
    await caughtUp();
    expect(await statusOf(id)).toEqual(['awaiting-dispatch', null]);
  });
});
