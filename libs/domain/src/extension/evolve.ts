import type { Extension, ExtensionEvent } from './extension.js';

/** The state after an event. Throws when an event does not fit the state, which is a fault of the store. */
export function evolve(state: Extension, event: ExtensionEvent): Extension {
  switch (event.type) {
    case 'ExtensionAsked': {
      const { type: _type, ...asked } = event;
      return { status: 'asked', ...asked };
    }
    case 'ExtensionForwarded':
      return { ...pending(state, event), status: 'forwarded', prefectureReviews: true, forwardedAt: event.forwardedAt };
    case 'ExtensionGranted':
      return { forwardedAt: null, ...pending(state, event), status: 'granted', decidedBy: event.by, decidedAt: event.decidedAt };
    case 'ExtensionRefused':
      return {
        forwardedAt: null,
        ...pending(state, event),
        status: 'refused',
        decidedBy: event.by,
        decidedAt: event.decidedAt,
        refusalReason: event.reason,
      };
  }
}

function pending(state: Extension, event: ExtensionEvent): Extract<Extension, { status: 'asked' | 'forwarded' }> {
  if (state.status !== 'asked' && state.status !== 'forwarded') throw new Error(`${event.type} in state ${state.status}`);
  return state;
}
