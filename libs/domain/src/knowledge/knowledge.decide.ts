import { accept, isBlank, localDateOf, refuse, untimely, type Decision, type Instant, type LocalDate } from '../shared/index.js';
import {
  ENTRY_TEXT_LIMIT,
  ENTRY_TITLE_LIMIT,
  KEYWORD_LIMIT,
  type Entry,
  type EntryCommand,
  type EntryContent,
  type EntryEvent,
  type EntryRefusal,
  type EntryRules,
  type EntryState,
} from './knowledge.js';

type EntryDecision = Decision<EntryEvent, EntryRefusal>;

/** Decides on a knowledge entry: units write and submit, the county publishes or sends back, nothing published is ever changed (Art. 5). */
export function decide(state: EntryState, command: EntryCommand, rules: EntryRules): EntryDecision {
  if (command.type === 'DraftEntry') {
    if (state.status !== 'none') return refuse('entry-already-drafted');
    const { entryId, unit, content, at } = command;
    return unfit(content) ?? untimely(at, at, rules.now) ?? accept({ type: 'EntryDrafted', entryId, unit, content, at });
  }
  if (state.status === 'none') return refuse('no-such-entry');
  return untimely(command.at, state.lastAt, rules.now) ?? step(state, command, rules);
}

function step(state: Entry, command: Exclude<EntryCommand, { type: 'DraftEntry' }>, rules: EntryRules): EntryDecision {
  const { draft, inForce } = state;
  const { at } = command;
  switch (command.type) {
    case 'ReviseEntry':
      if (draft?.stage === 'submitted') return refuse('entry-waits-for-the-county');
      return unfit(command.content) ?? accept({ type: 'EntryRevised', version: draft?.version ?? state.lastVersion + 1, content: command.content, at });
    case 'SubmitEntry':
      if (draft?.stage === 'submitted') return refuse('entry-waits-for-the-county');
      return draft ? accept({ type: 'EntrySubmitted', version: draft.version, at }) : refuse('nothing-to-submit');
    case 'PublishEntry':
      if (draft?.stage !== 'submitted') return refuse('nothing-submitted');
      return accept({ type: 'EntryPublished', version: draft.version, superseded: inForce?.version ?? null, reviewOn: monthsAfter(at, rules.reviewMonths), at });
    case 'SendEntryBack':
      if (draft?.stage !== 'submitted') return refuse('nothing-submitted');
      return isBlank(command.reason) ? reasonMissing() : accept({ type: 'EntrySentBack', version: draft.version, reason: command.reason, at });
    case 'WithdrawEntry':
      if (!inForce) return refuse('entry-not-in-force');
      return isBlank(command.reason) ? reasonMissing() : accept({ type: 'EntryWithdrawn', version: inForce.version, reason: command.reason, at });
    case 'ConfirmReviewed':
      return inForce ? accept({ type: 'ReviewConfirmed', version: inForce.version, reviewOn: monthsAfter(at, rules.reviewMonths), at }) : refuse('entry-not-in-force');
  }
}

function reasonMissing(): EntryDecision {
  return refuse('entry-reason-missing', { field: 'reason' });
}

function unfit({ title, text, keywords, source }: EntryContent): EntryDecision | undefined {
  if (isBlank(title)) return refuse('entry-title-missing', { field: 'title' });
  if (title.length > ENTRY_TITLE_LIMIT) return refuse('entry-title-too-long', { field: 'title', values: { limit: ENTRY_TITLE_LIMIT, length: title.length } });
  if (isBlank(text)) return refuse('entry-text-missing', { field: 'text' });
  if (text.length > ENTRY_TEXT_LIMIT) return refuse('entry-text-too-long', { field: 'text', values: { limit: ENTRY_TEXT_LIMIT, length: text.length } });
  if (isBlank(source)) return refuse('entry-source-missing', { field: 'source' });
  if (keywords.length > KEYWORD_LIMIT) return refuse('too-many-keywords', { field: 'keywords', values: { limit: KEYWORD_LIMIT, length: keywords.length } });
  return undefined;
}

/** The same day of a later month in Asia/Shanghai; the last day of that month where it has no such day. */
export function monthsAfter(at: Instant, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = localDateOf(at).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
