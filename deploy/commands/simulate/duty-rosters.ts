import type { Task } from './agenda.ts';
import type { Chance } from './chance.ts';
import type { SimulatedUnit } from './county-people.ts';
import type { HttpLine } from './http-line.ts';

/** The roster of the county agency itself. */
const COUNTY = 'county';
/** How often nobody is put down for a day. */
const FORGOTTEN = 0.002;
const DAY_MS = 86_400_000;

/** Everybody enters who is on duty, a month at a time, and now and then forgets a day (Art. 3, 16, 17). */
export class DutyRosters {
  private readonly line: HttpLine;
  private readonly chance: Chance;
  private readonly units: readonly SimulatedUnit[];

  constructor(line: HttpLine, chance: Chance, units: readonly SimulatedUnit[]) {
    this.line = line;
    this.chance = chance;
    this.units = units;
  }

  /** What is to be entered on the first day of a month: up to the first of the next one, which has begun before anybody can enter more. */
  tasksOf(first: string): readonly Task[] {
    const days = monthFrom(first);
    return [COUNTY, ...this.units.map(({ code }) => code)].map((unit) => async () => {
      const entered = days.filter((date) => !this.chance.is(FORGOTTEN, 'duty', unit, date)).map((date) => ({ date, officer: '值班员', phone: '0878-0000135' }));
      await this.line.put(unit === COUNTY ? 'dispatcher' : 'unit', `/routing/v1/duty-rosters/${unit}`, { days: entered }, unit === COUNTY ? undefined : unit);
    });
  }
}

/** From `YYYY-MM-01` to the first of the month after it. */
function monthFrom(first: string): readonly string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const days = (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY_MS + 1;
  return Array.from({ length: days }, (_, at) => new Date(Date.UTC(year, month - 1, 1 + at)).toISOString().slice(0, 10));
}
