import { accept, isBlank, isoOf, refuse, untimely, type Decision } from '../shared/index.js';
import {
  LEAST_LEGAL_BASIS,
  MOST_OF_UNIT,
  type StatutoryLimit,
  type StatutoryLimitCommand,
  type StatutoryLimitEvent,
  type StatutoryLimitRefusal,
  type StatutoryLimitRules,
} from './statutory-limit.js';

type StatutoryLimitDecision = Decision<StatutoryLimitEvent, StatutoryLimitRefusal>;

/** Decides on a limit of law in place of base and cap, and on taking it back until the answer is given (Art. 17(3)). */
export function decide(state: StatutoryLimit, command: StatutoryLimitCommand, rules: StatutoryLimitRules): StatutoryLimitDecision {
  switch (command.type) {
    case 'SetStatutoryLimit':
      return set(state, command, rules);
    case 'RevokeStatutoryLimit':
      return revoke(state, command, rules);
  }
}

function set(state: StatutoryLimit, command: Extract<StatutoryLimitCommand, { type: 'SetStatutoryLimit' }>, rules: StatutoryLimitRules): StatutoryLimitDecision {
  const { resolve } = rules;
  const { limitId, legalBasis, amount, unit, approver, at } = command;
  if (state.status !== 'none' || rules.alreadySet) return refuse('statutory-limit-already-set');
  if (!resolve || !isOpen(rules)) return refuse('resolve-clock-not-running');
  if (resolve.category !== 'complaint' && resolve.category !== 'report') return refuse('statutory-limit-only-for-complaint-and-report');
  if (legalBasis.trim().length < LEAST_LEGAL_BASIS) return refuse('legal-basis-missing', { field: 'legalBasis', values: { least: LEAST_LEGAL_BASIS } });
  if (isBlank(approver)) return refuse('approver-missing', { field: 'approver' });
  if (!Number.isInteger(amount) || amount < 1 || amount > MOST_OF_UNIT[unit]) return refuse('amount-out-of-range', { field: 'amount', values: { most: MOST_OF_UNIT[unit] } });
  const untimed = untimely(at, resolve.startedAt, rules.now);
  return untimed ?? accept({ type: 'StatutoryLimitSet', limitId, dispatchNo: resolve.dispatchNo, legalBasis, amount, unit, approver, setAt: at });
}

function revoke(state: StatutoryLimit, { reason, at }: Extract<StatutoryLimitCommand, { type: 'RevokeStatutoryLimit' }>, rules: StatutoryLimitRules): StatutoryLimitDecision {
  switch (state.status) {
    case 'none':
    case 'revoked':
      return refuse('statutory-limit-not-standing');
    case 'set':
      if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
      if (!isOpen(rules)) return refuse('resolve-clock-not-running');
      if (at <= state.setAt) return refuse('before-previous-step', { field: 'at', values: { previous: isoOf(state.setAt) } });
      return untimely(at, state.setAt, rules.now) ?? accept({ type: 'StatutoryLimitRevoked', reason, revokedAt: at });
  }
}

/** The answer is still due. */
function isOpen({ resolve }: StatutoryLimitRules): boolean {
  return resolve !== null && resolve.verdict === 'running' && resolve.stoppedAt === null;
}
