import type { ticket } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import type { PetitionerIdentity } from '../identity/petitioner-identity.js';
import type { TicketDraft } from '../ticket/ticket-draft.js';
import type { RegisteredTicket } from '../ticket/ticket.view.js';

/** A registration that was decided and waits for its batch. */
export interface Registration {
  readonly request: CommandRequest;
  /** Without a number: that is given last, so that a refused registration uses none up. */
  readonly event: ticket.TicketRegistered;
  /** The report to the emergency office that goes with it (Art. 4). */
  readonly report: ticket.TicketEscalated | null;
  readonly words: TicketDraft['words'];
  readonly identity: PetitionerIdentity | null;
  readonly blinds: readonly Buffer[];
  /** By what a block would know the petitioner; none for what the prefecture sends down, which is never turned away. */
  readonly candidates: readonly Buffer[];
  readonly particulars: Readonly<Record<string, string>>;
  readonly prefectureDueOn: string | null;
  readonly confidential: boolean;
  /** W3C trace context of the request; the batch runs in that of whoever came first. */
  readonly traceparent: string | undefined;
}

/** The summary that a registration answers; everything else of a new ticket follows from it. */
export function summaryOf(event: ticket.TicketRegistered, { confidential, report }: Pick<Registration, 'confidential' | 'report'>): RegisteredTicket {
  return {
    id: event.ticketId,
    number: event.number,
    version: report ? 2 : 1,
    status: 'registered',
    channel: event.channel,
    petitionerKind: event.petitionerKind,
    category: event.category,
    subject: event.subject,
    townCode: event.townCode,
    receivedAt: isoOf(event.receivedAt),
    registeredAt: isoOf(event.at),
    dispatchedAt: null,
    source: event.source,
    externalId: event.externalId,
    prefectureNumber: event.prefectureNumber,
    confidential,
    ...(report && { escalationId: report.escalationId }),
  };
}
