import type { LocalDate, Satisfaction } from '../shared/index.js';
import type { ClockFact, Counted, DispatchFact, Period, Rate, RateFacts, RateKind, UnitRates } from './rate.js';

/** What a rate counts for one unit: the things of the denominator, and which of them make the numerator. */
type RateRule = (facts: UnitFacts) => { readonly counted: readonly Counted[]; readonly hits: readonly Counted[] };

/** The facts of one unit, and what of the others' bears on it. */
interface UnitFacts extends RateFacts {
  readonly period: Period;
  /** Last round of each ticket, whichever unit it was dispatched to. */
  readonly lastRounds: ReadonlyMap<string, number>;
}

const SATISFIED: readonly Satisfaction[] = ['very-satisfied', 'satisfied', 'basically-satisfied'];

/** The table of reading §5, one line a rate: its denominator, and the test that makes the numerator. */
const RATE_RULES: Readonly<Record<RateKind, RateRule>> = {
  'on-time-sign': (facts) => share(clocksDue(facts, 'unit-sign'), onTime),
  'on-time-contact': (facts) => share(clocksDue(facts, 'first-contact'), onTime),
  'on-time-close': (facts) => share(clocksDue(facts, 'resolve'), onTime),
  close: (facts) => share(clocksDue(facts, 'resolve'), (clock) => facts.closed.some((closed) => sameDispatch(closed, clock))),
  solved: (facts) => share(reachedVisits(facts), (visit) => visit.solved),
  satisfied: (facts) => share(reachedVisits(facts), (visit) => visit.satisfaction !== null && SATISFIED.includes(visit.satisfaction)),
  return: (facts) =>
    share(dispatchedIn(facts), (dispatch) => facts.returns.some((decided) => !decided.accepted && decided.unit === dispatch.unit && sameDispatch(decided, dispatch))),
  rework: (facts) => share(ticketsClosed(facts), ({ ticketId, round }) => (facts.lastRounds.get(ticketId) ?? 0) > round),
  extension: (facts) =>
    share(
      dispatchedIn(facts).filter((dispatch) => dispatch.role === 'lead'),
      (dispatch) => facts.extensions.some((extension) => extension.granted && sameDispatch(extension, dispatch)) && !wasReturned(dispatch, facts),
    ),
};

/**
 * The rates of every unit that has something to count in the period, ordered by unit code (reading §5): the definition
 * against which any other way of computing them is tested. Facts outside the period may be among them.
 */
export function ratesOf(all: RateFacts, period: Period, smallSample: number): UnitRates[] {
  const facts = withoutVoid(all);
  const lastRounds = lastRoundsOf(facts.dispatches);
  return unitsOf(facts).flatMap((unit) => {
    const own: UnitFacts = { ...factsOf(unit, facts), period, lastRounds };
    const rates = Object.fromEntries(Object.entries(RATE_RULES).map(([kind, rule]) => [kind, rateOf(rule(own))])) as Record<RateKind, Rate>; // one entry a key of RATE_RULES
    if (Object.values(rates).every((rate) => rate.denominator === 0)) return [];
    const tickets = new Set([...dispatchedIn(own), ...clocksDue(own, 'resolve')].map((counted) => counted.ticketId)).size;
    return [{ unit, rates, tickets, smallSample: tickets < smallSample }];
  });
}

/** A deadline counts once it fell in the period and something is established about it: stopped with a verdict, or missed. Void clocks never count. */
export function isDue(clock: ClockFact, period: Period): boolean {
  const established = clock.verdict === 'on-time' || clock.verdict === 'late' || (clock.verdict === 'running' && clock.overdue);
  return established && within(clock.dueOn, period);
}

function clocksDue(facts: UnitFacts, kind: ClockFact['kind']): readonly ClockFact[] {
  return facts.clocks.filter((clock) => clock.kind === kind && isDue(clock, facts.period));
}

function onTime(clock: ClockFact): boolean {
  return clock.verdict === 'on-time';
}

function reachedVisits(facts: UnitFacts): RateFacts['visits'] {
  return facts.visits.filter((visit) => visit.reached && within(visit.visitedOn, facts.period));
}

function dispatchedIn(facts: UnitFacts): readonly DispatchFact[] {
  return facts.dispatches.filter((dispatch) => within(dispatch.dispatchedOn, facts.period));
}

