import type { policy } from '@hotline/domain';
import type { Category } from '@hotline/domain/shared';
import type { TicketStory, ToldClock, ToldEvent } from './event-log.ts';
import { earliestOf, ToldDispatch } from './told-dispatch.ts';
import { countyDoneAt, countyHadIt, wasPrimaryDeclinedAt, wasUnlinkedAt } from './told-links.ts';
import type { WallCalendar } from './wall-calendar.ts';

/** What a clock should have come to, worked out from the log alone. */
interface Expected {
  readonly dueOn: string;
  readonly stoppedAt: string | null;
  /** Where the deadline alone does not tell: void, or late though it stopped early. */
  readonly verdict?: 'void' | 'late';
}

/**
 * Works every verdict out anew, from the events of people's steps and a calendar read off the wall, and compares it with what
 * the platform told (reading §3). Knows nothing of how the platform does it; answers what does not agree, one line each.
 */
export class Verdicts {
  private readonly pack: policy.PolicyPack;
  private readonly calendar: WallCalendar;
  checked = 0;

  constructor(pack: policy.PolicyPack, calendar: WallCalendar) {
    this.pack = pack;
    this.calendar = calendar;
  }

  disagreements(ticketId: string, story: TicketStory): string[] {
    return story.clocks.flatMap((clock) => {
      if (clock.verdict === 'running' || (clock.verdict === 'void' && isGone(clock, story.events))) return [];
      const expected = this.#expected(clock, story.events);
      if (!expected) return [];
      this.checked++;
      const told = lineOf(clock.dueOn, clock.verdict, clock.stoppedAt);
      const found = lineOf(expected.dueOn, expected.verdict ?? ((expected.stoppedAt ?? '') >= endOf(expected.dueOn) ? 'late' : 'on-time'), expected.stoppedAt);
      return told === found ? [] : [`${ticketId} ${clock.kind} ${clock.dispatchNo} ${clock.unit}: told ${told}, worked out ${found}`];
    });
  }

  #expected(clock: ToldClock, events: readonly ToldEvent[]): Expected | undefined {
    const { limits } = this.pack;
    const { kind, unit } = clock;
    const dispatch = new ToldDispatch(events, clock.dispatchNo);
    const since = dispatch.since(unit);
    switch (kind) {
      case 'unit-sign': {
        const said = earliestOf([dispatch.first('ticket.signed.v1', 'signedAt', unit), dispatch.first('ticket.return-asked.v1', 'askedAt', unit)]);
        return since === null ? undefined : untilAnswered(said ?? dispatch.spokenAt(unit), dispatch.answeredAt(unit), () => this.#due(since, limits.unitSign));
      }
      case 'first-contact':
        return this.#firstContact(clock.startedAt, dispatch, events);
      case 'resolve': {
        const feedback = dispatch.first('ticket.feedback-given.v1', 'feedbackAt');
        return dispatch.at === null ? undefined : { dueOn: this.#resolveDue(dispatch, dispatch.at, feedback), stoppedAt: feedback };
      }
      case 'assist':
        return since === null ? undefined : untilAnswered(dispatch.spokenAt(unit), dispatch.answeredAt(unit), (doneAt) => this.#assistDue(dispatch, since, doneAt));
      case 'paper-filing': {
        const feedback = dispatch.first('ticket.feedback-given.v1', 'feedbackAt');
        return feedback === null ? undefined : { dueOn: this.#due(feedback, limits.paperFiling), stoppedAt: dispatch.first('ticket.closed.v1', 'closedAt') };
      }
      case 'county-dispatch':
        return this.#countyDispatch(clock, events);
      default:
        return undefined;
    }
  }

  /** Nobody's, where the petitioner left no contact, or left one only when the unit had answered; a file that was closed without one is late. */
  #firstContact(startedAt: string, dispatch: ToldDispatch, events: readonly ToldEvent[]): Expected | undefined {
    if (dispatch.at === null) return undefined;
    const dueOn = this.#due(startedAt, this.pack.limits.firstContact);
    if (!canContact(startedAt, dispatch, events)) return { dueOn, stoppedAt: null, verdict: 'void' };
    const contacted = dispatch.first('ticket.contacted.v1', 'contactedAt');
    if (contacted !== null) return { dueOn, stoppedAt: contacted < startedAt ? startedAt : contacted };
    return { dueOn, stoppedAt: dispatch.first('ticket.closed.v1', 'closedAt'), verdict: 'late' };
  }

  /** Some days before the lead; of a unit that was brought in later as many from then, but not beyond the lead's own unless that was over. */
  #assistDue(dispatch: ToldDispatch, since: string, doneAt: string | null): string {
    const own = this.#resolveDue(dispatch, since, doneAt, this.pack.limits.assistBeforeResolve);
    if (since === dispatch.at || dispatch.at === null) return own;
    const lead = this.#resolveDue(dispatch, dispatch.at, doneAt);
    return endOf(lead) > since && lead < own ? lead : own;
  }

  /** The time of the category in force, and granted days from there on up to its cap; what was granted after all was done in time, or asked after it was done at all, gives nothing more. */
  #resolveDue(dispatch: ToldDispatch, start: string, doneAt: string | null, earlier = 0): string {
    const { resolve, extensionCap } = this.pack.categories[dispatch.categoryBefore(doneAt) as Category];
    const base = this.#due(start, Math.max(1, resolve - earlier));
    const counts = dispatch.granted().filter(({ decidedAt, askedAt }) => doneAt === null || decidedAt <= doneAt || (askedAt < doneAt && doneAt >= endOf(base)));
    const days = counts.reduce((sum, { workingDays }) => sum + workingDays, 0);
    return this.calendar.after(base, Math.min(days, extensionCap));
  }

