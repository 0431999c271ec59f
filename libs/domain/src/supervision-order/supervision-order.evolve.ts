import type { OrderEvent, OrderState, ReportJudged, SupervisionOrder } from './supervision-order.js';

/** The order after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: OrderState, event: OrderEvent): OrderState {
  if (event.type === 'OrderIssued') {
    const { orderNo, ticketId, dispatchNo, unit, ground, finding, issuer, requirement, workingDays, at } = event;
    return { status: 'issued', orderNo, ticketId, dispatchNo, unit, ground, finding, issuer, requirement, workingDays, issuedAt: at, reminders: [], reports: [], lifted: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on an order that was never issued`);
  switch (event.type) {
    case 'ReminderSent':
      return { ...state, reminders: [...state.reminders, { note: event.note, by: event.by, dueOn: event.dueOn, at: event.at }] };
    case 'ReportedBack':
      return { ...state, status: 'reported', reports: [...state.reports, { text: event.text, at: event.at, judged: null }] };
    case 'ReportJudged':
      return judged(state, event);
    case 'OrderLifted':
      return { ...state, status: 'lifted', lifted: { reason: event.reason, at: event.at } };
  }
}

function judged(state: SupervisionOrder, { accepted, note, by, at }: ReportJudged): SupervisionOrder {
  const newest = state.reports.length - 1;
  const reports = state.reports.map((report, index) => (index === newest ? { ...report, judged: { accepted, note, by, at } } : report));
  return { ...state, status: accepted ? 'accepted' : 'issued', reports };
}
