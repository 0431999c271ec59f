import { Inject, Injectable } from '@nestjs/common';
import type { clock as clocks, policy } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { CalendarBook } from '../calendar/calendar-book.js';
import { caughtUp } from '../calendar/catch-up.js';
import { POLICY_BOOK } from '../policy/policy-registry.js';
import { lockClocksOf } from './clock.store.js';

/** The clocks of one ticket as commands decide on them: locked, and led through every calendar published so far. */
@Injectable()
export class ClocksInHand {
  constructor(
    private readonly calendars: CalendarBook,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
  ) {}

  async of(tx: Transaction, ticketId: string, now: Instant): Promise<clocks.Clock[]> {
    const edition = await this.calendars.hold(tx);
    const stored = await lockClocksOf(tx, [ticketId]);
    return stored.map((each) => caughtUp(each, edition, now, this.policies).stored.clock);
  }
}
