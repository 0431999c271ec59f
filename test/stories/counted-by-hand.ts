import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../deploy/local/workspace.mjs';
import type { County } from './county.ts';

/**
 * The on-time figures of a history file, counted a second time without a line of the platform: by the limits of a county's pack,
 * day by day over its calendar, local dates as text. Only for rows with moments at +08:00.
 */

interface Row extends Readonly<Record<'unit' | 'dispatchedAt' | 'signedAt' | 'contactedAt' | 'feedbackAt', string | null>> {
  readonly category: keyof County['pack']['categories'] | null;
}

/** `unit rate` → `in time/due`. */
export function onTimeByHand(file: string, county: County): Record<string, string> {
  const { limits, categories } = county.pack;
  const counts = new Map<string, [number, number]>();
  for (const line of readFileSync(join(root, file), 'utf8').trim().split('\n')) {
    const { unit, category, dispatchedAt, signedAt, contactedAt, feedbackAt } = JSON.parse(line) as Row;
    if (!unit || !dispatchedAt || !category) continue;
    const judged: [string, number, string | null][] = [
      ['on-time-sign', limits.unitSign, signedAt ?? contactedAt ?? feedbackAt],
      ['on-time-contact', limits.firstContact, contactedAt],
      ['on-time-close', categories[category].resolve, feedbackAt],
    ];
    for (const [rate, limit, stoppedAt] of judged) {
      const [inTime, due] = counts.get(`${unit} ${rate}`) ?? [0, 0];
      const isInTime = stoppedAt !== null && dayOf(stoppedAt) <= county.due(dispatchedAt, limit).dueOn;
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
