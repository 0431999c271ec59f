import { accept, isBlank, localDateOf, refuse, untimely, type Decision, type Instant } from '../shared/index.js';
import type { IssueOrder, LiftOrder, OrderCommand, OrderEvent, OrderRefusal, OrderRules, OrderState, Remind, ReportBack, SupervisionOrder } from './supervision-order.js';

type OrderDecision = Decision<OrderEvent, OrderRefusal>;

/** Decides on a supervision order (Art. 15(3)). */
export function decide(state: OrderState, command: OrderCommand, rules: OrderRules): OrderDecision {
  if (command.type === 'IssueOrder') return state.status === 'none' ? issue(command, rules) : refuse('already-issued', { values: { orderNo: state.orderNo } });
  if (state.status === 'none') return refuse('no-such-order');
  if (state.lifted !== null) return refuse('already-lifted');
  const late = untimely(command.at, lastStepOf(state, command), rules.now);
  if (late) return late;
  switch (command.type) {
    case 'Remind':
      return accept({ type: 'ReminderSent', note: command.note ?? null, at: command.at });
    case 'ReportBack':
      if (command.unit !== state.unit) return refuse('not-this-units-ticket');
      if (isBlank(command.text)) return refuse('text-missing', { field: 'text' });
      return accept({ type: 'ReportedBack', text: command.text, at: command.at });
    case 'LiftOrder':
      if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' });
      return accept({ type: 'OrderLifted', reason: command.reason, at: command.at });
  }
}

/** `督办〔2018〕12号`: the year of issue in Asia/Shanghai and the running number within it. */
export function orderNumber(issuedAt: Instant, sequence: number): string {
  return `督办〔${localDateOf(issuedAt).slice(0, 4)}〕${sequence}号`;
}

function issue(command: IssueOrder, rules: OrderRules): OrderDecision {
  const { sequence, ticketId, dispatchNo, unit, ground, at } = command;
  const workingDays = command.workingDays ?? null;
  const poorly = ground === 'second-dissatisfaction';
  if (!Number.isInteger(sequence) || sequence < 1) return refuse('sequence-not-positive', { field: 'sequence' });
  if (workingDays !== null && (!Number.isInteger(workingDays) || workingDays < 1)) return refuse('working-days-not-positive', { field: 'workingDays' });
  if (poorly && command.round < 2) return refuse('second-dissatisfaction-needs-a-second-round', { field: 'ground', values: { round: command.round } });
  if (poorly && isBlank(command.finding)) return refuse('finding-missing', { field: 'finding' });
  return (
    untimely(at, at, rules.now) ??
    accept({
      type: 'OrderIssued',
      orderNo: orderNumber(at, sequence),
      ticketId,
      dispatchNo,
      unit,
      ground,
      finding: poorly ? (command.finding ?? null) : null,
      requirement: command.requirement ?? null,
      workingDays,
      at,
    })
  );
}

/** Reminders and reports may be entered late beside each other; only lifting must come after all of them. */
function lastStepOf(state: SupervisionOrder, command: Remind | ReportBack | LiftOrder): Instant {
  if (command.type !== 'LiftOrder') return state.issuedAt;
  return Math.max(state.issuedAt, ...state.reminders.map(({ at }) => at), ...state.reports.map(({ at }) => at));
}
