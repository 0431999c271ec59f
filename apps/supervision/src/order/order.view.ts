import { isoOf } from '@hotline/domain/shared';
import type { KnownClock } from '../clock/clock.store.js';
import type { StoredOrder } from './order.store.js';

/** An order as it is shown and printed: whole, with the time that its clock gives. */
export function orderView({ orderId, state, version }: StoredOrder, clock?: KnownClock): object {
  const { finding, issuedAt, reminders, reports, lifted, ...rest } = state;
  return {
    orderId,
    ...rest,
    version,
    finding: finding && { ...finding, at: isoOf(finding.at) },
    issuedAt: isoOf(issuedAt),
    due: clock ? { on: clock.dueOn, at: isoOf(clock.dueAt), provisional: clock.provisional, overdue: clock.overdueAt !== null, clockId: clock.clockId } : null,
    reminders: reminders.map((reminder) => ({ ...reminder, at: isoOf(reminder.at) })),
    reports: reports.map(({ judged, ...report }) => ({ ...report, at: isoOf(report.at), judged: judged ? { ...judged, at: isoOf(judged.at) } : null })),
    lifted: lifted && { ...lifted, at: isoOf(lifted.at) },
  };
}
