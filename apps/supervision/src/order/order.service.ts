import { Injectable } from '@nestjs/common';
import { ticketSupervisionLiftedV1, ticketSupervisionOrderedV1 } from '@hotline/contracts';
import { supervisionOrder } from '@hotline/domain';
import { isoOf, type CommandRequest, type Instant, type Outcome, type SupervisionGround } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { LockedTickets, newestDispatch, type KnownDispatch } from '../ticket/ticket.store.js';
import type { OrderRow } from './order.row.js';
import { findOrder, findOrders, listOrders, nextSequence, orderIdOf, saveOrder, type OrderFilter, type StoredOrder } from './order.store.js';

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
  async issueOnDispatch(tx: Transaction, tickets: LockedTickets, dispatch: KnownDispatch, ground: SupervisionGround, at: Instant, now: Instant): Promise<void> {
    await this.#issue(tx, tickets, dispatch, { ground, finding: FOUND_AT_DISPATCH }, at, now);
  }

  /** Orders end with the file; one that a person lifted before stays as it was. */
  async liftOnClosing(tx: Transaction, tickets: LockedTickets, closed: readonly KnownDispatch[], now: Instant): Promise<void> {
    if (closed.length === 0) return;
    const closedAt = new Map(closed.map((dispatch) => [orderIdOf(dispatch.ticketId, dispatch.dispatchNo), dispatch.closedAt]));
    for (const row of await findOrders(tx, [...closedAt.keys()])) {
      const at = Math.max(closedAt.get(row.orderId) ?? now, row.state.issuedAt);
      await this.#apply(tx, tickets, row, { type: 'LiftOrder', reason: FILE_COMPLETE, at }, now);
    }
  }

  /** Puts the unit that handles the ticket now under supervision. */
  issue(request: CommandRequest, ticketId: string, terms: OrderTerms): Promise<Outcome<StoredOrder>> {
    return this.uow.command(request, async (tx) => {
      const tickets = await LockedTickets.of(tx, [ticketId]);
      const dispatch = await newestDispatch(tx, ticketId);
      if (!dispatch) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (dispatch.closedAt !== null) return { ok: false, refusal: { slug: 'already-closed' } };
      const outcome = await this.#issue(tx, tickets, dispatch, terms, request.at, request.at);
      await tickets.save();
      if (outcome.ok) tx.audit(request, 'IssueOrder', ticketId, { orderNo: outcome.value.state.orderNo });
      return outcome;
    });
  }

  command(request: CommandRequest, orderId: string, command: supervisionOrder.Remind | supervisionOrder.ReportBack | supervisionOrder.LiftOrder): Promise<Outcome<StoredOrder>> {
    return this.uow.command(request, async (tx) => {
      const row = await findOrder(tx, orderId);
      if (!row) return { ok: false, refusal: { slug: 'no-such-order' } };
      const tickets = await LockedTickets.of(tx, [row.ticketId]);
      const outcome = await this.#apply(tx, tickets, row, command, request.at);
      await tickets.save();
      if (outcome.ok) tx.audit(request, command.type, outcome.value.state.ticketId, { orderId });
      return outcome;
    });
  }

  list(filter: OrderFilter, after: string | undefined, limit: number): Promise<readonly StoredOrder[]> {
    return this.uow.read((tx) => listOrders(tx, filter, after, limit));
  }

  /** The running number is drawn only for an order that will be issued, so that numbers have no gaps. */
  async #issue(tx: Transaction, tickets: LockedTickets, dispatch: KnownDispatch, terms: OrderTerms, at: Instant, now: Instant): Promise<Outcome<StoredOrder>> {
    const row = await findOrder(tx, orderIdOf(dispatch.ticketId, dispatch.dispatchNo));
    const { ticketId, dispatchNo, round, unit } = dispatch;
    const command = { type: 'IssueOrder', ticketId, dispatchNo, round, unit, ...terms, at } as const;
    const first = supervisionOrder.decide(row?.state ?? supervisionOrder.initial, { ...command, sequence: 1 }, { now });
    if (!first.accepted) return { ok: false, refusal: first.refusal };
    return this.#apply(tx, tickets, row, { ...command, sequence: await nextSequence(tx, at) }, now);
  }

  async #apply(tx: Transaction, tickets: LockedTickets, row: OrderRow | null, command: supervisionOrder.OrderCommand, now: Instant): Promise<Outcome<StoredOrder>> {
    const before = row?.state ?? supervisionOrder.initial;
    const decision = supervisionOrder.decide(before, command, { now });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(supervisionOrder.evolve, before);
    if (state.status === 'none') throw new Error(`${command.type} left no order`);
    for (const event of decision.events) tell(tx, tickets, state, event);
    return { ok: true, value: saveOrder(tx, row, state) };
  }
}

function tell(tx: Transaction, tickets: LockedTickets, state: supervisionOrder.SupervisionOrder, event: supervisionOrder.OrderEvent): void {
  if (event.type !== 'OrderIssued' && event.type !== 'OrderLifted') return;
  const { ticketId, dispatchNo, unit, orderNo, ground, workingDays } = state;
  const about = { subject: ticketId, version: tickets.next(ticketId), at: event.at };
  if (event.type === 'OrderIssued') tx.emit(ticketSupervisionOrderedV1, about, { ticketId, orderNo, dispatchNo, unit, ground, workingDays, orderedAt: isoOf(event.at) });
  else tx.emit(ticketSupervisionLiftedV1, about, { ticketId, orderNo, dispatchNo, unit, liftedAt: isoOf(event.at) });
}
