import { handling } from '@hotline/domain';
import type { Refusal } from '@hotline/domain/shared';
import type { CaseStep, ChangedCase, StepCause, StoredCase } from './case.store.js';

/** A case on which several decisions are taken before it is written once. */
export class CaseChange {
  readonly #steps: CaseStep[] = [];
  #state: handling.CaseState;
  #historyRefusal: string | null;

  constructor(private readonly before: StoredCase) {
    this.#state = before.state;
    this.#historyRefusal = before.historyRefusal;
  }

  get state(): handling.CaseState {
    return this.#state;
  }

  get steps(): readonly CaseStep[] {
    return this.#steps;
  }

  /** Takes one decision; answers the refusal, which leaves everything as it was. */
  decide(command: handling.HandlingCommand, rules: handling.HandlingRules, cause: StepCause): Refusal<handling.HandlingRefusal> | undefined {
    const decision = handling.decide(this.#state, command, rules);
    if (!decision.accepted) return decision.refusal;
    for (const event of decision.events) {
      this.#state = handling.evolve(this.#state, event);
      this.#steps.push({ version: this.before.version + this.#steps.length + 1, event, cause });
    }
    return undefined;
  }

  refuseHistory(slug: string): void {
    this.#historyRefusal = slug;
  }

  /** What is to be written; undefined when nothing changed. A recorded refusal alone counts one version. */
  get change(): ChangedCase | undefined {
    const refused = this.#historyRefusal !== this.before.historyRefusal;
    if (this.#steps.length === 0 && !refused) return undefined;
    const version = this.before.version + Math.max(1, this.#steps.length);
    const after = { ticketId: this.before.ticketId, state: this.#state, version, historyRefusal: this.#historyRefusal };
    return { before: this.before, after, steps: this.#steps };
  }
}
