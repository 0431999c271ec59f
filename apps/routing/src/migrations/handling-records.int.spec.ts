import { randomUUIDv7 as newId } from 'node:crypto';
import { handling } from '@hotline/domain';
import { migrate, openOrm, type PersistenceOptions, UnitOfWork } from '@hotline/persistence';
import { testDatabase, type TestDatabase } from '@hotline/testing';
import { taskColumn } from '../handling/case.store.js';
import { ROUTING_PERSISTENCE } from '../routing.persistence.js';
import { RoutingTables20260103000000 } from './routing-tables.migration.js';

const AT = Date.UTC(2018, 8, 21, 1);
const step = { dispatchNo: 1, unit: 'YM-SWJ', at: AT };

const opened: handling.HandlingEvent = { type: 'CaseOpened', ticketId: newId(), category: 'help', petitionerKind: 'individual', prefectureTransfer: true, receivedAt: AT, acceptedAt: AT };
const dispatched: handling.HandlingEvent = {
  ...{ type: 'Dispatched', dispatchNo: 1, round: 1, mode: 'joint', lead: 'YM-SWJ', assisting: ['532328101', 'YM-JTYSJ'], supervised: null, finding: null },
  ...{ ruling: false, policy: 'yuanmou-2018@1', at: AT },
};
const entered: handling.HandlingEvent = {
  ...{ type: 'ResultEntered', ...step, round: 1, resultCode: 'conditions-not-ready', text: '暂不具备', reviewDate: '2019-03-01', plan: '列入明年' },
  ...{ explanationRecord: null, missingOpinions: ['532328101', 'YM-JTYSJ'] },
};
const feedback: handling.HandlingEvent = { type: 'FeedbackGiven', ...step, round: 1, resultCode: 'conditions-not-ready', approver: '主要负责人', authorisation: '会议纪要', sealNumber: '印1' };
const back = (unit: string): handling.HandlingEvent => ({ type: 'ReturnAsked', ...step, unit, reason: '不属我单位', suggestedUnit: 'YM-ZJJ' });
const released = (unit: string, role: 'lead' | 'assisting'): handling.HandlingEvent => ({ type: 'ReturnDecided', ...step, unit, role, accepted: true, reason: null });

/** Cases as the first version of the service left them, one of each kind. */
const OLD: Readonly<Record<string, readonly handling.HandlingEvent[]>> = {
  waiting: [opened],
  fresh: [opened, dispatched],
  busy: [opened, dispatched, { type: 'Signed', ...step, implied: false }, { type: 'OpinionGiven', ...step, unit: 'YM-JTYSJ', text: '同意' }, back('532328101')],
  left: [opened, dispatched, back('532328101'), released('532328101', 'assisting')],
  returned: [opened, dispatched, back('YM-SWJ'), released('YM-SWJ', 'lead')],
  entered: [opened, dispatched, entered],
  fed: [opened, dispatched, entered, feedback],
  closed: [opened, dispatched, entered, feedback, { type: 'CaseClosed', ...step, round: 1, supervised: false }],
  upstream: [opened, { type: 'UpstreamReturnAsked', reason: '州级事权', at: AT }],
  answered: [opened, { type: 'AnswerNoted', at: AT }],
};

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase('records');
});
afterAll(() => database.drop());

describe('a database that is older than the work lists', () => {
  it('[Art. 14-18] gets for each case the tasks, returns and review dates that the domain says, and stays readable', async () => {
    const before: PersistenceOptions = { name: 'routing', url: database.url, schema: 'records', poolMax: 2, entities: [], migrations: [RoutingTables20260103000000] };
    await migrate(before);
    const orm = await openOrm(before);
    const uow = new UnitOfWork(orm, '532328');
    const states = Object.entries(OLD).map(([name, events]) => ({ id: newId(), name, state: events.reduce(handling.evolve, handling.initial) as handling.Case }));
    await uow.run(async (tx) => {
      for (const { id, state } of states) {
        await tx.sql(
          `insert into handling_case (ticket_id, status, prefecture_transfer, round, dispatch_no, lead, assisting, units, supervised, state, version)
           values ($1, $2, true, 1, 1, $3, '{}', '{}', false, $4::jsonb, 1)`,
          [id, state.status, state.dispatch?.lead ?? null, JSON.stringify(state)],
        );
      }
    });
    expect(await migrate({ ...before, ...ROUTING_PERSISTENCE })).toContain('HandlingRecords20260301000000');
    const rows = await uow.read((tx) => tx.sql<{ ticket_id: string; tasks: string[]; accepted_returns: number; review_on: string | null }>('select ticket_id, tasks, accepted_returns, review_on::text from handling_case'));
    await orm.close(true);
    const found = states.map(({ id, name }) => ({ name, row: rows.find((row) => row.ticket_id === id) }));
    const migrated = found.map(({ name, row }) => [name, row?.tasks.toSorted(), row?.accepted_returns, row?.review_on]);
    expect(migrated).toEqual(states.map(({ name, state }) => [name, taskColumn(state).toSorted(), state.acceptedReturns, handling.reviewDateOf(state)]));
  });
});
