import type { OrderEvent, OrderState } from './supervision-order.js';

/** The order after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: OrderState, event: OrderEvent): OrderState {
  if (event.type === 'OrderIssued') {
    const { orderNo, ticketId, dispatchNo, unit, ground, finding, requirement, workingDays, at } = event;
    return { status: 'issued', orderNo, ticketId, dispatchNo, unit, ground, finding, requirement, workingDays, issuedAt: at, reminders: [], reports: [], lifted: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on an order that was never issued`);
  switch (event.type) {
    case 'ReminderSent':
      return { ...state, reminders: [...state.reminders, { note: event.note, at: event.at }] };
    case 'ReportedBack':
      return { ...state, status: 'reported', reports: [...state.reports, { text: event.text, at: event.at }] };
    case 'OrderLifted':
      return { ...state, status: 'lifted', lifted: { reason: event.reason, at: event.at } };
  }
}
