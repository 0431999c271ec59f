import { refuse } from '../shared/index.js';
import { decideCaseStep, noteAnswered, openCase } from './case-step.decide.js';
import type { HandlingCommand } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { CaseState } from './handling.state.js';
import type { HandlingDecision } from './holding.js';
import { decideResultStep } from './result.decide.js';
import { decideReturnStep } from './return.decide.js';
import { decideUnitStep } from './unit-step.decide.js';

/** Decides every step from acceptance to the closed file, over all dispatches and rounds of a ticket (Art. 14–18). */
export function decide(state: CaseState, command: HandlingCommand, rules: HandlingRules): HandlingDecision {
  if (command.type === 'OpenCase') return openCase(state, command);
  if (command.type === 'NoteAnswered') return noteAnswered(state, command);
  if (state.status === 'none') return refuse('no-such-case');
  switch (command.type) {
    case 'Dispatch':
    case 'OrderRework':
    case 'ApplyUpstreamReturn':
    case 'DecideUpstreamReturn':
      return decideCaseStep(state, command, rules);
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
  }
}
