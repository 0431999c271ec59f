import { Injectable } from '@nestjs/common';
import type { handling } from '@hotline/domain';
import type { Outcome, Refusal } from '@hotline/domain/shared';
import { versionRefusal } from '@hotline/http';
import { currentTraceparent } from '@hotline/observability';
import { type Batched, GroupedCommands, type Transaction, UnitOfWork } from '@hotline/persistence';
import { UnitStore } from '../unit/unit.store.js';
import { CaseChange } from './case.change.js';
import { publish } from './case.events.js';
import { CaseRules } from './case.rules.js';
import { knows, seenInHand, sightOf } from './case.sight.js';
import { CaseStore, type StoredCase } from './case.store.js';
import { caseView, namesNeeded } from './case.view.js';
import type { CaseView } from './case.views.js';
import { type PaperNumbers, PaperRegisterStore } from './paper-numbers.js';
import type { StepRequest } from './step-request.js';

/** A step that somebody asks for. */
interface AskedStep extends StepRequest {
  readonly ticketId: string;
  readonly command: handling.HandlingCommand;
  /** W3C trace context of the request; the batch runs in that of whoever came first. */
  readonly traceparent: string | undefined;
}

/** A step that was decided on, not yet written. */
interface DecidedStep {
  readonly asked: AskedStep;
  readonly change: CaseChange;
  readonly after: StoredCase;
  /** The case as who asked may see it. */
  readonly view: handling.Case;
}

const NO_SUCH_CASE: Refusal = { slug: 'no-such-case' };

/**
 * Takes the steps of a ticket's handling (Art. 14–18), one a request, many a transaction: with a transaction of ten round trips
 * each, a hundred a second filled the machine.
 */
@Injectable()
export class CaseService {
  readonly #steps: GroupedCommands<AskedStep, CaseView>;

  constructor(
    uow: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly rules: CaseRules,
    private readonly units: UnitStore,
    private readonly register: PaperRegisterStore,
  ) {
    this.#steps = new GroupedCommands((steps, alone) => uow.commands(steps, (tx, fresh) => this.#take(tx, fresh, alone)));
  }

  /** Decides and writes one step. A ticket the caller may not know of is not there. */
  take(step: StepRequest, ticketId: string, command: handling.HandlingCommand): Promise<Outcome<CaseView>> {
    return this.#steps.submit({ ...step, ticketId, command, traceparent: currentTraceparent() });
  }

  /**
   * Of several steps of one ticket the first; the others decide on what it led to, in a later batch. A batch does not wait for a
   * case that somebody else has locked: that would keep everybody waiting.
   */
  async #take(tx: Transaction, asked: readonly AskedStep[], alone: boolean): Promise<readonly Batched<CaseView>[]> {
    const ticketIds = asked.map(({ ticketId }) => ticketId);
    const stored = alone ? await this.cases.lock(tx, ticketIds) : await this.cases.lockFree(tx, ticketIds);
    const firsts = new Map(asked.toReversed().map((step) => [step.ticketId, step]));
    const decided = await this.#decide(tx, [...firsts.values()], stored);
    const views = await this.#write(
      tx,
      [...decided.values()].filter((each) => 'change' in each),
    );
    return asked.map((step) => {
      const each = decided.get(step);
      if (!each) return stored.has(step.ticketId) ? 'again' : 'alone';
      return 'change' in each ? { ok: true, value: views.get(each) as CaseView } : { ok: false, refusal: each };
    });
  }

  async #decide(tx: Transaction, asked: readonly AskedStep[], stored: ReadonlyMap<string, StoredCase>): Promise<Map<AskedStep, DecidedStep | Refusal>> {
    const cases = asked.flatMap((step) => {
      const before = stored.get(step.ticketId);
      return before ? [{ step, before }] : [];
    });
    const basis = await this.rules.basis(
      tx,
      cases.map(({ step, before }) => ({ command: step.command, state: before.state })),
    );
    const numbers = await this.register.open(
      tx,
      cases.map(({ step }) => step.command),
    );
    const decided = new Map(cases.map(({ step, before }) => [step, decisionOn(step, before, { ...basis, now: step.request.at }, numbers)]));
    await this.register.close(tx, numbers);
    return decided;
  }

  async #write(tx: Transaction, decided: readonly DecidedStep[]): Promise<Map<DecidedStep, CaseView>> {
    await this.cases.save(
      tx,
      decided.flatMap(({ change }) => change.change ?? []),
    );
    for (const { asked, change, after } of decided) {
      if (after.state.status !== 'none') for (const step of change.steps) publish(tx, step, after.state);
      tx.audit(asked.request, asked.command.type, asked.ticketId, { steps: change.steps.map(({ event }) => event.type) });
    }
    const names = await this.units.namesAt(
      tx,
      decided.flatMap(({ view }) => namesNeeded(view)),
    );
    return new Map(decided.map((each) => [each, caseView(each.view, each.after, names, each.asked.request.at)]));
  }
}

function decisionOn(asked: AskedStep, before: StoredCase, rules: handling.HandlingRules, numbers: PaperNumbers): DecidedStep | Refusal {
  const { request, caller, expected, traceparent } = asked;
  const sight = sightOf(caller);
  if (!knows(before.state, sight)) return NO_SUCH_CASE;
  const stale = versionRefusal(expected, before.version);
  if (stale) return stale;
  const command = numbers.number(asked.command);
  const change = new CaseChange(before);
  const refusal = change.decide(command, rules, { actor: request.actor, traceparent });
  if (refusal) return refusal;
  numbers.use(command);
  const after = change.change?.after ?? before;
  const view = seenInHand(after.state, sight);
  return view ? { asked, change, after, view } : NO_SUCH_CASE;
}
