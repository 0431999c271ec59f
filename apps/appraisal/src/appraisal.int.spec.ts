import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import {
  clockOverdueV1,
  clockStartedV1,
  clockStoppedV1,
  extensionGrantedV1,
  ticketClosedV1,
  ticketDispatchedV1,
  ticketRegisteredV1,
  ticketReturnDecidedV1,
  ticketVisitedV1,
  unitRecordedV1,
  type CloudEvent,
  type ClockReading,
} from '@hotline/contracts';
import type { ClockKind } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { APPRAISAL_CONFIG, type AppraisalConfig } from './appraisal.config.js';
import { AppraisalModule } from './appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';

const AT = Date.UTC(2018, 8, 10, 1);
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({
    name: 'appraisal',
    schema: APPRAISAL_CONFIG,
    moduleOf: (config) => AppraisalModule.forRoot(config),
    persistence: APPRAISAL_PERSISTENCE,
  });
});
afterAll(() => service.stop());

function reading(ticketId: string, unit: string, kind: ClockKind, rest: Partial<ClockReading> = {}): ClockReading {
  return {
    clockId: `${ticketId}:${kind}`, ticketId, kind, unit, dispatchNo: 1, round: 1, startedAt: '2018-09-10T01:00:00.000Z', dueOn: '2018-09-30', dueAt: '2018-09-30T16:00:00.000Z',
    provisional: false, stoppedAt: null, overdueAt: null, verdict: 'running', workingDaysUsed: null, workingDaysLate: null, article: 'Art. 17', cause: null,
    policy: 'yuanmou-2018@1', calendar: 'national:2018v1', ...rest,
  };
}

/** Everything that is told of one ticket of a unit: on time at signing, late at feedback, closed, visited, extended, one refused return. */
function historyOf(ticketId: string, unit: string): CloudEvent[] {
  const about = (version: number) => ({ subject: ticketId, version, at: AT });
  const clock = (version: number, kind: ClockKind) => ({ subject: `${ticketId}:${kind}`, version, at: AT });
  const stopped = { stoppedAt: '2018-10-09T01:00:00.000Z', workingDaysUsed: 16 };
  return [
    service.event(ticketRegisteredV1, about(1), {
      ticketId, number: 'YM20180910-1', channel: 'phone', petitionerKind: 'individual', category: 'help', subject: null, townCode: null, receivedAt: '2018-09-10T01:00:00.000Z', origin: null, externalId: null, prefectureNumber: null,
    }),
    service.event(ticketDispatchedV1, about(1), {
      ticketId, dispatchNo: 1, round: 1, category: 'help', mode: 'transfer', lead: unit, assisting: [], supervisedGround: null, ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: '2018-09-10T01:00:00.000Z',
    }),
    service.event(ticketReturnDecidedV1, about(2), { ticketId, dispatchNo: 1, unit, accepted: false, decidedAt: '2018-09-11T01:00:00.000Z' }),
    service.event(clockStartedV1, clock(1, 'unit-sign'), reading(ticketId, unit, 'unit-sign')),
    service.event(clockStoppedV1, clock(2, 'unit-sign'), reading(ticketId, unit, 'unit-sign', { stoppedAt: '2018-09-10T02:00:00.000Z', verdict: 'on-time', workingDaysUsed: 0 })),
    service.event(clockStartedV1, clock(1, 'resolve'), reading(ticketId, unit, 'resolve')),
    service.event(clockOverdueV1, clock(2, 'resolve'), reading(ticketId, unit, 'resolve', { overdueAt: '2018-09-30T16:00:00.000Z' })),
    service.event(clockStoppedV1, clock(3, 'resolve'), reading(ticketId, unit, 'resolve', { ...stopped, overdueAt: '2018-09-30T16:00:00.000Z', verdict: 'late', workingDaysLate: 2 })),
    service.event(extensionGrantedV1, { subject: `${ticketId}:x`, version: 2, at: AT }, {
      extensionId: `${ticketId}:x`, ticketId, dispatchNo: 1, round: 1, unit, workingDays: 3, decidedBy: 'county', decidedAt: '2018-09-12T01:00:00.000Z',
    }),
    service.event(ticketClosedV1, about(3), { ticketId, dispatchNo: 1, round: 1, unit, supervised: false, closedAt: '2018-09-28T01:00:00.000Z' }),
    service.event(ticketVisitedV1, about(4), {
      ticketId, visitId: `${ticketId}:1`, dispatchNo: 1, round: 1, unit, basis: 'sampled', reached: true, solved: true, satisfaction: 'basically-satisfied', visitedAt: '2018-09-29T01:00:00.000Z',
    }),
  ];
}

