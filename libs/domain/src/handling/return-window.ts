import { isoOf, localDateOf, refuse, type Deadline, type Instant, type LocalDate, type WorkingCalendar } from '../shared/index.js';
import type { CalendarRevision, HandlingRules } from './handling.rules.js';
import type { Dispatch, UnitPart } from './handling.state.js';
import type { HandlingDecision } from './holding.js';

/** What of a unit's part its return window depends on. */
export type Windowed = Pick<UnitPart, 'onSiteCheckAt' | 'returnDueAt' | 'calendarsKnown' | 'addedAt' | 'plainReturnDueAt' | 'plainCalendarsKnown'>;

/** What the end of a window rests on beside what was told. */
export type WindowRules = Pick<HandlingRules, 'calendar' | 'calendarsSince' | 'policyOf'>;

/** A window as it holds now. */
export interface StandingWindow extends Deadline {
  /** The day that the unit was told, and since when another one holds; null while what was told holds, or nothing was. */
  readonly moved: { readonly toldOn: LocalDate; readonly at: Instant | null } | null;
}

/** The end of a window as a unit was told it, and the publications of the calendar with which it was counted. */
interface Told {
  readonly dueAt: Instant | undefined;
  readonly known: number | undefined;
}

/** A unit's return window, its end exclusive: the plain one, or the longer one once an on-site check was declared (Art. 17(return)). */
export function unitReturnWindow(dispatch: Dispatch, part: Windowed, rules: WindowRules): StandingWindow {
  if (part.onSiteCheckAt === null) return plainReturnWindow(dispatch, part, rules);
  const { returnWindowOnSite } = rules.policyOf(dispatch.policy).limits;
  const counted = (calendar: WorkingCalendar): Deadline => calendar.deadline(part.addedAt ?? dispatch.at, returnWindowOnSite);
  return ledOn({ dueAt: part.returnDueAt, known: part.calendarsKnown }, counted, rules);
}

/** The longer window that a unit is told when it declares an on-site check: the days that this adds are counted on from the end of the window it has. */
export function onSiteReturnWindow(dispatch: Dispatch, part: Windowed, rules: HandlingRules): Deadline {
  const { returnWindow, returnWindowOnSite } = rules.policyOf(dispatch.policy).limits;
  return rules.calendar.shift(plainReturnWindow(dispatch, part, rules).dueOn, returnWindowOnSite - returnWindow);
}

/** What is kept with a window that is told. */
export function countedWith({ calendarsKnown }: HandlingRules): { readonly calendarsKnown?: number } {
  return calendarsKnown === undefined ? {} : { calendarsKnown };
}

/** Why a step comes too late for the window; a provisional one is never over (reading §2.5). */
export function afterReturnWindow({ dueAt, provisional }: Deadline, at: Instant): HandlingDecision | undefined {
  return at >= dueAt && !provisional ? refuse('outside-return-window', { values: { until: isoOf(dueAt) } }) : undefined;
}

/** The window as it was told to the unit: with the dispatch, or with being brought in later. */
export function toldReturnDueAt(dispatch: Pick<Dispatch, 'returnDueAt'>, part: Pick<UnitPart, 'addedAt' | 'plainReturnDueAt'> | undefined): Instant | undefined {
  return part?.addedAt === undefined ? dispatch.returnDueAt : part.plainReturnDueAt;
}

/** A unit that was brought in later counts from that moment. */
function plainReturnWindow(dispatch: Dispatch, part: Windowed, rules: WindowRules): StandingWindow {
  const { returnWindow } = rules.policyOf(dispatch.policy).limits;
  const known = part.addedAt === undefined ? dispatch.calendarsKnown : part.plainCalendarsKnown;
  return ledOn({ dueAt: toldReturnDueAt(dispatch, part), known }, (calendar) => calendar.deadline(part.addedAt ?? dispatch.at, returnWindow), rules);
}

/**
 * Leads what a unit was told through every calendar that became known since, one after the other: later as counted, earlier only
 * by a publication that says so (reading §2.6). As certain as the calendar of now.
 */
function ledOn({ dueAt, known }: Told, counted: (calendar: WorkingCalendar) => Deadline, rules: WindowRules): StandingWindow {
  const now = counted(rules.calendar);
  if (dueAt === undefined) return { ...now, moved: null };
  let [until, at] = [dueAt, null as Instant | null];
  for (const revision of revisionsSince(known, rules)) {
    const due = movedBy(revision, until, counted(revision.calendar).dueAt);
    if (due !== until) [until, at] = [due, revision.madeAt ?? null];
  }
  return { dueOn: localDateOf(until - 1), dueAt: until, provisional: now.provisional, moved: until === dueAt ? null : { toldOn: localDateOf(dueAt - 1), at } };
}

function movedBy({ allowEarlier, rulesFrom }: CalendarRevision, told: Instant, counted: Instant): Instant {
  const earlierToo = allowEarlier && rulesFrom <= localDateOf(told - 1);
  return earlierToo || counted > told ? counted : told;
}

/** Where publications are not told apart, the calendar of now is one that allows nothing. */
function revisionsSince(known: number | undefined, { calendar, calendarsSince }: WindowRules): readonly CalendarRevision[] {
  return known === undefined || calendarsSince === undefined ? [{ calendar, allowEarlier: false, rulesFrom: '0001-01-01' }] : calendarsSince(known);
}
