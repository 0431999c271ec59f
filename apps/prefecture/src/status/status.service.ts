import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { isoOf } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { gauge } from '@hotline/observability';
import { UnitOfWork } from '@hotline/persistence';
import { Deliveries } from '../outbound/deliveries.js';
import { PeerPlatform } from '../outbound/peer-platform.client.js';
import { iso } from '../transfer/transfer.store.js';
import type { StatusView } from './status.view.js';

interface Counted {
  readonly status: string;
  readonly count: number;
  readonly oldest: string | null;
}

/** How it stands between county and prefecture: for people, and for the metrics. */
@Injectable()
export class StatusService implements OnModuleInit, OnModuleDestroy {
  #takeAway: () => void = () => undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly peer: PeerPlatform,
    private readonly deliveries: Deliveries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const help = 'Messages to the prefecture that are not settled; refused and given-up wait for a person';
    this.#takeAway = gauge('hotline_prefecture_messages', help, async () => (await this.#open()).map(({ status, count }) => ({ value: count, attributes: { status } })));
  }

  onModuleDestroy(): void {
    this.#takeAway();
  }

  async status(): Promise<StatusView> {
    const open = await this.#open();
    const pausedUntil = this.deliveries.circuit.pausedUntil(this.clock.now());
    const count = (status: string): number => open.find((each) => each.status === status)?.count ?? 0;
    const oldest = open.flatMap((each) => (each.oldest === null ? [] : [each.oldest])).sort()[0];
    return {
      peer: !this.peer.configured ? 'no-peer-configured' : pausedUntil === null ? 'connected' : 'paused',
      pausedUntil: pausedUntil === null ? null : isoOf(pausedUntil),
      waiting: count('waiting'),
      sent: count('sent'),
      refused: count('refused'),
      givenUp: count('given-up'),
      oldestOpenSince: oldest ?? null,
    };
  }

  #open(): Promise<Counted[]> {
    return this.uow.read((tx) =>
      tx.sql<Counted>(
        `select m.status, count(*)::int as count, ${iso('min(m.happened_at)')} as oldest from message m left join known_ticket t on t.ticket_id = m.ticket_id
         where m.status in ('waiting', 'sent', 'refused', 'given-up') and not coalesce(t.past, false) and (not m.transfers_only or t.prefecture_number is not null) group by m.status`,
      ),
    );
  }
}
