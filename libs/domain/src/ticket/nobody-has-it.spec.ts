import fc from 'fast-check';
import { CHANNELS, codesOf, DECLINE_GROUNDS, instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as ticket from './index.js';
import type { Ticket, TicketCommand, TicketEvent, TicketRefusal, TicketRegistered, TicketRules, TicketState } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const rules = { now: at('20T12:00:00'), recipients: ['县政府应急办'] };

/** What routing tells of a ticket is no decision of intake: it moves the row on which the next one is made. */
interface FromRouting {
  readonly type: 'SentToUnit' | 'BackFromUnit';
  readonly at: Instant;
}
type Told = TicketEvent | FromRouting;

function isFromRouting(told: { readonly type: string }): told is FromRouting {
  return told.type === 'SentToUnit' || told.type === 'BackFromUnit';
}

function evolve(state: TicketState, told: Told): TicketState {
  if (!isFromRouting(told)) return ticket.evolve(state, told);
  if (state.status === 'unregistered') return state;
  return told.type === 'BackFromUnit' ? { ...state, withUnit: false } : { ...state, withUnit: true, dispatchedAt: state.dispatchedAt ?? told.at };
}

const { given } = behaviour<TicketState, TicketCommand, Told, TicketRules, TicketRefusal>({ initial: ticket.initial, decide: ticket.decide, evolve, rules });

const registered: TicketRegistered = {
  type: 'TicketRegistered', ticketId: 't-1', number: 'YM-1', channel: 'phone', petitionerKind: 'individual', category: 'help', subject: null, townCode: null,
  receivedAt: at('10T09:00:00'), source: null, externalId: null, prefectureNumber: null, prefectureTransfer: false, at: at('10T09:00:00'),
};
const transferred: TicketRegistered = { ...registered, channel: 'prefecture', prefectureNumber: 'CX-1', prefectureTransfer: true };
const accepted: TicketEvent = { type: 'TicketAccepted', scopeCode: 'matter-to-solve', at: at('10T10:00:00') };
const sent: Told = { type: 'SentToUnit', at: at('10T15:00:00') };
const back: Told = { type: 'BackFromUnit', at: at('11T15:00:00') };
const declined: TicketEvent = { type: 'TicketDeclined', ground: 'civil-dispute-or-legal-procedure', turnTo: '县人民法院立案庭', explanation: '已进入诉讼', at: at('12T10:00:00') };
const answered: TicketEvent = { type: 'TicketAnswered', answer: '已恢复供水。', knowledgeEntry: null, at: at('12T10:00:00') };
const decline: TicketCommand = { type: 'DeclineTicket', ground: 'civil-dispute-or-legal-procedure', turnTo: '县人民法院立案庭', explanation: '已进入诉讼', at: at('12T10:00:00') };
const answer: TicketCommand = { type: 'AnswerDirectly', answer: '已恢复供水。', at: at('12T10:00:00') };

describe('a ticket that no unit has', () => {
  it.each<[string, readonly Told[]]>([
    ['accepted and never dispatched', [registered, accepted]],
    ['returned or recalled', [registered, accepted, sent, back]],
    ['returned by a second unit', [registered, accepted, sent, back, sent, back]],
  ])('[Art. 12, 18] is answered directly or declined by the county: %s', (_, before) => {
    given(before).when(decline).then([declined]);
    given(before).when(answer).then([answered]);
    const state = [...before, declined].reduce<TicketState>(evolve, ticket.initial) as Ticket;
    expect(state).toMatchObject({ status: 'declined', scopeCode: 'matter-to-solve', acceptedAt: at('10T10:00:00'), decline: { ground: 'civil-dispute-or-legal-procedure' } });
  });

  it('[Art. 12, 18] is a ticket that no unit has any more; while one has it, it is neither answered nor declined', () => {
    const values = { dispatchedAt: '2018-09-10T07:00:00.000Z' };
    for (const command of [answer, decline]) {
      given([registered, accepted, sent]).when(command).thenRefused('already-dispatched', { values });
      given([registered, accepted, sent, back, sent]).when(command).thenRefused('already-dispatched', { values });
    }
  });

  it('[Art. 11, 18] is accepted with the answer when a unit had it before its acceptance, and needs its scope for that', () => {
    const acceptedWithIt: TicketEvent = { type: 'TicketAccepted', scopeCode: 'policy-enquiry', at: answer.at };
    given([registered, sent, back]).when({ ...answer, scopeCode: 'policy-enquiry' } as TicketCommand).then([acceptedWithIt, answered]);
    given([registered, sent, back]).when(answer).thenRefused('scope-code-missing', { field: 'scopeCode' });
  });

  it('[Art. 4] is escalated all the same while a unit has it', () => {
    const escalate = { type: 'EscalateTicket', escalationId: 'e-1', kind: 'urgent', at: at('12T10:00:00') } as const;
    given([registered, accepted, sent]).when(escalate).then([{ type: 'TicketEscalated', escalationId: 'e-1', kind: 'urgent', recipients: rules.recipients, at: escalate.at }]);
  });

  it('[Art. 12] is declined once, with where to turn, after its acceptance, and never when the prefecture sent it', () => {
    given([registered, accepted]).when({ ...decline, turnTo: ' ' } as TicketCommand).thenRefused('turn-to-missing', { field: 'turnTo' });
    given([registered, accepted]).when({ ...decline, at: at('10T09:59:59') } as TicketCommand).thenRefused('before-previous-step');
    given([registered, accepted, declined]).when(decline).thenRefused('already-declined');
    given([registered, accepted, declined]).when(answer).thenRefused('already-declined');
    given([registered, accepted, answered]).when(decline).thenRefused('already-answered');
    given([transferred, accepted]).when(decline).thenRefused('prefecture-transfer-cannot-be-declined');
    given([transferred, accepted, sent, back]).when(decline).thenRefused('prefecture-transfer-cannot-be-declined');
  });

  it('[Art. 12, 18, 19] of a further round may be answered, but not declined any more; what is at its end is neither', () => {
    const known = [registered, accepted, sent, back].reduce<TicketState>(evolve, ticket.initial) as Ticket;
    const slugOf = (state: Ticket, command: TicketCommand): string => {
      const decision = ticket.decide(state, command, rules);
      return decision.accepted ? 'accepted' : decision.refusal.slug;
    };
    expect([answer, decline].map((command) => slugOf({ ...known, handled: true }, command))).toEqual(['accepted', 'handled-before']);
    expect([answer, decline].map((command) => slugOf({ ...known, settled: true }, command))).toEqual(['already-settled', 'already-settled']);
  });
});

describe('a ticket at the desk, whatever the order of its steps', () => {
  const STATUSES = ['unregistered', 'registered', 'accepted', 'declined', 'answered'];
  const moment = fc.integer({ min: at('10T09:00:00'), max: at('14T09:00:00') });
  const step: fc.Arbitrary<TicketCommand | FromRouting> = fc.oneof(
    fc.record({ type: fc.constant('AcceptTicket' as const), scopeCode: fc.constant('matter-to-solve' as const), at: moment }),
    fc.record({ type: fc.constant('DeclineTicket' as const), ground: fc.constantFrom(...codesOf(DECLINE_GROUNDS)), turnTo: fc.constantFrom('', '法院'), at: moment }),
    fc.record({ type: fc.constant('AnswerDirectly' as const), answer: fc.constantFrom('', '已恢复'), scopeCode: fc.constantFrom('matter-to-solve' as const, 'policy-enquiry' as const), at: moment }, { requiredKeys: ['type', 'answer', 'at'] }),
    fc.record({ type: fc.constant('EscalateTicket' as const), escalationId: fc.constantFrom('e-1', 'e-2'), kind: fc.constantFrom('sudden' as const, 'urgent' as const), at: moment }),
    fc.record({ type: fc.constant('AcknowledgeEscalation' as const), escalationId: fc.constantFrom('e-1', 'e-2'), by: fc.constant('值班员'), at: moment }),
    fc.record({ type: fc.constant('ChangeCategory' as const), category: fc.constantFrom('help' as const, 'report' as const), reason: fc.constantFrom('', '核实'), at: moment }),
    fc.record({ type: fc.constantFrom('SentToUnit' as const, 'BackFromUnit' as const), at: moment }),
  );
  const first = fc.constantFrom(...codesOf(CHANNELS)).map((channel): TicketCommand => ({
    type: 'RegisterTicket', ticketId: 't-1', number: 'YM-1', channel, petitionerKind: 'individual', category: 'help', title: '停水', text: '停水三天',
    ...(channel === 'prefecture' && { prefectureNumber: 'CX-1' }), receivedAt: at('10T08:00:00'), at: at('10T08:30:00'),
  }));
  const life = fc.tuple(fc.option(first, { nil: undefined, freq: 9 }), fc.array(step, { maxLength: 20 })).map(([register, steps]) => [...(register ? [register] : []), ...steps.toSorted((a, b) => a.at - b.at)]);

  it('[Art. 11, 12, 18] it is in one named status; what is answered or declined stays so, and no refused step changes anything', () => {
    const seen = new Set<string>();
    let [lateDeclines, answeredAtOnce] = [0, 0];
    fc.assert(
      fc.property(life, (steps) => {
        let state: TicketState = Object.freeze({ ...ticket.initial });
        for (const each of steps) {
          if (isFromRouting(each)) {
            state = Object.freeze(evolve(state, each));
            continue;
          }
          const decision = ticket.decide(state, each, rules);
          if (!decision.accepted) {
            expect(ticket.TICKET_REFUSALS).toContain(decision.refusal.slug);
            continue;
          }
          const next = Object.freeze(decision.events.reduce(ticket.evolve, state));
          seen.add(next.status);
          expect(STATUSES).toContain(next.status);
          expect(next).not.toEqual(state);
          if (state.status === 'answered' || state.status === 'declined') expect(next.status).toBe(state.status);
          else if (state.status !== 'unregistered' && ['answered', 'declined'].includes(next.status)) expect(state.withUnit).toBe(false);
          if (state.status === 'accepted' && next.status === 'declined') lateDeclines += 1;
          if (next.status === 'declined') expect(next.prefectureTransfer).toBe(false);
          if (next.status === 'answered') expect([next.scopeCode !== null, (next.acceptedAt ?? Infinity) <= (next.answer?.at ?? 0)]).toEqual([true, true]);
          if (state.status === 'registered' && next.status === 'answered') answeredAtOnce += 1;
          if (state.status === 'accepted' && next.status !== 'unregistered') expect(next.scopeCode).toBe(state.scopeCode);
          state = next;
        }
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(STATUSES.filter((status) => status !== 'unregistered').sort());
    expect([lateDeclines > 0, answeredAtOnce > 0]).toEqual([true, true]);
  });
});
