import type { Instant } from '../shared/index.js';
import type { Month } from './month.js';

/** The monthly bulletin (通报) of Art. 21: drafted as often as wanted, issued once by a named person, corrected by a further version. */
export interface Bulletin {
  readonly month: Month;
  /** Figures that were computed and not yet issued. */
  readonly draft: Draft | null;
  /** Oldest first; none of them ever changes. */
  readonly issued: readonly Issue[];
}

export interface Draft {
  readonly version: number;
  /** SHA-256 of the figures. */
  readonly hash: string;
  /** Why an issued bulletin is corrected; null for the first version. */
  readonly reason: string | null;
  readonly at: Instant;
  readonly by: string;
}

export interface Issue extends Draft {
  /** Number of the issue within its year (第N期); corrections keep it. */
  readonly number: number;
  readonly issuer: string;
  readonly issuedAt: Instant;
}

export function noBulletin(month: Month): Bulletin {
  return { month, draft: null, issued: [] };
}

export interface DraftBulletin {
  readonly type: 'DraftBulletin';
  readonly hash: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface IssueBulletin {
  readonly type: 'IssueBulletin';
  /** Hash of the draft that the issuer has read. */
  readonly hash: string;
  /** Name of the person who answers for it. */
  readonly issuer: string;
  /** Next free number of the year; a correction does not use it. */
  readonly number: number;
  readonly at: Instant;
}

export type BulletinCommand = DraftBulletin | IssueBulletin;

export type BulletinEvent = ({ readonly type: 'BulletinDrafted' } & Draft) | ({ readonly type: 'BulletinIssued' } & Omit<Issue, keyof Draft>);

export const BULLETIN_REFUSALS = ['correction-without-reason', 'nothing-to-correct', 'no-draft', 'draft-changed', 'month-not-over', 'issuer-not-named'] as const;
export type BulletinRefusal = (typeof BULLETIN_REFUSALS)[number];
