import { randomUUIDv7 as newId } from 'node:crypto';
import { ticketSupplementedV1, type CloudEvent } from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

const LEAD = `unit@${WATER}`;
const supplemented = (ticketId: string): CloudEvent => county.service.event(ticketSupplementedV1, { subject: ticketId, version: 3, at: county.now }, { ticketId, supplementId: newId(), receivedAt: isoOf(county.now - 86_400_000) });
const marked = async (id: string, caller: string): Promise<unknown[]> => {
  const [detail, list] = [await county.get(caller, `tickets/${id}`), await county.get(caller, 'tickets?limit=100')];
  return [detail.body.supplementedAt, (list.body as { items: { ticketId: string; supplementedAt: unknown }[] }).items.find(({ ticketId }) => ticketId === id)?.supplementedAt];
};

describe('what a petitioner added after the unit had signed', () => {
  it('[Art. 2] is marked for each unit until that unit has read it, and again by the next, told late or twice', async () => {
    const id = await county.dispatched({ mode: 'joint', assisting: [TOWN] });
    const before = supplemented(id);
    county.wait(1);
    for (const unit of [WATER, TOWN]) await county.post(`unit@${unit}`, `tickets/${id}/sign`);
    county.wait(1);
    const [first, told] = [supplemented(id), isoOf(county.now)];
    await county.service.tell(first, before, first);
    const everybody = [LEAD, `unit@${TOWN}`, 'dispatcher'];
    await eventually(async () => expect(await Promise.all(everybody.map((caller) => marked(id, caller)))).toEqual([[told, told], [told, told], [told, told]]));
    expect((await county.post(LEAD, `tickets/${id}/supplements/acknowledgement`)).body).toEqual({ ticketId: id, supplementedAt: null });
    await county.post(LEAD, `tickets/${id}/supplements/acknowledgement`);
    expect(await Promise.all(everybody.map((caller) => marked(id, caller)))).toEqual([[null, null], [told, told], [null, null]]);
    await county.service.tell(first);
    county.wait(1);
    await county.service.tell(supplemented(id));
    await eventually(async () => expect(await marked(id, LEAD)).toEqual([isoOf(county.now), isoOf(county.now)]));
  });

  it('[Art. 10] is acknowledged by a unit that holds the ticket and by nobody else', async () => {
    const id = await county.dispatched();
    await county.post(`unit@${ROADS}`, `tickets/${id}/supplements/acknowledgement`, undefined, 404);
    await county.post('dispatcher', `tickets/${id}/supplements/acknowledgement`, undefined, 403);
    await county.post('dispatcher', `tickets/${id}/recall`, { reason: '改派' });
    expect((await county.post(LEAD, `tickets/${id}/supplements/acknowledgement`, undefined, 403)).body).toMatchObject({ code: 'not-this-units-ticket' });
  });
});
