import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketAnsweredV1, TicketAssistingAddedV1, TicketDispatchWithdrawnV1, TicketFeedbackGivenV1, TicketOpinionGivenV1, TicketRegisteredV1, TicketReturnDecidedV1 } from '@hotline/contracts';
import { instantOf, type Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { CandidateService } from '../accountability/candidate.service.js';
import { OrderService } from '../order/order.service.js';
import { rememberAssisting, type HeardOfAssisting } from './assisting.store.js';
import { dispatchesOf, LockedTickets, rememberAnswers, rememberDispatches, rememberPetitioners, rememberReleases, type HeardOfDispatch } from './ticket.store.js';

type Released = { readonly ticketId: string; readonly dispatchNo: number; readonly unit: string; readonly at: Instant };

/** Keeps what orders and accountability must know of a ticket; an accepted return or a withdrawal ends what rested on the dispatch. */
@Controller()
export class KeepFactsOnTicketEvents {
  constructor(
    private readonly orders: OrderService,
    private readonly candidates: CandidateService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() event: TicketRegisteredV1, @Ctx() context: EventContext): void {
    context.defer(rememberPetitioners, { ticketId: event.ticketId, petitionerKind: event.petitionerKind });
  }

  @EventPattern<string>('ticket.answered.v1')
  answered(@Payload() { ticketId, answeredAt }: TicketAnsweredV1, @Ctx() context: EventContext): void {
    context.defer(rememberAnswers, { ticketId, answeredAt: instantOf(answeredAt) });
  }

  @EventPattern<string>('ticket.feedback-given.v1')
  feedback(@Payload() { ticketId, dispatchNo, round, unit, feedbackAt }: TicketFeedbackGivenV1, @Ctx() context: EventContext): void {
    context.defer(this.#keepDispatches, { ticketId, dispatchNo, round, unit, feedbackAt: instantOf(feedbackAt) });
  }

  @EventPattern<string>('ticket.assisting-added.v1')
  assistingAdded(@Payload() { ticketId, dispatchNo, unit }: TicketAssistingAddedV1, @Ctx() context: EventContext): void {
    context.defer(this.#keepAssisting, { ticketId, dispatchNo, unit, named: true, opinionAt: null });
  }

  @EventPattern<string>('ticket.opinion-given.v1')
  opinionGiven(@Payload() { ticketId, dispatchNo, unit, givenAt }: TicketOpinionGivenV1, @Ctx() context: EventContext): void {
    context.defer(this.#keepAssisting, { ticketId, dispatchNo, unit, named: false, opinionAt: instantOf(givenAt) });
  }

  @EventPattern<string>('ticket.return-decided.v1')
  returnDecided(@Payload() { ticketId, dispatchNo, unit, accepted, decidedAt }: TicketReturnDecidedV1, @Ctx() context: EventContext): void {
    if (accepted) context.defer(this.#release, { ticketId, dispatchNo, unit, at: instantOf(decidedAt) });
  }

  @EventPattern<string>('ticket.dispatch-withdrawn.v1')
  withdrawn(@Payload() { ticketId, dispatchNo, withdrawnAt }: TicketDispatchWithdrawnV1, @Ctx() context: EventContext): void {
    context.defer(this.#release, { ticketId, dispatchNo, unit: '*', at: instantOf(withdrawnAt) });
  }

  readonly #keepDispatches = async (tx: Transaction, heard: readonly HeardOfDispatch[]): Promise<void> => {
    await rememberDispatches(tx, heard);
    await this.candidates.weighTickets(tx, heard.map(({ ticketId }) => ticketId), this.clock.now());
  };

  readonly #keepAssisting = async (tx: Transaction, heard: readonly HeardOfAssisting[]): Promise<void> => {
    await rememberAssisting(tx, heard);
    await this.candidates.weighTickets(tx, heard.map(({ ticketId }) => ticketId), this.clock.now());
  };

  readonly #release = async (tx: Transaction, heard: readonly Released[]): Promise<void> => {
    const now = this.clock.now();
    const tickets = await LockedTickets.of(tx, heard.map(({ ticketId }) => ticketId));
    await rememberReleases(tx, heard);
    const ids = heard.map(({ ticketId }) => ticketId);
    await this.orders.liftEnded(tx, tickets, await dispatchesOf(tx, ids), now);
    await tickets.save();
    await this.candidates.weighTickets(tx, ids, now);
  };
}
