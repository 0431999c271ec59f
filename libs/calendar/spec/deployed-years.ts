import { readdirSync, readFileSync } from 'node:fs';
import type { CalendarYear } from '../src/calendar-year.record.js';

const FOLDER = new URL('../../../deploy/calendar/', import.meta.url);

/** Every calendar record that the project ships, superseded versions too. */
export function deployedYears(): CalendarYear[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => deployedYear(name));
}

/** One shipped record by its file name. */
export function deployedYear(name: string): CalendarYear {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as CalendarYear;
}
