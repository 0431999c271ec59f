import type { Draft, Entry, EntryDrafted, EntryEvent, EntryState } from './knowledge.js';

/** The entry after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: EntryState, event: EntryEvent): EntryState {
  if (event.type === 'EntryDrafted') return drafted(event);
  if (state.status === 'none') throw new Error(`${event.type} on an entry that was never drafted`);
  const entry: Entry = { ...state, lastAt: event.at };
  switch (event.type) {
    case 'EntryRevised':
      return { ...entry, draft: { version: event.version, stage: 'draft', content: event.content, sentBackFor: null }, lastVersion: Math.max(entry.lastVersion, event.version) };
    case 'EntrySubmitted':
      return { ...entry, draft: { ...draftOf(entry), stage: 'submitted', sentBackFor: null } };
    case 'EntrySentBack':
      return { ...entry, draft: { ...draftOf(entry), stage: 'sent-back', sentBackFor: event.reason } };
    case 'EntryPublished':
      return { ...entry, status: 'in-force', draft: null, inForce: { version: event.version, publishedAt: event.at, reviewOn: event.reviewOn } };
    case 'EntryWithdrawn':
      return { ...entry, status: 'withdrawn', inForce: null };
    case 'ReviewConfirmed':
      if (!entry.inForce) throw new Error('a review of an entry that is not in force');
      return { ...entry, inForce: { ...entry.inForce, reviewOn: event.reviewOn } };
  }
}

function drafted({ entryId, unit, content, at }: EntryDrafted): Entry {
  const draft: Draft = { version: 1, stage: 'draft', content, sentBackFor: null };
  return { status: 'drafted', entryId, unit, draft, inForce: null, lastVersion: 1, lastAt: at };
}

function draftOf({ draft }: Entry): Draft {
  if (!draft) throw new Error('a step of a draft that is not there');
  return draft;
}
