import type { StatutoryLimit, StatutoryLimitEvent } from './statutory-limit.js';

/** The state after an event. Throws when an event does not fit the state, which is a fault of the store. */
export function evolve(state: StatutoryLimit, event: StatutoryLimitEvent): StatutoryLimit {
  switch (event.type) {
    case 'StatutoryLimitSet': {
      const { type: _type, ...known } = event;
      return { status: 'set', ...known };
    }
    case 'StatutoryLimitRevoked':
      if (state.status !== 'set') throw new Error(`${event.type} in state ${state.status}`);
      return { ...state, status: 'revoked', revokedAt: event.revokedAt, reason: event.reason };
  }
}
