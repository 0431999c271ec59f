/** How the prefecture's platform plays: probabilities, each drawn anew for every request, from one seed. */
export interface PeerBehaviour {
  /** Answers 500. */
  readonly failing: number;
  /** Breaks the connection off, after having taken the message or before. */
  readonly resetting: number;
  /** Takes the message and answers nothing until the caller gives up. */
  readonly hanging: number;
  /** Answers after so many milliseconds. */
  readonly slowMs: number;
  /** Asks to come again later, by 503 and Retry-After: 1. */
  readonly busy: number;
  /** How often the same transfer or decision is sent, shuffled with the others. */
  readonly copies: number;
}

export const CALM: PeerBehaviour = { failing: 0, resetting: 0, hanging: 0, slowMs: 0, busy: 0, copies: 1 };

/** Named plays of the command line. */
export const PLAYS = {
  calm: CALM,
  slow: { ...CALM, slowMs: 1_500 },
  failing: { ...CALM, failing: 0.4, resetting: 0.2, busy: 0.1 },
  hanging: { ...CALM, hanging: 0.3 },
  duplicating: { ...CALM, copies: 3 },
  chaos: { failing: 0.2, resetting: 0.2, hanging: 0.05, slowMs: 100, busy: 0.1, copies: 3 },
} as const satisfies Record<string, PeerBehaviour>;
