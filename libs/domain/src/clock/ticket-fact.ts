import type { PolicyRef } from '../policy/index.js';
import type { Category, Channel, DispatchMode, Instant, LocalDate, TicketLink, WithdrawalReason } from '../shared/index.js';
import type { StatutoryTerms } from './clock.js';

/**
 * What the clocks of one ticket rest on: things that happened, each with the moment at which it happened. A set, not a
 * sequence: facts arrive late, twice and in any order, and the clocks computed from the set are the same.
 */
export type TicketFact =
  | RegisteredFact
  | { readonly type: 'accepted'; readonly at: Instant }
  /** Whoever had left no way to be contacted has left one now; told once. */
  | { readonly type: 'contact-left'; readonly at: Instant }
  | { readonly type: 'declined'; readonly at: Instant }
  | { readonly type: 'answered'; readonly at: Instant }
  /** Tied to another ticket, which is handled in its place or beside it (Art. 17(2)); told again when that one is tied itself. */
  | { readonly type: 'linked'; readonly link: TicketLink; readonly at: Instant }
  | { readonly type: 'unlinked'; readonly link: TicketLink; readonly at: Instant }
  /** What it was tied to, to be handled with it, was declined: the county has to tell its petitioner (Art. 12, 17(2)). */
  | { readonly type: 'primary-declined'; readonly at: Instant }
  | { readonly type: 'petitioner-told'; readonly at: Instant }
  | { readonly type: 'escalated'; readonly escalationId: string; readonly at: Instant }
  | { readonly type: 'escalation-acknowledged'; readonly escalationId: string; readonly at: Instant }
  | DispatchedFact
  | WithdrawnFact
  | { readonly type: 'assisting-added'; readonly dispatchNo: number; readonly unit: string; readonly at: Instant }
  | CategoryChangedFact
  | StatutoryLimitFact
  | { readonly type: 'statutory-limit-revoked'; readonly limitId: string; readonly at: Instant }
  | { readonly type: 'signed'; readonly dispatchNo: number; readonly unit: string; readonly at: Instant }
  /** A contact that counts: reached, or attempts exhausted. Failed attempts are no facts. */
  | { readonly type: 'contacted'; readonly dispatchNo: number; readonly at: Instant }
  | { readonly type: 'opinion-given'; readonly dispatchNo: number; readonly unit: string; readonly at: Instant }
  /** The lead's result, approved or not: from here on it waits for no opinion (Art. 15(2)); entered again when it was sent back. */
  | { readonly type: 'result-entered'; readonly dispatchNo: number; readonly at: Instant }
  | { readonly type: 'on-site-check-declared'; readonly dispatchNo: number; readonly unit: string; readonly at: Instant }
  | { readonly type: 'return-asked'; readonly dispatchNo: number; readonly unit: string; readonly at: Instant }
  | { readonly type: 'return-decided'; readonly dispatchNo: number; readonly unit: string; readonly accepted: boolean; readonly at: Instant }
  | { readonly type: 'feedback-given'; readonly dispatchNo: number; readonly at: Instant }
  | { readonly type: 'closed'; readonly dispatchNo: number; readonly at: Instant }
  /** A further round was ordered whose lead unit can take no ticket any more. */
  | { readonly type: 'rework-awaits-dispatch'; readonly round: number; readonly at: Instant }
  | { readonly type: 'upstream-return-asked'; readonly at: Instant }
  | { readonly type: 'upstream-return-decided'; readonly accepted: boolean; readonly at: Instant }
  | SupervisionOrderedFact
  | { readonly type: 'supervision-lifted'; readonly orderNo: string; readonly at: Instant }
  | ExtensionAskedFact
  | { readonly type: 'extension-forwarded'; readonly extensionId: string; readonly at: Instant }
  | {
      readonly type: 'extension-decided';
      readonly extensionId: string;
      readonly by: 'county' | 'prefecture';
      readonly granted: boolean;
      readonly workingDays: number;
      readonly at: Instant;
    };

