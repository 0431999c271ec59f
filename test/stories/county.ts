import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { policy } from '@hotline/domain';
import { WallCalendar } from '../../deploy/commands/simulate/wall-calendar.ts';
import { root } from '../../deploy/local/workspace.mjs';

const DAY_MS = 86_400_000;

/** A county whose pack ships: what the stories expect of it is read from the pack, its days are counted by a calendar of their own. */
export class County {
  readonly pack: policy.PolicyPack;
  readonly #days: WallCalendar;

  constructor(
    readonly name: string,
    /** How its ticket numbers begin. */
    readonly numberPrefix: string,
    private readonly file: string,
  ) {
    this.pack = parse(readFileSync(join(root, file), 'utf8')) as policy.PolicyPack;
    this.#days = new WallCalendar(this.pack.county);
  }

  /** What the stack of this county, and a command beside it, is started with. */
  get environment(): NodeJS.ProcessEnv {
    return { HOTLINE_COUNTY: this.pack.county, HOTLINE_POLICY: join(root, this.file), HOTLINE_NUMBER_PREFIX: this.numberPrefix };
  }

  /** The last day, and the midnight after it in Shanghai, so many working days after an instant. */
  due(start: string, workingDays: number): { readonly dueOn: string; readonly dueAt: string } {
    const dueOn = this.#days.due(Date.parse(start), workingDays);
    return { dueOn, dueAt: new Date(Date.parse(`${dueOn}T00:00:00+08:00`) + DAY_MS).toISOString() };
  }

  works(date: string): boolean {
    return this.#days.works(date);
  }

  /** The first working day after a date. */
  nextWorkingDay(date: string): string {
    return this.#days.after(date, 1);
  }

  /** A day since which so many working days have gone by when this one ends. */
  workingDaysAgo(date: string, workingDays: number): string {
    let day = date;
    for (let left = workingDays; left > 0; day = shifted(day, -1)) if (this.#days.works(day)) left--;
    return day;
  }

  toString(): string {
    return this.name;
  }
}

/** So many calendar days later. */
export function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Both counties of `deploy/policy`: the first is real, the second proves that another county is another pack. */
export const counties: readonly County[] = [new County('元谋县', 'YM', 'deploy/policy/yuanmou-2018.yaml'), new County('云岭县', 'YL', 'deploy/policy/yunling-2024.yaml')];
