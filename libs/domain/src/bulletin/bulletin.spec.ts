import fc from 'fast-check';
import { instantOf, UNIT_KINDS, codesOf } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as bulletin from './index.js';
import type { BulletinCommand, BulletinEvent, Standing } from './index.js';

const at = instantOf('2018-11-02T09:00:00+08:00');
const { given } = behaviour({ initial: bulletin.noBulletin('2018-10'), decide: bulletin.decide, evolve: bulletin.evolve, rules: undefined });
const draft: BulletinCommand = { type: 'DraftBulletin', hash: 'h1', reason: null, by: 'ana', at };
const drafted: BulletinEvent = { type: 'BulletinDrafted', version: 1, hash: 'h1', reason: null, by: 'ana', at };
const issue: BulletinCommand = { type: 'IssueBulletin', hash: 'h1', issuer: '王主任', number: 10, at };
const issued: BulletinEvent = { type: 'BulletinIssued', number: 10, issuer: '王主任', issuedAt: at };

describe('the bulletin of a month', () => {
  it('[Art. 21] is drafted, then issued under its number by a named person', () => {
    given().when(draft).then([drafted]);
    given([drafted]).when(issue).then([issued]);
    given([drafted]).when(issue).thenState({ month: '2018-10', draft: null, issued: [{ version: 1, hash: 'h1', reason: null, by: 'ana', at, number: 10, issuer: '王主任', issuedAt: at }] });
  });

  it('[Art. 21] is corrected by a new version with a reason, under the same number; the first stays', () => {
    const correction: BulletinCommand = { ...draft, hash: 'h2', reason: '漏计两件' } as BulletinCommand;
    given([drafted, issued]).when(correction).then([{ ...drafted, version: 2, hash: 'h2', reason: '漏计两件' } as BulletinEvent]);
    const second: BulletinEvent = { ...drafted, version: 2, hash: 'h2', reason: '漏计两件' } as BulletinEvent;
    given([drafted, issued, second]).when({ ...issue, hash: 'h2', number: 11 } as BulletinCommand).then([issued]);
  });

  it.each<[string, object, readonly BulletinEvent[], BulletinCommand]>([
    ['no-draft', {}, [], issue],
    ['no-draft', {}, [drafted, issued], issue],
    ['draft-changed', { field: 'hash', values: { hash: 'h1' } }, [drafted], { ...issue, hash: 'other' } as BulletinCommand],
    ['issuer-not-named', { field: 'issuer' }, [drafted], { ...issue, issuer: ' ' } as BulletinCommand],
    ['month-not-over', { values: { until: '2018-10-31' } }, [drafted], { ...issue, at: instantOf('2018-10-31T23:59:59+08:00') } as BulletinCommand],
    ['nothing-to-correct', { values: { version: 1 } }, [drafted, issued], draft],
    ['correction-without-reason', { field: 'reason' }, [drafted, issued], { ...draft, hash: 'h2' } as BulletinCommand],
  ])('[Art. 21] is refused as %s, with %j', (slug, about, before, command) => {
    given(before).when(command).thenRefused(slug as never, about);
  });

  it('[Art. 21] cannot have been issued before it was drafted: a store that says so is at fault', () => {
    expect(() => bulletin.evolve(bulletin.noBulletin('2018-10'), issued)).toThrow('a bulletin that was never drafted was issued');
  });

  it('[Art. 21] may be issued from the first minute of the next month', () => {
    given([drafted]).when({ ...issue, at: instantOf('2018-11-01T00:00:00+08:00') } as BulletinCommand).then([{ ...issued, issuedAt: instantOf('2018-11-01T00:00:00+08:00') } as BulletinEvent]);
  });

  it('[Art. 21] never changes what was issued, whatever follows', () => {
    const command = fc.oneof(
      fc.record({ type: fc.constant('DraftBulletin' as const), hash: fc.constantFrom('h1', 'h2', 'h3'), reason: fc.constantFrom(null, '更正'), by: fc.constant('ana'), at: fc.constant(at) }),
      fc.record({ type: fc.constant('IssueBulletin' as const), hash: fc.constantFrom('h1', 'h2', 'h3'), issuer: fc.constantFrom('', '王主任'), number: fc.integer({ min: 1, max: 20 }), at: fc.constantFrom(at, at - 5 * 86_400_000) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        let state = bulletin.noBulletin('2018-10');
        for (const each of commands) {
          const decision = bulletin.decide(state, each);
          const next = decision.accepted ? decision.events.reduce(bulletin.evolve, state) : state;
          expect(next.issued.slice(0, state.issued.length)).toEqual(state.issued);
          expect(next.issued.map(({ version }) => version)).toEqual(next.issued.map((_, index) => index + 1));
          expect(new Set(next.issued.map(({ number }) => number)).size).toBeLessThanOrEqual(1);
          state = next;
        }
      }),
    );
  });
});

describe('months', () => {
  it('[Art. 21] a month is compared with the one before and with that of the year before', () => {
    expect(bulletin.periodOf('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(bulletin.periodOf('2018-12')).toEqual({ from: '2018-12-01', to: '2018-12-31' });
    expect([bulletin.monthBefore('2019-01'), bulletin.sameMonthLastYear('2019-01')]).toEqual(['2018-12', '2018-01']);
    expect(['2018-13', '2018-00', '2018-1', 'x', '2018-10-01', ' 2018-10', '1918-10'].filter(bulletin.isMonth)).toEqual([]);
    for (const wrong of ['2018-13', '2018-10-0']) expect(() => bulletin.periodOf(wrong)).toThrow(`not a month (YYYY-MM): ${wrong}`);
  });
});

describe('a ranking', () => {
  const standing = (unit: string, value: number | null, rest: Partial<Standing> = {}): Standing => ({ unit, name: unit, kind: 'township', value, ranked: true, ...rest });

  it('[Art. 22] ranks by kind, shows ties as ties and lists small samples apart', () => {
    const [towns, departments] = bulletin.rankByKind([standing('A', 0.9), standing('B', 0.95), standing('C', 0.9), standing('D', 0.5), standing('E', 1, { ranked: false }), standing('F', null), standing('G', 0.1, { kind: 'department' }), standing('H', 1, { kind: null })], codesOf(UNIT_KINDS));
    expect(towns?.placed.map(({ unit, place, tied }) => [unit, place, tied])).toEqual([['B', 1, false], ['A', 2, true], ['C', 2, true], ['D', 4, false]]);
    expect(towns?.apart.map(({ unit }) => unit)).toEqual(['E', 'F']);
    expect(departments?.placed.map(({ unit, place }) => [unit, place])).toEqual([['G', 1]]);
  });

  it('[Art. 22] stands units on one place, and those that are apart, by their code, whatever the order in which they come', () => {
    const [towns] = bulletin.rankByKind([standing('C', 0.9), standing('F', null), standing('A', 0.9), standing('E', null), standing('B', 0.9)], ['township']);
    expect([towns?.placed.map(({ unit }) => unit), towns?.apart.map(({ unit }) => unit)]).toEqual([['A', 'B', 'C'], ['E', 'F']]);
  });
});
