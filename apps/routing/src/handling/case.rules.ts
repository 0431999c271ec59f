import { Inject, Injectable } from '@nestjs/common';
import type { handling, policy } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
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
  ) {}

  /** What decisions rest on, whenever they are taken; of the directory only the named units are read. */
  async basis(tx: Transaction, unitCodes: readonly string[]): Promise<Omit<handling.HandlingRules, 'now'>> {
    const calendar = await this.calendars.current(tx);
    const units = await this.units.views(tx, unitCodes);
    return { calendar, units, policyOn: this.policies.policyAt, policyOf: this.policies.policyOf };
  }
}

/** Units whose standing in the directory a command depends on. */
export function unitsNamedBy(command: handling.HandlingCommand, state: handling.CaseState): readonly string[] {
  if (command.type === 'Dispatch') return [command.lead, ...command.assisting];
  if (command.type === 'AskReturn') return [command.suggestedUnit];
  if (command.type === 'OrderRework' && state.status !== 'none' && state.dispatch) return state.dispatch.parts.map(({ unit }) => unit);
  return [];
}
