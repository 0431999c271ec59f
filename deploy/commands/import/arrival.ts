import type { history } from '@hotline/domain';
import type { HotlineApi } from '../hotline-api.ts';

const LOOK_EVERY_MS = 500;
/** Looking is counting: on long histories it takes a while, and must not take the time of what it waits for. */
const PAUSE_PER_LOOK = 9;
/** As long as nothing at all arrives, this is how long a person is made to wait. */
const STANDSTILL_MS = 60_000;

/** How many tickets have come how far. */
export interface Milestones {
  readonly registered: number;
  readonly dispatched: number;
  readonly answered: number;
  readonly closed: number;
  readonly visited: number;
}

/** The milestones in the order in which a ticket passes them, in Chinese. */
export const MILESTONES: Readonly<Record<keyof Milestones, string>> = { registered: '受理', dispatched: '转办', answered: '反馈', closed: '办结', visited: '回访' };

export const NONE: Milestones = { registered: 0, dispatched: 0, answered: 0, closed: 0, visited: 0 };

/** How far the tickets of a source have come in intake; how far all tickets have come in appraisal, the last in the line. */
export interface Standing {
  readonly bySource: ReadonlyMap<string, Pick<Milestones, 'registered' | 'dispatched' | 'closed'>>;
  readonly appraised: Omit<Milestones, 'registered'>;
}

/** How far one row goes once every service has replayed it. */
export function milestonesOf({ unit, dispatchedAt, feedbackAt, closedAt, satisfaction, solved }: history.HistorySteps): Milestones {
  const dispatched = unit !== null && dispatchedAt !== null;
  const closed = dispatched && closedAt !== null;
  return {
    registered: 1,
    dispatched: Number(dispatched),
    answered: Number(dispatched && feedbackAt !== null),
    closed: Number(closed),
    visited: Number(closed && satisfaction !== null && solved !== null),
  };
}

export function sumOf(one: Milestones, other: Milestones): Milestones {
  const { registered, dispatched, answered, closed, visited } = other;
  return {
    registered: one.registered + registered,
    dispatched: one.dispatched + dispatched,
    answered: one.answered + answered,
    closed: one.closed + closed,
    visited: one.visited + visited,
  };
}

/** Asks intake and appraisal how far they are. */
export async function standing(api: HotlineApi, sources: Iterable<string>): Promise<Standing> {
  const bySource = new Map<string, Pick<Milestones, 'registered' | 'dispatched' | 'closed'>>();
  for (const source of sources) bySource.set(source, await api.get('/intake/v1/history/status', { source }));
  return { bySource, appraised: await appraised(api) };
}

/** As far back and ahead as the platform takes dates, all units: what appraisal divides by says how much it has heard of. */
async function appraised(api: HotlineApi): Promise<Omit<Milestones, 'registered'>> {
  interface UnitRates {
    readonly rates: Readonly<Record<string, { readonly denominator: number } | undefined>>;
  }
  const units = await api.all<UnitRates>('/appraisal/v1/rates', { from: '2000-01-01', to: '2099-12-31', groupBy: 'unit' });
  const sum = (rate: string): number => units.reduce((total, { rates }) => total + (rates[rate]?.denominator ?? 0), 0);
  return { dispatched: sum('return'), answered: sum('on-time-close'), closed: sum('rework'), visited: sum('solved') };
}

/**
 * What is still on its way of the rows that were created since `before`; zeros when every service has caught up. Tickets that
 * live on meanwhile may hide some, never make up any.
 */
export function outstanding(created: ReadonlyMap<string, Milestones>, before: Standing, now: Standing): Milestones {
  let missing = NONE;
  let expected = NONE;
  const short = (wanted: number, had: number, has: number): number => Math.max(0, had + wanted - has);
  for (const [source, wanted] of created) {
    const had = before.bySource.get(source) ?? NONE;
    const has = now.bySource.get(source) ?? NONE;
    expected = sumOf(expected, wanted);
    missing = sumOf(missing, {
      ...NONE,
      registered: short(wanted.registered, had.registered, has.registered),
      dispatched: short(wanted.dispatched, had.dispatched, has.dispatched),
      closed: short(wanted.closed, had.closed, has.closed),
    });
  }
  const judged = (step: keyof Standing['appraised']): number => short(expected[step], before.appraised[step], now.appraised[step]);
  return {
    registered: missing.registered,
    dispatched: Math.max(missing.dispatched, judged('dispatched')),
    answered: judged('answered'),
    closed: Math.max(missing.closed, judged('closed')),
    visited: judged('visited'),
  };
}

/** Waits until nothing is outstanding or nothing has moved for `standstillMs` (a minute); answers what is then still missing. */
export async function arrival(look: () => Promise<Milestones>, onLook: (missing: Milestones) => void, standstillMs = STANDSTILL_MS): Promise<Milestones> {
  let least = Infinity;
  let movedAt = performance.now();
  for (;;) {
    const lookedAt = performance.now();
    const missing = await look();
    const tookMs = performance.now() - lookedAt;
    const total = totalOf(missing);
    if (total < least) [least, movedAt] = [total, performance.now()];
    if (total === 0 || performance.now() - movedAt > standstillMs) return missing;
    onLook(missing);
    await new Promise((resolve) => setTimeout(resolve, Math.max(LOOK_EVERY_MS, PAUSE_PER_LOOK * tookMs)));
  }
}

export function totalOf({ registered, dispatched, answered, closed, visited }: Milestones): number {
  return registered + dispatched + answered + closed + visited;
}
