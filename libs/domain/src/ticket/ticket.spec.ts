import { CHANNELS, codesOf, DECLINE_GROUNDS, instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as ticket from './index.js';
import type { RegisterTicket, TicketCommand, TicketEvent, TicketRegistered, TicketRules } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const received = at('10T09:00:00');
const rules: TicketRules = { now: at('20T12:00:00') };
const { given } = behaviour({ initial: ticket.initial, decide: ticket.decide, evolve: ticket.evolve, rules });

const register: RegisterTicket = {
  type: 'RegisterTicket',
  ticketId: 'b4f6a5a2-2f0e-4f6f-9a74-5c1f2f4f5a01',
  number: '5323282018091000001',
  channel: 'phone',
  petitionerKind: 'individual',
  category: 'help',
  subject: '城乡建设/供水',
  townCode: '532328100',
  place: '元马镇某小区',
  title: '小区停水三天',
  text: '本小区已经停水三天，请尽快恢复供水。',
  receivedAt: received,
  source: 'old-system',
  externalId: '17',
  at: received,
};
const registered: TicketRegistered = {
  type: 'TicketRegistered',
  ticketId: register.ticketId,
  number: register.number,
  channel: 'phone',
  petitionerKind: 'individual',
  category: 'help',
  subject: '城乡建设/供水',
  townCode: '532328100',
  receivedAt: received,
  source: 'old-system',
  externalId: '17',
  prefectureNumber: null,
  prefectureTransfer: false,
  at: received,
};
const transferred: TicketRegistered = { ...registered, channel: 'prefecture', prefectureNumber: 'CX-2018-0099', prefectureTransfer: true };
const accepted: TicketEvent = { type: 'TicketAccepted', scopeCode: 'matter-to-solve', at: at('10T10:00:00') };
const declined: TicketEvent = { type: 'TicketDeclined', ground: 'emergency', turnTo: '请拨打110', explanation: null, at: at('10T10:00:00') };
const answered: TicketEvent = { type: 'TicketAnswered', answer: '已于今日恢复供水。', knowledgeEntry: null, at: at('10T11:00:00') };
const escalated: TicketEvent = { type: 'TicketEscalated', escalationId: 'e-1', kind: 'urgent', recipients: ['emergency-office'], at: at('10T09:05:00') };

const accept = (time: string): TicketCommand => ({ type: 'AcceptTicket', scopeCode: 'matter-to-solve', at: at(time) });
const decline: TicketCommand = { type: 'DeclineTicket', ground: 'emergency', turnTo: '请拨打110', at: at('10T10:00:00') };
const answer: TicketCommand = { type: 'AnswerDirectly', answer: '已于今日恢复供水。', at: at('10T11:00:00') };

describe('registering a ticket', () => {
  it('[Art. 2] records channel, kind and category, and none of the petitioner’s own words', () => {
    given().when(register).then([registered]);
  });

  it.each(codesOf(CHANNELS))('[Art. 2] takes a matter by %s', (channel) => {
    const prefectureNumber = channel === 'prefecture' ? 'CX-2018-0099' : null;
    given()
      .when({ ...register, channel, prefectureNumber })
      .then([{ ...registered, channel, prefectureNumber, prefectureTransfer: channel === 'prefecture' }]);
  });

  it.each(['09T03:00:00', '15T23:59:59', '16T00:00:00'])('[Art. 2] is never refused for the time of day or the weekend (2018-09-%s)', (time) => {
    given()
      .when({ ...register, receivedAt: at(time), at: at(time) })
      .then([{ ...registered, receivedAt: at(time), at: at(time) }]);
  });

  it('[Art. 2] happens once', () => {
    given([registered]).when(register).thenRefused('already-registered');
  });

  it.each([
    ['title-missing', { title: ' 　' }, { field: 'title' }],
    ['title-too-long', { title: '水'.repeat(201) }, { field: 'title', values: { limit: 200, length: 201 } }],
    ['text-missing', { text: '' }, { field: 'text' }],
    ['text-too-long', { text: '水'.repeat(20_001) }, { field: 'text', values: { limit: 20_000, length: 20_001 } }],
    ['prefecture-number-missing', { channel: 'prefecture' }, { field: 'prefectureNumber' }],
    ['prefecture-number-without-transfer', { prefectureNumber: 'CX-1' }, { field: 'prefectureNumber' }],
    ['external-id-without-source', { source: null }, { field: 'source' }],
    ['received-after-registration', { receivedAt: received + 1 }, { field: 'receivedAt', values: { registeredAt: '2018-09-10T01:00:00.000Z' } }],
    ['in-the-future', { receivedAt: rules.now + 300_001, at: rules.now + 300_001 }, { field: 'receivedAt', values: { now: '2018-09-20T04:00:00.000Z' } }],
    ['in-the-future', { at: rules.now + 300_001 }, { field: 'at', values: { now: '2018-09-20T04:00:00.000Z' } }],
  ] as const)('[Art. 2] is refused as %s', (slug, change, about) => {
    given()
      .when({ ...register, ...change })
      .thenRefused(slug, about);
  });

  it('[reading 2] tolerates a caller’s clock that runs five minutes ahead', () => {
    const ahead = rules.now + 300_000;
    given()
      .when({ ...register, receivedAt: ahead, at: ahead })
      .then([{ ...registered, receivedAt: ahead, at: ahead }]);
  });
});

describe('accepting and declining', () => {
  it('[Art. 11] accepts under a scope', () => {
    given([registered]).when(accept('10T10:00:00')).then([accepted]);
  });

  it('[Art. 11] leaves an accepted ticket that knows its scope and moment', () => {
    given([registered])
      .when(accept('10T10:00:00'))
      .thenState({
        status: 'accepted',
        ticketId: register.ticketId,
        number: register.number,
        channel: 'phone',
        petitionerKind: 'individual',
        category: 'help',
        subject: '城乡建设/供水',
        townCode: '532328100',
        receivedAt: received,
        source: 'old-system',
        externalId: '17',
        prefectureNumber: null,
        prefectureTransfer: false,
        scopeCode: 'matter-to-solve',
        acceptedAt: at('10T10:00:00'),
        decline: null,
        answer: null,
        dispatchedAt: null,
        withUnit: false,
        handled: false,
        escalations: [],
        categoryChanges: [],
        settled: false,
      });
  });

  it.each(codesOf(DECLINE_GROUNDS))('[Art. 12] declines on the ground %s and says where to turn', (ground) => {
    given([registered])
      .when({ type: 'DeclineTicket', ground, turnTo: '县人民法院立案庭', explanation: '依法应当诉讼', at: at('10T10:00:00') })
      .then([{ type: 'TicketDeclined', ground, turnTo: '县人民法院立案庭', explanation: '依法应当诉讼', at: at('10T10:00:00') }]);
  });

  it('[Art. 12] refuses to decline without saying where to turn', () => {
    given([registered])
      .when({ ...decline, turnTo: ' ' } as TicketCommand)
      .thenRefused('turn-to-missing', { field: 'turnTo' });
  });

  it('[Art. 12] never declines what the prefecture transferred', () => {
    given([transferred]).when(decline).thenRefused('prefecture-transfer-cannot-be-declined');
  });

  it.each([
    ['already-accepted', [registered, accepted], accept('11T10:00:00')],
    ['already-declined', [registered, declined], decline],
    ['already-declined', [registered, declined], accept('11T10:00:00')],
    ['already-answered', [registered, answered], accept('11T10:00:00')],
    ['already-answered', [registered, answered], decline],
    ['not-registered', [], accept('10T10:00:00')],
    ['before-previous-step', [registered], accept('10T08:59:59')],
    ['in-the-future', [registered], accept('20T12:05:01')],
  ] as const)('[Art. 11] is refused as %s', (slug, before, command) => {
    given(before).when(command).thenRefused(slug);
  });
});

describe('answering directly', () => {
  const atOnce = { ...answer, scopeCode: 'policy-enquiry' } as TicketCommand;
  const acceptedWithIt: TicketEvent = { type: 'TicketAccepted', scopeCode: 'policy-enquiry', at: at('10T11:00:00') };

  it('[Art. 18] closes an accepted ticket, whose scope it may repeat and not change', () => {
    given([registered, accepted]).when(answer).then([answered]);
    given([registered, accepted]).when({ ...answer, scopeCode: 'matter-to-solve' } as TicketCommand).then([answered]);
    given([registered, accepted]).when(atOnce).thenRefused('already-accepted', { field: 'scopeCode' });
  });

  it.each([
    ['registered', [registered]],
    ['transferred by the prefecture', [transferred]],
  ])('[Art. 11, 18] accepts a ticket that is %s with the answer, at the same moment, and needs its scope for that', (_, before) => {
    given(before).when(atOnce).then([acceptedWithIt, answered]);
    given(before).when(answer).thenRefused('scope-code-missing', { field: 'scopeCode' });
    const state = [...before, acceptedWithIt, answered].reduce<ticket.TicketState>(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status: 'answered', scopeCode: 'policy-enquiry', acceptedAt: at('10T11:00:00'), answer: { at: at('10T11:00:00') } });
  });

  it('[Art. 5] cites the knowledge entry used', () => {
    given([registered, accepted])
      .when({ ...answer, knowledgeEntry: 'K-12@3' } as TicketCommand)
      .then([{ ...answered, knowledgeEntry: 'K-12@3' } as TicketEvent]);
  });

  it.each([
    ['already-answered', [registered, answered], answer],
    ['already-declined', [registered, declined], answer],
    ['answer-missing', [registered], { ...answer, answer: '\n' }],
    ['before-previous-step', [registered], { ...answer, at: at('10T08:59:59') }],
    ['before-previous-step', [registered, accepted], { ...answer, at: at('10T09:59:59') }],
  ] as const)('[Art. 18] is refused as %s', (slug, before, command) => {
    given(before).when(command as TicketCommand).thenRefused(slug);
  });
});

