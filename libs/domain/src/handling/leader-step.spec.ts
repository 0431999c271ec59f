import { after, approve, at, contacted, dispatched, entered, feedback, given, jointly, opened, returnAccepted, returnAsked, rules, signed, wholeRound } from '../../spec/case-in-hand.js';
import { grantAuthorisation, isDeputyAccount, revokeAuthorisation, type Authorisation, type CaseMarked, type GiveInstruction, type HandlingEvent, type InstructionGiven } from './index.js';

const marked: CaseMarked = { type: 'CaseMarked', marks: ['difficult', 'hot'], reason: null, at: at('10T12:00:00') };
const instruct: GiveInstruction = { type: 'GiveInstruction', unit: 'water', leader: '主要负责人', text: '三日内到场核实', at: at('11T10:00:00') };
const instructed: InstructionGiven = { type: 'InstructionGiven', dispatchNo: 1, unit: 'water', leader: '主要负责人', text: '三日内到场核实', at: at('11T10:00:00') };
const handled: readonly HandlingEvent[] = [opened, dispatched, signed, contacted];

describe('marking a ticket', () => {
  it('[Art. 6] the county marks it key, difficult or hot, and changes the marks on the record', () => {
    given(handled).when({ type: 'MarkCase', marks: ['hot', 'difficult'], at: marked.at }).then([marked]);
    given([...handled, marked]).when({ type: 'MarkCase', marks: ['difficult', 'hot'], at: at('11T12:00:00') }).thenRefused('marks-unchanged');
    given([...handled, marked]).when({ type: 'MarkCase', marks: ['hot'], at: at('11T12:00:00') }).thenRefused('reason-missing', { field: 'reason' });
    given([...handled, marked])
      .when({ type: 'MarkCase', marks: [], reason: '舆情已平息', at: at('11T12:00:00') })
      .then([{ type: 'CaseMarked', marks: [], reason: '舆情已平息', at: at('11T12:00:00') }]);
  });

  it('[Art. 6] neither a later round nor supervision marks by itself', () => {
    const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, supervised: 'second-dissatisfaction', finding: '敷衍', at: at('14T10:00:00') };
    const result: HandlingEvent = { ...entered, dispatchNo: 2, round: 2, at: at('17T10:00:00') };
    const { decision } = given([...wholeRound, again, result]).when({ ...approve, at: at('17T11:00:00') });
    expect(decision.accepted).toBe(true);
  });

  it('[Art. 6] nothing is marked that is answered or closed', () => {
    const mark = { type: 'MarkCase', marks: ['key'], at: at('14T10:00:00') } as const;
    given(wholeRound).when(mark).thenRefused('already-closed');
    given([opened, { type: 'AnswerNoted', at: at('10T10:00:00') }]).when(mark).thenRefused('already-answered');
    given([...handled, entered, feedback]).when(mark).thenRefused('already-feedback-given');
  });
});

describe("the principal leader's instruction", () => {
  it('[Art. 6] must be there before feedback of a marked ticket', () => {
    given([...handled, marked, entered]).when(approve).thenRefused('instruction-missing');
    given([...handled, marked, entered]).when({ ...instruct, at: at('12T10:00:00') }).then([{ ...instructed, at: at('12T10:00:00') }]);
    given([...handled, marked, instructed, entered]).when(approve).then([feedback]);
    given([...handled, entered]).when(approve).then([feedback]);
  });

  it('[Art. 6] counts in its own dispatch alone: the next lead needs its own', () => {
    const next: HandlingEvent = { ...dispatched, dispatchNo: 2, lead: 'housing', at: at('11T11:00:00') };
    const result: HandlingEvent = { ...entered, dispatchNo: 2, unit: 'housing' };
    given([opened, dispatched, marked, { ...instructed, at: at('10T15:00:00') }, returnAsked, returnAccepted, next, result])
      .when({ ...approve, unit: 'housing' })
      .thenRefused('instruction-missing');
  });

  it('[Art. 6] is given by the lead alone, in words, once each', () => {
    given([opened, jointly]).when({ ...instruct, unit: 'housing' }).thenRefused('only-the-lead-unit');
    given(handled).when({ ...instruct, unit: 'town' }).thenRefused('not-this-units-ticket');
    given(handled).when({ ...instruct, text: ' ' }).thenRefused('text-missing', { field: 'text' });
    given([...handled, instructed]).when({ ...instruct, at: at('12T10:00:00') }).thenRefused('already-instructed');
    given([...handled, entered, feedback]).when({ ...instruct, at: at('13T10:00:00') }).thenRefused('already-feedback-given');
    given([...handled, instructed])
      .when({ ...approve, at: at('11T09:00:00') })
      .thenRefused('no-result-entered');
  });
});

const grant = { type: 'GrantAuthorisation', id: 'a1', unit: 'water', deputy: '副局长', documentNumber: '元水授〔2018〕3号', from: '2018-09-11', to: '2018-09-14', by: '主要负责人', at: at('10T09:00:00') } as const;
const granted: Authorisation = { id: 'a1', unit: 'water', deputy: '副局长', documentNumber: '元水授〔2018〕3号', from: '2018-09-11', to: '2018-09-14', grantedBy: '主要负责人', grantedAt: at('10T09:00:00'), revocation: null };
const by = (...authorisations: Authorisation[]) => ({ ...rules, authorisations });
const asDeputy = { ...approve, approver: '副局长', deputy: { authorisationId: 'a1' } };

