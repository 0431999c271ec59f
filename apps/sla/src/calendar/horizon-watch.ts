import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { calendarHorizonNearV1 } from '@hotline/contracts';
import type { policy } from '@hotline/domain';
import { isoOf, localDateOf, type Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { gauge } from '@hotline/observability';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { CalendarBook } from './calendar-book.js';
import { horizonsOf, type Horizon } from './horizon.js';

const HOUR_MS = 3_600_000;

/** A horizon, and when its alarm went off. */
export interface WatchedHorizon extends Horizon {
  readonly noticedAt: Instant | null;
}

/** Tells once that a layer of the calendar ends soon, however many replicas watch, and shows how many days are left (reading §2.5). */
@Injectable()
export class HorizonWatch implements OnModuleInit, OnModuleDestroy {
  readonly #log = new Logger('Calendar');
  #lookedAt: Instant | undefined;
  #takeAway: () => void = () => undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarBook,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onModuleInit(): void {
    this.#takeAway = gauge('hotline_sla_calendar_days_left', 'Calendar days until the last published day of a calendar layer', async () =>
      (await this.horizons()).map(({ layer, daysLeft }) => ({ value: daysLeft, attributes: { layer } })),
    );
  }

  onModuleDestroy(): void {
    this.#takeAway();
  }

  /** Looks at most once an hour by the service's clock; whoever sweeps calls it as often as he likes. */
  async look(): Promise<void> {
    const now = this.time.now();
    if (this.#lookedAt !== undefined && Math.abs(now - this.#lookedAt) < HOUR_MS) return;
    await this.uow.run((tx) => this.#tell(tx, now));
    this.#lookedAt = now;
  }

  /** The horizons as they are now. */
  horizons(): Promise<readonly WatchedHorizon[]> {
    return this.uow.read(async (tx) => {
      const rows = await tx.sql<{ layer: string; year: number; at: number }>(`select layer, year, round(date_part('epoch', noticed_at) * 1000) as at from calendar_horizon_notice`);
      return (await this.#seen(tx, this.time.now())).map((horizon) => ({
        ...horizon,
        noticedAt: rows.find(({ layer, year }) => layer === horizon.layer && year === horizon.lastYear)?.at ?? null,
      }));
    });
  }

  async #tell(tx: Transaction, now: Instant): Promise<void> {
    for (const { layer, lastYear, daysLeft, near } of await this.#seen(tx, now)) {
      if (!near) continue;
      const noticed = await tx.sql(`insert into calendar_horizon_notice (layer, year, noticed_at) values ($1, $2, $3::timestamptz) on conflict do nothing returning year`, [layer, lastYear, isoOf(now)]);
      if (noticed.length === 0) continue;
      tx.emit(calendarHorizonNearV1, { subject: `${layer}-${lastYear}`, version: 1, at: now }, { layer, year: lastYear, daysLeft, noticedAt: isoOf(now) });
      tx.afterCommit(() => this.#log.warn({ msg: 'the published calendar ends soon; publish the next year', layer, lastYear, daysLeft }));
    }
  }

  async #seen(tx: Transaction, now: Instant): Promise<readonly Horizon[]> {
    const edition = await this.calendars.newest(tx);
    const today = localDateOf(now);
    return horizonsOf(edition.years, today, this.policies.policyAt(today).calendarHorizon.alarmDays);
  }
}
