import type { PolicyPack, PolicyRef } from '../policy/index.js';
import type { Authorisation } from './authorisation.js';
import type { Instant, LocalDate, WorkingCalendar } from '../shared/index.js';

/** The calendar as it stood after one publication. */
export interface CalendarRevision {
  readonly calendar: WorkingCalendar;
  /** The person who published it says expressly that deadlines which units were told may move earlier (reading §2.6). */
  readonly allowEarlier: boolean;
  /** The first date that it can rule on. */
  readonly rulesFrom: LocalDate;
  /** When it was made; absent where that was not kept. */
  readonly madeAt?: Instant;
}

/** What a dispatch needs to know of a unit. */
export interface UnitView {
  readonly active: boolean;
  /** True when at least one liaison is active (Art. 3, 23(5)). */
  readonly hasLiaison: boolean;
}

export interface HandlingRules {
  /** Authorisations of deputies on record, at least those that name the account of the command (Art. 18); absent means none. */
  readonly authorisations?: readonly Authorisation[];
  /** The moment of the decision. */
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  /** Names the publications that `calendar` rests on; kept with each window that is told. Absent means that they are not told apart. */
  readonly calendarsKnown?: number;
  /** The publications that became known since, in the order in which they were made. */
  readonly calendarsSince?: (known: number) => readonly CalendarRevision[];
  /** The directory by unit code. */
  readonly units: Readonly<Record<string, UnitView>>;
  /** The pack that binds a dispatch made on a day of Asia/Shanghai. */
  readonly policyOn: (date: LocalDate) => PolicyPack;
  /** The pack that an earlier dispatch is bound to; throws when it is unknown, which is a defect of the installation. */
  readonly policyOf: (ref: PolicyRef) => PolicyPack;
}

export const HANDLING_REFUSALS = [
  'no-such-case',
  'already-open',
  'already-answered',
  'already-declined',
  'already-dispatched',
  'already-closed',
  'already-returned-upstream',
  'not-dispatched',
  'not-closed',
  'not-this-units-ticket',
  'only-the-lead-unit',
  'only-an-assisting-unit',
  'transfer-has-no-assisting-unit',
  'joint-needs-an-assisting-unit',
  'lead-among-assisting',
  'assisting-unit-twice',
  'unknown-unit',
  'unit-inactive',
  'unit-without-liaison',
  'ground-does-not-fit-petitioner',
  'second-dissatisfaction-is-ordered-in-supervision',
  'ruling-needs-more-returns',
  'already-signed',
  'already-declared',
  'already-contacted',
  'already-given-opinion',
  'text-missing',
  'reason-missing',
  'suggested-unit-is-the-asker',
  'outside-return-window',
  'ruling-cannot-be-returned',
  'return-already-asked',
  'return-already-refused',
  'no-return-asked',
  'already-decided',
  'return-undecided',
  'decide-the-return-first',
  'already-result-entered',
  'no-result-entered',
  'plan-missing',
  'review-date-missing',
  'review-date-not-later',
  'explanation-record-missing',
  'opinions-missing',
  'opinion-not-missing',
  'already-feedback-given',
  'no-feedback-given',
  'approver-missing',
  'no-such-authorisation',
  'authorisation-not-valid',
  'approver-is-a-deputy',
  'only-the-principal-leader',
  'instruction-missing',
  'already-instructed',
  'seal-missing',
  'already-reworked',
  'not-the-next-round',
  'not-a-prefecture-transfer',
  'upstream-return-already-asked',
  'upstream-return-undecided',
  'no-upstream-return-asked',
  'category-superseded',
  'marks-unchanged',
  'unit-takes-part-already',
  'unit-has-left',
  'nothing-to-review',
  'already-reviewed-as-resolved',
  'case-disposed',
  'before-previous-step',
  'in-the-future',
] as const;
export type HandlingRefusal = (typeof HANDLING_REFUSALS)[number];
