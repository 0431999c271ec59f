import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { StoryStack } from '../setup/story-stack.ts';
import { Books } from './books.ts';
import { arrivals } from './arrivals.ts';
import { recordUnit } from './directory.ts';
import { Hotline } from './hotline.ts';
import { SOON, TicketTale } from './ticket-tale.ts';
import type { TicketView } from './views.ts';
import { eventsOf } from './whereabouts.ts';

const WATER = 'YM-SWJ';
const OUTAGE_MS = 10_000;
const EVERY_MS = 80;

let stack: StoryStack;
let hotline: Hotline;
let books: Books;

beforeAll(async () => {
  stack = await StoryStack.start();
  hotline = new Hotline(stack.url, stack.issuer);
  books = await Books.of(stack);
  await recordUnit(hotline, WATER);
}, 180_000);
afterAll(async () => {
  await books?.close();
  await stack?.stop();
}, 60_000);

/** Somebody calls: taken down and accepted at the first try, or the story fails. */
async function call(index: number): Promise<string> {
  const operator = hotline.as('operator');
  const matter = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: `第${index + 1}户停水`, text: '停水两天，请尽快恢复。', petitioner: { contact: `0878-83${String(index).padStart(5, '0')}` } };
  const { id } = await operator.post<TicketView>('/intake/v1/tickets', matter, { status: 201 });
  await operator.post(`/intake/v1/tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' }, { status: 200 });
  return id;
}

describe('the bus is away for ten seconds', () => {
  it('[Art. 2] takes every ticket in meanwhile, goes on handling, and tells the other services everything once afterwards', async () => {
    const before = await TicketTale.accepted(hotline);
    await eventually(async () => expect(await books.unsettled()).toEqual({}), SOON);
    await stack.stopPart('nats');
    const calls: Promise<string>[] = [];
    for await (const index of arrivals({ everyMs: EVERY_MS, forMs: OUTAGE_MS })) calls.push(call(index));
    await before.dispatch({ mode: 'transfer', lead: WATER });
    await before.handle(WATER);
    const ids = [...(await Promise.all(calls)), before.id];
    expect(ids.length).toBeGreaterThan(OUTAGE_MS / EVERY_MS / 2);
    expect(await books.count('from intake.outbox_unsent')).toBe(2 * (ids.length - 1));
    expect(await books.count('from appraisal.ticket_fact')).toBe(1);

    await stack.startPart('nats');
    await eventually(async () => {
      expect(await books.count('from sla.clock')).toBe(ids.length + 5);
      expect(await books.count(`from sla.clock where dispatch_no = 1 and verdict = 'on-time'`)).toBe(4);
      expect(await books.unsettled()).toEqual({});
    }, { within: 60_000, every: 100 });

    const heard = async (table: string, column = 'ticket_id') => (await books.rows<{ id: string }>(`select ${column} as id from ${table} order by 1`)).map(({ id }) => id);
    const all = [...ids].sort();
    expect(await heard('appraisal.ticket_fact')).toEqual(all);
    expect(await heard('routing.handling_case')).toEqual(all);
    expect(await heard(`sla.clock where kind = 'county-dispatch'`)).toEqual(all);
    expect(await heard(`appraisal.clock_fact where kind = 'county-dispatch'`)).toEqual(all);
    expect(await heard('supervision.known_dispatch')).toEqual([before.id]);
    await eventually(async () => expect((await before.ticket()).status).toBe('closed'), SOON);

    const events = await eventsOf(stack);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const type of ['hotline.ticket.registered.v1', 'hotline.ticket.accepted.v1']) expect(events.filter((event) => event.type === type).map(({ subject }) => subject).sort()).toEqual(all);
  }, 180_000);
});
