import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../deploy/local/workspace.mjs';

/**
 * The on-time figures of a history file, counted a second time without a line of the platform: day by day over the shipped
 * calendar, local dates as text. Only for rows with moments at +08:00.
 */

type Row = Readonly<Record<'unit' | 'category' | 'dispatchedAt' | 'signedAt' | 'contactedAt' | 'feedbackAt', string | null>>;

const RESOLVE: Readonly<Record<string, number>> = { consultation: 5, suggestion: 15, help: 15, complaint: 15, report: 15 }; // Art. 17(1)–(3)

/** `unit rate` → `in time/due`. */
export function onTimeByHand(file: string): Record<string, string> {
  const worked = workedDays();
  const counts = new Map<string, [number, number]>();
  for (const line of readFileSync(join(root, file), 'utf8').trim().split('\n')) {
    const { unit, category, dispatchedAt, signedAt, contactedAt, feedbackAt } = JSON.parse(line) as Row;
    if (!unit || !dispatchedAt || !category) continue;
    const judged: [string, number, string | null][] = [
      ['on-time-sign', 1, signedAt ?? contactedAt ?? feedbackAt],
      ['on-time-contact', 2, contactedAt],
      ['on-time-close', RESOLVE[category] ?? NaN, feedbackAt],
    ];
    for (const [rate, limit, stoppedAt] of judged) {
      const [inTime, due] = counts.get(`${unit} ${rate}`) ?? [0, 0];
      const isInTime = stoppedAt !== null && dayOf(stoppedAt) <= dueOn(dayOf(dispatchedAt), limit, worked);
      counts.set(`${unit} ${rate}`, [inTime + Number(isInTime), due + 1]);
    }
  }
  return Object.fromEntries([...counts].sort().map(([key, [inTime, due]]) => [key, `${inTime}/${due}`]));
}

/** Solved and satisfied of the visited. */
export function voicesByHand(file: string): Record<string, string> {
  const counts: Record<string, [number, number, number]> = {};
  for (const line of readFileSync(join(root, file), 'utf8').trim().split('\n')) {
    const { unit, satisfaction, solved } = JSON.parse(line) as { unit: string; satisfaction: string | null; solved: boolean | null };
    if (satisfaction === null) continue;
    const [yes, content, all] = counts[unit] ?? [0, 0, 0];
    counts[unit] = [yes + Number(solved), content + Number(!satisfaction.includes('dissatisfied')), all + 1];
  }
  return Object.fromEntries(Object.entries(counts).sort().flatMap(([unit, [yes, content, all]]) => [[`${unit} satisfied`, `${content}/${all}`], [`${unit} solved`, `${yes}/${all}`]]));
}

function dayOf(moment: string): string {
  if (!moment.endsWith('+08:00')) throw new Error(`not a moment at +08:00: ${moment}`);
  return moment.slice(0, 10);
}

function dueOn(start: string, limit: number, worked: (day: string) => boolean): string {
  let day = start;
  for (let counted = 0; counted < limit; ) {
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    if (worked(day)) counted += 1;
  }
  return day;
}

/** Weekday, national, prefecture: later layers win, and of each layer's year the highest version. */
function workedDays(): (day: string) => boolean {
  interface Year {
    readonly layer: string;
    readonly year: number;
    readonly version: number;
    readonly daysOff: readonly { readonly date: string }[];
    readonly daysWorked: readonly { readonly date: string }[];
  }
  const folder = join(root, 'deploy/calendar');
  const years = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Year);
  const rulings = new Map<string, boolean>();
  for (const layer of ['national', 'prefecture', 'county']) {
    for (const year of years.filter((each) => each.layer === layer)) {
      if (years.some((other) => other.layer === layer && other.year === year.year && other.version > year.version)) continue;
      for (const { date } of year.daysOff) rulings.set(date, false);
      for (const { date } of year.daysWorked) rulings.set(date, true);
    }
  }
  return (day) => rulings.get(day) ?? ![0, 6].includes(new Date(day).getUTCDay());
}