  /** From receipt or acceptance, an accepted return, a refusal of the prefecture, an undone link or a declined primary, to what the county did next. */
  #countyDispatch(clock: ToldClock, events: readonly ToldEvent[]): Expected {
    const dueOn = this.#due(clock.startedAt, this.pack.limits.countyDispatch);
    const declined = wasPrimaryDeclinedAt(events, clock.startedAt);
    if ((declined || wasUnlinkedAt(events, clock.startedAt)) && !countyHadIt(events, clock.startedAt, declined)) return { dueOn, stoppedAt: null, verdict: 'void' };
    return { dueOn, stoppedAt: countyDoneAt(events, clock.startedAt) };
  }

  #due(start: string, workingDays: number): string {
    return this.calendar.due(Date.parse(start), workingDays);
  }
}

/** A contact was left at first, or by the start of the clock and before the unit had answered. */
function canContact(startedAt: string, dispatch: ToldDispatch, events: readonly ToldEvent[]): boolean {
  const anonymous = events.some(({ name, data }) => name === 'ticket.registered.v1' && data['contactable'] === false);
  if (!anonymous) return startedAt === dispatch.at;
  const leftAt = events.find(({ name }) => name === 'ticket.contact-left.v1')?.data['leftAt'] as string | undefined;
  return leftAt !== undefined && leftAt <= startedAt && leftAt < (dispatch.first('ticket.feedback-given.v1', 'feedbackAt') ?? '~');
}

/** What a unit did itself; if the lead answered before that, late only where it was due by then, and else nobody's. */
function untilAnswered(own: string | null, answeredAt: string | null, dueOf: (doneAt: string | null) => string): Expected {
  if (answeredAt === null || (own !== null && own <= answeredAt)) return { dueOn: dueOf(own), stoppedAt: own };
  const dueOn = dueOf(answeredAt);
  return answeredAt < endOf(dueOn) ? { dueOn, stoppedAt: null, verdict: 'void' } : { dueOn, stoppedAt: answeredAt };
}

/** Void with all that belonged to it: the dispatch was taken out of the unit's hands, or the ticket was declined. */
function isGone({ dispatchNo, unit }: ToldClock, events: readonly ToldEvent[]): boolean {
  if (dispatchNo > 0) return new ToldDispatch(events, dispatchNo).released(unit);
  return events.some(({ name }) => name === 'ticket.declined.v1' || name === 'ticket.dispatch-withdrawn.v1');
}

/** The midnight after a day in Asia/Shanghai, as the log writes moments. */
function endOf(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000).toISOString();
}

function lineOf(dueOn: string, verdict: string, stoppedAt: string | null): string {
  return `${dueOn} ${stoppedAt === null ? '-' : new Date(stoppedAt).toISOString()} ${verdict}`;
}
