import { createHash } from 'node:crypto';
import {
  clockStartedV1,
  clockStoppedV1,
  extensionGrantedV1,
  ticketClosedV1,
  ticketDispatchedV1,
  ticketRegisteredV1,
  ticketVisitedV1,
  unitRecordedV1,
  type CloudEvent,
  type Contract,
} from '@hotline/contracts';
import type { ClockKind, Satisfaction, UnitKind, Verdict } from '@hotline/domain/shared';

const AT = Date.UTC(2018, 8, 10, 1);

/** Makes events as another service would publish them; `ServiceUnderTest.event` does. */
export type EventMaker = <T extends object>(made: Contract<T>, about: { subject: string; version: number; at: number }, eventData: NoInfer<T>) => CloudEvent<T>;

/** A UUID that a word stands for, so that specs can name tickets. */
export function idOf(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function unitEvent(event: EventMaker, code: string, name: string, kind: UnitKind, version = 1): CloudEvent {
  return event(unitRecordedV1, { subject: code, version, at: AT }, { code, name, kind, active: true, recordedAt: '2018-09-01T00:00:00.000Z' });
}

export interface TicketStory {
  readonly unit: string;
  readonly verdict?: Verdict;
  readonly satisfaction?: Satisfaction;
  readonly dueOn?: string;
  readonly provisional?: boolean;
}

/** A clock's events: started, then stopped with its verdict unless it runs on. */
function clockEvents(event: EventMaker, ticketId: string, kind: ClockKind, { unit, verdict = 'on-time', dueOn = '2018-09-28', provisional = false }: TicketStory): CloudEvent[] {
  const running = {
    clockId: `${ticketId}:${kind}`, ticketId, kind, unit, dispatchNo: 1, round: 1, startedAt: '2018-09-10T01:00:00.000Z', dueOn, dueAt: `${dueOn}T16:00:00.000Z`, provisional,
    stoppedAt: null, overdueAt: null, verdict: 'running' as const, workingDaysUsed: null, workingDaysLate: null, article: 'Art. 17', cause: null, policy: 'yuanmou-2018@1', calendar: 'national:2018v1',
  };
  const about = (version: number) => ({ subject: running.clockId, version, at: AT });
  const stopped = { ...running, stoppedAt: '2018-09-20T01:00:00.000Z', verdict, workingDaysUsed: 5, workingDaysLate: verdict === 'late' ? 1 : null };
  return [event(clockStartedV1, about(1), running), ...(verdict === 'running' ? [] : [event(clockStoppedV1, about(2), stopped)])];
}

/** Everything that is told of one ticket of September: sent on the 10th, handled, closed, visited, extended. */
export function ticketEvents(event: EventMaker, word: string, story: TicketStory): CloudEvent[] {
  const [ticketId, { unit, satisfaction = 'satisfied' }] = [idOf(word), story];
  const about = (version: number) => ({ subject: ticketId, version, at: AT });
  const dispatch = { ticketId, dispatchNo: 1, round: 1 };
  return [
    event(ticketRegisteredV1, about(1), {
      ticketId, number: `YM-${word}`, channel: 'phone', petitionerKind: 'individual', category: 'help', subject: null, townCode: null, receivedAt: '2018-09-10T01:00:00.000Z', origin: null, externalId: null, prefectureNumber: null,
    }),
    event(ticketDispatchedV1, about(2), { ...dispatch, category: 'help', mode: 'transfer', lead: unit, assisting: [], supervisedGround: null, ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: '2018-09-10T01:00:00.000Z' }),
    ...clockEvents(event, ticketId, 'unit-sign', { unit }),
    ...clockEvents(event, ticketId, 'first-contact', { unit }),
    ...clockEvents(event, ticketId, 'resolve', story),
    event(extensionGrantedV1, { subject: `${ticketId}:x`, version: 1, at: AT }, { extensionId: `${ticketId}:x`, ...dispatch, unit, workingDays: 3, decidedBy: 'county', decidedAt: '2018-09-12T01:00:00.000Z' }),
    event(ticketClosedV1, about(3), { ...dispatch, unit, supervised: false, closedAt: '2018-09-21T01:00:00.000Z' }),
    event(ticketVisitedV1, about(4), { ...dispatch, visitId: `${ticketId}:1`, unit, basis: 'sampled', reached: true, solved: satisfaction !== 'dissatisfied', satisfaction, visitedAt: '2018-09-25T01:00:00.000Z' }),
  ];
}
