import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoryStack } from '../setup/story-stack.ts';
import { Books } from './books.ts';
import { CountyCrowd } from './county-crowd.ts';
import { recordUnit } from './directory.ts';
import { expectEveryClockOnce, expectEveryTicketClosedOnce, expectRest, expectRightCounts, expectTheSampleDrawnOnce } from './every-ticket-once.ts';
import { Hotline } from './hotline.ts';
import { TicketTale } from './ticket-tale.ts';

const WATER = 'YM-SWJ';
const TICKETS = 120;
const AT_ONCE = 16;
const RACERS = 8;

let stack: StoryStack;
let hotline: Hotline;
let books: Books;
/** The second process of routing, and of the time service. */
let desk: Hotline;
let secondClockwork: string;

beforeAll(async () => {
  stack = await StoryStack.start();
  hotline = new Hotline(stack.url, stack.issuer);
  const [routing, sla] = await Promise.all([stack.addReplica('routing'), stack.addReplica('sla')]);
  desk = new Hotline(routing, stack.issuer);
  secondClockwork = `${sla}/sla`;
  books = await Books.of(stack);
  await recordUnit(hotline, WATER);
}, 240_000);
afterAll(async () => {
  await books?.close();
  await stack?.stop();
}, 60_000);

/** Messages that a process has handled for a durable consumer. */
async function handledBy(url: string, durable: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const line = page.split('\n').find((each) => each.startsWith(`hotline_messages_handled_total{durable="${durable}"}`));
  return Number(line?.split(' ')[1] ?? 0);
}

describe('two processes of routing and two of the time service', () => {
  it('share the work and do everything once', async () => {
    const crowd = new CountyCrowd(hotline, WATER, [hotline, desk]);
    await crowd.live(TICKETS, AT_ONCE);
    expect(crowd.triedAgain).toEqual([]);
    await expectRest(books, TICKETS);
    await expectEveryTicketClosedOnce(books, TICKETS);
    await expectEveryClockOnce(books, TICKETS);
    await expectRightCounts(hotline, books, WATER, TICKETS);
    await expectTheSampleDrawnOnce(books);

    const handled = await Promise.all([stack.urlOf('sla'), secondClockwork].map((url) => handledBy(url, 'sla-tickets')));
    for (const part of handled) expect(part).toBeGreaterThan(0);
    expect(handled.reduce((sum, part) => sum + part)).toBe(8 * TICKETS); // registered, accepted, dispatched, signed, contacted, result entered, feedback given, closed
  }, 240_000);

  it('let one of many win who take the same step at once, and repeat its answer under the same key', async () => {
    const tale = await TicketTale.dispatched(hotline, WATER);
    const sign = (index: number, key: string) => (index % 2 ? hotline : desk).as('unit', WATER).send<{ code?: string }>('POST', `/routing/v1/tickets/${tale.id}/sign`, undefined, { key });
    const racers = await Promise.all(Array.from({ length: RACERS }, (_, index) => sign(index, `racer-${index}`)));
    const won = racers.findIndex(({ status }) => status === 200);
    expect(racers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: RACERS - 1 }, () => 409)]);
    for (const { body } of racers.filter(({ status }) => status === 409)) expect(['already-signed', 'version-conflict']).toContain(body.code);

    const again = await Promise.all(Array.from({ length: RACERS }, (_, index) => sign(index, `racer-${won}`)));
    expect(again.map(({ status, body }) => [status, body])).toEqual(again.map(() => [200, racers[won]?.body]));
    expect(await books.count(`from routing.case_step where type = 'Signed' and ticket_id = '${tale.id}'`)).toBe(1);
  }, 60_000);
});
