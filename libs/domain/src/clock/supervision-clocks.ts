import type { Instant, WorkingCalendar } from '../shared/index.js';
import type { ClockRules, ClockTarget, LimitPart } from './clock.js';
import type { DispatchRecord } from './dispatch-record.js';
import { earliest, type FactIndex } from './fact-index.js';
import { extensionAdjustments, returnCredit, weighedOf } from './limit-adjustments.js';
import { limitOfParts, plainLimit, targetOf, totalOf, type TargetSketch } from './target.js';
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
        voided: record.isReleased(order.unit),
        weighed: resolve.weighed,
        ...supervisionLimit(order, record, resolve.parts, rules.calendar),
      });
    });
}

function supervisionLimit(order: SupervisionOrderedFact, { dispatch, policy }: DispatchRecord, resolve: readonly LimitPart[], calendar: WorkingCalendar): Pick<TargetSketch, 'limit' | 'limitParts'> {
  const resolveCount = { from: dispatch.at, workingDays: totalOf(resolve) };
  // An order for a ticket that is late already cannot be due before it was issued.
  const binds = calendar.deadline(resolveCount.from, resolveCount.workingDays).dueAt > order.at;
  if (order.workingDays === null) return binds ? limitOfParts(dispatch.at, resolve) : plainLimit(order.at, policy.categories[dispatch.category].resolve);
  return {
    limit: { unit: 'working-days', from: order.at, workingDays: order.workingDays, notAfter: binds ? resolveCount : null },
    limitParts: [{ source: 'ordered', workingDays: order.workingDays }],
  };
}

/** The resolve limit with the decisions that were taken while the order stood. */
function resolvePartsUntil(stoppedAt: Instant | null, record: DispatchRecord, calendar: WorkingCalendar): { parts: LimitPart[]; weighed: string[] } {
  const { dispatch, policy } = record;
  const decided = record.isReleased(dispatch.lead)
    ? []
    : [...extensionAdjustments(record, calendar), ...returnCredit(record.returnOf(dispatch.lead), record, calendar)];
  const taken = decided.filter((adjustment) => stoppedAt === null || adjustment.decidedAt <= stoppedAt);
  const own: LimitPart = { source: 'policy', workingDays: policy.categories[dispatch.category].resolve };
  return { parts: [own, ...taken.map(({ part }) => part).filter((part) => part.workingDays > 0)], weighed: weighedOf(taken) };
}
