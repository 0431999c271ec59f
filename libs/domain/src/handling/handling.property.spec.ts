import fc from 'fast-check';
import { at, open, rules } from '../../spec/case-in-hand.js';
import { CASE_STATUS_NAMES, command, life, live, momentOf } from '../../spec/case-lives.js';
import { decide, dispatchesOf, elapsedOf, evolve, initial, tasksOf, unitsOf, type CaseState, type HandlingCommand } from './index.js';

describe('the handling of a case, whatever the order of its steps', () => {
  it('[Art. 17] every accepted step changes the case, and the very same step again is refused unless it is a further call', () => {
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, (before, step, after) => {
          if (after === null) return;
          expect(after).not.toEqual(before);
          if (step.type === 'RecordContact') return;
          expect(decide(after, step, rules).accepted).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('[Art. 18] nothing is closed without approval and seal, and no round is ever lost', () => {
    let closings = 0;
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, (before, _step, after) => {
          if (after === null || after.status === 'none') return;
          const dispatches = dispatchesOf(after);
          expect(dispatches.map(({ dispatchNo }) => dispatchNo)).toStrictEqual(dispatches.map((_, index) => index + 1));
          expect(dispatches.filter(({ closedAt, approval, result }) => closedAt !== null && (approval === null || approval.sealNumber === '' || result === null))).toStrictEqual([]);
          expect(dispatches.filter(({ ruling, parts }) => ruling && parts.some((part) => part.return !== null))).toStrictEqual([]);
          if (before.status !== 'none') expect(unitsOf(after)).toStrictEqual(expect.arrayContaining([...unitsOf(before)]));
          if (after.status === 'closed') closings += 1;
        });
      }),
      { numRuns: 300 },
    );
    expect(closings).toBeGreaterThan(0); // else the property would hold for want of any closing
  });

  it('[Art. 6] a marked ticket gives no feedback before the principal leader of its lead has given a written instruction in that dispatch', () => {
    let gated = 0;
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, (before, step, after) => {
          if (before.status === 'none' || step.type !== 'Approve' || (before.marks ?? []).length === 0) return;
          const instructed = (before.dispatch?.instructions ?? []).length > 0;
          if (!instructed) gated += 1;
          expect(after !== null && !instructed).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
    expect(gated).toBeGreaterThan(0);
  });

  it('[Art. 14-18] the case is in exactly one named status, which alone says who has something to do', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, (_before, _step, after) => {
          if (after === null) return;
          seen.add(after.status);
          expect(CASE_STATUS_NAMES).toContain(after.status);
          if (after.status === 'none') return;
          const ended = ['closed', 'answered', 'declined', 'returned-upstream'].includes(after.status);
          expect(tasksOf(after).length === 0).toBe(ended);
          expect(after.status === 'dispatched' || after.status === 'result-entered' || after.status === 'feedback-given' || after.status === 'closed' ? after.dispatch !== null : true).toBe(true);
          expect(after.disposedAt !== undefined && !ended).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...CASE_STATUS_NAMES].sort());
  });

  it('[Art. 17(return)] the time since the first receipt never goes back, whatever is returned, withdrawn or reworked', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let longest = 0;
        live(steps, (before, step, after) => {
          if (after === null || after.status === 'none') return;
          if (before.status !== 'none') expect(after.receivedAt).toBe(before.receivedAt);
          if (step.type === 'ChangeCategory' || step.type === 'NoteAnswered' || step.type === 'NoteDeclined') return; // told late, of an earlier moment
          const elapsed = elapsedOf(after, momentOf(step));
          const endedEarlier = after.status === 'answered' || after.status === 'declined';
          expect(elapsed).toBeGreaterThanOrEqual(endedEarlier ? 0 : longest);
          longest = Math.max(longest, endedEarlier ? 0 : elapsed);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('[Art. 14-17] a recall leaves the ticket with no unit, is no return, and takes nothing back that was entered', () => {
    let recalls = 0;
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, (before, step, after) => {
          if (step.type !== 'RecallDispatch' || after === null || after.status === 'none' || before.status === 'none') return;
          recalls += 1;
          expect([before.status, before.dispatch?.result]).toEqual(['dispatched', null]);
          expect(['awaiting-dispatch', 'answered', 'declined']).toContain(after.status);
          expect([after.dispatch, after.round, after.acceptedReturns, after.waitingSince]).toEqual([null, before.round, before.acceptedReturns, step.at]);
          expect(after.past.at(-1)).toEqual({ ...before.dispatch, endedAt: step.at, withdrawnAt: step.at, recallReason: step.reason });
        });
      }),
      { numRuns: 300 },
    );
    expect(recalls).toBeGreaterThan(0);
  });

  it('[Art. 15(3)] a dispatch that names no ground is supervised for what the one before it was, and none begins with a second dissatisfaction', () => {
    let kept = 0;
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, (before, step, after) => {
          if (step.type !== 'Dispatch' || after === null || after.status === 'none' || before.status === 'none') return;
          const last = before.past.at(-1)?.supervised ?? null;
          expect(after.dispatch?.supervised).not.toBe('second-dissatisfaction');
          if (step.supervised == null && last !== null) expect(after.dispatch?.supervised).toBe(last);
          if (step.supervised == null && last !== null) kept += 1;
        });
      }),
      { numRuns: 500 },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('[Art. 20] a disposed file holds no word and takes no further step', () => {
    let disposals = 0;
    fc.assert(
      fc.property(life, fc.array(command, { maxLength: 10 }), (steps, later) => {
        live(steps, (_before, step, after) => {
          if (after === null || step.type !== 'DisposeCase') return;
          disposals += 1;
          expect(JSON.stringify(after)).not.toMatch(/有据可查|已修复/);
          for (const each of later) expect(decide(after, each, rules)).toMatchObject({ accepted: false, refusal: { slug: 'case-disposed' } });
        });
      }),
      { numRuns: 300 },
    );
    expect(disposals).toBeGreaterThan(0);
  });
});

