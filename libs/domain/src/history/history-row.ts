import type { Category, Channel, Instant, PetitionerKind, Satisfaction } from '../shared/index.js';

/** The documented columns of a history file, in order. */
export const HISTORY_COLUMNS = [
  'externalId',
  'source',
  'channel',
  'category',
  'title',
  'text',
  'subject',
  'place',
  'unit',
  'receivedAt',
  'dispatchedAt',
  'signedAt',
  'contactedAt',
  'feedbackAt',
  'closedAt',
  'satisfaction',
  'solved',
] as const;
export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

/** One line of a history file as it was read: text cells; a JSON file may give `solved` as a boolean. Empty, null and absent mean the same. */
export type HistoryRow = Readonly<Partial<Record<HistoryColumn, unknown>>>;

/** One row, read and completed: what is known of a past ticket, with the petitioner's words. */
export interface HistoryRecord {
  readonly externalId: string;
  readonly source: string;
  readonly channel: Channel;
  readonly category: Category;
  readonly petitionerKind: PetitionerKind;
  readonly title: string;
  readonly text: string;
  readonly subject: string | null;
  readonly place: string | null;
  /** Unit code; null while no unit had it. */
  readonly unit: string | null;
  readonly receivedAt: Instant;
  readonly dispatchedAt: Instant | null;
  readonly signedAt: Instant | null;
  readonly contactedAt: Instant | null;
  readonly feedbackAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly satisfaction: Satisfaction | null;
  readonly solved: boolean | null;
}

/** The steps of a past ticket that other services replay; carries no words of the petitioner (the wire event `ticket.history-imported.v1`). */
export type HistorySteps = Pick<
  HistoryRecord,
  'category' | 'petitionerKind' | 'unit' | 'receivedAt' | 'dispatchedAt' | 'signedAt' | 'contactedAt' | 'feedbackAt' | 'closedAt' | 'satisfaction' | 'solved'
> & {
  readonly ticketId: string;
  readonly prefectureTransfer: boolean;
};

/** What is wrong with one cell; `slug` is of HISTORY_REFUSALS or of the decision that would refuse the step. Values never hold the petitioner's words. */
export interface HistoryProblem {
  readonly field: HistoryColumn;
  readonly slug: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Slugs of history itself; a planned step may also carry a slug of ticket, handling or visit. */
export const HISTORY_REFUSALS = [
  'cell-missing',
  'cell-not-text',
  'cell-too-long',
  'not-an-instant',
  'not-a-known-word',
  'not-yes-or-no',
  'unknown-unit',
  'times-not-in-order',
  'step-before-missing',
] as const;
export type HistoryRefusal = (typeof HISTORY_REFUSALS)[number];
