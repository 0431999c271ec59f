import { Injectable } from '@nestjs/common';
import { prefecture } from '@hotline/domain';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { iso } from '../transfer/transfer.store.js';
import { DeliverySignal } from './delivery-signal.js';
import { deliveryOf, lockMessage, saveDelivery } from './message.store.js';
import type { MessageQuery, MessageView } from './outbound.dto.js';

/** What a person does with a stuck message: they ask for no times. */
const NO_TIMES: prefecture.DeliveryRules = { leaseMs: 0, firstPauseMs: 0, longestPauseMs: 0, giveUpAfterMs: 0 };

/** The ledger of what goes to the prefecture, as people read and mend it. */
@Injectable()
export class OutboundService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signal: DeliverySignal,
  ) {}

  /** In the order in which it was put down. */
  list(query: MessageQuery, after: number | undefined, limit: number): Promise<readonly MessageView[]> {
    return this.uow.read((tx) => readMessages(tx, query, after, limit));
  }

  /** Puts a message that was refused or given up back into the queue, under the same key. */
  resend(request: CommandRequest, id: number): Promise<Outcome<MessageView>> {
    return this.#command(request, id, { type: 'Resend', at: request.at }, '');
  }

  /** Ends a message without the prefecture's receipt, for a reason that is kept. */
  close(request: CommandRequest, id: number, reason: string): Promise<Outcome<MessageView>> {
    return this.#command(request, id, { type: 'Close', at: request.at }, reason);
  }

  #command(request: CommandRequest, id: number, command: Extract<prefecture.DeliveryCommand, { type: 'Resend' | 'Close' }>, reason: string): Promise<Outcome<MessageView>> {
    return this.uow.command(request, async (tx) => {
      const stored = await lockMessage(tx, { id });
      if (!stored) return { ok: false, refusal: { slug: 'no-such-message' } };
      const before = deliveryOf(stored);
      const decision = prefecture.decideDelivery(before, command, NO_TIMES);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      await saveDelivery(tx, id, decision.events.reduce(prefecture.evolveDelivery, before));
      if (command.type === 'Close') await tx.sql(`update message set closed_by = $2, closing_reason = $3 where id = $1`, [id, request.actor.subject, reason]);
      tx.audit(request, `${command.type}PrefectureMessage`, stored.lane, { key: stored.key });
      tx.afterCommit(() => this.signal.raise());
      const [view] = await readMessages(tx, {}, id - 1, 1);
      if (!view) throw new Error('a message that was locked is there');
      return { ok: true, value: view };
    });
  }
}

function readMessages(tx: Transaction, { status, kind, ticketId }: Partial<MessageQuery>, after: number | undefined, limit: number): Promise<MessageView[]> {
  return tx.sql<MessageView>(
    `select m.id::int as id, m.key, m.kind, m.ticket_id as "ticketId", t.number as "ticketNumber", t.prefecture_number as "prefectureNumber", m.status, m.attempts,
       ${iso('m.happened_at')} as "happenedAt", case when m.status in ('waiting', 'sent') then ${iso('m.next_attempt_at')} end as "nextAttemptAt", m.receipt, m.fault, ${iso('m.settled_at')} as "settledAt",
       m.accepted, m.verdict_receipt as "verdictReceipt", m.closed_by as "closedBy", m.closing_reason as "closingReason"
     from message m left join known_ticket t on t.ticket_id = m.ticket_id
     where ($1::text is null or m.status = $1) and ($2::text is null or m.kind = $2) and ($3::uuid is null or m.ticket_id = $3) and m.id > $4 order by m.id limit $5`,
    [status ?? null, kind ?? null, ticketId ?? null, after ?? 0, limit],
  );
}
