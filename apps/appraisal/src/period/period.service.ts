import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { appraisalPeriodFrozenV1 } from '@hotline/contracts';
import { appraisal, policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { canonicalJson, versionRefusal } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { provisionalDeadlines, unitsToScore } from '../rates/counted.store.js';
import type { PeriodRow } from './period.row.js';
import { countedPages, countedPairs, lockPeriod, newestOf, recount, savePeriod, tallyOf, type StoredPeriod } from './period.store.js';

type Given = 'by' | 'at';
/** A command as a person gives it; who and when come with the request. */
export type AskedCommand = { [Type in appraisal.PeriodCommand['type']]: Omit<Extract<appraisal.PeriodCommand, { type: Type }>, Given> }[Exclude<appraisal.PeriodCommand['type'], 'OpenPeriod' | 'ComputePreview' | 'Sign'>];

/** The appraisal of periods: computed, shown, appealed, signed by both bodies, frozen (Art. 22). */
@Injectable()
export class PeriodService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly policies: policy.PolicyBook,
  ) {}

  /** Opens a period, or with a reason a further version of one that is frozen; the scheme is the one in force on the period's last day. */
  open(request: CommandRequest, name: string, correction: string | null): Promise<Outcome<StoredPeriod>> {
    return this.uow.command(request, async (tx) => {
      await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`appraisal:${name}`]);
      const [newest] = await newestOf(tx, [name]);
      const scheme = policy.policyRef(this.policies.policyAt(appraisal.periodSpan(name)?.to ?? localDateOf(request.at)));
      const command = { type: 'OpenPeriod', name, scheme, previous: newest?.state ?? null, correction, ...givenBy(request) } as const;
      return this.#apply(tx, request, null, [command], this.#rulesOf(scheme, request));
    });
  }

  /** Counts anew from the facts and shows the figures to the units. */
  preview(request: CommandRequest, periodId: string): Promise<Outcome<StoredPeriod>> {
    return this.#onPeriod(request, periodId, async (tx, row) => {
      const { span, scheme } = row.state;
      // of what is frozen nothing is counted anew: the command is refused below, and whatever else is refused is rolled back
      const units = row.state.frozen ? [] : await unitsToScore(tx, await recount(tx, periodId, span));
      const months = span.kind === 'month' ? [] : (await newestOf(tx, span.months)).map(({ state }) => state);
      const command = { type: 'ComputePreview', units, months, ...givenBy(request) } as const;
      return this.#apply(tx, request, row, [command], this.#rulesOf(scheme, request));
    });
  }

  /** Runs commands one after the other; the first that is refused refuses them all, and its place in the list is told. */
  command(request: CommandRequest, periodId: string, asked: readonly AskedCommand[]): Promise<Outcome<StoredPeriod>> {
    return this.#onPeriod(request, periodId, async (tx, row) => {
      const commands = asked.map((each): appraisal.PeriodCommand => ({ ...each, ...givenBy(request) }));
      const pairs = await countedPairs(tx, periodId, ticketsOf(row.state, asked));
      return this.#apply(tx, request, row, commands, { ...this.#rulesOf(row.state.scheme, request), isCounted: (unit, ticketId) => pairs.has(`${unit} ${ticketId}`) });
    });
  }

  /** Signs for a body; the second signature freezes what the hash is taken of, and tells the world. */
  sign(request: CommandRequest, periodId: string, body: appraisal.SigningBody, expected: number | undefined): Promise<Outcome<StoredPeriod>> {
    return this.#onPeriod(request, periodId, async (tx, row) => {
      const changed = versionRefusal(expected, row.revision);
      if (changed) return { ok: false, refusal: changed };
      const { appraisal: scheme, rates } = this.policies.policyOf(row.state.scheme);
      const { frame, hash } = await frozenOf(tx, row, scheme, rates.smallSample);
      const rules = { ...this.#rulesOf(row.state.scheme, request), provisional: await provisionalDeadlines(tx, row.state.span), hash };
      return this.#apply(tx, request, row, [{ type: 'Sign', body, ...givenBy(request) }], rules, frame);
    });
  }

  #onPeriod(request: CommandRequest, periodId: string, work: (tx: Transaction, row: PeriodRow) => Promise<Outcome<StoredPeriod>>): Promise<Outcome<StoredPeriod>> {
    return this.uow.command(request, async (tx) => {
      const row = await lockPeriod(tx, periodId);
      return row ? work(tx, row) : { ok: false, refusal: { slug: 'no-such-period' } };
    });
  }

  #rulesOf(scheme: policy.PolicyRef, request: CommandRequest): appraisal.PeriodRules {
    return { now: request.at, scheme: this.policies.policyOf(scheme).appraisal, provisional: 0, isCounted: () => false, hash: '' };
  }

  async #apply(tx: Transaction, request: CommandRequest, row: PeriodRow | null, commands: readonly appraisal.PeriodCommand[], rules: appraisal.PeriodRules, content?: appraisal.FrozenContent): Promise<Outcome<StoredPeriod>> {
    let state: appraisal.PeriodState = row?.state ?? appraisal.initial;
    for (const [index, command] of commands.entries()) {
      const decision = appraisal.decide(state, command, rules);
      if (!decision.accepted) return { ok: false, refusal: commands.length > 1 ? placed(decision.refusal, index) : decision.refusal };
      state = decision.events.reduce((each: appraisal.PeriodState, event) => appraisal.evolve(each, event), state);
    }
    if (state.status === 'none') throw new Error('the commands left no period');
    const frozen = state.frozen !== null && content ? { scheme: content.scheme, smallSample: content.smallSample, results: content.results } : null;
    const stored = savePeriod(tx, row, state, frozen);
    for (const command of commands) tx.audit(request, command.type, stored.periodId, auditOf(command));
    if (state.frozen) tellFrozen(tx, state, state.frozen);
    return { ok: true, value: stored };
  }
}

