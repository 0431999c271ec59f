import { Inject, Injectable } from '@nestjs/common';
import type { Paper } from '@hotline/documents';
import type { policy } from '@hotline/domain';
import { localDateOf, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { ListedOrders } from '../order/listed-orders.js';
import { POLICIES } from '../policies.js';
import { noticePaper } from './notice.paper.js';
import { ticketNumberOf, unitNameAt } from './notice-names.store.js';

/** Supervision orders on paper (Art. 15(3)). */
@Injectable()
export class NoticeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: ListedOrders,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
    private readonly calendars: CalendarStore,
  ) {}

  /** `unit` narrows to the orders of one unit: a foreign one is not there. */
  async notice(orderId: string, unit: string | undefined): Promise<Outcome<Paper>> {
    const listed = await this.orders.one(orderId, unit);
    if (!listed.ok) return listed;
    const order = listed.value.order.state;
    const dueOn = listed.value.clock?.dueOn ?? null;
    return this.uow.read(async (tx) => {
      const unitName = (await unitNameAt(tx, order.unit, order.issuedAt)) ?? order.unit;
      const ticketNumber = (await ticketNumberOf(tx, order.ticketId)) ?? null;
      const orderedOn = order.workingDays === null ? null : (await this.calendars.current(tx)).deadline(order.issuedAt, order.workingDays).dueOn;
      return { ok: true, value: noticePaper({ order, unitName, ticketNumber, dueOn, orderedOn, pack: this.policies.policyAt(localDateOf(order.issuedAt)) }) };
    });
  }
}
