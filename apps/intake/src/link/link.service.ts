import { Inject, Injectable } from '@nestjs/common';
import { ticketLinkedV1, ticketPetitionerToldV1 } from '@hotline/contracts';
import { link } from '@hotline/domain';
import { isoOf, type CommandRequest, type ContactWay, type Outcome, type TicketLink } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { holdLinks, linksOf, lockToldLink, noteTold, readLinks, saveLinks } from './link.store.js';
import { tellWherePrimaryDeclined } from './primary-declined.js';
import type { LinkOutcome } from './link.view.js';

/** Links between tickets, always by a person's decision (Art. 17(2)). */
@Injectable()
export class LinkService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  link(request: CommandRequest, ticketId: string, expected: number | undefined, primaryId: string, kind: TicketLink): Promise<Outcome<LinkOutcome>> {
    return this.#decide(request, ticketId, expected, { type: 'LinkTicket', ticketId, primaryId, kind, at: request.at });
  }

  unlink(request: CommandRequest, ticketId: string, expected: number | undefined, reason: string): Promise<Outcome<LinkOutcome>> {
    return this.#decide(request, ticketId, expected, { type: 'UnlinkTicket', ticketId, reason, at: request.at });
  }

  /** Records that the petitioner of a linked ticket was told how the matter ended: merging loses nobody. */
  told(request: CommandRequest, ticketId: string, way: ContactWay): Promise<Outcome<LinkOutcome>> {
    return this.uow.command(request, async (tx) => {
      await holdLinks(tx);
      if (!(await versionsOf(tx, [ticketId])).has(ticketId)) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      const tie = await lockToldLink(tx, ticketId);
      if (!tie) return { ok: false, refusal: { slug: 'not-linked' } };
      if (tie.toldAt !== null) return { ok: false, refusal: { slug: 'already-told', values: { toldAt: tie.toldAt } } };
      if (!tie.ended) return { ok: false, refusal: { slug: 'matter-still-open' } };
      const version = await noteTold(tx, ticketId, way, isoOf(request.at));
      tx.emit(ticketPetitionerToldV1, { subject: ticketId, version, at: request.at }, { ticketId, toldAt: isoOf(request.at) });
      tx.audit(request, 'TellLinkedPetitioner', ticketId, { way });
      return outcomeOf(tx, ticketId);
    });
  }

  #decide(request: CommandRequest, ticketId: string, expected: number | undefined, command: link.LinkCommand): Promise<Outcome<LinkOutcome>> {
    return this.uow.command(request, async (tx) => {
      await holdLinks(tx);
      const primary = command.type === 'LinkTicket' ? [command.primaryId] : [];
      const versions = await versionsOf(tx, [ticketId, ...primary]);
      if (!versions.has(ticketId)) return { ok: false, refusal: { slug: 'no-such-ticket' } };
      if (primary.some((id) => !versions.has(id))) return { ok: false, refusal: { slug: 'primary-unknown', field: 'primaryTicketId' } };
      requireVersion(expected, versions.get(ticketId) ?? 0);
      const decision = link.decide(await readLinks(tx, [ticketId, ...primary]), command);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      tell(tx, decision.events, await saveLinks(tx, decision.events));
      const tied = decision.events.filter(({ type }) => type === 'TicketLinked');
      for (const main of new Set(tied.map(({ primaryId }) => primaryId))) await tellWherePrimaryDeclined(tx, main, request.at, tied.map((event) => event.ticketId));
      // the reason of an undoing may name people: it stays with the links
      tx.audit(request, command.type, ticketId, command.type === 'LinkTicket' ? { primaryId: command.primaryId, link: command.kind } : {});
      return outcomeOf(tx, ticketId);
    });
  }
}

function tell(tx: Transaction, events: readonly link.LinkEvent[], versions: ReadonlyMap<string, number>): void {
  for (const { type, ticketId, primaryId, kind, at } of events) {
    const about = { subject: ticketId, version: versions.get(ticketId) ?? 0, at };
    tx.emit(ticketLinkedV1, about, { ticketId, primaryTicketId: primaryId, link: kind, linkedAt: isoOf(at), ...(type === 'TicketUnlinked' && { undone: true }) });
  }
}

async function versionsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.sql<{ id: string; version: number }>(`select id, version from ticket where id = any($1::uuid[])`, [ids]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

async function outcomeOf(tx: Transaction, ticketId: string): Promise<Outcome<LinkOutcome>> {
  const version = (await versionsOf(tx, [ticketId])).get(ticketId) ?? 0;
  return { ok: true, value: { ticketId, version, ...(await linksOf(tx, ticketId, { kind: 'all' })) } };
}
