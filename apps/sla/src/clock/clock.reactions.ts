import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  TicketAcceptedV1,
  TicketAnsweredV1,
  TicketAssistingAddedV1,
  TicketCategoryChangedV1,
  TicketClosedV1,
  TicketContactedV1,
  TicketContactLeftV1,
  TicketDeclinedV1,
  TicketDispatchedV1,
  TicketDispatchWithdrawnV1,
  TicketEscalatedV1,
  TicketEscalationAcknowledgedV1,
  TicketFeedbackGivenV1,
  TicketLinkedV1,
  TicketOnSiteCheckDeclaredV1,
  TicketOpinionGivenV1,
  TicketPetitionerToldV1,
  TicketPrimaryDeclinedV1,
  TicketRegisteredV1,
  TicketResultEnteredV1,
  TicketReturnAskedV1,
  TicketReturnDecidedV1,
  TicketReworkAwaitsDispatchV1,
  TicketSignedV1,
  TicketSupervisionLiftedV1,
  TicketSupervisionOrderedV1,
  TicketUpstreamReturnAskedV1,
  TicketUpstreamReturnDecidedV1,
} from '@hotline/contracts';
import type { clock as clocks } from '@hotline/domain';
import { instantOf } from '@hotline/domain/shared';
import { EventContext } from '@hotline/messaging';
import { keepNumbers } from '../ticket/ticket-number.store.js';
import { ClockKeeper } from './clock-keeper.js';

