import { after, at, closed, dispatched, entered, feedback, given, joint, jointly, open, opened, returnAccepted, returnAsked, rules, signed, transfer, transferredDown, wholeRound } from '../../spec/case-in-hand.js';
import { trialPack } from '../../spec/trial-pack.js';
import type { DispatchCase, HandlingEvent, ReturnDecided } from './index.js';

const returned: readonly HandlingEvent[] = [opened, dispatched, returnAsked, returnAccepted];
/** Two accepted returns, the second by housing. */
const returnedTwice: readonly HandlingEvent[] = [
  ...returned,
  { ...dispatched, dispatchNo: 2, lead: 'housing', at: at('11T10:00:00') },
  { ...returnAsked, dispatchNo: 2, unit: 'housing', suggestedUnit: 'town', at: at('11T11:00:00') },
  { ...returnAccepted, dispatchNo: 2, unit: 'housing', at: at('11T15:00:00') },
];

describe('opening a case', () => {
  it('[Art. 14] waits for dispatch from the acceptance on, once', () => {
    given().when(open).then([opened]);
    given([opened]).when(open).thenRefused('already-open');
  });

  it('[Art. 18] is over when the county answered directly, in whatever order the two facts arrive', () => {
    const answered = { type: 'AnswerNoted', at: at('10T09:40:00') } as const;
    given([opened]).when({ type: 'NoteAnswered', at: answered.at }).then([answered]);
    given().when({ type: 'NoteAnswered', at: answered.at }).then([answered]);
    given([answered]).when(open).then([opened, answered]);
    expect(after([answered, opened, answered])).toStrictEqual(after([opened, answered]));
    given([opened, answered]).when(transfer).thenRefused('already-answered');
    given([opened, answered]).when({ type: 'NoteAnswered', at: answered.at }).thenRefused('already-answered');
    given([answered]).when({ type: 'NoteAnswered', at: answered.at }).thenRefused('already-answered');
  });

  it('[Art. 14] refuses every other step on a ticket that was never accepted', () => {
    given().when(transfer).thenRefused('no-such-case');
    given()
      .when({ type: 'Sign', unit: 'water', at: at('10T11:00:00') })
      .thenRefused('no-such-case');
  });
});

describe('dispatching', () => {
  it('[Art. 15(1)] transfers to one unit under the policy of the day', () => {
    given([opened]).when(transfer).then([dispatched]);
  });

  it('[Art. 8, 15(2)] sends jointly to one lead and its assisting units', () => {
    given([opened]).when(joint).then([jointly]);
  });

  it('[Art. 15(1)] leaves a case that knows who has it and what is still to come', () => {
    const part = { signedAt: null, onSiteCheckAt: null, opinion: null, return: null, leftAt: null };
    given([opened])
      .when({ ...joint, assisting: ['housing'] })
      .thenState({
        status: 'dispatched',
        ticketId: open.ticketId,
        category: 'help',
        petitionerKind: 'individual',
        prefectureTransfer: false,
        receivedAt: open.receivedAt,
        acceptedAt: open.acceptedAt,
        round: 1,
        acceptedReturns: 0,
        dispatch: {
          dispatchNo: 1,
          round: 1,
          mode: 'joint',
          lead: 'water',
          parts: [
            { unit: 'water', role: 'lead', ...part },
            { unit: 'housing', role: 'assisting', ...part },
          ],
          supervised: null,
          finding: null,
          ruling: false,
          policy: 'trial@1',
          returnDueAt: at('12T00:00:00'),
          at: at('10T10:00:00'),
          contact: { attempts: 0, lastAt: null, contactedAt: null },
          result: null,
          sentBack: [],
          approval: null,
          closedAt: null,
          endedAt: null,
        },
        past: [],
        upstreamReturns: [],
        waitingSince: open.acceptedAt,
      });
  });

  it.each<[string, Partial<DispatchCase>, { field: string; values?: Record<string, string> }]>([
    ['transfer-has-no-assisting-unit', { assisting: ['housing'] }, { field: 'assisting' }],
    ['joint-needs-an-assisting-unit', { mode: 'joint' }, { field: 'assisting' }],
    ['lead-among-assisting', { mode: 'joint', assisting: ['housing', 'water'] }, { field: 'assisting', values: { unit: 'water' } }],
    ['assisting-unit-twice', { mode: 'joint', assisting: ['town', 'housing', 'town'] }, { field: 'assisting', values: { unit: 'town' } }],
    ['unknown-unit', { lead: 'nobody' }, { field: 'lead', values: { unit: 'nobody' } }],
    ['unknown-unit', { lead: 'toString' }, { field: 'lead', values: { unit: 'toString' } }],
    ['unknown-unit', { mode: 'joint', assisting: ['nobody'] }, { field: 'assisting', values: { unit: 'nobody' } }],
    ['unit-inactive', { lead: 'merged' }, { field: 'lead', values: { unit: 'merged' } }],
  ])('[Art. 15] is refused as %s', (slug, change, about) => {
    const { decision } = given([opened]).when({ ...transfer, ...change });
    expect(decision).toStrictEqual({ accepted: false, refusal: { slug, ...about } });
  });

  it('[Art. 3] refuses a unit without an active liaison, as lead and as assisting unit', () => {
    const about = (field: string) => ({ field, values: { unit: 'unstaffed' } });
    given([opened])
      .when({ ...transfer, lead: 'unstaffed' })
      .thenRefused('unit-without-liaison', about('lead'));
    given([opened])
      .when({ ...joint, assisting: ['unstaffed'] })
      .thenRefused('unit-without-liaison', about('assisting'));
  });

  it.each([
    ['already-dispatched', [opened, dispatched]],
    ['already-dispatched', [opened, dispatched, signed, entered]],
    ['already-dispatched', [opened, dispatched, signed, entered, feedback]],
    ['already-closed', [opened, dispatched, signed, entered, feedback, closed]],
  ] as const)('[Art. 15] happens once a round: %s', (slug, before) => {
    given(before).when(transfer).thenRefused(slug);
  });

  it('[reading 2] lies neither before the acceptance nor ahead of time', () => {
    given([opened])
      .when({ ...transfer, at: at('10T09:29:59') })
      .thenRefused('before-previous-step', { field: 'at', values: { previous: '2018-09-10T01:30:00.000Z' } });
    given([opened])
      .when({ ...transfer, at: rules.now + 300_001 })
      .thenRefused('in-the-future');
  });
});

