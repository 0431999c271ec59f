import type { PolicyPack } from '../policy/index.js';
import { MOMENT_REFUSALS, type Category, type Instant, type Verdict } from '../shared/index.js';

/** Everything that is known about an extension once it was asked for. */
export interface AskedExtension {
  readonly extensionId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly reason: string;
  /** Asked for and, when granted, added to the original due date. */
  readonly workingDays: number;
  readonly askedAt: Instant;
  /** The deadline before which it was asked; exclusive. */
  readonly originalDueAt: Instant;
  /** The county may not decide alone, as things stood when it was asked or sent on; the category of the moment decides (Art. 13, 17(1)). */
  readonly prefectureReviews: boolean;
}

/** More time for one round of a ticket (Art. 17): an object of its own, never more than one a round. */
export type Extension =
  | { readonly status: 'none' }
  | (AskedExtension & { readonly status: 'asked' })
  | (AskedExtension & { readonly status: 'forwarded'; readonly forwardedAt: Instant })
  | (AskedExtension & { readonly status: 'granted'; readonly forwardedAt: Instant | null; readonly decidedBy: ExtensionReviewer; readonly decidedAt: Instant })
  | (AskedExtension & {
      readonly status: 'refused';
      readonly forwardedAt: Instant | null;
      readonly decidedBy: ExtensionReviewer;
      readonly decidedAt: Instant;
      readonly refusalReason: string;
    });

export const initial: Extension = { status: 'none' };

export const EXTENSION_REVIEWERS = { county: '县政府热线管理机构', prefecture: '州级热线管理机构' } as const;
export type ExtensionReviewer = keyof typeof EXTENSION_REVIEWERS;

export type ExtensionCommand =
  | { readonly type: 'AskExtension'; readonly extensionId: string; readonly unit: string; readonly reason: string; readonly workingDays: number; readonly at: Instant }
  /** The county agrees and sends it on to the prefecture. */
  | { readonly type: 'ForwardExtension'; readonly at: Instant }
  /** `told`: the level above decided so on its own platform, which cannot be refused; of its days those over the cap do not count. */
  | { readonly type: 'GrantExtension'; readonly by: ExtensionReviewer; readonly at: Instant; readonly told?: boolean }
  | { readonly type: 'RefuseExtension'; readonly by: ExtensionReviewer; readonly reason: string; readonly at: Instant };

export type ExtensionEvent =
  | ({ readonly type: 'ExtensionAsked' } & AskedExtension)
  | { readonly type: 'ExtensionForwarded'; readonly forwardedAt: Instant }
  | { readonly type: 'ExtensionGranted'; readonly by: ExtensionReviewer; readonly workingDays: number; readonly decidedAt: Instant }
  | { readonly type: 'ExtensionRefused'; readonly by: ExtensionReviewer; readonly reason: string; readonly decidedAt: Instant };

/** What the decision reads of the resolve clock of a dispatch; a `Clock` fits. */
export interface ResolveClockView {
  /** The lead unit, which alone may ask. */
  readonly unit: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly category: Category | null;
  readonly prefectureTransfer: boolean;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** Counted into a year that is not published: nobody is late by it (reading §2.5). */
  readonly provisional: boolean;
  readonly stoppedAt: Instant | null;
  readonly verdict: Verdict;
}

export interface ExtensionRules {
  readonly now: Instant;
  /** The resolve clock of the dispatch that the request was made in, for a new request that of the ticket's latest; null when there is none. */
  readonly resolve: ResolveClockView | null;
  /** Extensions already asked for in this round by the unit that has it now, whatever became of them; those of a unit that returned the ticket went with its clocks. */
  readonly alreadyThisRound: number;
  /** Working days of them that were granted or may still be: together they stay within the cap. */
  readonly daysThisRound: number;
  /** Working days of them that were granted. */
  readonly grantedThisRound: number;
  /** A limit of law stands in place of base and cap (Art. 17(3)): there is nothing to extend. */
  readonly statutory: boolean;
  /** The pack to which the dispatch is bound. */
  readonly policy: PolicyPack;
}

export const EXTENSION_REFUSALS = [
  ...MOMENT_REFUSALS,
  'already-asked',
  'already-decided',
  'already-forwarded',
  'already-this-round',
  'asked-after-deadline',
  'not-asked',
  'not-forwarded',
  'not-this-units-ticket',
  'over-the-cap',
  'over-the-cap-now',
  'prefecture-must-decide',
  'prefecture-review-not-needed',
  'reason-missing',
  'resolve-clock-not-running',
  'statutory-limit-has-no-extension',
  'working-days-not-positive',
] as const;
export type ExtensionRefusal = (typeof EXTENSION_REFUSALS)[number];
