import { Inject, Injectable } from '@nestjs/common';
import type { TicketHistoryImportedV1 } from '@hotline/contracts';
import { policy, visit } from '@hotline/domain';
import { instantOf, localDateOf, type CommandRequest, type Instant, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { SecondDissatisfactionService } from '../second-dissatisfaction/second-dissatisfaction.service.js';
import { answeredAtOf, dispatchesOf, LockedTickets, type KnownDispatch } from '../ticket/ticket.store.js';
import { callingBack } from '../follow-up/follow-up.store.js';
import { POLICIES } from '../policies.js';
import { isFrozen } from './frozen-period.store.js';
import type { VisitRow } from './visit.row.js';
import { addVisits, findVisit, findVisits, listVisits, reworksOf, saveVisit, type StoredVisit, type VisitFilter } from './visit.store.js';
import { tellOfVisit } from './visit.events.js';

const DAY_MS = 86_400_000;

type Dispatch = Pick<KnownDispatch, 'ticketId' | 'dispatchNo' | 'round' | 'unit'>;
type StepOnVisit = Exclude<visit.VisitCommand, visit.PlanVisit>;
type Closed = Dispatch & { readonly supervised: boolean; readonly closedAt: Instant };

/** What a decision rests on beside the visit itself. */
interface Basis {
  readonly restsOnOutcome?: visit.VisitRules['restsOnOutcome'] | undefined;
  /** When the county gave the answer that the visit is about. */
  readonly answeredAt?: Instant | undefined;
}

/** Return visits and the rework that may follow (Art. 19). */
@Injectable()
export class VisitService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
    private readonly calendars: CalendarStore,
    private readonly candidates: SecondDissatisfactionService,
  ) {}

  /** Draws for each closed dispatch whether it is called back; telling it twice draws once. */
  async planOnClosing(tx: Transaction, tickets: LockedTickets, all: readonly Closed[], now: Instant): Promise<void> {
    if (all.length === 0) return;
    const found = await callingBack(tx, all.map(({ ticketId }) => ticketId));
    for (const closed of all) {
      const { returnVisit } = this.#policyAt(closed.closedAt);
      const calledBack = found.has(visit.visitIdOf(closed.ticketId, closed.dispatchNo));
      // An import, or a stream rebuilt, tells of old closings too.
      if (!calledBack && now - closed.closedAt > returnVisit.drawnWithinDays * DAY_MS) continue;
      const basis = visit.visitBasis({ ...closed, calledBack }, returnVisit);
      if (basis) await this.#plan(tx, tickets, closed, basis, closed.closedAt, now);
    }
  }

  /** What was found on the spot is asked about, whatever the draw said; before the closing it waits for that. */
  async planOnFinding(tx: Transaction, tickets: LockedTickets, { ticketId, dispatchNo }: Pick<Dispatch, 'ticketId' | 'dispatchNo'>, at: Instant, now: Instant): Promise<void> {
    const dispatch = (await dispatchesOf(tx, [ticketId])).find((each) => each.dispatchNo === dispatchNo);
    if (dispatch && dispatch.closedAt !== null) await this.#plan(tx, tickets, dispatch, 'followed-up', at, now);
  }

  /** Records what the petitioners of past tickets said, in two statements whatever their number; a visit that was drawn meanwhile becomes the imported one. */
  async recordPast(tx: Transaction, tickets: LockedTickets, past: readonly TicketHistoryImportedV1[], now: Instant): Promise<void> {
    const heard = new Map(past.flatMap(saidIn).map((said) => [said.planned.visitId, said]));
    const rows = new Map((await findVisits(tx, [...heard.keys()])).map((row) => [row.visitId, row]));
    const added: visit.Visit[] = [];
    for (const [visitId, { planned, record }] of heard) {
      const row = rows.get(visitId) ?? null;
      if (row?.state.outcome) continue;
      const decided = this.#decide(tx, tickets, planned, record, now);
      if (!decided.ok) continue;
      if (row) saveVisit(tx, row, decided.value);
      else added.push(decided.value);
    }
    await addVisits(tx, added);
  }

  /** Plans a visit that a person asks for: of the newest dispatch once it is closed, or of the county's own answer. */
  request(request: CommandRequest, ticketId: string): Promise<Outcome<StoredVisit>> {
    return this.uow.command(request, async (tx) => {
      const tickets = await LockedTickets.of(tx, [ticketId]);
      const subject = visit.subjectOf(await knownOf(tx, ticketId));
      if (typeof subject === 'string') return { ok: false, refusal: { slug: subject } };
      const outcome = await this.#plan(tx, tickets, { ticketId, ...subject }, 'requested', request.at, request.at);
      await tickets.save();
      if (outcome.ok) tx.audit(request, 'PlanVisit', ticketId);
      return outcome;
    });
  }

  /** Names a caller, records a call, puts one right, or orders rework; `onlyOf` is a caller who sees no visits but their own and those that nobody has, and has what they call. */
  command(request: CommandRequest, visitId: string, command: StepOnVisit, onlyOf?: string): Promise<Outcome<StoredVisit>> {
    return this.uow.command(request, async (tx) => {
      const row = await findVisit(tx, visitId);
      if (!row || (onlyOf !== undefined && row.caller !== null && row.caller !== onlyOf)) return { ok: false, refusal: { slug: 'no-such-visit' } };
      const tickets = await LockedTickets.of(tx, [row.ticketId]);
      const known = await this.#basisOf(tx, row.state, command);
      if (!known.ok) return known;
      const taken = onlyOf === undefined || row.caller !== null ? row.state : visit.evolve(row.state, { type: 'VisitAssigned', caller: onlyOf, at: request.at });
      const outcome = await this.#apply(tx, tickets, row, taken, known.value.command, request.at, known.value.basis);
      await tickets.save();
      if (outcome.ok) tx.audit(request, command.type, row.ticketId, { visitId });
      if (outcome.ok && (command.type === 'RecordVisit' || command.type === 'CorrectVisit')) await this.#lookAgain(tx, outcome.value.state, request.at);
      return outcome;
    });
  }

  /** Plans the visits that a draw has picked; those that are planned already stay as they are. */
  async planDrawn(tx: Transaction, dispatches: readonly Dispatch[], at: Instant): Promise<void> {
    await LockedTickets.of(tx, dispatches.map(({ ticketId }) => ticketId));
    const dueOn = await this.#dueOn(tx, at);
    const planned = dispatches.map((dispatch) => plannedVisit({ ...fieldsOf(dispatch), basis: 'sampled', dueOn, at }));
    await addVisits(tx, planned);
  }

  list(filter: VisitFilter, after: string | undefined, limit: number): Promise<readonly StoredVisit[]> {
    return this.uow.read((tx) => listVisits(tx, filter, after, limit));
  }

  async #plan(tx: Transaction, tickets: LockedTickets, dispatch: Dispatch, basis: visit.VisitBasis, at: Instant, now: Instant): Promise<Outcome<StoredVisit>> {
    const visitId = visit.visitIdOf(dispatch.ticketId, dispatch.dispatchNo);
    const row = await findVisit(tx, visitId);
    const dueOn = row ? null : await this.#dueOn(tx, now);
    return this.#apply(tx, tickets, row, row?.state ?? visit.initial, { type: 'PlanVisit', visitId, ...fieldsOf(dispatch), basis, dueOn, at }, now);
  }

  async #apply(tx: Transaction, tickets: LockedTickets, row: VisitRow | null, before: visit.VisitState, command: visit.VisitCommand, now: Instant, basis: Basis = {}): Promise<Outcome<StoredVisit>> {
    const decided = this.#decide(tx, tickets, before, command, now, basis);
    return decided.ok ? { ok: true, value: saveVisit(tx, row, decided.value) } : decided;
  }

  /** The state that a command leaves, and the events of it told; who calls writes the state. */
  #decide(tx: Transaction, tickets: LockedTickets, before: visit.VisitState, command: visit.VisitCommand, now: Instant, { restsOnOutcome, answeredAt }: Basis = {}): Outcome<visit.Visit> {
    const { attempts, unsolvedIsDissatisfied } = this.#policyAt(command.at).returnVisit;
    const decision = visit.decide(before, command, { now, attempts, unsolvedIsDissatisfied, ...(restsOnOutcome && { restsOnOutcome }) });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(visit.evolve, before);
    if (state.status === 'none') throw new Error(`${command.type} left no visit`);
    for (const event of decision.events) tellOfVisit(tx, tickets, state, event, answeredAt);
    return { ok: true, value: state };
  }

  /** What a step rests on beside the visit; the finding of a follow-up goes with the order that rests on it. */
  async #basisOf(tx: Transaction, state: visit.Visit, command: StepOnVisit): Promise<Outcome<{ readonly command: StepOnVisit; readonly basis: Basis }>> {
    const { ticketId, visitId, outcome } = state;
    if (command.type === 'CorrectVisit' && outcome !== null) {
      const poor = await this.candidates.isFound(tx, visitId);
      const restsOnOutcome = (await isFrozen(tx, localDateOf(outcome.at))) ? 'appraised-period' : poor ? 'poor-handling' : undefined;
      return { ok: true, value: { command, basis: { restsOnOutcome } } };
    }
    if (command.type !== 'OrderRework' || state.rework !== null) return { ok: true, value: { command, basis: {} } };
    if (state.dispatchNo !== visit.NO_DISPATCH) {
      const followUpId = (await callingBack(tx, [ticketId])).get(visitId);
      return { ok: true, value: { command: { ...command, ...(followUpId !== undefined && { followUpId }) }, basis: {} } };
    }
    const known = await knownOf(tx, ticketId);
    const subject = visit.subjectOf(known);
    if (subject === 'not-closed' || (typeof subject === 'object' && subject.unit !== visit.COUNTY)) return { ok: false, refusal: { slug: 'unit-went-on' } };
    return { ok: true, value: { command, basis: { answeredAt: known.answeredAt ?? undefined } } };
  }

  /** A unit's work dissatisfied after a second round: a candidate for supervision, which a person judges (Art. 15(3)); none where that was entered wrongly. */
  async #lookAgain(tx: Transaction, state: visit.Visit, at: Instant): Promise<void> {
    const { unsolvedIsDissatisfied } = this.#policyAt(at).returnVisit;
    if (state.round < 2 || state.unit === visit.COUNTY || !state.outcome) return;
    if (visit.isDissatisfied(state.outcome, unsolvedIsDissatisfied)) await this.candidates.propose(tx, state, at);
    else await this.candidates.takeBack(tx, state.visitId);
  }

  /** Last day for a call that is planned now. */
  async #dueOn(tx: Transaction, at: Instant): Promise<LocalDate | null> {
    const { callWithin } = this.#policyAt(at).returnVisit;
    return callWithin === undefined ? null : (await this.calendars.current(tx)).deadline(at, callWithin).dueOn;
  }

  #policyAt(at: Instant): policy.PolicyPack {
    return this.policies.policyAt(localDateOf(at));
  }
}

