import { accept, isBlank, isoOf, refuse, untimely, type Decision } from '../shared/index.js';
import type { AccountabilityCase, CaseCommand, CaseEvent, CaseRefusal, CaseRules, CaseState, CloseCase, DecideCase, GiveStatement, OpenCase } from './accountability-case.js';

type CaseDecision = Decision<CaseEvent, CaseRefusal>;

/** Decides on a case of accountability (Art. 23). */
export function decideCase(state: CaseState, command: CaseCommand, rules: CaseRules): CaseDecision {
  if (command.type === 'OpenCase') return state.status === 'none' ? open(command, rules) : refuse('already-opened');
  if (state.status === 'none') return refuse('no-such-case');
  switch (command.type) {
    case 'GiveStatement':
      return giveStatement(state, command, rules);
    case 'DecideCase':
      return decideOn(state, command, rules);
    case 'CloseCase':
      return close(state, command, rules);
  }
}

/** The case after an event; throws when the event cannot follow, since `decideCase` never lets that happen. */
export function evolveCase(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'CaseOpened') {
    const { caseId, unit, ground, ticketIds, account, evidence, candidateId, by, at, statementDueAt } = event;
    const opened = { caseId, unit, ground, ticketIds, account, evidence, candidateId, openedBy: by, openedAt: at, statementDueAt };
    return { status: 'opened', ...opened, statement: null, decision: null, carriedOut: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a case that was never opened`);
  switch (event.type) {
    case 'StatementGiven':
      return { ...state, status: 'heard', statement: { text: event.text, by: event.by, at: event.at } };
    case 'CaseDecided': {
      const { measure, reason, decider, by, at } = event;
      // There is nothing to carry out where nobody is held to account.
      return { ...state, status: measure === 'dismissed' ? 'closed' : 'decided', decision: { measure, reason, decider, by, at } };
    }
    case 'CaseClosed':
      return { ...state, status: 'closed', carriedOut: { record: event.record, by: event.by, at: event.at } };
  }
}

function open(command: OpenCase, { now, statementDue }: CaseRules): CaseDecision {
  if (isBlank(command.account)) return refuse('account-missing', { field: 'account' });
  return untimely(command.at, command.at, now) ?? accept({ ...command, type: 'CaseOpened', statementDueAt: statementDue.dueAt });
}

/** A late statement is heard as long as nothing is decided. */
function giveStatement(state: AccountabilityCase, { unit, text, by, at }: GiveStatement, { now }: CaseRules): CaseDecision {
  if (unit !== state.unit) return refuse('no-such-case');
  if (state.decision !== null) return refuse('decided-already');
  if (state.statement !== null) return refuse('statement-given-already');
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  return untimely(at, state.openedAt, now) ?? accept({ type: 'StatementGiven', text, by, at });
}

function decideOn(state: AccountabilityCase, { measure, reason, decider, by, at }: DecideCase, { now, statementDue }: CaseRules): CaseDecision {
  if (state.decision !== null) return refuse('decided-already');
  if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  if (isBlank(decider)) return refuse('decider-missing', { field: 'decider' });
  if (state.statement === null) {
    // The time that the unit was told never becomes shorter; a calendar published since may make it longer.
    const until = Math.max(state.statementDueAt, statementDue.dueAt);
    if (at < until) return refuse('not-heard-yet', { values: { until: isoOf(until) } });
    if (statementDue.provisional) return refuse('statement-time-uncertain');
  }
  return untimely(at, state.statement?.at ?? state.openedAt, now) ?? accept({ type: 'CaseDecided', measure, reason, decider, by, at });
}

function close(state: AccountabilityCase, { record, by, at }: CloseCase, { now }: CaseRules): CaseDecision {
  if (state.status === 'closed') return refuse('closed-already');
  if (state.decision === null) return refuse('not-decided');
  if (isBlank(record)) return refuse('record-missing', { field: 'record' });
  return untimely(at, state.decision.at, now) ?? accept({ type: 'CaseClosed', record, by, at });
}
