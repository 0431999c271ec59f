import { Inject, Injectable, Logger } from '@nestjs/common';
import { handling } from '@hotline/domain';
import { CLOCK, type Clock } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { CaseChange } from './case.change.js';
import { publish } from './case.events.js';
import { CaseRules } from './case.rules.js';
import { CaseStore, type StepCause, type StoredCase } from './case.store.js';

/** What another service told of a ticket, as the commands that follow from it. */
export interface CaseFact {
  readonly ticketId: string;
  readonly kind: 'fact' | 'history';
  readonly commands: readonly handling.HandlingCommand[];
  readonly cause: StepCause;
}

/** Applies what other services told of tickets; many tickets by a handful of statements. */
@Injectable()
export class CaseFacts {
  readonly #log = new Logger('CaseFacts');

  constructor(
    private readonly cases: CaseStore,
    private readonly rules: CaseRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Work to be deferred to the end of a batch. Facts of one ticket are taken in their order; a refused one is no failure. */
  readonly apply = async (tx: Transaction, facts: readonly CaseFact[]): Promise<void> => {
    const stored = await this.cases.lock(
      tx,
      facts.map(({ ticketId }) => ticketId),
    );
    const asked = facts.flatMap(({ ticketId, commands }) => commands.map((command) => ({ command, state: stateOf(stored, ticketId) })));
    const rules = { ...(await this.rules.basis(tx, asked)), now: this.clock.now() };
    const changes = new Map([...stored.values()].map((each) => [each.ticketId, new CaseChange(each)]));
    for (const fact of facts) {
      const change = changes.get(fact.ticketId);
      if (change && fact.kind === 'history') this.#replay(change, fact, rules);
      else if (change) this.#take(change, fact, rules);
    }
    const changed = [...changes.values()].flatMap(({ change }) => change ?? []);
    await this.cases.save(tx, changed);
    await this.cases.eraseWords(tx, changed.flatMap(({ after, steps }) => (steps.some(({ event }) => event.type === 'CaseDisposed') ? after.ticketId : [])));
    for (const { after, steps } of changed) if (after.state.status !== 'none') for (const step of steps) publish(tx, step, after.state);
  };

  #take(change: CaseChange, { ticketId, commands, cause }: CaseFact, rules: handling.HandlingRules): void {
    for (const command of commands) {
      const refusal = change.decide(command, rules, cause);
      // told twice, or overtaken by something newer: both are ordinary on a bus
      if (refusal) this.#log.log(`${command.type} of ticket ${ticketId} not applied: ${refusal.slug}`);
    }
  }

  /** Runs a past ticket through the decisions of a live one. A refusal leaves the case at its last good step and is kept for people to look at. */
  #replay(change: CaseChange, { ticketId, commands, cause }: CaseFact, rules: handling.HandlingRules): void {
    if (handling.unitsOf(change.state).length > 0) {
      this.#log.log(`history of ticket ${ticketId} not applied: it is being handled already`);
      return;
    }
    const pastRules = { ...rules, units: asOfThen(rules.units) };
    for (const command of commands) {
      if (command.type === 'OpenCase' && change.state.status !== 'none') continue;
      const refusal = change.decide(command, pastRules, cause);
      if (!refusal) continue;
      change.refuseHistory(refusal.slug);
      this.#log.warn(`history of ticket ${ticketId} ends before ${command.type}: ${refusal.slug}`);
      return;
    }
  }
}

function stateOf(stored: ReadonlyMap<string, StoredCase>, ticketId: string): handling.CaseState {
  return stored.get(ticketId)?.state ?? handling.initial;
}

/** A unit that was closed or lost its liaison since could still take the ticket in its day. */
function asOfThen(units: handling.HandlingRules['units']): handling.HandlingRules['units'] {
  return Object.fromEntries(Object.keys(units).map((code) => [code, { active: true, hasLiaison: true }]));
}
