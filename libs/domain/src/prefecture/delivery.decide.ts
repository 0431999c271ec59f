import { accept, type Decision, refuse } from '../shared/index.js';
import { isOpen, type Delivery, type DeliveryCommand, type DeliveryEvent, type DeliveryRefusal, type DeliveryRules } from './delivery.js';

const SPREAD = 0.2;

/** Decides on a message to the prefecture: tried for days with growing pauses, settled once, stuck ones moved by a person only. */
export function decideDelivery(state: Delivery, command: DeliveryCommand, rules: DeliveryRules): Decision<DeliveryEvent, DeliveryRefusal> {
  switch (command.type) {
    case 'Try':
      if ((state.status !== 'waiting' && state.status !== 'sent') || state.nextAttemptAt > command.at) return refuse('message-not-due');
      return accept({ type: 'TryBegan', at: command.at, leaseUntil: command.at + rules.leaseMs });
    case 'Acknowledge':
      // A receipt counts even of a try that was thought lost: the prefecture has the message.
      if (!isOpen(state.status)) return refuse('message-settled');
      return accept({ type: 'Acknowledged', receipt: command.receipt, at: command.at });
    case 'Refuse':
      return isStale(state, command.attempt) ? refuse('stale-attempt') : accept({ type: 'Refused', fault: command.fault, at: command.at });
    case 'Fail':
      return isStale(state, command.attempt) ? refuse('stale-attempt') : accept(failed(state, command, rules));
    case 'Withdraw':
      if (!isOpen(state.status)) return refuse('message-settled');
      return accept({ type: 'Withdrawn', cause: command.cause, at: command.at });
    case 'Resend':
      return state.status === 'refused' || state.status === 'given-up' ? accept({ type: 'PutBack', at: command.at }) : refuse('message-not-stuck');
    case 'Close':
      if (!isOpen(state.status)) return refuse('message-settled');
      return state.status === 'sent' ? refuse('message-under-way') : accept({ type: 'ClosedByHand', at: command.at });
  }
}

export function evolveDelivery(state: Delivery, event: DeliveryEvent): Delivery {
  switch (event.type) {
    case 'TryBegan':
      return { ...state, status: 'sent', attempts: state.attempts + 1, firstTriedAt: state.firstTriedAt ?? event.at, nextAttemptAt: event.leaseUntil };
    case 'Acknowledged':
      return { ...state, status: 'acknowledged', receipt: event.receipt, fault: null, settledAt: event.at };
    case 'Refused':
      return { ...state, status: 'refused', fault: event.fault };
    case 'RetryPlanned':
      return { ...state, status: 'waiting', fault: event.fault, nextAttemptAt: event.nextAttemptAt };
    case 'GivenUp':
      return { ...state, status: 'given-up', fault: event.fault };
    case 'Withdrawn':
      return { ...state, status: 'withdrawn', fault: event.cause, settledAt: event.at };
    case 'PutBack':
      // The attempts go on counting: by their number an answer that comes late is known as late.
      return { ...state, status: 'waiting', firstTriedAt: null, nextAttemptAt: event.at };
    case 'ClosedByHand':
      return { ...state, status: 'closed', settledAt: event.at };
  }
}

/** Pause before the next try in milliseconds: doubled each time up to the longest, spread by a fifth to either side. */
export function pauseAfter(attempts: number, chance: number, { firstPauseMs, longestPauseMs }: Pick<DeliveryRules, 'firstPauseMs' | 'longestPauseMs'>): number {
  const doubled = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(30, Math.max(0, attempts - 1)));
  return Math.round(doubled * (1 - SPREAD + 2 * SPREAD * chance));
}

function failed(state: Delivery, command: Extract<DeliveryCommand, { type: 'Fail' }>, rules: DeliveryRules): DeliveryEvent {
  const { fault, at, chance, afterMs = 0 } = command;
  if (at - (state.firstTriedAt ?? at) >= rules.giveUpAfterMs) return { type: 'GivenUp', fault, at };
  return { type: 'RetryPlanned', fault, nextAttemptAt: at + Math.max(afterMs, pauseAfter(state.attempts, chance, rules)) };
}

/** Another try has begun since, or the message is settled. */
function isStale(state: Delivery, attempt: number): boolean {
  return state.status !== 'sent' || state.attempts !== attempt;
}
