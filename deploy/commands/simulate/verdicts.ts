import type { policy } from '@hotline/domain';
import type { Category } from '@hotline/domain/shared';
import type { TicketStory, ToldClock, ToldEvent } from './event-log.ts';
import type { WallCalendar } from './wall-calendar.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What a clock should have come to, worked out from the log alone. */
interface Expected {
  readonly dueOn: string;
  readonly stoppedAt: string | null;
  readonly missed?: boolean;
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
      if (clock.verdict !== 'on-time' && clock.verdict !== 'late') return [];
      const expected = this.#expected(clock, story.events);
      if (!expected) return [];
      this.checked++;
      const verdict = expected.missed || (expected.stoppedAt ?? '') >= endOf(expected.dueOn) ? 'late' : 'on-time';
      const told = `${clock.dueOn} ${iso(clock.stoppedAt)} ${clock.verdict}`;
      const found = `${expected.dueOn} ${iso(expected.stoppedAt)} ${verdict}`;
      return told === found ? [] : [`${ticketId} ${clock.kind} ${clock.dispatchNo} ${clock.unit}: told ${told}, worked out ${found}`];
    });
  }

  #expected(clock: ToldClock, events: readonly ToldEvent[]): Expected | undefined {
    const { limits } = this.pack;
    const ofDispatch = (name: string, unit?: string) => events.filter(({ name: told, data }) => told === name && data['dispatchNo'] === clock.dispatchNo && (unit === undefined || data['unit'] === unit)).map(({ data }) => data);
    const first = (facts: readonly Facts[], field: string): string | null => (facts.map((fact) => fact[field] as string).sort()[0] ?? null);
    const dispatched = ofDispatch('ticket.dispatched.v1')[0];
    const start = dispatched && (dispatched['dispatchedAt'] as string);
    const feedback = first(ofDispatch('ticket.feedback-given.v1'), 'feedbackAt');
    switch (clock.kind) {
      case 'unit-sign': {
        const since = first(ofDispatch('ticket.assisting-added.v1', clock.unit), 'addedAt') ?? start; // who is brought in later counts from then
        return since ? { dueOn: this.#due(since, limits.unitSign), stoppedAt: first(ofDispatch('ticket.signed.v1', clock.unit), 'signedAt') ?? feedback } : undefined;
      }
      case 'first-contact': {
        const contacted = first(ofDispatch('ticket.contacted.v1'), 'contactedAt');
        return start && contacted !== null ? { dueOn: this.#due(start, limits.firstContact), stoppedAt: contacted } : undefined;
      }
      case 'resolve':
        return dispatched && start ? { dueOn: this.#resolveDue(dispatched, start, events, feedback), stoppedAt: feedback } : undefined;
      case 'assist': {
        const opinion = first(ofDispatch('ticket.opinion-given.v1', clock.unit), 'givenAt');
        if (!dispatched || !start || opinion === null) return undefined; // of a silent one only the platform's reading says when it ends
        return { dueOn: this.#resolveDue(dispatched, start, events, opinion, limits.assistBeforeResolve), stoppedAt: opinion };
      }
      case 'paper-filing':
        return feedback === null ? undefined : { dueOn: this.#due(feedback, limits.paperFiling), stoppedAt: first(ofDispatch('ticket.closed.v1'), 'closedAt') };
      case 'county-dispatch':
        return this.#countyDispatch(clock, events);
      default:
        return undefined;
    }
  }

  /** The category's limit from the dispatch, and granted days from there on; what was granted after all was done in time, or asked after it was done at all, gives nothing more. */
  #resolveDue(dispatched: Facts, start: string, events: readonly ToldEvent[], doneAt: string | null, earlier = 0): string {
    const { resolve } = this.pack.categories[dispatched['category'] as Category];
    const base = this.#due(start, Math.max(1, resolve - earlier));
    const granted = events.filter(({ name, data }) => name === 'extension.granted.v1' && data['dispatchNo'] === dispatched['dispatchNo']);
    const askedAt = new Map(events.filter(({ name }) => name === 'extension.asked.v1').map(({ data }) => [data['extensionId'], data['askedAt'] as string]));
    const counts = granted.filter(({ data }) => doneAt === null || (data['decidedAt'] as string) <= doneAt || ((askedAt.get(data['extensionId']) ?? '') < doneAt && doneAt >= endOf(base)));
    return counts.reduce((due, { data }) => this.calendar.after(due, data['workingDays'] as number), base);
  }

  /** From receipt or acceptance, an accepted return, or a refusal of the prefecture, to what the county did next. */
  #countyDispatch(clock: ToldClock, events: readonly ToldEvent[]): Expected {
    const moments: Readonly<Record<string, string>> = { 'ticket.dispatched.v1': 'dispatchedAt', 'ticket.answered.v1': 'answeredAt', 'ticket.upstream-return-asked.v1': 'askedAt' };
    const done = events.flatMap(({ name, data }) => (moments[name] ? [data[moments[name]] as string] : []));
    const stoppedAt = done.filter((at) => at >= clock.startedAt).sort()[0] ?? null;
    return { dueOn: this.#due(clock.startedAt, this.pack.limits.countyDispatch), stoppedAt };
  }

  #due(start: string, workingDays: number): string {
    return this.calendar.due(Date.parse(start), workingDays);
  }
}

/** The midnight after a day in Asia/Shanghai, as the log writes moments. */
function endOf(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000).toISOString();
}

function iso(at: string | null): string {
  return at === null ? '-' : new Date(at).toISOString();
}