describe('supervised dispatch', () => {
  it.each([
    ['enterprise', 'enterprise'],
    ['deputy', 'deputy-or-delegate'],
  ] as const)('[Art. 15(3)] is what every ticket of a petitioner of the kind %s gets', (petitionerKind, supervised) => {
    given([{ ...opened, petitionerKind }])
      .when(transfer)
      .then([{ ...dispatched, supervised }]);
  });

  it('[Art. 15(3)] follows the policy that is in force on the day of dispatch', () => {
    const lenient = { ...trialPack, version: 2, supervisedPetitioners: [] };
    given([{ ...opened, petitionerKind: 'enterprise' }])
      .when(transfer, { ...rules, policyOn: (date) => (date === '2018-09-10' ? lenient : trialPack) })
      .then([{ ...dispatched, policy: 'trial@2' }]);
  });

  it.each(['leader-instruction', 'serious-or-typical'] as const)('[Art. 15(3)] may rest on %s', (supervised) => {
    given([opened])
      .when({ ...transfer, supervised })
      .then([{ ...dispatched, supervised }]);
    given([{ ...opened, petitionerKind: 'enterprise' }])
      .when({ ...transfer, supervised })
      .then([{ ...dispatched, supervised }]);
  });

  it.each(['enterprise', 'deputy-or-delegate'] as const)('[Art. 15(3)] does not rest on %s when the petitioner is neither', (supervised) => {
    given([opened])
      .when({ ...transfer, supervised })
      .thenRefused('ground-does-not-fit-petitioner', { field: 'supervised', values: { petitionerKind: 'individual' } });
  });

  it('[Art. 15(3)] never rests on second dissatisfaction, in whatever round and with whatever words: the finding is recorded in supervision, which issues the order', () => {
    const poorly = { ...transfer, supervised: 'second-dissatisfaction', finding: '超期未联系群众', at: at('17T09:00:00') } as const;
    const secondRound = [...wholeRound, { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') }] as const;
    for (const before of [[opened], secondRound] as const) {
      given(before).when(poorly).thenRefused('second-dissatisfaction-is-ordered-in-supervision', { field: 'supervised' });
      given(before).when({ ...poorly, finding: null }).thenRefused('second-dissatisfaction-is-ordered-in-supervision', { field: 'supervised' });
      given(before).when({ ...poorly, supervised: 'serious-or-typical' }).thenRefused('second-dissatisfaction-is-ordered-in-supervision', { field: 'finding' });
    }
  });
});

describe('a ruling', () => {
  const { returnDueAt: _told, ...untold } = dispatched; // what cannot be returned has no window
  const ruling: DispatchCase = { ...transfer, ruling: true, at: at('11T16:00:00') };

  it('[Art. 17(return)] needs the policy’s number of accepted returns', () => {
    given([opened])
      .when(ruling)
      .thenRefused('ruling-needs-more-returns', { field: 'ruling', values: { returns: 0, needed: 2 } });
    given(returned)
      .when(ruling)
      .thenRefused('ruling-needs-more-returns', { field: 'ruling', values: { returns: 1, needed: 2 } });
    given(returnedTwice)
      .when(ruling)
      .then([{ ...untold, dispatchNo: 3, ruling: true, at: at('11T16:00:00') }]);
  });

  it('[Art. 17(return)] counts no return of an assisting unit', () => {
    const left: ReturnDecided = { ...returnAccepted, unit: 'housing', role: 'assisting' };
    const state = after([opened, jointly, { ...returnAsked, unit: 'housing', suggestedUnit: 'town' }, left]);
    expect(state).toMatchObject({ status: 'dispatched', acceptedReturns: 0 });
  });

  it('[Art. 17(return)] cannot be returned, nor its window lengthened', () => {
    const ruled = [...returnedTwice, { ...dispatched, dispatchNo: 3, ruling: true, at: at('11T16:00:00') }];
    given(ruled)
      .when({ type: 'AskReturn', unit: 'water', reason: '不属我单位', suggestedUnit: 'town', at: at('11T17:00:00') })
      .thenRefused('ruling-cannot-be-returned');
    given(ruled)
      .when({ type: 'DeclareOnSiteCheck', unit: 'water', at: at('11T17:00:00') })
      .thenRefused('ruling-cannot-be-returned');
  });
});

describe('returning a ticket to the prefecture', () => {
  const apply = { type: 'ApplyUpstreamReturn', reason: '不属元谋县管辖', at: at('10T10:00:00') } as const;
  const asked: HandlingEvent = { type: 'UpstreamReturnAsked', reason: '不属元谋县管辖', at: at('10T10:00:00') };
  const decide = (accepted: boolean) => ({ type: 'DecideUpstreamReturn', accepted, at: at('11T10:00:00') }) as const;
  const refused: HandlingEvent = { type: 'UpstreamReturnDecided', accepted: false, at: at('11T10:00:00') };
  const granted: HandlingEvent = { type: 'UpstreamReturnDecided', accepted: true, at: at('11T10:00:00') };

  it('[Art. 17(return)] is asked with a reason while the ticket waits for dispatch', () => {
    given([transferredDown]).when(apply).then([asked]);
    given([transferredDown])
      .when({ ...apply, reason: '' })
      .thenRefused('reason-missing', { field: 'reason' });
    given([opened]).when(apply).thenRefused('not-a-prefecture-transfer');
    given([transferredDown, dispatched]).when(apply).thenRefused('already-dispatched');
    given([transferredDown, asked]).when(apply).thenRefused('upstream-return-already-asked');
    given([transferredDown])
      .when({ ...apply, at: at('10T09:29:59') })
      .thenRefused('before-previous-step');
  });

  it('[Art. 17(return)] ends the county’s part only when the prefecture accepts', () => {
    given([transferredDown, asked]).when(decide(true)).then([granted]);
    given([transferredDown, asked]).when(transfer).thenRefused('upstream-return-undecided');
    given([transferredDown, asked, granted]).when({ ...transfer, at: at('11T11:00:00') }).thenRefused('already-returned-upstream');
    given([transferredDown, asked, granted]).when(decide(true)).thenRefused('already-decided');
    given([transferredDown]).when(decide(true)).thenRefused('no-upstream-return-asked');
  });

  it('[Art. 17(return)] leaves the ticket with the county when refused, and may be asked again', () => {
    given([transferredDown, asked]).when(decide(false)).then([refused]);
    given([transferredDown, asked, refused]).when(transfer).thenRefused('before-previous-step');
    given([transferredDown, asked, refused])
      .when({ ...transfer, at: at('11T11:00:00') })
      .then([{ ...dispatched, returnDueAt: at('13T00:00:00'), at: at('11T11:00:00') }]);
    const again = { ...apply, reason: '补充权属材料', at: at('11T12:00:00') };
    given([transferredDown, asked, refused])
      .when(again)
      .then([{ type: 'UpstreamReturnAsked', reason: '补充权属材料', at: at('11T12:00:00') }]);
    expect(after([transferredDown, asked, refused])).toMatchObject({
      status: 'awaiting-dispatch',
      upstreamReturns: [{ reason: '不属元谋县管辖', askedAt: at('10T10:00:00'), decision: { accepted: false, at: at('11T10:00:00') } }],
    });
  });
});
