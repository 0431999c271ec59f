import { dateOf, dayOf, type LocalDate } from '../shared/index.js';

/** `YYYY-MM` in Asia/Shanghai. */
export type Month = string;

export function isMonth(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** First and last day; throws RangeError on what is no month. */
export function periodOf(month: Month): { readonly from: LocalDate; readonly to: LocalDate } {
  if (!isMonth(month)) throw new RangeError(`not a month (YYYY-MM): ${month}`);
  return { from: `${month}-01`, to: dateOf(dayOf(`${monthAfter(month)}-01`) - 1) };
}

/** The month before: what the change on the month (环比) compares with. */
export function monthBefore(month: Month): Month {
  return dateOf(dayOf(`${month}-01`) - 1).slice(0, 7);
}

/** The same month of the year before (同比). */
export function sameMonthLastYear(month: Month): Month {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

function monthAfter(month: Month): Month {
  return dateOf(dayOf(`${month}-01`) + 31).slice(0, 7);
}
