import type { SupervisionGround } from '../shared/index.js';
import type { SupervisionOrder } from './supervision-order.js';

/** Why an order ended by itself; every other reason is that of a person who lifted it. */
export const ENDED_WITH = { file: '工单已办结归档', dispatch: '该次派单已退回或撤回' } as const;

/** What a dispatch was told to be supervised for. */
export interface DispatchGround {
  /** Null: routing names none, and an order of supervision may still go on. */
  readonly ground: SupervisionGround | null;
  /** The ground is that of the dispatch before; nobody named it anew. */
  readonly inherited: boolean;
}

export interface OrderTermsOfDispatch {
  readonly ground: SupervisionGround;
  readonly requirement?: string | undefined;
  readonly workingDays?: number | undefined;
  readonly issuingBody?: string | undefined;
}

/**
 * The terms of the order that a dispatch has from its first moment; null for none (Art. 15(3)). `earlier` are the orders of the ticket's dispatches
 * before it, the oldest first. What a person lifted comes back only when the ground is named anew; what a return or a recall interrupted in the round
 * goes on with its terms, and may still run, since that end may be told after the next dispatch.
 */
export function termsOfDispatch(
  { ground, inherited }: DispatchGround,
  { round, unit }: { readonly round: number; readonly unit: string },
  earlier: readonly { readonly round: number; readonly order: SupervisionOrder }[],
): OrderTermsOfDispatch | null {
  const last = earlier.at(-1);
  if (inherited && last && liftedByPerson(last.order)) return null;
  const interrupted = earlier.findLast((each) => each.round === round)?.order;
  const goesOn = interrupted && wasInterrupted(interrupted, unit) ? interrupted : null;
  if (goesOn && (ground === null || inherited || ground === goesOn.ground)) return termsOf(goesOn);
  return ground === null ? null : { ground };
}

function liftedByPerson({ lifted }: SupervisionOrder): boolean {
  return lifted !== null && lifted.reason !== ENDED_WITH.file && lifted.reason !== ENDED_WITH.dispatch;
}

/** A finding is about the unit that it names. */
function wasInterrupted({ lifted, ground, unit }: SupervisionOrder, next: string): boolean {
  if (lifted !== null && lifted.reason !== ENDED_WITH.dispatch) return false;
  return ground !== 'second-dissatisfaction' || unit === next;
}

/** Who set requirement and days set them for the matter. */
function termsOf({ ground, requirement, workingDays, issuer }: SupervisionOrder): OrderTermsOfDispatch {
  return { ground, requirement: requirement ?? undefined, workingDays: workingDays ?? undefined, issuingBody: issuer.body };
}
