import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { policy } from '@hotline/domain';
import { localDateOf, shanghaiDay, shanghaiMinuteOfDay, type Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { Signal } from '@hotline/messaging';
import { UnitOfWork } from '@hotline/persistence';
import { CandidateService } from '../accountability/candidate.service.js';
import { CalendarStore } from '../calendar/calendar.store.js';
import { OVERDUE_PAGE, runningOrderClocks, unproposedOverdue, type OverdueClock } from '../clock/clock.store.js';
import { OrderService } from '../order/order.service.js';
import { LockedTickets } from '../ticket/ticket.store.js';
import { POLICIES } from '../policies.js';

/** Often enough for what is counted in working days. */
const EVERY_MS = 2_000;
const DAY_MS = 86_400_000;
/** Calendar days within which a due date is looked at: the longest count of working days over the longest holidays. */
const LOOK_AHEAD = 500 * DAY_MS;

/** What the passing of time brings about: reminders of orders near their end, and delays that have become long enough (Art. 15(3), 23). */
@Injectable()
export class Sweep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarStore,
    private readonly orders: OrderService,
    private readonly candidates: CandidateService,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Does everything that is due by now; doing it again adds nothing. */
  async once(now: Instant): Promise<void> {
    await this.#remind(now);
    await this.#weighDelays(now);
  }

  /** An open ticket that ran over is a candidate once it is late by the days of the policy; page by page, for the oldest may need the most days. */
  async #weighDelays(now: Instant): Promise<void> {
    let page: readonly OverdueClock[] = [];
    do page = await this.#weighPage(page.at(-1), now);
    while (page.length === OVERDUE_PAGE);
  }

  #weighPage(last: OverdueClock | undefined, now: Instant): Promise<readonly OverdueClock[]> {
    return this.uow.run(async (tx) => {
      const [calendar, page] = [await this.calendars.current(tx), await unproposedOverdue(tx, last)];
      const late = page.filter(({ dueAt }) => calendar.workingDaysBetween(dueAt - 1, now) >= this.candidates.lateFrom(dueAt));
      await this.candidates.weighTickets(tx, late.map(({ ticketId }) => ticketId), now);
      return page;
    });
  }

  /** Reminders go out on working days from the hour of the policy on, not on the day of the order itself, once for each due date. */
  async #remind(now: Instant): Promise<void> {
    const { supervision, warnings } = this.policies.policyAt(localDateOf(now));
    if (shanghaiMinuteOfDay(now) < warnings.hour * 60) return;
    await this.uow.run(async (tx) => {
      const calendar = await this.calendars.current(tx);
      if (!calendar.isWorkingDay(localDateOf(now))) return;
      const daysLeft = ({ dueAt }: { readonly dueAt: Instant }): number => calendar.workingDaysBetween(now, dueAt - 1);
      const running = await runningOrderClocks(tx, now + LOOK_AHEAD, now);
      const near = running.filter((clock) => daysLeft(clock) <= supervision.remindBefore && shanghaiDay(now) > shanghaiDay(clock.issuedAt));
      if (near.length > 0) await LockedTickets.of(tx, near.map(({ ticketId }) => ticketId));
      for (const clock of near) {
        const left = daysLeft(clock);
        const note = `督办时限还剩 ${left} 个工作日，应于 ${clock.dueOn} 前办理完毕`;
        await this.orders.step(tx, clock.orderId, { type: 'Remind', by: null, dueOn: clock.dueOn, note, at: now }, now);
      }
    });
  }
}

/** Sweeps for ever, on every replica: what one has done the other finds done. */
@Injectable()
export class SweepLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('SweepLoop');
  readonly #signal = new Signal();
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  constructor(
    private readonly sweep: Sweep,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
    this.time.onMoved?.(() => this.sweep.once(this.time.now()));
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  /** Looks again after a pause, however long the look took: in an outage nothing piles up. */
  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.#look();
      if (!this.#stopping) await this.#signal.wait(EVERY_MS);
    }
  }

  async #look(): Promise<void> {
    try {
      await this.sweep.once(this.time.now());
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ msg: 'the sweep is interrupted, trying again every two seconds', err: error });
      this.#failing = true;
    }
  }
}
