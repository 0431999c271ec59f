import { decide, evolve, initial, type PeriodCommand, type PeriodEvent, type PeriodRules, type PeriodState } from '../src/appraisal/index.js';
import { instantOf, type Instant } from '../src/shared/index.js';
import { trialPack } from './trial-pack.js';

/** The 8th of October 2018, when September is over. */
export const NOW: Instant = instantOf('2018-10-08T09:00:00+08:00');
export const TICKET = 'b4f6a5a2-2f0e-4f6f-9a74-5c1f2f4f5a01';
export const UNITS = [
  { code: 'water', name: '水务局', kind: 'department' as const },
  { code: 'town', name: '元马镇', kind: 'township' as const },
];
export const monthRules: PeriodRules = { now: NOW, scheme: trialPack.appraisal, provisional: 0, isCounted: (unit, ticketId) => unit === 'water' && ticketId === TICKET, hash: 'f'.repeat(64) };

const given = { by: 'zhang', at: NOW };
export const open: PeriodCommand = { type: 'OpenPeriod', name: '2018-09', scheme: 'trial@1', previous: null, correction: null, ...given };
export const preview: PeriodCommand = { type: 'ComputePreview', units: UNITS, months: [], ...given };
export const scored = (unit: string, item: string, points = 800): PeriodCommand => ({ type: 'ScoreManually', unit, item, points, evidence: '会议纪要齐全', refs: [], ...given });
export const allScored: readonly PeriodCommand[] = UNITS.flatMap(({ code }) => ['leader', 'staff', 'rules'].map((item) => scored(code, item)));
export const countySigns: PeriodCommand = { type: 'Sign', body: 'county', ...given };
export const officeSigns: PeriodCommand = { type: 'Sign', body: 'office', by: 'zhao', at: NOW };

/** The state after commands that are all accepted. */
export function after(...commands: readonly PeriodCommand[]): PeriodState {
  return commands.reduce((state: PeriodState, command) => {
    const decision = decide(state, command, monthRules);
    if (!decision.accepted) throw new Error(`${command.type}: ${decision.refusal.slug}`);
    return decision.events.reduce((each: PeriodState, event: PeriodEvent) => evolve(each, event), state);
  }, initial);
}
