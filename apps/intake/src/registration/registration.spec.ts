import { describe, expect, it } from '@jest/globals';
import { checked, ticketRegisteredV1 } from '@hotline/contracts';
import { ticket } from '@hotline/domain';
import { CATEGORIES, CHANNELS, codesOf, PETITIONER_KINDS } from '@hotline/domain/shared';
import fc from 'fast-check';
import { registeredWire } from '../ticket/ticket.events.js';
import { repetitionOf, withoutRepetitions, type Registration } from './registration.js';

const code = fc.option(fc.string({ minLength: 1, maxLength: 120 }));

describe('the wire form of a registration', () => {
  it('fits its contract whatever a registration may hold, so that the hot path need not check it', () => {
    const events = fc.record<ticket.TicketRegistered>({
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
    fc.assert(fc.property(events, (event) => void checked(ticketRegisteredV1, registeredWire(event), 'out')), { numRuns: 200 });
  });
});

describe('a batch', () => {
  const registration = (subject: string, idempotencyKey: string | undefined, fingerprint: string) =>
    ({ request: { actor: { subject, roles: [] }, ...(idempotencyKey && { idempotencyKey }), fingerprint, at: 0 } }) as unknown as Registration;

  it('lets the first of a key lead those that repeat it', () => {
    const batch = [registration('a', 'k', '1'), registration('b', 'k', '1'), registration('a', undefined, '1'), registration('a', 'k', '2'), registration('a', undefined, '1')];
    const { leaders, leaderOf } = withoutRepetitions(batch);
    expect(leaders).toEqual([batch[0], batch[1], batch[2], batch[4]]);
    expect(leaderOf).toEqual([0, 1, 2, 0, 3]);
  });

  it('answers a repetition as its leader, another request by a refusal, and lets it run again when the leader came to nothing', () => {
    const [leader, same, other] = [registration('a', 'k', '1'), registration('a', 'k', '1'), registration('a', 'k', '2')] as const;
    const refused = { ok: false, refusal: { slug: 'external-id-already-registered' } } as const;
    const done = { ok: true, value: {} as never } as const;
    expect([repetitionOf(leader, done, same), repetitionOf(leader, refused, same)]).toEqual([done, refused]);
    expect(repetitionOf(leader, done, other)).toEqual({ ok: false, refusal: { slug: 'idempotency-key-reused', field: 'Idempotency-Key' } });
    expect([repetitionOf(leader, refused, other), repetitionOf(leader, 'again', other)]).toEqual(['again', 'again']);
  });
});
