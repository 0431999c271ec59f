import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketClosedV1, TicketDispatchedV1, TicketHistoryImportedV1 } from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { OrderService } from '../order/order.service.js';
import { VisitService } from '../visit/visit.service.js';
import { lockTickets, rememberDispatch } from './ticket.store.js';

type Heard = { readonly dispatched: TicketDispatchedV1 } | { readonly closed: TicketClosedV1 } | { readonly past: TicketHistoryImportedV1 };

/** Issues, lifts and draws when a ticket is dispatched, closed or imported; in whatever order that is told. */
@Controller()
export class SuperviseOnTicketEvents {
  constructor(
    private readonly orders: OrderService,
    private readonly visits: VisitService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() event: TicketDispatchedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { dispatched: event });
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Payload() event: TicketClosedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { closed: event });
  }

  @EventPattern<string>('ticket.history-imported.v1')
  imported(@Payload() event: TicketHistoryImportedV1, @Ctx() context: EventContext): void {
    if (event.satisfaction != null) context.defer(this.#hear, { past: event });
  }

  /** Locks all tickets of the batch in one order first, so that two replicas cannot block each other. */
  readonly #hear = async (tx: Transaction, items: readonly Heard[]): Promise<void> => {
    await lockTickets(tx, items.map(ticketIdOf));
    for (const heard of items) {
      if ('dispatched' in heard) await this.#onDispatched(tx, heard.dispatched);
      else if ('closed' in heard) await this.#onClosed(tx, heard.closed);
      else await this.#onPast(tx, heard.past);
    }
  };

  async #onDispatched(tx: Transaction, event: TicketDispatchedV1): Promise<void> {
    const dispatch = { ticketId: event.ticketId, dispatchNo: event.dispatchNo, round: event.round, unit: event.lead };
    const closedAt = await rememberDispatch(tx, dispatch);
    if (event.supervisedGround == null) return;
    await this.orders.issueOnDispatch(tx, { ...dispatch, closed: closedAt !== null }, event.supervisedGround, instantOf(event.dispatchedAt), this.clock.now());
    if (closedAt !== null) await this.orders.liftOnClosing(tx, event.ticketId, event.dispatchNo, closedAt, this.clock.now());
  }

  async #onClosed(tx: Transaction, event: TicketClosedV1): Promise<void> {
    const { ticketId, dispatchNo, round, unit, supervised } = event;
    const closedAt = instantOf(event.closedAt);
    await rememberDispatch(tx, { ticketId, dispatchNo, round, unit, closedAt: event.closedAt });
    await this.orders.liftOnClosing(tx, ticketId, dispatchNo, closedAt, this.clock.now());
    await this.visits.planOnClosing(tx, { ticketId, dispatchNo, round, unit, closed: true, supervised, closedAt }, this.clock.now());
  }

  /** A past ticket has one dispatch; without a closing time nothing was asked of its petitioner. */
  async #onPast(tx: Transaction, event: TicketHistoryImportedV1): Promise<void> {
    const saidAt = event.closedAt ?? event.feedbackAt;
    if (event.satisfaction == null || saidAt == null || event.unit == null) return;
    const dispatch = { ticketId: event.ticketId, dispatchNo: 1, round: 1, unit: event.unit, closed: event.closedAt != null };
    const solved = event.solved ?? !event.satisfaction.includes('dissatisfied');
    await this.visits.recordPast(tx, dispatch, { solved, satisfaction: event.satisfaction, at: instantOf(saidAt) }, this.clock.now());
  }
}

function ticketIdOf(heard: Heard): string {
  if ('dispatched' in heard) return heard.dispatched.ticketId;
  return 'closed' in heard ? heard.closed.ticketId : heard.past.ticketId;
}
