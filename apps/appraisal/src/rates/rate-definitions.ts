import { rate } from '@hotline/domain';
import { codesOf } from '@hotline/domain/shared';

export type Rate = rate.RateKind;

/** The nine rates of reading §5; `rate.ratesOf` of the domain defines them, the SQL below computes the same from the facts. */
export const RATES: readonly Rate[] = codesOf(rate.RATE_KINDS);

/** What a figure over time is counted by. */
export type Bucket = 'month' | 'quarter' | 'year';

export interface RateDefinition {
  /** What the rate says, in one sentence. */
  readonly sentence: string;
  /** The articles that it measures. */
  readonly article: string;
  /** What the terms count, in Chinese, as a bulletin prints them. */
  readonly numerator: string;
  readonly denominator: string;
  /** Rows `(unit, ticket_id, dispatch_no, counted)`; `dispatch_no` is 0 where the whole ticket is counted. Every row is one of the denominator, `counted` says whether it is in the numerator too. $1 and $2 are the first and last day. */
  readonly sql: string;
  /** The same rows with `time`, the month, quarter or year that each counts in: what `sql` would count in that stretch alone. */
  readonly sqlBy: (bucket: Bucket) => string;
}

type CountedRows = (time: (day: string) => string) => string;

const BUCKETS: Readonly<Record<Bucket, string>> = { month: 'YYYY-MM', quarter: 'YYYY-"Q"Q', year: 'YYYY' };

function defined(texts: Omit<RateDefinition, 'sql' | 'sqlBy'>, rows: CountedRows): RateDefinition {
  return { ...texts, sql: rows(() => 'null::text'), sqlBy: (bucket) => rows((day) => `to_char(${day}, '${BUCKETS[bucket]}')`) };
}

/** A deadline fell in the period and something is established about it: a verdict, or that it was missed (a provisional one never is). */
export const FELL_DUE = `${standing('c')} and c.due_on between $1::date and $2::date and (c.verdict in ('on-time', 'late') or (c.verdict = 'running' and c.overdue_at is not null))`;

/** Nothing of a void dispatch is in any rate: one that was withdrawn or recalled (Art. 18), or that its lead gave back of a ticket that was declined (Art. 12). */
export function standing(alias: string): string {
  return `not exists (select from withdrawn_fact w where w.ticket_id = ${alias}.ticket_id and w.dispatch_no = ${alias}.dispatch_no)
    and not exists (select from matter_step_fact s join return_fact r using (ticket_id) join dispatch_fact l using (ticket_id, dispatch_no, unit)
      where s.ticket_id = ${alias}.ticket_id and s.step = 'declined' and r.dispatch_no = ${alias}.dispatch_no and r.accepted and l.role = 'lead')`;
}

const onTime =
  (kind: string): CountedRows =>
  (time) =>
    `select c.unit, c.ticket_id, c.dispatch_no, c.verdict = 'on-time' as counted, ${time('c.due_on')} as time from clock_fact c where c.kind = '${kind}' and ${FELL_DUE}`;

const visited =
  (counted: string): CountedRows =>
  (time) =>
    `select v.unit, v.ticket_id, coalesce(v.dispatch_no, 0) as dispatch_no, coalesce(${counted}, false) as counted, ${time('v.visited_on')} as time
     from visit_fact v where v.reached and v.visited_on between $1::date and $2::date and ${standing('v')}`;

const dispatched =
  (to: 'any unit' | 'lead', counted: string): CountedRows =>
  (time) =>
    `select d.unit, d.ticket_id, d.dispatch_no, ${counted} as counted, ${time('d.dispatched_on')} as time
     from dispatch_fact d where d.dispatched_on between $1::date and $2::date and ${standing('d')} ${to === 'lead' ? `and d.role = 'lead'` : ''}`;

function returned(how: string): string {
  return `exists (select from return_fact r where r.ticket_id = d.ticket_id and r.dispatch_no = d.dispatch_no and r.unit = d.unit and ${how})`;
}

const closed: CountedRows = (time) =>
  `select c.unit, c.ticket_id, c.dispatch_no,
     exists (select from closing_fact f where f.ticket_id = c.ticket_id and f.dispatch_no = c.dispatch_no and f.unit = c.unit) as counted, ${time('c.due_on')} as time
   from clock_fact c where c.kind = 'resolve' and ${FELL_DUE}`;

/** A ticket counts once in each stretch in which it was closed. */
const reworked: CountedRows = (time) =>
  `select f.unit, f.ticket_id, 0 as dispatch_no, bool_or(exists (select from dispatch_fact d where d.ticket_id = f.ticket_id and d.round > f.round and ${standing('d')})) as counted, ${time('f.closed_on')} as time
   from closing_fact f where f.closed_on between $1::date and $2::date and ${standing('f')} group by f.unit, f.ticket_id, 5`;

const extended = `exists (select from extension_fact e where e.ticket_id = d.ticket_id and e.dispatch_no = d.dispatch_no and e.unit = d.unit) and not ${returned('r.accepted')}`;

export const RATE_DEFINITIONS: Readonly<Record<Rate, RateDefinition>> = {
  'on-time-sign': defined({ sentence: '签收时限在期间内到期的派单中，按时签收的占比', article: 'Art. 14, 17, 22', numerator: '按时签收数', denominator: '应签收数' }, onTime('unit-sign')),
  'on-time-contact': defined({ sentence: '首次联系时限在期间内到期的派单中，按时联系群众的占比', article: 'Art. 17, 22', numerator: '按时联系群众数', denominator: '应联系数' }, onTime('first-contact')),
  'on-time-close': defined({ sentence: '办理时限在期间内到期的派单中，按时反馈结果的占比', article: 'Art. 17, 22', numerator: '按时反馈数', denominator: '应办结数' }, onTime('resolve')),
  close: defined({ sentence: '办理时限在期间内到期的派单中，已登记纸质件办结的占比', article: 'Art. 18, 22', numerator: '已办结数', denominator: '应办结数' }, closed),
  solved: defined({ sentence: '期间内回访成功的办件中，群众表示问题已解决的占比', article: 'Art. 19, 22', numerator: '反映已解决数', denominator: '回访成功数' }, visited('v.solved')),
  satisfied: defined(
    { sentence: '期间内回访成功的办件中，群众评价为基本满意及以上的占比', article: 'Art. 7, 19, 22', numerator: '基本满意及以上数', denominator: '回访成功数' },
    visited(`v.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied')`),
  ),
  return: defined(
    { sentence: '期间内派到单位的办件中，退回理由不成立的占比，越低越好', article: 'Art. 17, 22', numerator: '退回理由不成立数', denominator: '派到单位的件数（主办、协办各计一件）' },
    dispatched('any unit', returned('not r.accepted')),
  ),
  rework: defined({ sentence: '期间内办结的工单中，办结后又重新派办的占比，每件工单计一次，越低越好', article: 'Art. 19, 22', numerator: '重办工单数', denominator: '办结工单数' }, reworked),
  extension: defined({ sentence: '期间内派给主办单位的办件中，获准延期的占比，越低越好', article: 'Art. 17, 22', numerator: '延期数', denominator: '主办件数' }, dispatched('lead', extended)),
};
