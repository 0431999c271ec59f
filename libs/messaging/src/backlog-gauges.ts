import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { gauge } from '@hotline/observability';
import type { UnitOfWork } from '@hotline/persistence';
import type { Bus } from './bus.js';

/** Shows how far a service is behind: for how long it has not told what happened, and how much it has not heard yet. */
export class BacklogGauges implements OnModuleInit, OnModuleDestroy {
  #takeAway: (() => void)[] = [];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly bus: Bus,
    private readonly durables: readonly string[],
  ) {}

  onModuleInit(): void {
    this.#takeAway = [
      gauge('hotline_outbox_age_seconds', 'Age of the oldest event that is committed and not published; 0 when there is none', () => this.outboxAge()),
      gauge('hotline_consumer_lag', 'Messages of the stream that a durable consumer has not handled, waiting or under way', () => this.lags()),
    ];
  }

  onModuleDestroy(): void {
    for (const takeAway of this.#takeAway) takeAway();
  }

  /** In seconds; rows are in the order of their ids nearly enough, and only the unsent ones are looked at. */
  outboxAge(): Promise<number> {
    return this.uow.read(async (tx) => {
      const [oldest] = await tx.sql<{ age: number }>(
        `select greatest(extract(epoch from clock_timestamp() - created_at), 0)::float8 as age from outbox_unsent join outbox using (id) order by outbox_unsent.id limit 1`,
      );
      return oldest?.age ?? 0;
    });
  }

  async lags(): Promise<{ value: number; attributes: { durable: string } }[]> {
    const manager = await this.bus.manager();
    return Promise.all(
      this.durables.map(async (durable) => {
        const { num_pending: waiting, num_ack_pending: underWay } = await manager.consumers.info(this.bus.stream, durable);
        return { value: waiting + underWay, attributes: { durable } };
      }),
    );
  }
}
