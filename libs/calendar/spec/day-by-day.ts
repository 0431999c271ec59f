import type { CalendarLayer, CalendarYear } from '../src/calendar-year.record.js';

/** Deliberately slow and plain: walks from day to day over the records, sharing no code with the calendar it checks. */
export class DayByDay {
  private readonly works = new Map<string, boolean>();
  private readonly nationalYears = new Set<number>();

  constructor(records: readonly CalendarYear[], layers: readonly CalendarLayer[] = ['national', 'prefecture', 'county']) {
    for (const layer of layers) {
      const ofLayer = records.filter((record) => record.layer === layer).sort((a, b) => a.year - b.year || a.version - b.version);
      for (const record of ofLayer) {
        if (ofLayer.some((other) => other.year === record.year && other.version > record.version)) continue;
        if (layer === 'national') this.nationalYears.add(record.year);
        record.daysOff.forEach((day) => this.works.set(day.date, false));
        record.daysWorked.forEach((day) => this.works.set(day.date, true));
      }
    }
  }

  isWorkingDay(date: string): boolean {
    return this.works.get(date) ?? ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  }

  /** Due date and whether a day on the way lies in a year without a national record. */
  due(startDate: string, workingDays: number): { dueOn: string; provisional: boolean } {
    let date = startDate;
    let provisional = false;
    for (let counted = 0; counted < workingDays; ) {
      date = dayAfter(date, 1);
      provisional ||= !this.nationalYears.has(Number(date.slice(0, 4)));
      if (this.isWorkingDay(date)) counted++;
    }
    return { dueOn: date, provisional };
  }

  workingDaysAfter(from: string, upTo: string): number {
    let count = 0;
    for (let date = dayAfter(from, 1); date <= upTo; date = dayAfter(date, 1)) if (this.isWorkingDay(date)) count++;
    return count;
  }
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
