import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

/** Where intake believes the ticket is, without what depends on how often it was told. */
async function standing(id: string) {
  const { body } = await intake.get('operator', `tickets/${id}`);
  return { status: body.status, dispatchedAt: body.dispatchedAt, units: body.units };
}

/** Waits until every one of the events has been taken in. */
async function takenIn(events: readonly CloudEvent[]): Promise<void> {
  const ids = [...new Set(events.map(({ id }) => id))];
  await eventually(async () => expect(await intake.service.sql('select count(*)::int as n from inbox where event_id = any($1::uuid[])', [ids])).toEqual([{ n: ids.length }]));
}

const lead = (dispatchNo: number, unit = WATER, returned = false) => ({ dispatchNo, unit, role: 'lead', returned });
const orders: [string, (events: CloudEvent[]) => CloudEvent[]][] = [
  ['in order', (events) => events],
  ['backwards', (events) => events.toReversed()],
  ['every one twice, at once', (events) => events.flatMap((event) => [event, event])],
  ['twice over, backwards', (events) => [...events.toReversed(), ...events.toReversed()]],
];

describe.each(orders)('what routing did, told %s', (_, order) => {
  it.each([
    ['a dispatch', (id: string) => [intake.dispatched(id, 1)], 'dispatched', [lead(1)]],
    ['a closed ticket', (id: string) => [intake.dispatched(id, 1), intake.closed(id, 1)], 'closed', [lead(1)]],
    ['rework', (id: string) => [intake.dispatched(id, 1), intake.closed(id, 1), intake.dispatched(id, 2, { round: 2 })], 'dispatched', [lead(1), lead(2)]],
    ['rework that waits for dispatch', (id: string) => [intake.dispatched(id, 1), intake.closed(id, 1), intake.reworkAwaits(id, 2)], 'registered', [lead(1)]],
    [
      'rework dispatched after it had waited',
      (id: string) => [intake.dispatched(id, 1), intake.closed(id, 1), intake.reworkAwaits(id, 2), intake.dispatched(id, 2, { round: 2, lead: ROADS })],
      'dispatched',
      [lead(1), lead(2, ROADS)],
    ],
    [
      'rework closed after it had waited',
      (id: string) => [intake.dispatched(id, 1), intake.closed(id, 1), intake.reworkAwaits(id, 2), intake.dispatched(id, 2, { round: 2 }), intake.closed(id, 2)],
      'closed',
      [lead(1), lead(2)],
    ],
    ['a refused return', (id: string) => [intake.dispatched(id, 1), intake.returned(id, 1, WATER, false)], 'dispatched', [lead(1)]],
    ['an accepted return', (id: string) => [intake.dispatched(id, 1), intake.returned(id, 1)], 'registered', [lead(1, WATER, true)]],
    [
      'a second unit after a return',
      (id: string) => [intake.dispatched(id, 1), intake.returned(id, 1), intake.dispatched(id, 2, { lead: ROADS })],
      'dispatched',
      [lead(1, WATER, true), lead(2, ROADS)],
    ],
    [
      'an assisting unit that was brought in',
      (id: string) => [intake.dispatched(id, 1), intake.assistingAdded(id, 1, ROADS)],
      'dispatched',
      [lead(1), { dispatchNo: 1, unit: ROADS, role: 'assisting', returned: false }],
    ],
    ['a dispatch that was withdrawn', (id: string) => [intake.dispatched(id, 1), intake.withdrawn(id, 1)], 'registered', [lead(1)]],
    ['a return upstream', (id: string) => [intake.returnedUpstream(id)], 'returned-upstream', []],
  ])('%s', async (_name, happened, status, units) => {
    const id = await intake.registered();
    const events = happened(id);
    await intake.service.tell(...order(events));
    await takenIn(events);
    expect(await standing(id)).toEqual({ status, dispatchedAt: units.length > 0 ? '2026-01-05T01:00:00.000Z' : null, units });
    expect(await intake.told(id)).toEqual(['1 ticket.registered.v1']);
  });
});

it('a changed standing is a new version, so that nobody decides on an old one', async () => {
  const id = await intake.registered();
  const event = intake.dispatched(id, 1);
  await intake.service.tell(event);
  await takenIn([event]);
  const { headers } = await intake.get('operator', `tickets/${id}`);
  expect(headers['etag']).toBe('"v2"');
  const late = await intake.post('operator', `tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' }, { headers: { 'If-Match': '"v1"' } });
  expect(late.status).toBe(412);
});
