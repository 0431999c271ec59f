import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/workspace.mjs';
import type { Chance } from './chance.ts';

export interface SimulatedUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'township' | 'department';
}

/** How a unit works: each from 0 (never) to 1 (always). */
export interface Character {
  /** Keeps deadlines. */
  readonly diligence: number;
  /** Solves what it is asked to. */
  readonly skill: number;
  /** Says of other units' matters, and at times of its own, that they are not its business. */
  readonly evasion: number;
}

/** The demonstration directory that `npm start` records. */
export function unitsOfTheDirectory(): readonly SimulatedUnit[] {
  return (JSON.parse(readFileSync(join(root, 'deploy/units/yuanmou.json'), 'utf8')) as { units: SimulatedUnit[] }).units;
}

export function characterOf(unit: string, chance: Chance): Character {
  return {
    diligence: 0.8 + 0.19 * chance.of('diligence', unit),
    skill: 0.65 + 0.3 * chance.of('skill', unit),
    evasion: 0.04 * chance.of('evasion', unit),
  };
}

/** By these every planted identity can be recognised wherever it turns up: no other text holds them. */
export const PLANTED = { name: '甄测测', contact: '1990000' } as const;

/** One of some thousand people who call; some of them more than once. */
export function petitionerOf(ticket: number, chance: Chance): { readonly name: string; readonly contact: string } {
  const person = chance.between(0, 8_999, 'person', ticket);
  return { name: `${PLANTED.name}${person}`, contact: `${PLANTED.contact}${String(person).padStart(4, '0')}` };
}
