import { CATEGORIES, CHANNELS, isoOf, SATISFACTION, type Instant } from '../shared/index.js';
import { TEXT_LIMIT, TITLE_LIMIT } from '../ticket/index.js';
import { HistoryCells } from './history-cells.js';
import type { HistoryColumn, HistoryProblem, HistoryRecord, HistoryRow } from './history-row.js';

/** Longest code (externalId, source, subject, unit) and place in characters. */
const CODE_LIMIT = 120;
const PLACE_LIMIT = 200;

/** Names of the directory's units by code, so that a file may say either. */
export type UnitNames = Readonly<Record<string, { readonly name?: string }>>;

export type ReadHistory = { readonly ok: true; readonly record: HistoryRecord } | { readonly ok: false; readonly problems: readonly HistoryProblem[] };

/** The moments of a past ticket in the order in which they must lie. */
type Moments = Pick<HistoryRecord, 'dispatchedAt' | 'signedAt' | 'contactedAt' | 'feedbackAt' | 'closedAt'> & { readonly receivedAt: Instant | null };
const STEPS = ['receivedAt', 'dispatchedAt', 'signedAt', 'contactedAt', 'feedbackAt', 'closedAt'] as const satisfies readonly (keyof Moments)[];

/**
 * Reads one row, or names every cell that cannot be right. A dispatch that is not dated but was followed by a step counts from receipt,
 * so that no unit is given time which the record does not show.
 */
export function readHistoryRow(row: HistoryRow, units: UnitNames): ReadHistory {
  const cells = new HistoryCells(row);
  const externalId = cells.needed('externalId', CODE_LIMIT);
  const source = cells.needed('source', CODE_LIMIT);
  const channel = cells.neededWord('channel', CHANNELS);
  const category = cells.neededWord('category', CATEGORIES);
  const title = cells.needed('title', TITLE_LIMIT);
  const text = cells.needed('text', TEXT_LIMIT);
  const subject = cells.text('subject', CODE_LIMIT);
  const place = cells.text('place', PLACE_LIMIT);
  const unit = readUnit(cells, units);
  const moments = readMoments(cells);
  const satisfaction = cells.word('satisfaction', SATISFACTION);
  const solved = cells.yesNo('solved');
  if (cells.problems.length === 0) reportGaps(cells, moments, unit, satisfaction !== null, solved !== null);
  const { receivedAt } = moments;
  if (cells.problems.length > 0 || channel === null || category === null || receivedAt === null) return { ok: false, problems: cells.problems };
  const dispatchedAt = moments.dispatchedAt ?? (isFollowedUp(moments) ? receivedAt : null);
  return {
    ok: true,
    record: { externalId, source, channel, category, petitionerKind: 'individual', title, text, subject, place, unit, ...moments, receivedAt, dispatchedAt, satisfaction, solved },
  };
}

function readUnit(cells: HistoryCells, units: UnitNames): string | null {
  const text = cells.text('unit', CODE_LIMIT);
  if (text === null || Object.hasOwn(units, text)) return text;
  const named = Object.entries(units).find(([, { name }]) => name === text);
  return named ? named[0] : cells.report('unit', 'unknown-unit');
}

function readMoments(cells: HistoryCells): Moments {
  return {
    receivedAt: cells.neededInstant('receivedAt'),
    dispatchedAt: cells.instant('dispatchedAt'),
    signedAt: cells.instant('signedAt'),
    contactedAt: cells.instant('contactedAt'),
    feedbackAt: cells.instant('feedbackAt'),
    closedAt: cells.instant('closedAt'),
  };
}

function isFollowedUp(moments: Moments): boolean {
  return moments.signedAt !== null || moments.contactedAt !== null || moments.feedbackAt !== null;
}

/** Steps that need another before them, and moments that lie in the wrong order. */
function reportGaps(cells: HistoryCells, moments: Moments, unit: string | null, hasSatisfaction: boolean, hasSolved: boolean): void {
  const needs = (field: HistoryColumn, before: HistoryColumn): null => cells.report(field, 'step-before-missing', { needs: before });
  const first = STEPS.slice(1).find((step) => moments[step] !== null);
  if (unit === null && first !== undefined) needs(first, 'unit');
  if (moments.closedAt !== null && moments.feedbackAt === null) needs('closedAt', 'feedbackAt');
  if (moments.closedAt === null && hasSatisfaction) needs('satisfaction', 'closedAt');
  if (moments.closedAt === null && hasSolved) needs('solved', 'closedAt');
  if (hasSatisfaction !== hasSolved) cells.report(hasSolved ? 'satisfaction' : 'solved', 'cell-missing');
  let previous: { readonly step: HistoryColumn; readonly at: Instant } | undefined;
  for (const step of STEPS) {
    const at = moments[step];
    if (at === null) continue;
    if (previous && at < previous.at) cells.report(step, 'times-not-in-order', { after: previous.step, previous: isoOf(previous.at) });
    previous = { step, at };
  }
}
