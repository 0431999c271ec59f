import type { AppraisalDimension, Category, DeclineGround, LocalDate, PetitionerKind, RateKind } from '../shared/index.js';

/** Name and version of a pack as written on every dispatch and clock, e.g. `yuanmou-2018@1`. */
export type PolicyRef = string;

/** Limits that do not depend on the category. Working days unless the name says otherwise. */
export interface PolicyLimits {
  /** County sends the ticket to a unit, Art. 14, 16. */
  readonly countyDispatch: number;
  /** Unit takes receipt, Art. 14, 17. */
  readonly unitSign: number;
  /** Lead unit speaks to the petitioner, Art. 17. */
  readonly firstContact: number;
  /** An assisting unit's opinion is due this long before the lead's answer, Art. 15(2). */
  readonly assistBeforeResolve: number;
  /** A unit may say "not ours", Art. 17(return). */
  readonly returnWindow: number;
  /** The same when an on-site check was declared within `returnWindow`, Art. 17(return). */
  readonly returnWindowOnSite: number;
  /** County decides on a return, Art. 17(return). */
  readonly returnReview: number;
  readonly extensionReviewCounty: number;
  readonly extensionReviewPrefecture: number;
  /** From feedback to the registration of the paper, Art. 18. */
  readonly paperFiling: number;
  /** By the wall clock, Art. 4. */
  readonly emergencyReportMinutes: number;
}

/** Time of one category, in working days, Art. 17(1)–(3). */
export interface CategoryLimits {
  readonly resolve: number;
  /** The most an extension may add. */
  readonly extensionCap: number;
}

/** Reasons for which the prefecture reviews an extension after the county. */
export const PREFECTURE_REVIEW_REASONS = { consultation: '咨询类诉求', 'prefecture-transfer': '州级平台转办' } as const;
export type PrefectureReviewReason = keyof typeof PREFECTURE_REVIEW_REASONS;

/** Tickets that are always called back, beside the sample. */
export const ALWAYS_VISITED = { supervised: '督办件' } as const;
export type AlwaysVisited = keyof typeof ALWAYS_VISITED;

/** When the sample of return visits is drawn, Art. 19. */
export const VISIT_DRAWS = { 'on-closing': '办结即抽，月末补足', monthly: '月末统一抽取' } as const;
export type VisitDraw = keyof typeof VISIT_DRAWS;

/** Who keeps a duty roster, so that a day without an officer is a gap (Art. 16, 17). */
export const DUTY_ROSTERS = { 'all-units': '县热线管理机构和所有在用单位', 'those-that-keep-one': '已排有值班表的单位' } as const;
export type DutyRosters = keyof typeof DUTY_ROSTERS;

/** Every limit, cap and rate of one county from one day on (reading §3–5); plain data, never a constant in a rule. */
export interface PolicyPack {
  readonly id: string;
  /** Counts 1, 2, 3 …; a pack that was in force is never edited, a new version follows. */
  readonly version: number;
  /** Administrative code of the county, six digits. */
  readonly county: string;
  readonly name: string;
  /** First local date of Asia/Shanghai on which tickets are bound to the pack. */
  readonly effectiveFrom: LocalDate;
  /** Last such date; absent while the pack is open-ended. */
  readonly effectiveTo?: LocalDate;
  readonly limits: PolicyLimits;
  readonly categories: Readonly<Record<Category, CategoryLimits>>;
  /** A failed call counts as first contact from this attempt on, Art. 17. */
  readonly contactAttempts: number;
  /** Accepted returns after which the county's next dispatch may be a ruling, Art. 17(return). */
  readonly returnsBeforeRuling: number;
  readonly extensionsPerRound: number;
  readonly prefectureReviews: readonly PrefectureReviewReason[];
  readonly warnings: {
    /** Warn when half of the working days are gone. */
    readonly atHalf: boolean;
    readonly onLastDay: boolean;
    /** Hour of the day in Asia/Shanghai at which warnings go out, 0 to 23. */
    readonly hour: number;
  };
  readonly returnVisit: {
    /** Share of closed tickets that are called back, 0 to 1, Art. 19. */
    readonly sampleRate: number;
    readonly always: readonly AlwaysVisited[];
    /** Makes the draw repeatable, so that it can be checked. */
    readonly seed: string;
    /** Said "not solved" counts as dissatisfied even when the level of satisfaction does not. */
    readonly unsolvedIsDissatisfied: boolean;
    /** Calls after which an unanswered visit is recorded as not reached, Art. 19. */
    readonly attempts: number;
    /** Calendar days after closing within which a file is drawn at all: nobody is called about a matter of years ago. */
    readonly drawnWithinDays: number;
    /** `on-closing` (also when absent): drawn at once and completed at the end of the month; `monthly`: drawn at the end of the month only. */
    readonly draw?: VisitDraw;
    /** Working days for the call, from its planning; absent where the county names none. */
    readonly callWithin?: number;
  };
  /** Petitioners whose tickets are always dispatched as supervised, Art. 15(3). */
  readonly supervisedPetitioners: readonly PetitionerKind[];
  readonly rates: {
    /** A unit with fewer tickets is listed apart, not ranked (reading §5). */
    readonly smallSample: number;
  };
  /** Where a petitioner is told to turn when a matter is declined, Art. 12; the person at the desk may say more. */
  readonly turnTo: Readonly<Record<DeclineGround, string>>;
  readonly emergency: {
    /** Who is told of a sudden, urgent or sensitive matter, Art. 4; offices and posts, never names. */
    readonly recipients: readonly string[];
  };
  readonly block: {
    /** The longest block that may be asked for, in calendar days, Art. 24. */
    readonly maxDays: number;
    /** A running block is looked at again after so many calendar days. */
    readonly reviewDays: number;
  };
  readonly knowledge: {
    /** An entry that nobody looked at for so many months is listed as stale, Art. 5. */
    readonly reviewMonths: number;
  };
  readonly liaison: {
    /** A change of liaison is reported within so many working days, Art. 23(5). */
    readonly reportWithin: number;
  };
  /** `all-units` (also when absent): the county agency and each unit, from the day after it was recorded; `those-that-keep-one`: from the first day that they entered. */
  readonly dutyRosters?: DutyRosters;
  readonly supervision: {
    /** The unit is reminded when so many working days of an order are left, Art. 15(3). */
    readonly remindBefore: number;
  };
  readonly accountability: {
    /** Working days in which a unit may make its statement before a decision, Art. 23. */
    readonly statementWithin: number;
    /** A late feedback is a candidate from so many working days on. */
    readonly lateFrom: number;
  };
  readonly archive: {
    /** Years from closing for which material is kept; Art. 20 demands at least 2. */
    readonly retentionYears: number;
  };
  readonly calendarHorizon: {
    /** Calendar days before the last published day at which the alarm goes off (reading §2.5). */
    readonly alarmDays: number;
  };
  readonly topics: {
    /** Similar tickets that make a hot topic, Art. 21. */
    readonly minTickets: number;
    readonly windowDays: number;
  };
  readonly reports: {
    /** Working days for a research report of a unit, Art. 21. */
    readonly research: number;
    /** Working days for a special report to the county leaders, Art. 21. */
    readonly special: number;
    /** Tickets of one topic from which a special report is due. */
    readonly concentratedFrom: number;
    /** Rounds after which a still dissatisfied petitioner obliges the unit to a research report. */
    readonly dissatisfiedRounds: number;
  };
  readonly appraisal: AppraisalScheme;
}

