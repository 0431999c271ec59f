import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { StoryStack } from '../setup/story-stack.ts';
import { Books } from './books.ts';
import { CountyCrowd } from './county-crowd.ts';
import { recordUnit } from './directory.ts';
import { expectEveryClockOnce, expectEveryTicketClosedOnce, expectRest, expectRightCounts, expectTheSampleDrawnOnce, PATIENT } from './every-ticket-once.ts';
import { Hotline } from './hotline.ts';

const WATER = 'YM-SWJ';
const TICKETS = 200;
const AT_ONCE = 16;
/** The first service is killed when so many tickets are filed, the next one after as many more. */
const FILED_BETWEEN_KILLS = 30;

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

/** Kills each service while tickets flow, one after the other; answers the numbers of the processes that died. */
async function killInTurn(crowd: CountyCrowd): Promise<Map<ServiceName, number>> {
  const killed = new Map<ServiceName, number>();
  for (const [index, service] of serviceNames.entries()) {
    await eventually(() => expect(crowd.filed.length).toBeGreaterThanOrEqual((index + 1) * FILED_BETWEEN_KILLS), PATIENT);
    expect(crowd.filed.length).toBeLessThan(TICKETS);
    killed.set(service, stack.kill(service));
  }
  return killed;
}

describe('two hundred tickets flow while each service dies once', () => {
  it('closes every ticket once', async () => {
    const crowd = new CountyCrowd(hotline, WATER);
    const [killed] = await Promise.all([killInTurn(crowd), crowd.live(TICKETS, AT_ONCE)]);
    expect([...killed.keys()]).toEqual([...serviceNames]);
    expect(crowd.triedAgain.length).toBeGreaterThan(0);
    expect(new Set(crowd.filed).size).toBe(TICKETS);
    await expectRest(books, TICKETS);
    for (const [service, pid] of killed) expect([undefined, pid]).not.toContain(stack.pidOf(service));
    await expectEveryTicketClosedOnce(books, TICKETS);
  }, 300_000);

  it('has every clock exactly once, stopped in time', () => expectEveryClockOnce(books, TICKETS));

  it('has counted right', () => expectRightCounts(hotline, books, WATER, TICKETS));

  it('[Art. 19] has drawn each ticket for a return visit at most once', () => expectTheSampleDrawnOnce(books));
});
