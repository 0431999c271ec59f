import type { Instant, TicketLink } from '../shared/index.js';
import type { StartEvent, VoidCause } from './clock.js';
import { earliest, type FactIndex } from './fact-index.js';

/** A span of time in which the county has to decide where a ticket goes. */
export interface AwaitingDispatch {
  readonly startEvent: StartEvent;
  readonly at: Instant;
  readonly ordinal?: string;
  readonly stoppedAt: Instant | null;
  readonly voidedBy: VoidCause | null;
  /** Where it is not the article of dispatching. */
  readonly article?: string;
}

/** Links by which a ticket is handled as part of its primary; who comes again with something new is handled for himself. */
const HANDLED_WITH_THE_PRIMARY: readonly TicketLink[] = ['duplicate', 'merged'];

interface Tie {
  readonly from: Instant;
  readonly until: Instant | null;
}

/**
 * What links make of the county's time (Art. 14, 17(2)): a ticket that is handled with its primary waits for no dispatch of its own,
 * and one whose link is undone waits anew from then on, unless it had none to wait for.
 */
export function besideLinks(starts: readonly AwaitingDispatch[], facts: FactIndex): AwaitingDispatch[] {
  const undone = new Set(facts.of('unlinked').filter(isHandledWithPrimary).map((fact) => fact.at));
  const ties = tiesOf(facts);
  return [...starts, ...[...undone].map((at) => startAfterLink(at, starts))].map((start) => untilTied(start, ties));
}

/**
 * A primary that was declined handles nothing with it: what is tied to it is the county's again, to be told or taken up by itself (Art. 12, 17(2)).
 * `done` are the moments at which the county did something with the ticket itself; one that was not the county's by then is no matter of the decline.
 */
export function afterPrimaryDeclined(starts: readonly AwaitingDispatch[], done: readonly Instant[], facts: FactIndex): AwaitingDispatch[] {
  const told = facts.of('petitioner-told').map((fact) => fact.at);
  const turns = [...facts.of('linked'), ...facts.of('unlinked')].filter(isHandledWithPrimary).map((fact) => fact.at);
  return facts.of('primary-declined').map(({ at }) => {
    const untouched = ![...starts.map((start) => start.at), ...done].some((moment) => moment <= at);
    const stoppedAt = earliest(...[...done, ...told].filter((moment) => moment >= at), ...turns.filter((moment) => moment > at));
    const voidedBy = untouched || waitingAt(at, starts) ? null : 'handled-apart';
    return { startEvent: 'primary-declined', at, ordinal: `primary-declined-${at}`, stoppedAt, voidedBy, article: 'Art. 12, 17(2)' };
  });
}

function waitingAt(at: Instant, starts: readonly AwaitingDispatch[]): AwaitingDispatch | undefined {
  return starts.findLast((start) => start.at <= at && (start.stoppedAt === null || start.stoppedAt > at) && start.voidedBy !== 'dispatch-withdrawn');
}

/** No clock disappears: where the ticket had gone its way before the link was undone, the clock is there and void. */
function startAfterLink(at: Instant, starts: readonly AwaitingDispatch[]): AwaitingDispatch {
  const waiting = waitingAt(at, starts);
  return { startEvent: 'unlinked', at, ordinal: `unlinked-${at}`, stoppedAt: waiting?.stoppedAt ?? null, voidedBy: waiting ? waiting.voidedBy : 'not-awaiting-dispatch' };
}

/** The link ends the waiting, and what becomes of the ticket afterwards does not matter to it any more. */
function untilTied(start: AwaitingDispatch, ties: readonly Tie[]): AwaitingDispatch {
  const tie = ties.find(({ until }) => until === null || until > start.at);
  if (!tie || start.voidedBy !== null) return start;
  return { ...start, stoppedAt: earliest(start.stoppedAt, Math.max(start.at, tie.from)) };
}

/** The times in which the ticket was handled with a primary, the first one first; a change of the primary goes on with the same. */
function tiesOf(facts: FactIndex): Tie[] {
  const turns = [...facts.of('linked'), ...facts.of('unlinked')]
    .filter(isHandledWithPrimary)
    .map((fact) => ({ at: fact.at, tied: fact.type === 'linked' }))
    .sort((a, b) => a.at - b.at || Number(a.tied) - Number(b.tied));
  return turns.flatMap(({ at, tied }, index) => (tied && !turns[index - 1]?.tied ? [{ from: at, until: turns.slice(index).find((turn) => !turn.tied)?.at ?? null }] : []));
}

function isHandledWithPrimary({ link }: { readonly link: TicketLink }): boolean {
  return HANDLED_WITH_THE_PRIMARY.includes(link);
}