describe('what other services tell, in whatever order and however often', () => {
  /** Applies what is accepted; a refusal on the bus is done with. */
  const told = (commands: readonly HandlingCommand[]): CaseState =>
    commands.reduce<CaseState>((state, each) => {
      const decision = decide(state, each, rules);
      return decision.accepted ? decision.events.reduce(evolve, state) : state;
    }, initial);
  const interleaved = (facts: readonly HandlingCommand[]): fc.Arbitrary<HandlingCommand[]> =>
    fc.array(fc.constantFrom(...facts), { maxLength: 6 }).chain((again) => fc.shuffledSubarray([...facts, ...again], { minLength: facts.length + again.length, maxLength: facts.length + again.length }));

  const facts: readonly HandlingCommand[] = [
    open,
    { type: 'NoteAnswered', at: at('10T12:00:00') },
    { type: 'ChangeCategory', category: 'suggestion', previous: 'help', at: at('10T09:20:00') },
    { type: 'ChangeCategory', category: 'complaint', previous: 'help', at: at('10T10:00:00') },
    { type: 'ChangeCategory', category: 'report', previous: 'complaint', at: at('10T11:00:00') },
  ];

  it('[Art. 13, 18] acceptance, answer and changes of category end equal', () => {
    fc.assert(fc.property(interleaved(facts), (order) => void expect(told(order)).toMatchObject({ status: 'answered', category: 'report', categoryChangedAt: at('10T11:00:00'), answeredAt: at('10T12:00:00') })));
    fc.assert(fc.property(interleaved(facts), (order) => void expect(told(order)).toStrictEqual(told(facts))));
  });

  it('[Art. 12, 13] acceptance, decline and changes of category end equal', () => {
    const declined = facts.map((each): HandlingCommand => (each.type === 'NoteAnswered' ? { type: 'NoteDeclined', at: each.at } : each));
    fc.assert(fc.property(interleaved(declined), (order) => void expect(told(order)).toStrictEqual(told(declined))));
    expect(told(declined)).toMatchObject({ status: 'declined', category: 'report', declinedAt: at('10T12:00:00') });
  });

  it('[Art. 17(return), 18] the prefecture deciding and the county answering end equal, the answer standing', () => {
    const asked: readonly HandlingCommand[] = [{ ...open, prefectureTransfer: true }, { type: 'ApplyUpstreamReturn', reason: '州级事权', at: at('10T10:00:00') }];
    for (const accepted of [true, false]) {
      const later: readonly HandlingCommand[] = [
        { type: 'DecideUpstreamReturn', accepted, at: at('11T10:00:00') },
        { type: 'NoteAnswered', at: at('11T09:00:00') },
      ];
      fc.assert(fc.property(interleaved(later), (order) => void expect(told([...asked, ...order])).toStrictEqual(told([...asked, ...later]))));
      expect(told([...asked, ...later])).toMatchObject({ status: 'answered', upstreamReturns: [{ decision: { accepted } }] });
    }
  });
});
