import { Inject, Injectable } from '@nestjs/common';
import { compileCalendar } from '@hotline/calendar';
import { policy, type history } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import { loadPolicyBook } from '@hotline/http';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';

/** By what a past ticket is judged before it is let in. */
@Injectable()
export class HistoryRulesBook {
  readonly #book: policy.PolicyBook;
  /** No step of a past ticket depends on a working day (no return, no extension is imported), so the weekday mask will do. */
  readonly #calendar = compileCalendar([]);

  constructor(@Inject(INTAKE_SETTINGS) config: Pick<IntakeConfig, 'policyPath' | 'county'>) {
    this.#book = loadPolicyBook(config.policyPath, config.county);
  }

  /** The number is given last. Liaisons are known to routing alone, which decides on them when it replays the dispatch. */
  rules(directory: Readonly<Record<string, { name: string; active: boolean }>>, now: Instant): Omit<history.HistoryRules, 'ticketId'> {
    const units = Object.fromEntries(Object.entries(directory).map(([code, unit]) => [code, { ...unit, hasLiaison: true }]));
    return { number: '', now, units, calendar: this.#calendar, policyOn: this.#book.policyAt, policyOf: this.#book.policyOf };
  }
}
