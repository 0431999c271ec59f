import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { block, type policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Instant, type Outcome } from '@hotline/domain/shared';
import { decodeCursor, page, ProblemException } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { BlindIndex } from '../identity/blind-index.js';
import { IdentityStore } from '../identity/identity.store.js';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import type { AskBlockBody, BlockList, BlockQuery, BlockReviewView, BlockSummary, BlockView, ReviewBlockBody } from './block.dto.js';
import { emitBlockEvent } from './block.events.js';
import { NO_SUCH_BLOCK, rulesAt, stepOfBlock } from './block-steps.js';
import { blockInForce, insertBlock, readBlock, readBlocks } from './block.store.js';

/** Blocks of petitioners who harass: asked for by the county, decided by the prefecture, reviewed by the county (Art. 24). */
@Injectable()
export class BlockService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(IdentityStore) private readonly identities: IdentityStore,
    @Inject(BlindIndex) private readonly index: BlindIndex,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
  ) {}

  ask(request: CommandRequest, { ground, evidenceTicketIds, findings, days }: AskBlockBody): Promise<Outcome<BlockSummary>> {
    const evidence = [...new Set(evidenceTicketIds.map((id) => id.toLowerCase()))];
    const command: block.AskBlock = { type: 'AskBlock', blockId: newId(), ground, evidenceTicketIds: evidence, findings, days, at: request.at };
    return this.uow.command(request, async (tx) => {
      const decision = block.decide(block.initial, command, this.rules(request.at));
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const known = await this.#petitionerOf(tx, evidence);
      if (!known.ok) return known;
      const state = decision.events.reduce(block.evolve, block.initial);
      if (state.status !== 'asked') throw new Error('a request is asked');
      await insertBlock(tx, state, { findings, askedBy: request.actor.subject, blinds: known.value });
      for (const event of decision.events) emitBlockEvent(tx, command.blockId, event, 1);
      return this.#done(tx, request, 'AskBlock', command.blockId);
    });
  }

  /** The prefecture's own word over HTTP; it also comes as an event. */
  decide(request: CommandRequest, id: string, approved: boolean): Promise<Outcome<BlockSummary>> {
    return this.#step(request, id, 'DecideBlock', { type: 'DecideBlock', approved, at: request.at });
  }

  review(request: CommandRequest, id: string, { keep, reason }: ReviewBlockBody): Promise<Outcome<BlockSummary>> {
    const review = { at: isoOf(request.at), by: request.actor.subject, keep, reason };
    return this.#step(request, id, keep ? 'KeepBlock' : 'LiftBlock', { type: 'ReviewBlock', keep, reason, at: request.at }, review);
  }

  list({ status, limit, cursor }: BlockQuery): Promise<BlockList> {
    const after = decodeCursor(cursor, 'text', 'uuid');
    if (after && Number.isNaN(Date.parse(after[0]))) throw ProblemException.of('cursor-malformed');
    return this.uow.read(async (tx) => page(await readBlocks(tx, { limit, ...(status && { status }) }, after), limit, (each) => [each.askedAt, each.id]));
  }

  show(id: string): Promise<Outcome<BlockView>> {
    return this.uow.read(async (tx) => {
      const found = await readBlock(tx, id);
      return found ? { ok: true, value: found } : NO_SUCH_BLOCK;
    });
  }

  rules(at: Instant): block.BlockRules {
    return rulesAt(at, this.policies.policyAt(localDateOf(at)).block);
  }

  #step(request: CommandRequest, id: string, action: string, command: block.BlockCommand, review?: BlockReviewView): Promise<Outcome<BlockSummary>> {
    return this.uow.command(request, async (tx) => {
      const stored = await readBlock(tx, id, true);
      if (!stored) return NO_SUCH_BLOCK;
      const refusal = await stepOfBlock(tx, stored, command, this.rules(request.at), review);
      return refusal ? { ok: false, refusal } : this.#done(tx, request, action, id);
    });
  }

  async #done(tx: Transaction, request: CommandRequest, action: string, id: string): Promise<Outcome<BlockSummary>> {
    tx.audit(request, action, id);
    const view = await readBlock(tx, id);
    if (!view) throw new Error('a block that was just written is not there');
    const { findings: _, reviews: __, ...summary } = view;
    return { ok: true, value: summary };
  }

  /**
   * By what the petitioner of all these tickets is known: what every one of them has in common, so that a neighbour whose number
   * stands on one of them is not blocked too.
   */
  async #petitionerOf(tx: Transaction, ticketIds: readonly string[]): Promise<Outcome<readonly Buffer[]>> {
    const known = await tx.sql<{ id: string }>(`select id from ticket where id = any($1::uuid[]) and disposed_at is null`, [ticketIds]);
    if (known.length < ticketIds.length) return refused('block-evidence-unknown');
    const identities = await this.identities.findAll(tx, ticketIds);
    const each = ticketIds.map((id) => this.index.of(identities.get(id) ?? null));
    if (each.some((blinds) => blinds.length === 0)) return refused('block-evidence-anonymous');
    const [first = [], ...others] = each;
    const shared = first.filter((blind) => others.every((blinds) => blinds.some((other) => other.equals(blind))));
    if (shared.length === 0) return refused('block-evidence-of-several-petitioners');
    await tx.sql(`select pg_advisory_xact_lock(hashtextextended('petitioner:' || encode(blind, 'hex'), 0)) from unnest($1::bytea[]) as known (blind) order by blind`, [shared]);
    return (await blockInForce(tx, shared)) === undefined ? { ok: true, value: shared } : refused('block-in-force');
  }
}

function refused(slug: string): Outcome<never> {
  return { ok: false, refusal: { slug, field: 'evidenceTicketIds' } };
}
