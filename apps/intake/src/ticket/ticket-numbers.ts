import { Inject, Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { localDateOf, type Instant } from '@hotline/domain/shared';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';

const DIGITS = 6;

/**
 * Numbers of tickets: `YM20181103-000123`, counted from 1 on every day of Asia/Shanghai. Gaps are possible, doubles are not.
 *
 * A block is taken by one statement of its own, which commits at once: nobody waits for another's batch to be written.
 * It need not wait for the disk either, since the batch that uses the numbers is written to the same log behind it.
 */
@Injectable()
export class TicketNumbers {
  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    @Inject(INTAKE_SETTINGS) private readonly config: Pick<IntakeConfig, 'numberPrefix'>,
  ) {}

  /** One number for each moment, in the order given. */
  async take(moments: readonly Instant[]): Promise<string[]> {
    const days = moments.map(localDateOf);
    const wanted = new Map<string, number>();
    for (const day of days) wanted.set(day, (wanted.get(day) ?? 0) + 1);
    const next = await this.#reserve(wanted);
    return days.map((day) => {
      const ordinal = next.get(day) ?? 0;
      next.set(day, ordinal + 1);
      return `${this.config.numberPrefix}${day.replaceAll('-', '')}-${String(ordinal).padStart(DIGITS, '0')}`;
    });
  }

  /** The first ordinal of each day's block. */
  async #reserve(wanted: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    if (wanted.size === 0) return new Map();
    const pool = await this.orm.driver.getConnection().getNativeClient();
    const { rows } = await pool.query<{ day: string; last: number }>({
      name: 'take-ticket-numbers',
      text: `insert into ticket_number (day, last)
             select day, wanted from unnest($1::date[], $2::integer[]) as block (day, wanted), set_config('synchronous_commit', 'off', true) order by day
             on conflict (day) do update set last = ticket_number.last + excluded.last
             returning day::text as day, last`,
      values: [[...wanted.keys()], [...wanted.values()]],
    });
    return new Map(rows.map(({ day, last }) => [day, last - (wanted.get(day) ?? 0) + 1]));
  }
}
