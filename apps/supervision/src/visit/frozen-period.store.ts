import type { LocalDate } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Local dates of Asia/Shanghai, both inclusive. */
export interface FrozenPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Remembers periods whose scores were signed; a correction of one is signed for the same days. */
export async function rememberFrozen(tx: Transaction, periods: readonly FrozenPeriod[]): Promise<void> {
  await tx.sql(`insert into frozen_period (from_day, to_day) select distinct from_day, to_day from unnest($1::date[], $2::date[]) as frozen (from_day, to_day) order by from_day, to_day on conflict do nothing`, [
    ...[periods.map(({ from }) => from), periods.map(({ to }) => to)],
  ]);
}

/** Whether scores that count that day are signed (Art. 22), as far as it was told. */
export async function isFrozen(tx: Transaction, day: LocalDate): Promise<boolean> {
  return (await tx.sql(`select from frozen_period where $1::date between from_day and to_day limit 1`, [day])).length > 0;
}
