/** The nine rates of reading §5 as they are read from the facts. */
export const RATES = ['on-time-sign', 'on-time-contact', 'on-time-close', 'close', 'solved', 'satisfied', 'return', 'rework', 'extension'] as const;
export type Rate = (typeof RATES)[number];

export interface RateDefinition {
  /** Chinese name, as a bulletin prints it. */
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Rows `(unit, ticket_id, counted)`: every row is one of the denominator, `counted` says whether it is in the numerator too. $1 and $2 are the first and last day. */
  readonly sql: string;
}

/** A deadline fell in the period: not void, due on a day of it, and stopped or run out (a provisional one never runs out). */
const FELL_DUE = `c.due_on between $1::date and $2::date and c.verdict <> 'void' and (c.stopped_at is not null or c.overdue_at is not null)`;

function onTime(kind: string): string {
  return `select c.unit, c.ticket_id, c.verdict = 'on-time' as counted from clock_fact c where c.kind = '${kind}' and ${FELL_DUE}`;
}

function visited(counted: string): string {
  return `select v.unit, v.ticket_id, coalesce(${counted}, false) as counted from visit_fact v where v.reached and v.visited_on between $1::date and $2::date`;
}

function dispatched(counted: string): string {
  return `select d.unit, d.ticket_id, exists (${counted}) as counted from dispatch_fact d where d.dispatched_on between $1::date and $2::date`;
}

export const RATE_DEFINITIONS: Readonly<Record<Rate, RateDefinition>> = {
  'on-time-sign': { name: '按时签收率', numerator: '按时签收数', denominator: '应签收数', sql: onTime('unit-sign') },
  'on-time-contact': { name: '响应率', numerator: '按时联系群众数', denominator: '应联系数', sql: onTime('first-contact') },
  'on-time-close': { name: '按时办结率', numerator: '按时反馈数', denominator: '应办结数', sql: onTime('resolve') },
  close: {
    name: '办结率',
    numerator: '已办结数',
    denominator: '应办结数',
    sql: `select c.unit, c.ticket_id,
            exists (select from closing_fact f where f.ticket_id = c.ticket_id and f.dispatch_no = c.dispatch_no) as counted
          from clock_fact c where c.kind = 'resolve' and ${FELL_DUE}`,
  },
  solved: { name: '解决率', numerator: '反映已解决数', denominator: '回访成功数', sql: visited('v.solved') },
  satisfied: {
    name: '满意率',
    numerator: '基本满意及以上数',
    denominator: '回访成功数',
    sql: visited(`v.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied')`),
  },
  return: {
    name: '退单率',
    numerator: '退回理由不成立数',
    denominator: '转办数',
    sql: dispatched(`select from return_fact r where r.ticket_id = d.ticket_id and r.dispatch_no = d.dispatch_no and r.unit = d.unit and not r.accepted`),
  },
  rework: {
    name: '重办率',
    numerator: '重办工单数',
    denominator: '办结工单数',
    sql: `select distinct f.unit, f.ticket_id, exists (select from dispatch_fact d where d.ticket_id = f.ticket_id and d.round > 1) as counted
          from closing_fact f where f.closed_on between $1::date and $2::date`,
  },
  extension: {
    name: '延期率',
    numerator: '延期数',
    denominator: '转办数',
    sql: dispatched(`select from extension_fact e where e.ticket_id = d.ticket_id and e.dispatch_no = d.dispatch_no`),
  },
};
