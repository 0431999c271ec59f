import type { ToldEvent } from './event-log.ts';

/** Where a ticket is: at intake, and with routing, which has no case of what was never accepted. */
export interface TicketState {
  readonly intake: string;
  readonly routing: string | undefined;
}

/** What a step of routing leaves a case in; `running` is its dispatch with the lead. Steps that are not named leave it as it is. */
const CASE_STATES: Readonly<Record<string, (told: ToldEvent['data'], running: Running | undefined) => string | undefined>> = {
  'ticket.dispatched.v1': () => 'dispatched',
  'ticket.dispatch-withdrawn.v1': () => 'awaiting-dispatch',
  'ticket.return-decided.v1': ({ accepted, unit }, running) => (accepted && unit === running?.lead ? 'awaiting-dispatch' : undefined),
  'ticket.result-entered.v1': () => 'result-entered',
  'ticket.feedback-given.v1': () => 'feedback-given',
  'ticket.closed.v1': () => 'closed',
  'ticket.rework-awaits-dispatch.v1': () => 'awaiting-dispatch',
  'ticket.upstream-return-asked.v1': () => 'upstream-return-asked',
  'ticket.upstream-return-decided.v1': ({ accepted }) => (accepted ? 'returned-upstream' : 'awaiting-dispatch'),
};

interface Running {
  readonly lead: unknown;
}

/** Where intake shows a ticket that is in such a state with routing. */
const SHOWN: Readonly<Record<string, string>> = { 'result-entered': 'dispatched', 'feedback-given': 'dispatched', 'awaiting-dispatch': 'accepted', 'upstream-return-asked': 'accepted' };

/**
 * The one state that the events of a ticket leave it in. The county's answer or decline ends what no unit has; what a unit has goes on, and
 * what was said before the round began is about an earlier one. The events of each service are in their own order.
 */
export function stateByEvents(events: readonly ToldEvent[]): TicketState {
  const ended = events.find(({ name }) => name === 'ticket.answered.v1' || name === 'ticket.declined.v1');
  const byCounty = ended && (ended.name === 'ticket.answered.v1' ? 'answered' : 'declined');
  if (!events.some(({ name }) => name === 'ticket.accepted.v1')) return { intake: byCounty ?? 'registered', routing: undefined };
  let [state, running] = ['awaiting-dispatch', undefined as Running | undefined];
  for (const { name, data } of events) {
    state = CASE_STATES[name]?.(data, running) ?? state;
    if (name === 'ticket.dispatched.v1') running = { lead: data['lead'] };
  }
  const since = events.flatMap(({ name, data }) => (name === 'ticket.closed.v1' ? (data['closedAt'] as string) : [])).sort().at(-1);
  const saidAt = (ended?.data['answeredAt'] ?? ended?.data['declinedAt']) as string | undefined;
  const routing = state === 'awaiting-dispatch' && byCounty && (since === undefined || (saidAt ?? '') >= since) ? byCounty : state;
  return { intake: SHOWN[routing] ?? routing, routing };
}
