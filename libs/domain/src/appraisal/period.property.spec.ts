import fc from 'fast-check';
import { allScored, monthRules, NOW, TICKET, UNITS } from '../../spec/appraised-month.js';
import { decide, evolve, initial, PERIOD_REFUSALS, PERIOD_STATUSES, type PeriodCommand, type PeriodState } from './index.js';

const unit = fc.constantFrom('water', 'town', 'moon');
const item = fc.constantFrom('leader', 'staff', 'rules', 'satisfied', 'moon');
const ticketId = fc.constantFrom(TICKET, 'elsewhere');
const reason = fc.constantFrom('', '有据可查');
const given = { by: fc.constantFrom('zhang', 'zhao'), at: fc.constant(NOW) };
const rate = fc.constantFrom(null, 'satisfied' as const);
const appealId = fc.constantFrom('a1', 'a2');

const command: fc.Arbitrary<PeriodCommand> = fc.oneof(
  fc.record({ type: fc.constant('OpenPeriod' as const), name: fc.constantFrom('2018-09', '2018', 'moon'), scheme: fc.constant('trial@1'), previous: fc.constant(null), correction: fc.constant(null), ...given }),
  fc.record({ type: fc.constant('ComputePreview' as const), units: fc.constant(UNITS), months: fc.constant([]), ...given }),
  fc.record({ type: fc.constant('ScoreManually' as const), unit, item, points: fc.integer({ min: -1, max: 1_100 }), evidence: reason, refs: fc.constant([]), ...given }),
  fc.constantFrom(...allScored),
  fc.record({ type: fc.constantFrom('ExcludeTicket' as const, 'ReadmitTicket' as const), unit, ticketId, rate, reason, ...given }),
  fc.record({ type: fc.constant('LodgeAppeal' as const), appealId, unit, item: fc.option(item), ticketId: fc.option(ticketId), reason, ...given }),
  fc.record({ type: fc.constant('DecideAppeal' as const), appealId, upheld: fc.boolean(), reason, points: fc.option(fc.integer({ min: 0, max: 1_000 })), ticketIds: fc.subarray([TICKET, 'elsewhere']), ...given }),
  fc.record({ type: fc.constant('Sign' as const), body: fc.constantFrom('county' as const, 'office' as const), ...given }),
  fc.record({ type: fc.constant('SendBack' as const), reason, ...given }),
);
/** Chance alone would hardly ever freeze a month. */
const smooth: readonly PeriodCommand[] = [
  { type: 'OpenPeriod', name: '2018-09', scheme: 'trial@1', previous: null, correction: null, by: 'zhang', at: NOW },
  { type: 'ComputePreview', units: UNITS, months: [], by: 'zhang', at: NOW },
  ...allScored,
  { type: 'Sign', body: 'county', by: 'zhang', at: NOW },
  { type: 'Sign', body: 'office', by: 'zhao', at: NOW },
];
const commands = fc.tuple(fc.array(command, { maxLength: 20 }), fc.boolean(), fc.array(command, { maxLength: 10 })).map(([before, frozen, later]) => [...(frozen ? smooth.slice(0, 8) : []), ...before, ...(frozen ? smooth.slice(8) : []), ...later]);

it('[Art. 22] whatever is asked of a period: it is in a named state, refusals are named and change nothing, and what is frozen stays', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(commands, (asked) => {
      let state: PeriodState = initial;
      for (const each of asked) {
        const before = structuredClone(state);
        const decision = decide(state, each, monthRules);
        expect(state).toStrictEqual(before);
        if (!decision.accepted) expect(PERIOD_REFUSALS).toContain(decision.refusal.slug);
        else state = decision.events.reduce((next, event) => evolve(next, event), state);
        if (state.status !== 'none') expect(Object.keys(PERIOD_STATUSES)).toContain(state.status);
        if (before.status === 'frozen') expect(state).toStrictEqual(before);
        if (state.status === 'frozen') {
          expect(state.signatures.map(({ body }) => body)).toStrictEqual(['county', 'office']);
          expect(new Set(state.signatures.map(({ by }) => by)).size).toBe(2);
          expect(state.appeals.filter((appeal) => appeal.decision === null)).toStrictEqual([]);
        }
        seen.add(state.status);
      }
    }),
    { numRuns: 300, seed: 12345 },
  );
  expect([...seen].sort()).toStrictEqual(['county-signed', 'frozen', 'none', 'open', 'preview']);
});
