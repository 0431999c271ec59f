import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import { ticketVisitedV1, type CloudEvent } from '@hotline/contracts';
import type { Satisfaction } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({ name: 'appraisal', schema: APPRAISAL_CONFIG, moduleOf: (config) => AppraisalModule.forRoot(config), persistence: APPRAISAL_PERSISTENCE });
});
afterAll(() => service.stop());

function visited(ticketId: string, unit: string, satisfaction: Satisfaction, about: { readonly correction?: number; readonly dispatchNo?: number } = {}): CloudEvent {
  const { correction, dispatchNo = 2 } = about;
  const at = Date.parse('2018-09-29T01:00:00Z') + (correction ?? 0) * 86_400_000 * 3;
  return service.event(ticketVisitedV1, { subject: ticketId, version: 10 + (correction ?? 0), at }, {
    ...{ ticketId, visitId: `${ticketId}:${dispatchNo}`, dispatchNo, round: 2, unit, basis: 'sampled', reached: true, solved: !satisfaction.includes('dissatisfied'), satisfaction },
    ...{ visitedAt: '2018-09-29T01:00:00.000Z', ...(correction !== undefined && { correction }) },
  });
}

/** Each alone, so that each is weighed by itself. */
async function tell(events: readonly CloudEvent[]): Promise<void> {
  for (const event of events) {
    await service.tell(event);
    await eventually(async () => expect(await service.sql('select 1 from inbox where event_id = $1', [event.id])).toHaveLength(1));
  }
}

async function satisfied(unit: string): Promise<unknown> {
  const answer = await request(service.server).get(`/appraisal/v1/rates?from=2018-09-01&to=2018-09-30&unit=${unit}`).set('Authorization', await service.as('analyst')).expect(200);
  const { numerator, denominator } = answer.body.items[0].rates.satisfied;
  return [numerator, denominator];
}

async function reportOf(ticketId: string): Promise<unknown[]> {
  const answer = await request(service.server).get('/appraisal/v1/reports?limit=200').set('Authorization', await service.as('supervisor')).expect(200);
  return (answer.body.items as { ticketIds: string[]; status: string }[]).filter(({ ticketIds }) => ticketIds.includes(ticketId)).map(({ status }) => status);
}

const ORDERS: [string, (first: CloudEvent, second: CloudEvent, third: CloudEvent) => CloudEvent[]][] = [
  ['in order', (a, b, c) => [a, b, c]],
  ['backwards', (a, b, c) => [c, b, a]],
  ['the first once more at the end', (a, b, c) => [a, c, b, a]],
  ['each twice', (a, b, c) => [b, b, a, c, a, c]],
];

describe.each(ORDERS)('a visit that was put right, told %s', (name, order) => {
  const unit = `U-${name.replaceAll(/\W+/g, '-')}`;

  it('[Art. 19, 22] counts as it was put right last, on the day of the call', async () => {
    const [better, worse] = [newId(), newId()];
    await tell(order(visited(better, unit, 'dissatisfied'), visited(better, unit, 'very-dissatisfied', { correction: 1 }), visited(better, unit, 'satisfied', { correction: 2 })));
    expect(await satisfied(unit)).toEqual([1, 1]);
    await tell(order(visited(worse, unit, 'satisfied'), visited(worse, unit, 'basically-satisfied', { correction: 1 }), visited(worse, unit, 'dissatisfied', { correction: 2 })));
    expect(await satisfied(unit)).toEqual([1, 2]);
  });

  it('[Art. 21] obliges to a report only by what was put right last', async () => {
    const [freed, bound] = [newId(), newId()];
    await tell(order(visited(freed, unit, 'dissatisfied'), visited(freed, unit, 'very-dissatisfied', { correction: 1 }), visited(freed, unit, 'satisfied', { correction: 2 })));
    expect((await reportOf(freed)).filter((status) => status !== 'withdrawn')).toEqual([]);
    await tell(order(visited(bound, unit, 'satisfied'), visited(bound, unit, 'dissatisfied', { correction: 1 }), visited(bound, unit, 'very-dissatisfied', { correction: 2 })));
    expect(await reportOf(bound)).toEqual(['due']);
  });
});

it('[Art. 18, 19, 21] what petitioners say of the county’s own answers counts for the county, and obliges no unit to a report', async () => {
  const ticketId = newId();
  await tell([visited(ticketId, 'county', 'dissatisfied', { dispatchNo: 0 })]);
  expect(await satisfied('county')).toEqual([0, 1]);
  expect(await reportOf(ticketId)).toEqual([]);
});
