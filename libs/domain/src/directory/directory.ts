import { accept, localDateOf, refuse, startOfShanghaiDay, dayOf, type Decision, type Instant, type LocalDate, type WorkingCalendar } from '../shared/index.js';

/** What a unit's record says about whether it still stands for itself. */
export interface UnitStanding {
  readonly code: string;
  readonly active: boolean;
  readonly mergedInto: string | null;
}

export const DIRECTORY_REFUSALS = ['merged-unit-still-active', 'merged-into-itself', 'unknown-successor', 'merged-in-a-circle', 'changed-in-the-future', 'changed-before-the-last-change'] as const;
export type DirectoryRefusal = (typeof DIRECTORY_REFUSALS)[number];

export interface UnitMerged {
  readonly type: 'UnitStandingRecorded';
}

/**
 * Whether a unit may be recorded so (Art. 3): who was merged into another takes no tickets any more, and following the
 * successors must end at a unit. `successors`: every merged unit known, by code.
 */
export function decideStanding({ code, active, mergedInto }: UnitStanding, known: ReadonlyMap<string, string | null>): Decision<UnitMerged, DirectoryRefusal> {
  if (mergedInto === null) return accept({ type: 'UnitStandingRecorded' });
  const field = { field: 'mergedInto', values: { unit: mergedInto } };
  if (mergedInto === code) return refuse('merged-into-itself', field);
  if (active) return refuse('merged-unit-still-active', field);
  if (!known.has(mergedInto)) return refuse('unknown-successor', field);
  const seen = new Set([code]);
  for (let unit: string | null | undefined = mergedInto; unit != null; unit = known.get(unit)) {
    if (seen.has(unit)) return refuse('merged-in-a-circle', field);
    seen.add(unit);
  }
  return accept({ type: 'UnitStandingRecorded' });
}

/** A unit has another liaison since `changedOn` and says so at `at`. */
export interface ReportLiaisonChange {
  readonly type: 'ReportLiaisonChange';
  readonly changedOn: LocalDate;
  readonly at: Instant;
}

export interface LiaisonChangeReported {
  readonly type: 'LiaisonChangeReported';
  readonly changedOn: LocalDate;
  /** Local date in Asia/Shanghai. */
  readonly reportedOn: LocalDate;
  /** Working days strictly after the change up to the report. */
  readonly workingDays: number;
  /** Reported after the policy's number of working days (Art. 23(5)). */
  readonly late: boolean;
}

export interface LiaisonRules {
  readonly calendar: WorkingCalendar;
  /** Working days within which a change is reported. */
  readonly reportWithin: number;
  /** Of the change that was reported before, if any. */
  readonly lastChangedOn: LocalDate | null;
}

/** Decides how long a reported change of liaison took to be reported (Art. 3, 23(5)). */
export function decideLiaisonChange({ changedOn, at }: ReportLiaisonChange, rules: LiaisonRules): Decision<LiaisonChangeReported, DirectoryRefusal> {
  const reportedOn = localDateOf(at);
  if (changedOn > reportedOn) return refuse('changed-in-the-future', { field: 'changedOn', values: { today: reportedOn } });
  if (rules.lastChangedOn !== null && changedOn < rules.lastChangedOn) return refuse('changed-before-the-last-change', { field: 'changedOn', values: { last: rules.lastChangedOn } });
  const workingDays = rules.calendar.workingDaysBetween(startOfShanghaiDay(dayOf(changedOn)), at);
  return accept({ type: 'LiaisonChangeReported', changedOn, reportedOn, workingDays, late: workingDays > rules.reportWithin });
}
