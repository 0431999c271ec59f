import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, evolve, passedOver, primaryOf } from './link.decide.js';
import { LINK_REFUSALS, type LinkCommand, type Links } from './link.js';

const at = Date.UTC(2018, 8, 3);
const tie = (ticketId: string, primaryId: string) => ({ ticketId, primaryId, kind: 'duplicate' as const });
const link = (ticketId: string, primaryId: string): LinkCommand => ({ type: 'LinkTicket', ticketId, primaryId, kind: 'merged', at });
const refusal = (links: Links, command: LinkCommand): string | undefined => {
  const decision = decide(links, command);
  return decision.accepted ? undefined : decision.refusal.slug;
};

describe('links', () => {
  it('[Art. 17(2)] tie a ticket to the primary, also when the one named is tied itself', () => {
    expect(decide([], link('A', 'B'))).toEqual({ accepted: true, events: [{ type: 'TicketLinked', ticketId: 'A', primaryId: 'B', kind: 'merged', at }] });
    expect(decide([tie('B', 'C')], link('A', 'B'))).toEqual({ accepted: true, events: [{ type: 'TicketLinked', ticketId: 'A', primaryId: 'C', kind: 'merged', at }] });
  });

  it('[Art. 17(2)] take along what hangs on a ticket, each keeping why it was tied', () => {
    expect(decide([tie('A', 'B')], link('B', 'C'))).toEqual({
      accepted: true,
      events: [{ type: 'TicketLinked', ticketId: 'B', primaryId: 'C', kind: 'merged', at }, { type: 'TicketLinked', ticketId: 'A', primaryId: 'C', kind: 'duplicate', at }],
    });
  });

  it('[Art. 17(2)] never make a circle, and are undone with a reason only', () => {
    expect([refusal([], link('A', 'A')), refusal([tie('B', 'A')], link('A', 'B')), refusal([tie('A', 'B')], link('A', 'C'))]).toEqual(['linked-to-itself', 'linked-to-itself', 'already-linked']);
    expect([refusal([], { type: 'UnlinkTicket', ticketId: 'A', reason: '误关联', at }), refusal([tie('A', 'B')], { type: 'UnlinkTicket', ticketId: 'A', reason: ' ', at })]).toEqual(['not-linked', 'unlink-reason-missing']);
    expect(decide([tie('A', 'B')], { type: 'UnlinkTicket', ticketId: 'A', reason: '误关联', at })).toEqual({ accepted: true, events: [{ type: 'TicketUnlinked', ...tie('A', 'B'), reason: '误关联', at }] });
  });

  it('[Art. 17(2)] are each undone by themselves, and tied anew to another', () => {
    const both = [tie('A', 'B'), tie('C', 'B')];
    expect(decide(both, { type: 'UnlinkTicket', ticketId: 'C', reason: '误关联', at })).toEqual({ accepted: true, events: [{ type: 'TicketUnlinked', ...tie('C', 'B'), reason: '误关联', at }] });
    expect(evolve(both, { type: 'TicketUnlinked', ...tie('A', 'B'), reason: '误关联', at })).toEqual([tie('C', 'B')]);
    expect(evolve(both, { type: 'TicketLinked', ...tie('A', 'D'), kind: 'merged', at })).toEqual([tie('C', 'B'), { ticketId: 'A', primaryId: 'D', kind: 'merged' }]);
    expect(evolve([], { type: 'TicketLinked', ...tie('A', 'B'), at })).toEqual([tie('A', 'B')]);
  });

  it('[Art. 17(2)] that are refused say of which field', () => {
    expect(decide([], link('A', 'A'))).toEqual({ accepted: false, refusal: { slug: 'linked-to-itself', field: 'primaryTicketId' } });
    expect(decide([tie('A', 'B')], link('A', 'A'))).toEqual({ accepted: false, refusal: { slug: 'linked-to-itself', field: 'primaryTicketId' } });
    expect(decide([tie('A', 'B')], { type: 'UnlinkTicket', ticketId: 'A', reason: '', at })).toEqual({ accepted: false, refusal: { slug: 'unlink-reason-missing', field: 'reason' } });
  });

  it('[Art. 17(2)] stay one step deep and free of circles under any sequence of commands', () => {
    const id = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), id, id), { maxLength: 40 }), (steps) => {
        let links: Links = [];
        for (const [binds, ticketId, primaryId] of steps) {
          const decision = decide(links, binds ? link(ticketId, primaryId) : { type: 'UnlinkTicket', ticketId, reason: '误', at });
          if (!decision.accepted) expect(LINK_REFUSALS).toContain(decision.refusal.slug);
          else links = decision.events.reduce<Links>(evolve, links);
          const tied = links.map((each) => each.ticketId);
          expect(new Set(tied).size).toBe(tied.length);
          for (const each of links) expect([each.ticketId === each.primaryId, tied.includes(each.primaryId), primaryOf(links, each.primaryId)]).toEqual([false, false, each.primaryId]);
        }
      }),
    );
  });
});

it.each([
  ['help', 'registered', false, undefined],
  ['suggestion', 'accepted', false, undefined],
  ['complaint', 'accepted', false, 'other-category'],
  ['help', 'dispatched', true, 'with-a-unit'],
  ['help', 'accepted', true, 'with-a-unit'],
  ['help', 'answered', false, 'ended'],
  ['help', 'declined', false, 'ended'],
  ['help', 'closed', true, 'ended'],
  ['help', 'dispatched', false, 'with-a-unit'],
  ['help', 'returned-upstream', false, 'ended'],
  ['report', 'dispatched', true, 'with-a-unit'],
] as const)('[Art. 17(2)] one answer to all reaches a %s that is %s (a unit had it: %s): passed over for %s', (category, status, dispatched, why) => {
  expect(passedOver({ ticketId: 'A', category, status, dispatched })).toBe(why);
});
