import type { Instant, LocalDate } from '../shared/index.js';

/** What an entry says. */
export interface EntryContent {
  readonly title: string;
  readonly text: string;
  /** Words by which people ask for it; at most 20. */
  readonly keywords: readonly string[];
  readonly subject: string | null;
  /** The document or office that the entry rests on. */
  readonly source: string;
}

export const ENTRY_TITLE_LIMIT = 200;
export const ENTRY_TEXT_LIMIT = 20_000;
export const KEYWORD_LIMIT = 20;

/** Where the version stands that nobody relies on yet. */
export const DRAFT_STAGES = { draft: '草稿', submitted: '待审核', 'sent-back': '已退回修改' } as const;
export type DraftStage = keyof typeof DRAFT_STAGES;

export interface NoEntry {
  readonly status: 'none';
}

/** The version that is being written; at most one beside the one in force. */
export interface Draft {
  readonly version: number;
  readonly stage: DraftStage;
  readonly content: EntryContent;
  /** Why the county sent it back; null unless it did. */
  readonly sentBackFor: string | null;
}

export interface Publication {
  readonly version: number;
  readonly publishedAt: Instant;
  /** Local date by which the unit looks at it again, Art. 5. */
  readonly reviewOn: LocalDate;
}

/** A knowledge entry of a unit (Art. 5). Versions that are over stay readable with the shell; nothing is decided on them. */
export interface Entry {
  readonly status: 'drafted' | 'in-force' | 'withdrawn';
  readonly entryId: string;
  readonly unit: string;
  readonly draft: Draft | null;
  readonly inForce: Publication | null;
  /** The highest version there ever was. */
  readonly lastVersion: number;
  readonly lastAt: Instant;
}

export type EntryState = NoEntry | Entry;

export const initial: EntryState = { status: 'none' };

/** Begins an entry. */
export interface DraftEntry {
  readonly type: 'DraftEntry';
  readonly entryId: string;
  readonly unit: string;
  readonly content: EntryContent;
  readonly at: Instant;
}

/** Writes on the draft, or begins the next version of an entry in force. */
export interface ReviseEntry {
  readonly type: 'ReviseEntry';
  readonly content: EntryContent;
  readonly at: Instant;
}

export interface SubmitEntry {
  readonly type: 'SubmitEntry';
  readonly at: Instant;
}

/** By the county; supersedes the version in force. */
export interface PublishEntry {
  readonly type: 'PublishEntry';
  readonly at: Instant;
}

export interface SendEntryBack {
  readonly type: 'SendEntryBack';
  readonly reason: string;
  readonly at: Instant;
}

export interface WithdrawEntry {
  readonly type: 'WithdrawEntry';
  readonly reason: string;
  readonly at: Instant;
}

/** The unit looked at the version in force and found it still right. */
export interface ConfirmReviewed {
  readonly type: 'ConfirmReviewed';
  readonly at: Instant;
}

export type EntryCommand = DraftEntry | ReviseEntry | SubmitEntry | PublishEntry | SendEntryBack | WithdrawEntry | ConfirmReviewed;

export interface EntryDrafted {
  readonly type: 'EntryDrafted';
  readonly entryId: string;
  readonly unit: string;
  readonly content: EntryContent;
  readonly at: Instant;
}

export interface EntryRevised {
  readonly type: 'EntryRevised';
  readonly version: number;
  readonly content: EntryContent;
  readonly at: Instant;
}

export interface EntrySubmitted {
  readonly type: 'EntrySubmitted';
  readonly version: number;
  readonly at: Instant;
}

export interface EntryPublished {
  readonly type: 'EntryPublished';
  readonly version: number;
  readonly superseded: number | null;
  readonly reviewOn: LocalDate;
  readonly at: Instant;
}

export interface EntrySentBack {
  readonly type: 'EntrySentBack';
  readonly version: number;
  readonly reason: string;
  readonly at: Instant;
}

export interface EntryWithdrawn {
  readonly type: 'EntryWithdrawn';
  readonly version: number;
  readonly reason: string;
  readonly at: Instant;
}

export interface ReviewConfirmed {
  readonly type: 'ReviewConfirmed';
  readonly version: number;
  readonly reviewOn: LocalDate;
  readonly at: Instant;
}

export type EntryEvent = EntryDrafted | EntryRevised | EntrySubmitted | EntryPublished | EntrySentBack | EntryWithdrawn | ReviewConfirmed;

export const ENTRY_REFUSALS = [
  'entry-already-drafted',
  'no-such-entry',
  'entry-title-missing',
  'entry-title-too-long',
  'entry-text-missing',
  'entry-text-too-long',
  'entry-source-missing',
  'too-many-keywords',
  'entry-waits-for-the-county',
  'nothing-to-submit',
  'nothing-submitted',
  'entry-not-in-force',
  'entry-reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type EntryRefusal = (typeof ENTRY_REFUSALS)[number];

export interface EntryRules {
  readonly now: Instant;
  readonly reviewMonths: number;
}
