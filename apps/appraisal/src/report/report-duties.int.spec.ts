import { randomUUIDv7 as newId } from 'node:crypto';
import { ticketDispatchedV1, ticketVisitedV1, type CloudEvent, type TicketDispatchedV1, type TicketDispatchWithdrawnV1, type TicketVisitedV1, type TopicFoundV1 } from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import { Deferred, EventContext } from '@hotline/messaging';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { October } from '../../spec/october.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';
import { recordDispatches, unitDispatches } from '../facts/fact-tables.js';
import { recordTopics } from '../facts/matter-fact-tables.js';
import { ReportDuties } from './report-duties.js';
import { RaiseReportDuties } from './report.reactions.js';
import { aloneWithTopics } from './report.store.js';

const UNIT = 'YM-SWJ';
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({
    name: 'appraisal',
    schema: APPRAISAL_CONFIG,
    moduleOf: (config) => AppraisalModule.forRoot(config),
    persistence: APPRAISAL_PERSISTENCE,
    clock: { now: () => instantOf('2018-10-10T09:00:00+08:00') },
  });
});
afterAll(() => service.stop());

const dispatched = (ticketId: string): TicketDispatchedV1 => ({
  ...{ ticketId, dispatchNo: 1, round: 1, category: 'help', mode: 'transfer', lead: UNIT, assisting: [], supervisedGround: null },
  ...{ ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: '2018-10-09T01:00:00.000Z' },
});

it('[Art. 21] a topic and the dispatches that show whose field it is oblige the unit also when neither sees the other before its commit', async () => {
  const topicId = newId();
  const tickets = Array.from({ length: 11 }, newId);
  const duties = service.app.get(ReportDuties);
  const { data } = new October(service).topic(topicId, 1, tickets);
  const recorded = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  /** One consumer's batch, which weighs only when the other's facts are written and not yet committed. */
  const batch = (mine: 0 | 1, write: (tx: Transaction) => Promise<void>, weigh: (tx: Transaction) => Promise<void>): Promise<void> =>
    service.app.get(UnitOfWork).run(async (tx) => {
      await write(tx);
      recorded[mine].resolve();
      await Promise.all(recorded.map(({ promise }) => promise));
      await weigh(tx);
    });
  await Promise.all([
    batch(0, (tx) => recordTopics(tx, [{ reading: data as TopicFoundV1, version: 1 }]), (tx) => duties.hear(tx, [{ topicId }])),
    batch(1, (tx) => recordDispatches(tx, tickets.flatMap((ticketId) => unitDispatches(dispatched(ticketId)))), (tx) => duties.hear(tx, tickets.map((ticketId) => ({ ticketId, dispatch: 'made' as const })))),
  ]);
  const owed = await service.sql<{ kind: string; unit: string }>(`select kind, unit from report where state->>'topicId' = $1 order by kind`, [topicId]);
  expect(owed).toEqual([{ kind: 'research', unit: UNIT }, { kind: 'special', unit: 'county' }]);
});

it('[Art. 21] a dispatch finds the topics of its ticket without looking through all topics ever found', async () => {
  const read = async (): Promise<number> => (await service.sql<{ read: number }>(`select seq_tup_read::integer as read from pg_stat_user_tables where relname = 'topic_fact'`))[0]?.read ?? -1;
  await service.sql(
    `insert into topic_fact (topic_id, label, ticket_ids, tickets, first_on, last_on, found_at, version)
     select gen_random_uuid(), '路灯', (select jsonb_agg(gen_random_uuid()) from generate_series(1, 20 + 0 * n))::text, 20, '2018-09-01', '2018-09-09', '2018-09-10', 1 from generate_series(1, 3000) n`,
  );
  await service.sql('vacuum analyze topic_fact');
  const [{ topicId, ticketId } = { topicId: '', ticketId: '' }] = await service.sql<{ topicId: string; ticketId: string }>(`select topic_id as "topicId", ticket_ids::jsonb->>3 as "ticketId" from topic_fact where label = '路灯' order by topic_id limit 1`);
  const before = await read();
  await service.app.get(UnitOfWork).run(async (tx) => {
    await service.app.get(ReportDuties).hear(tx, [ticketId, newId()].map((id) => ({ ticketId: id, dispatch: 'made' as const })));
    await tx.sql('select pg_stat_force_next_flush()');
  });
  expect(await service.sql(`select kind from report where state->>'topicId' = $1`, [topicId])).toEqual([{ kind: 'special' }]);
  expect((await read()) - before).toBeLessThan(100);
});

it('batches of two replicas that are told of the same tickets and of topics in opposite orders do not block each other', async () => {
  const [uow, duties] = [service.app.get(UnitOfWork), service.app.get(RaiseReportDuties)];
  const ticketId = newId();
  const visit: TicketVisitedV1 = { ticketId, visitId: `${ticketId}:2`, dispatchNo: 2, round: 2, unit: UNIT, basis: 'sampled', reached: true, solved: false, satisfaction: 'dissatisfied', visitedAt: '2018-10-10T01:00:00.000Z' };
  const visited = service.event(ticketVisitedV1, { subject: ticketId, version: 9, at: 0 }, visit);
  const other = service.event(ticketDispatchedV1, { subject: newId(), version: 2, at: 0 }, dispatched(newId()));
  const withdrawal: TicketDispatchWithdrawnV1 = { ticketId, dispatchNo: 1, withdrawnAt: '2018-10-10T01:00:00.000Z' };
  let tries = 0;
  const batch = (handle: (context: (event: CloudEvent) => EventContext) => void): Promise<void> =>
    uow.run(async (tx) => {
      tries++;
      const deferred = new Deferred();
      handle((event) => new EventContext([event, tx, deferred]));
      await deferred.run(tx);
    });
  const waiting = (transactions: number): Promise<void> =>
    eventually(async () => expect(await service.sql(`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)).toHaveLength(transactions));
  let both: Promise<void[]> | undefined;
  await uow.run(async (tx) => {
    await aloneWithTopics(tx);
    const topicsFirst = batch((context) => {
      duties.dispatched(dispatched(newId()), context(other));
      duties.dispatchWithdrawn(withdrawal, context(visited));
    });
    await waiting(1);
    const ticketFirst = batch((context) => {
      duties.visited(visit, context(visited));
      duties.dispatched(dispatched(newId()), context(other));
    });
    both = Promise.all([topicsFirst, ticketFirst]);
    await waiting(2);
  });
  await both;
  expect(tries).toBe(2);
});
