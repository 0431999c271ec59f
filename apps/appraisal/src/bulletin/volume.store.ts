import type { rate } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { standing } from '../rates/rate-definitions.js';
import type { OverdueTicket, Topic } from './figures.js';

export type Dimension = 'received' | 'accepted' | 'declined' | 'answered' | 'dispatched' | 'closed' | 'channel' | 'category' | 'subject' | 'township' | 'unit';

export interface Volume {
  readonly dimension: Dimension;
  /** Empty for a total and for what nobody stated. */
  readonly code: string;
  readonly count: number;
}

const received = (dimension: Dimension, code: string): string =>
  `select '${dimension}' as dimension, coalesce(${code}, '') as code, count(*)::int as count
   from matter_fact m left join category_fact c using (ticket_id) left join corrected_fact k using (ticket_id) where m.received_on between $1::date and $2::date group by 2`;
const step = (name: Dimension): string =>
  `select '${name}', '', count(*)::int from matter_step_fact where step = '${name}' and taken_on between $1::date and $2::date`;

/** A ticket counts under its newest category (Art. 13) and under the subject and township that were put right last, in the month in which it was received; a dispatch in the month in which it was made. */
const VOLUMES = [
  received('received', `''`),
  received('channel', 'm.channel'),
  received('category', 'coalesce(c.category, m.category)'),
  received('subject', 'coalesce(k.subject, m.subject)'),
  received('township', 'coalesce(k.town_code, m.town_code)'),
  step('accepted'),
  step('declined'),
  step('answered'),
  `select 'dispatched', '', count(distinct (ticket_id, dispatch_no))::int from dispatch_fact d where dispatched_on between $1::date and $2::date and ${standing('d')}`,
  `select 'closed', '', count(distinct ticket_id)::int from closing_fact f where closed_on between $1::date and $2::date and ${standing('f')}`,
  `select 'unit', unit, count(distinct (ticket_id, dispatch_no))::int from dispatch_fact d where dispatched_on between $1::date and $2::date and ${standing('d')} group by unit`,
].join(' union all ');

/** Everything that is counted of a period, by one statement. */
export function volumesIn(tx: Transaction, { from, to }: rate.Period): Promise<Volume[]> {
  return tx.sql<Volume>(VOLUMES, [from, to]);
}

/** Hot topics of which more than one ticket was received in the period, counted and dated by these alone, the largest first; named as they are known today. */
export function topicsIn(tx: Transaction, { from, to }: rate.Period): Promise<(Topic & { readonly townCode: string | null })[]> {
  return tx.sql(
    `select t.label, t.subject, t.town_code as "townCode", null as township, count(*)::int as tickets, min(m.received_on)::text as "firstOn", max(m.received_on)::text as "lastOn"
     from topic_fact t cross join lateral jsonb_array_elements_text(t.ticket_ids::jsonb) as member (id) join matter_fact m on m.ticket_id = member.id::uuid
     where t.first_on <= $2::date and t.last_on >= $1::date and m.received_on between $1::date and $2::date
     group by t.topic_id having count(*) > 1 order by count(*) desc, t.topic_id limit 50`,
    [from, to],
  );
}

/** Tickets that were beyond their date at some time of the period, answered late meanwhile or not: numbers only. A date that is provisional, or that an extension moved in time, is not missed. */
export function overdueIn(tx: Transaction, { from, to }: rate.Period): Promise<Omit<OverdueTicket, 'name'>[]> {
  return tx.sql(
    `select c.ticket_id::text as "ticketId", m.number, c.unit, c.due_on::text as "dueOn"
     from clock_fact c left join matter_fact m using (ticket_id)
     where ${standing('c')} and c.kind = 'resolve' and c.due_on <= $2::date and not c.provisional
       and (c.verdict = 'late' or (c.verdict = 'running' and c.overdue_at is not null)) and (c.stopped_at is null or c.stopped_at >= ($1::date)::timestamp at time zone 'Asia/Shanghai')
     order by c.due_on, m.number, c.ticket_id limit 500`,
    [from, to],
  );
}