export interface RegisteredFact {
  readonly type: 'registered';
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly category: Category;
  readonly prefectureTransfer: boolean;
  /** The petitioner left no way to be contacted (Art. 17). */
  readonly contactable?: false;
  /** Until when the prefecture wants it done; absent where it set no date. */
  readonly prefectureDueOn?: LocalDate;
}

export interface DispatchedFact {
  readonly type: 'dispatched';
  readonly dispatchNo: number;
  readonly round: number;
  readonly category: Category;
  readonly mode: DispatchMode;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly policy: PolicyRef;
  readonly prefectureTransfer: boolean;
  /** The county's ruling, which cannot be returned; absent means no. */
  readonly ruling?: boolean;
  readonly at: Instant;
}

/** The dispatch is void as a whole: the county had answered or declined itself, or recalls it. A missing reason means answered. */
export interface WithdrawnFact {
  readonly type: 'dispatch-withdrawn';
  readonly dispatchNo: number;
  readonly reason?: Exclude<WithdrawalReason, 'answered'>;
  readonly at: Instant;
}

/** Art. 13: the newest counts, whatever the order of arrival. */
export interface CategoryChangedFact {
  readonly type: 'category-changed';
  readonly category: Category;
  readonly previous: Category;
  readonly at: Instant;
}

/** Art. 17(3): a limit of law in place of base and cap; the newest that was not revoked counts. */
export interface StatutoryLimitFact extends StatutoryTerms {
  readonly type: 'statutory-limit-set';
  readonly limitId: string;
  readonly dispatchNo: number;
  readonly at: Instant;
}

export interface SupervisionOrderedFact {
  readonly type: 'supervision-ordered';
  readonly orderNo: string;
  readonly dispatchNo: number;
  readonly unit: string;
  /** Null: due with the resolve clock of the dispatch. */
  readonly workingDays: number | null;
  readonly at: Instant;
}

export interface ExtensionAskedFact {
  readonly type: 'extension-asked';
  readonly extensionId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly workingDays: number;
  readonly at: Instant;
}

/** Facts of one type, e.g. `FactOf<'signed'>`. */
export type FactOf<Type extends TicketFact['type']> = Extract<TicketFact, { readonly type: Type }>;

/** Identifies a fact within its ticket: storing one row a key makes a second delivery harmless. */
export function factKey(fact: TicketFact): string {
  if ('extensionId' in fact) return `${fact.type}:${fact.extensionId}`;
  if ('limitId' in fact) return `${fact.type}:${fact.limitId}`;
  if ('escalationId' in fact) return `${fact.type}:${fact.escalationId}`;
  if ('orderNo' in fact) return `${fact.type}:${fact.orderNo}`;
  if ('link' in fact) return `${fact.type}:${fact.at}:${fact.link}`;
  switch (fact.type) {
    case 'registered':
    case 'accepted':
    case 'declined':
    case 'answered':
    case 'contact-left':
      return fact.type;
    case 'dispatched':
    case 'dispatch-withdrawn':
      return `${fact.type}:${fact.dispatchNo}`;
    case 'assisting-added':
    case 'on-site-check-declared':
    case 'return-asked':
    case 'return-decided':
      return `${fact.type}:${fact.dispatchNo}:${fact.unit}`;
    case 'signed':
    case 'opinion-given':
      return `${fact.type}:${fact.dispatchNo}:${fact.unit}:${fact.at}`; // may be repeated; the earliest counts
    case 'contacted':
    case 'result-entered':
    case 'feedback-given':
    case 'closed':
      return `${fact.type}:${fact.dispatchNo}:${fact.at}`;
    case 'rework-awaits-dispatch':
      return `${fact.type}:${fact.round}`;
    case 'category-changed':
      return `${fact.type}:${fact.at}:${fact.category}`;
    case 'upstream-return-asked':
    case 'upstream-return-decided':
    case 'primary-declined':
    case 'petitioner-told':
      return `${fact.type}:${fact.at}`;
  }
}
