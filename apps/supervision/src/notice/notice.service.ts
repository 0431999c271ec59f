import { Inject, Injectable } from '@nestjs/common';
import type { Paper } from '@hotline/documents';
import type { policy } from '@hotline/domain';
import { localDateOf, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { findOrder } from '../order/order.store.js';
import { POLICIES } from '../policies.js';
import { noticePaper } from './notice.paper.js';
import { ticketNumberOf, unitNameAt } from './notice-names.store.js';

/** Supervision orders on paper (Art. 15(3)). */
@Injectable()
export class NoticeService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** `unit` narrows to the orders of one unit: a foreign one is not there. */
  notice(orderId: string, unit: string | undefined): Promise<Outcome<Paper>> {
    return this.uow.read(async (tx) => {
      const row = await findOrder(tx, orderId);
      if (!row || (unit !== undefined && row.unit !== unit)) return { ok: false, refusal: { slug: 'no-such-order' } };
      const order = row.state;
      const unitName = (await unitNameAt(tx, order.unit, order.issuedAt)) ?? order.unit;
      const ticketNumber = (await ticketNumberOf(tx, order.ticketId)) ?? null;
      return { ok: true, value: noticePaper({ order, unitName, ticketNumber, pack: this.policies.policyAt(localDateOf(order.issuedAt)) }) };
    });
  }
}
