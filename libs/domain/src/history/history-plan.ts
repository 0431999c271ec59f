import * as handling from '../handling/index.js';
import { localDateOf, type Decision, type Refusal } from '../shared/index.js';
import * as ticket from '../ticket/index.js';
import * as visit from '../visit/index.js';
import { historyHandlingCommands, historyStepsOf, historyTicketCommands, historyVisitCommands } from './history-commands.js';
import { readHistoryRow, type UnitNames } from './history-record.js';
import { HISTORY_COLUMNS, type HistoryColumn, type HistoryProblem, type HistoryRecord, type HistoryRow, type HistorySteps } from './history-row.js';

export interface HistoryRules extends handling.HandlingRules {
  /** The directory by unit code; with names, a row may give either. */
  readonly units: handling.HandlingRules['units'] & UnitNames;
  /** Id and number that the ticket will have; the same row must be given the same id on every import. */
  readonly ticketId: string;
  readonly number: string;
}

/** What an import will do with one row, every step already decided as the services will decide it. */
export interface HistoryPlan {
  readonly record: HistoryRecord;
  readonly steps: HistorySteps;
  readonly ticket: readonly ticket.TicketCommand[];
  readonly handling: readonly handling.HandlingCommand[];
  readonly visit: readonly visit.VisitCommand[];
}

export type PlannedHistory = { readonly ok: true; readonly plan: HistoryPlan } | { readonly ok: false; readonly problems: readonly HistoryProblem[] };

/** Plans the import of one row through the same decisions as live tickets, so that a dry run names exactly what an import would refuse. */
export function planHistory(row: HistoryRow, rules: HistoryRules): PlannedHistory {
  const read = readHistoryRow(row, rules.units);
  if (!read.ok) return read;
  const { record } = read;
  const steps = historyStepsOf(record, rules.ticketId);
  const plan: HistoryPlan = {
    record,
    steps,
    ticket: historyTicketCommands(record, { ticketId: rules.ticketId, number: rules.number }),
    handling: historyHandlingCommands(steps),
    visit: historyVisitCommands(steps),
  };
  const problem = rehearse(plan, rules);
  return problem ? { ok: false, problems: [problem] } : { ok: true, plan };
}

function rehearse(plan: HistoryPlan, rules: HistoryRules): HistoryProblem | undefined {
  const policy = rules.policyOn(localDateOf(plan.steps.dispatchedAt ?? plan.steps.receivedAt));
  const visitRules = { now: rules.now, attempts: policy.returnVisit.attempts, unsolvedIsDissatisfied: policy.returnVisit.unsolvedIsDissatisfied };
  return (
    firstRefusal(ticket.initial, plan.ticket, (state, command) => ticket.decide(state, command, rules), ticket.evolve) ??
    firstRefusal(handling.initial, plan.handling, (state, command) => handling.decide(state, command, rules), handling.evolve) ??
    firstRefusal(visit.initial, plan.visit, (state, command) => visit.decide(state, command, visitRules), visit.evolve)
  );
}

/** Runs commands in memory and reports the first that is refused, on the column that it came from. */
function firstRefusal<State, Command extends { readonly type: string }, Event>(
  initial: State,
  commands: readonly Command[],
  decide: (state: State, command: Command) => Decision<Event, string>,
  evolve: (state: State, event: Event) => State,
): HistoryProblem | undefined {
  let state = initial;
  for (const command of commands) {
    const decision = decide(state, command);
    if (!decision.accepted) return problemOf(command.type, decision.refusal);
    state = decision.events.reduce(evolve, state);
  }
  return undefined;
}

/** The column that a planned command rests on. */
const COLUMN_OF_COMMAND: Readonly<Record<string, HistoryColumn>> = {
  Dispatch: 'dispatchedAt',
  Sign: 'signedAt',
  RecordContact: 'contactedAt',
  EnterResult: 'feedbackAt',
  Approve: 'feedbackAt',
  RegisterPaper: 'closedAt',
  PlanVisit: 'closedAt',
  RecordVisit: 'satisfaction',
};

function problemOf(command: string, { slug, field, values }: Refusal): HistoryProblem {
  const named = field === 'lead' ? 'unit' : HISTORY_COLUMNS.find((column) => column === field);
  const column = named ?? COLUMN_OF_COMMAND[command] ?? 'receivedAt';
  return values ? { field: column, slug, values } : { field: column, slug };
}
