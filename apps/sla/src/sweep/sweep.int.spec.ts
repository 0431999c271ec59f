import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import type { CalendarYear } from '@hotline/calendar';
import type { CloudEvent } from '@hotline/contracts';
import type { clock as clocks, policy } from '@hotline/domain';
import { openOrm, UnitOfWork } from '@hotline/persistence';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { at, dispatchFact, LEAD, learn, PATIENCE, startSla } from '../../spec/sla-bench.js';
import { publishYear } from '../../spec/publish-year.js';
import { CalendarBook } from '../calendar/calendar-book.js';
import { clockIdOf } from '../clock/clock.store.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { SLA_PERSISTENCE } from '../sla.persistence.js';
import { Sweep } from './sweep.js';
import { WakeUp } from './wake-up.js';

const MONDAY = at('2026-03-02 10:00');
let now = MONDAY;
let service: ServiceUnderTest;

beforeEach(() => (now = MONDAY));
beforeAll(async () => {
  service = await startSla(() => now);
});
afterAll(() => service.stop());

/** Tickets dispatched at a moment, each with its clocks. */
const dispatched = (tickets: readonly string[], moment: number, more: readonly clocks.TicketFact[] = []): Promise<void> => learn(service, tickets, dispatchFact(moment), ...more);

/** Sets the clock and lets the service look. */
function setClock(moment: number): void {
  now = moment;
  service.app.get(WakeUp).wake();
}

/** What was told of one clock, as `verb version`. */
async function toldOf(clockId: string): Promise<string[]> {
  const told = await service.sql<{ event: CloudEvent }>('select payload::json as event from outbox where aggregate = $1 order by id', [clockId]);
  return told.map(({ event }) => `${event.type.split('.')[2]} ${event.version}`);
}

async function clockOf(clockId: string): Promise<Record<string, unknown>> {
  const { body } = await request(service.server).get(`/sla/v1/clocks/${clockId}`).set('Authorization', await service.as('auditor')).expect(200);
  return body as Record<string, unknown>;
}

