import type { ticket } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { Lifecycle } from './ticket.row.js';
import { completed } from './ticket.state.js';
import { hiddenFrom, withinScope, type Sight } from './ticket-sight.js';
import type { TicketDetail, TicketLine, TicketSummary, TicketUnitView } from './ticket.view.js';

const moment = (column: string): string => `to_char(ticket.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SUMMARY = `ticket.id, ticket.number, ticket.version, ticket.status, ticket.channel, ticket.petitioner_kind as "petitionerKind", ticket.category,
  ticket.subject, ticket.town_code as "townCode", ${moment('received_at')} as "receivedAt", ${moment('registered_at')} as "registeredAt",
  ${moment('first_dispatched_at')} as "dispatchedAt", ticket.source, ticket.external_id as "externalId",
  ticket.prefecture_number as "prefectureNumber", ticket.confidential`;

/** The summary of a ticket as it stands inside a transaction. */
export async function readSummary(tx: Transaction, id: string): Promise<TicketSummary> {
  const [row] = await tx.sql<TicketSummary>(`select ${SUMMARY} from ticket where id = $1`, [id]);
  if (!row) throw new Error('a ticket that was just written is not there');
  return row;
}

/** A ticket, and whether the caller is not to know its petitioner nor what may tell who it is. */
export type ReadDetail = Omit<TicketDetail, 'petitioner' | 'links' | 'corrections' | 'supplements'> & { readonly hidden: boolean };

/** Everything of a ticket but the petitioner; undefined when the caller may not know of it. */
export async function readDetail(tx: Transaction, id: string, sight: Sight): Promise<ReadDetail | undefined> {
  const params: unknown[] = [id];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const [scope, hidden] = [withinScope(sight.scope, bind), hiddenFrom(sight.scope, bind)];
  const [row] = await tx.sql<DetailRow>(
    `select ${SUMMARY}, ticket.title, ticket.text, ticket.place, ticket.lifecycle, ticket.particulars, ticket.prefecture_due_on::text as "prefectureDueOn",
       ${moment('disposed_at')} as "disposedAt", ticket.certificate_no as "certificateNo", ${hidden} as hidden
     from ticket where id = $1 and ${scope}`,
    params,
  );
  if (!row) return undefined;
  const { lifecycle, disposedAt, certificateNo, ...columns } = row;
  const disposed = disposedAt === null ? null : { label: '已销毁', at: disposedAt, certificateNo: certificateNo ?? '' };
  const words = sight.words && !disposed ? {} : { title: null, text: null, place: null };
  const records = row.hidden ? { particulars: {} } : {}; // a call or a message of record leads to who made it
  return { ...columns, ...words, ...records, ...stepsOf(completed(lifecycle), sight.words && !disposed), disposed, units: await readUnits(tx, id) };
}

interface DetailRow extends TicketLine {
  readonly text: string;
  readonly place: string | null;
  readonly lifecycle: Lifecycle;
  readonly particulars: Readonly<Record<string, string>>;
  readonly prefectureDueOn: string | null;
  readonly disposedAt: string | null;
  readonly certificateNo: string | null;
  readonly hidden: boolean;
}

function stepsOf({ scopeCode, acceptedAt, decline, answer, escalations, categoryChanges }: Lifecycle, words: boolean) {
  return {
    scopeCode,
    acceptedAt: acceptedAt === null ? null : isoOf(acceptedAt),
    decline: words && decline ? { ...decline, at: isoOf(decline.at) } : null,
    answer: words && answer ? { ...answer, at: isoOf(answer.at) } : null,
    escalations: escalations.map((escalation) => escalationView(escalation, words)),
    categoryChanges: categoryChanges.map((change) => ({ ...change, reason: words ? change.reason : null, at: isoOf(change.at) })),
  };
}

function escalationView({ escalationId, kind, recipients, at, acknowledgedAt, acknowledgedBy }: ticket.Escalation, words: boolean) {
  return { escalationId, kind, recipients: words ? recipients : [], at: isoOf(at), acknowledgedAt: acknowledgedAt === null ? null : isoOf(acknowledgedAt), acknowledgedBy: words ? acknowledgedBy : null };
}

function readUnits(tx: Transaction, ticketId: string): Promise<TicketUnitView[]> {
  return tx.sql<TicketUnitView>(
    `select dispatch_no as "dispatchNo", unit, role, returned from ticket_unit where ticket_id = $1 and role is not null order by dispatch_no, role desc, unit`,
    [ticketId],
  );
}

export interface TicketFilter {
  readonly status?: string;
  readonly channel?: string;
  readonly category?: string;
  readonly townCode?: string;
  readonly source?: string;
  readonly externalId?: string;
  readonly number?: string;
  readonly receivedFrom?: string;
  readonly receivedTo?: string;
  readonly toTell?: 'true';
}

/** In which nothing more is done about a matter. */
export const ENDED = `('answered', 'closed', 'declined', 'returned-upstream')`;

/** Tied to a matter that has ended, by itself or through its primary ticket, and its petitioner was not told yet (Art. 17(2)). */
export const TO_TELL = `ticket.disposed_at is null and exists (select from ticket_link tie join ticket main on main.id = tie.primary_id
  where tie.ticket_id = ticket.id and tie.told_at is null and (ticket.status in ${ENDED} or main.status in ${ENDED}))`;

/** SQL conditions by filter; receivedFrom is inclusive, receivedTo exclusive. */
const CONDITIONS: Readonly<Record<Exclude<keyof TicketFilter, 'toTell'>, string>> = {
  status: 'ticket.status =',
  channel: 'ticket.channel =',
  category: 'ticket.category =',
  townCode: 'ticket.town_code =',
  source: 'ticket.source =',
  externalId: 'ticket.external_id =',
  number: 'ticket.number =',
  receivedFrom: 'ticket.received_at >=',
  receivedTo: 'ticket.received_at <',
};

/** Tickets in the caller's sight, latest receipt first; one more than `limit` if there are more. */
export function readLines(tx: Transaction, sight: Sight, filter: TicketFilter, page: { after?: readonly [string, string] | undefined; limit: number }): Promise<TicketLine[]> {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [withinScope(sight.scope, bind)];
  for (const name of Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]) {
    if (filter[name] !== undefined) conditions.push(`${CONDITIONS[name]} ${bind(filter[name])}`);
  }
  if (filter.toTell) conditions.push(TO_TELL);
  if (page.after) conditions.push(`(ticket.received_at, ticket.id) < (${bind(page.after[0])}::timestamptz, ${bind(page.after[1])}::uuid)`);
  const title = sight.words ? `nullif(ticket.title, '') as title` : 'null::text as title';
  return tx.sql<TicketLine>(
    `select ${SUMMARY}, ${title} from ticket where ${conditions.join(' and ')} order by ticket.received_at desc, ticket.id desc limit ${bind(page.limit + 1)}`,
    params,
  );
}
