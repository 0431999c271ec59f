import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@hotline/auth';
import { decodeCursor, page, ProblemException, type PageQuery } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { sightOf, withinScope } from '../ticket/ticket-sight.js';
import type { TopicQuery } from './topic.dto.js';
import type { TopicList, TopicTicketList, TopicTicketView, TopicView } from './topic.view.js';

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `id, version, label, subject, town_code as "townCode", tickets, ${moment('first_received_at')} as "firstReceivedAt", ${moment('last_received_at')} as "lastReceivedAt", ${moment('found_at')} as "foundAt"`;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Hot topics and the tickets behind them, those in the caller's sight. */
@Injectable()
export class TopicReading {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  /** The topics with the latest tickets first. */
  list({ limit, cursor, townCode, since }: TopicQuery): Promise<TopicList> {
    const [at = null, id = null] = after(cursor) ?? [];
    return this.uow.read(async (tx) => {
      const topics = await tx.sql<TopicView>(
        `select ${COLUMNS} from topic where ($1::text is null or town_code = $1) and ($2::timestamptz is null or last_received_at >= $2)
           and ($3::timestamptz is null or (last_received_at, id) < ($3, $4::uuid)) order by last_received_at desc, id desc limit $5`,
        [townCode ?? null, since ?? null, at, id, limit + 1],
      );
      return page(topics, limit, (each) => [each.lastReceivedAt, each.id]);
    });
  }

  one(id: string): Promise<TopicView> {
    return this.uow.read(async (tx) => {
      const [found] = await tx.sql<TopicView>(`select ${COLUMNS} from topic where id = $1`, [id]);
      if (!found) throw ProblemException.of('not-found');
      return found;
    });
  }

  async tickets(caller: Principal, topicId: string, { limit, cursor }: PageQuery): Promise<TopicTicketList> {
    await this.one(topicId);
    const [at = null, id = null] = after(cursor) ?? [];
    const sight = sightOf(caller);
    return this.uow.read(async (tx) => {
      const params: unknown[] = [topicId, at, id, limit + 1];
      const scope = withinScope(sight.scope, (value) => `$${params.push(value)}`);
      const rows = await tx.sql<TopicTicketView>(
        `select ticket.id as "ticketId", ticket.number, ticket.status, ticket.category, ticket.town_code as "townCode", ${moment('ticket.received_at')} as "receivedAt",
           ${sight.words ? 'ticket.title' : 'null::text'} as title
         from topic_ticket member join ticket on ticket.id = member.ticket_id
         where member.topic_id = $1 and ($2::timestamptz is null or (ticket.received_at, ticket.id) < ($2, $3::uuid)) and ${scope}
         order by ticket.received_at desc, ticket.id desc limit $4`,
        params,
      );
      return page(rows, limit, (each) => [each.receivedAt, each.ticketId]);
    });
  }
}

function after(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor, 'text', 'uuid');
  if (key && !MOMENT.test(key[0])) throw ProblemException.of('cursor-malformed');
  return key;
}
