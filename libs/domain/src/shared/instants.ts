/** Milliseconds since 1970-01-01T00:00Z. The only form in which moments cross the pure libs. */
export type Instant = number;

/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`; carries no time and no zone of its own. */
export type LocalDate = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // UTC+8 without daylight saving since 1992
const DAY_MS = 86_400_000;

/** Day number (1970-01-01 = 0) of an instant as read off a wall calendar in Asia/Shanghai (reading §2.1). */
export function shanghaiDay(at: Instant): number {
  return Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS);
}

/** The instant at which the given day number begins in Asia/Shanghai. */
export function startOfShanghaiDay(day: number): Instant {
  return day * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** Minutes since midnight in Asia/Shanghai, 0 to 1439. */
export function shanghaiMinuteOfDay(at: Instant): number {
  return Math.floor((at - startOfShanghaiDay(shanghaiDay(at))) / 60_000);
}

/** Day number of a `YYYY-MM-DD` date; throws RangeError on anything that is not a real date. */
export function dayOf(date: LocalDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
  if (Number.isNaN(ms) || dateOf(ms / DAY_MS) !== date) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${date}`);
  return ms / DAY_MS;
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The local date in Asia/Shanghai on which an instant falls. */
export function localDateOf(at: Instant): LocalDate {
  return dateOf(shanghaiDay(at));
}

/** ISO 8601 UTC text of an instant, the form used in events and answers. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** Parses an ISO 8601 instant that names its offset or `Z`; throws RangeError otherwise. */
export function instantOf(iso: string): Instant {
  const ms = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? Date.parse(iso) : NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an ISO 8601 instant with an offset: ${iso}`);
  return ms;
}
