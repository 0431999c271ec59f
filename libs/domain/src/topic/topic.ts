import type { Instant } from '../shared/index.js';
import type { Rarity } from '../suggestion/index.js';
import type { TopicTicket } from './cluster.js';

/** A hot topic (Art. 21). */
export interface Topic {
  /** Words that at least the policy's number of its tickets share; no name, number or place finer than the town. */
  readonly label: string;
  readonly subject: string | null;
  readonly townCode: string | null;
  readonly ticketIds: readonly string[];
  readonly firstReceivedAt: Instant;
  readonly lastReceivedAt: Instant;
}

const LABEL_WORDS = 3;

/** The topic of a group; null when its tickets share no word that may be shown, since nobody could tell what it is about. */
export function topicOf(tickets: readonly TopicTicket[], minTickets: number, rarity: Rarity): Topic | null {
  const label = labelOf(tickets, minTickets, rarity);
  if (label === null) return null;
  const moments = tickets.map(({ receivedAt }) => receivedAt);
  return {
    label,
    subject: most(tickets.map(({ subject }) => subject)),
    townCode: shared(tickets.map(({ townCode }) => townCode)),
    ticketIds: tickets.map(({ ticketId }) => ticketId),
    firstReceivedAt: Math.min(...moments),
    lastReceivedAt: Math.max(...moments),
  };
}

/** The words that most tickets share and few others say, at most three. */
function labelOf(tickets: readonly TopicTicket[], minTickets: number, rarity: Rarity): string | null {
  const saying = new Map<string, number>();
  for (const { labelWords } of tickets) for (const word of labelWords) saying.set(word, (saying.get(word) ?? 0) + 1);
  const words = [...saying]
    .filter(([, count]) => count >= minTickets)
    .sort(([a, one], [b, other]) => other * rarity(b) - one * rarity(a) || (a < b ? -1 : 1))
    .map(([word]) => word);
  const chosen = words.filter((word, place) => !words.slice(0, place).some((better) => better.includes(word) || word.includes(better))).slice(0, LABEL_WORDS);
  return chosen.length > 0 ? chosen.join('、') : null;
}

/** The town of a topic is named when all its tickets are of one. */
function shared(towns: readonly (string | null)[]): string | null {
  const [first = null] = towns;
  return towns.every((town) => town === first) ? first : null;
}

/** What more than half of the tickets say. */
function most(subjects: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > subjects.length)?.[0] ?? null;
}

/** A topic found before. */
export interface KnownTopic extends Topic {
  readonly topicId: string;
  readonly version: number;
}

export interface Continued {
  readonly topic: Topic;
  /** The topic it goes on from; null for a new one. */
  readonly known: KnownTopic | null;
}

/**
 * Which found groups go on from which known topics: each known topic is continued by the group that shares most tickets with it, once.
 * Tickets that grew too old to be grouped again stay in their topic.
 */
export function continued(found: readonly Topic[], known: readonly KnownTopic[], tooOld: ReadonlySet<string>): Continued[] {
  const overlaps = found.flatMap((topic, place) => known.map((before) => ({ place, before, common: common(topic, before) }))).filter(({ common: count }) => count > 0);
  overlaps.sort((a, b) => b.common - a.common || (a.before.topicId < b.before.topicId ? -1 : a.before.topicId > b.before.topicId ? 1 : 0)); // equals stay in the order of the groups
  const heirs = new Map<number, KnownTopic>();
  for (const { place, before } of overlaps) {
    const free = !heirs.has(place) && ![...heirs.values()].some(({ topicId }) => topicId === before.topicId);
    if (free) heirs.set(place, before);
  }
  return found.map((topic, place) => {
    const before = heirs.get(place) ?? null;
    return { topic: before ? withOlder(topic, before, tooOld) : topic, known: before };
  });
}

function common({ ticketIds }: Topic, before: Topic): number {
  const there = new Set(before.ticketIds);
  return ticketIds.filter((id) => there.has(id)).length;
}

function withOlder(topic: Topic, before: KnownTopic, tooOld: ReadonlySet<string>): Topic {
  const older = before.ticketIds.filter((id) => tooOld.has(id) && !topic.ticketIds.includes(id));
  if (older.length === 0) return topic;
  return { ...topic, ticketIds: [...older, ...topic.ticketIds], firstReceivedAt: Math.min(before.firstReceivedAt, topic.firstReceivedAt) };
}

/** True when others must hear of it: the newest version is the whole truth. */
export function changed({ topic, known }: Continued): boolean {
  if (!known) return true;
  const same = topic.label === known.label && topic.subject === known.subject && topic.townCode === known.townCode;
  return !same || [...topic.ticketIds].sort().join() !== [...known.ticketIds].sort().join();
}
