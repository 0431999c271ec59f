import { randomUUIDv7 as newId } from 'node:crypto';
import { ticketContactLeftV1, ticketLinkedV1, ticketPetitionerToldV1, ticketPrimaryDeclinedV1, ticketResultEnteredV1, type CloudEvent } from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { ASSISTING, clocksOf, LEAD, PATIENCE, startSla, ToldTicket } from '../../spec/sla-bench.js';

const at = (text: string): number => Date.parse(`2026-03-${text}:00+08:00`);
const now = at('20 12:00');
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startSla(() => now);
});
afterAll(() => service.stop());

/** One ticket as its events tell of it. */
class Told extends ToldTicket {
  constructor() {
    super(service, at);
  }

  contactLeft(moment: string): CloudEvent {
    return this.event(ticketContactLeftV1, moment, { ticketId: this.ticketId, leftAt: this.iso(moment) });
  }

  linked(moment: string, undone = false): CloudEvent {
    return this.event(ticketLinkedV1, moment, { ticketId: this.ticketId, primaryTicketId: newId(), link: 'merged', linkedAt: this.iso(moment), ...(undone && { undone }) });
  }

  primaryDeclined(moment: string): CloudEvent {
    return this.event(ticketPrimaryDeclinedV1, moment, { ticketId: this.ticketId, primaryTicketId: newId(), awaitsSince: this.iso(moment) });
  }

  petitionerTold(moment: string): CloudEvent {
    return this.event(ticketPetitionerToldV1, moment, { ticketId: this.ticketId, toldAt: this.iso(moment) });
  }

  result(moment: string): CloudEvent {
    return this.event(ticketResultEnteredV1, moment, { ticketId: this.ticketId, dispatchNo: 1, unit: LEAD, resultCode: 'resolved', missingOpinions: [ASSISTING], enteredAt: this.iso(moment) });
  }
}

interface SeenClock {
  readonly kind: string;
  readonly unit: string;
  readonly verdict: string;
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly workingDaysLate: number | null;
  readonly explanation: { readonly sentence: string; readonly startEvent: string };
}

const of = async (told: Told, kind: string, unit?: string): Promise<SeenClock[]> => (await clocksOf<SeenClock>(service, told.ticketId)).filter((clock) => clock.kind === kind && (unit === undefined || clock.unit === unit));

/** As it was told, and told thrice and backwards: the same clocks in the end. */
async function bothWays(story: (told: Told) => readonly CloudEvent[], expectation: (told: Told) => Promise<void>): Promise<void> {
  const [forwards, backwards] = [new Told(), new Told()];
  await service.tell(...story(forwards));
  const events = story(backwards);
  for (const event of [...events.toReversed(), ...events, ...events.toReversed()]) await service.tell(event);
  for (const told of [forwards, backwards]) await eventually(() => expectation(told), PATIENCE);
}

describe('what others did', () => {
  it('[Art. 15(2)] a result that the lead enters at once voids what an assisting unit had time for still, and is no answer yet for the lead', async () => {
    await bothWays(
      (told) => [told.registered('02 08:00'), told.accepted('02 09:00'), told.dispatched('02 10:00', { assisting: [ASSISTING] }), told.result('02 15:00')],
      async (told) => {
        for (const kind of ['unit-sign', 'assist']) expect(await of(told, kind, ASSISTING)).toMatchObject([{ verdict: 'void', explanation: { sentence: expect.stringContaining('因主办单位已提交办理结果而不再计算') } }]);
        expect(await of(told, 'resolve')).toMatchObject([{ verdict: 'running', stoppedAt: null }]);
      },
    );
  });

  it('[Art. 15(2), 23(2)] a unit that was late by then is late by the days until the result, not until the approval', async () => {
    await bothWays(
      (told) => [told.dispatched('02 10:00', { assisting: [ASSISTING] }), told.result('05 15:00'), told.feedback('10 15:00')],
      async (told) => {
        expect(await of(told, 'unit-sign', ASSISTING)).toMatchObject([{ verdict: 'late', workingDaysLate: 2, stoppedAt: isoOf(at('05 15:00')) }]);
        expect(await of(told, 'assist', ASSISTING)).toMatchObject([{ verdict: 'void' }]);
      },
    );
  });

  it('[Art. 14, 17(2)] a link to a primary stops the time to dispatch, and undoing it starts it anew', async () => {
    await bothWays(
      (told) => [told.registered('02 08:00'), told.accepted('02 09:00'), told.linked('02 15:00'), told.linked('09 09:00', true), told.dispatched('11 09:00')],
      async (told) => {
        const clocks = (await of(told, 'county-dispatch')).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
        expect(clocks).toMatchObject([
          { verdict: 'on-time', startedAt: isoOf(at('02 09:00')), stoppedAt: isoOf(at('02 15:00')) },
          { verdict: 'late', startedAt: isoOf(at('09 09:00')), stoppedAt: isoOf(at('11 09:00')), workingDaysLate: 1, explanation: { startEvent: '解除关联' } },
        ]);
      },
    );
  });

  it('[Art. 12, 17(2)] a decline of the primary is the county’s to tell within a working day', async () => {
    await bothWays(
      (told) => [told.registered('02 08:00'), told.accepted('02 09:00'), told.linked('02 15:00'), told.primaryDeclined('09 09:00'), told.petitionerTold('11 09:00')],
      async (told) => {
        const clocks = (await of(told, 'county-dispatch')).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
        expect(clocks).toMatchObject([
          { verdict: 'on-time', stoppedAt: isoOf(at('02 15:00')) },
          { verdict: 'late', startedAt: isoOf(at('09 09:00')), stoppedAt: isoOf(at('11 09:00')), workingDaysLate: 1, explanation: { startEvent: '主工单不予受理' } },
        ]);
      },
    );
  });

  it('[Art. 17] a petitioner who left no contact is held against nobody, and the explanation says so; one left later counts from then', async () => {
    await bothWays(
      (told) => [told.registered('02 08:00', { contactable: false }), told.accepted('02 09:00'), told.dispatched('02 10:00'), told.feedback('10 15:00'), told.closed('11 09:00')],
      async (told) => expect(await of(told, 'first-contact')).toMatchObject([{ verdict: 'void', explanation: { sentence: expect.stringContaining('因诉求人未留联系方式而不再计算') } }]),
    );
    await bothWays(
      (told) => [told.registered('02 08:00', { contactable: false }), told.accepted('02 09:00'), told.dispatched('02 10:00'), told.contactLeft('04 15:00'), told.feedback('10 15:00'), told.closed('11 09:00')],
      async (told) => expect((await of(told, 'first-contact')).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))).toMatchObject([{ verdict: 'void' }, { verdict: 'late', startedAt: isoOf(at('04 15:00')), explanation: { startEvent: '诉求人补留联系方式' } }]),
    );
    const reachable = new Told();
    await service.tell(reachable.registered('02 08:00', { contactable: true }), reachable.dispatched('02 10:00'), reachable.feedback('10 15:00'), reachable.closed('11 09:00'));
    await eventually(async () => expect(await of(reachable, 'first-contact')).toMatchObject([{ verdict: 'late' }]), PATIENCE);
  });
});