/** How units are scored, Art. 22; the weights of all items add up to 100, and that of satisfaction is the largest single one (Art. 7). */
export interface AppraisalScheme {
  readonly dimensions: Readonly<Record<AppraisalDimension, readonly AppraisalItem[]>>;
}

/** One item of a scheme; `code` is unique within it. */
export type AppraisalItem = ManualItem | RateItem;

/** Scored 0 to `weight` by a person with evidence. */
export interface ManualItem {
  readonly kind: 'manual';
  readonly code: string;
  readonly name: string;
  readonly weight: number;
}

/**
 * Computed: `weight` at or beyond `full`, 0 at or beyond `floor`, in a straight line between; `floor` above `full` where less is better.
 * A rate without denominator is left out and the weights of the others of its dimension are stretched.
 */
export interface RateItem {
  readonly kind: 'rate';
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly rate: RateKind;
  readonly floor: number;
  readonly full: number;
}

/** The name under which a pack is cited on dispatches and clocks. */
export function policyRef(pack: PolicyPack): PolicyRef {
  return `${pack.id}@${pack.version}`;
}

/**
 * The pack that binds what happens on `date`: the one with the latest `effectiveFrom` not after it, the higher version when
 * two begin on one day; before the first pack began, the first. Throws RangeError on an empty list.
 */
export function policyInForce(packs: readonly PolicyPack[], date: LocalDate): PolicyPack {
  const ordered = packs.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version);
  const inForce = ordered.findLast((pack) => pack.effectiveFrom <= date) ?? ordered[0];
  if (!inForce) throw new RangeError('no policy pack is known');
  return inForce;
}

/** Whether the pack expects a duty roster of every unit in service and of the county agency, whether they ever entered one or not (Art. 16, 17). */
export function everyUnitKeepsDuty({ dutyRosters }: PolicyPack): boolean {
  return dutyRosters !== 'those-that-keep-one';
}

/** How rules look policies up; made once from all packs of a county. */
export interface PolicyBook {
  /** The pack a dispatch was bound to; throws RangeError when the pack is not there, which is a fault of the installation. */
  readonly policyOf: (ref: PolicyRef) => PolicyPack;
  /** The pack in force on a local date of Asia/Shanghai. */
  readonly policyAt: (date: LocalDate) => PolicyPack;
}

export function policyBook(packs: readonly PolicyPack[]): PolicyBook {
  const byRef = new Map(packs.map((pack) => [policyRef(pack), pack]));
  return {
    policyOf: (ref) => {
      const pack = byRef.get(ref);
      if (!pack) throw new RangeError(`policy pack is not installed: ${ref}`);
      return pack;
    },
    policyAt: (date) => policyInForce(packs, date),
  };
}
