import { accept, isBlank, localDateOf, refuse, type Decision } from '../shared/index.js';
import type { Bulletin, BulletinCommand, BulletinEvent, BulletinRefusal, DraftBulletin, IssueBulletin } from './bulletin.js';
import { periodOf } from './month.js';

/** Decides on the bulletin of a month (Art. 21). */
export function decide(state: Bulletin, command: BulletinCommand): Decision<BulletinEvent, BulletinRefusal> {
  switch (command.type) {
    case 'DraftBulletin':
      return draft(state, command);
    case 'IssueBulletin':
      return issue(state, command);
  }
}

function draft({ issued }: Bulletin, { hash, reason, by, at }: DraftBulletin): Decision<BulletinEvent, BulletinRefusal> {
  const last = issued.at(-1);
  if (last?.hash === hash) return refuse('nothing-to-correct', { values: { version: last.version } });
  if (last && isBlank(reason)) return refuse('correction-without-reason', { field: 'reason' });
  return accept({ type: 'BulletinDrafted', version: (last?.version ?? 0) + 1, hash, reason: last ? reason : null, at, by });
}

function issue({ month, draft: drafted, issued }: Bulletin, { hash, issuer, number, at }: IssueBulletin): Decision<BulletinEvent, BulletinRefusal> {
  if (!drafted) return refuse('no-draft');
  if (drafted.hash !== hash) return refuse('draft-changed', { field: 'hash', values: { hash: drafted.hash } });
  if (isBlank(issuer)) return refuse('issuer-not-named', { field: 'issuer' });
  const { to } = periodOf(month);
  if (localDateOf(at) <= to) return refuse('month-not-over', { values: { until: to } });
  return accept({ type: 'BulletinIssued', number: issued[0]?.number ?? number, issuer, issuedAt: at });
}
