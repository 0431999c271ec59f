import { randomUUIDv7 as newId } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { reportDueV1, type TicketVisitedV1 } from '@hotline/contracts';
import { policy, report } from '@hotline/domain';
import { instantOf, isoOf, localDateOf } from '@hotline/domain/shared';
import type { Clock } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { addDuty, aloneWithTopics, knownOrigins, lockOrigin, saveReport, topicsTouched, type StoredReport } from './report.store.js';

export type Touched = { readonly topicId: string } | { readonly ticketId: string };

/** Raises report duties where the facts oblige to one (Art. 21); each once, however often and in whatever order the facts are told. */
@Injectable()
export class ReportDuties {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly policies: policy.PolicyBook,
    private readonly clock: Clock,
  ) {}

  /** Work to be deferred to the end of a batch: dissatisfaction that goes on. */
  readonly onVisits = async (tx: Transaction, visits: readonly TicketVisitedV1[]): Promise<void> => {
    const causes = visits.flatMap((visited) => {
      const at = instantOf(visited.visitedAt);
      const { ticketId, unit, dispatchNo, round, reached, solved, satisfaction } = visited;
      return report.causeInVisit({ ticketId, unit, dispatchNo, round, reached, solved, satisfaction: satisfaction ?? null, at }, this.policies.policyAt(localDateOf(at))) ?? [];
    });
    await this.raise(tx, causes);
  };

  /** Work to be deferred to the end of a batch: topics that grew, and dispatches that show whose field a topic is. */
  readonly onTopics = async (tx: Transaction, touched: readonly Touched[]): Promise<void> => {
    const topicIds = touched.flatMap((each) => ('topicId' in each ? [each.topicId] : []));
    const ticketIds = touched.flatMap((each) => ('ticketId' in each ? [each.ticketId] : []));
    await aloneWithTopics(tx);
    const today = this.policies.policyAt(localDateOf(this.clock.now()));
    const topics = await topicsTouched(tx, { topicIds, ticketIds }, today.reports.concentratedFrom);
    const causes = topics.flatMap((topic) => {
      const foundAt = instantOf(topic.foundAt);
      return report.causesInTopic({ ...topic, foundAt, leads: new Map(Object.entries(topic.leads)) }, this.policies.policyAt(localDateOf(foundAt)));
    });
    await this.raise(tx, causes);
  };

  /** Writes and tells the duties that are not there yet; answers those. */
  async raise(tx: Transaction, causes: readonly report.Cause[]): Promise<report.Report[]> {
    if (causes.length === 0) return [];
    const known = await knownOrigins(tx, causes.map(({ origin }) => origin));
    const calendar = await this.calendars.current(tx);
    const raised: report.Report[] = [];
    for (const { origin, ...cause } of causes.toSorted(inOrder)) {
      if (known.has(origin)) {
        await bringForward(tx, origin, cause);
        continue;
      }
      const workingDays = report.workingDaysFor(cause.kind, this.policies.policyAt(localDateOf(cause.dutyAt)));
      const duty = { ...cause, reportId: newId(), workingDays, dueOn: calendar.deadline(cause.dutyAt, workingDays).dueOn };
      const decision = report.decide(report.initial, { type: 'RaiseDuty', ...duty });
      const state = decision.accepted ? decision.events.reduce(report.evolve, report.initial) : report.initial;
      if (state.status === 'none') continue;
      known.add(origin);
      if (await addDuty(tx, origin, state)) {
        tellDue(tx, { state, version: 1 });
        raised.push(state);
      } else await bringForward(tx, origin, cause);
    }
    return raised;
  }
}

/** More do not fit into an event. */
const MOST_TICKETS_TOLD = 500;

function inOrder(a: report.Cause, b: report.Cause): number {
  if (a.origin !== b.origin) return a.origin < b.origin ? -1 : 1;
  return a.dutyAt - b.dutyAt || (a.dispatchNo ?? 0) - (b.dispatchNo ?? 0);
}

/** A duty that another visit raised becomes that of the earlier visit, and is told again when it does. */
async function bringForward(tx: Transaction, origin: string, { unit, dutyAt, dispatchNo }: Omit<report.Cause, 'origin'>): Promise<void> {
  if (dispatchNo === null) return;
  const stored = await lockOrigin(tx, origin);
  const decision = stored && report.decide(stored.state, { type: 'BringDutyForward', unit, dutyAt, dispatchNo });
  if (!decision?.accepted || decision.events.length === 0) return;
  const state = decision.events.reduce(report.evolve, stored?.state ?? report.initial);
  if (state.status === 'none') throw new Error('BringDutyForward left no report');
  const after = { state, version: (stored?.version ?? 0) + 1 };
  await saveReport(tx, after);
  tellDue(tx, after);
}

function tellDue(tx: Transaction, { state, version }: StoredReport): void {
  const { reportId, kind, unit, cause, ticketIds, dueOn, dutyAt } = state;
  tx.emit(reportDueV1, { subject: reportId, version, at: dutyAt }, { reportId, report: kind, unit, cause, ticketIds: ticketIds.slice(0, MOST_TICKETS_TOLD), dueOn, dutyAt: isoOf(dutyAt) });
}
