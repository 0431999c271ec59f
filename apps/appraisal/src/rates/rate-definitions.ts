import { rate } from '@hotline/domain';
import { codesOf } from '@hotline/domain/shared';

export type Rate = rate.RateKind;

/** The nine rates of reading §5; `rate.ratesOf` of the domain defines them, the SQL below computes the same from the facts. */
export const RATES: readonly Rate[] = codesOf(rate.RATE_KINDS);

export interface RateDefinition {
  /** What the terms count, in Chinese, as a bulletin prints them. */
  readonly numerator: string;
  readonly denominator: string;
  /** Rows `(unit, ticket_id, dispatch_no, counted)`; `dispatch_no` is 0 where the whole ticket is counted. Every row is one of the denominator, `counted` says whether it is in the numerator too. $1 and $2 are the first and last day. */
  readonly sql: string;
}

/** A deadline fell in the period and something is established about it: a verdict, or that it was missed (a provisional one never is). */
export const FELL_DUE = `${standing('c')} and c.due_on between $1::date and $2::date and (c.verdict in ('on-time', 'late') or (c.verdict = 'running' and c.overdue_at is not null))`;

/** Nothing of a void dispatch is in any rate: one that was withdrawn or recalled (Art. 18), or that its lead gave back of a ticket that was declined (Art. 12). */
export function standing(alias: string): string {
  return `not exists (select from withdrawn_fact w where w.ticket_id = ${alias}.ticket_id and w.dispatch_no = ${alias}.dispatch_no)
    and not exists (select from matter_step_fact s join return_fact r using (ticket_id) join dispatch_fact l using (ticket_id, dispatch_no, unit)
      where s.ticket_id = ${alias}.ticket_id and s.step = 'declined' and r.dispatch_no = ${alias}.dispatch_no and r.accepted and l.role = 'lead')`;
}

function onTime(kind: string): string {
  return `select c.unit, c.ticket_id, c.dispatch_no, c.verdict = 'on-time' as counted from clock_fact c where c.kind = '${kind}' and ${FELL_DUE}`;
}

function visited(counted: string): string {
  return `select v.unit, v.ticket_id, coalesce(v.dispatch_no, 0) as dispatch_no, coalesce(${counted}, false) as counted from visit_fact v where v.reached and v.visited_on between $1::date and $2::date and ${standing('v')}`;
}

function dispatched(to: 'any unit' | 'lead', counted: string): string {
  const lead = to === 'lead' ? `and d.role = 'lead'` : '';
  return `select d.unit, d.ticket_id, d.dispatch_no, ${counted} as counted from dispatch_fact d where d.dispatched_on between $1::date and $2::date and ${standing('d')} ${lead}`;
}

function returned(how: string): string {
  return `exists (select from return_fact r where r.ticket_id = d.ticket_id and r.dispatch_no = d.dispatch_no and r.unit = d.unit and ${how})`;
}

export const RATE_DEFINITIONS: Readonly<Record<Rate, RateDefinition>> = {
  'on-time-sign': { numerator: '按时签收数', denominator: '应签收数', sql: onTime('unit-sign') },
  'on-time-contact': { numerator: '按时联系群众数', denominator: '应联系数', sql: onTime('first-contact') },
  'on-time-close': { numerator: '按时反馈数', denominator: '应办结数', sql: onTime('resolve') },
  close: {
    numerator: '已办结数',
    denominator: '应办结数',
    sql: `select c.unit, c.ticket_id, c.dispatch_no,
            exists (select from closing_fact f where f.ticket_id = c.ticket_id and f.dispatch_no = c.dispatch_no and f.unit = c.unit) as counted
          from clock_fact c where c.kind = 'resolve' and ${FELL_DUE}`,
  },
  solved: { numerator: '反映已解决数', denominator: '回访成功数', sql: visited('v.solved') },
  satisfied: {
    numerator: '基本满意及以上数',
    denominator: '回访成功数',
    sql: visited(`v.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied')`),
  },
  return: {
    numerator: '退回理由不成立数',
    denominator: '派到单位的件数（主办、协办各计一件）',
    sql: dispatched('any unit', returned('not r.accepted')),
  },
  rework: {
    numerator: '重办工单数',
    denominator: '办结工单数',
    sql: `select f.unit, f.ticket_id, 0 as dispatch_no, bool_or(exists (select from dispatch_fact d where d.ticket_id = f.ticket_id and d.round > f.round and ${standing('d')})) as counted
          from closing_fact f where f.closed_on between $1::date and $2::date and ${standing('f')} group by f.unit, f.ticket_id`,
  },
  extension: {
    numerator: '延期数',
    denominator: '主办件数',
    sql: dispatched('lead', `exists (select from extension_fact e where e.ticket_id = d.ticket_id and e.dispatch_no = d.dispatch_no and e.unit = d.unit) and not ${returned('r.accepted')}`),
  },
};
