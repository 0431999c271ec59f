import { accept, dayOf, isBlank, refuse, shanghaiDay, untimely } from '../shared/index.js';
import type { ReviewConditions } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case, Dispatch } from './handling.state.js';
import { holdingOf, type HandlingDecision } from './holding.js';

/** Conditions that were not ready are looked at again, by the lead unit or the county: resolved now, or a further plan and date (Art. 9). The verdict of the clock stays. */
export function reviewConditions(state: Case, command: ReviewConditions, rules: HandlingRules): HandlingDecision {
  const { dispatch } = state;
  if (dispatch === null) return refuse('not-dispatched');
  if (command.unit !== null) {
    const holding = holdingOf(state, command.unit);
    if ('accepted' in holding) return holding;
    if (holding.part.role !== 'lead') return refuse('only-the-lead-unit');
  }
  if (dispatch.result?.resultCode !== 'conditions-not-ready' || dispatch.approval === null) return refuse('nothing-to-review');
  const last = dispatch.reviews?.at(-1);
  if (last?.outcome === 'resolved') return refuse('already-reviewed-as-resolved');
  return unfitReview(command) ?? untimely(command.at, last?.at ?? dispatch.approval.at, rules.now) ?? reviewed(dispatch, command);
}

function unfitReview({ outcome, text, plan, reviewDate, at }: ReviewConditions): HandlingDecision | undefined {
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  if (outcome === 'resolved') return undefined;
  if (isBlank(plan)) return refuse('plan-missing', { field: 'plan' });
  if (reviewDate === null || reviewDate === undefined) return refuse('review-date-missing', { field: 'reviewDate' });
  return dayOf(reviewDate) <= shanghaiDay(at) ? refuse('review-date-not-later', { field: 'reviewDate', values: { reviewDate } }) : undefined;
}

function reviewed({ dispatchNo, lead }: Dispatch, { outcome, text, plan, reviewDate, at }: ReviewConditions): HandlingDecision {
  const again = outcome === 'still-not-ready' ? { plan: plan ?? null, reviewDate: reviewDate ?? null } : { plan: null, reviewDate: null };
  return accept({ type: 'ConditionsReviewed', dispatchNo, unit: lead, outcome, text, ...again, at });
}
