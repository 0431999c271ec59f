import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@hotline/http';
import { gauge } from '@hotline/observability';
import { UnitOfWork } from '@hotline/persistence';
import { countDue } from './sweep.store.js';

/** Shows how many clocks are due and not yet handled: a number that stays above zero means that nobody sweeps. */
@Injectable()
export class ClockGauges implements OnModuleInit, OnModuleDestroy {
  #takeAway: () => void = () => undefined;

  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onModuleInit(): void {
    this.#takeAway = gauge('hotline_sla_clocks_due', 'Clocks past their wake-up time that no sweep has handled yet', () => this.uow.read((tx) => countDue(tx, this.time.now())));
  }

  onModuleDestroy(): void {
    this.#takeAway();
  }
}
