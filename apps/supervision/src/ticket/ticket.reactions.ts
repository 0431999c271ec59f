import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketClosedV1, TicketDispatchedV1, TicketHistoryImportedV1 } from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { CandidateService } from '../accountability/candidate.service.js';
import { OrderService } from '../order/order.service.js';
import { VisitService } from '../visit/visit.service.js';
import { rememberAssisting, type HeardOfAssisting } from './assisting.store.js';
import { LockedTickets, rememberDispatches, rememberImported, rememberPetitioners, type HeardOfDispatch } from './ticket.store.js';

type Heard = { readonly dispatched: TicketDispatchedV1 } | { readonly closed: TicketClosedV1 } | { readonly past: TicketHistoryImportedV1 };

/** Issues, lifts and draws when a ticket is dispatched, closed or imported; in whatever order that is told. */
@Controller()
export class SuperviseOnTicketEvents {
  constructor(
    private readonly orders: OrderService,
    private readonly visits: VisitService,
    private readonly candidates: CandidateService,
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
    context.defer(rememberPetitioners, { ticketId: event.ticketId, petitionerKind: event.petitionerKind });
    context.defer(this.#markImported, event.ticketId);
    if (event.satisfaction != null) context.defer(this.#hear, { past: event });
  }

  readonly #markImported = async (tx: Transaction, ticketIds: readonly string[]): Promise<void> => {
    await rememberImported(tx, ticketIds);
    await this.candidates.weighTickets(tx, ticketIds, this.clock.now());
  };

  /** The whole batch under one set of locks; what closes a dispatch is known before anything is decided about it. */
  readonly #hear = async (tx: Transaction, items: readonly Heard[]): Promise<void> => {
    const now = this.clock.now();
    const tickets = await LockedTickets.of(tx, items.map(ticketIdOf));
    const told = items.flatMap(dispatchIn);
    const known = new Map((await rememberDispatches(tx, told)).map((dispatch) => [keyOf(dispatch), dispatch]));
    for (const heard of items)
      if ('dispatched' in heard) {
        const dispatch = known.get(keyOf(heard.dispatched));
        const told = { ground: heard.dispatched.supervisedGround ?? null, inherited: heard.dispatched.groundInherited === true };
        if (dispatch) await this.orders.issueOnDispatch(tx, tickets, dispatch, told, instantOf(heard.dispatched.dispatchedAt), now);
      }
    await rememberAssisting(tx, items.flatMap(assistingIn));
    await this.orders.liftEnded(tx, tickets, [...known.values()], now);
    const closed = items.flatMap((heard) => ('closed' in heard ? [heard.closed] : []));
    const closings = closed.map((each) => ({ ...each, supervised: known.get(keyOf(each))?.supervised ?? each.supervised, closedAt: instantOf(each.closedAt) }));
    await this.visits.planOnClosing(tx, tickets, closings, now);
    const past = items.flatMap((heard) => ('past' in heard ? [heard.past] : []));
    if (past.length > 0) await this.visits.recordPast(tx, tickets, past, now);
    await tickets.save();
    await this.candidates.weighTickets(tx, told.map(({ ticketId }) => ticketId), now);
  };
}

function ticketIdOf(heard: Heard): string {
  if ('dispatched' in heard) return heard.dispatched.ticketId;
  return 'closed' in heard ? heard.closed.ticketId : heard.past.ticketId;
}

function dispatchIn(heard: Heard): HeardOfDispatch[] {
  if ('dispatched' in heard) {
    const { ticketId, dispatchNo, round, lead, mode, dispatchedAt } = heard.dispatched;
    return [{ ticketId, dispatchNo, round, unit: lead, mode, dispatchedAt: instantOf(dispatchedAt) }];
  }
  if (!('closed' in heard)) return [];
  const { ticketId, dispatchNo, round, unit, supervised, closedAt } = heard.closed;
  return [{ ticketId, dispatchNo, round, unit, supervised, closedAt: instantOf(closedAt) }];
}

function assistingIn(heard: Heard): HeardOfAssisting[] {
  if (!('dispatched' in heard)) return [];
  const { ticketId, dispatchNo, assisting } = heard.dispatched;
  return assisting.map((unit) => ({ ticketId, dispatchNo, unit, named: true, opinionAt: null }));
}

function keyOf({ ticketId, dispatchNo }: { readonly ticketId: string; readonly dispatchNo: number }): string {
  return `${ticketId}:${dispatchNo}`;
}
