import { behaviour } from '@hotline/testing';
import fc from 'fast-check';
import { at, clockOf, dispatched } from '../../spec/clock-bench.js';
import { trialPack } from '../../spec/trial-pack.js';
import type { Category } from '../shared/index.js';
import {
  decide,
  evolve,
  EXTENSION_REFUSALS,
  initial,
  type Extension,
  type ExtensionCommand,
  type ExtensionEvent,
  type ExtensionRefusal,
  type ExtensionRules,
  type ResolveClockView,
} from './index.js';

const resolve: ResolveClockView = clockOf('resolve:1:water', at('09-10 10:00'), dispatched({ category: 'complaint' }));
const rules: ExtensionRules = { now: at('10-12 12:00'), resolve, alreadyThisRound: 0, daysThisRound: 0, grantedThisRound: 0, statutory: false, policy: trialPack };
const { given } = behaviour<Extension, ExtensionCommand, ExtensionEvent, ExtensionRules, ExtensionRefusal>({ initial, decide, evolve, rules });

const ask: Extract<ExtensionCommand, { type: 'AskExtension' }> = {
  type: 'AskExtension',
  extensionId: 'x1',
  unit: 'water',
  reason: '需现场开挖检修，协调交警部门占道施工',
  workingDays: 10,
  at: at('09-28 09:00'),
};
const asked: Extract<ExtensionEvent, { type: 'ExtensionAsked' }> = {
  type: 'ExtensionAsked',
  extensionId: 'x1',
  dispatchNo: 1,
  round: 1,
  unit: 'water',
  reason: ask.reason,
  workingDays: 10,
  askedAt: ask.at,
  originalDueAt: at('10-01 00:00'),
  prefectureReviews: false,
};
const askedForPrefecture: ExtensionEvent = { ...asked, prefectureReviews: true };
/** The rules of a ticket that the prefecture transferred, where one asked for its review. */
const rulesOf = (events: readonly ExtensionEvent[]): ExtensionRules => ({ ...rules, resolve: { ...resolve, prefectureTransfer: events.includes(askedForPrefecture) } });
const forwarded: ExtensionEvent = { type: 'ExtensionForwarded', forwardedAt: at('09-28 15:00') };
const forward: ExtensionCommand = { type: 'ForwardExtension', at: at('09-28 15:00') };
const grant = (by: 'county' | 'prefecture', moment = '09-29 09:00'): ExtensionCommand => ({ type: 'GrantExtension', by, at: at(moment) });
const refusal = (by: 'county' | 'prefecture'): ExtensionCommand => ({ type: 'RefuseExtension', by, reason: '理由不充分', at: at('09-29 09:00') });
const granted = (by: 'county' | 'prefecture'): ExtensionEvent => ({ type: 'ExtensionGranted', by, workingDays: 10, decidedAt: at('09-29 09:00') });
const refused = (by: 'county' | 'prefecture'): ExtensionEvent => ({ type: 'ExtensionRefused', by, reason: '理由不充分', decidedAt: at('09-29 09:00') });

describe('asking for more time', () => {
  it('[Art. 17(3)] the lead asks with a reason, before the due date, within the cap', () => {
    given().when(ask).then([asked]);
  });

  it.each<[Category, number]>([
    ['consultation', 3],
    ['suggestion', 5],
    ['help', 5],
    ['complaint', 10],
    ['report', 10],
  ])('[Art. 17(1)–(3)] of a %s at most %i working days', (category, cap) => {
    const own = { ...rules, resolve: { ...resolve, category } };
    expect(given().when({ ...ask, workingDays: cap }, own).decision.accepted).toBe(true);
    given()
      .when({ ...ask, workingDays: cap + 1 }, own)
      .thenRefused('over-the-cap', { field: 'workingDays', values: { cap, asked: cap + 1 } });
  });

  it.each<[string, Partial<typeof ask>, Partial<ExtensionRules>, ExtensionRefusal]>([
    ['at the deadline', { at: at('10-01 00:00') }, {}, 'asked-after-deadline'],
    ['by an assisting unit', { unit: 'town' }, {}, 'not-this-units-ticket'],
    ['without a reason', { reason: ' \n' }, {}, 'reason-missing'],
    ['no days', { workingDays: 0 }, {}, 'working-days-not-positive'],
    ['half a day', { workingDays: 0.5 }, {}, 'working-days-not-positive'],
    ['before the dispatch', { at: at('09-10 09:59') }, {}, 'before-previous-step'],
    ['tomorrow', {}, { now: at('09-27 09:00') }, 'in-the-future'],
    ['a second time in the round', {}, { alreadyThisRound: 1 }, 'already-this-round'],
    ['when all its requests of the round are together over the cap', {}, { alreadyThisRound: 1, daysThisRound: trialPack.categories.complaint.extensionCap + 1 - ask.workingDays, policy: { ...trialPack, extensionsPerRound: 2 } }, 'over-the-cap'],
    ['under a limit of law', {}, { statutory: true }, 'statutory-limit-has-no-extension'],
    ['on a withdrawn dispatch', {}, { resolve: { ...resolve, verdict: 'void', voidedBy: 'dispatch-withdrawn' } as ResolveClockView }, 'resolve-clock-not-running'],
    ['on nothing dispatched', {}, { resolve: null }, 'resolve-clock-not-running'],
    ['after feedback', {}, { resolve: { ...resolve, stoppedAt: at('09-27 09:00'), verdict: 'on-time' } }, 'resolve-clock-not-running'],
    ['after feedback whose verdict waits', {}, { resolve: { ...resolve, stoppedAt: at('09-27 09:00') } }, 'resolve-clock-not-running'],
    ['after an accepted return', {}, { resolve: { ...resolve, verdict: 'void' } }, 'resolve-clock-not-running'],
  ])('[Art. 17] refused %s', (_name, parts, changed, slug) => {
    given()
      .when({ ...ask, ...parts }, { ...rules, ...changed })
      .thenRefused(slug);
  });

  it('[Art. 17] is in time past a provisional due date, which nobody has missed', () => {
    const late = { ...ask, at: at('10-08 09:00') };
    expect(given().when(late, { ...rules, resolve: { ...resolve, provisional: true } }).decision).toMatchObject({ accepted: true });
    given().when(late, { ...rules, resolve: { ...resolve, provisional: false } }).thenRefused('asked-after-deadline', { field: 'at' });
  });

  it('[Art. 17] repeated it is refused, not doubled', () => {
    given([asked]).when(ask).thenRefused('already-asked', {});
  });
});

