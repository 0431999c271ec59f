import { randomUUIDv7 as newId } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { reportDueV1, reportWithdrawnV1, type ArchiveDisposedV1, type TicketVisitedV1 } from '@hotline/contracts';
import { policy, report } from '@hotline/domain';
import { instantOf, isoOf, localDateOf } from '@hotline/domain/shared';
import type { Clock } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { addDuty, aloneWithTickets, aloneWithTopics, disposedAt, foundingVisits, knownOrigins, lockOrigin, originsOfTopic, rememberDisposed, rememberFoundingVisits, saveReport, topicsTouched, type StoredReport } from './report.store.js';

/** What was told that report duties rest on; of a dispatch, that it was made or turned out void. */
export type HeardOfDuties =
  | { readonly visited: TicketVisitedV1 }
  | { readonly topicId: string }
  | { readonly ticketId: string; readonly dispatch: 'made' | 'void' };

/** Raises report duties where the facts oblige to one and withdraws them where they do no more (Art. 21); each once, however often and in whatever order the facts are told. */
@Injectable()
export class ReportDuties {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly policies: policy.PolicyBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Work to be deferred to the end of a batch, behind the facts: dissatisfaction that goes on or was entered wrongly, dispatches that turned out void, topics
   * that grew or fell apart, and dispatches that show whose field a topic is. One work for all of them, so that every batch takes its locks in one order: the
   * topics, then its tickets, then reports.
   */
  readonly hear = async (tx: Transaction, heard: readonly HeardOfDuties[]): Promise<void> => {
    const topicIds = heard.flatMap((each) => ('topicId' in each ? [each.topicId] : []));
    const dispatches = heard.flatMap((each) => ('dispatch' in each ? [each] : []));
    const visits = heard.flatMap((each) => ('visited' in each ? [each.visited] : []));
    const touchesTopics = topicIds.length + dispatches.length > 0;
    if (touchesTopics) await aloneWithTopics(tx);
    await this.#weighTickets(tx, visits, dispatches.filter(({ dispatch }) => dispatch === 'void').map(({ ticketId }) => ticketId));
    if (touchesTopics) await this.#weighTopics(tx, { topicIds, ticketIds: dispatches.map(({ ticketId }) => ticketId) });
  };

  /** Writes and tells the duties that are not there yet, and weighs anew those that are; answers the new ones. */
  async raise(tx: Transaction, causes: readonly report.Cause[]): Promise<StoredReport[]> {
    if (causes.length === 0) return [];
    const known = await knownOrigins(tx, causes.map(({ origin }) => origin));
    const calendar = await this.calendars.current(tx);
    const raised: StoredReport[] = [];
    for (const { origin, ...cause } of causes.toSorted((a, b) => (a.origin < b.origin ? -1 : 1))) {
      const workingDays = report.workingDaysFor(cause.kind, this.policies.policyAt(localDateOf(cause.dutyAt)));
      const duty = { ...cause, reportId: newId(), workingDays, dueOn: calendar.deadline(cause.dutyAt, workingDays).dueOn };
      const decision = report.decide(report.initial, { type: 'RaiseDuty', ...duty });
      const state = decision.accepted ? decision.events.reduce(report.evolve, report.initial) : report.initial;
      if (state.status === 'none') continue;
      if (!known.has(origin) && (await addDuty(tx, origin, state))) {
        tellDue(tx, { state, version: 1 });
        raised.push(await this.#eraseWhatIsGone(tx, { state, version: 1 }));
      } else await this.#weigh(tx, origin, duty);
    }
    return raised;
  }

  /** Work to be deferred to the end of a batch: with a file go the words that rest on it (Art. 20). */
  readonly onDisposals = async (tx: Transaction, disposed: readonly ArchiveDisposedV1[]): Promise<void> => {
    const at = new Map(disposed.map(({ ticketId, disposedAt: moment }) => [ticketId, instantOf(moment)]));
    await aloneWithTopics(tx);
    await aloneWithTickets(tx, [...at.keys()]);
    for (const stored of await rememberDisposed(tx, disposed)) {
      const moments = stored.state.ticketIds.flatMap((ticketId) => at.get(ticketId) ?? []);
      await this.#change(tx, stored, { type: 'EraseWords', at: Math.min(...moments) });
    }
  };

  /** What is told late may oblige to a report on a file that is gone. */
  async #eraseWhatIsGone(tx: Transaction, stored: StoredReport): Promise<StoredReport> {
    const at = await disposedAt(tx, stored.state.ticketIds);
    return at === null ? stored : this.#change(tx, stored, { type: 'EraseWords', at });
  }

