import { describe, it } from '@jest/globals';
import { checked, ticketRegisteredV1 } from '@hotline/contracts';
import { ticket } from '@hotline/domain';
import { CATEGORIES, CHANNELS, codesOf, PETITIONER_KINDS } from '@hotline/domain/shared';
import fc from 'fast-check';
import { registeredWire } from '../ticket/ticket.events.js';

const code = fc.option(fc.string({ minLength: 1, maxLength: 120 }));

describe('the wire form of a registration', () => {
  it('fits its contract whatever a registration may hold, so that the hot path need not check it', () => {
    const registration = fc.record<Omit<ticket.TicketRegistered, 'prefectureDueOn'>>({
      type: fc.constant('TicketRegistered'),
      ticketId: fc.uuid({ version: 7 }),
      number: fc.constant('YM20181103-000123'),
      channel: fc.constantFrom(...codesOf(CHANNELS)),
      petitionerKind: fc.constantFrom(...codesOf(PETITIONER_KINDS)),
      category: fc.constantFrom(...codesOf(CATEGORIES)),
      subject: code,
      townCode: code,
      receivedAt: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
      source: code,
      externalId: code,
      prefectureNumber: code,
      prefectureTransfer: fc.boolean(),
      at: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
    });
    const events: fc.Arbitrary<ticket.TicketRegistered> = fc.tuple(registration, fc.option(fc.constant('2018-09-28'))).map(([event, prefectureDueOn]) => ({ ...event, ...(prefectureDueOn && { prefectureDueOn }) }));
    fc.assert(fc.property(events, fc.boolean(), (event, contactable) => void checked(ticketRegisteredV1, registeredWire(event, contactable), 'out')), { numRuns: 200 });
  });
});
