import { describe, expect, it, beforeAll, afterAll } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { rate } from '@hotline/domain';
import { migrate, openOrm, UnitOfWork, type PersistenceOptions, type Transaction } from '@hotline/persistence';
import { testDatabase, type TestDatabase } from '@hotline/testing';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';
import { ratesByUnit, ticketsBehind, ticketsByUnit } from './rate.store.js';

const PERIOD = { from: '2018-09-01', to: '2018-09-30' };
let database: TestDatabase;
let orm: MikroORM;
let uow: UnitOfWork;

beforeAll(async () => {
  database = await testDatabase('rates');
  const options: PersistenceOptions = { name: 'spec', url: database.url, schema: 'appraisal', poolMax: 4, ...APPRAISAL_PERSISTENCE };
  await migrate(options);
  orm = await openOrm(options);
  uow = new UnitOfWork(orm, '900000');
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const ticketId = fc.integer({ min: 1, max: 6 }).map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const dispatchNo = fc.integer({ min: 1, max: 2 });
const unit = fc.constantFrom('A', 'B');
const day = fc.constantFrom('2018-08-31', '2018-09-01', '2018-09-17', '2018-09-30', '2018-10-01');
const head = { ticketId, dispatchNo, unit };
const distinct = <T extends object>(fact: fc.Arbitrary<T>, key: (fact: T) => string) => fc.uniqueArray(fact, { maxLength: 12, selector: key });
const keyOf = (fact: { ticketId: string; dispatchNo: number; unit: string }): string => `${fact.ticketId} ${fact.dispatchNo} ${fact.unit}`;

const facts: fc.Arbitrary<rate.RateFacts> = fc.record({
  clocks: distinct(
    fc.record({
      ...head,
      kind: fc.constantFrom('resolve' as const, 'unit-sign' as const, 'first-contact' as const, 'paper-filing' as const),
      dueOn: day,
      verdict: fc.constantFrom('on-time' as const, 'late' as const, 'running' as const, 'void' as const),
      overdue: fc.boolean(),
    }),
    (clock) => `${keyOf(clock)} ${clock.kind}`,
  ),
  dispatches: distinct(fc.record({ ...head, round: fc.integer({ min: 1, max: 3 }), role: fc.constantFrom('lead' as const, 'assisting' as const), dispatchedOn: day }), keyOf),
  returns: distinct(fc.record({ ...head, accepted: fc.boolean() }), keyOf),
  extensions: distinct(fc.record({ ...head, granted: fc.constant(true) }), keyOf),
  closed: distinct(fc.record({ ...head, round: fc.integer({ min: 1, max: 2 }), closedOn: day }), (fact) => `${fact.ticketId} ${fact.dispatchNo}`),
  visits: distinct(
    fc.record({ ...head, visitedOn: day, reached: fc.boolean(), solved: fc.boolean(), satisfaction: fc.constantFrom('satisfied' as const, 'basically-satisfied' as const, 'dissatisfied' as const, null) }),
    keyOf,
  ),
  withdrawn: fc.uniqueArray(fc.record({ ticketId, dispatchNo }), { maxLength: 2, selector: (fact) => `${fact.ticketId} ${fact.dispatchNo}` }),
  declined: fc.uniqueArray(fc.record({ ticketId }), { maxLength: 3, selector: (fact) => fact.ticketId }),
});

async function write(tx: Transaction, { clocks, dispatches, returns, extensions, closed, visits, withdrawn, declined }: rate.RateFacts): Promise<void> {
  await tx.sql('truncate clock_fact, dispatch_fact, return_fact, closing_fact, visit_fact, extension_fact, withdrawn_fact, matter_step_fact');
  for (const c of clocks)
    await tx.sql(
      `insert into clock_fact (clock_id, ticket_id, kind, unit, dispatch_no, round, started_at, due_on, due_at, provisional, overdue_at, verdict, version)
       values ($1, $2, $3, $4, $5, 1, now(), $6, now(), false, case when $7 then now() end, $8, 1)`,
      [`${keyOf(c)} ${c.kind}`, c.ticketId, c.kind, c.unit, c.dispatchNo, c.dueOn, c.overdue, c.verdict],
    );
  for (const d of dispatches) await tx.sql(`insert into dispatch_fact values ($1, $2, $3, $4, $5, 'transfer', false, $6)`, [d.ticketId, d.dispatchNo, d.unit, d.role, d.round, d.dispatchedOn]);
  for (const r of returns) await tx.sql(`insert into return_fact values ($1, $2, $3, $4, '2018-09-02')`, [r.ticketId, r.dispatchNo, r.unit, r.accepted]);
  for (const e of extensions) await tx.sql(`insert into extension_fact values ($1, $2, $3, $4, '2018-09-02')`, [keyOf(e), e.ticketId, e.dispatchNo, e.unit]);
  for (const c of closed) await tx.sql(`insert into closing_fact values ($1, $2, $3, $4, $5)`, [c.ticketId, c.dispatchNo, c.unit, c.round, c.closedOn]);
  for (const v of visits) await tx.sql(`insert into visit_fact values ($1, $2, $3, $4, $5, $6, $7, $8)`, [keyOf(v), v.ticketId, v.unit, v.reached, v.solved, v.satisfaction, v.visitedOn, v.dispatchNo]);
  for (const w of withdrawn) await tx.sql(`insert into withdrawn_fact values ($1, $2, '2018-09-03')`, [w.ticketId, w.dispatchNo]);
  for (const d of declined) await tx.sql(`insert into matter_step_fact values ($1, 'declined', '2018-09-03')`, [d.ticketId]);
}

describe('rates by SQL', () => {
  it('[Art. 22] agree with the definition of the rules, figure by figure and ticket by ticket', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (drawn) => {
        const expected = rate.ratesOf(drawn, PERIOD, 3);
        await uow.run(async (tx) => {
          await write(tx, drawn);
          const rows = await ratesByUnit(tx, PERIOD);
          const tickets = await ticketsByUnit(tx, PERIOD);
          expect([...new Set(rows.map((row) => row.unit))].sort()).toEqual(expected.map((each) => each.unit));
          for (const each of expected) {
            expect(tickets.get(each.unit) ?? 0).toBe(each.tickets);
            for (const [kind, { numerator, denominator, numeratorTickets }] of Object.entries(each.rates)) {
              const row = rows.find((candidate) => candidate.unit === each.unit && candidate.rate === kind);
              expect([kind, row?.numerator ?? 0, row?.denominator ?? 0]).toEqual([kind, numerator, denominator]);
              const behind = await ticketsBehind(tx, kind as rate.RateKind, PERIOD, { unit: each.unit, part: 'numerator', limit: 100 });
              expect(behind.map((ticket) => ticket.ticketId)).toEqual(numeratorTickets.map((ticket) => ticket.ticketId));
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
