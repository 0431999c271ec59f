import { Inject, Injectable } from '@nestjs/common';
import type { handling, policy } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { AuthorisationStore } from '../authorisation/authorisation.store.js';
import { CalendarStore } from '../calendar/calendar.store.js';
import { UnitStore } from '../unit/unit.store.js';

/** Injection token of the county's policy packs. */
export const POLICIES = Symbol('routing.policies');

/** What the decisions of the handling rest on: policy packs, calendar and directory as they are now. */
@Injectable()
export class CaseRules {
  constructor(
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
    private readonly calendars: CalendarStore,
    private readonly units: UnitStore,
    private readonly authorisations: AuthorisationStore,
  ) {}

  /** What decisions rest on, whenever they are taken; of the directory and the register of authorisations only what the commands name is read. */
  async basis(tx: Transaction, asked: readonly AskedOf[]): Promise<Required<Omit<handling.HandlingRules, 'now'>>> {
    const { calendar, known, since } = await this.calendars.history(tx);
    const units = await this.units.views(tx, asked.flatMap(({ command, state }) => unitsNamedBy(command, state)));
    const authorisations = await this.authorisations.naming(tx, asked.flatMap(({ command }) => leadersNamedBy(command)));
    return { ...{ calendar, calendarsKnown: known, calendarsSince: since }, units, authorisations, policyOn: this.policies.policyAt, policyOf: this.policies.policyOf };
  }
}

/** A command and the case it is to change. */
export interface AskedOf {
  readonly command: handling.HandlingCommand;
  readonly state: handling.CaseState;
}

/** Accounts that act in a principal leader's place, or as the leader. */
function leadersNamedBy(command: handling.HandlingCommand): readonly string[] {
  if (command.type === 'Approve') return [command.approver];
  return command.type === 'GiveInstruction' ? [command.leader] : [];
}

/** Units whose standing in the directory a command depends on. */
function unitsNamedBy(command: handling.HandlingCommand, state: handling.CaseState): readonly string[] {
  if (command.type === 'Dispatch') return [command.lead, ...command.assisting];
  if (command.type === 'AddAssisting') return [command.unit];
  if (command.type === 'AskReturn') return [command.suggestedUnit];
  if (command.type === 'OrderRework' && state.status !== 'none' && state.dispatch) return state.dispatch.parts.map(({ unit }) => unit);
  return [];
}
