import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { ticket, type policy } from '@hotline/domain';
import { localDateOf, type CommandRequest, type Instant, type Outcome } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { citationOf } from '../knowledge/citation.js';
import { holdGroup, tellWherePrimaryDeclined } from '../link/primary-declined.js';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import { emitTicketEvent } from './ticket.events.js';
import { TicketRow } from './ticket.row.js';
import { keepState, stateOf } from './ticket.state.js';
import { readSummary } from './ticket.store.js';
import type { TicketSummary } from './ticket.view.js';

/** A command on a ticket that is there. */
export type StepCommand = Exclude<ticket.TicketCommand, ticket.RegisterTicket>;

/** The county's decisions on a ticket while no unit has it, escalations at any time, and changes of the category (Art. 4, 11, 12, 13, 18). */
@Injectable()
export class TicketService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
  ) {}

  /** Load, decide, return the refusal, save, tell. `expected`: version of If-Match; `shown` of the ticket afterwards goes into the answer beside the ticket. */
  take<Shown extends object>(request: CommandRequest, id: string, expected: number | undefined, command: StepCommand, shown: (after: ticket.Ticket) => Shown): Promise<Outcome<TicketSummary & Shown>> {
    return this.uow.command(request, async (tx) => {
      if (command.type === 'DeclineTicket') await holdGroup(tx, id);
      // what routing tells moves the row's version too: without the lock a person's step would fail on it
      const row = await tx.em.findOne(TicketRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!row) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (row.disposedAt) return { ok: false, refusal: { slug: 'ticket-disposed', values: { number: row.number } } };
      requireVersion(expected, row.version);
      const state = stateOf(row);
      const cited = await withCitation(tx, command);
      if (!cited.ok) return cited;
      const decision = ticket.decide(state, cited.value, ticketRulesAt(this.policies, request.at));
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const after = await saveStep(tx, row, state, decision.events);
      if (command.type === 'DeclineTicket') await tellWherePrimaryDeclined(tx, id, command.at);
      auditAcceptance(tx, request, id, command, decision.events);
      tx.audit(request, command.type, id, cited.value.type === 'AnswerDirectly' ? { knowledgeEntry: cited.value.knowledgeEntry } : {});
      return { ok: true, value: { ...(await readSummary(tx, id)), ...shown(after) } };
    });
  }
}

/** By what a decision on a ticket is made at a moment. */
export function ticketRulesAt(policies: policy.PolicyBook, at: Instant): ticket.TicketRules {
  const { turnTo, emergency } = policies.policyAt(localDateOf(at));
  return { now: at, turnTo, recipients: emergency.recipients };
}

/** A direct answer cites the version in force of the entry it rests on; that it rests on none is kept too (Art. 5, 18). */
async function withCitation(tx: Transaction, command: StepCommand): Promise<Outcome<StepCommand>> {
  if (command.type !== 'AnswerDirectly') return { ok: true, value: command };
  const citation = await citationOf(tx, command.knowledgeEntry);
  return citation.ok ? { ok: true, value: { ...command, knowledgeEntry: citation.value } } : citation;
}

/** An acceptance that came with an answer stands in the audit trail under its own name (Art. 11). */
export function auditAcceptance(tx: Transaction, request: CommandRequest, id: string, command: StepCommand, events: readonly ticket.TicketEvent[]): void {
  if (command.type !== 'AcceptTicket' && events.some(({ type }) => type === 'TicketAccepted')) tx.audit(request, 'AcceptTicket', id);
}

/** One event is one version; an answer that accepts is two. */
export async function saveStep(tx: Transaction, row: TicketRow, before: ticket.Ticket, events: readonly ticket.TicketEvent[]): Promise<ticket.Ticket> {
  let latest = before;
  for (const event of events) {
    const state = ticket.evolve(latest, event);
    if (state.status === 'unregistered') throw new Error('a ticket stays registered');
    const version = row.version + 1;
    keepState(row, state);
    await tx.em.flush(); // the row's version is checked here: a lost race ends as 409
    emitTicketEvent(tx, state, event, version);
    latest = state;
  }
  return latest;
}
