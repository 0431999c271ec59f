import type { Bulletin, BulletinEvent } from './bulletin.js';

/** The bulletin after an event; throws when nothing was drafted that could be issued, since `decide` never lets that happen. */
export function evolve(state: Bulletin, event: BulletinEvent): Bulletin {
  switch (event.type) {
    case 'BulletinDrafted': {
      const { type: _, ...draft } = event;
      return { ...state, draft };
    }
    case 'BulletinIssued': {
      if (!state.draft) throw new Error('a bulletin that was never drafted was issued');
      const { number, issuer, issuedAt } = event;
      return { ...state, draft: null, issued: [...state.issued, { ...state.draft, number, issuer, issuedAt }] };
    }
  }
}
