import type { appraisal } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { FELL_DUE, RATE_DEFINITIONS, RATES, standing } from './rate-definitions.js';
import type { Period } from './rate.store.js';

/** Parties that answer for clocks and are no units. */
const NO_UNITS = `('county', 'prefecture')`;

/** Everything that any rate of any unit counts from the day $1 to $2, as rows `(rate, unit, ticket_id, dispatch_no, hit)`: what scores are computed from and kept of when they are frozen. */
export const COUNTED_THINGS = RATES.map(
  (rate) => `select '${rate}' as rate, unit, ticket_id, dispatch_no, counted as hit from (${RATE_DEFINITIONS[rate].sql}) as behind where unit not in ${NO_UNITS}`,
).join(' union all ');

/** The units to be scored: those active in the directory, and those of which anything is counted. */
export function unitsToScore(tx: Transaction, counted: readonly string[]): Promise<appraisal.ScoredUnit[]> {
  return tx.sql<appraisal.ScoredUnit>(`select code, name, kind from unit_fact where active or code = any($1::text[]) order by code`, [counted]);
}

/** Deadlines in the period that are still running on a calendar that is not published: nobody can say yet whether they were kept (reading §2.5). */
export async function provisionalDeadlines(tx: Transaction, period: Period): Promise<number> {
  const [row] = await tx.sql<{ provisional: number }>(
    `select count(*)::int as provisional from clock_fact c
     where c.kind in ('unit-sign', 'first-contact', 'resolve') and c.provisional and c.verdict = 'running' and not (${FELL_DUE})
       and c.due_on between $1::date and $2::date and c.unit not in ${NO_UNITS} and ${standing('c')}`,
    [period.from, period.to],
  );
  return row?.provisional ?? 0;
}
