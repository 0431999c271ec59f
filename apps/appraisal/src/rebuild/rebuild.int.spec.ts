import fc from 'fast-check';
import { calendarPublishedV1, ticketAcceptedV1, ticketAnsweredV1, ticketDeclinedV1, ticketFeedbackGivenV1, ticketFollowedUpV1, ticketOpinionGivenV1, topicFoundV1, unitDutyGapFoundV1, unitLiaisonChangedV1, ticketAssistingAddedV1, ticketCategoryChangedV1, ticketCorrectedV1, ticketDispatchWithdrawnV1, ticketLinkedV1, accountabilityDecidedV1, knowledgePublishedV1, subjectOf, type CloudEvent } from '@hotline/contracts';
import { appraisal, policy } from '@hotline/domain';
import { loadPolicyBook } from '@hotline/http';
import { Bus } from '@hotline/messaging';
import { openOrm, UnitOfWork } from '@hotline/persistence';
import { eventually, natsUrl } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { idOf, ticketEvents, unitEvent, type EventMaker } from '../../spec/a-month-of-events.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';
import { COUNTED_THINGS, unitsToScore } from '../rates/counted.store.js';
import { historyEvents, historyIsWhole, streamEvents, streamIsWhole, type EventBatch } from './event-source.js';
import { BeginningForgotten, rebuildFacts, type RebuildReport } from './rebuild-facts.js';
import { reportLines } from './rebuild-report.js';

