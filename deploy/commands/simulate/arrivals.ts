import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/workspace.mjs';
import { UsageFault } from '../usage-fault.ts';
import type { Chance } from './chance.ts';
import { momentOf } from './wall-calendar.ts';

/** Shares of any scale. */
export interface ArrivalProfile {
  readonly hours: readonly number[];
  /** Monday first. */
  readonly weekdays: readonly number[];
}

/** Reads a profile: lists `hours` (24) and `weekdays` (7, Monday first), or the form `hour_share`, `weekday_share_mon_sun`. */
export function readProfile(file = join(root, 'deploy/demo/arrival-profile.json')): ArrivalProfile {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Partial<ArrivalProfile> & { hour_share?: Readonly<Record<string, number>>; weekday_share_mon_sun?: readonly number[] };
  const shares = given.hour_share;
  const hours = given.hours ?? (shares && Object.keys(shares).sort().map((hour) => shares[hour] ?? 0));
  const weekdays = given.weekdays ?? given.weekday_share_mon_sun;
  if (hours?.length !== 24 || weekdays?.length !== 7) throw new UsageFault(`到达分布 ${file} 应有 24 个小时（hours）和 7 个星期（weekdays）的份额`, 'not an arrival profile');
  return { hours, weekdays };
}

/** Moments at which tickets of one day come in, in order. */
export function arrivalsOf(date: string, perDay: number, { hours, weekdays }: ArrivalProfile, chance: Chance): number[] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const mean = perDay * (((weekdays[weekday] ?? 0) * 7) / weekdays.reduce((sum, share) => sum + share, 0));
  const byHour = Object.fromEntries(hours.map((share, hour) => [String(hour), share]));
  return Array.from({ length: chance.count(mean, 'arrivals', date) }, (_, nth) => {
    const hour = Number(chance.pick(byHour, 'hour', date, nth));
    return momentOf(date, '00:00') + hour * 3_600_000 + chance.between(0, 3_599, 'second', date, nth) * 1_000;
  }).sort((a, b) => a - b);
}
