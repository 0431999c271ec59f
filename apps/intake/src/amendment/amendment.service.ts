import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ticketContactLeftV1, ticketCorrectedV1, ticketSupplementedV1 } from '@hotline/contracts';
import { instantOf, isoOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { BlindIndex } from '../identity/blind-index.js';
import { IdentityStore } from '../identity/identity.store.js';
import { canBeContacted } from '../identity/petitioner-identity.js';
import { readSummary } from '../ticket/ticket.store.js';
import type { TicketSummary } from '../ticket/ticket.view.js';
import type { CorrectTicketBody, PetitionerCorrectionBody, SupplementTicketBody } from './amendment.dto.js';
import { lockAmendable, raiseVersion, saveCorrection, saveSupplement, supplementsOf, type Amendable } from './amendment.store.js';
import type { CorrectedField } from './amendment.view.js';

/** Whoever has more to say than a hundred times has another matter. */
const MOST_SUPPLEMENTS = 100;
const FIELDS = ['subject', 'townCode', 'place', 'title'] as const;

/** Puts right what was taken down wrongly, and adds what the petitioner says later; nothing that was written is lost by it (Art. 2, 10, 13). */
@Injectable()
export class AmendmentService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(IdentityStore) private readonly identities: IdentityStore,
    @Inject(BlindIndex) private readonly index: BlindIndex,
  ) {}

  correct(request: CommandRequest, ticketId: string, expected: number | undefined, { reason, ...body }: CorrectTicketBody): Promise<Outcome<TicketSummary>> {
    return this.#amend(request, ticketId, expected, async (tx, ticket) => {
      const changes = changesOf(ticket, body);
      if (changes.length === 0) return { ok: false, refusal: { slug: 'nothing-to-correct' } };
      const { version, subject, townCode } = await saveCorrection(tx, { ticketId, correctionId: newId(), changes, reason, at: isoOf(request.at) });
      tx.emit(ticketCorrectedV1, { subject: ticketId, version, at: request.at }, { ticketId, subject, townCode, correctedAt: isoOf(request.at) });
      tx.audit(request, 'CorrectTicket', ticketId, { fields: changes.map(({ field }) => field) });
      return { ok: true, value: await readSummary(tx, ticketId) };
    });
  }

  supplement(request: CommandRequest, ticketId: string, expected: number | undefined, { text, receivedAt }: SupplementTicketBody): Promise<Outcome<TicketSummary & { readonly supplementId: string }>> {
    return this.#amend(request, ticketId, expected, async (tx, ticket) => {
      const at = receivedAt === undefined ? request.at : instantOf(receivedAt);
      if (at > request.at) return { ok: false, refusal: { slug: 'received-in-the-future', field: 'receivedAt' } };
      if (at < ticket.receivedAt) return { ok: false, refusal: { slug: 'received-before-the-ticket', field: 'receivedAt' } };
      if ((await supplementsOf(tx, ticketId)).length >= MOST_SUPPLEMENTS) return { ok: false, refusal: { slug: 'too-many-supplements' } };
      const supplementId = newId();
      await saveSupplement(tx, ticketId, { supplementId, text, receivedAt: isoOf(at), recordedAt: isoOf(request.at) });
      const version = await raiseVersion(tx, ticketId);
      tx.emit(ticketSupplementedV1, { subject: ticketId, version, at: request.at }, { ticketId, supplementId, receivedAt: isoOf(at) });
      tx.audit(request, 'SupplementTicket', ticketId, { supplementId });
      return { ok: true, value: { ...(await readSummary(tx, ticketId)), supplementId } };
    });
  }

  /** What was known before stays sealed beside the new, and the petitioner is still known again by it; that whoever could not be contacted now can is told (Art. 17). */
  correctPetitioner(request: CommandRequest, ticketId: string, expected: number | undefined, body: PetitionerCorrectionBody): Promise<Outcome<TicketSummary>> {
    return this.#amend(request, ticketId, expected, async (tx) => {
      const known = (await this.identities.find(tx, ticketId)) ?? { name: null, contact: null, idNumber: null };
      const identity = { ...known, name: body.name ?? known.name, contact: body.contact ?? known.contact, idNumber: body.idNumber ?? known.idNumber };
      if (identity.name === known.name && identity.contact === known.contact && identity.idNumber === known.idNumber) return { ok: false, refusal: { slug: 'nothing-to-correct' } };
      await this.identities.replace(tx, ticketId, identity);
      await this.identities.knowAgain(tx, ticketId, this.index.of(identity));
      const version = await raiseVersion(tx, ticketId);
      if (!canBeContacted(known) && canBeContacted(identity)) tx.emit(ticketContactLeftV1, { subject: ticketId, version, at: request.at }, { ticketId, leftAt: isoOf(request.at) });
      tx.audit(request, 'CorrectPetitioner', ticketId, { fields: Object.keys(body).filter((name) => body[name as keyof PetitionerCorrectionBody] !== undefined) });
      return { ok: true, value: await readSummary(tx, ticketId) };
    });
  }

  #amend<Value>(request: CommandRequest, ticketId: string, expected: number | undefined, work: (tx: Transaction, ticket: Amendable) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    return this.uow.command(request, async (tx) => {
      const ticket = await lockAmendable(tx, ticketId);
      if (!ticket) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (ticket.disposed) return { ok: false, refusal: { slug: 'ticket-disposed', values: { number: ticket.number } } };
      requireVersion(expected, ticket.version);
      return work(tx, ticket);
    });
  }
}

function changesOf(ticket: Amendable, body: Omit<CorrectTicketBody, 'reason'>): CorrectedField[] {
  return FIELDS.flatMap((field) => {
    const is = body[field];
    return is === undefined || is === ticket[field] ? [] : [{ field, was: ticket[field], is }];
  });
}