describe('reviewing', () => {
  it.each<[string, Partial<ResolveClockView>, boolean]>([
    ['a consultation', { category: 'consultation' }, true],
    ['what the prefecture transferred', { prefectureTransfer: true }, true],
    ['another local ticket', {}, false],
  ])('[Art. 17(1)] %s: prefecture or county', (_name, parts, prefectureReviews) => {
    const decision = given().when({ ...ask, workingDays: 3 }, { ...rules, resolve: { ...resolve, ...parts } }).decision;
    expect(decision).toMatchObject({ accepted: true, events: [{ prefectureReviews }] });
  });

  it('[Art. 17(1)] the policy may leave all reviews to the county', () => {
    const own = { ...rules, policy: { ...trialPack, prefectureReviews: [] }, resolve: { ...resolve, category: 'consultation' as const } };
    expect(given().when({ ...ask, workingDays: 3 }, own).decision).toMatchObject({ events: [{ prefectureReviews: false }] });
  });

  it('[Art. 17(3)] the county grants alone where it may', () => {
    const { type: _type, ...content } = asked;
    given([asked]).when(grant('county')).then([granted('county')]);
    given([asked])
      .when(grant('county'))
      .thenState({ status: 'granted', ...content, forwardedAt: null, decidedBy: 'county', decidedAt: at('09-29 09:00') });
  });

  it('[Art. 17(1)] county forwards, prefecture grants', () => {
    given([askedForPrefecture]).when(forward, rulesOf([askedForPrefecture])).then([forwarded]);
    given([askedForPrefecture, forwarded]).when(grant('prefecture')).then([granted('prefecture')]);
  });

  it('[Art. 17(1)] either may refuse at its turn, with a reason', () => {
    given([askedForPrefecture]).when(refusal('county')).then([refused('county')]);
    given([askedForPrefecture, forwarded]).when(refusal('prefecture')).then([refused('prefecture')]);
    given([asked])
      .when({ type: 'RefuseExtension', by: 'county', reason: '', at: at('09-29 09:00') })
      .thenRefused('reason-missing', { field: 'reason' });
  });

  it.each<[string, ExtensionEvent[], ExtensionCommand, ExtensionRefusal]>([
    ['granting alone what the prefecture must review', [askedForPrefecture], grant('county'), 'prefecture-must-decide'],
    ['deciding after forwarding', [askedForPrefecture, forwarded], refusal('county'), 'prefecture-must-decide'],
    ['the prefecture deciding what was not forwarded', [askedForPrefecture], grant('prefecture'), 'not-forwarded'],
    ['forwarding what needs no prefecture', [asked], forward, 'prefecture-review-not-needed'],
    ['forwarding twice', [askedForPrefecture, forwarded], forward, 'already-forwarded'],
    ['granting after refusal', [asked, refused('county')], grant('county'), 'already-decided'],
    ['refusing after granting', [asked, granted('county')], refusal('county'), 'already-decided'],
    ['forwarding after a decision', [askedForPrefecture, refused('county')], forward, 'already-decided'],
    ['granting what nobody asked', [], grant('county'), 'not-asked'],
    ['forwarding what nobody asked', [], forward, 'not-asked'],
    ['deciding before it was asked', [asked], grant('county', '09-28 08:59'), 'before-previous-step'],
    ['deciding before it was forwarded', [askedForPrefecture, forwarded], grant('prefecture', '09-28 14:59'), 'before-previous-step'],
    ['deciding in the future', [asked], grant('county', '10-12 12:06'), 'in-the-future'],
  ])('[Art. 17(1)] refuses %s', (_name, events, command, slug) => {
    given(events).when(command, rulesOf(events)).thenRefused(slug);
  });

  it.each<[string, ExtensionEvent[], ExtensionCommand]>([
    ['granted', [asked], grant('county')],
    ['forwarded', [askedForPrefecture], forward],
    ['granted by the prefecture', [askedForPrefecture, forwarded], grant('prefecture')],
  ])('[Art. 17(return)] is not %s once nothing is left to extend', (_name, events, command) => {
    const without = (changed: Partial<ResolveClockView> | null): ExtensionRules => ({ ...rules, resolve: changed && { ...resolve, prefectureTransfer: events.includes(askedForPrefecture), ...changed } });
    given(events).when(command, without({ verdict: 'void' })).thenRefused('resolve-clock-not-running', {});
    given(events).when(command, without({ stoppedAt: ask.at, verdict: 'on-time' })).thenRefused('resolve-clock-not-running', {});
    given(events).when(command, without(null)).thenRefused('resolve-clock-not-running', {});
    expect(given(events).when(command, without({ stoppedAt: ask.at + 1 })).decision).toMatchObject({ accepted: true });
  });

  it('[Art. 17(return)] can still be refused once nothing is left to extend, so that no request stays open for ever', () => {
    const nothing = { ...rules, resolve: { ...resolve, verdict: 'void' as const } };
    const { reason, at: decidedAt } = refusal('county') as Extract<ExtensionCommand, { type: 'RefuseExtension' }>;
    const refused = { type: 'ExtensionRefused', reason, decidedAt } as const;
    given([asked]).when(refusal('county'), nothing).then([{ ...refused, by: 'county' }]);
    given([askedForPrefecture, forwarded]).when(refusal('prefecture'), nothing).then([{ ...refused, by: 'prefecture' }]);
    given([asked]).when(refusal('county'), { ...rules, resolve: null }).then([{ ...refused, by: 'county' }]);
  });

  it('[Art. 17(3)] under a limit of law that came in between it is neither sent on nor granted, but may still be refused', () => {
    const underLaw = { ...rules, statutory: true };
    given([askedForPrefecture]).when(forward, underLaw).thenRefused('statutory-limit-has-no-extension', {});
    given([asked]).when(grant('county'), underLaw).thenRefused('statutory-limit-has-no-extension', {});
    given([askedForPrefecture, forwarded]).when(grant('prefecture'), underLaw).thenRefused('statutory-limit-has-no-extension', {});
    given([asked, refused('county')]).when(grant('county'), underLaw).thenRefused('already-decided', {});
    given([asked]).when(refusal('county'), underLaw).then([refused('county')]);
  });

  it('[Art. 17] a refusal is never shown as granted', () => {
    const { type: _type, ...content } = asked;
    given([asked])
      .when(refusal('county'))
      .thenState({ status: 'refused', ...content, forwardedAt: null, decidedBy: 'county', decidedAt: at('09-29 09:00'), refusalReason: '理由不充分' });
  });
});

