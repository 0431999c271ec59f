import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '@hotline/domain';
import { eventually } from '@hotline/testing';
import { parse } from 'yaml';
import { serviceNames } from '../../deploy/local/layout.ts';
import { StoryStack } from '../setup/story-stack.ts';
import { Books } from './books.ts';
import { CountyCrowd } from './county-crowd.ts';
import { recordUnit } from './directory.ts';
import { Hotline } from './hotline.ts';
import type { Items, UnitRatesView } from './views.ts';

const WATER = 'YM-SWJ';
const TICKETS = 200;
const AT_ONCE = 16;
/** The first service is killed when so many tickets are filed, the next one after as many more. */
const FILED_BETWEEN_KILLS = 30;
const PATIENT = { within: 120_000, every: 100 };

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
async function killInTurn(crowd: CountyCrowd): Promise<Map<string, number>> {
  const killed = new Map<string, number>();
  for (const [index, service] of serviceNames.entries()) {
    await eventually(() => expect(crowd.filed.length).toBeGreaterThanOrEqual((index + 1) * FILED_BETWEEN_KILLS), PATIENT);
    expect(crowd.filed.length).toBeLessThan(TICKETS);
    killed.set(service, stack.kill(service));
  }
  return killed;
}

function drawnForVisit(ticketIds: readonly string[]): number {
  const policy = (parse(readFileSync('deploy/policy/yuanmou-2018.yaml', 'utf8')) as { returnVisit: Parameters<typeof visit.visitBasis>[1] }).returnVisit;
  return ticketIds.filter((ticketId) => visit.visitBasis({ ticketId, dispatchNo: 1, supervised: false }, policy) !== null).length;
}

describe('two hundred tickets flow while each service dies once', () => {
  const perKind = (verdict: string, stopped: boolean) => ({ clocks: TICKETS, tickets: TICKETS, verdict, stopped });

  it('closes every ticket once, runs every clock once and counts right', async () => {
    const crowd = new CountyCrowd(hotline, WATER);
    const [killed] = await Promise.all([killInTurn(crowd), crowd.live(TICKETS, AT_ONCE)]);
    expect([...killed.keys()]).toEqual([...serviceNames]);
    expect(crowd.triedAgain.length).toBeGreaterThan(0);
    expect(new Set(crowd.filed).size).toBe(TICKETS);
    for (const [service, pid] of killed) await eventually(() => expect([undefined, pid]).not.toContain(stack.pidOf(service as (typeof serviceNames)[number])), PATIENT);

    await eventually(async () => {
      expect(await books.count('from sla.clock where stopped_at is not null')).toBe(5 * TICKETS);
      expect(await books.unsettled()).toEqual({});
    }, PATIENT);
    expect(await books.durables()).toBeGreaterThanOrEqual(10);

    const once = Object.fromEntries(['registered', 'accepted', 'dispatched', 'signed', 'contacted', 'result-entered', 'feedback-given', 'closed'].map((verb) => [`ticket.${verb}.v1`, TICKETS]));
    const { 'clock.started.v1': started, 'clock.stopped.v1': stopped = 0, 'unit.recorded.v1': _units, 'calendar.published.v1': _years, ...told } = await books.told();
    expect(told).toEqual(once);
    expect(started).toBe(6 * TICKETS);
    expect(stopped).toBeLessThanOrEqual(5 * TICKETS); // a clock that starts and stops in one batch of facts is told once
    expect(await books.rows(`select status, count(*)::int as n from intake.ticket group by 1`)).toEqual([{ status: 'closed', n: TICKETS }]);
    expect(await books.rows(`select status, count(*)::int as n from routing.handling_case group by 1`)).toEqual([{ status: 'closed', n: TICKETS }]);
    expect(await books.count(`from routing.case_step where type = 'Closed'`)).toBe(TICKETS);
  }, 300_000);

  it('has every clock exactly once, stopped in time', async () => {
    const clocks = await books.rows(
      `select kind, count(*)::int as clocks, count(distinct ticket_id)::int as tickets, min(verdict) as verdict, bool_and(stopped_at is not null) as stopped
       from sla.clock group by kind, verdict order by kind`,
    );
    expect(clocks).toEqual([
      ...['county-dispatch', 'first-contact', 'paper-filing', 'resolve'].map((kind) => ({ kind, ...perKind('on-time', true) })),
      { kind: 'return-window', ...perKind('running', false) },
      { kind: 'unit-sign', ...perKind('on-time', true) },
    ]);
  });

  it('has told the appraisal every clock, dispatch and closing once, and drawn each ticket for a visit at most once', async () => {
    expect(await books.count(`from sla.clock as c full join appraisal.clock_fact as f on f.clock_id::text = c.id::text where c.verdict is distinct from f.verdict or c.due_on is distinct from f.due_on or c.stopped_at is distinct from f.stopped_at`)).toBe(0);
    for (const table of ['ticket_fact', 'dispatch_fact', 'closing_fact']) expect([table, await books.count(`from appraisal.${table}`)]).toEqual([table, TICKETS]);
    const today = Date.now();
    const day = (offset: number) => new Date(today + offset * 86_400_000).toISOString().slice(0, 10);
    const { items } = await hotline.as('analyst').get<Items<UnitRatesView>>(`/appraisal/v1/rates?from=${day(-2)}&to=${day(90)}&groupBy=unit`);
    const all = { numerator: TICKETS, denominator: TICKETS };
    const none = { numerator: 0, denominator: TICKETS };
    expect(items.find((each) => each.unit === WATER)).toMatchObject({
      ranked: true,
      rates: { 'on-time-sign': all, 'on-time-contact': all, 'on-time-close': all, close: all, return: none, rework: none, extension: none },
    });
    const ids = (await books.rows<{ id: string }>('select id from intake.ticket')).map(({ id }) => id);
    expect(await books.count('from supervision.visit')).toBe(drawnForVisit(ids));
  });
});
