import type { UnitKind } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { RATE_DEFINITIONS, type Bucket, type Rate } from '../rates/rate-definitions.js';
import type { Period } from '../rates/rate.store.js';
import type { TicketPart } from './scoring.dto.js';

/** What figures can be grouped by; the last three are stretches of time, of which one at a time makes sense. */
export const GROUPINGS = { unit: '单位', kind: '单位类别', category: '诉求类别', channel: '渠道', township: '乡镇', month: '月', quarter: '季', year: '年' } as const;
export type Grouping = keyof typeof GROUPINGS;

export const BUCKETS: readonly Grouping[] = ['month', 'quarter', 'year'];

/** Which counted things are meant; what is left out is not asked for. */
export interface Scope {
  readonly period: Period;
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  readonly category?: string | undefined;
  readonly channel?: string | undefined;
  readonly township?: string | undefined;
}

/** Both terms of one rate of one group; `groups` in the order asked for, empty text for what nobody stated. */
export interface GroupTerms {
  readonly rate: Rate;
  readonly groups: readonly string[];
  readonly numerator: number;
  readonly denominator: number;
}

export interface CountedTicket {
  readonly ticketId: string;
  readonly number: string | null;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly category: string | null;
  readonly channel: string | null;
  readonly township: string | null;
  /** In the numerator too. */
  readonly counted: boolean;
}

export interface UnitName {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A ticket stands under its newest category (Art. 13) and under the township that was put right last. */
const COLUMNS: Readonly<Record<Grouping, string>> = {
  unit: 'c.unit',
  kind: 'u.kind',
  category: 'coalesce(g.category, m.category)',
  channel: 'm.channel',
  township: 'coalesce(k.town_code, m.town_code)',
  month: 'c.time',
  quarter: 'c.time',
  year: 'c.time',
};

/** PostgreSQL leaves out the joins of which no column is used. */
const PLACES = `left join unit_fact u on u.code = c.unit left join matter_fact m on m.ticket_id = c.ticket_id
  left join category_fact g on g.ticket_id = c.ticket_id left join corrected_fact k on k.ticket_id = c.ticket_id`;

/** County and prefecture answer for clocks and are no units. */
const NO_UNITS = `('county', 'prefecture')`;

/** The counted things of a scope as rows of `c`, with the condition that keeps them to it. */
function countedIn(scope: Scope, rates: readonly Rate[], bucket: Bucket | undefined): { readonly rows: string; readonly where: string; readonly params: unknown[] } {
  const sqlOf = (rate: Rate): string => (bucket === undefined ? RATE_DEFINITIONS[rate].sql : RATE_DEFINITIONS[rate].sqlBy(bucket));
  const rows = rates.map((rate) => `select '${rate}' as rate, unit, ticket_id, dispatch_no, counted, time from (${sqlOf(rate)}) as behind`).join(' union all ');
  const params: unknown[] = [scope.period.from, scope.period.to];
  const conditions = (['unit', 'kind', 'category', 'channel', 'township'] as const).flatMap((filter) => {
    const asked = scope[filter];
    return asked === undefined ? [] : [`${COLUMNS[filter]} = $${params.push(asked)}`];
  });
  return { rows: `(${rows}) as c ${PLACES}`, where: [`c.unit not in ${NO_UNITS}`, ...conditions].join(' and '), params };
}

function bucketOf(groupBy: readonly Grouping[]): Bucket | undefined {
  return groupBy.find((each) => BUCKETS.includes(each)) as Bucket | undefined; // the buckets are these three
}

/** Groups as text columns `g1…`, in one order whatever the language of the database. */
function grouped(groupBy: readonly Grouping[]): { readonly select: string; readonly by: string } {
  const columns = groupBy.map((each, index) => `coalesce(${COLUMNS[each]}, '') collate "C" as g${index + 1}`);
  const names = groupBy.map((_, index) => `g${index + 1}`);
  return { select: [...columns, ''].join(', '), by: names.join(', ') };
}

type GroupRow = Readonly<Record<`g${number}`, string>>;

const groupsOf = (row: GroupRow, groupBy: readonly Grouping[]): string[] => groupBy.map((_, index) => row[`g${index + 1}`] ?? '');

/** Both terms of each rate of each group that has any, in the order of the groups; at most `limit` rows. */
export async function termsByGroup(tx: Transaction, scope: Scope, rates: readonly Rate[], groupBy: readonly Grouping[], limit: number): Promise<GroupTerms[]> {
  const { rows, where, params } = countedIn(scope, rates, bucketOf(groupBy));
  const { select, by } = grouped(groupBy);
  const order = [by, 'rate'].filter((part) => part !== '').join(', ');
  const found = await tx.sql<GroupRow & Omit<GroupTerms, 'groups'>>(
    `select ${select} c.rate collate "C" as rate, count(*) filter (where c.counted)::int as numerator, count(*)::int as denominator
     from ${rows} where ${where} group by ${order} order by ${order} limit $${params.push(limit)}`,
    params,
  );
  return found.map((row) => ({ rate: row.rate, groups: groupsOf(row, groupBy), numerator: row.numerator, denominator: row.denominator }));
}

/** Distinct tickets of each group among the things of `rates`: what decides whether a unit is ranked. */
export async function ticketsByGroup(tx: Transaction, scope: Scope, rates: readonly Rate[], groupBy: readonly Grouping[]): Promise<{ readonly groups: readonly string[]; readonly tickets: number }[]> {
  const { rows, where, params } = countedIn(scope, rates, bucketOf(groupBy));
  const { select, by } = grouped(groupBy);
  const found = await tx.sql<GroupRow & { tickets: number }>(`select ${select} count(distinct c.ticket_id)::int as tickets from ${rows} where ${where} ${by === '' ? '' : `group by ${by}`}`, params);
  return found.map((row) => ({ groups: groupsOf(row, groupBy), tickets: row.tickets }));
}

export interface TicketPage {
  readonly part: TicketPart;
  readonly after?: { readonly ticketId: string; readonly dispatchNo: number; readonly unit: string } | undefined;
  readonly limit: number;
}

const CONDITIONS: Readonly<Record<TicketPart, string>> = { numerator: 'and c.counted', denominator: '', missed: 'and not c.counted' };

/** The tickets behind one rate, in ticket order after `after`. */
export function ticketsCounted(tx: Transaction, scope: Scope, rate: Rate, { part, after, limit }: TicketPage): Promise<CountedTicket[]> {
  const { rows, where, params } = countedIn(scope, [rate], undefined);
  const beyond = after && `and (c.ticket_id, c.dispatch_no, c.unit collate "C") > ($${params.push(after.ticketId)}::uuid, $${params.push(after.dispatchNo)}::integer, $${params.push(after.unit)}::text collate "C")`;
  return tx.sql<CountedTicket>(
    `select c.ticket_id as "ticketId", m.number, c.dispatch_no as "dispatchNo", c.unit, ${COLUMNS.category} as category, ${COLUMNS.channel} as channel, ${COLUMNS.township} as township, c.counted
     from ${rows} where ${where} ${CONDITIONS[part]} ${beyond ?? ''}
     order by c.ticket_id, c.dispatch_no, c.unit collate "C" limit $${params.push(limit)}`,
    params,
  );
}

/** Every unit of the directory, in service or not. */
export async function namedUnits(tx: Transaction): Promise<ReadonlyMap<string, UnitName>> {
  const rows = await tx.sql<UnitName>('select code, name, kind from unit_fact');
  return new Map(rows.map((row) => [row.code, row]));
}