describe('every course of commands', () => {
  const moment = fc.integer({ min: 0, max: 30 * 24 }).map((hours) => at('09-10 10:00') + hours * 3_600_000);
  const by = fc.constantFrom('county', 'prefecture') as fc.Arbitrary<'county' | 'prefecture'>;
  const command: fc.Arbitrary<ExtensionCommand> = fc.oneof(
    fc.record({ type: fc.constant('AskExtension' as const), extensionId: fc.constant('x1'), unit: fc.constantFrom('water', 'town'), reason: fc.constantFrom('', '复杂'), workingDays: fc.integer({ min: 0, max: 12 }), at: moment }),
    fc.record({ type: fc.constant('ForwardExtension' as const), at: moment }),
    fc.record({ type: fc.constant('GrantExtension' as const), by, at: moment }),
    fc.record({ type: fc.constant('RefuseExtension' as const), by, reason: fc.constantFrom('', '理由不充分'), at: moment }),
  );

  it('[Art. 17] ends in at most one decision, refuses by a known slug, a refusal changes nothing, and under a limit of law there is nothing but refusing', () => {
    const underLaw = fc.array(fc.tuple(command, fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(underLaw, fc.boolean(), (commands, prefectureTransfer) => {
        const own = { ...rules, resolve: { ...resolve, prefectureTransfer } };
        const events = commands.reduce<ExtensionEvent[]>((past, [next, statutory]) => {
          const state = past.reduce(evolve, initial);
          const before = structuredClone(state);
          const decision = decide(state, next, { ...own, statutory });
          expect(state).toStrictEqual(before);
          if (decision.accepted && statutory) expect(decision.events.map(({ type }) => type)).toEqual(['ExtensionRefused']);
          if (!decision.accepted) expect(EXTENSION_REFUSALS).toContain(decision.refusal.slug);
          return decision.accepted ? [...past, ...decision.events] : past;
        }, []);
        const decisions = events.filter((event) => event.type === 'ExtensionGranted' || event.type === 'ExtensionRefused');
        expect(decisions.length).toBeLessThanOrEqual(1);
        const [decided] = decisions;
        if (prefectureTransfer && decided?.type === 'ExtensionGranted') expect(decided.by).toBe('prefecture');
      }),
    );
  });
});
