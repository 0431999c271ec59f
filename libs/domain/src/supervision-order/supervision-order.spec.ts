import { codesOf, instantOf, SUPERVISION_GROUNDS, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as order from './index.js';
import type { IssueOrder, OrderCommand, OrderEvent, OrderIssued } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const { given } = behaviour({ initial: order.initial, decide: order.decide, evolve: order.evolve, rules: { now: at('28T18:00:00') } });

const issue: IssueOrder = {
  type: 'IssueOrder',
  sequence: 12,
  ticketId: 't-1',
  dispatchNo: 1,
  round: 1,
  unit: 'water',
  ground: 'leader-instruction',
  petitionerKind: 'individual',
  issuer: { person: 'supervisor-1', body: '县政府督查室' },
  requirement: '三日内恢复供水',
  workingDays: 3,
  at: at('10T10:00:00'),
};
const issued: OrderIssued = {
  type: 'OrderIssued',
  orderNo: '督办〔2018〕12号',
  ticketId: 't-1',
  dispatchNo: 1,
  unit: 'water',
  ground: 'leader-instruction',
  finding: null,
  issuer: { person: 'supervisor-1', body: '县政府督查室' },
  requirement: '三日内恢复供水',
  workingDays: 3,
  at: at('10T10:00:00'),
};
const found = { text: '超期未联系群众', by: 'supervisor-1', at: at('09T10:00:00') };
const remind: OrderCommand = { type: 'Remind', note: '请抓紧办理', by: 'supervisor-1', at: at('11T09:00:00') };
const reminded: OrderEvent = { type: 'ReminderSent', note: '请抓紧办理', by: 'supervisor-1', dueOn: null, at: at('11T09:00:00') };
const report: OrderCommand = { type: 'ReportBack', unit: 'water', text: '正在抢修', at: at('11T15:00:00') };
const reported: OrderEvent = { type: 'ReportedBack', text: '正在抢修', at: at('11T15:00:00') };
const lift: OrderCommand = { type: 'LiftOrder', reason: '已恢复供水', at: at('12T09:00:00') };
const lifted: OrderEvent = { type: 'OrderLifted', reason: '已恢复供水', at: at('12T09:00:00') };

describe('a supervision order', () => {
  it('[Art. 15(3)] is issued under a number of its year', () => {
    given().when(issue).then([issued]);
    expect(order.orderNumber(instantOf('2018-12-31T15:59:59Z'), 7)).toBe('督办〔2018〕7号');
    expect(order.orderNumber(instantOf('2018-12-31T16:00:00Z'), 1)).toBe('督办〔2019〕1号');
  });

  it.each(codesOf(SUPERVISION_GROUNDS).filter((ground) => ground !== 'second-dissatisfaction'))('[Art. 15(3)] may rest on %s', (ground) => {
    const petitionerKind = ground === 'enterprise' ? 'enterprise' : ground === 'deputy-or-delegate' ? 'deputy' : 'individual';
    given()
      .when({ ...issue, ground, petitionerKind, workingDays: null, requirement: null })
      .then([{ ...issued, ground, workingDays: null, requirement: null }]);
  });

  it.each([
    ['enterprise', 'individual'],
    ['enterprise', 'deputy'],
    ['deputy-or-delegate', 'enterprise'],
    ['deputy-or-delegate', 'individual'],
  ] as const)('[Art. 15(3)] does not rest on %s where the petitioner is %s, unless that was weighed at the dispatch', (ground, petitionerKind) => {
    given()
      .when({ ...issue, ground, petitionerKind })
      .thenRefused('ground-does-not-fit-petitioner', { field: 'ground', values: { petitionerKind } });
    given()
      .when({ ...issue, ground, petitionerKind: null })
      .then([{ ...issued, ground }]);
  });

  it('[Art. 15(3)] names the body that issues it', () => {
    given()
      .when({ ...issue, issuer: { person: 'supervisor-1', body: ' ' } })
      .thenRefused('issuer-missing', { field: 'issuingBody' });
  });

  it('[Art. 15(3)] is reminded of by itself once for each due date, by people as often as they like', () => {
    const automatic: OrderCommand = { type: 'Remind', by: null, dueOn: '2018-09-14', note: null, at: at('12T09:00:00') };
    const told: OrderEvent = { type: 'ReminderSent', by: null, dueOn: '2018-09-14', note: null, at: at('12T09:00:00') };
    given([issued, reminded]).when(automatic).then([told]);
    given([issued, told]).when(automatic).thenRefused('reminded-already');
    given([issued, told]).when({ ...automatic, dueOn: '2018-09-18' }).then([{ ...told, dueOn: '2018-09-18' }]);
    given([issued, reminded, told]).when(remind).then([reminded]);
  });

  it('[Art. 15(3)] has its report accepted, or sent back with a reason and reported on again', () => {
    const judge: OrderCommand = { type: 'JudgeReport', accepted: false, note: '未说明原因', by: 'supervisor-1', at: at('12T08:00:00') };
    const back: OrderEvent = { type: 'ReportJudged', accepted: false, note: '未说明原因', by: 'supervisor-1', at: at('12T08:00:00') };
    const accepted: OrderEvent = { ...back, accepted: true, note: null };
    given([issued]).when(judge).thenRefused('no-report-to-judge');
    given([issued, reported]).when({ ...judge, note: ' ' }).thenRefused('note-missing', { field: 'note' });
    given([issued, reported]).when({ ...judge, at: at('11T14:59:59') }).thenRefused('before-previous-step');
    given([issued, reported]).when(judge).then([back]);
    given([issued, reported, back]).when(judge).thenRefused('no-report-to-judge');
    expect([issued, reported, back].reduce(order.evolve, order.initial)).toMatchObject({ status: 'issued' });
    given([issued, reported, back]).when({ type: 'LiftOrder', reason: '已恢复供水', at: at('12T07:59:59') }).thenRefused('before-previous-step');
    given([issued, { ...reminded, at: at('12T08:30:00') } as OrderEvent]).when({ type: 'LiftOrder', reason: '已恢复供水', at: at('12T08:29:59') }).thenRefused('before-previous-step');
    given([issued, reported, back]).when({ ...report, at: at('12T08:30:00') }).then([{ ...reported, at: at('12T08:30:00') }]);
    given([issued, reported]).when({ ...judge, accepted: true, note: null }).then([accepted]);
    given([issued, reported, accepted]).when(report).thenRefused('report-accepted-already');
    expect([issued, reported, back, reported, accepted].reduce(order.evolve, order.initial)).toMatchObject({
      status: 'accepted',
      reports: [{ judged: { accepted: false, note: '未说明原因', by: 'supervisor-1' } }, { judged: { accepted: true } }],
    });
  });

  it('[Art. 15(3)] rests on second dissatisfaction only in a further round and with a recorded finding', () => {
    const poorly = { ...issue, ground: 'second-dissatisfaction', finding: found } as const;
    given().when(poorly).thenRefused('second-dissatisfaction-needs-a-second-round', { field: 'ground', values: { round: 1 } });
    given()
      .when({ ...poorly, round: 2, finding: { ...found, text: ' ' } })
      .thenRefused('finding-missing', { field: 'ground' });
    given()
      .when({ ...poorly, round: 2 })
      .then([{ ...issued, ground: 'second-dissatisfaction', finding: found }]);
  });

  it('[Art. 15(3)] is reminded of, reported on and lifted', () => {
    given([issued]).when(remind).then([reminded]);
    given([issued, reminded])
      .when({ ...remind, note: null } as OrderCommand)
      .then([{ ...reminded, note: null } as OrderEvent]);
    given([issued, reminded]).when(report).then([reported]);
    given([issued]).when(lift).then([lifted]);
    given([issued, reminded, reported])
      .when(lift)
      .thenState({
        status: 'lifted',
        orderNo: '督办〔2018〕12号',
        ticketId: 't-1',
        dispatchNo: 1,
        unit: 'water',
        ground: 'leader-instruction',
        finding: null,
        issuer: { person: 'supervisor-1', body: '县政府督查室' },
        requirement: '三日内恢复供水',
        workingDays: 3,
        issuedAt: at('10T10:00:00'),
        reminders: [{ note: '请抓紧办理', by: 'supervisor-1', dueOn: null, at: at('11T09:00:00') }],
        reports: [{ text: '正在抢修', at: at('11T15:00:00'), judged: null }],
        lifted: { reason: '已恢复供水', at: at('12T09:00:00') },
      });
  });

  it.each<[string, readonly OrderEvent[], OrderCommand]>([
    ['already-issued', [issued], issue],
    ['sequence-not-positive', [], { ...issue, sequence: 0 }],
    ['sequence-not-positive', [], { ...issue, sequence: 1.5 }],
    ['working-days-not-positive', [], { ...issue, workingDays: 0 }],
    ['in-the-future', [], { ...issue, at: at('28T18:05:01') }],
    ['no-such-order', [], remind],
    ['no-such-order', [], report],
    ['no-such-order', [], lift],
    ['not-this-units-ticket', [issued], { ...report, unit: 'housing' } as OrderCommand],
    ['text-missing', [issued], { ...report, text: '' } as OrderCommand],
    ['reason-missing', [issued], { ...lift, reason: '' } as OrderCommand],
    ['before-previous-step', [issued], { ...remind, at: at('10T09:59:59') } as OrderCommand],
    ['before-previous-step', [issued, reported], { ...lift, at: at('11T14:59:59') } as OrderCommand],
    ['already-lifted', [issued, lifted], lift],
    ['already-lifted', [issued, lifted], remind],
  ])('[Art. 15(3)] is refused as %s', (slug, before, command) => {
    const { decision } = given(before).when(command);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});
