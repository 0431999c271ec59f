import { isoOf, refuse } from '../shared/index.js';
import { decideCaseStep } from './case-step.decide.js';
import type { ChangeCategory, HandlingCommand, NoteAnswered, NoteDeclined, OpenCase } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case, CaseState } from './handling.state.js';
import type { HandlingDecision } from './holding.js';
import { giveInstruction, markCase } from './leader-step.decide.js';
import { recall } from './recall.decide.js';
import { decideResultStep } from './result.decide.js';
import { decideReturnStep } from './return.decide.js';
import { reworkOfAnswer } from './rework-of-answer.decide.js';
import { reviewConditions } from './review.decide.js';
import { changeCategory, disposeCase, noteEnded, openCase } from './told-fact.decide.js';
import { decideUnitStep } from './unit-step.decide.js';

/** Decides every step from acceptance to the closed file, over all dispatches and rounds of a ticket (Art. 14–18). */
export function decide(state: CaseState, command: HandlingCommand, rules: HandlingRules): HandlingDecision {
  if (state.status !== 'none' && state.disposedAt !== undefined) return refuse('case-disposed', { values: { disposedAt: isoOf(state.disposedAt) } });
  if (command.type === 'OpenCase') return openCase(state, command);
  if (command.type === 'NoteAnswered' || command.type === 'NoteDeclined') return noteEnded(state, command);
  if (command.type === 'ChangeCategory') return changeCategory(state, command);
  if (command.type === 'OrderRework' && command.answeredAt !== undefined) return reworkOfAnswer(state, command, command.answeredAt, rules);
  return state.status === 'none' ? refuse('no-such-case') : decideOnCase(state, command, rules);
}

function decideOnCase(state: Case, command: Exclude<HandlingCommand, OpenCase | NoteAnswered | NoteDeclined | ChangeCategory>, rules: HandlingRules): HandlingDecision {
  switch (command.type) {
    case 'Dispatch':
    case 'AddAssisting':
    case 'OrderRework':
    case 'ApplyUpstreamReturn':
    case 'DecideUpstreamReturn':
      return decideCaseStep(state, command, rules);
    case 'RecallDispatch':
      return recall(state, command, rules);
    case 'Sign':
    case 'DeclareOnSiteCheck':
    case 'RecordContact':
    case 'GiveOpinion':
      return decideUnitStep(state, command, rules);
    case 'AskReturn':
    case 'DecideReturn':
      return decideReturnStep(state, command, rules);
    case 'EnterResult':
    case 'Approve':
    case 'SendBack':
    case 'RegisterPaper':
      return decideResultStep(state, command, rules);
    case 'MarkCase':
      return markCase(state, command, rules);
    case 'GiveInstruction':
      return giveInstruction(state, command, rules);
    case 'ReviewConditions':
      return reviewConditions(state, command, rules);
    case 'DisposeCase':
      return disposeCase(state, command);
  }
}
