import fc from 'fast-check';
import { at, rules } from '../../spec/case-in-hand.js';
import { decide, evolve, HANDLING_REFUSALS, initial, unitsOf, type CaseState, type HandlingCommand } from './index.js';

const unit = fc.constantFrom('water', 'housing', 'town');
const flag = fc.boolean();
const words = fc.constantFrom('', '有据可查');
const ticketId = 'b4f6a5a2-2f0e-4f6f-9a74-5c1f2f4f5a01';
/** Mostly within the life of a ticket, so that many random steps are possible at all. */
const moment = fc.integer({ min: at('10T09:00:00'), max: at('14T09:00:00') });

const command: fc.Arbitrary<HandlingCommand> = fc.oneof(
  fc.record({
    type: fc.constant('OpenCase' as const),
    ticketId: fc.constant(ticketId),
    category: fc.constant('help' as const),
    petitionerKind: fc.constantFrom('individual' as const, 'enterprise' as const),
    prefectureTransfer: flag,
    receivedAt: fc.constant(at('10T08:00:00')),
    acceptedAt: fc.constant(at('10T08:30:00')),
  }),
  fc.record({ type: fc.constant('NoteAnswered' as const), at: moment }),
  fc.record({
    type: fc.constant('Dispatch' as const),
    mode: fc.constantFrom('transfer' as const, 'joint' as const),
    lead: unit,
    assisting: fc.subarray(['housing', 'town']),
    ruling: flag,
    at: moment,
  }),
  fc.record({ type: fc.constantFrom('Sign' as const, 'DeclareOnSiteCheck' as const), unit, at: moment }),
  fc.record({ type: fc.constant('RecordContact' as const), unit, way: fc.constant('phone' as const), reached: flag, at: moment }),
  fc.record({ type: fc.constant('GiveOpinion' as const), unit, text: words, at: moment }),
  fc.record({ type: fc.constant('AskReturn' as const), unit, reason: words, suggestedUnit: unit, at: moment }),
  fc.record({ type: fc.constant('DecideReturn' as const), unit, accepted: flag, reason: words, at: moment }),
  fc.record({ type: fc.constant('EnterResult' as const), unit, resultCode: fc.constant('resolved' as const), text: words, missingOpinions: fc.subarray(['housing', 'town']), at: moment }),
  fc.record({ type: fc.constant('Approve' as const), unit, approver: words, sealNumber: words, at: moment }),
  fc.record({ type: fc.constant('SendBack' as const), unit, reason: words, at: moment }),
  fc.record({ type: fc.constant('RegisterPaper' as const), at: moment }),
  fc.record({ type: fc.constant('OrderRework' as const), round: fc.integer({ min: 1, max: 4 }), at: moment }),
  fc.record({ type: fc.constant('ApplyUpstreamReturn' as const), reason: words, at: moment }),
  fc.record({ type: fc.constant('DecideUpstreamReturn' as const), accepted: flag, at: moment }),
);

/** What a smooth life of two rounds consists of; without it chance alone would hardly ever close a case. */
const smooth: readonly ((moment: number) => HandlingCommand)[] = [
  (acceptedAt) => ({ type: 'OpenCase', ticketId, category: 'help', petitionerKind: 'individual', prefectureTransfer: true, receivedAt: at('10T08:00:00'), acceptedAt }),
  (moment) => ({ type: 'Dispatch', mode: 'transfer', lead: 'water', assisting: [], at: moment }),
  ...[2, 3].flatMap((round): ((moment: number) => HandlingCommand)[] => [
    (moment) => ({ type: 'EnterResult', unit: 'water', resultCode: 'resolved', text: '已修复', at: moment }),
    (moment) => ({ type: 'Approve', unit: 'water', approver: '主要负责人', sealNumber: '15号', at: moment }),
    (moment) => ({ type: 'RegisterPaper', at: moment }),
    (moment) => ({ type: 'OrderRework', round, at: moment }),
  ]),
];
const backbone = fc
  .tuple(fc.subarray([...smooth], { minLength: 4 }), fc.array(moment, { minLength: smooth.length, maxLength: smooth.length }))
  .map(([steps, moments]) => {
    const inOrder = moments.toSorted((a, b) => a - b);
    return steps.map((step, index) => step(inOrder[index] ?? 0));
  });

/** Such a life with steps left out and others thrown in, all in the order of their moments. */
const life = fc.tuple(backbone, fc.array(command, { maxLength: 40 })).map((steps) => steps.flat().toSorted((a, b) => momentOf(a) - momentOf(b)));

function momentOf(step: HandlingCommand): number {
  return step.type === 'OpenCase' ? step.acceptedAt : step.at;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Lives a life on frozen states, and shows each step to `look`. */
function live(steps: readonly HandlingCommand[], look: (before: CaseState, step: HandlingCommand, after: CaseState | null) => void): void {
  let state: CaseState = frozen(structuredClone(initial));
  for (const step of steps) {
    const decision = decide(state, step, rules);
    if (!decision.accepted) expect(HANDLING_REFUSALS).toContain(decision.refusal.slug);
    const next = decision.accepted ? frozen(decision.events.reduce(evolve, state)) : null;
    look(state, step, next);
    state = next ?? state;
  }
}

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
          const dispatches = after.dispatch ? [...after.past, after.dispatch] : after.past;
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
});
