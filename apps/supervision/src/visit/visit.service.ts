import { Inject, Injectable } from '@nestjs/common';
import { ticketReworkOrderedV1, ticketVisitedV1, type TicketHistoryImportedV1 } from '@hotline/contracts';
import { policy, visit } from '@hotline/domain';
import { instantOf, isoOf, localDateOf, type CommandRequest, type Instant, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { SecondDissatisfactionService } from '../second-dissatisfaction/second-dissatisfaction.service.js';
import { LockedTickets, newestDispatch, type KnownDispatch } from '../ticket/ticket.store.js';
import { POLICIES } from '../policies.js';
import type { VisitRow } from './visit.row.js';
import { addVisits, findVisit, findVisits, listVisits, saveVisit, type StoredVisit, type VisitFilter } from './visit.store.js';

const DAY_MS = 86_400_000;

type Dispatch = Pick<KnownDispatch, 'ticketId' | 'dispatchNo' | 'round' | 'unit'>;

/** Return visits and the rework that may follow (Art. 19). */
@Injectable()
export class VisitService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
    private readonly calendars: CalendarStore,
    private readonly candidates: SecondDissatisfactionService,
  ) {}

  /** Draws for a closed dispatch whether it is called back; telling it twice draws once. */
  async planOnClosing(tx: Transaction, tickets: LockedTickets, closed: Dispatch & { readonly supervised: boolean; readonly closedAt: Instant }, now: Instant): Promise<void> {
    const { returnVisit } = this.#policyAt(closed.closedAt);
    // An import, or a stream rebuilt, tells of old closings too.
    if (now - closed.closedAt > returnVisit.drawnWithinDays * DAY_MS) return;
    const basis = visit.visitBasis(closed, returnVisit);
    if (basis) await this.#plan(tx, tickets, closed, basis, closed.closedAt, now);
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

  /** Plans a visit that a person asks for, of the newest dispatch once it is closed. */
  request(request: CommandRequest, ticketId: string): Promise<Outcome<StoredVisit>> {
    return this.uow.command(request, async (tx) => {
      const tickets = await LockedTickets.of(tx, [ticketId]);
      const dispatch = await newestDispatch(tx, ticketId);
      if (!dispatch) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (dispatch.closedAt === null) return { ok: false, refusal: { slug: 'not-closed' } };
      const outcome = await this.#plan(tx, tickets, dispatch, 'requested', request.at, request.at);
      await tickets.save();
      if (outcome.ok) tx.audit(request, 'PlanVisit', ticketId);
      return outcome;
    });
  }

  /** Names a caller, records a call, or orders rework; `onlyOf` is a caller who sees no visits but those given to them. */
  command(request: CommandRequest, visitId: string, command: Exclude<visit.VisitCommand, visit.PlanVisit>, onlyOf?: string): Promise<Outcome<StoredVisit>> {
    return this.uow.command(request, async (tx) => {
      const row = await findVisit(tx, visitId);
      if (!row || (onlyOf !== undefined && row.caller !== onlyOf)) return { ok: false, refusal: { slug: 'no-such-visit' } };
      const tickets = await LockedTickets.of(tx, [row.ticketId]);
      const outcome = await this.#apply(tx, tickets, row, row.state, command, request.at);
      await tickets.save();
      if (outcome.ok) tx.audit(request, command.type, row.ticketId, { visitId });
      if (outcome.ok && command.type === 'RecordVisit') await this.#lookAgain(tx, outcome.value.state, request.at);
      return outcome;
    });
  }

  /** Plans the visits that a draw has picked; those that are planned already stay as they are. */
  async planDrawn(tx: Transaction, dispatches: readonly Dispatch[], at: Instant): Promise<void> {
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

  async #apply(tx: Transaction, tickets: LockedTickets, row: VisitRow | null, before: visit.VisitState, command: visit.VisitCommand, now: Instant): Promise<Outcome<StoredVisit>> {
    const decided = this.#decide(tx, tickets, before, command, now);
    return decided.ok ? { ok: true, value: saveVisit(tx, row, decided.value) } : decided;
  }

  /** The state that a command leaves, and the events of it told; who calls writes the state. */
  #decide(tx: Transaction, tickets: LockedTickets, before: visit.VisitState, command: visit.VisitCommand, now: Instant): Outcome<visit.Visit> {
    const { attempts, unsolvedIsDissatisfied } = this.#policyAt(command.at).returnVisit;
    const decision = visit.decide(before, command, { now, attempts, unsolvedIsDissatisfied });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(visit.evolve, before);
    if (state.status === 'none') throw new Error(`${command.type} left no visit`);
    for (const event of decision.events) tell(tx, tickets, state, event);
    return { ok: true, value: state };
  }

  /** Dissatisfied after a second round: a candidate for supervision, which a person judges (Art. 15(3)). */
  async #lookAgain(tx: Transaction, state: visit.Visit, at: Instant): Promise<void> {
    const { unsolvedIsDissatisfied } = this.#policyAt(at).returnVisit;
    if (state.round >= 2 && state.outcome && visit.isDissatisfied(state.outcome, unsolvedIsDissatisfied)) await this.candidates.propose(tx, state, at);
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

function tell(tx: Transaction, tickets: LockedTickets, state: visit.Visit, event: visit.VisitEvent): void {
  const { visitId, ticketId, dispatchNo, round, unit, basis } = state;
  if (event.type === 'VisitRecorded') {
    const { reached, solved, satisfaction, at } = event;
    const about = { subject: ticketId, version: tickets.next(ticketId), at };
    tx.emit(ticketVisitedV1, about, { ticketId, visitId, dispatchNo, round, unit, basis, reached, solved, satisfaction, visitedAt: isoOf(at) });
  }
  if (event.type === 'ReworkOrdered') {
    const about = { subject: ticketId, version: tickets.next(ticketId), at: event.at };
    tx.emit(ticketReworkOrderedV1, about, { ticketId, round: event.round, orderedAt: isoOf(event.at) });
  }
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
