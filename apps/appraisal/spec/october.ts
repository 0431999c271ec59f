import { randomUUIDv7 as newId } from 'node:crypto';
import {
  clockOverdueV1,
  clockStoppedV1,
  ticketAcceptedV1,
  ticketCategoryChangedV1,
  ticketCorrectedV1,
  ticketClosedV1,
  ticketDeclinedV1,
  ticketDispatchedV1,
  ticketRegisteredV1,
  ticketVisitedV1,
  topicFoundV1,
  unitRecordedV1,
  type ClockReading,
  type CloudEvent,
} from '@hotline/contracts';
import type { ServiceUnderTest } from '@hotline/testing/service';

export const TOWNS = { '532328101': '元马镇', '532328102': '黄瓜园镇', '532328103': '羊街镇' } as const;
export const BUREAUS = { 'YM-SWJ': '县水务局', 'YM-JTYSJ': '县交通运输局' } as const;

export interface TicketOfMonth {
  readonly day: string;
  readonly unit: string;
  readonly channel?: 'phone' | 'wechat' | 'website';
  readonly category?: 'help' | 'complaint' | 'consultation';
  readonly town?: string;
  readonly subject?: string;
  /** Late tickets run out at the end of `day` and are still open. */
  readonly late?: boolean;
  /** Of a late ticket: the day on which it was answered after all. */
  readonly answeredOn?: string;
  readonly satisfied?: boolean;
}

/** Short ways to tell the appraisal service what happened in a month. */
export class October {
  #count = 0;

  constructor(private readonly service: ServiceUnderTest) {}

  units(): CloudEvent[] {
    const all = [...Object.entries(TOWNS).map(([code, name]) => ({ code, name, kind: 'township' as const })), ...Object.entries(BUREAUS).map(([code, name]) => ({ code, name, kind: 'department' as const }))];
    return all.map((unit) => this.service.event(unitRecordedV1, { subject: unit.code, version: 1, at: Date.UTC(2018, 0, 1) }, { ...unit, active: true, recordedAt: '2018-01-01T00:00:00.000Z' }));
  }

  /** A ticket from registration to the visit, every step on its day. */
  ticket({ day, unit, channel = 'phone', category = 'help', town = '532328101', subject = '城乡建设', late = false, satisfied = true, answeredOn }: TicketOfMonth): { readonly ticketId: string; readonly number: string; readonly events: CloudEvent[] } {
    const ticketId = newId();
    const number = `YM${day.replaceAll('-', '')}-${String(++this.#count).padStart(6, '0')}`;
    const at = Date.parse(`${day}T09:00:00+08:00`);
    const iso = new Date(at).toISOString();
    const about = (version: number) => ({ subject: ticketId, version, at });
    const reading: ClockReading = {
      ...{ clockId: `${ticketId}:1:resolve`, ticketId, kind: 'resolve', unit, dispatchNo: 1, round: 1, startedAt: iso, dueOn: day, dueAt: new Date(Date.parse(`${day}T24:00:00+08:00`)).toISOString() },
      ...{ provisional: false, stoppedAt: late ? (answeredOn === undefined ? null : `${answeredOn}T01:00:00.000Z`) : iso, overdueAt: late ? new Date(Date.parse(`${day}T24:00:00+08:00`)).toISOString() : null, verdict: late ? (answeredOn === undefined ? 'running' : 'late') : 'on-time' },
      ...{ workingDaysUsed: null, workingDaysLate: null, article: 'Art. 17', cause: null, policy: 'yuanmou-2018@1', calendar: 'national:2018v1' },
    } as ClockReading;
    const events = [
      this.service.event(ticketRegisteredV1, about(1), { ticketId, number, channel, petitionerKind: 'individual', category, subject, townCode: town, receivedAt: iso, origin: null, externalId: null, prefectureNumber: null }),
      this.service.event(ticketAcceptedV1, about(2), { ticketId, scopeCode: 'matter-to-solve', category, petitionerKind: 'individual', prefectureTransfer: false, receivedAt: iso, acceptedAt: iso }),
      this.service.event(ticketDispatchedV1, about(1), { ticketId, dispatchNo: 1, round: 1, category, mode: 'transfer', lead: unit, assisting: [], supervisedGround: null, ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: iso }),
      this.service.event(late ? clockOverdueV1 : clockStoppedV1, { subject: reading.clockId, version: 2, at }, reading),
    ];
    const done = [
      this.service.event(ticketClosedV1, about(3), { ticketId, dispatchNo: 1, round: 1, unit, supervised: false, closedAt: iso }),
      this.service.event(ticketVisitedV1, about(4), { ticketId, visitId: `${ticketId}:1`, dispatchNo: 1, round: 1, unit, basis: 'sampled', reached: true, solved: satisfied, satisfaction: satisfied ? 'satisfied' : 'dissatisfied', visitedAt: iso }),
    ];
    return { ticketId, number, events: late ? events : [...events, ...done] };
  }

  declined(day: string): CloudEvent[] {
    const { ticketId, events } = this.ticket({ day, unit: '532328101' });
    const at = Date.parse(`${day}T10:00:00+08:00`);
    return [events[0] as CloudEvent, this.service.event(ticketDeclinedV1, { subject: ticketId, version: 2, at }, { ticketId, ground: 'emergency', declinedAt: new Date(at).toISOString() })];
  }

  categoryChanged(ticketId: string, version: number, category: 'help' | 'complaint' | 'consultation'): CloudEvent {
    return this.service.event(ticketCategoryChangedV1, { subject: ticketId, version, at: Date.UTC(2018, 9, 20) }, { ticketId, category, previous: 'help', changedAt: '2018-10-20T00:00:00.000Z' });
  }

  corrected(ticketId: string, version: number, subject: string, townCode: string): CloudEvent {
    return this.service.event(ticketCorrectedV1, { subject: ticketId, version, at: Date.UTC(2018, 9, 21) }, { ticketId, subject, townCode, correctedAt: '2018-10-21T00:00:00.000Z' });
  }

  topic(topicId: string, version: number, ticketIds: string[], label = '路灯 不亮', townCode: string | null = '532328101'): CloudEvent {
    const days = { firstReceivedAt: '2018-10-02T01:00:00.000Z', lastReceivedAt: '2018-10-09T01:00:00.000Z', foundAt: '2018-10-10T01:00:00.000Z' };
    return this.service.event(topicFoundV1, { subject: topicId, version, at: Date.UTC(2018, 9, 10, 1) + version }, { topicId, label, subject: '城乡建设', townCode, ticketIds, ...days });
  }
}