/** Tickets, not dispatches: closed in a first and in a second round within the period is one ticket, and its first round counts. */
function ticketsClosed(facts: UnitFacts): (Counted & { readonly round: number })[] {
  const rounds = new Map<string, number>();
  for (const { ticketId, round, closedOn } of facts.closed) {
    if (within(closedOn, facts.period)) rounds.set(ticketId, Math.min(round, rounds.get(ticketId) ?? round));
  }
  return [...rounds].map(([ticketId, round]) => ({ ticketId, dispatchNo: 0, round }));
}

/** Rework may go to another unit than the one whose closing it undoes. */
function lastRoundsOf(dispatches: readonly DispatchFact[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { ticketId, round } of dispatches) last.set(ticketId, Math.max(round, last.get(ticketId) ?? 0));
  return last;
}

function share<T extends Counted>(counted: readonly T[], hit: (item: T) => boolean): ReturnType<RateRule> {
  return { counted, hits: counted.filter(hit) };
}

function rateOf({ counted, hits }: ReturnType<RateRule>): Rate {
  return {
    numerator: hits.length,
    denominator: counted.length,
    numeratorTickets: listed(hits),
    denominatorTickets: listed(counted),
  };
}

function listed(items: readonly Counted[]): Counted[] {
  return items
    .map(({ ticketId, dispatchNo }) => ({ ticketId, dispatchNo }))
    .sort((a, b) => (a.ticketId < b.ticketId ? -1 : a.ticketId > b.ticketId ? 1 : a.dispatchNo - b.dispatchNo));
}

/** Whose dispatch was "not theirs" is charged with nothing that came of it, the time it had asked for included. */
function wasReturned(dispatch: DispatchFact, facts: RateFacts): boolean {
  return facts.returns.some((decided) => decided.accepted && sameDispatch(decided, dispatch));
}

/** Nothing of a void dispatch counts for or against anybody: one that was withdrawn or recalled, or that the lead gave back of a ticket that was declined. */
function withoutVoid(facts: RateFacts): RateFacts {
  const declined = new Set(facts.declined.map(({ ticketId }) => ticketId));
  const leads = new Set(facts.dispatches.filter(({ role }) => role === 'lead').map(partOf));
  const givenBack = facts.returns.filter((decided) => decided.accepted && declined.has(decided.ticketId) && leads.has(partOf(decided)));
  const isVoid = new Set([...facts.withdrawn, ...givenBack].map(({ ticketId, dispatchNo }) => `${ticketId} ${dispatchNo}`));
  const standing = <Fact extends Counted>(list: readonly Fact[]): readonly Fact[] => list.filter(({ ticketId, dispatchNo }) => !isVoid.has(`${ticketId} ${dispatchNo}`));
  return {
    clocks: standing(facts.clocks),
    dispatches: standing(facts.dispatches),
    returns: standing(facts.returns),
    extensions: standing(facts.extensions),
    closed: standing(facts.closed),
    visits: standing(facts.visits),
    withdrawn: [],
    declined: [],
  };
}

function partOf({ ticketId, dispatchNo, unit }: Counted & { readonly unit: string }): string {
  return `${ticketId} ${dispatchNo} ${unit}`;
}

function sameDispatch(a: Counted, b: Counted): boolean {
  return a.ticketId === b.ticketId && a.dispatchNo === b.dispatchNo;
}

function within(date: LocalDate, period: Period): boolean {
  return period.from <= date && date <= period.to;
}

function unitsOf(facts: RateFacts): string[] {
  const owned = [facts.clocks, facts.dispatches, facts.returns, facts.extensions, facts.closed, facts.visits].flat();
  return [...new Set(owned.map((fact) => fact.unit))].sort();
}

function factsOf(unit: string, facts: RateFacts): RateFacts {
  const own = <Fact extends { readonly unit: string }>(list: readonly Fact[]): readonly Fact[] => list.filter((fact) => fact.unit === unit);
  return {
    clocks: own(facts.clocks),
    dispatches: own(facts.dispatches),
    returns: own(facts.returns),
    extensions: own(facts.extensions),
    closed: own(facts.closed),
    visits: own(facts.visits),
    withdrawn: [],
    declined: [],
  };
}
