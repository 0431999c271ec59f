/** What takes a ticket out of a unit's hands before its file is closed: the unit gave it back, its lead did, or the county withdrew or recalled the dispatch. */
export const HOLD_ENDS = ['own-return', 'lead-return', 'taken-back'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** One dispatch, as far as the sight of its units is concerned. */
export interface SeenDispatch {
  /** Withdrawn or recalled as a whole. */
  readonly takenBack: boolean;
  readonly parts: readonly { readonly unit: string; readonly role: 'lead' | 'assisting'; readonly returned: boolean }[];
}

/** What a unit sees of a ticket (Art. 10): as long as it holds it, the matter; afterwards only what it did itself up to then; else not even that it exists. */
export type UnitSight = 'matter' | 'own-acts' | 'nothing';

/** Why a unit holds a dispatch no more; null while it does, and of one whose file was closed with it. */
export function holdEndOf(unit: string, { takenBack, parts }: SeenDispatch): HoldEnd | null {
  if (takenBack) return 'taken-back';
  if (parts.some((part) => part.unit === unit && part.returned)) return 'own-return';
  return parts.some(({ role, returned }) => role === 'lead' && returned) ? 'lead-return' : null;
}

export function unitSight(unit: string, dispatches: readonly SeenDispatch[]): UnitSight {
  const own = dispatches.filter(({ parts }) => parts.some((part) => part.unit === unit));
  if (own.length === 0) return 'nothing';
  return own.some((dispatch) => holdEndOf(unit, dispatch) === null) ? 'matter' : 'own-acts';
}
