import type { AppraisalScheme, PolicyRef } from '../policy/index.js';
import type { Instant, RateKind } from '../shared/index.js';
import type { Hundredths } from './arithmetic.js';
import type { PeriodSpan } from './period-span.js';
import type { Exclusion, ManualScore, ScoredUnit } from './score.js';

export const PERIOD_STATUSES = { open: '计分中', preview: '公示中', 'county-signed': '县级热线管理机构已签认', frozen: '已定' } as const;
export type PeriodStatus = keyof typeof PERIOD_STATUSES;

/** Who signs an appraisal (Art. 22): the county agency and the supervision office of party committee and government (县委县政府督查室). */
export const SIGNING_BODIES = { county: '县政府热线管理机构', office: '县委县政府督查室' } as const;
export type SigningBody = keyof typeof SIGNING_BODIES;

/** What a person gave for a manual item, and why. */
export interface ManualEntry extends ManualScore {
  readonly evidence: string;
  /** Ids of tickets, cases, entries … that bear it out. */
  readonly refs: readonly string[];
  readonly by: string;
  readonly at: Instant;
}

export interface ExclusionEntry extends Exclusion {
  readonly reason: string;
  /** The upheld appeal it follows from. */
  readonly appealId: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface AppealDecision {
  readonly upheld: boolean;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** A unit's objection to an item, to a counted ticket, or to a ticket within an item. */
export interface Appeal {
  readonly appealId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly ticketId: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  readonly decision: AppealDecision | null;
}

/** One version of the appraisal of one period; nothing changes it once it is frozen. */
export interface AppraisalPeriod {
  readonly status: PeriodStatus;
  readonly span: PeriodSpan;
  /** Counts 1, 2, 3 …: a correction is a new version beside the old. */
  readonly version: number;
  /** Why this version corrects the one before; null for the first. */
  readonly correction: string | null;
  readonly scheme: PolicyRef;
  readonly openedAt: Instant;
  readonly previewedAt: Instant | null;
  /** The units that are scored, with the names of the day of the preview. */
  readonly units: readonly ScoredUnit[];
  readonly manual: readonly ManualEntry[];
  readonly exclusions: readonly ExclusionEntry[];
  readonly appeals: readonly Appeal[];
  readonly signatures: readonly { readonly body: SigningBody; readonly by: string; readonly at: Instant }[];
  readonly sentBack: readonly { readonly reason: string; readonly by: string; readonly at: Instant }[];
  readonly frozen: { readonly hash: string; readonly at: Instant } | null;
}

export interface NoPeriod {
  readonly status: 'none';
}
export type PeriodState = NoPeriod | AppraisalPeriod;
export const initial: PeriodState = { status: 'none' };

interface Given {
  readonly by: string;
  readonly at: Instant;
}

export interface OpenPeriod extends Given {
  readonly type: 'OpenPeriod';
  readonly name: string;
  readonly scheme: PolicyRef;
  /** The newest version there is; a further one needs `correction`. */
  readonly previous: AppraisalPeriod | null;
  readonly correction: string | null;
}

/** Takes in what was counted, so that everybody looks at the same figures; may be repeated until the first signature. */
export interface ComputePreview extends Given {
  readonly type: 'ComputePreview';
  readonly units: readonly ScoredUnit[];
  /** The newest versions of the period's months, as far as there are any; empty for a month. */
  readonly months: readonly AppraisalPeriod[];
}

export interface ScoreManually extends Given {
  readonly type: 'ScoreManually';
  readonly unit: string;
  readonly item: string;
  readonly points: Hundredths;
  readonly evidence: string;
  readonly refs: readonly string[];
}

export interface ExcludeTicket extends Given {
  readonly type: 'ExcludeTicket';
  readonly unit: string;
  readonly ticketId: string;
  readonly rate: RateKind | null;
  readonly reason: string;
}

export interface ReadmitTicket extends Given {
  readonly type: 'ReadmitTicket';
  readonly unit: string;
  readonly ticketId: string;
  readonly rate: RateKind | null;
  readonly reason: string;
}

export interface LodgeAppeal extends Given {
  readonly type: 'LodgeAppeal';
  readonly appealId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly ticketId: string | null;
  readonly reason: string;
}

export interface DecideAppeal extends Given {
  readonly type: 'DecideAppeal';
  readonly appealId: string;
  readonly upheld: boolean;
  readonly reason: string;
  /** The new score, when a manual item's appeal is upheld. */
  readonly points: Hundredths | null;
  /** What no longer counts, when a computed item's appeal is upheld that names no ticket. */
  readonly ticketIds: readonly string[];
}

export interface Sign extends Given {
  readonly type: 'Sign';
  readonly body: SigningBody;
}

export interface SendBack extends Given {
  readonly type: 'SendBack';
  readonly reason: string;
}

export type PeriodCommand = OpenPeriod | ComputePreview | ScoreManually | ExcludeTicket | ReadmitTicket | LodgeAppeal | DecideAppeal | Sign | SendBack;

export type PeriodEvent =
  | { readonly type: 'PeriodOpened'; readonly span: PeriodSpan; readonly version: number; readonly correction: string | null; readonly scheme: PolicyRef; readonly manual: readonly ManualEntry[]; readonly exclusions: readonly ExclusionEntry[]; readonly at: Instant }
  | { readonly type: 'PreviewComputed'; readonly units: readonly ScoredUnit[]; readonly at: Instant }
  | { readonly type: 'ManualScored'; readonly entry: ManualEntry }
  | { readonly type: 'TicketExcluded'; readonly entry: ExclusionEntry }
  | { readonly type: 'TicketReadmitted'; readonly entry: ExclusionEntry; readonly reason: string; readonly by: string; readonly at: Instant }
  | { readonly type: 'AppealLodged'; readonly appeal: Appeal }
  | { readonly type: 'AppealDecided'; readonly appealId: string; readonly decision: AppealDecision }
  | { readonly type: 'PeriodSigned'; readonly body: SigningBody; readonly by: string; readonly at: Instant }
  | { readonly type: 'SentBack'; readonly reason: string; readonly by: string; readonly at: Instant }
  | { readonly type: 'PeriodFrozen'; readonly hash: string; readonly at: Instant };

/** What a decision needs to know beside the period itself. */
export interface PeriodRules {
  readonly now: Instant;
  readonly scheme: AppraisalScheme;
  /** Running provisional deadlines that fall in the period (reading §2.5). */
  readonly provisional: number;
  /** The ticket is among what was counted for the unit. */
  readonly isCounted: (unit: string, ticketId: string) => boolean;
  /** SHA-256 (hex) over what would be frozen now. */
  readonly hash: string;
}

export const PERIOD_REFUSALS = [
  'no-such-period',
  'not-a-period',
  'period-exists',
  'correction-reason-missing',
  'not-yet-previewed',
  'already-county-signed',
  'period-frozen',
  'not-county-signed',
  'period-not-over',
  'provisional-deadlines',
  'appeals-undecided',
  'manual-scores-missing',
  'months-not-frozen',
  'derived-from-months',
  'same-person-signs-both',
  'unit-not-scored',
  'unknown-item',
  'item-is-computed',
  'points-out-of-range',
  'evidence-missing',
  'grounds-missing',
  'ticket-not-counted',
  'already-excluded',
  'not-excluded',
  'appeal-without-target',
  'appeal-pending',
  'no-such-appeal',
  'appeal-decided',
  'points-missing',
  'tickets-missing',
] as const;
export type PeriodRefusal = (typeof PERIOD_REFUSALS)[number];
