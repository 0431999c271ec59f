import { after, at, contacted, dispatched, entered, feedback, closed, given, jointly, opened, returnAccepted, returnAsked, rules, signed, wholeRound } from '../../spec/case-in-hand.js';
import { trialPack } from '../../spec/trial-pack.js';
import { unitsOf, type HandlingCommand, type RecordContact } from './index.js';

const sign = (unit: string, time: string): HandlingCommand => ({ type: 'Sign', unit, at: at(time) });

describe('signing', () => {
  it('[Art. 17] is done by each unit for itself, once', () => {
    given([opened, jointly]).when(sign('water', '10T11:00:00')).then([signed]);
    given([opened, jointly, signed])
      .when(sign('housing', '10T11:30:00'))
      .then([{ ...signed, unit: 'housing', at: at('10T11:30:00') }]);
    given([opened, dispatched, signed])
      .when(sign('water', '10T12:00:00'))
      .thenRefused('already-signed', { values: { signedAt: '2018-09-10T03:00:00.000Z' } });
  });

  it('[Art. 17] is never too late', () => {
    given([opened, dispatched])
      .when(sign('water', '27T11:00:00'))
      .then([{ ...signed, at: at('27T11:00:00') }]);
  });

  it.each([
    ['not-dispatched', [opened], sign('water', '10T11:00:00')],
    ['not-this-units-ticket', [opened, dispatched], sign('housing', '10T11:00:00')],
    ['not-dispatched', [opened, dispatched, returnAsked, returnAccepted], sign('water', '11T11:00:00')],
    ['before-previous-step', [opened, dispatched], sign('water', '10T09:59:59')],
    ['in-the-future', [opened, dispatched], sign('water', '28T18:05:01')],
    ['already-feedback-given', [opened, dispatched, signed, entered, feedback], sign('water', '13T09:00:00')],
    ['already-closed', wholeRound, sign('water', '13T11:00:00')],
  ] as const)('[Art. 17] is refused as %s', (slug, before, command) => {
    given(before).when(command).thenRefused(slug);
  });
});

describe('first contact', () => {
  const call: RecordContact = { type: 'RecordContact', unit: 'water', way: 'phone', reached: true, at: at('10T14:00:00') };
  const failed = (attempts: number, time: string) =>
    ({ type: 'ContactAttempted', dispatchNo: 1, unit: 'water', way: 'phone', attempts, note: '无人接听', at: at(time) }) as const;
  const tried = [opened, dispatched, signed, failed(1, '10T14:00:00'), failed(2, '10T16:00:00')] as const;

  it('[Art. 17] counts when the petitioner was reached', () => {
    given([opened, dispatched, signed]).when(call).then([contacted]);
  });

  it('[Art. 17] does not count for a failed call before the policy’s number of attempts', () => {
    given([opened, dispatched, signed])
      .when({ ...call, reached: false, note: '无人接听' })
      .then([failed(1, '10T14:00:00')]);
    given(tried)
      .when({ ...call, reached: false, at: at('11T09:00:00') })
      .then([{ ...contacted, reached: false, attempts: 3, at: at('11T09:00:00') }]);
    given(tried)
      .when({ ...call, at: at('11T09:00:00') })
      .then([{ ...contacted, attempts: 3, at: at('11T09:00:00') }]);
  });

  it('[Art. 17] takes the number of attempts from the policy that the dispatch is bound to', () => {
    given([opened, dispatched, signed])
      .when({ ...call, reached: false }, { ...rules, policyOf: (ref) => ({ ...trialPack, contactAttempts: ref === 'trial@1' ? 1 : 9 }) })
      .then([{ ...contacted, reached: false }]);
  });

  it('[Art. 17] takes receipt of a ticket that was not signed', () => {
    given([opened, dispatched])
      .when(call)
      .then([{ ...signed, implied: true, at: at('10T14:00:00') }, contacted]);
  });

  it.each([
    ['only-the-lead-unit', [opened, jointly], { ...call, unit: 'housing' }],
    ['not-this-units-ticket', [opened, dispatched], { ...call, unit: 'town' }],
    ['already-contacted', [opened, dispatched, signed, contacted], { ...call, at: at('11T09:00:00') }],
    ['before-previous-step', tried, { ...call, at: at('10T15:59:59') }],
    ['before-previous-step', [opened, dispatched], { ...call, at: at('10T09:59:59') }],
  ] as const)('[Art. 17] is refused as %s', (slug, before, command) => {
    given(before).when(command).thenRefused(slug);
  });
});

describe('opinion of an assisting unit', () => {
  const give = { type: 'GiveOpinion', unit: 'housing', text: '管线属小区共用部分', at: at('11T09:00:00') } as const;
  const given1 = { type: 'OpinionGiven', dispatchNo: 1, unit: 'housing', text: '管线属小区共用部分', at: at('11T09:00:00') } as const;
  const housingSigned = { ...signed, unit: 'housing' };

  it('[Art. 15(2)] goes to the lead, once, and takes receipt', () => {
    given([opened, jointly, housingSigned]).when(give).then([given1]);
    given([opened, jointly])
      .when(give)
      .then([{ ...signed, unit: 'housing', implied: true, at: at('11T09:00:00') }, given1]);
    given([opened, jointly, housingSigned, given1]).when(give).thenRefused('already-given-opinion', { values: { givenAt: '2018-09-11T01:00:00.000Z' } });
  });

  it('[Art. 15(2)] may still come after the lead’s result, not after feedback', () => {
    const named = { ...entered, missingOpinions: ['housing', 'town'], at: at('11T08:00:00') };
    given([opened, jointly, housingSigned, named]).when(give).then([given1]);
    given([opened, jointly, housingSigned, named, feedback])
      .when({ ...give, at: at('12T16:00:00') })
      .thenRefused('already-feedback-given');
    given([opened, jointly, housingSigned, named, feedback, closed])
      .when({ ...give, at: at('13T16:00:00') })
      .thenRefused('already-closed');
  });

  it.each([
    ['only-an-assisting-unit', { ...give, unit: 'water' }],
    ['text-missing', { ...give, text: ' ' }],
    ['before-previous-step', { ...give, at: at('10T09:59:59') }],
  ] as const)('[Art. 15(2)] is refused as %s', (slug, command) => {
    given([opened, jointly]).when(command).thenRefused(slug);
  });
});

describe('units of a case', () => {
  it('[Art. 3] are all that ever had it, also those that returned it', () => {
    const again = { ...jointly, dispatchNo: 2, lead: 'town', assisting: ['housing'], at: at('11T10:00:00') };
    expect(unitsOf(after([opened, dispatched, returnAsked, returnAccepted, again]))).toStrictEqual(['water', 'town', 'housing']);
    expect(unitsOf(after([]))).toStrictEqual([]);
  });
});
