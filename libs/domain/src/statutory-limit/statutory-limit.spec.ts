import fc from 'fast-check';
import { instantOf } from '@hotline/domain/shared';
import { decide, evolve, initial, type LimitedClockView, type StatutoryLimit, type StatutoryLimitCommand, type StatutoryLimitRules } from './index.js';

const at = (text: string): number => instantOf(`2018-${text.replace(' ', 'T')}:00+08:00`);
const resolve: LimitedClockView = { dispatchNo: 1, category: 'complaint', startedAt: at('09-10 10:00'), stoppedAt: null, verdict: 'running' };
const rules: StatutoryLimitRules = { now: at('09-12 10:00'), resolve, alreadySet: false };
const setting: Extract<StatutoryLimitCommand, { type: 'SetStatutoryLimit' }> = {
  type: 'SetStatutoryLimit', limitId: 's1', legalBasis: '《某某条例》第十条', amount: 60, unit: 'calendar-days', approver: '分管副县长李某', at: at('09-12 09:00'),
};
const revoking: StatutoryLimitCommand = { type: 'RevokeStatutoryLimit', reason: '引用条款有误', at: at('09-12 10:00') };

function after(state: StatutoryLimit, command: StatutoryLimitCommand, under = rules): StatutoryLimit {
  const decision = decide(state, command, under);
  if (!decision.accepted) throw new Error(decision.refusal.slug);
  return decision.events.reduce(evolve, state);
}
function slugOf(state: StatutoryLimit, command: StatutoryLimitCommand, under: Partial<StatutoryLimitRules> = {}): string | null {
  const decision = decide(state, command, { ...rules, ...under });
  return decision.accepted ? null : decision.refusal.slug;
}

describe('a statutory limit', () => {
  it('[Art. 17(3)] is set with law, amount, unit and approver, and revoked with a reason', () => {
    const set = after(initial, setting);
    expect(set).toStrictEqual({
      status: 'set', limitId: 's1', dispatchNo: 1, legalBasis: '《某某条例》第十条', amount: 60, unit: 'calendar-days', approver: '分管副县长李某', setAt: at('09-12 09:00'),
    });
    expect(after(set, revoking)).toStrictEqual({ ...set, status: 'revoked', revokedAt: at('09-12 10:00'), reason: '引用条款有误' });
  });

  it.each<[string, Partial<typeof setting>, Partial<StatutoryLimitRules>]>([
    ['legal-basis-missing', { legalBasis: '  条例 ' }, {}],
    ['approver-missing', { approver: ' ' }, {}],
    ['amount-out-of-range', { amount: 0 }, {}],
    ['amount-out-of-range', { amount: 1_096 }, {}],
    ['amount-out-of-range', { amount: 2.5 }, {}],
    ['statutory-limit-only-for-complaint-and-report', {}, { resolve: { ...resolve, category: 'help' } }],
    ['resolve-clock-not-running', {}, { resolve: null }],
    ['resolve-clock-not-running', {}, { resolve: { ...resolve, stoppedAt: at('09-11 10:00'), verdict: 'on-time' } }],
    ['statutory-limit-already-set', {}, { alreadySet: true }],
    ['in-the-future', { at: at('09-12 10:06') }, {}],
    ['before-previous-step', { at: at('09-10 09:00') }, {}],
  ])('[Art. 17(3)] is refused: %s', (slug, parts, under) => {
    expect(slugOf(initial, { ...setting, ...parts }, under)).toBe(slug);
  });

  it('[Art. 17(3)] is not revoked twice, without a reason, or once the answer is given', () => {
    const set = after(initial, setting);
    expect(slugOf(initial, revoking)).toBe('statutory-limit-not-standing');
    expect(slugOf(after(set, revoking), revoking)).toBe('statutory-limit-not-standing');
    expect(slugOf(set, { ...revoking, reason: ' ' } as StatutoryLimitCommand)).toBe('reason-missing');
    expect(slugOf(set, revoking, { resolve: { ...resolve, stoppedAt: at('09-12 09:30'), verdict: 'on-time' } })).toBe('resolve-clock-not-running');
    expect(slugOf(set, { ...revoking, at: at('09-12 09:00') })).toBe('before-previous-step');
  });

  it('[Art. 17(3)] is set for a report too, by the shortest basis, and for the least and the most days', () => {
    expect(slugOf(initial, setting, { resolve: { ...resolve, category: 'report' } })).toBeNull();
    expect(slugOf(initial, { ...setting, legalBasis: '法'.repeat(6) })).toBeNull();
    for (const amount of [1, 1_095]) expect(slugOf(initial, { ...setting, amount })).toBeNull();
    expect(slugOf(after(initial, setting), setting)).toBe('statutory-limit-already-set');
  });

  it('[Art. 17(3)] is only for a clock that runs and is not stopped', () => {
    expect(slugOf(initial, setting, { resolve: { ...resolve, stoppedAt: at('09-11 10:00') } })).toBe('resolve-clock-not-running');
    expect(slugOf(initial, setting, { resolve: { ...resolve, verdict: 'late' } })).toBe('resolve-clock-not-running');
    expect(slugOf(after(initial, setting), revoking, { resolve: null })).toBe('resolve-clock-not-running');
  });

  it('[Art. 17(3)] a refusal names the field and the bound', () => {
    const refused = (state: StatutoryLimit, command: StatutoryLimitCommand): unknown => decide(state, command, rules);
    expect(refused(initial, { ...setting, legalBasis: ' 法    ' })).toMatchObject({ refusal: { slug: 'legal-basis-missing', field: 'legalBasis', values: { least: 6 } } });
    expect(refused(initial, { ...setting, approver: '' })).toMatchObject({ refusal: { field: 'approver' } });
    expect(refused(initial, { ...setting, amount: 0 })).toMatchObject({ refusal: { field: 'amount', values: { most: 1_095 } } });
    const set = after(initial, setting);
    expect(refused(set, { ...revoking, reason: '' } as StatutoryLimitCommand)).toMatchObject({ refusal: { field: 'reason' } });
    expect(refused(set, { ...revoking, at: at('09-12 09:00') })).toMatchObject({ refusal: { field: 'at', values: { previous: expect.stringContaining('2018-09-12') } } });
  });

  it('[Art. 17(3)] no sequence of commands reaches an unnamed state', () => {
    const command: fc.Arbitrary<StatutoryLimitCommand> = fc.oneof(
      fc.record({ amount: fc.integer({ min: -1, max: 2_000 }), legalBasis: fc.constantFrom('', '《某某条例》第十条') }).map((parts) => ({ ...setting, ...parts })),
      fc.constantFrom('', '理由').map((reason) => ({ ...revoking, reason }) as StatutoryLimitCommand),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: StatutoryLimit = initial;
        for (const each of commands) {
          const decision = decide(state, each, rules);
          if (decision.accepted) state = decision.events.reduce(evolve, state);
          expect(['none', 'set', 'revoked']).toContain(state.status);
          if (state.status === 'set') expect(state.amount).toBeGreaterThan(0);
        }
      }),
    );
  });
});
