import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { gauge } from '@hotline/observability';
import type { UnitOfWork } from '@hotline/persistence';
import type { Bus } from './bus.js';

/** Shows how far a service is behind: for how long it has not told what happened, how much it has not heard yet, and what it gave up. */
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
      gauge('hotline_dead_letters', 'Messages a durable consumer gave up that wait in the dead-letter stream for npm run dead-letters', () => this.deadLetters()),
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

  async deadLetters(): Promise<{ value: number; attributes: { durable: string } }[]> {
    const manager = await this.bus.manager();
    const { state } = await manager.streams.info(this.bus.deadStream, { subjects_filter: this.bus.deadSubject('*') });
    return this.durables.map((durable) => ({ value: state.subjects?.[this.bus.deadSubject(durable)] ?? 0, attributes: { durable } }));
  }
}
