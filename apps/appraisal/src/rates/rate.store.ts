import type { rate } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { FELL_DUE, RATE_DEFINITIONS, RATES, standing, type Rate } from './rate-definitions.js';

export type Period = rate.Period;

export interface RateRow {
  readonly unit: string;
  readonly rate: Rate;
  readonly numerator: number;
  readonly denominator: number;
}

export interface UnitNameRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export interface TicketBehind {
  readonly ticketId: string;
  readonly number: string | null;
  readonly unit: string;
  /** In the numerator too. */
  readonly counted: boolean;
}

/** Numerator and denominator of every rate for each unit that has any, by one statement. */
export async function ratesByUnit(tx: Transaction, period: Period, unit?: string): Promise<RateRow[]> {
  const all = RATES.map(
    (rate) =>
      `select '${rate}' as rate, unit, count(*) filter (where counted)::int as numerator, count(*)::int as denominator from (${RATE_DEFINITIONS[rate].sql}) as behind where $3::text is null or unit = $3 group by unit`,
  );
  return tx.sql<RateRow>(all.join(' union all '), [period.from, period.to, unit ?? null]);
}

/** Distinct tickets sent to each unit in the period or due in it: what decides whether a unit is ranked. */
export async function ticketsByUnit(tx: Transaction, period: Period): Promise<Map<string, number>> {
  const rows = await tx.sql<{ unit: string; tickets: number }>(
    `select unit, count(distinct ticket_id)::int as tickets from (
       select d.unit, d.ticket_id from dispatch_fact d where d.dispatched_on between $1::date and $2::date and ${standing('d')}
       union all
       select c.unit, c.ticket_id from clock_fact c where c.kind = 'resolve' and ${FELL_DUE}
     ) as behind group by unit`,
    [period.from, period.to],
  );
  return new Map(rows.map((row) => [row.unit, row.tickets]));
}

/** The tickets behind one rate, in ticket order after `after`; `part` numerator leaves out those only in the denominator. */
export async function ticketsBehind(
  tx: Transaction,
  rate: Rate,
  period: Period,
  filter: { readonly unit?: string | undefined; readonly part: 'numerator' | 'denominator'; readonly after?: { ticketId: string; unit: string } | undefined; readonly limit: number },
): Promise<TicketBehind[]> {
  return tx.sql<TicketBehind>(
    `select behind.ticket_id as "ticketId", t.number, behind.unit, behind.counted
     from (${RATE_DEFINITIONS[rate].sql}) as behind left join ticket_fact t using (ticket_id)
     where ($3::text is null or behind.unit = $3) and ($4 = 'denominator' or behind.counted)
       and ($5::uuid is null or (behind.ticket_id, behind.unit) > ($5::uuid, $6::text))
     order by behind.ticket_id, behind.unit limit $7`,
    [period.from, period.to, filter.unit ?? null, filter.part, filter.after?.ticketId ?? null, filter.after?.unit ?? null, filter.limit],
  );
}

export async function unitNames(tx: Transaction): Promise<Map<string, UnitNameRow>> {
  const rows = await tx.sql<UnitNameRow>('select code, name, kind from unit_fact');
  return new Map(rows.map((row) => [row.code, row]));
}
