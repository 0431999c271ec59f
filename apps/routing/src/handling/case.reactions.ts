import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ArchiveDisposedV1, PrefectureReturnDecidedV1, TicketAcceptedV1, TicketAnsweredV1, TicketCategoryChangedV1, TicketDeclinedV1, TicketHistoryImportedV1, TicketReworkOrderedV1 } from '@hotline/contracts';
import { history } from '@hotline/domain';
import { instantOf, type Instant } from '@hotline/domain/shared';
import { EventContext } from '@hotline/messaging';
import { CaseFacts } from './case.facts.js';
import type { StepCause } from './case.store.js';

/** An accepted ticket waits for dispatch (Art. 14). */
@Controller()
export class OpenCasesOnTicketAccepted {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('ticket.accepted.v1')
  accepted(@Payload() event: TicketAcceptedV1, @Ctx() context: EventContext): void {
    const { ticketId, category, petitionerKind, prefectureTransfer } = event;
    const times = { receivedAt: instantOf(event.receivedAt), acceptedAt: instantOf(event.acceptedAt) };
    const command = { type: 'OpenCase', ticketId, category, petitionerKind, prefectureTransfer, ...times } as const;
    context.defer(this.facts.apply, { ticketId, kind: 'fact', commands: [command], cause: causedBy('intake', context) });
  }
}

/** A ticket that the county answered itself is dispatched to nobody (Art. 18). */
@Controller()
export class EndCasesOnTicketAnswered {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('ticket.answered.v1')
  answered(@Payload() event: TicketAnsweredV1, @Ctx() context: EventContext): void {
    const command = { type: 'NoteAnswered', at: instantOf(event.answeredAt) } as const;
    context.defer(this.facts.apply, { ticketId: event.ticketId, kind: 'fact', commands: [command], cause: causedBy('intake', context) });
  }
}

/** A ticket that the county declined after its acceptance goes to nobody any more; of the others routing has no case (Art. 12). */
@Controller()
export class EndCasesOnTicketDeclined {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('ticket.declined.v1')
  declined(@Payload() event: TicketDeclinedV1, @Ctx() context: EventContext): void {
    if (!event.afterAcceptance) return;
    const command = { type: 'NoteDeclined', at: instantOf(event.declinedAt) } as const;
    context.defer(this.facts.apply, { ticketId: event.ticketId, kind: 'fact', commands: [command], cause: causedBy('intake', context) });
  }
}

/** The category that the county changed goes with every later dispatch (Art. 13). */
@Controller()
export class ChangeCategoryOnTicketCategoryChanged {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('ticket.category-changed.v1')
  changed(@Payload() event: TicketCategoryChangedV1, @Ctx() context: EventContext): void {
    const { ticketId, category, previous } = event;
    const command = { type: 'ChangeCategory', category, previous, at: instantOf(event.changedAt) } as const;
    context.defer(this.facts.apply, { ticketId, kind: 'fact', commands: [command], cause: causedBy('intake', context) });
  }
}

/** The prefecture said on its own platform whether it takes a ticket back (Art. 17(return)). */
@Controller()
export class DecideUpstreamReturnOnPrefectureReturnDecided {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('prefecture.return-decided.v1')
  decided(@Payload() event: PrefectureReturnDecidedV1, @Ctx() context: EventContext): void {
    // by the prefecture's clock, which may run ahead of ours: a decision that was told is no matter of the future
    const at = Math.min(instantOf(event.decidedAt), instantOf(context.event.time));
    const command = { type: 'DecideUpstreamReturn', accepted: event.accepted, at } as const;
    context.defer(this.facts.apply, { ticketId: event.ticketId, kind: 'fact', commands: [command], cause: causedBy('prefecture', context) });
  }
}

/** The words of a file that was disposed of go from here too (Art. 20). */
@Controller()
export class EraseWordsOnArchiveDisposed {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('archive.disposed.v1')
  disposed(@Payload() event: ArchiveDisposedV1, @Ctx() context: EventContext): void {
    const command = { type: 'DisposeCase', certificateNo: event.certificateNo, at: instantOf(event.disposedAt) } as const;
    context.defer(this.facts.apply, { ticketId: event.ticketId, kind: 'fact', commands: [command], cause: causedBy('supervision', context) });
  }
}

/** A dissatisfied petitioner's ticket goes to the same unit for a further round, or waits for dispatch where the county had answered itself (reading §3). */
@Controller()
export class ReworkCasesOnTicketReworkOrdered {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('ticket.rework-ordered.v1')
  ordered(@Payload() event: TicketReworkOrderedV1, @Ctx() context: EventContext): void {
    const { round, answeredAt } = event;
    const command = { type: 'OrderRework', round, at: instantOf(event.orderedAt), ...(answeredAt != null && { answeredAt: instantOf(answeredAt) }) } as const;
    context.defer(this.facts.apply, { ticketId: event.ticketId, kind: 'fact', commands: [command], cause: causedBy('supervision', context) });
  }
}

/** A past ticket takes its steps again, at their original times, through the decisions of a live one. */
@Controller()
export class ReplayHistoryOnTicketHistoryImported {
  constructor(private readonly facts: CaseFacts) {}

  @EventPattern<string>('ticket.history-imported.v1')
  imported(@Payload() event: TicketHistoryImportedV1, @Ctx() context: EventContext): void {
    const commands = history.historyHandlingCommands(stepsOf(event));
    context.defer(this.facts.apply, { ticketId: event.ticketId, kind: 'history', commands, cause: causedBy('history', context) });
  }
}

function causedBy(origin: 'intake' | 'supervision' | 'prefecture' | 'history', context: EventContext): StepCause {
  return { actor: { subject: origin, roles: ['service'] }, traceparent: context.event.traceparent };
}

function stepsOf(event: TicketHistoryImportedV1): history.HistorySteps {
  return {
    ticketId: event.ticketId,
    category: event.category,
    petitionerKind: event.petitionerKind,
    prefectureTransfer: event.prefectureTransfer,
    unit: event.unit ?? null,
    receivedAt: instantOf(event.receivedAt),
    dispatchedAt: momentOf(event.dispatchedAt),
    signedAt: momentOf(event.signedAt),
    contactedAt: momentOf(event.contactedAt),
    feedbackAt: momentOf(event.feedbackAt),
    closedAt: momentOf(event.closedAt),
    satisfaction: event.satisfaction ?? null,
    solved: event.solved ?? null,
  };
}

function momentOf(iso: string | null | undefined): Instant | null {
  return iso == null ? null : instantOf(iso);
}
