import type {
  ClockReading,
  ExtensionGrantedV1,
  TicketAssistingAddedV1,
  TicketClosedV1,
  TicketDispatchedV1,
  TicketRegisteredV1,
  TicketReturnDecidedV1,
  TicketVisitedV1,
  UnitRecordedV1,
} from '@hotline/contracts';
import { dayOf, recordFacts, type Versioned } from './fact.store.js';

export const recordTickets = recordFacts<TicketRegisteredV1>({
  table: 'ticket_fact',
  key: ['ticket_id'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (t) => t.ticketId],
    ['number', 'text', (t) => t.number],
    ['category', 'text', (t) => t.category],
    ['channel', 'text', (t) => t.channel],
    ['town_code', 'text', (t) => t.townCode],
    ['received_at', 'timestamptz', (t) => t.receivedAt],
  ],
});

export const recordUnits = recordFacts<Versioned<UnitRecordedV1>>({
  table: 'unit_fact',
  key: ['code'],
  versioned: true,
  columns: [
    ['code', 'text', (u) => u.reading.code],
    ['name', 'text', (u) => u.reading.name],
    ['kind', 'text', (u) => u.reading.kind],
    ['active', 'boolean', (u) => u.reading.active],
    ['version', 'integer', (u) => u.version],
  ],
});

export const recordClocks = recordFacts<Versioned<ClockReading>>({
  table: 'clock_fact',
  key: ['clock_id'],
  versioned: true,
  columns: [
    ['clock_id', 'text', (c) => c.reading.clockId],
    ['ticket_id', 'uuid', (c) => c.reading.ticketId],
    ['kind', 'text', (c) => c.reading.kind],
    ['unit', 'text', (c) => c.reading.unit],
    ['dispatch_no', 'integer', (c) => c.reading.dispatchNo],
    ['round', 'integer', (c) => c.reading.round],
    ['started_at', 'timestamptz', (c) => c.reading.startedAt],
    ['due_on', 'date', (c) => c.reading.dueOn],
    ['due_at', 'timestamptz', (c) => c.reading.dueAt],
    ['provisional', 'boolean', (c) => c.reading.provisional],
    ['stopped_at', 'timestamptz', (c) => c.reading.stoppedAt],
    ['overdue_at', 'timestamptz', (c) => c.reading.overdueAt],
    ['verdict', 'text', (c) => c.reading.verdict],
    ['working_days_used', 'integer', (c) => c.reading.workingDaysUsed],
    ['working_days_late', 'integer', (c) => c.reading.workingDaysLate],
    ['version', 'integer', (c) => c.version],
  ],
});

/** A dispatch as one of its units sees it. */
interface UnitDispatch {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly role: 'lead' | 'assisting';
  readonly mode: string;
  /** Null for a unit that was brought in later, of which the event does not say it. */
  readonly supervised: boolean | null;
  readonly at: string;
}

/** One fact for each unit that the ticket was sent to. */
export function unitDispatches({ ticketId, dispatchNo, round, mode, lead, assisting, supervisedGround, dispatchedAt }: TicketDispatchedV1): UnitDispatch[] {
  const sent = { ticketId, dispatchNo, round, mode, supervised: supervisedGround != null, at: dispatchedAt };
  return [{ ...sent, unit: lead, role: 'lead' }, ...assisting.map((unit) => ({ ...sent, unit, role: 'assisting' as const }))];
}

/** A unit that is brought in later counts from the day it was asked (Art. 15(2)). */
export function laterAssisting({ ticketId, dispatchNo, round, unit, addedAt }: TicketAssistingAddedV1): UnitDispatch {
  return { ticketId, dispatchNo, round, unit, role: 'assisting', mode: 'joint', supervised: null, at: addedAt };
}

export const recordDispatches = recordFacts<UnitDispatch>({
  table: 'dispatch_fact',
  key: ['ticket_id', 'dispatch_no', 'unit'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (d) => d.ticketId],
    ['dispatch_no', 'integer', (d) => d.dispatchNo],
    ['unit', 'text', (d) => d.unit],
    ['role', 'text', (d) => d.role],
    ['round', 'integer', (d) => d.round],
    ['mode', 'text', (d) => d.mode],
    ['supervised', 'boolean', (d) => d.supervised],
    ['dispatched_on', 'date', (d) => dayOf(d.at)],
  ],
});

export const recordReturns = recordFacts<TicketReturnDecidedV1>({
  table: 'return_fact',
  key: ['ticket_id', 'dispatch_no', 'unit'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (r) => r.ticketId],
    ['dispatch_no', 'integer', (r) => r.dispatchNo],
    ['unit', 'text', (r) => r.unit],
    ['accepted', 'boolean', (r) => r.accepted],
    ['decided_on', 'date', (r) => dayOf(r.decidedAt)],
  ],
});

export const recordClosings = recordFacts<TicketClosedV1>({
  table: 'closing_fact',
  key: ['ticket_id', 'dispatch_no'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (c) => c.ticketId],
    ['dispatch_no', 'integer', (c) => c.dispatchNo],
    ['unit', 'text', (c) => c.unit],
    ['round', 'integer', (c) => c.round],
    ['closed_on', 'date', (c) => dayOf(c.closedAt)],
  ],
});

/** What was put right last counts: the version is the number of corrections, so that one told out of turn changes nothing (Art. 19). */
export const recordVisits = recordFacts<TicketVisitedV1>({
  table: 'visit_fact',
  key: ['visit_id'],
  versioned: true,
  columns: [
    ['visit_id', 'text', (v) => v.visitId],
    ['ticket_id', 'uuid', (v) => v.ticketId],
    ['dispatch_no', 'integer', (v) => v.dispatchNo],
    ['unit', 'text', (v) => v.unit],
    ['reached', 'boolean', (v) => v.reached],
    ['solved', 'boolean', (v) => v.solved],
    ['satisfaction', 'text', (v) => v.satisfaction],
    ['visited_on', 'date', (v) => dayOf(v.visitedAt)],
    ['version', 'integer', (v) => v.correction ?? 0],
  ],
});

export const recordExtensions = recordFacts<ExtensionGrantedV1>({
  table: 'extension_fact',
  key: ['extension_id'],
  versioned: false,
  columns: [
    ['extension_id', 'text', (e) => e.extensionId],
    ['ticket_id', 'uuid', (e) => e.ticketId],
    ['dispatch_no', 'integer', (e) => e.dispatchNo],
    ['unit', 'text', (e) => e.unit],
    ['granted_on', 'date', (e) => dayOf(e.decidedAt)],
  ],
});
