import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ticket } from '@hotline/domain';
import { instantOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { currentTraceparent } from '@hotline/observability';
import { GroupedCommands } from '@hotline/persistence';
import { isAnonymous, type PetitionerIdentity } from '../identity/petitioner-identity.js';
import type { TicketSummary } from '../ticket/ticket.view.js';
import { RegistrationBatch } from './registration.batch.js';
import type { PetitionerBody, RegisterTicketBody } from './registration.dto.js';
import type { Registration } from './registration.js';

/**
 * Registers tickets (Art. 2), many requests a transaction: at most two batches are under way, what arrives meanwhile joins the next.
 * A commit per request would wait for the disk some 600 times a second at most.
 */
@Injectable()
export class RegistrationService {
  readonly #commit: GroupedCommands<Registration, TicketSummary>;

  constructor(@Inject(RegistrationBatch) batch: RegistrationBatch) {
    this.#commit = new GroupedCommands((registrations) => batch.write(registrations));
  }

  async register(request: CommandRequest, body: RegisterTicketBody): Promise<Outcome<TicketSummary>> {
    const refusal = channelRefusal(request, body);
    if (refusal) return refusal;
    const decision = ticket.decide(ticket.initial, commandOf(request, body), { now: request.at });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const [event] = decision.events;
    if (event?.type !== 'TicketRegistered') throw new Error('a registration registers');
    return this.#commit.submit(registrationOf(request, body, event));
  }
}

/** The prefecture may send tickets down, nothing else. */
function channelRefusal({ actor }: CommandRequest, { channel }: RegisterTicketBody): Outcome<never> | undefined {
  if (channel === 'prefecture' || actor.roles.includes('operator')) return undefined;
  return { ok: false, refusal: { slug: 'channel-not-for-the-prefecture', field: 'channel' } };
}

function commandOf(request: CommandRequest, body: RegisterTicketBody): ticket.RegisterTicket {
  return {
    type: 'RegisterTicket',
    ticketId: newId(),
    number: '',
    channel: body.channel,
    petitionerKind: body.petitionerKind,
    category: body.category,
    subject: body.subject ?? null,
    townCode: body.townCode ?? null,
    place: body.place ?? null,
    title: body.title,
    text: body.text,
    receivedAt: body.receivedAt === undefined ? request.at : instantOf(body.receivedAt),
    source: body.source ?? null,
    externalId: body.externalId ?? null,
    prefectureNumber: body.prefectureNumber ?? null,
    at: request.at,
  };
}

function registrationOf(request: CommandRequest, body: RegisterTicketBody, event: ticket.TicketRegistered): Registration {
  return {
    request,
    event,
    words: { title: body.title, text: body.text, place: body.place ?? null },
    identity: identityOf(body.petitioner),
    confidential: body.petitioner?.secret ?? false,
    traceparent: currentTraceparent(),
  };
}

function identityOf(petitioner: PetitionerBody | undefined): PetitionerIdentity | null {
  const { name = null, contact = null, idNumber = null } = petitioner ?? {};
  const identity = { name, contact, idNumber };
  return isAnonymous(identity) ? null : identity;
}
