import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ticketHistoryImportedV1, type TicketHistoryImportedV1 } from '@hotline/contracts';
import { history, ticket } from '@hotline/domain';
import { isoOf, type CommandRequest, type Instant, type Outcome } from '@hotline/domain/shared';
import { counter } from '@hotline/observability';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { holdersOf, writeDrafts, type Holder, type TicketDraft } from '../ticket/ticket-draft.js';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { emitTicketEvent } from '../ticket/ticket.events.js';
import { unitDirectory } from '../unit/unit.store.js';
import type { HistoryOutcome, HistoryRowOutcome, HistoryStatus } from './history.dto.js';
import { historyFingerprint } from './history-fingerprint.js';
import { HistoryRulesBook } from './history.rules.js';
import { historyText } from './history.texts.js';

type Row = Readonly<Record<string, unknown>>;

/** A past ticket as it goes in: the events of its registration and acceptance, and its further steps for the others to replay. */
interface PastTicket {
  readonly steps: history.HistorySteps;
  readonly events: readonly ticket.TicketEvent[];
  readonly draft: TicketDraft;
}

type KnownTicket = Pick<Holder, 'id' | 'historyFingerprint'>;

type Planned = { readonly outcome: HistoryRowOutcome } | { readonly plan: history.HistoryPlan };

const countImported = counter('hotline_history_rows', 'Rows of past tickets, by outcome');

/** Brings past tickets in through the decisions of live ones; repeating an import changes nothing, and other content under a known origin is refused. */
@Injectable()
export class HistoryService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(TicketNumbers) private readonly numbers: TicketNumbers,
    @Inject(HistoryRulesBook) private readonly book: HistoryRulesBook,
  ) {}

  /** Planned and numbered before the transaction: one that waits for a second connection may wait for itself. */
  async import(request: CommandRequest, rows: readonly Row[]): Promise<Outcome<HistoryOutcome>> {
    const planned = await this.uow.read((tx) => this.#plan(tx, request, rows));
    const past = await this.#number(planned.flatMap((each) => ('plan' in each ? [each.plan] : [])), request.at);
    return this.uow.command(request, async (tx) => {
      const written = await writePast(tx, request, past);
      const outcomes = planned.map((each) => ('plan' in each ? (written.get(each.plan.steps.ticketId) ?? unchanged(null)) : each.outcome));
      const count = (outcome: HistoryRowOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
      tx.afterCommit(() => outcomes.forEach(({ outcome }) => countImported({ outcome })));
      return { ok: true, value: { rows: outcomes, created: count('created'), unchanged: count('unchanged'), refused: count('refused') } };
    });
  }

  status(source: string): Promise<HistoryStatus> {
    return this.uow.read(async (tx) => {
      const [counts] = await tx.sql<HistoryStatus>(
        `select count(*)::integer as registered, count(*) filter (where dispatch_no > 0)::integer as dispatched, count(*) filter (where closed_no > 0)::integer as closed
         from ticket where source = $1 and external_id is not null`,
        [source],
      );
      return counts ?? { registered: 0, dispatched: 0, closed: 0 };
    });
  }

  async #plan(tx: Transaction, request: CommandRequest, rows: readonly Row[]): Promise<Planned[]> {
    const known = await knownOrigins(tx, rows);
    const rules = this.book.rules(await unitDirectory(tx), request.at);
    return rows.map((row) => plan(row, known, rules));
  }

  async #number(plans: readonly history.HistoryPlan[], now: Instant): Promise<PastTicket[]> {
    const numbers = await this.numbers.take(plans.map(({ record }) => record.receivedAt));
    return plans.map((each, index) => pastTicket(each, numbers[index] ?? '', now));
  }
}

function plan(row: Row, known: ReadonlyMap<string, KnownTicket>, rules: Omit<history.HistoryRules, 'ticketId'>): Planned {
  const strange = Object.keys(row).filter((column) => !history.HISTORY_COLUMNS.some((name) => name === column));
  if (strange.length > 0) return { outcome: refused(strange.map((field) => ({ field: field.slice(0, 60), slug: 'column-unknown' }))) };
  const there = known.get(originOf(row['source'], row['externalId']));
  if (there) return { outcome: again(row, there, rules) };
  const result = history.planHistory(row, { ...rules, ticketId: newId() });
  return result.ok ? { plan: result.plan } : { outcome: refused(result.problems) };
}

/** A row that came in before is read again but not decided again: what its unit may do today is no matter of the past. */
function again(row: Row, there: KnownTicket, rules: Omit<history.HistoryRules, 'ticketId'>): HistoryRowOutcome {
  if (there.historyFingerprint === null) return unchanged(there.id);
  const read = history.readHistoryRow(row, rules.units);
  return read.ok ? compared(historyFingerprint(read.record), there) : refused(read.problems);
}

/** A ticket without a fingerprint is a live one, or came in before there were any. */
function compared(fingerprint: string | undefined, there: KnownTicket): HistoryRowOutcome {
  if (there.historyFingerprint === null || there.historyFingerprint === fingerprint) return unchanged(there.id);
  return { ...refused([{ field: 'externalId', slug: 'known-with-other-content' }]), ticketId: there.id };
}

