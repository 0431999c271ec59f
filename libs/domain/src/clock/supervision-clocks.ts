import type { Category, Instant, WorkingCalendar } from '../shared/index.js';
import type { ClockRules, ClockTarget, LimitPart } from './clock.js';
import type { DispatchRecord } from './dispatch-record.js';
import { dueOf } from './due.js';
import { earliest, type FactIndex } from './fact-index.js';
import { extensionAdjustments, returnCredit, weighedOf, withinCap } from './limit-adjustments.js';
import { resolveBase } from './resolve-limit.js';
import { limitOfParts, plainLimit, statutoryOf, targetOf, totalOf, type TargetSketch } from './target.js';
import type { SupervisionOrderedFact } from './ticket-fact.js';

/** supervision (Art. 15(3)): as ordered and never later than the resolve clock; without a term of its own it is due with that clock, or, ordered when that was past already, after the category's time again. */
export function supervisionTargets(record: DispatchRecord, facts: FactIndex, rules: ClockRules): ClockTarget[] {
  const { dispatch, policy } = record;
  const lifted = new Map(facts.of('supervision-lifted').map((fact) => [fact.orderNo, fact.at]));
  return facts
    .of('supervision-ordered')
    .filter((order) => order.dispatchNo === dispatch.dispatchNo)
    .map((order) => {
      const closedAt = record.closedAt !== null && record.closedAt >= order.at ? record.closedAt : null;
      const stoppedAt = earliest(lifted.get(order.orderNo), closedAt);
      const resolve = resolvePartsUntil(stoppedAt, record, rules.calendar);
      return targetOf({
        kind: 'supervision',
        unit: order.unit,
        ordinal: order.orderNo,
        dispatch,
        startEvent: 'supervision-ordered',
        article: 'Art. 15(3)',
        policy,
        startedAt: order.at,
        stoppedAt,
        category: resolve.category,
        voidedBy: record.releasedBy(order.unit),
        weighed: resolve.weighed,
        ...supervisionLimit(order, record, resolve, rules.calendar),
      });
    });
}

function supervisionLimit(order: SupervisionOrderedFact, { dispatch, policy }: DispatchRecord, resolve: ResolveTime, calendar: WorkingCalendar): Pick<TargetSketch, 'limit' | 'limitParts'> {
  const ofResolve = limitOfParts(dispatch.at, resolve.parts);
  const resolveDueAt = dueOf(ofResolve.limit, calendar).dueAt;
  // An order for a ticket that is late already cannot be due before it was issued.
  const binds = resolveDueAt > order.at;
  if (order.workingDays === null) return binds ? ofResolve : plainLimit(order.at, policy.categories[resolve.category].resolve);
  const byWorkingDays = ofResolve.limit.unit === 'working-days';
  const ordered: Pick<TargetSketch, 'limit' | 'limitParts'> = {
    limit: { unit: 'working-days', from: order.at, workingDays: order.workingDays, notAfter: binds && byWorkingDays ? { from: dispatch.at, workingDays: totalOf(resolve.parts) } : null },
    limitParts: [{ source: 'ordered', workingDays: order.workingDays }],
  };
  return binds && !byWorkingDays && resolveDueAt < dueOf(ordered.limit, calendar).dueAt ? ofResolve : ordered;
}

/** What the lead unit has, as far as it was decided while an order stood. */
interface ResolveTime {
  readonly category: Category;
  readonly parts: readonly LimitPart[];
}

/** The resolve limit with the decisions that were taken while the order stood. */
function resolvePartsUntil(stoppedAt: Instant | null, record: DispatchRecord, calendar: WorkingCalendar): ResolveTime & { readonly weighed: string[] } {
  const { dispatch } = record;
  const { category, parts } = resolveBase(record, stoppedAt);
  const decided = record.isReleased(dispatch.lead)
    ? []
    : [...extensionAdjustments(record, category, calendar), ...returnCredit(record.returnOf(dispatch.lead), record, calendar)];
  const taken = decided.filter((adjustment) => stoppedAt === null || adjustment.decidedAt <= stoppedAt);
  const counting = taken.filter(({ part }) => part.workingDays > 0 && (statutoryOf(parts) === undefined || part.source === 'return-review-credit'));
  const all = counting.reduce<readonly LimitPart[]>((counted, adjustment) => [...counted, withinCap(adjustment, counted)], parts);
  return { category, parts: all, weighed: [...weighedOf(taken), ...basisOf(parts)] };
}

/** The own parts of the order do not show what it must not outlast; a plain limit of the dispatch's own category needs no name. */
function basisOf(parts: readonly LimitPart[]): string[] {
  return parts.filter((part) => part.statutory ?? part.recategorised).map((part) => JSON.stringify(part));
}
