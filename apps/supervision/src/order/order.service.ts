import { Injectable } from '@nestjs/common';
import { ticketSupervisionLiftedV1, ticketSupervisionOrderedV1 } from '@hotline/contracts';
import { supervisionOrder } from '@hotline/domain';
import { isoOf, type CommandRequest, type Instant, type Outcome, type SupervisionGround } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { lockTickets, newestDispatch, nextVersion, type KnownDispatch } from '../ticket/ticket.store.js';
import { listOrders, loadOrder, nextSequence, orderIdOf, saveOrder, type OrderFilter, type StoredOrder } from './order.store.js';

const FOUND_AT_DISPATCH = '责任单位办理不力（派单时已记录认定情况）';
const FILE_COMPLETE = '工单已办结归档';

export interface OrderTerms {
  readonly ground: SupervisionGround;
  readonly finding?: string | undefined;
  readonly requirement?: string | undefined;
  readonly workingDays?: number | undefined;
}

/** Numbered supervision orders (Art. 15(3)). */
@Injectable()
export class OrderService {
  constructor(private readonly uow: UnitOfWork) {}

  /** A supervised dispatch has its order from the first moment; telling it twice issues one. */
  async issueOnDispatch(tx: Transaction, dispatch: KnownDispatch, ground: SupervisionGround, at: Instant, now: Instant): Promise<void> {
    await this.#issue(tx, dispatch, { ground, finding: FOUND_AT_DISPATCH }, at, now);
  }

  /** The order ends with the file; an order that a person lifted before stays as it was. */
  async liftOnClosing(tx: Transaction, ticketId: string, dispatchNo: number, at: Instant, now: Instant): Promise<void> {
    await this.#apply(tx, await loadOrder(tx, orderIdOf(ticketId, dispatchNo)), { type: 'LiftOrder', reason: FILE_COMPLETE, at }, now);
  }

  /** Puts the unit that handles the ticket now under supervision. */
  issue(request: CommandRequest, ticketId: string, terms: OrderTerms): Promise<Outcome<StoredOrder>> {
    return this.uow.command(request, async (tx) => {
      await lockTickets(tx, [ticketId]);
      const dispatch = await newestDispatch(tx, ticketId);
      if (!dispatch) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (dispatch.closed) return { ok: false, refusal: { slug: 'already-closed' } };
      const outcome = await this.#issue(tx, dispatch, terms, request.at, request.at);
      if (outcome.ok) tx.audit(request, 'IssueOrder', ticketId, { orderNo: outcome.value.state.orderNo });
      return outcome;
    });
  }

  command(request: CommandRequest, orderId: string, command: supervisionOrder.Remind | supervisionOrder.ReportBack | supervisionOrder.LiftOrder): Promise<Outcome<StoredOrder>> {
    return this.uow.command(request, async (tx) => {
      const [ticketId = ''] = orderId.split(':');
      await lockTickets(tx, [ticketId]);
      const outcome = await this.#apply(tx, await loadOrder(tx, orderId), command, request.at);
      if (outcome.ok) tx.audit(request, command.type, ticketId, { orderId });
      return outcome;
    });
  }

  list(filter: OrderFilter, after: string | undefined, limit: number): Promise<StoredOrder[]> {
    return this.uow.read((tx) => listOrders(tx, filter, after, limit));
  }

  /** The running number is drawn only for an order that will be issued, so that numbers have no gaps. */
  async #issue(tx: Transaction, dispatch: KnownDispatch, terms: OrderTerms, at: Instant, now: Instant): Promise<Outcome<StoredOrder>> {
    const stored = await loadOrder(tx, orderIdOf(dispatch.ticketId, dispatch.dispatchNo));
    const { ticketId, dispatchNo, round, unit } = dispatch;
    const command = { type: 'IssueOrder', ticketId, dispatchNo, round, unit, ...terms, at } as const;
    const first = supervisionOrder.decide(stored.state, { ...command, sequence: 1 }, { now });
    if (!first.accepted) return { ok: false, refusal: first.refusal };
    return this.#apply(tx, stored, { ...command, sequence: await nextSequence(tx, at) }, now);
  }

  async #apply(
    tx: Transaction,
    stored: { state: supervisionOrder.OrderState; version: number },
    command: supervisionOrder.OrderCommand,
    now: Instant,
  ): Promise<Outcome<StoredOrder>> {
    const decision = supervisionOrder.decide(stored.state, command, { now });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(supervisionOrder.evolve, stored.state);
    if (state.status === 'none') throw new Error(`${command.type} left no order`);
    const version = stored.version + 1;
    await saveOrder(tx, state, version);
    for (const event of decision.events) await this.#tell(tx, state, event);
    return { ok: true, value: { orderId: orderIdOf(state.ticketId, state.dispatchNo), state, version } };
  }

  async #tell(tx: Transaction, state: supervisionOrder.SupervisionOrder, event: supervisionOrder.OrderEvent): Promise<void> {
    const { ticketId, dispatchNo, unit, orderNo, ground, workingDays } = state;
    if (event.type === 'OrderIssued') {
      const about = { subject: ticketId, version: await nextVersion(tx, ticketId), at: event.at };
      tx.emit(ticketSupervisionOrderedV1, about, { ticketId, orderNo, dispatchNo, unit, ground, workingDays, orderedAt: isoOf(event.at) });
    }
    if (event.type === 'OrderLifted') {
      const about = { subject: ticketId, version: await nextVersion(tx, ticketId), at: event.at };
      tx.emit(ticketSupervisionLiftedV1, about, { ticketId, orderNo, dispatchNo, unit, liftedAt: isoOf(event.at) });
    }
  }
}
