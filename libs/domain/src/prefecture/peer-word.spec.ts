import { behaviour } from '@hotline/testing';
import fc from 'fast-check';
import { decideApplication, decideTransfer, evolveApplication, evolveTransfer, noTransfer, type Application, type NoteVerdict, type Transfer, type TransferCommand } from './index.js';

const open: Application = { status: 'open', verdict: null };
const application = behaviour({ initial: open, decide: decideApplication, evolve: evolveApplication, rules: undefined });
const yes: NoteVerdict = { type: 'NoteVerdict', accepted: true, receipt: 'P-1', decidedAt: 5 };
const transfer = behaviour({ initial: noTransfer, decide: decideTransfer, evolve: evolveTransfer, rules: undefined });
const registered = { type: 'TransferRegistered', contentHash: 'a', ticketId: 't', ticketNumber: 'YM1', at: 7 } as const;

describe("the prefecture's decision on an application", () => {
  const noted = { ...yes, type: 'VerdictNoted' } as const;

  it('[Art. 17(return), 17(1), 24] stands as it first came; the same again changes nothing', () => {
    application.given().when(yes).then([noted]);
    application.given([noted]).when({ ...yes, receipt: 'P-2' }).then([]);
  });

  it('[Art. 17(return), 17(1), 24] that contradicts the first, or was never asked for, is refused', () => {
    application.given([noted]).when({ ...yes, accepted: false }).thenRefused('contradicting-decision');
    expect(decideApplication({ status: 'none', verdict: null }, yes)).toMatchObject({ refusal: { slug: 'no-such-application' } });
    expect(decideApplication({ status: 'withdrawn', verdict: null }, yes)).toMatchObject({ refusal: { slug: 'application-withdrawn' } });
  });
});

describe('a transfer of the prefecture', () => {
  it('[Art. 14] is registered once; the same again is answered as before', () => {
    transfer.given().when({ type: 'Receive', contentHash: 'a' }).then([{ type: 'TransferArrived', contentHash: 'a' }]);
    transfer.given([registered]).when({ type: 'Receive', contentHash: 'a' }).then([]);
    transfer.given([registered]).when({ type: 'Register', contentHash: 'a', ticketId: 't', ticketNumber: 'YM1', at: 9 }).then([]);
  });

  it('[Art. 12] under a registered number may not change its content; one that was refused may come mended', () => {
    transfer.given([registered]).when({ type: 'Receive', contentHash: 'b' }).thenRefused('transfer-contradicts', { field: 'number' });
    transfer
      .given([{ type: 'TransferRejected', contentHash: 'a', cause: 'title-missing' }])
      .when({ type: 'Receive', contentHash: 'b' })
      .thenState({ status: 'arriving', contentHash: 'b' });
  });

  it('[Art. 14] that the desk had typed in is recognised by its number, whatever it says, and keeps the ticket of the desk', () => {
    const recognise = { type: 'Recognise', ticketId: 't', ticketNumber: 'YM1', at: 7 } as const;
    const atDesk = { ...registered, atDesk: true } as const;
    const arrived = { type: 'TransferArrived', contentHash: 'a' } as const;
    transfer.given().when(recognise).then([]);
    transfer.given([arrived]).when(recognise).then([atDesk]);
    transfer.given([{ type: 'TransferRejected', contentHash: 'a', cause: 'title-missing' }]).when(recognise).then([atDesk]);
    transfer.given([registered]).when({ ...recognise, ticketId: 'u' }).then([]);
    for (const contentHash of ['a', 'b']) transfer.given([arrived, atDesk]).when({ type: 'Receive', contentHash }).then([]);
    transfer.given([arrived, atDesk]).when({ type: 'Register', contentHash: 'a', ticketId: 'u', ticketNumber: 'YM2', at: 9 }).then([]);
    transfer.given([arrived, atDesk]).when({ type: 'Register', contentHash: 'a', ticketId: 't', ticketNumber: 'YM1', at: 9 }).then([{ ...registered, at: 9 }]); // its own, of which the event came first
    transfer.given([arrived, atDesk]).when({ type: 'Reject', contentHash: 'a', cause: 'x' }).then([]);
  });

  it('[Art. 14] keeps ticket and content whatever arrives after its registration, in whatever order', () => {
    const contentHash = fc.constantFrom('a', 'b');
    const command: fc.Arbitrary<TransferCommand> = fc.oneof(
      fc.record({ type: fc.constant('Receive' as const), contentHash }),
      fc.record({ type: fc.constant('Register' as const), contentHash, ticketId: fc.constantFrom('t', 'u'), ticketNumber: fc.constant('YM1'), at: fc.nat(9) }),
      fc.record({ type: fc.constant('Recognise' as const), ticketId: fc.constantFrom('t', 'u'), ticketNumber: fc.constant('YM1'), at: fc.nat(9) }),
      fc.record({ type: fc.constant('Reject' as const), contentHash, cause: fc.constant('x') }),
    );
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        let state: Transfer = noTransfer;
        for (const each of commands) {
          const before = state;
          const decision = decideTransfer(state, each);
          if (decision.accepted) state = decision.events.reduce(evolveTransfer, state);
          if (before.status === 'registered' && before.atDesk) expect(state).toMatchObject({ status: 'registered', ticketId: before.ticketId });
          else if (before.status === 'registered') expect(state).toBe(before);
        }
      }),
    );
  });
});
