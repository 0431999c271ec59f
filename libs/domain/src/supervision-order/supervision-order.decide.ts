import { accept, isBlank, localDateOf, refuse, untimely, type Decision, type Instant, type PetitionerKind, type SupervisionGround } from '../shared/index.js';
import type { IssueOrder, JudgeReport, LiftOrder, OrderCommand, OrderEvent, OrderRefusal, OrderRules, OrderState, Remind, ReportBack, SupervisionOrder } from './supervision-order.js';

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
      return remind(state, command);
    case 'ReportBack':
      if (command.unit !== state.unit) return refuse('not-this-units-ticket');
      if (state.status === 'accepted') return refuse('report-accepted-already');
      if (isBlank(command.text)) return refuse('text-missing', { field: 'text' });
      return accept({ type: 'ReportedBack', text: command.text, at: command.at });
    case 'JudgeReport':
      return judge(state, command);
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
  if (poorly && isBlank(command.finding?.text)) return refuse('finding-missing', { field: 'ground' });
  if (!groundFits(ground, command.petitionerKind)) return refuse('ground-does-not-fit-petitioner', { field: 'ground', values: { petitionerKind: command.petitionerKind ?? '' } });
  if (isBlank(command.issuer.body)) return refuse('issuer-missing', { field: 'issuingBody' });
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
      issuer: command.issuer,
      requirement: command.requirement ?? null,
      workingDays,
      at,
    })
  );
}

/** The grounds that name a petitioner stand only for that petitioner. */
function groundFits(ground: SupervisionGround, kind: PetitionerKind | null): boolean {
  if (kind === null) return true;
  if (ground === 'enterprise') return kind === 'enterprise';
  return ground !== 'deputy-or-delegate' || kind === 'deputy';
}

function remind(state: SupervisionOrder, { note, by, dueOn, at }: Remind): OrderDecision {
  if (by === null && state.reminders.some((reminder) => reminder.by === null && reminder.dueOn === dueOn)) return refuse('reminded-already');
  return accept({ type: 'ReminderSent', note: note ?? null, by, dueOn: dueOn ?? null, at });
}

function judge(state: SupervisionOrder, { accepted, note, by, at }: JudgeReport): OrderDecision {
  if (state.status !== 'reported') return refuse('no-report-to-judge');
  if (!accepted && isBlank(note)) return refuse('note-missing', { field: 'note' });
  return accept({ type: 'ReportJudged', accepted, note: note ?? null, by, at });
}

/** Reminders and reports may be entered late beside each other; judging follows the report, lifting all of them. */
function lastStepOf(state: SupervisionOrder, command: Remind | ReportBack | JudgeReport | LiftOrder): Instant {
  if (command.type === 'JudgeReport') return state.reports.at(-1)?.at ?? state.issuedAt;
  if (command.type !== 'LiftOrder') return state.issuedAt;
  return Math.max(state.issuedAt, ...state.reminders.map(({ at }) => at), ...state.reports.map(({ at, judged }) => Math.max(at, judged?.at ?? at)));
}
