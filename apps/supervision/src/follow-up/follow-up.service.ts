import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ticketFollowedUpV1 } from '@hotline/contracts';
import { followUp } from '@hotline/domain';
import { isoOf, type CommandRequest, type FollowUpFinding, type FollowUpWay, type Instant, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CandidateService } from '../accountability/candidate.service.js';
import { dispatchesOf, LockedTickets } from '../ticket/ticket.store.js';
import { VisitService } from '../visit/visit.service.js';
import type { FollowUpRow } from './follow-up.row.js';
import { findFollowUp, listFollowUps, saveFollowUp, type FollowUpFilter, type StoredFollowUp } from './follow-up.store.js';

export interface FollowUpPlan {
  readonly way: FollowUpWay;
  readonly unit: string;
  readonly ticketIds: readonly string[];
  readonly team: readonly string[];
  readonly plannedOn: LocalDate;
}

/** Field visits, on-site inspections and undercover visits (Art. 19). */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly candidates: CandidateService,
    private readonly visits: VisitService,
  ) {}

  /** Plans a follow-up about tickets that the unit handles or has handled; the newest dispatch of each to that unit is meant. */
  plan(request: CommandRequest, plan: FollowUpPlan): Promise<Outcome<StoredFollowUp>> {
    return this.uow.command(request, async (tx) => {
      const subjects = await subjectsOf(tx, plan);
      if (!subjects.ok) return subjects;
      const { way, unit, team, plannedOn } = plan;
      const command = { type: 'PlanFollowUp', followUpId: randomUUIDv7(), way, unit, team, plannedOn, subjects: subjects.value, by: request.actor.subject, at: request.at } as const;
      const outcome = await this.#apply(tx, null, command, request.at);
      if (outcome.ok) tx.audit(request, 'PlanFollowUp', command.followUpId, { way, unit });
      return outcome;
    });
  }

  /** Records what was found about one ticket. */
  find(request: CommandRequest, followUpId: string, found: { readonly ticketId: string; readonly finding: FollowUpFinding; readonly text: string }): Promise<Outcome<StoredFollowUp>> {
    return this.#step(request, followUpId, { type: 'RecordFinding', ...found, by: request.actor.subject, at: request.at });
  }

  cancel(request: CommandRequest, followUpId: string, reason: string): Promise<Outcome<StoredFollowUp>> {
    return this.#step(request, followUpId, { type: 'CancelFollowUp', reason, by: request.actor.subject, at: request.at });
  }

  list(filter: FollowUpFilter, after: string | undefined, limit: number): Promise<readonly StoredFollowUp[]> {
    return this.uow.read((tx) => listFollowUps(tx, filter, after, limit));
  }

  #step(request: CommandRequest, followUpId: string, command: followUp.RecordFinding | followUp.CancelFollowUp): Promise<Outcome<StoredFollowUp>> {
    return this.uow.command(request, async (tx) => {
      const outcome = await this.#apply(tx, await findFollowUp(tx, followUpId), command, request.at);
      if (outcome.ok) tx.audit(request, command.type, followUpId);
      return outcome;
    });
  }

  async #apply(tx: Transaction, row: FollowUpRow | null, command: followUp.FollowUpCommand, now: Instant): Promise<Outcome<StoredFollowUp>> {
    const before = row?.state ?? followUp.initial;
    const decision = followUp.decide(before, command, { now });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(followUp.evolve, before);
    if (state.status === 'none') throw new Error(`${command.type} left no follow-up`);
    const stored = saveFollowUp(tx, row, state);
    for (const event of decision.events) if (event.type === 'FindingRecorded') await this.#found(tx, state, event, now);
    return { ok: true, value: stored };
  }

  /** Tells what was found, plans the visit that it calls for, and weighs it as evidence at once. */
  async #found(tx: Transaction, { followUpId, way, unit, subjects }: followUp.FollowUp, { ticketId, finding, at }: followUp.Finding, now: Instant): Promise<void> {
    const tickets = await LockedTickets.of(tx, [ticketId]);
    const dispatchNo = subjects.find((subject) => subject.ticketId === ticketId)?.dispatchNo ?? 0;
    tx.emit(ticketFollowedUpV1, { subject: ticketId, version: tickets.next(ticketId), at }, { ticketId, followUpId, way, dispatchNo, unit, finding, foundAt: isoOf(at) });
    await tickets.save();
    if (followUp.consequencesOf(finding).includes('call-back')) await this.visits.planOnFinding(tx, tickets, { ticketId, dispatchNo }, at, now);
    await tx.em.flush(); // so that the weighing sees the finding
    await this.candidates.weighTickets(tx, [ticketId], now);
  }
}

/** The newest dispatch of each ticket to the unit, as lead; a ticket that never was the unit's is refused. */
async function subjectsOf(tx: Transaction, { unit, ticketIds }: FollowUpPlan): Promise<Outcome<readonly followUp.Subject[]>> {
  const ids = [...new Set(ticketIds)];
  const dispatches = (await dispatchesOf(tx, ids)).filter((dispatch) => dispatch.unit === unit && dispatch.releasedAt === null);
  const newest = new Map(dispatches.map(({ ticketId, dispatchNo }) => [ticketId, dispatchNo]));
  const foreign = ids.find((id) => !newest.has(id));
  if (foreign !== undefined) return { ok: false, refusal: { slug: 'ticket-not-of-unit', field: 'ticketIds', values: { ticketId: foreign, unit } } };
  return { ok: true, value: ids.map((ticketId) => ({ ticketId, dispatchNo: newest.get(ticketId) ?? 0 })) };
}
