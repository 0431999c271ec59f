import { Injectable } from '@nestjs/common';
import { isUnitBound, type Principal } from '@hotline/auth';
import { reportSubmittedV1, reportWithdrawnV1 } from '@hotline/contracts';
import { archive, report, type policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Outcome, type WorkingCalendar } from '@hotline/domain/shared';
import { decodeCursor, fieldProblem, page, type Clock, type Page } from '@hotline/http';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { unitNames } from '../rates/rate.store.js';
import { ReportDuties } from './report-duties.js';
import type { RaiseReportBody, ReportQuery, ReportView } from './report.dto.js';
import { findReport, listReports, lockReport, saveReport, type StoredReport } from './report.store.js';

/** Research and special reports as tasks (Art. 21). */
@Injectable()
export class ReportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly duties: ReportDuties,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
    private readonly policies: policy.PolicyBook,
  ) {}

  /** A person sees that a matter is strong or sensitive and obliges the unit to a research report. */
  raise(request: CommandRequest, { unit, cause, ticketIds }: RaiseReportBody): Promise<Outcome<ReportView>> {
    return this.uow.command(request, async (tx) => {
      if (!(await unitNames(tx)).has(unit)) throw fieldProblem('unit', 'unknown-unit', '没有这个单位，请核对单位编码');
      const tickets = [...new Set(ticketIds)].sort();
      const origin = `${cause}:${unit}:${tickets.join(',')}`;
      const [raised] = await this.duties.raise(tx, [{ origin, kind: 'research', unit, cause, ticketIds: tickets, topicId: null, dutyAt: request.at, dispatchNo: null }]);
      if (!raised) return { ok: false, refusal: { slug: 'report-already-due' } };
      tx.audit(request, 'RaiseDuty', raised.state.reportId, { unit, cause });
      return { ok: true, value: this.#view(raised, await this.calendars.current(tx), request.at) };
    });
  }

  /** A report out of the caller's sight is not there. */
  command(request: CommandRequest, caller: Principal, reportId: string, command: Exclude<report.ReportCommand, report.RaiseDuty | report.WeighDuty>): Promise<Outcome<ReportView>> {
    return this.uow.command(request, async (tx) => {
      const stored = await lockReport(tx, reportId);
      if (!stored || !maySee(caller, stored.state)) return { ok: false, refusal: { slug: 'no-such-report' } };
      const decision = report.decide(stored.state, command);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const state = decision.events.reduce(report.evolve, stored.state as report.ReportState);
      if (state.status === 'none') throw new Error(`${command.type} left no report`);
      const after = { state, version: stored.version + 1 };
      await saveReport(tx, after);
      tell(tx, after, decision.events);
      tx.audit(request, command.type, reportId);
      return { ok: true, value: this.#view(after, await this.calendars.current(tx), request.at) };
    });
  }

  find(caller: Principal, reportId: string): Promise<Outcome<ReportView>> {
    return this.uow.read(async (tx) => {
      const stored = await findReport(tx, reportId);
      if (!stored || !maySee(caller, stored.state)) return { ok: false, refusal: { slug: 'no-such-report' } };
      return { ok: true, value: this.#view(stored, await this.calendars.current(tx), this.clock.now()) };
    });
  }

  /** Newest duty first; with `overdue` those whose date is over by the calendar known now, or was when they were submitted. */
  list(caller: Principal, { kind, status, unit, overdue, limit, cursor }: ReportQuery): Promise<Page<ReportView>> {
    const now = this.clock.now();
    const after = decodeCursor(cursor, 'number', 'uuid');
    const filter = { kind, status, unit: isUnitBound(caller) ? (caller.unit ?? '') : unit, ...(overdue === 'true' && { toldBefore: localDateOf(now) }) };
    return this.uow.read(async (tx) => {
      const calendar = await this.calendars.current(tx);
      const rows = await listReports(tx, filter, after && [isoOf(after[0]), after[1]], limit + 1);
      const { items, next } = page(rows, limit, ({ state }) => [state.dutyAt, state.reportId]);
      const views = items.map((row) => this.#view(row, calendar, now));
      // a date that was moved since it was told, or is provisional, is not over: such a page is shorter
      return { items: overdue === undefined ? views : views.filter((view) => view.overdue === (overdue === 'true')), next };
    });
  }

  #view({ state, version }: StoredReport, calendar: WorkingCalendar, now: number): ReportView {
    const { reportId, kind, status, unit, cause, ticketIds, topicId, workingDays } = state;
    const endedAt = report.endedAtOf(state);
    return {
      ...{ reportId, kind, status, unit, cause, ticketIds, topicId, workingDays, version },
      ...report.standingOf(state, calendar, now),
      dutyAt: isoOf(state.dutyAt),
      submissions: state.submissions.map((each) => ({ ...each, at: isoOf(each.at) })),
      sentBack: state.sentBack.map((each) => ({ ...each, at: isoOf(each.at) })),
      acceptedAt: state.acceptedAt === null ? null : isoOf(state.acceptedAt),
      baselessSince: state.baselessSince ? isoOf(state.baselessSince) : null,
      disposedAt: state.disposedAt ? isoOf(state.disposedAt) : null,
      retainUntil: endedAt === null ? null : archive.retainUntil(endedAt, this.policies.policyAt(localDateOf(endedAt)).archive.retentionYears),
    };
  }
}

function maySee(caller: Principal, state: report.Report): boolean {
  return !isUnitBound(caller) || caller.unit === state.unit;
}

function tell(tx: Transaction, { state, version }: StoredReport, events: readonly report.ReportEvent[]): void {
  for (const event of events) {
    const { reportId, kind, unit } = state;
    const about = { reportId, report: kind, unit };
    if (event.type === 'ReportSubmitted') tx.emit(reportSubmittedV1, { subject: reportId, version, at: event.at }, { ...about, submittedAt: isoOf(event.at) });
    if (event.type === 'ReportSentBack' && state.status === 'withdrawn') tx.emit(reportWithdrawnV1, { subject: reportId, version, at: event.at }, { ...about, withdrawnAt: isoOf(event.at) });
  }
}
