import fc from 'fast-check';
import { CATEGORIES, codesOf, instantOf, type Category, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as ticket from './index.js';
import type { ChangeCategory, RegisterTicket, Ticket, TicketEvent, TicketRegistered, TicketState } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const rules = { now: at('20T12:00:00') };
const { given } = behaviour({ initial: ticket.initial, decide: ticket.decide, evolve: ticket.evolve, rules });

const registered: TicketRegistered = {
  type: 'TicketRegistered', ticketId: 't-1', number: 'YM-1', channel: 'phone', petitionerKind: 'individual', category: 'help', subject: null, townCode: null,
  receivedAt: at('10T09:00:00'), source: null, externalId: null, prefectureNumber: null, prefectureTransfer: false, at: at('10T09:00:00'),
};
const accepted: TicketEvent = { type: 'TicketAccepted', scopeCode: 'matter-to-solve', at: at('10T10:00:00') };
const change: ChangeCategory = { type: 'ChangeCategory', category: 'complaint', reason: '诉求人投诉服务态度', at: at('11T10:00:00') };
const changed: TicketEvent = { type: 'CategoryChanged', previous: 'help', category: 'complaint', reason: change.reason, at: change.at };

describe('changing the category', () => {
  it.each([
    ['registered', [registered]],
    ['accepted', [registered, accepted]],
  ])('[Art. 13] is possible for a ticket that is %s, and leaves everything else where it was', (_, before) => {
    given(before).when(change).then([changed]);
    const state = before.reduce<TicketState>(ticket.evolve, ticket.initial) as Ticket;
    const { previous, category, reason, at: moment } = changed as Extract<TicketEvent, { type: 'CategoryChanged' }>;
    expect(ticket.evolve(state, changed)).toEqual({ ...state, category: 'complaint', categoryChanges: [{ previous, category, reason, at: moment }] });
  });

  it.each([
    ['same-category', [registered], { category: 'help' }],
    ['same-category', [registered, changed], {}],
    ['change-reason-missing', [registered], { reason: ' ' }],
    ['already-declined', [registered, { type: 'TicketDeclined', ground: 'emergency', turnTo: '110', explanation: null, at: at('10T10:00:00') }], {}],
    ['already-answered', [registered, { type: 'TicketAnswered', answer: '已修复', knowledgeEntry: null, at: at('10T10:00:00') }], {}],
    ['before-previous-step', [registered, changed], { category: 'report', at: at('11T09:59:59') }],
    ['in-the-future', [registered], { at: at('20T12:05:01') }],
    ['not-registered', [], {}],
  ] as const)('[Art. 13] is refused as %s', (slug, before, about) => {
    given(before as readonly TicketEvent[]).when({ ...change, ...about }).thenRefused(slug);
  });

  it('[Art. 13] is possible while a unit has the ticket, and refused once the file is closed: what was judged stays judged', () => {
    const state = [registered, accepted].reduce<TicketState>(ticket.evolve, ticket.initial) as Ticket;
    expect(ticket.decide({ ...state, withUnit: true }, change, rules)).toEqual({ accepted: true, events: [changed] });
    expect(ticket.decide({ ...state, settled: true }, change, rules)).toEqual({ accepted: false, refusal: { slug: 'already-settled' } });
  });

  it('[Art. 13] is always in exactly one category, the last of an unbroken chain of changes', () => {
    const categories = codesOf(CATEGORIES);
    fc.assert(
      fc.property(fc.array(fc.record({ category: fc.constantFrom(...categories), minutes: fc.integer({ min: -60, max: 600 }) })), (wishes) => {
        let state: TicketState = ticket.evolve(ticket.initial, registered);
        for (const { category, minutes } of wishes) {
          const before: TicketState = structuredClone(state);
          const decision = ticket.decide(state, { ...change, category, at: change.at + minutes * 60_000 }, rules);
          if (decision.accepted) state = decision.events.reduce(ticket.evolve, state);
          else expect(state).toEqual(before);
        }
        const { category, categoryChanges } = state as Ticket;
        const chain: Category[] = ['help', ...categoryChanges.map((each) => each.category)];
        expect(chain.at(-1)).toBe(category);
        expect(categoryChanges.map(({ previous }) => previous)).toEqual(chain.slice(0, -1));
      }),
    );
  });
});

const register: RegisterTicket = {
  type: 'RegisterTicket', ticketId: 't-1', number: 'YM-1', channel: 'phone', petitionerKind: 'individual', category: 'help', title: '停水', text: '停水三天',
  receivedAt: at('10T09:00:00'), at: at('10T09:00:00'),
};

describe('what a channel brings', () => {
  it.each(codesOf(ticket.CHANNEL_PARTICULARS))('[Art. 2] %s is taken from its own channels and refused, by its name, from every other', (name) => {
    for (const channel of ['phone', 'sms', 'email', 'website', 'wechat', 'app'] as const) {
      const own = ticket.CHANNEL_PARTICULARS[name].channels.some((brings) => brings === channel);
      const asked = given().when({ ...register, channel, particulars: [name] });
      if (own) asked.then([{ ...registered, channel }]);
      else asked.thenRefused('particular-of-another-channel', { field: `particulars.${name}` });
    }
  });

  it('[Art. 2] of the prefecture is the day it wants the matter done, not before it sent it', () => {
    const transfer: RegisterTicket = { ...register, channel: 'prefecture', prefectureNumber: 'CX-1', prefectureDueOn: '2018-09-10' };
    given().when(transfer).then([{ ...registered, channel: 'prefecture', prefectureNumber: 'CX-1', prefectureTransfer: true, prefectureDueOn: '2018-09-10' }]);
    given().when({ ...transfer, prefectureDueOn: '2018-09-09' }).thenRefused('due-before-receipt', { field: 'prefectureDueOn' });
    given().when({ ...register, prefectureDueOn: '2018-09-20' }).thenRefused('particular-of-another-channel', { field: 'prefectureDueOn' });
  });
});

describe('what the policy says when the desk says nothing', () => {
  const turnTo = { emergency: '110、119、120', 'civil-dispute-or-legal-procedure': '人民法院', 'party-congress-court-military': '相应机关', 'secret-or-privacy': '有权机关' };
  const county = { ...rules, turnTo, recipients: ['县政府应急办', '县政府分管领导'] };

  it('[Art. 12] a declined petitioner is told where the county’s policy sends such matters', () => {
    const decline = { type: 'DeclineTicket', ground: 'civil-dispute-or-legal-procedure', at: at('10T10:00:00') } as const;
    const declined = { type: 'TicketDeclined', ground: decline.ground, explanation: null, at: decline.at } as const;
    given([registered]).when(decline, county).then([{ ...declined, turnTo: '人民法院' }]);
    given([registered]).when({ ...decline, turnTo: '县法院立案庭' }, county).then([{ ...declined, turnTo: '县法院立案庭' }]);
    given([registered]).when(decline).thenRefused('turn-to-missing', { field: 'turnTo' });
  });

  it('[Art. 4] an emergency goes to whom the policy names', () => {
    const escalate = { type: 'EscalateTicket', escalationId: 'e-1', kind: 'urgent', at: at('10T09:05:00') } as const;
    given([registered]).when(escalate, county).then([{ type: 'TicketEscalated', escalationId: 'e-1', kind: 'urgent', recipients: county.recipients, at: escalate.at }]);
    given([registered]).when(escalate).thenRefused('recipients-missing', { field: 'recipients' });
  });

  it('[Art. 4] an emergency is reported with its registration, and only with its kind', () => {
    const emergency = { escalationId: 'e-1', kind: 'sudden' } as const;
    given().when({ ...register, emergency }, county).then([registered, { type: 'TicketEscalated', escalationId: 'e-1', kind: 'sudden', recipients: county.recipients, at: register.at }]);
    given().when({ ...register, emergency: { escalationId: 'e-1', kind: null } }, county).thenRefused('emergency-kind-missing', { field: 'emergencyKind' });
  });
});