const SEPTEMBER = { from: '2018-09-01', to: '2018-09-30' };
let service: ServiceUnderTest;
let events: CloudEvent[];
const event: EventMaker = (made, about, eventData) => service.event(made, about, eventData);

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({ name: 'appraisal', schema: APPRAISAL_CONFIG, moduleOf: (config) => AppraisalModule.forRoot(config), persistence: APPRAISAL_PERSISTENCE });
  const at = (subject: string, version: number) => ({ subject, version, at: Date.UTC(2018, 8, 12, 1) });
  events = [
    unitEvent(event, 'U-A', '水利局', 'department'),
    unitEvent(event, 'U-A', '水务局', 'department', 2),
    unitEvent(event, 'U-B', '元马镇', 'township'),
    ...ticketEvents(event, 'a', { unit: 'U-A' }),
    ...ticketEvents(event, 'b', { unit: 'U-A', satisfaction: 'dissatisfied', verdict: 'late' }),
    ...ticketEvents(event, 'c', { unit: 'U-B' }),
    event(ticketCategoryChangedV1, at(idOf('a'), 5), { ticketId: idOf('a'), category: 'complaint', previous: 'help', changedAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketCategoryChangedV1, at(idOf('a'), 6), { ticketId: idOf('a'), category: 'report', previous: 'complaint', changedAt: '2018-09-12T02:00:00.000Z' }),
    ...[5, 7].map((version) => event(ticketCorrectedV1, at(idOf('b'), version), { ticketId: idOf('b'), subject: `水务${version}`, townCode: null, correctedAt: '2018-09-12T01:00:00.000Z' })),
    event(ticketAssistingAddedV1, at(idOf('a'), 7), { ticketId: idOf('a'), dispatchNo: 1, round: 1, unit: 'U-B', addedAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketDispatchWithdrawnV1, at(idOf('b'), 8), { ticketId: idOf('b'), dispatchNo: 1, withdrawnAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketLinkedV1, at(idOf('c'), 9), { ticketId: idOf('c'), primaryTicketId: idOf('a'), link: 'duplicate', linkedAt: '2018-09-12T01:00:00.000Z' }),
    event(knowledgePublishedV1, at(idOf('k'), 1), { entryId: idOf('k'), version: 1, unit: 'U-A', inForce: true, reviewOn: '2019-03-12', publishedAt: '2018-09-12T01:00:00.000Z' }),
    event(knowledgePublishedV1, at(idOf('k'), 2), { entryId: idOf('k'), version: 1, unit: 'U-A', inForce: false, reviewOn: null, publishedAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketAcceptedV1, at(idOf('c'), 2), { ticketId: idOf('c'), scopeCode: 'matter-to-solve', category: 'help', petitionerKind: 'individual', prefectureTransfer: false, receivedAt: '2018-09-12T00:00:00.000Z', acceptedAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketAnsweredV1, at(idOf('d'), 3), { ticketId: idOf('d'), answeredAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketDeclinedV1, at(idOf('e'), 2), { ticketId: idOf('e'), ground: 'emergency', declinedAt: '2018-09-12T01:00:00.000Z' }),
    ...[1, 2].map((version) => event(topicFoundV1, at(idOf('t'), version), { topicId: idOf('t'), label: `停水${version}`, subject: '水务', townCode: null, ticketIds: ['a', 'b', 'c'].slice(0, version + 1).map(idOf), firstReceivedAt: '2018-09-10T01:00:00.000Z', lastReceivedAt: '2018-09-12T01:00:00.000Z', foundAt: '2018-09-12T02:00:00.000Z' })),
    event(ticketOpinionGivenV1, at(idOf('a'), 10), { ticketId: idOf('a'), dispatchNo: 1, unit: 'U-B', givenAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketFeedbackGivenV1, at(idOf('a'), 11), { ticketId: idOf('a'), dispatchNo: 1, round: 1, unit: 'U-A', resultCode: 'resolved', feedbackAt: '2018-09-20T01:00:00.000Z' }),
    ...['a', 'b'].map((word) => event(ticketFollowedUpV1, at(idOf(word), 12), { ticketId: idOf(word), followUpId: idOf('f'), way: 'field-visit', dispatchNo: 1, unit: 'U-A', finding: 'as-reported', foundAt: '2018-09-20T01:00:00.000Z' })),
    ...[1, 2].map((version) => event(calendarPublishedV1, at('national:2018', version), { layer: 'national', year: 2018, version, source: '国务院办公厅通知', publishedBy: '时限管理员', publishedAt: '2017-12-01T00:00:00.000Z', daysOff: [], daysWorked: [] })),
    event(unitLiaisonChangedV1, at(idOf('l'), 1), { changeId: idOf('l'), unit: 'U-A', changedOn: '2018-09-03', reportedOn: '2018-09-18', workingDays: 11, late: true }),
    event(unitDutyGapFoundV1, at('U-A:2018-09-20', 1), { unit: 'U-A', date: '2018-09-20', foundAt: '2018-09-20T01:00:00.000Z' }),
    event(accountabilityDecidedV1, at(idOf('x'), 1), { caseId: idOf('x'), unit: 'U-A', ground: 'late-without-reason', measure: 'summons-talk', ticketIds: [idOf('a'), idOf('b')], decidedAt: '2018-09-29T01:00:00.000Z' }),
  ];
  await service.sql(`create schema elsewhere`);
  await service.sql(`create table elsewhere.outbox (id bigint generated always as identity primary key, event_id uuid not null, subject text not null, aggregate text not null, payload text not null)`);
  for (const each of events.toReversed()) {
    await service.sql('insert into elsewhere.outbox (event_id, subject, aggregate, payload) values ($1, $2, $3, $4)', [each.id, subjectOf(service.county, each.type.slice('hotline.'.length)), each.subject, JSON.stringify(each)]);
  }
  await service.tell(...events, ...events.toReversed());
  await eventually(async () => expect(await service.sql('select from inbox')).toHaveLength(events.length));
});
afterAll(() => service.stop());

function rebuild(from: (uow: UnitOfWork) => AsyncIterable<EventBatch>, apply = false): Promise<RebuildReport> {
  return rebuildFacts({ persistence: { name: 'spec', url: service.databaseUrl, schema: 'appraisal' }, county: service.county, apply, events: from, isWhole: historyIsWhole });
}
const told = (batches: readonly (readonly CloudEvent[])[]) =>
  async function* (): AsyncGenerator<EventBatch> {
    for (const batch of batches) yield { events: batch, unreadable: 0 };
  };
const unlikeTables = ({ tables }: RebuildReport): string[] => tables.filter(({ differences }) => differences.length > 0).map(({ table }) => table);

describe('facts built anew', () => {
  it('[Art. 22] out of the history of the services or out of the stream are the live ones', async () => {
    const history = await rebuild((uow) => historyEvents(uow, service.county));
    expect([history.events, history.equal, unlikeTables(history)]).toEqual([events.length, true, []]);
    const bus = new Bus({ url: natsUrl(), name: 'spec', county: service.county });
    expect(await streamIsWhole(bus)).toBe(true);
    const stream = await rebuild(() => streamEvents(bus));
    await (await bus.manager()).streams.purge(bus.stream, { seq: 2 });
    expect(await streamIsWhole(bus)).toBe(false);
    await bus.close();
    expect([stream.events, stream.equal, unlikeTables(stream)]).toEqual([2 * events.length, true, []]);
    expect(reportLines(stream)).toEqual([`读取 ${2 * events.length} 个事件。`, expect.stringContaining('相同 equal：23 张表')]);
  });

  it('[Art. 22] are equal whatever the order and repetition of the events, and so are the scores', async () => {
    const { appraisal: scheme } = loadPolicyBook('deploy/policy/yuanmou-2018.yaml', '532328').policyAt(SEPTEMBER.to) satisfies policy.PolicyPack;
    const scored = async (schema: string) => {
      const orm = await openOrm({ name: 'spec', url: service.databaseUrl, schema, poolMax: 1, entities: [], migrations: [] });
      try {
        return await new UnitOfWork(orm, service.county).read(async (tx) => {
          const counted = await tx.sql<appraisal.CountedThing>(`select rate, unit, ticket_id as "ticketId", dispatch_no as "dispatchNo", hit from (${COUNTED_THINGS}) as counted`, [SEPTEMBER.from, SEPTEMBER.to]);
          return appraisal.scoresOf({ scheme, smallSample: 1, units: await unitsToScore(tx, counted.map(({ unit }) => unit)), counted, exclusions: [], manual: [] });
        });
      } finally {
        await orm.close(true);
      }
    };
    const expected = await scored('appraisal');
    expect(expected.map(({ unit, tickets }) => [unit, tickets])).toEqual([['U-A', 1], ['U-B', 2]]);
    const seen: unknown[] = [];
    const batches = fc.tuple(fc.shuffledSubarray(events, { minLength: events.length }), fc.array(fc.constantFrom(...events), { maxLength: 20 }), fc.integer({ min: 1, max: 12 }));
    await fc.assert(
      fc.asyncProperty(batches, async ([shuffled, repeated, size]) => {
        const all = [...repeated, ...shuffled, ...repeated.toReversed()];
        const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
        const report = await rebuild(async function* () {
          yield* told(parts)();
          seen.push(await scored('appraisal_rebuilt'));
        });
        expect([report.equal, unlikeTables(report)]).toEqual([true, []]);
      }),
      { numRuns: 12 },
    );
    expect(seen).toEqual(seen.map(() => expected));
  });

  it('[Art. 22] differ where somebody meddled with the live ones, row by row, and put them right when told to', async () => {
    await service.sql(`update visit_fact set satisfaction = 'very-satisfied' where ticket_id = $1`, [idOf('b')]);
    await service.sql(`delete from withdrawn_fact`);
    await service.sql(`update category_fact set version = version + 9`);
    await service.sql(`insert into duty_gap_fact values ('U-A', '2018-09-08', '2018-09-09')`);
    await service.sql(`update calendar_year set record = jsonb_set(record, '{daysOff}', '[{"date": "2018-09-10", "reason": "放假"}]') where version = 2`);
    const found = await rebuild((uow) => historyEvents(uow, service.county));
    expect([found.equal, found.applied, unlikeTables(found)]).toEqual([false, false, ['category_fact', 'withdrawn_fact', 'visit_fact', 'duty_gap_fact', 'calendar_year']]);
    const text = reportLines(found).join('\n');
    expect(text).toContain(`${idOf('b')}:1：satisfaction 现有 "very-satisfied"，重建 "dissatisfied"`);
    expect(text).toContain('U-A 2018-09-08：只在现有的事实中');
    expect(text).toContain('national 2018 2：record 现有');
    expect(text).toContain(`${idOf('b')} 1：只在重建的事实中`);
    expect((await rebuild((uow) => historyEvents(uow, service.county), true)).applied).toBe(true);
    expect((await rebuild((uow) => historyEvents(uow, service.county))).equal).toBe(true);
  });

  it('[Art. 22] never take away what the service recorded while they were being built', async () => {
    const later = ticketEvents(event, 'later', { unit: 'U-B' });
    await service.sql(`delete from withdrawn_fact`);
    const report = await rebuild(async function* () {
      yield* told([events])();
      await service.tell(...later);
      await eventually(async () => expect(await service.sql('select from visit_fact where ticket_id = $1', [idOf('later')])).toHaveLength(1));
    }, true);
    expect(report.applied).toBe(true);
    expect(await service.sql('select from withdrawn_fact')).toHaveLength(1);
    expect(await service.sql('select from visit_fact where ticket_id = $1', [idOf('later')])).toHaveLength(1);
  });

  it('count a message that nobody can read, and go on', async () => {
    await service.sql('insert into elsewhere.outbox (event_id, subject, aggregate, payload) values ($1, $2, $3, $4)', [idOf('rubbish'), subjectOf(service.county, 'ticket.closed.v1'), 'x', '{"rubbish"']);
    const report = await rebuild((uow) => historyEvents(uow, service.county));
    expect([report.events, report.unreadable]).toEqual([events.length, 1]);
  });

  it('[Art. 22] are never applied out of a history of which a service has pruned the beginning', async () => {
    await service.sql(`create table elsewhere.outbox_pruned (up_to bigint not null)`);
    await service.sql(`insert into elsewhere.outbox_pruned values (1)`);
    await service.sql(`delete from elsewhere.outbox where id = 1`);
    await expect(rebuild((uow) => historyEvents(uow, service.county), true)).rejects.toThrow(BeginningForgotten);
    expect((await rebuild((uow) => historyEvents(uow, service.county))).applied).toBe(false);
  });
});
