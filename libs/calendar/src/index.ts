export * from './calendar-year.record.js';
export * from './check-calendar-year.js';
export * from './compile-calendar.js';
export type { DayRuling } from './day-rulings.js';
export * from './explain-sentence.js';
