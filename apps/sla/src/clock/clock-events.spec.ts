import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { compileCalendar, type CalendarYear } from '@hotline/calendar';
import { checked, clockOverdueV1 } from '@hotline/contracts';
import { clock as clocks, policy } from '@hotline/domain';
import { wireReadingOf } from './clock-events.js';
import { clockIdOf } from './clock.store.js';

const TICKET = '0192f0c0-7a55-7c3e-8b1f-3a5d5c9e1f00';
const START = Date.parse('2018-09-10T08:00:00+08:00');
const HOUR = 3_600_000;
const folder = resolve('deploy/calendar');
const calendar = compileCalendar(readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as CalendarYear));
const pack = policy.parsePolicyPack(parse(readFileSync(resolve('deploy/policy/yuanmou-2018.yaml'), 'utf8')));
if (!pack.ok) throw new Error('the shipped pack does not parse');
const rules = { calendar, ...policy.policyBook([pack.pack]) };

/** Every kind of fact about one ticket; any part of them may be known. */
const FACTS: readonly clocks.TicketFact[] = [
  { type: 'registered', channel: 'prefecture', receivedAt: START, category: 'complaint', prefectureTransfer: true },
  { type: 'accepted', at: START + HOUR },
  { type: 'escalated', escalationId: 'e1', at: START },
  { type: 'escalation-acknowledged', escalationId: 'e1', at: START + HOUR },
  { type: 'dispatched', dispatchNo: 1, round: 1, category: 'complaint', mode: 'joint', lead: 'A', assisting: ['B'], policy: 'yuanmou-2018@1', prefectureTransfer: true, at: START + 2 * HOUR },
  { type: 'signed', dispatchNo: 1, unit: 'A', at: START + 30 * HOUR },
  { type: 'contacted', dispatchNo: 1, at: START + 90 * HOUR },
  { type: 'on-site-check-declared', dispatchNo: 1, unit: 'B', at: START + 3 * HOUR },
  { type: 'return-asked', dispatchNo: 1, unit: 'B', at: START + 5 * HOUR },
  { type: 'return-decided', dispatchNo: 1, unit: 'B', accepted: false, at: START + 100 * HOUR },
  { type: 'supervision-ordered', orderNo: '督办〔2018〕1号', dispatchNo: 1, unit: 'A', workingDays: 3, at: START + 6 * HOUR },
  { type: 'assisting-added', dispatchNo: 1, unit: 'C', at: START + 50 * HOUR },
  { type: 'category-changed', category: 'report', previous: 'complaint', at: START + 60 * HOUR },
  { type: 'statutory-limit-set', limitId: 's1', dispatchNo: 1, legalBasis: '《条例》第十条', amount: 60, unit: 'calendar-days', approver: '分管副县长', at: START + 70 * HOUR },
  { type: 'statutory-limit-revoked', limitId: 's1', at: START + 90 * HOUR },
  { type: 'dispatch-withdrawn', dispatchNo: 1, at: START + 95 * HOUR },
  { type: 'supervision-lifted', orderNo: '督办〔2018〕1号', at: START + 200 * HOUR },
  { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'A', workingDays: 5, at: START + 200 * HOUR },
  { type: 'extension-forwarded', extensionId: 'x1', at: START + 210 * HOUR },
  { type: 'extension-decided', extensionId: 'x1', by: 'prefecture', granted: true, workingDays: 5, at: START + 220 * HOUR },
  { type: 'feedback-given', dispatchNo: 1, at: START + 500 * HOUR },
  { type: 'closed', dispatchNo: 1, at: START + 800 * HOUR },
];

describe('what is told of a clock', () => {
  it('fits the contract, whatever is known and whatever time has brought', () => {
    let kinds = new Set<string>();
    fc.assert(
      fc.property(fc.subarray([...FACTS]), fc.integer({ min: 0, max: 1_000 }), (facts, hours) => {
        const now = START + hours * HOUR;
        for (const { clock } of clocks.reconcileTicket([], facts, now, rules)) {
          kinds = kinds.add(clock.kind);
          const ticked = clocks.tick(clock, now, rules).reduce<clocks.Clock>(clocks.evolve, clock);
          const stored = { id: clockIdOf(TICKET, clock.key), ticketId: TICKET, calendarRevision: 1, clock: ticked };
          const reading = wireReadingOf(stored);
          expect(JSON.parse(JSON.stringify(checked(clockOverdueV1, reading, 'out')))).toEqual(JSON.parse(JSON.stringify(reading)));
        }
      }),
      { numRuns: 60 },
    );
    expect(kinds).toEqual(new Set(['county-dispatch', 'unit-sign', 'first-contact', 'resolve', 'assist', 'return-window', 'return-review', 'extension-review', 'paper-filing', 'emergency-report', 'supervision']));
  });

  it('names a clock by its ticket and key, the same for whoever derives it first', () => {
    expect(clockIdOf(TICKET, 'resolve:1:A')).toBe(clockIdOf(TICKET, 'resolve:1:A'));
    expect(clockIdOf(TICKET, 'resolve:1:A')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(clockIdOf(TICKET, 'resolve:1:A')).not.toBe(clockIdOf(TICKET, 'resolve:2:A'));
  });
});