const EXPECTED = {
  'on-time-sign': [1, 1], 'on-time-contact': [0, 0], 'on-time-close': [0, 1], close: [1, 1], solved: [1, 1], satisfied: [1, 1], return: [1, 1], rework: [0, 1], extension: [1, 1],
};

async function ratesOf(unit: string, role = 'analyst', ofUnit?: string): Promise<Record<string, number[]> | undefined> {
  const answer = await request(service.server).get(`/appraisal/v1/rates?from=2018-09-01&to=2018-09-30&groupBy=unit`).set('Authorization', await service.as(role, ofUnit)).expect(200);
  const item = (answer.body.items as { unit: string; rates: Record<string, { numerator: number; denominator: number }> }[]).find((each) => each.unit === unit);
  return item && Object.fromEntries(Object.entries(item.rates).map(([rate, { numerator, denominator }]) => [rate, [numerator, denominator]]));
}

describe('appraisal service', () => {
  it.each([
    ['in order', (events: CloudEvent[]) => events],
    ['backwards', (events: CloudEvent[]) => events.toReversed()],
    ['three times, interleaved', (events: CloudEvent[]) => [...events.filter((_, index) => index % 2), ...events, ...events.toReversed()]],
  ])('[Art. 22] shows the same rates however the events arrive: %s', async (name, order) => {
    const unit = `U-${name.replace(/\W+/g, '-')}`;
    await service.tell(...order(historyOf(newId(), unit)));
    await eventually(async () => expect(await ratesOf(unit)).toEqual(EXPECTED));
  });

  it('[Art. 22] leaves a running deadline out until it has run out', async () => {
    const ticketId = newId();
    await service.tell(service.event(clockStartedV1, { subject: `${ticketId}:resolve`, version: 1, at: AT }, reading(ticketId, 'U-running', 'resolve')), ...historyOf(newId(), 'U-running'));
    await eventually(async () => expect(await ratesOf('U-running')).toMatchObject({ 'on-time-close': [0, 1] }));
    await service.tell(service.event(clockOverdueV1, { subject: `${ticketId}:resolve`, version: 2, at: AT }, reading(ticketId, 'U-running', 'resolve', { overdueAt: '2018-09-30T16:00:00.000Z' })));
    await eventually(async () => expect(await ratesOf('U-running')).toMatchObject({ 'on-time-close': [0, 2] }));
  });

  it('names units as the directory does, keeps a unit to its own figures and drills down to tickets', async () => {
    const [mine, ...others] = [newId(), newId(), newId()];
    await service.tell(service.event(unitRecordedV1, { subject: 'U-mine', version: 2, at: AT }, { code: 'U-mine', name: '水务局', kind: 'department', active: true, recordedAt: '2018-09-01T00:00:00.000Z' }));
    await service.tell(service.event(unitRecordedV1, { subject: 'U-mine', version: 1, at: AT }, { code: 'U-mine', name: '水利局', kind: 'department', active: true, recordedAt: '2018-08-01T00:00:00.000Z' }));
    await service.tell(...historyOf(mine as string, 'U-mine'), ...others.flatMap((id) => historyOf(id, 'U-theirs')));
    await eventually(async () => expect(await ratesOf('U-theirs')).toMatchObject({ solved: [2, 2] }));
    expect(await ratesOf('U-theirs', 'unit', 'U-mine')).toBeUndefined();
    expect(await ratesOf('U-mine', 'unit', 'U-mine')).toEqual(EXPECTED);
    const own = await request(service.server).get('/appraisal/v1/rates?from=2018-09-01&to=2018-09-30&unit=U-mine').set('Authorization', await service.as('analyst')).expect(200);
    expect(own.body.items).toMatchObject([{ unit: 'U-mine', name: '水务局', kind: 'department', ranked: false }]);
    const behind = '/appraisal/v1/rates/solved/tickets?from=2018-09-01&to=2018-09-30&unit=U-theirs&limit=1';
    const first = await request(service.server).get(behind).set('Authorization', await service.as('analyst')).expect(200);
    const second = await request(service.server).get(`${behind}&cursor=${first.body.next}`).set('Authorization', await service.as('analyst')).expect(200);
    expect([...first.body.items, ...second.body.items].map((ticket) => ticket.ticketId)).toEqual(others.toSorted());
    expect(second.body.next).toBeNull();
  });

  it.each([
    ['?from=2018-09-31&to=2018-10-01', 400],
    ['?from=2018-09-30&to=2018-09-01', 400],
    ['?from=2018-09-01&to=2018-09-30&groupBy=moon', 400],
    ['?from=2018-09-01&to=2018-09-30&unknown=1', 400],
    ['?from=2018-09-01&to=2018-09-30&cursor=rubbish', 400],
  ])('refuses %s with %i', async (query, status) => {
    const answer = await request(service.server).get(`/appraisal/v1/rates${query}`).set('Authorization', await service.as('analyst')).expect(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });
});
