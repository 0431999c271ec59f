import { randomUUIDv7 as newId } from 'node:crypto';
import { clockOverdueV1, type CloudEvent } from '@hotline/contracts';
import type { policy } from '@hotline/domain';
import { localDateOf } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { at, SupervisionBench } from '../../spec/supervision-bench.js';
import { CandidateService } from '../accountability/candidate.service.js';
import { CalendarStore } from '../calendar/calendar.store.js';
import { OrderService } from '../order/order.service.js';
import { POLICIES } from '../policies.js';
import { Sweep } from './sweep.js';

let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
beforeEach(() => (bench.now = at('2026-03-02 10:00')));
afterAll(() => bench.service.stop());

it('[Art. 15(3)] reminds of the order that is due first, however many older ones have long limits', async () => {
  await bench.service.sql(
    `with older as (insert into supervision_order (order_id, order_no, ticket_id, unit, status, issued_at, state)
       select '00:' || n, '往' || n, gen_random_uuid(), '532328103', 'issued', '2026-02-02', '{"reminders": []}' from generate_series(1, 501) n returning ticket_id, unit, issued_at)
     insert into known_clock (clock_id, version, ticket_id, kind, unit, dispatch_no, due_on, due_at, started_at, provisional, verdict)
     select gen_random_uuid(), 1, ticket_id, 'supervision', unit, 1, '2026-05-29', '2026-05-30', issued_at, false, 'running' from older`,
  );
  const ticketId = await bench.dispatchedTicket();
  await bench.post(`tickets/${ticketId}/orders`, { ground: 'leader-instruction', workingDays: 4 });
  await bench.hear(bench.clock(1, { clockId: newId(), ticketId, kind: 'supervision' }));
  bench.now = at('2026-03-05 10:00');
  await bench.service.app.get(Sweep).once(bench.now);
  expect((await bench.get(`orders?ticketId=${ticketId}`)).body.items).toMatchObject([{ reminders: [{ dueOn: '2026-03-06' }] }]);
});

it('[Art. 23(1)] a delay is weighed by the policy of its due date, whatever a later one says', async () => {
  const book = bench.service.app.get<policy.PolicyBook>(POLICIES);
  const lateFrom = (days: number, pack: policy.PolicyPack): policy.PolicyPack => ({ ...pack, accountability: { ...pack.accountability, lateFrom: days } });
  const later: policy.PolicyBook = { ...book, policyAt: (date) => lateFrom(date >= '2026-03-08' ? 3 : 1, book.policyAt(date)) };
  const [uow, calendars] = [bench.service.app.get(UnitOfWork), bench.service.app.get(CalendarStore)];
  const sweep = new Sweep(uow, calendars, bench.service.app.get(OrderService), new CandidateService(uow, calendars, later), later);
  const ticketId = await bench.dispatchedTicket();
  bench.now = at('2026-03-07 00:01');
  const overdue = bench.clock(2, { clockId: newId(), ticketId, kind: 'resolve', overdueAt: '2026-03-06T16:00:00.000Z' });
  await bench.hear({ ...overdue, type: `hotline.${clockOverdueV1.name}` } as CloudEvent);
  const proposed = async (): Promise<unknown[]> => bench.service.sql(`select ground from accountability_candidate where state::text like $1`, [`%${ticketId}%`]);
  expect([localDateOf(bench.now), await proposed()]).toEqual(['2026-03-07', []]);
  await sweep.once(at('2026-03-09 00:01'));
  expect(await proposed()).toEqual([{ ground: 'late-without-reason' }]);
});

it('[Art. 23(1)] no delay waits behind others that are not long enough yet, however many those are', async () => {
  const book = bench.service.app.get<policy.PolicyBook>(POLICIES);
  const patient: policy.PolicyBook = { ...book, policyAt: (date) => ({ ...book.policyAt(date), accountability: { ...book.policyAt(date).accountability, lateFrom: date < '2026-03-01' ? 200 : 1 } }) };
  const [uow, calendars] = [bench.service.app.get(UnitOfWork), bench.service.app.get(CalendarStore)];
  const sweep = new Sweep(uow, calendars, bench.service.app.get(OrderService), new CandidateService(uow, calendars, patient), patient);
  await bench.service.sql(
    `with older as (insert into known_clock (clock_id, version, ticket_id, kind, unit, dispatch_no, due_on, due_at, started_at, overdue_at, provisional, verdict)
       select gen_random_uuid(), 1, gen_random_uuid(), 'resolve', '532328103', 1, '2026-02-05', '2026-02-05T16:00:00Z', '2026-01-15', '2026-02-05T16:00:00Z', false, 'running' from generate_series(1, 1001) returning ticket_id),
     tickets as (insert into supervised_ticket (ticket_id) select ticket_id from older)
     insert into known_dispatch (ticket_id, dispatch_no, round, unit) select ticket_id, 1, 1, '532328103' from older`,
  );
  const ticketId = await bench.dispatchedTicket();
  bench.now = at('2026-03-07 00:01');
  const overdue = bench.clock(2, { clockId: newId(), ticketId, kind: 'resolve', overdueAt: '2026-03-06T16:00:00.000Z' });
  await bench.hear({ ...overdue, type: `hotline.${clockOverdueV1.name}` } as CloudEvent);
  await bench.service.sql(`delete from accountability_candidate where state::text like $1`, [`%${ticketId}%`]);
  await sweep.once(at('2026-03-10 00:01'));
  expect(await bench.service.sql(`select ground from accountability_candidate where state::text like $1`, [`%${ticketId}%`])).toEqual([{ ground: 'late-without-reason' }]);
});
