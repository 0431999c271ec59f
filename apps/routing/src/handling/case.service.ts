import { Injectable } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import type { handling } from '@hotline/domain';
import type { Outcome } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import { UnitStore } from '../unit/unit.store.js';
import { CaseChange } from './case.change.js';
import { publish } from './case.events.js';
import { CaseRules, unitsNamedBy } from './case.rules.js';
import { seen, sightOf } from './case.sight.js';
import { type ChangedCase, CaseChangedMeanwhile, CaseStore } from './case.store.js';
import { caseView, namesNeeded } from './case.view.js';
import type { CaseView } from './case.views.js';
import type { StepRequest } from './step-request.js';

/** Takes the steps of a ticket's handling, one a request (Art. 14–18). */
@Injectable()
export class CaseService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly rules: CaseRules,
    private readonly units: UnitStore,
  ) {}

  /** Decides and writes one step. A ticket the caller may not know of is not there; somebody else's step in between is a 409. */
  take({ request, caller, expected }: StepRequest, ticketId: string, command: handling.HandlingCommand): Promise<Outcome<CaseView>> {
    return this.uow.command(request, async (tx) => {
      const stored = await this.cases.find(tx, ticketId);
      if (!seen(stored.state, sightOf(caller))) return { ok: false, refusal: { slug: 'no-such-case' } };
      requireVersion(expected, stored.version);
      const rules = await this.rules.at(tx, request.at, unitsNamedBy(command, stored.state));
      const change = new CaseChange(stored);
      const refusal = change.decide(command, rules, { actor: request.actor });
      if (refusal) return { ok: false, refusal };
      if (change.change) await this.#write(tx, change.change);
      tx.audit(request, command.type, ticketId, { steps: change.steps.map(({ event }) => event.type) });
      const state = seen(change.state, sightOf(caller));
      if (!state) return { ok: false, refusal: { slug: 'no-such-case' } };
      const names = await this.units.namesAt(tx, namesNeeded(state));
      return { ok: true, value: caseView(state, change.change?.after ?? stored, names) };
    });
  }

  async #write(tx: Transaction, changed: ChangedCase): Promise<void> {
    try {
      await this.cases.save(tx, [changed]);
    } catch (error) {
      // a person decides again on what they can see; only reactions are tried again by themselves
      if (error instanceof CaseChangedMeanwhile) throw new OptimisticLockError('the case was changed meanwhile');
      throw error;
    }
    const { state } = changed.after;
    if (state.status !== 'none') for (const step of changed.steps) publish(tx, step, state);
  }
}
