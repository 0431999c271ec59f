import { CALENDAR_LAYERS, type CalendarLayer, type CalendarYear } from './calendar-year.record.js';

/**
 * The records that count: of each (layer, year) the highest version, weakest layer first, then by year, whatever the order
 * they came in. Throws RangeError if two different records claim one version, because a version must name one content.
 */
export function yearsInForce(records: readonly CalendarYear[], layers: readonly CalendarLayer[]): readonly CalendarYear[] {
  const highest = new Map<string, CalendarYear>();
  for (const record of records) {
    if (!layers.includes(record.layer)) continue;
    const key = `${record.layer}:${record.year}`;
    const rival = highest.get(key);
    if (rival?.version === record.version && contentOf(rival) !== contentOf(record)) {
      throw new RangeError(`two different calendar records claim ${key} version ${record.version}`);
    }
    if (!rival || record.version > rival.version) highest.set(key, record);
  }
  const rank = (record: CalendarYear): number => CALENDAR_LAYERS.indexOf(record.layer);
  return [...highest.values()].sort((a, b) => rank(a) - rank(b) || a.year - b.year);
}

function contentOf(record: CalendarYear): string {
  return JSON.stringify([record.daysOff, record.daysWorked].map((days) => days.map((day) => [day.date, day.reason]).sort()));
}

/** Names the records behind a calendar: `national:2013-2014v1,2015v2,2016v1;prefecture:2018v1`; `weekday` when there are none. */
export function versionOf(years: readonly CalendarYear[]): string {
  const layers = CALENDAR_LAYERS.map((layer) => ({ layer, years: years.filter((year) => year.layer === layer) }));
  const parts = layers.filter((part) => part.years.length > 0).map((part) => `${part.layer}:${runsOf(part.years).join(',')}`);
  return parts.join(';') || 'weekday';
}

/** Consecutive years of one version become one run. */
function runsOf(years: readonly CalendarYear[]): string[] {
  const runs: { from: number; to: number; version: number }[] = [];
  for (const { year, version } of years) {
    const last = runs.at(-1);
    if (last && last.to === year - 1 && last.version === version) last.to = year;
    else runs.push({ from: year, to: year, version });
  }
  return runs.map(({ from, to, version }) => `${from}${to > from ? `-${to}` : ''}v${version}`);
}
