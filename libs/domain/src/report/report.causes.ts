import type { PolicyPack } from '../policy/index.js';
import { dayOf, type Instant, type ReportCause, type ReportKind, type Satisfaction, startOfShanghaiDay, type WorkingCalendar } from '../shared/index.js';
import { COUNTY, isOwed, type Report } from './report.js';

/** Why a report is owed, once for each `origin`. */
export interface Cause {
  readonly origin: string;
  readonly kind: ReportKind;
  readonly unit: string;
  readonly cause: ReportCause;
  readonly ticketIds: readonly string[];
  readonly topicId: string | null;
  readonly dutyAt: Instant;
  /** Of the visit; null when no visit obliges. */
  readonly dispatchNo: number | null;
}

export interface HeardVisit {
  readonly ticketId: string;
  readonly unit: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly reached: boolean;
  readonly solved: boolean;
  readonly satisfaction: Satisfaction | null;
  readonly at: Instant;
}

/** A petitioner who is still dissatisfied after the policy's number of rounds obliges the unit to a research report, once a ticket (Art. 21); what the county answered itself obliges no unit. */
export function causeInVisit(visit: HeardVisit, { reports, returnVisit }: Pick<PolicyPack, 'reports' | 'returnVisit'>): Cause | undefined {
  const said = visit.satisfaction === 'dissatisfied' || visit.satisfaction === 'very-dissatisfied';
  const dissatisfied = visit.reached && (said || (returnVisit.unsolvedIsDissatisfied && !visit.solved));
  if (!dissatisfied || visit.unit === COUNTY || visit.round < reports.dissatisfiedRounds) return undefined;
  const { ticketId, unit, at, dispatchNo } = visit;
  return causeOfVisit({ ticketId, unit, dutyAt: at, dispatchNo });
}

/** The report that a visit obliges to. */
export function causeOfVisit({ ticketId, unit, dutyAt, dispatchNo }: Pick<HeardVisit, 'ticketId' | 'unit' | 'dispatchNo'> & { readonly dutyAt: Instant }): Cause {
  return { origin: originOfTicket(ticketId), kind: 'research', unit, cause: 'repeatedly-dissatisfied', ticketIds: [ticketId], topicId: null, dutyAt, dispatchNo };
}

export function originOfTicket(ticketId: string): string {
  return `repeatedly-dissatisfied:${ticketId}`;
}

export interface HeardTopic {
  readonly topicId: string;
  readonly ticketIds: readonly string[];
  readonly foundAt: Instant;
  /** Lead unit of the newest dispatch of each ticket that was dispatched. */
  readonly leads: ReadonlyMap<string, string>;
}

/**
 * A topic of the policy's number of tickets obliges the county to a special report to the leaders; where that many of its tickets
 * are one unit's, that unit to a research report too. Once a topic, and unit (Art. 21).
 */
export function causesInTopic({ topicId, ticketIds, foundAt, leads }: HeardTopic, { reports }: Pick<PolicyPack, 'reports'>): Cause[] {
  const about = (kind: ReportKind, unit: string, tickets: readonly string[]): Cause => ({
    origin: `concentrated:${kind}:${unit}:${topicId}`,
    ...{ kind, unit, cause: 'concentrated', ticketIds: tickets, topicId, dutyAt: foundAt, dispatchNo: null },
  });
  const units = [...new Set(leads.values())].sort();
  const ofUnits = units.map((unit) => about('research', unit, ticketIds.filter((ticketId) => leads.get(ticketId) === unit)));
  return [about('special', COUNTY, ticketIds), ...ofUnits].filter((cause) => cause.ticketIds.length >= reports.concentratedFrom);
}

/** Working days that the policy gives for a report. */
export function workingDaysFor(kind: ReportKind, { reports }: Pick<PolicyPack, 'reports'>): number {
  return kind === 'special' ? reports.special : reports.research;
}

/** When a report is due by the calendar known now: never earlier than it was told (reading §2.6); `overdue` only when that is certain, while it is owed and after it was submitted late (reading §2.5). */
export function standingOf(report: Report, calendar: WorkingCalendar, now: Instant): { readonly dueOn: string; readonly provisional: boolean; readonly overdue: boolean } {
  const counted = calendar.deadline(report.dutyAt, report.workingDays);
  const dueOn = counted.dueOn >= report.dueOn ? counted.dueOn : report.dueOn;
  const dueAt = startOfShanghaiDay(dayOf(dueOn) + 1);
  return { dueOn, provisional: counted.provisional, overdue: !counted.provisional && missed(report, dueAt, now) };
}

/** What came late was late, whatever became of it since. */
function missed(report: Report, dueAt: Instant, now: Instant): boolean {
  const submittedAt = report.submissions.at(-1)?.at;
  if (isOwed(report)) return now >= dueAt;
  return report.status !== 'withdrawn' && submittedAt !== undefined && submittedAt >= dueAt;
}
