import type { ticket } from '@hotline/domain';
import { isoOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import type { PetitionerIdentity } from '../identity/petitioner-identity.js';
import type { TicketDraft } from '../ticket/ticket-draft.js';
import type { TicketSummary } from '../ticket/ticket.view.js';

/** A registration that was decided and waits for its batch. */
export interface Registration {
  readonly request: CommandRequest;
  /** Without a number: that is given last, so that a refused registration uses none up. */
  readonly event: ticket.TicketRegistered;
  readonly words: TicketDraft['words'];
  readonly identity: PetitionerIdentity | null;
  readonly confidential: boolean;
  /** W3C trace context of the request; the batch runs in that of whoever came first. */
  readonly traceparent: string | undefined;
}

/** `again`: its Idempotency-Key was held by another request that came to nothing, so it must run by itself. */
export type Registered = Outcome<TicketSummary> | 'again';

/** Parts a batch into those to be written and those that repeat an earlier key of the same batch, by index of their leader. */
export function withoutRepetitions(batch: readonly Registration[]): { readonly leaders: readonly Registration[]; readonly leaderOf: readonly number[] } {
  const leaders: Registration[] = [];
  const leaderByKey = new Map<string, number>();
  const leaderOf = batch.map((registration) => {
    const { actor, idempotencyKey } = registration.request;
    const key = idempotencyKey === undefined ? undefined : JSON.stringify([actor.subject, idempotencyKey]);
    const known = key === undefined ? undefined : leaderByKey.get(key);
    if (known !== undefined) return known;
    const index = leaders.push(registration) - 1;
    if (key !== undefined) leaderByKey.set(key, index);
    return index;
  });
  return { leaders, leaderOf };
}

/** What a registration is answered whose key another one of the batch, its leader, has used. */
export function repetitionOf(leader: Registration, outcome: Registered, registration: Registration): Registered {
  if (registration.request.fingerprint === leader.request.fingerprint) return outcome;
  if (outcome === 'again' || !outcome.ok) return 'again';
  return { ok: false, refusal: { slug: 'idempotency-key-reused', field: 'Idempotency-Key' } };
}

/** The summary that a registration answers; everything else of a new ticket follows from it. */
export function summaryOf(event: ticket.TicketRegistered, confidential: boolean): TicketSummary {
  return {
    id: event.ticketId,
    number: event.number,
    version: 1,
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
  };
}