/** Runs the planned commands of intake once more, now with the number, and keeps the events. */
function pastTicket({ record, steps, ticket: commands }: history.HistoryPlan, number: string, now: Instant): PastTicket {
  let state: ticket.TicketState = ticket.initial;
  const events: ticket.TicketEvent[] = [];
  for (const command of commands) {
    const decision = ticket.decide(state, command.type === 'RegisterTicket' ? { ...command, number } : command, { now });
    if (!decision.accepted) throw new Error(`a planned step was refused: ${decision.refusal.slug}`);
    events.push(...decision.events);
    state = decision.events.reduce<ticket.TicketState>(ticket.evolve, state);
  }
  if (state.status === 'unregistered') throw new Error('a plan registers its ticket');
  const { title, text, place } = record;
  const version = events.length + 1; // the imported steps are an event of their own
  const known = { confidential: false, identity: null, claim: null, historyFingerprint: historyFingerprint(record) };
  const draft = { state, version, registeredAt: record.receivedAt, words: { title, text, place }, ...known };
  return { steps, events, draft };
}

/** The outcome by id of the planned ticket. */
async function writePast(tx: Transaction, request: CommandRequest, past: readonly PastTicket[]): Promise<Map<string, HistoryRowOutcome>> {
  const fates = past.length > 0 ? await writeDrafts(tx, past.map(({ draft }) => draft)) : new Map<string, string>();
  const late = past.filter(({ steps }) => fates.get(steps.ticketId) !== 'written');
  const holders = late.length > 0 ? await holdersOf(tx, late.map(({ draft }) => draft)) : [];
  const outcomes = new Map<string, HistoryRowOutcome>();
  for (const each of past) {
    const isNew = !late.includes(each);
    if (isNew) announce(tx, request, each);
    outcomes.set(each.steps.ticketId, isNew ? { outcome: 'created', ticketId: each.steps.ticketId, problems: [] } : displacedBy(each, holders));
  }
  return outcomes;
}

function announce(tx: Transaction, request: CommandRequest, { steps, events, draft }: PastTicket): void {
  events.forEach((event, index) => emitTicketEvent(tx, draft.state, event, index + 1));
  const about = { subject: steps.ticketId, version: draft.version, at: steps.receivedAt };
  tx.emit(ticketHistoryImportedV1, about, importedWire(steps));
  tx.audit(request, 'ImportTicket', steps.ticketId);
}

function importedWire({ receivedAt, dispatchedAt, signedAt, contactedAt, feedbackAt, closedAt, ...steps }: history.HistorySteps): TicketHistoryImportedV1 {
  const moment = (at: Instant | null): string | null => (at === null ? null : isoOf(at));
  return {
    ...steps,
    receivedAt: isoOf(receivedAt),
    dispatchedAt: moment(dispatchedAt),
    signedAt: moment(signedAt),
    contactedAt: moment(contactedAt),
    feedbackAt: moment(feedbackAt),
    closedAt: moment(closedAt),
  };
}

/** The same origin twice, in this batch or in one that was quicker, is one ticket; a foreign ticket with its number is a fault. */
function displacedBy({ draft: { state, historyFingerprint: fingerprint } }: PastTicket, holders: readonly Holder[]): HistoryRowOutcome {
  const same = holders.find((holder) => holder.source === state.source && holder.externalId === state.externalId);
  if (same) return compared(fingerprint, same);
  const other = holders.find((holder) => holder.prefectureNumber === state.prefectureNumber);
  if (!other) throw new Error('a past ticket was not written although nothing stands in its way');
  return refused([{ field: 'externalId', slug: 'prefecture-number-already-registered', values: { number: other.number, ticketId: other.id } }]);
}

function unchanged(ticketId: string | null): HistoryRowOutcome {
  return { outcome: 'unchanged', ticketId, problems: [] };
}

function refused(problems: readonly { field: string; slug: string; values?: Readonly<Record<string, string | number>> }[]): HistoryRowOutcome {
  return { outcome: 'refused', ticketId: null, problems: problems.map((problem) => ({ field: problem.field, slug: problem.slug, message: historyText(problem) })) };
}

/** The tickets that came in before, by origin. */
async function knownOrigins(tx: Transaction, rows: readonly Row[]): Promise<Map<string, KnownTicket>> {
  const found = await tx.sql<KnownTicket & { source: string; externalId: string }>(
    `select id, source, external_id as "externalId", history_fingerprint as "historyFingerprint" from ticket where (source, external_id) in (select * from unnest($1::text[], $2::text[]))`,
    [rows.map((row) => cellText(row['source'])), rows.map((row) => cellText(row['externalId']))],
  );
  return new Map(found.map((there) => [originOf(there.source, there.externalId), there]));
}

function originOf(source: unknown, externalId: unknown): string {
  return JSON.stringify([cellText(source), cellText(externalId)]);
}

/** A code as the reader of history takes it: trimmed, a number as its digits. */
function cellText(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}
