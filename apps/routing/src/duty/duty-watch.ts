import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { unitDutyGapFoundV1 } from '@hotline/contracts';
import { policy } from '@hotline/domain';
import { isoOf, localDateOf } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { POLICIES } from '../handling/case.rules.js';
import { takeNewGaps } from './duty.store.js';

const LOOK_EVERY_MS = 5 * 60_000;

/** Says once a day and unit that nobody is on duty (Art. 3, 16, 17). Any number of replicas may look: who writes the gap tells of it. */
@Injectable()
export class DutyWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('DutyWatch');
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void (this.#looking = this.#lookQuietly()), LOOK_EVERY_MS);
    this.#looking = this.#lookQuietly();
    this.time.onMoved?.(() => this.look());
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Looks at today in Asia/Shanghai. */
  look(): Promise<void> {
    return this.uow.run(async (tx) => {
      const now = this.time.now();
      const date = localDateOf(now);
      for (const { unit } of await takeNewGaps(tx, { date, everyUnit: policy.everyUnitKeepsDuty(this.policies.policyAt(date)) }, now)) {
        tx.emit(unitDutyGapFoundV1, { subject: `${unit}:${date}`, version: 1, at: now }, { unit, date, foundAt: isoOf(now) });
      }
    });
  }

  async #lookQuietly(): Promise<void> {
    await this.look().catch((error: unknown) => this.#log.warn({ msg: 'the duty roster could not be looked at; trying again in five minutes', err: error }));
  }
}