/** Every event of a ticket is a fact on its timeline; which clocks start, stop or fall away follows from all facts together. */
@Controller()
export class RunClocksOnTicketEvents {
  constructor(private readonly keeper: ClockKeeper) {}

  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() event: TicketRegisteredV1, @Ctx() context: EventContext): void {
    const { channel, category } = event;
    const anonymous = event.contactable === false && ({ contactable: false } as const);
    const wanted = event.prefectureDueOn != null && { prefectureDueOn: event.prefectureDueOn };
    context.defer(keepNumbers, event);
    this.#learn(context, event, { type: 'registered', channel, category, prefectureTransfer: channel === 'prefecture', receivedAt: instantOf(event.receivedAt), ...anonymous, ...wanted });
  }

  @EventPattern<string>('ticket.accepted.v1')
  accepted(@Payload() event: TicketAcceptedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'accepted', at: instantOf(event.acceptedAt) });
  }

  @EventPattern<string>('ticket.declined.v1')
  declined(@Payload() event: TicketDeclinedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'declined', at: instantOf(event.declinedAt) });
  }

  @EventPattern<string>('ticket.answered.v1')
  answered(@Payload() event: TicketAnsweredV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'answered', at: instantOf(event.answeredAt) });
  }

  @EventPattern<string>('ticket.linked.v1')
  linked(@Payload() event: TicketLinkedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: event.undone ? 'unlinked' : 'linked', link: event.link, at: instantOf(event.linkedAt) });
  }

  @EventPattern<string>('ticket.primary-declined.v1')
  primaryDeclined(@Payload() event: TicketPrimaryDeclinedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'primary-declined', at: instantOf(event.awaitsSince) });
  }

  @EventPattern<string>('ticket.petitioner-told.v1')
  petitionerTold(@Payload() event: TicketPetitionerToldV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'petitioner-told', at: instantOf(event.toldAt) });
  }

  @EventPattern<string>('ticket.escalated.v1')
  escalated(@Payload() event: TicketEscalatedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'escalated', escalationId: event.escalationId, at: instantOf(event.escalatedAt) });
  }

  @EventPattern<string>('ticket.escalation-acknowledged.v1')
  acknowledged(@Payload() event: TicketEscalationAcknowledgedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'escalation-acknowledged', escalationId: event.escalationId, at: instantOf(event.acknowledgedAt) });
  }

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() event: TicketDispatchedV1, @Ctx() context: EventContext): void {
    const { dispatchNo, round, category, mode, lead, assisting, policy, prefectureTransfer, ruling } = event;
    this.#learn(context, event, { type: 'dispatched', dispatchNo, round, category, mode, lead, assisting, policy, prefectureTransfer, ruling, at: instantOf(event.dispatchedAt) });
  }

  @EventPattern<string>('ticket.dispatch-withdrawn.v1')
  dispatchWithdrawn(@Payload() event: TicketDispatchWithdrawnV1, @Ctx() context: EventContext): void {
    const { dispatchNo, reason } = event;
    const why = reason == null || reason === 'answered' ? {} : { reason }; // absent as ever: facts are stored as they are
    this.#learn(context, event, { type: 'dispatch-withdrawn', dispatchNo, ...why, at: instantOf(event.withdrawnAt) });
  }

  @EventPattern<string>('ticket.assisting-added.v1')
  assistingAdded(@Payload() event: TicketAssistingAddedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'assisting-added', dispatchNo: event.dispatchNo, unit: event.unit, at: instantOf(event.addedAt) });
  }

  @EventPattern<string>('ticket.category-changed.v1')
  categoryChanged(@Payload() event: TicketCategoryChangedV1, @Ctx() context: EventContext): void {
    const { category, previous } = event;
    this.#learn(context, event, { type: 'category-changed', category, previous, at: instantOf(event.changedAt) });
  }

  @EventPattern<string>('ticket.signed.v1')
  signed(@Payload() event: TicketSignedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'signed', dispatchNo: event.dispatchNo, unit: event.unit, at: instantOf(event.signedAt) });
  }

  @EventPattern<string>('ticket.contacted.v1')
  contacted(@Payload() event: TicketContactedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'contacted', dispatchNo: event.dispatchNo, at: instantOf(event.contactedAt) });
  }

  @EventPattern<string>('ticket.contact-left.v1')
  contactLeft(@Payload() event: TicketContactLeftV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'contact-left', at: instantOf(event.leftAt) });
  }

  @EventPattern<string>('ticket.opinion-given.v1')
  opinionGiven(@Payload() event: TicketOpinionGivenV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'opinion-given', dispatchNo: event.dispatchNo, unit: event.unit, at: instantOf(event.givenAt) });
  }

  @EventPattern<string>('ticket.on-site-check-declared.v1')
  onSiteCheckDeclared(@Payload() event: TicketOnSiteCheckDeclaredV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'on-site-check-declared', dispatchNo: event.dispatchNo, unit: event.unit, at: instantOf(event.declaredAt) });
  }

  @EventPattern<string>('ticket.return-asked.v1')
  returnAsked(@Payload() event: TicketReturnAskedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'return-asked', dispatchNo: event.dispatchNo, unit: event.unit, at: instantOf(event.askedAt) });
  }

  @EventPattern<string>('ticket.return-decided.v1')
  returnDecided(@Payload() event: TicketReturnDecidedV1, @Ctx() context: EventContext): void {
    const { dispatchNo, unit, accepted } = event;
    this.#learn(context, event, { type: 'return-decided', dispatchNo, unit, accepted, at: instantOf(event.decidedAt) });
  }

  @EventPattern<string>('ticket.result-entered.v1')
  resultEntered(@Payload() event: TicketResultEnteredV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'result-entered', dispatchNo: event.dispatchNo, at: instantOf(event.enteredAt) });
  }

  @EventPattern<string>('ticket.feedback-given.v1')
  feedbackGiven(@Payload() event: TicketFeedbackGivenV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'feedback-given', dispatchNo: event.dispatchNo, at: instantOf(event.feedbackAt) });
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Payload() event: TicketClosedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'closed', dispatchNo: event.dispatchNo, at: instantOf(event.closedAt) });
  }

  @EventPattern<string>('ticket.rework-awaits-dispatch.v1')
  reworkAwaitsDispatch(@Payload() event: TicketReworkAwaitsDispatchV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'rework-awaits-dispatch', round: event.round, at: instantOf(event.awaitsSince) });
  }

  @EventPattern<string>('ticket.upstream-return-asked.v1')
  upstreamReturnAsked(@Payload() event: TicketUpstreamReturnAskedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'upstream-return-asked', at: instantOf(event.askedAt) });
  }

  @EventPattern<string>('ticket.upstream-return-decided.v1')
  upstreamReturnDecided(@Payload() event: TicketUpstreamReturnDecidedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'upstream-return-decided', accepted: event.accepted, at: instantOf(event.decidedAt) });
  }

  @EventPattern<string>('ticket.supervision-ordered.v1')
  supervisionOrdered(@Payload() event: TicketSupervisionOrderedV1, @Ctx() context: EventContext): void {
    const { orderNo, dispatchNo, unit } = event;
    this.#learn(context, event, { type: 'supervision-ordered', orderNo, dispatchNo, unit, workingDays: event.workingDays ?? null, at: instantOf(event.orderedAt) });
  }

  @EventPattern<string>('ticket.supervision-lifted.v1')
  supervisionLifted(@Payload() event: TicketSupervisionLiftedV1, @Ctx() context: EventContext): void {
    this.#learn(context, event, { type: 'supervision-lifted', orderNo: event.orderNo, at: instantOf(event.liftedAt) });
  }

  #learn(context: EventContext, event: { readonly ticketId: string }, fact: clocks.TicketFact): void {
    context.defer(this.keeper.reconcile, { ticketId: event.ticketId.toLowerCase(), fact, traceparent: context.event.traceparent });
  }
}