async function knownOf(tx: Transaction, ticketId: string): Promise<visit.KnownOfTicket> {
  return { answeredAt: await answeredAtOf(tx, ticketId), dispatches: await dispatchesOf(tx, [ticketId]), reworks: await reworksOf(tx, ticketId) };
}

/** The visit that a past ticket amounts to, and what was said in it; nothing where nobody was asked, or before the matter was answered. */
function saidIn(past: TicketHistoryImportedV1): { readonly planned: visit.Visit; readonly record: visit.RecordVisit }[] {
  const saidAt = past.closedAt ?? past.feedbackAt;
  if (past.satisfaction == null || saidAt == null || past.unit == null) return [];
  const dispatch = { ticketId: past.ticketId, dispatchNo: 1, round: 1, unit: past.unit };
  const at = instantOf(saidAt);
  const planned = plannedVisit({ ...dispatch, basis: 'imported', dueOn: null, at });
  const solved = past.solved ?? !past.satisfaction.includes('dissatisfied');
  return [{ planned, record: { type: 'RecordVisit', reached: true, solved, satisfaction: past.satisfaction, at } }];
}

function plannedVisit(about: Omit<visit.VisitPlanned, 'type' | 'visitId'>): visit.Visit {
  const planned = visit.evolve(visit.initial, { type: 'VisitPlanned', visitId: visit.visitIdOf(about.ticketId, about.dispatchNo), ...about });
  if (planned.status === 'none') throw new Error('a planned visit is one');
  return planned;
}

function fieldsOf(dispatch: Dispatch): Dispatch {
  const { ticketId, dispatchNo, round, unit } = dispatch;
  return { ticketId, dispatchNo, round, unit };
}
