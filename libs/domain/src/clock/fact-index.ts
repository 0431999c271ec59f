import type { Instant } from '../shared/index.js';
import { factKey, type FactOf, type TicketFact } from './ticket-fact.js';

/** The facts of one ticket by type, each list in order of time, doubles removed; the same for every order of arrival. */
export interface FactIndex {
  of<Type extends TicketFact['type']>(type: Type): readonly FactOf<Type>[];
}

export function indexFacts(facts: readonly TicketFact[]): FactIndex {
  const byType = new Map<TicketFact['type'], TicketFact[]>();
  const seen = new Set<string>();
  for (const { fact, key } of inOrderOfTime(facts)) {
    if (seen.has(key)) continue;
    seen.add(key);
    const list = byType.get(fact.type);
    if (list) list.push(fact);
    else byType.set(fact.type, [fact]);
  }
  return {
    of: <Type extends TicketFact['type']>(type: Type) => (byType.get(type) ?? []) as unknown as readonly FactOf<Type>[], // filed under its own type above
  };
}

export function momentOf(fact: TicketFact): Instant {
  return fact.type === 'registered' ? fact.receivedAt : fact.at;
}

/** The earliest of some moments; null when there is none. */
export function earliest(...moments: readonly (Instant | null | undefined)[]): Instant | null {
  const known = moments.filter((moment) => moment !== null && moment !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function inOrderOfTime(facts: readonly TicketFact[]): { fact: TicketFact; key: string }[] {
  return facts
    .map((fact) => ({ fact, key: factKey(fact) }))
    .sort((a, b) => momentOf(a.fact) - momentOf(b.fact) || compare(a.key, b.key) || compare(JSON.stringify(a.fact), JSON.stringify(b.fact)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