describe('the authorisation of a deputy', () => {
  it('[Art. 18] is put on record by the principal leader for a named deputy, days and document', () => {
    expect(grantAuthorisation([], grant)).toStrictEqual({ accepted: true, events: [granted] });
    const refused = (change: object, known: readonly Authorisation[] = []) => grantAuthorisation(known, { ...grant, ...change });
    expect(refused({ by: '副局长', deputy: '科长' }, [granted])).toMatchObject({ refusal: { slug: 'only-the-principal-leader' } });
    expect(refused({ deputy: '主要负责人' })).toMatchObject({ refusal: { slug: 'deputy-is-the-leader' } });
    expect(refused({ documentNumber: ' ' })).toMatchObject({ refusal: { slug: 'document-number-missing' } });
    expect(refused({ to: '2018-09-10' })).toMatchObject({ refusal: { slug: 'authorisation-period-reversed' } });
    expect(refused({ from: '2018-09-01', to: '2018-09-09' })).toMatchObject({ refusal: { slug: 'authorisation-period-over' } });
    expect(refused({ from: '2018-09-14', to: '2018-09-20' }, [granted])).toMatchObject({ refusal: { slug: 'already-authorised' } });
    expect(refused({ from: '2018-09-15', to: '2018-09-20' }, [granted])).toMatchObject({ accepted: true });
  });

  it('[Art. 18] lets the deputy approve on its days, first and last included, and on no other', () => {
    const entering = [...handled, { ...entered, at: at('10T18:00:00') }];
    const on = (time: string) => given(entering).when({ ...asDeputy, at: at(time) }, by(granted));
    on('11T00:00:00').then([{ ...feedback, approver: '副局长', authorisation: granted.documentNumber, authorisationId: 'a1', at: at('11T00:00:00') }]);
    expect(on('14T23:59:59').decision.accepted).toBe(true);
    on('10T23:59:59').thenRefused('authorisation-not-valid');
    on('15T00:00:00').thenRefused('authorisation-not-valid');
  });

  it('[Art. 18] is of no use for another account or unit, nor once it is revoked', () => {
    const entering = [...handled, entered];
    const revoked = { ...granted, revocation: { by: '主要负责人', at: at('12T12:00:00'), appointed: false } };
    given(entering).when({ ...asDeputy, approver: '科长' }, by(granted)).thenRefused('no-such-authorisation', { field: 'deputy.authorisationId' });
    given(entering).when(asDeputy, by({ ...granted, unit: 'housing' })).thenRefused('no-such-authorisation');
    given(entering).when(asDeputy).thenRefused('no-such-authorisation');
    given(entering).when(asDeputy, by(revoked)).thenRefused('authorisation-not-valid');
    expect(given(entering).when({ ...asDeputy, at: at('12T11:59:59') }, by(revoked)).decision.accepted).toBe(true);
  });

  it('[Art. 18] a deputy cannot approve as if it were the principal leader, nor instruct in that place', () => {
    given([...handled, entered]).when({ ...approve, approver: '副局长' }, by(granted)).thenRefused('approver-is-a-deputy', { field: 'deputy' });
    given(handled).when({ ...instruct, leader: '副局长' }, by(granted)).thenRefused('only-the-principal-leader');
    given([...handled, entered]).when(approve, by(granted)).then([feedback]);
  });

  it('[Art. 18] ends by revocation; only an appointment as leader frees the account', () => {
    const end = (appointed: boolean) => ({ by: '主要负责人', at: at('12T12:00:00'), appointed });
    expect(revokeAuthorisation([granted], 'a1', end(false))).toStrictEqual({ accepted: true, events: [{ ...granted, revocation: end(false) }] });
    expect(revokeAuthorisation([granted], 'a2', end(false))).toMatchObject({ refusal: { slug: 'no-authorisation-on-record' } });
    expect(revokeAuthorisation([granted], 'a1', { ...end(true), by: '副局长' })).toMatchObject({ refusal: { slug: 'only-the-principal-leader' } });
    expect(revokeAuthorisation([{ ...granted, revocation: end(false) }], 'a1', end(false))).toMatchObject({ refusal: { slug: 'already-revoked' } });
    expect(isDeputyAccount([{ ...granted, revocation: end(false) }], 'water', '副局长')).toBe(true);
    expect(isDeputyAccount([{ ...granted, revocation: end(true) }], 'water', '副局长')).toBe(false);
    expect(isDeputyAccount([granted], 'housing', '副局长')).toBe(false);
    const later = { ...granted, id: 'a2', grantedAt: at('20T09:00:00') };
    expect(isDeputyAccount([later, { ...granted, revocation: end(true) }], 'water', '副局长')).toBe(true);
  });

  it('[Art. 18] the words of older approvals stay readable', () => {
    const old: HandlingEvent = { ...feedback, authorisation: '局党组会议纪要授权' };
    expect(after([...handled, entered, old])).toMatchObject({ dispatch: { approval: { authorisation: '局党组会议纪要授权' } } });
  });
});
