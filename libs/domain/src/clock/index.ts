export * from './clock.js';
export { clocksOf } from './clocks-of.js';
export { explainClock, type ClockExplanation } from './explain-clock.js';
export { opinionDeadline, type OpinionDeadline, type OpinionTerms } from './opinion-deadline.js';
export { prefectureComesFirst } from './prefecture-date.js';
export { recalendar, type CalendarChange } from './recalendar.js';
export { reconcile, reconcileTicket, type ClockChange } from './reconcile.js';
export * from './ticket-fact.js';
export { tick } from './tick.js';