describe('escalating', () => {
  const escalate: TicketCommand = { type: 'EscalateTicket', escalationId: 'e-1', kind: 'urgent', recipients: ['emergency-office'], at: at('10T09:05:00') };
  const acknowledge: TicketCommand = { type: 'AcknowledgeEscalation', escalationId: 'e-1', by: '值班员', at: at('10T09:20:00') };

  it.each([
    ['registered', [registered]],
    ['accepted', [registered, accepted]],
    ['declined', [registered, declined]],
  ])('[Art. 4] goes beside the handling of a ticket that is %s', (_, before) => {
    given(before).when(escalate).then([escalated]);
  });

  it.each([
    ['of another kind', [registered, escalated], { kind: 'sensitive' }],
    ['to somebody else as well', [registered, escalated], { recipients: ['emergency-office', 'county-leader'] }],
    ['again after the first was acknowledged', [registered, escalated, { type: 'EscalationAcknowledged', escalationId: 'e-1', by: '值班员', at: at('10T09:04:59') }], {}],
  ] as const)('[Art. 4] may go out a second time %s', (_, before, change) => {
    const again = { ...escalate, escalationId: 'e-2', ...change } as TicketCommand;
    given(before as readonly TicketEvent[])
      .when(again)
      .then([{ ...escalated, escalationId: 'e-2', ...change } as TicketEvent]);
  });

  it('[Art. 4] is acknowledged once, and handling is where it was', () => {
    given([registered, escalated])
      .when(acknowledge)
      .then([{ type: 'EscalationAcknowledged', escalationId: 'e-1', by: '值班员', at: at('10T09:20:00') }]);
    const state = [registered, escalated, { type: 'EscalationAcknowledged', escalationId: 'e-1', by: '值班员', at: at('10T09:20:00') } as const].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({
      status: 'registered',
      escalations: [{ escalationId: 'e-1', kind: 'urgent', recipients: ['emergency-office'], at: at('10T09:05:00'), acknowledgedAt: at('10T09:20:00'), acknowledgedBy: '值班员' }],
    });
  });

  it.each([
    ['already-escalated', [registered, escalated], escalate],
    ['already-escalated', [registered, escalated], { ...escalate, escalationId: 'e-2' }],
    ['recipients-missing', [registered], { ...escalate, recipients: [] }],
    ['recipients-missing', [registered], { ...escalate, recipients: ['emergency-office', ' '] }],
    ['no-such-escalation', [registered], acknowledge],
    ['already-acknowledged', [registered, escalated, { type: 'EscalationAcknowledged', escalationId: 'e-1', by: '值班员', at: at('10T09:20:00') }], acknowledge],
    ['before-previous-step', [registered, escalated], { ...acknowledge, at: at('10T09:04:59') }],
  ] as const)('[Art. 4] is refused as %s', (slug, before, command) => {
    given(before as readonly TicketEvent[])
      .when(command as TicketCommand)
      .thenRefused(slug);
  });
});