/** What would be frozen of a period as it was counted, and the SHA-256 (hex) over the canonical JSON of all of it, things included, which are read page by page. */
export async function frozenOf(tx: Transaction, { periodId, state }: PeriodRow, scheme: policy.AppraisalScheme, smallSample: number): Promise<{ readonly frame: appraisal.FrozenContent; readonly hash: string }> {
  const { units, manual, exclusions } = state;
  const frame = appraisal.frozenFrame(state, scheme, smallSample, appraisal.scoresOfTally({ scheme, smallSample, units, manual }, await tallyOf(tx, periodId, exclusions)));
  return { frame, hash: await hashOf(frame, countedPages(tx, periodId)) };
}

/** The hash of a frame with its things, as if they had all been in it. */
export async function hashOf(frame: appraisal.FrozenContent, pages: AsyncIterable<readonly appraisal.CountedThing[]>): Promise<string> {
  const [before = '', after = ''] = canonicalJson(frame).split(PLACE_OF_THINGS, 2);
  const sha = createHash('sha256').update(`${before}${PLACE_OF_THINGS.slice(0, -1)}`);
  let separator = '';
  for await (const page of pages) {
    sha.update(separator + page.map((thing) => JSON.stringify(appraisal.countedLine(thing))).join(','));
    separator = ',';
  }
  return sha.update(`]${after}`).digest('hex');
}

/** In canonical JSON a quotation mark within a text is escaped, so this is there once. */
const PLACE_OF_THINGS = '"counted":[]';

function tellFrozen(tx: Transaction, { span, version, scheme }: appraisal.AppraisalPeriod, frozen: { readonly hash: string; readonly at: number }): void {
  tx.emit(appraisalPeriodFrozenV1, { subject: span.name, version, at: frozen.at }, { from: span.from, to: span.to, scheme, hash: frozen.hash, frozenAt: isoOf(frozen.at) });
}

function givenBy(request: CommandRequest): { readonly by: string; readonly at: number } {
  return { by: request.actor.subject, at: request.at };
}

function placed<R extends { readonly field?: string }>(refusal: R, index: number): R {
  return { ...refusal, field: `items.${index}${refusal.field === undefined ? '' : `.${refusal.field}`}` };
}

/** The tickets whose counting the commands hang on. */
function ticketsOf(state: appraisal.AppraisalPeriod, commands: readonly AskedCommand[]): string[] {
  return commands.flatMap((command) => {
    if (command.type === 'ExcludeTicket') return [command.ticketId];
    if (command.type === 'LodgeAppeal') return command.ticketId === null ? [] : [command.ticketId];
    if (command.type !== 'DecideAppeal') return [];
    const appealed = state.appeals.find(({ appealId }) => appealId === command.appealId)?.ticketId;
    return [...command.ticketIds, ...(appealed == null ? [] : [appealed])];
  });
}

/** What the audit keeps: codes and figures; the words are in the period itself. */
function auditOf(command: appraisal.PeriodCommand): Readonly<Record<string, unknown>> {
  switch (command.type) {
    case 'ScoreManually':
      return { unit: command.unit, item: command.item, points: command.points };
    case 'ExcludeTicket':
    case 'ReadmitTicket':
      return { unit: command.unit, ticketId: command.ticketId, rate: command.rate };
    case 'LodgeAppeal':
      return { appealId: command.appealId, unit: command.unit, item: command.item, ticketId: command.ticketId };
    case 'DecideAppeal':
      return { appealId: command.appealId, upheld: command.upheld };
    case 'Sign':
      return { body: command.body };
    case 'OpenPeriod':
    case 'ComputePreview':
    case 'SendBack':
      return {};
  }
}
