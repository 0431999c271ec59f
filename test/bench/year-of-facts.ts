import type pg from 'pg';

/** Ticket `n` of the year: everything of it follows from its number, so that two runs measure the same rows. */
const TICKETS = `select n, md5('t' || n)::uuid as ticket_id, date '2018-01-01' + (n % 340)::int as day,
    (array(select code from appraisal.unit_fact order by code))[1 + n % (select count(*) from appraisal.unit_fact)] as unit,
    (array['consultation', 'suggestion', 'help', 'complaint', 'report'])[1 + n % 5] as category,
    (array['phone', 'sms', 'email', 'website', 'wechat', 'app', 'prefecture'])[1 + n % 7] as channel,
    (array(select code from appraisal.unit_fact where kind = 'township' order by code))[1 + n % (select count(*) from appraisal.unit_fact where kind = 'township')] as town
  from generate_series(1, $1::bigint) as n`;

const FACTS: readonly string[] = [
  `ticket_fact (ticket_id, number, category, channel, town_code, received_at) select ticket_id, 'B' || n, category, channel, town, day from t`,
  `matter_fact (ticket_id, number, channel, category, town_code, received_on) select ticket_id, 'B' || n, channel, category, town, day from t`,
  `dispatch_fact (ticket_id, dispatch_no, unit, role, round, mode, supervised, dispatched_on) select ticket_id, 1, unit, 'lead', 1, 'transfer', false, day from t`,
  ...['unit-sign', 'first-contact', 'resolve'].map(
    (kind) => `clock_fact (clock_id, ticket_id, kind, unit, dispatch_no, round, started_at, due_on, due_at, provisional, stopped_at, verdict, version)
      select ticket_id || ':1:${kind}', ticket_id, '${kind}', unit, 1, 1, day, day + 10, day + 11, false, day + 5, case when n % 9 = 0 then 'late' else 'on-time' end, 2 from t`,
  ),
  `closing_fact (ticket_id, dispatch_no, unit, round, closed_on) select ticket_id, 1, unit, 1, day + 12 from t`,
  `return_fact (ticket_id, dispatch_no, unit, accepted, decided_on) select ticket_id, 1, unit, n % 2 = 0, day + 1 from t where n % 20 = 0`,
  `extension_fact (extension_id, ticket_id, dispatch_no, unit, granted_on) select ticket_id || ':x', ticket_id, 1, unit, day + 3 from t where n % 15 = 0`,
  `visit_fact (visit_id, ticket_id, dispatch_no, unit, reached, solved, satisfaction, visited_on)
     select ticket_id || ':v', ticket_id, 1, unit, true, n % 8 > 0, case when n % 11 = 0 then 'dissatisfied' else 'satisfied' end, day + 20 from t where n % 3 = 0`,
];

/** Ten townships and thirty departments, as a county has. */
const UNITS = `insert into appraisal.unit_fact (code, name, kind, active, version)
  select 'B-' || lpad(n::text, 2, '0'), '单位' || n, case when n <= 10 then 'township' else 'department' end, true, 1 from generate_series(1, 40) as n on conflict do nothing`;

/** Fills the facts of the appraisal with so many tickets of 2018, set by set, and brings the statistics up to date. */
export async function fillYear(pool: pg.Pool, tickets: number): Promise<void> {
  await pool.query(UNITS);
  for (const fact of FACTS) await pool.query(`with t as (${TICKETS}) insert into appraisal.${fact}`, [tickets]);
  for (const table of new Set(FACTS.map((fact) => fact.split(' ')[0]))) await pool.query(`vacuum analyze appraisal.${table}`);
}