describe('the sweep', () => {
  it('[Reading §3] warns at half time and on the last working day, then declares overdue; each once, whatever the server clock does', async () => {
    const ticketId = newId();
    await dispatched([ticketId], MONDAY);
    const clockId = clockIdOf(ticketId, `resolve:1:${LEAD}`); // five working days: due at the end of Monday the 9th
    for (const [moment, told] of [
      ['2026-03-05 08:59', ['started 1']],
      ['2026-03-05 09:00', ['started 1', 'warned 2']],
      ['2026-03-05 08:00', ['started 1', 'warned 2']],
      ['2026-03-07 12:00', ['started 1', 'warned 2']],
      ['2026-03-09 09:00', ['started 1', 'warned 2', 'warned 3']],
      ['2026-03-09 23:59', ['started 1', 'warned 2', 'warned 3']],
      ['2026-03-10 00:00', ['started 1', 'warned 2', 'warned 3', 'overdue 4']],
      ['2026-03-09 12:00', ['started 1', 'warned 2', 'warned 3', 'overdue 4']],
      ['2026-03-20 12:00', ['started 1', 'warned 2', 'warned 3', 'overdue 4']],
    ] as const) {
      setClock(at(moment));
      await service.app.get(Sweep).once();
      await eventually(async () => expect(await toldOf(clockId)).toEqual(told), PATIENCE);
    }
    expect(await clockOf(clockId)).toMatchObject({ verdict: 'running', overdueAt: '2026-03-09T16:00:00.000Z', warned: ['half', 'last-day'], version: 4 });
  });

  it('lets any number of replicas sweep at once: every overdue clock is told once', async () => {
    const tickets: string[] = Array.from({ length: 700 }, () => newId());
    await dispatched(tickets, MONDAY);
    const orm = await openOrm({ name: 'replica', url: service.databaseUrl, schema: 'sla', poolMax: 4, ...SLA_PERSISTENCE });
    const uow = new UnitOfWork(orm, service.county);
    const replicas = Array.from({ length: 2 }, () => new Sweep(uow, new CalendarBook(uow), service.app.get<policy.PolicyBook>(POLICY_BOOK), { now: () => now }));
    setClock(at('2026-03-04 00:00')); // all sign clocks and return windows; the service's own loop takes part
    const sweepAll = async (sweep: Sweep): Promise<void> => {
      while ((await sweep.once()).swept > 0);
    };
    await Promise.all(replicas.map(sweepAll));
    await eventually(async () => {
      const [left] = await service.sql<{ left: number }>(`select count(*)::integer as left from clock where wake_at <= $1`, [new Date(now)]);
      expect(left).toEqual({ left: 0 });
    }, PATIENCE);
    const told = ((await service.told()) as CloudEvent<{ clockId: string; ticketId: string; kind: string }>[]).filter((event) => tickets.includes(event.data.ticketId));
    const overdue = told.filter((event) => event.type === 'hotline.clock.overdue.v1').map((event) => event.data.clockId);
    expect(new Set(overdue)).toEqual(new Set(tickets.map((ticketId) => clockIdOf(ticketId, `unit-sign:1:${LEAD}`))));
    expect(overdue).toHaveLength(tickets.length);
    const lapsed = told.filter((event) => event.type === 'hotline.clock.voided.v1').map((event) => event.data.clockId);
    expect(lapsed).toHaveLength(tickets.length);
    await orm.close(true);
  });

  it('[Reading §2.5] never declares a provisional deadline overdue, until its year is published', async () => {
    const ticketId = newId();
    await dispatched([ticketId], at('2026-12-30 10:00'), [{ type: 'signed', dispatchNo: 1, unit: LEAD, at: at('2026-12-30 11:00') }]);
    const clockId = clockIdOf(ticketId, `resolve:1:${LEAD}`);
    expect(await clockOf(clockId)).toMatchObject({ provisional: true, dueOn: '2027-01-06' });
    setClock(at('2027-03-01 10:00'));
    await service.app.get(Sweep).once();
    expect(await clockOf(clockId)).toMatchObject({ verdict: 'running', overdueAt: null, provisional: true });
    const record: CalendarYear = {
      layer: 'national', year: 2027, version: 1, source: '2027年放假安排（样例）', publishedBy: '国务院办公厅', publishedAt: '2026-11-20T00:00:00+08:00',
      daysOff: [{ date: '2027-01-01', reason: '元旦' }], daysWorked: [],
    };
    await publishYear(service, record);
    await eventually(async () => expect(await clockOf(clockId)).toMatchObject({ provisional: false, dueOn: '2027-01-07', overdueAt: '2027-01-07T16:00:00.000Z' }), PATIENCE);
    // publication and sweep race for the clock; who wins it tells the move in an event of its own or together with the lapse
    const told = (await toldOf(clockId)).map((line) => line.split(' ')[0]);
    expect([told[0], told.at(-1)]).toEqual(['started', 'overdue']);
    const [overdue] = await service.sql<{ due_on: string }>(`select payload::json #>> '{data,dueOn}' as due_on from outbox where aggregate = $1 order by id desc limit 1`, [clockId]);
    expect(overdue).toEqual({ due_on: '2027-01-07' });
  });

  it('puts a clock off that cannot be read and goes on with the others', async () => {
    const [broken, sound] = [newId(), newId()];
    await dispatched([broken, sound], MONDAY);
    await service.sql(`update clock set terms = jsonb_set(terms, '{limit,unit}', '"fortnights"') where id = $1`, [clockIdOf(broken, `unit-sign:1:${LEAD}`)]);
    setClock(at('2026-03-04 00:00'));
    await eventually(async () => expect(await clockOf(clockIdOf(sound, `unit-sign:1:${LEAD}`))).toMatchObject({ overdueAt: '2026-03-03T16:00:00.000Z' }), PATIENCE);
  });

  it('shows what is due in the metrics', async () => {
    const { text } = await request(service.server).get('/sla/metrics').expect(200);
    expect(text).toMatch(/^hotline_sla_clocks_due(\{[^}]*\})? 0$/m);
    expect(text).toMatch(/^hotline_sla_sweep_lateness_seconds_count/m);
  });
});
