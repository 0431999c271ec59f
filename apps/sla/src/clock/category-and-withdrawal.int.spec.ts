import { randomUUIDv7 as newId } from 'node:crypto';
import {
  ticketAnsweredV1,
  ticketAssistingAddedV1,
  ticketCategoryChangedV1,
  ticketDeclinedV1,
  ticketDispatchWithdrawnV1,
  type CloudEvent,
} from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { ASSISTING, clocksOf, LEAD, PATIENCE, startSla, ToldTicket } from '../../spec/sla-bench.js';

const ADDED = '532328103';
const at = (text: string): number => Date.parse(`2026-03-${text}:00+08:00`);
const now = at('04 12:00');
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startSla(() => now);
});
afterAll(() => service.stop());

/** A consultation that became a complaint, with a unit brought in and the dispatch withdrawn in the end. */
function eventsOf(ticketId: string): CloudEvent[] {
  const told = new ToldTicket(service, at, ticketId);
  return [
    told.registered('02 08:00', { category: 'consultation' }),
    told.accepted('02 08:30', { category: 'consultation', receivedAt: isoOf(at('02 08:00')) }),
    told.dispatched('02 10:00', { category: 'consultation', assisting: [ASSISTING] }),
    told.event(ticketAssistingAddedV1, '03 09:00', { ticketId, dispatchNo: 1, round: 1, unit: ADDED, addedAt: isoOf(at('03 09:00')) }),
    told.event(ticketCategoryChangedV1, '03 10:00', { ticketId, category: 'complaint', previous: 'consultation', changedAt: isoOf(at('03 10:00')) }),
    told.event(ticketAnsweredV1, '03 11:00', { ticketId, answeredAt: isoOf(at('03 11:00')) }),
    told.event(ticketDispatchWithdrawnV1, '03 12:00', { ticketId, dispatchNo: 1, withdrawnAt: isoOf(at('03 12:00')) }),
  ];
}

async function seen(ticketId: string): Promise<string[]> {
  return (await clocksOf(service, ticketId)).map((clock) => `${String(clock['kind'])} ${String(clock['unit'])} ${String(clock['dueOn'])} ${String(clock['verdict'])}`).sort();
}

const WITH_COMPLAINT = [
  `assist ${ADDED} 2026-03-19 running`,
  `assist ${ASSISTING} 2026-03-18 running`,
  `county-dispatch county 2026-03-03 on-time`,
  `first-contact ${LEAD} 2026-03-04 running`,
  `resolve ${LEAD} 2026-03-23 running`,
  `return-window ${ADDED} 2026-03-04 running`,
  `return-window ${ASSISTING} 2026-03-03 void`,
  `return-window ${LEAD} 2026-03-03 void`,
  `unit-sign ${ADDED} 2026-03-04 running`,
  `unit-sign ${ASSISTING} 2026-03-03 running`,
  `unit-sign ${LEAD} 2026-03-03 running`,
].sort();

describe('facts that change what was told', () => {
  it('[Art. 13, 15(2)] a change of category counts anew from the dispatch, a unit brought in has its own clocks; the cause is told', async () => {
    const ticketId = newId();
    const [registered, accepted, dispatched, added, changed] = eventsOf(ticketId) as [CloudEvent, CloudEvent, CloudEvent, CloudEvent, CloudEvent];
    await service.tell(registered, accepted, dispatched);
    await eventually(async () => expect(await seen(ticketId)).toContain(`resolve ${LEAD} 2026-03-09 running`), PATIENCE);
    await service.tell(added, changed, changed, added);
    await eventually(async () => expect(await seen(ticketId)).toEqual(WITH_COMPLAINT), PATIENCE);
    const [resolve] = (await clocksOf(service, ticketId)).filter((clock) => clock['kind'] === 'resolve');
    expect(resolve).toMatchObject({ movedBy: 'category-changed', article: 'Art. 17(3)', explanation: { sentence: expect.stringContaining('本件原列为咨询类，2026年3月3日改列为投诉类') } });
    const told = ((await service.told()) as CloudEvent<{ ticketId: string; kind: string; cause: string | null; article: string }>[]).filter(({ data }) => data.ticketId === ticketId && data.kind === 'resolve');
    expect(told.map(({ type, data }) => `${type.replace('hotline.', '')} ${data.cause} ${data.article}`)).toEqual(['clock.started.v1 null Art. 17(1)', 'clock.rescheduled.v1 category-changed Art. 17(3)']);
  });

  it('[Art. 13, 18] ends the same told twice and backwards: all that was withdrawn is void, the county’s clock stopped by its answer', async () => {
    const [forwards, backwards] = [newId(), newId()];
    await service.tell(...eventsOf(forwards));
    const events = eventsOf(backwards);
    await service.tell(...events.toReversed(), ...events);
    await eventually(async () => {
      expect((await seen(forwards)).every((line) => line.endsWith('void') || line === 'county-dispatch county 2026-03-03 on-time')).toBe(true);
      expect(await seen(forwards)).toHaveLength(WITH_COMPLAINT.length);
      expect(await seen(backwards)).toEqual(await seen(forwards));
    }, PATIENCE);
    const [county] = (await clocksOf(service, backwards)).filter((clock) => clock['kind'] === 'county-dispatch');
    expect(county).toMatchObject({ stoppedAt: isoOf(at('03 11:00')) });
  });

  it('[Art. 12, 14-16] a recall makes the clocks of the units void and starts the county’s anew, a decline stops it; told twice and backwards the same', async () => {
    const events = (ticketId: string): CloudEvent[] => [
      ...eventsOf(ticketId).slice(0, 5),
      service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 6, at: at('03 12:00') }, { ticketId, dispatchNo: 1, reason: 'recalled', withdrawnAt: isoOf(at('03 12:00')) }),
      service.event(ticketDeclinedV1, { subject: ticketId, version: 7, at: at('04 09:00') }, { ticketId, ground: 'civil-dispute-or-legal-procedure', declinedAt: isoOf(at('04 09:00')), afterAcceptance: true }),
    ];
    const [forwards, backwards] = [newId(), newId()];
    await service.tell(...events(forwards));
    const reversed = events(backwards).toReversed();
    await service.tell(...reversed, ...reversed);
    const county = ['county-dispatch county 2026-03-03 on-time', 'county-dispatch county 2026-03-04 on-time'];
    await eventually(async () => {
      expect((await seen(forwards)).filter((line) => !line.endsWith('void'))).toEqual(county);
      expect(await seen(forwards)).toHaveLength(WITH_COMPLAINT.length + 1);
      expect(await seen(backwards)).toEqual(await seen(forwards));
    }, PATIENCE);
    const own = (await clocksOf(service, backwards)).filter((clock) => clock['kind'] === 'county-dispatch').map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt]);
    expect(own).toContainEqual([isoOf(at('03 12:00')), isoOf(at('04 09:00'))]);
  });
});
