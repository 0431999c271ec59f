import { expect } from '@jest/globals';
import fc from 'fast-check';
import { decide, evolve, HANDLING_REFUSALS, initial, type CaseState, type HandlingCommand } from '../src/handling/index.js';
import { at, rules } from './case-in-hand.js';

export const CASE_STATUS_NAMES: readonly CaseState['status'][] = [
  ...(['none', 'awaiting-dispatch', 'dispatched', 'result-entered', 'feedback-given', 'closed', 'upstream-return-asked', 'returned-upstream', 'answered', 'declined'] as const),
];

const unit = fc.constantFrom('water', 'housing', 'town');
const flag = fc.boolean();
const words = fc.constantFrom('', '有据可查');
const ticketId = 'b4f6a5a2-2f0e-4f6f-9a74-5c1f2f4f5a01';
/** Mostly within the life of a ticket, so that many random steps are possible at all. */
const moment = fc.integer({ min: at('10T09:00:00'), max: at('14T09:00:00') });

export const command: fc.Arbitrary<HandlingCommand> = fc.oneof(
  fc.record({
    type: fc.constant('OpenCase' as const),
    ticketId: fc.constant(ticketId),
    category: fc.constant('help' as const),
    petitionerKind: fc.constantFrom('individual' as const, 'enterprise' as const),
    prefectureTransfer: flag,
    receivedAt: fc.constant(at('10T08:00:00')),
    acceptedAt: fc.constant(at('10T08:30:00')),
  }),
  fc.record({ type: fc.constantFrom('NoteAnswered' as const, 'NoteDeclined' as const), at: moment }),
  fc.record({ type: fc.constant('RecallDispatch' as const), reason: words, at: moment }),
  fc.record({
    type: fc.constant('Dispatch' as const),
    mode: fc.constantFrom('transfer' as const, 'joint' as const),
    lead: unit,
    assisting: fc.subarray(['housing', 'town']),
    supervised: fc.constantFrom(null, 'serious-or-typical' as const, 'second-dissatisfaction' as const),
    ruling: flag,
    at: moment,
  }),
  fc.record({ type: fc.constantFrom('Sign' as const, 'DeclareOnSiteCheck' as const), unit, at: moment }),
  fc.record({ type: fc.constant('RecordContact' as const), unit, way: fc.constant('phone' as const), reached: flag, at: moment }),
  fc.record({ type: fc.constant('GiveOpinion' as const), unit, text: words, at: moment }),
  fc.record({ type: fc.constant('AskReturn' as const), unit, reason: words, suggestedUnit: unit, at: moment }),
  fc.record({ type: fc.constant('DecideReturn' as const), unit, accepted: flag, reason: words, at: moment }),
  fc.record({ type: fc.constant('EnterResult' as const), unit, resultCode: fc.constantFrom('resolved' as const, 'conditions-not-ready' as const), plan: fc.constant('有据可查'), reviewDate: fc.constant('2019-03-01'), text: words, missingOpinions: fc.subarray(['housing', 'town']), at: moment }),
  fc.record({ type: fc.constant('Approve' as const), unit, approver: words, sealNumber: words, at: moment }),
  fc.record({ type: fc.constant('MarkCase' as const), marks: fc.subarray(['key', 'difficult', 'hot'] as const), reason: words, at: moment }),
  fc.record({ type: fc.constant('GiveInstruction' as const), unit, leader: fc.constant('主要负责人'), text: words, at: moment }),
  fc.record({ type: fc.constant('AddAssisting' as const), unit, at: moment }),
  fc.record({ type: fc.constant('ReviewConditions' as const), unit: fc.option(unit), outcome: fc.constantFrom('resolved' as const, 'still-not-ready' as const), text: words, plan: words, reviewDate: fc.constantFrom('2018-09-01', '2019-03-01'), at: moment }),
  fc.record({ type: fc.constant('ChangeCategory' as const), category: fc.constantFrom('help' as const, 'report' as const), previous: fc.constant('help' as const), at: moment }),
  fc.record({ type: fc.constant('DisposeCase' as const), certificateNo: fc.constant('销1号'), at: moment }),
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

/** A ticket that the county asks the prefecture to take back. */
const upstream = fc.record({ accepted: fc.boolean(), moment }).map(({ accepted, moment: decidedAt }): HandlingCommand[] => [
  { type: 'OpenCase', ticketId, category: 'help', petitionerKind: 'individual', prefectureTransfer: true, receivedAt: at('10T08:00:00'), acceptedAt: at('10T08:30:00') },
  { type: 'ApplyUpstreamReturn', reason: '州级事权', at: at('10T09:00:00') },
  { type: 'DecideUpstreamReturn', accepted, at: decidedAt },
]);

/** A ticket that was sent to the wrong unit, is taken back, and goes to another or to nobody. */
const recalled = fc.record({ supervised: fc.constantFrom(null, 'serious-or-typical' as const), first: moment, second: moment, declined: fc.boolean() }).map(({ supervised, first, second, declined }): HandlingCommand[] => [
  { type: 'OpenCase', ticketId, category: 'help', petitionerKind: 'individual', prefectureTransfer: false, receivedAt: at('10T08:00:00'), acceptedAt: at('10T08:30:00') },
  { type: 'Dispatch', mode: 'transfer', lead: 'water', assisting: [], supervised, at: at('10T09:00:00') },
  { type: 'RecallDispatch', reason: '有据可查', at: Math.min(first, second) },
  declined ? { type: 'NoteDeclined', at: Math.max(first, second) } : { type: 'Dispatch', mode: 'transfer', lead: 'housing', assisting: [], at: Math.max(first, second) },
]);

/** Such lives with steps left out and others thrown in, all in the order of their moments. */
export const life = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: backbone }, { weight: 1, arbitrary: upstream }, { weight: 1, arbitrary: recalled }), fc.array(command, { maxLength: 40 }))
  .map((steps) => steps.flat().toSorted((a, b) => momentOf(a) - momentOf(b)));

/** The moment of a step. */
export function momentOf(step: HandlingCommand): number {
  return step.type === 'OpenCase' ? step.acceptedAt : step.at;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Lives a life on frozen states, and shows each step to `look`. */
export function live(steps: readonly HandlingCommand[], look: (before: CaseState, step: HandlingCommand, after: CaseState | null) => void): void {
  let state: CaseState = frozen(structuredClone(initial));
  for (const step of steps) {
    const decision = decide(state, step, rules);
    if (!decision.accepted) expect(HANDLING_REFUSALS).toContain(decision.refusal.slug);
    const next = decision.accepted ? frozen(decision.events.reduce(evolve, state)) : null;
    look(state, step, next);
    state = next ?? state;
  }
}

