import { Inject, Injectable } from '@nestjs/common';
import { ticket, type policy } from '@hotline/domain';
import { localDateOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { currentTraceparent } from '@hotline/observability';
import { GroupedCommands } from '@hotline/persistence';
import { BlindIndex } from '../identity/blind-index.js';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import type { RegisteredTicket } from '../ticket/ticket.view.js';
import { RegistrationBatch } from './registration.batch.js';
import type { RegisterTicketBody } from './registration.dto.js';
import { commandOf, identityOf, recordsOf } from './registration-of-body.js';
import type { Registration } from './registration.js';

/**
 * Registers tickets (Art. 2), many requests a transaction: at most two batches are under way, what arrives meanwhile joins the next.
 * A commit per request would wait for the disk some 600 times a second at most.
 */
@Injectable()
export class RegistrationService {
  readonly #commit: GroupedCommands<Registration, RegisteredTicket>;

  constructor(
    @Inject(RegistrationBatch) batch: RegistrationBatch,
    @Inject(BlindIndex) private readonly index: BlindIndex,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
  ) {
    this.#commit = new GroupedCommands((registrations) => batch.write(registrations));
  }

  async register(request: CommandRequest, body: RegisterTicketBody): Promise<Outcome<RegisteredTicket>> {
    const refusal = channelRefusal(request, body);
    if (refusal) return refusal;
    const { recipients } = this.policies.policyAt(localDateOf(request.at)).emergency;
    const decision = ticket.decide(ticket.initial, commandOf(request, body), { now: request.at, recipients });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    return this.#commit.submit(this.#registration(request, body, decision.events));
  }

  #registration(request: CommandRequest, body: RegisterTicketBody, [event, report]: readonly ticket.TicketEvent[]): Registration {
    if (event?.type !== 'TicketRegistered') throw new Error('a registration registers');
    const identity = identityOf(body);
    return {
      request,
      event,
      report: report?.type === 'TicketEscalated' ? report : null,
      words: { title: body.title, text: body.text, place: body.place ?? null },
      identity,
      blinds: this.index.of(identity),
      candidates: event.prefectureTransfer ? [] : this.index.candidates(identity),
      particulars: recordsOf(body),
      prefectureDueOn: body.prefectureDueOn ?? null,
      confidential: body.petitioner?.secret ?? false,
      traceparent: currentTraceparent(),
    };
  }
}

/** The prefecture may send tickets down, nothing else. */
function channelRefusal({ actor }: CommandRequest, { channel }: RegisterTicketBody): Outcome<never> | undefined {
  if (channel === 'prefecture' || actor.roles.includes('operator')) return undefined;
  return { ok: false, refusal: { slug: 'channel-not-for-the-prefecture', field: 'channel' } };
}