  /** By everything that is known of these tickets now, whatever of it has just come in; what was said of a void dispatch obliges nobody (Art. 18). */
  async #weighTickets(tx: Transaction, visits: readonly TicketVisitedV1[], withdrawn: readonly string[]): Promise<void> {
    const founding = visits.flatMap((visited) => {
      const cause = this.#causeIn(visited);
      return cause ? [{ visitId: visited.visitId, ticketId: visited.ticketId, dispatchNo: visited.dispatchNo, unit: cause.unit, dutyAt: cause.dutyAt, version: visited.correction ?? 0 }] : [];
    });
    const corrected = visits.filter(({ correction }) => correction != null);
    const ticketIds = [...new Set([...[...founding, ...corrected].map(({ ticketId }) => ticketId), ...withdrawn])];
    if (ticketIds.length === 0) return;
    await aloneWithTickets(tx, ticketIds);
    await rememberFoundingVisits(tx, founding);
    const owed = await foundingVisits(tx, ticketIds);
    await this.raise(tx, [...owed.values()].map(report.causeOfVisit));
    for (const ticketId of ticketIds) if (!owed.has(ticketId)) await this.#weigh(tx, report.originOfTicket(ticketId), null);
  }

  async #weighTopics(tx: Transaction, touched: { readonly topicIds: readonly string[]; readonly ticketIds: readonly string[] }): Promise<void> {
    const today = this.policies.policyAt(localDateOf(this.clock.now()));
    for (const topic of await topicsTouched(tx, touched, today.reports.concentratedFrom)) {
      const foundAt = instantOf(topic.foundAt);
      const causes = report.causesInTopic({ ...topic, foundAt, leads: new Map(Object.entries(topic.leads)) }, this.policies.policyAt(localDateOf(foundAt)));
      await this.raise(tx, causes);
      const standing = new Set(causes.map(({ origin }) => origin));
      for (const origin of await originsOfTopic(tx, topic.topicId)) if (!standing.has(origin)) await this.#weigh(tx, origin, null);
    }
  }

  async #weigh(tx: Transaction, origin: string, founding: report.Founding | null): Promise<void> {
    const stored = await lockOrigin(tx, origin);
    if (stored) await this.#change(tx, stored, { type: 'WeighDuty', founding: founding && foundingOf(founding), at: this.clock.now() });
  }

  /** The report after what the facts say of it now; told when it is owed otherwise than before, or by nobody any more. */
  async #change(tx: Transaction, stored: StoredReport, command: report.WeighDuty | report.EraseWords): Promise<StoredReport> {
    const decision = report.decide(stored.state, command);
    if (!decision.accepted || decision.events.length === 0) return stored;
    const state = decision.events.reduce(report.evolve, stored.state as report.ReportState);
    if (state.status === 'none') throw new Error(`${command.type} left no report`);
    const after = { state, version: stored.version + 1 };
    await saveReport(tx, after);
    if (report.isOwed(state)) tellDue(tx, after);
    else if (state.status === 'withdrawn' && stored.state.status !== 'withdrawn') tellWithdrawn(tx, after, command.at);
    return after;
  }

  #causeIn({ ticketId, unit, dispatchNo, round, reached, solved, satisfaction, visitedAt }: TicketVisitedV1): report.Cause | undefined {
    const at = instantOf(visitedAt);
    return report.causeInVisit({ ticketId, unit, dispatchNo, round, reached, solved, satisfaction: satisfaction ?? null, at }, this.policies.policyAt(localDateOf(at)));
  }
}

/** More do not fit into an event. */
const MOST_TICKETS_TOLD = 500;

function foundingOf({ unit, dutyAt, dispatchNo, dueOn }: report.Founding): report.Founding {
  return { unit, dutyAt, dispatchNo, dueOn };
}

function tellDue(tx: Transaction, { state, version }: StoredReport): void {
  const { reportId, kind, unit, cause, ticketIds, dueOn, dutyAt } = state;
  tx.emit(reportDueV1, { subject: reportId, version, at: dutyAt }, { reportId, report: kind, unit, cause, ticketIds: ticketIds.slice(0, MOST_TICKETS_TOLD), dueOn, dutyAt: isoOf(dutyAt) });
}

function tellWithdrawn(tx: Transaction, { state, version }: StoredReport, at: number): void {
  const { reportId, kind, unit } = state;
  tx.emit(reportWithdrawnV1, { subject: reportId, version, at }, { reportId, report: kind, unit, withdrawnAt: isoOf(at) });
}
