import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/workspace.mjs';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

interface YearRecord {
  readonly layer: string;
  readonly version: number;
  readonly daysOff?: readonly { readonly date: string }[];
  readonly daysWorked?: readonly { readonly date: string }[];
}

/** The calendar as somebody reads it off the wall, day by day and without any code of the platform: what its deadlines are checked against. */
export class WallCalendar {
  readonly #off = new Set<string>();
  readonly #worked = new Set<string>();

  /** The records that ship for a county (six digits), its prefecture's days off included; of one year and layer the newest version counts, later layers win over national. */
  constructor(county: string, directory = join(root, 'deploy/calendar')) {
    const records = readdirSync(directory).map((file) => ({ file, ...(JSON.parse(readFileSync(join(directory, file), 'utf8')) as YearRecord) }));
    const newest = records.filter(({ file }) => !/-v\d+\.json$/.test(file) && county.startsWith(/^[a-z]+-(\d+)-\d+/.exec(file)?.[1] ?? ''));
    for (const layer of ['national', 'prefecture', 'county']) {
      for (const record of newest.filter((each) => each.layer === layer)) {
        for (const { date } of record.daysOff ?? []) this.#mark(date, this.#off, this.#worked);
        for (const { date } of record.daysWorked ?? []) this.#mark(date, this.#worked, this.#off);
      }
    }
  }

  works(date: string): boolean {
    if (this.#worked.has(date)) return true;
    return !this.#off.has(date) && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  }

  /** The n-th working day after the day of `from`. */
  due(from: number, workingDays: number): string {
    return this.after(dayOf(from), workingDays);
  }

  after(date: string, workingDays: number): string {
    let day = date;
    for (let left = workingDays; left > 0; ) if (this.works((day = nextDay(day)))) left--;
    return day;
  }

  #mark(date: string, to: Set<string>, from: Set<string>): void {
    to.add(date);
    from.delete(date);
  }
}

/** Date in Asia/Shanghai of an instant in milliseconds. */
export function dayOf(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}

export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** Milliseconds of a time of day (`09:00`) in Asia/Shanghai. */
export function momentOf(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+08:00`);
}
