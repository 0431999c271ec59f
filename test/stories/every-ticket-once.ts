import { visit } from '@hotline/domain';
import { eventually } from '@hotline/testing';
import type { Books } from './books.ts';
import type { County } from './county.ts';
import type { Hotline } from './hotline.ts';
import type { Items, UnitRatesView } from './views.ts';

/** Long enough for services that are just starting on a machine that is busy with other things. */
export const PATIENT = { within: 120_000, every: 100 } as const;

const STEPS = ['CaseClosed', 'CaseOpened', 'Dispatched', 'FeedbackGiven', 'PetitionerContacted', 'ResultEntered', 'Signed'];
const TOLD = ['accepted', 'closed', 'contacted', 'dispatched', 'feedback-given', 'registered', 'result-entered', 'signed'];
const STOPPED = ['county-dispatch', 'first-contact', 'paper-filing', 'resolve', 'unit-sign'];

/** Waits until so many tickets have gone through the whole line and nothing is under way any more. */
export async function expectRest(books: Books, tickets: number): Promise<void> {
  await eventually(async () => {
    expect(await books.count('from sla.clock where stopped_at is not null')).toBe(STOPPED.length * tickets);
    expect(await books.unsettled()).toEqual({});
  }, PATIENT);
  expect(await books.durables()).toBeGreaterThanOrEqual(10);
}

/** Every ticket is closed, each step was taken once for each ticket, and each was told once. */
export async function expectEveryTicketClosedOnce(books: Books, tickets: number): Promise<void> {
  for (const table of ['intake.ticket', 'routing.handling_case']) expect(await books.rows(`select status, count(*)::int as tickets from ${table} group by 1`)).toEqual([{ status: 'closed', tickets }]);
  const steps = await books.rows('select type, count(*)::int as steps, count(distinct ticket_id)::int as tickets from routing.case_step group by 1 order by type collate "C"');
  expect(steps).toEqual(STEPS.map((type) => ({ type, steps: tickets, tickets })));
  const { 'clock.started.v1': started, 'clock.stopped.v1': stopped = 0, ...others } = await books.told();
  const told = Object.fromEntries(Object.entries(others).filter(([name]) => name.startsWith('ticket.')));
  expect(told).toEqual(Object.fromEntries(TOLD.map((verb) => [`ticket.${verb}.v1`, tickets])));
  expect(started).toBe((STOPPED.length + 1) * tickets);
  expect(stopped).toBeLessThanOrEqual(STOPPED.length * tickets); // a clock that starts and stops in one batch of facts is told once
}

/** Every ticket has each clock of the main line once, stopped in time; the window for a return ended unused with the feedback. */
export async function expectEveryClockOnce(books: Books, tickets: number): Promise<void> {
  const clocks = await books.rows(
    `select kind, verdict, count(*)::int as clocks, count(distinct ticket_id)::int as tickets, bool_and(stopped_at is not null) as stopped
     from sla.clock group by kind, verdict order by verdict, kind collate "C"`,
  );
  const all = { clocks: tickets, tickets };
  expect(clocks).toEqual([...STOPPED.map((kind) => ({ kind, verdict: 'on-time', ...all, stopped: true })), { kind: 'return-window', verdict: 'void', ...all, stopped: false }]);
}

/** The appraisal knows of every clock, dispatch and closing what their owners know, and its rates count each ticket once. */
export async function expectRightCounts(hotline: Hotline, books: Books, unit: string, tickets: number): Promise<void> {
  const differing = await books.count(
    `from sla.clock as c full join appraisal.clock_fact as f on f.clock_id::text = c.id::text
     where c.verdict is distinct from f.verdict or c.due_on is distinct from f.due_on or c.stopped_at is distinct from f.stopped_at`,
  );
  expect(differing).toBe(0);
  for (const table of ['ticket_fact', 'dispatch_fact', 'closing_fact']) expect([table, await books.count(`from appraisal.${table}`)]).toEqual([table, tickets]);
  const { items } = await hotline.as('analyst').get<Items<UnitRatesView>>(`/appraisal/v1/rates?from=${dayFromNow(-2)}&to=${dayFromNow(90)}&groupBy=unit`);
  const all = { numerator: tickets, denominator: tickets };
  const none = { numerator: 0, denominator: tickets };
  expect(items.find((each) => each.unit === unit)).toMatchObject({
    ranked: true,
    rates: { 'on-time-sign': all, 'on-time-contact': all, 'on-time-close': all, close: all, return: none, rework: none, extension: none },
  });
}

/** Each ticket that anybody can draw again from the seed has one return visit planned, and no other. */
export async function expectTheSampleDrawnOnce(books: Books, policy: County['pack']['returnVisit']): Promise<void> {
  const tickets = await books.rows<{ id: string }>('select id from intake.ticket');
  const drawn = tickets.filter(({ id }) => visit.visitBasis({ ticketId: id, dispatchNo: 1, supervised: false }, policy) !== null);
  const planned = await books.rows<{ id: string }>('select ticket_id as id from supervision.visit');
  expect(planned.map(({ id }) => id).sort()).toEqual(drawn.map(({ id }) => id).sort());
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
