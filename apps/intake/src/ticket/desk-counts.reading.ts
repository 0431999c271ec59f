import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@hotline/http';
import { gauge } from '@hotline/observability';
import { UnitOfWork } from '@hotline/persistence';
import type { DeskCounts, Waiting } from './desk-counts.view.js';
import { TO_TELL } from './ticket.store.js';

const SECOND_MS = 1_000;

const waitingOf = (from: string, since: string): string =>
  `select json_build_object('count', count(*), 'oldest', to_char(min(${since}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ${from}`;
const UNSCREENED = waitingOf(`from ticket where status = 'registered'`, 'received_at');

/** What waits at the desk, whether a clock runs for it or not (Art. 2, 4, 14, 17(2)). */
const COUNTS = `select
  (${UNSCREENED}) as screening,
  (${waitingOf(`from ticket where status = 'accepted' and not exists (select from ticket_link tie where tie.ticket_id = ticket.id and tie.kind in ('merged', 'duplicate'))`, 'received_at')}) as dispatch,
  (${waitingOf(`from ticket cross join lateral jsonb_array_elements(lifecycle->'escalations') as one where jsonb_path_exists(lifecycle, '$.escalations[*] ? (@.acknowledgedAt == null)') and one->>'acknowledgedAt' is null and disposed_at is null`, `to_timestamp((one->>'at')::float8 / 1000)`)}) as escalations,
  (${waitingOf(`from ticket where ${TO_TELL}`, 'received_at')}) as telling`;

/** Tells the desk and the monitoring what nobody has taken up yet. */
@Injectable()
export class DeskCountsReading implements OnModuleInit, OnModuleDestroy {
  #takeAway: () => void = () => undefined;

  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onModuleInit(): void {
    this.#takeAway = gauge('hotline_intake_unscreened_age_seconds', 'Age of the oldest ticket that was neither accepted nor declined yet', () => this.#unscreenedAge());
  }

  onModuleDestroy(): void {
    this.#takeAway();
  }

  async counts(): Promise<DeskCounts> {
    const [counts] = await this.uow.read((tx) => tx.sql<DeskCounts>(COUNTS));
    if (!counts) throw new Error('a count is always there');
    return counts;
  }

  async #unscreenedAge(): Promise<number> {
    const [row] = await this.uow.read((tx) => tx.sql<{ waiting: Waiting }>(`select (${UNSCREENED}) as waiting`));
    const oldest = row?.waiting.oldest;
    return oldest ? Math.max(0, (this.time.now() - Date.parse(oldest)) / SECOND_MS) : 0;
  }
}
