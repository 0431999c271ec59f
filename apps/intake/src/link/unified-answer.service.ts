import { Inject, Injectable } from '@nestjs/common';
import { link, ticket, type policy } from '@hotline/domain';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { citationOf } from '../knowledge/citation.js';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import { TicketRow } from '../ticket/ticket.row.js';
import { auditAcceptance, saveStep, ticketRulesAt } from '../ticket/ticket.service.js';
import { stateOf } from '../ticket/ticket.state.js';
import type { UnifiedAnswerBody } from './link.dto.js';
import { holdLinks, readLinks } from './link.store.js';
import type { UnifiedAnswerOutcome } from './link.view.js';

interface Member extends link.GroupMember {
  readonly number: string;
}

/** One answer by the county to a primary ticket and everything tied to it, in one transaction: all or nothing (Art. 17(2)). */
@Injectable()
export class UnifiedAnswerService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
  ) {}

  give(request: CommandRequest, primaryId: string, body: UnifiedAnswerBody): Promise<Outcome<UnifiedAnswerOutcome>> {
    return this.uow.command<UnifiedAnswerOutcome>(request, async (tx) => {
      await holdLinks(tx);
      const links = await readLinks(tx, [primaryId]);
      const members = await lockMembers(tx, [primaryId, ...links.flatMap(({ ticketId, primaryId: main }) => [ticketId, main])]);
      const refusal = unanswerable(primaryId, links, members);
      if (refusal) return refusal;
      const reached = members.filter((member) => link.passedOver(member) === undefined);
      if (reached.length === 0) return { ok: false, refusal: { slug: 'nothing-to-answer' } };
      const citation = await citationOf(tx, body.knowledgeEntry);
      if (!citation.ok) return citation;
      for (const member of reached) {
        const refused = await this.#answer(tx, request, primaryId, member, { ...body, citation: citation.value });
        if (refused) return refused;
      }
      return { ok: true, value: outcomeOf(members) };
    });
  }

  /** The decision of a direct answer, once a ticket; undefined when it was given. */
  async #answer(tx: Transaction, request: CommandRequest, primaryId: string, { ticketId }: Member, said: UnifiedAnswerBody & { citation: string | null }): Promise<Outcome<never> | undefined> {
    const row = await tx.em.findOneOrFail(TicketRow, ticketId);
    const state = stateOf(row);
    const scope = state.status === 'registered' && said.scopeCode !== undefined ? { scopeCode: said.scopeCode } : {}; // an accepted one keeps its own
    const command = { type: 'AnswerDirectly', answer: said.answer, knowledgeEntry: said.citation, ...scope, at: request.at } as const;
    const decision = ticket.decide(state, command, ticketRulesAt(this.policies, request.at));
    if (!decision.accepted) return { ok: false, refusal: decision.refusal.slug === 'scope-code-missing' ? { ...decision.refusal, values: { number: row.number } } : decision.refusal };
    await saveStep(tx, row, state, decision.events);
    auditAcceptance(tx, request, ticketId, command, decision.events);
    tx.audit(request, 'AnswerUnified', ticketId, { primaryId, ground: said.ground, knowledgeEntry: said.citation });
    return undefined;
  }
}

function unanswerable(primaryId: string, links: link.Links, members: readonly Member[]): Outcome<never> | undefined {
  const main = link.primaryOf(links, primaryId);
  if (!members.some(({ ticketId }) => ticketId === primaryId)) return { ok: false, refusal: { slug: 'no-such-ticket' } };
  if (main !== primaryId) return { ok: false, refusal: { slug: 'answer-the-primary', values: { number: members.find(({ ticketId }) => ticketId === main)?.number ?? '' } } };
  return links.length === 0 ? { ok: false, refusal: { slug: 'nothing-linked' } } : undefined;
}

/** The group in the order of its ids, locked, so that no dispatch comes between. */
function lockMembers(tx: Transaction, ids: readonly string[]): Promise<Member[]> {
  return tx.sql<Member>(
    `select id as "ticketId", number, category, case when disposed_at is null then status else 'closed' end as status, status = 'dispatched' as dispatched from ticket where id = any($1::uuid[]) order by id for update`,
    [[...new Set(ids)]],
  );
}

function outcomeOf(members: readonly Member[]): UnifiedAnswerOutcome {
  const reached = members.filter((member) => link.passedOver(member) === undefined);
  return {
    answered: reached.map(({ ticketId, number }) => ({ ticketId, number })),
    passedOver: members.flatMap((member) => {
      const because = link.passedOver(member);
      return because === undefined ? [] : [{ ticketId: member.ticketId, number: member.number, because, reason: link.PASSED_OVER[because] }];
    }),
  };
}
