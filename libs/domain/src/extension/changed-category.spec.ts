import { behaviour } from '@hotline/testing';
import { at, clockOf, dispatched } from '../../spec/clock-bench.js';
import { trialPack } from '../../spec/trial-pack.js';
import { decide, evolve, initial, type Extension, type ExtensionCommand, type ExtensionEvent, type ExtensionRefusal, type ExtensionRules } from './index.js';

const complaint = clockOf('resolve:1:water', at('09-10 10:00'), dispatched({ category: 'complaint' }));
const rules: ExtensionRules = { now: at('09-14 12:00'), resolve: complaint, alreadyThisRound: 1, daysThisRound: 10, grantedThisRound: 0, statutory: false, policy: trialPack };
const as = (category: 'consultation' | 'help' | 'complaint', parts: Partial<ExtensionRules> = {}): ExtensionRules => ({ ...rules, resolve: { ...complaint, category }, ...parts });
const { given } = behaviour<Extension, ExtensionCommand, ExtensionEvent, ExtensionRules, ExtensionRefusal>({ initial, decide, evolve, rules });

const asked = (workingDays: number, prefectureReviews: boolean): ExtensionEvent => ({
  type: 'ExtensionAsked', extensionId: 'x1', dispatchNo: 1, round: 1, unit: 'water', reason: '需现场开挖', workingDays, askedAt: at('09-12 09:00'), originalDueAt: at('10-01 00:00'), prefectureReviews,
});
const forward: ExtensionCommand = { type: 'ForwardExtension', at: at('09-13 09:00') };
const forwarded: ExtensionEvent = { type: 'ExtensionForwarded', forwardedAt: at('09-13 09:00') };
const grant = (by: 'county' | 'prefecture', parts: { told?: boolean } = {}): ExtensionCommand => ({ type: 'GrantExtension', by, at: at('09-14 09:00'), ...parts });
const granted = (by: 'county' | 'prefecture', workingDays: number): ExtensionEvent => ({ type: 'ExtensionGranted', by, workingDays, decidedAt: at('09-14 09:00') });

describe('an extension whose ticket changed its category since it was asked', () => {
  it('[Art. 13, 17(1)] is the prefecture’s to decide when the ticket is a consultation now', () => {
    given([asked(3, false)]).when(grant('county'), as('consultation')).thenRefused('prefecture-must-decide');
    given([asked(3, false)]).when(forward, as('consultation')).then([forwarded]);
    given([asked(3, false), forwarded]).when(grant('prefecture'), as('consultation')).then([granted('prefecture', 3)]);
    expect([asked(3, false), forwarded].reduce(evolve, initial)).toMatchObject({ status: 'forwarded', prefectureReviews: true });
  });

  it('[Art. 13, 17(2)] is the county’s when it is none any more, unless it was sent on', () => {
    given([asked(3, true)]).when(grant('county'), as('help')).then([granted('county', 3)]);
    given([asked(3, true)]).when(forward, as('help')).thenRefused('prefecture-review-not-needed');
    given([asked(3, true), forwarded]).when(grant('county'), as('help')).thenRefused('prefecture-must-decide');
    given([asked(3, true), forwarded]).when(grant('prefecture'), as('help')).then([granted('prefecture', 3)]);
  });

  it.each<['consultation' | 'help', number]>([
    ['consultation', 3],
    ['help', 5],
  ])('[Art. 13, 17(1)–(2)] of a %s is granted up to %i working days and no more', (category, cap) => {
    const by = category === 'consultation' ? 'prefecture' : 'county';
    const past = (days: number): ExtensionEvent[] => (by === 'prefecture' ? [asked(days, true), forwarded] : [asked(days, false)]);
    given(past(cap)).when(grant(by), as(category)).then([granted(by, cap)]);
    given(past(cap + 1)).when(grant(by), as(category)).thenRefused('over-the-cap-now', { values: { cap, asked: cap + 1, category } });
  });

  it('[Art. 13, 17(1)] is not sent on when it is over the cap by now, but may always be refused', () => {
    given([asked(10, false)]).when(forward, as('consultation')).thenRefused('over-the-cap-now', { values: { cap: 3, asked: 10, category: 'consultation' } });
    expect(given([asked(10, false)]).when({ type: 'RefuseExtension', by: 'county', reason: '超过现类别上限', at: at('09-14 09:00') }, as('consultation')).decision).toMatchObject({ accepted: true });
  });

  it('[Art. 17(2)] counts what was granted in the round before it', () => {
    given([asked(3, false)]).when(grant('county'), as('help', { grantedThisRound: 2 })).then([granted('county', 3)]);
    given([asked(3, false)]).when(grant('county'), as('help', { grantedThisRound: 3 })).thenRefused('over-the-cap-now', { values: { cap: 2, asked: 3, category: 'help' } });
    given([asked(3, false)]).when(grant('county'), as('help', { grantedThisRound: 8 })).thenRefused('over-the-cap-now', { values: { cap: 0, asked: 3, category: 'help' } });
  });

  it('[Art. 17(1)] stands when the level above decided it on its own platform: no one is left waiting, and the clock counts what the cap allows', () => {
    given([asked(10, true), forwarded]).when(grant('prefecture', { told: true }), as('consultation')).then([granted('prefecture', 10)]);
  });

  it('[Art. 17(1)] keeps the reviewer it was asked under where no clock is left', () => {
    given([asked(3, true)]).when(forward, { ...rules, resolve: null }).thenRefused('resolve-clock-not-running');
    given([asked(3, false)]).when(forward, { ...rules, resolve: null }).thenRefused('prefecture-review-not-needed');
  });
});
