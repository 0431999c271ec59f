import { accept, isBlank, refuse, type Decision } from '../shared/index.js';
import type { GroupMember, LinkCommand, LinkEvent, LinkRefusal, Links, LinkTicket, PassedOver } from './link.js';

/** Ties tickets by a person's decision: never to itself, never in a circle, and always straight to the primary (Art. 17(2)). */
export function decide(links: Links, command: LinkCommand): Decision<LinkEvent, LinkRefusal> {
  switch (command.type) {
    case 'LinkTicket':
      return link(links, command);
    case 'UnlinkTicket': {
      const { ticketId, reason, at } = command;
      const tie = links.find((each) => each.ticketId === ticketId);
      if (!tie) return refuse('not-linked');
      return isBlank(reason) ? refuse('unlink-reason-missing', { field: 'reason' }) : accept({ type: 'TicketUnlinked', ...tie, reason, at });
    }
  }
}

/** What hangs on the ticket moves to the primary with it. */
function link(links: Links, { ticketId, primaryId: asked, kind, at }: LinkTicket): Decision<LinkEvent, LinkRefusal> {
  const primaryId = primaryOf(links, asked);
  if (ticketId === asked || ticketId === primaryId) return refuse('linked-to-itself', { field: 'primaryTicketId' });
  if (links.some((tie) => tie.ticketId === ticketId)) return refuse('already-linked');
  const hanging = links.filter((tie) => tie.primaryId === ticketId);
  return accept({ type: 'TicketLinked', ticketId, primaryId, kind, at }, ...hanging.map((tie): LinkEvent => ({ type: 'TicketLinked', ticketId: tie.ticketId, primaryId, kind: tie.kind, at })));
}

export function primaryOf(links: Links, ticketId: string): string {
  return links.find((tie) => tie.ticketId === ticketId)?.primaryId ?? ticketId;
}

export function evolve(links: Links, event: LinkEvent): Links {
  const others = links.filter(({ ticketId }) => ticketId !== event.ticketId);
  switch (event.type) {
    case 'TicketLinked':
      return [...others, { ticketId: event.ticketId, primaryId: event.primaryId, kind: event.kind }];
    case 'TicketUnlinked':
      return others;
  }
}

/** Why the one answer of the county does not reach a ticket of the group; undefined when it does: suggestions and help requests that nobody has answered or handles (Art. 17(2)). */
export function passedOver({ category, status, dispatched }: GroupMember): PassedOver | undefined {
  if (status === 'answered' || status === 'declined' || status === 'closed' || status === 'returned-upstream') return 'ended';
  if (dispatched || status === 'dispatched') return 'with-a-unit';
  return category === 'suggestion' || category === 'help' ? undefined : 'other-category';
}
