import type { TicketAcceptedV1, TicketAnsweredV1, TicketCorrectedV1, TicketDeclinedV1, TicketRegisteredV1, TopicFoundV1 } from '@hotline/contracts';
import { dayOf, recordFacts, type Versioned } from './fact.store.js';

/** A ticket as bulletins count it; of its category the newest is in `category_fact`, of subject and township in `corrected_fact`, since those may be told first. */
export const recordMatters = recordFacts<TicketRegisteredV1>({
  table: 'matter_fact',
  key: ['ticket_id'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (t) => t.ticketId],
    ['number', 'text', (t) => t.number],
    ['channel', 'text', (t) => t.channel],
    ['category', 'text', (t) => t.category],
    ['subject', 'text', (t) => t.subject ?? null],
    ['town_code', 'text', (t) => t.townCode ?? null],
    ['received_on', 'date', (t) => dayOf(t.receivedAt)],
  ],
});

/** Subject and township of a ticket as they were put right last. */
export const recordCorrections = recordFacts<Versioned<TicketCorrectedV1>>({
  table: 'corrected_fact',
  key: ['ticket_id'],
  versioned: true,
  columns: [
    ['ticket_id', 'uuid', (c) => c.reading.ticketId],
    ['subject', 'text', (c) => c.reading.subject ?? null],
    ['town_code', 'text', (c) => c.reading.townCode ?? null],
    ['version', 'integer', (c) => c.version],
  ],
});

/** What the county decided about a ticket at the desk. */
export interface MatterStep {
  readonly ticketId: string;
  readonly step: 'accepted' | 'declined' | 'answered';
  readonly at: string;
}

export const recordMatterSteps = recordFacts<MatterStep>({
  table: 'matter_step_fact',
  key: ['ticket_id', 'step'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (s) => s.ticketId],
    ['step', 'text', (s) => s.step],
    ['taken_on', 'date', (s) => dayOf(s.at)],
  ],
});

export const accepted = (event: TicketAcceptedV1): MatterStep => ({ ticketId: event.ticketId, step: 'accepted', at: event.acceptedAt });
export const declined = (event: TicketDeclinedV1): MatterStep => ({ ticketId: event.ticketId, step: 'declined', at: event.declinedAt });
export const answered = (event: TicketAnsweredV1): MatterStep => ({ ticketId: event.ticketId, step: 'answered', at: event.answeredAt });

/** A hot topic as it was found last. Ticket ids travel as JSON text: an array of arrays would be flattened on its way in. */
export const recordTopics = recordFacts<Versioned<TopicFoundV1>>({
  table: 'topic_fact',
  key: ['topic_id'],
  versioned: true,
  columns: [
    ['topic_id', 'uuid', (t) => t.reading.topicId],
    ['label', 'text', (t) => t.reading.label],
    ['subject', 'text', (t) => t.reading.subject ?? null],
    ['town_code', 'text', (t) => t.reading.townCode ?? null],
    ['ticket_ids', 'text', (t) => JSON.stringify([...new Set(t.reading.ticketIds)].sort())],
    ['tickets', 'integer', (t) => new Set(t.reading.ticketIds).size],
    ['first_on', 'date', (t) => dayOf(t.reading.firstReceivedAt)],
    ['last_on', 'date', (t) => dayOf(t.reading.lastReceivedAt)],
    ['found_at', 'timestamptz', (t) => t.reading.foundAt],
    ['version', 'integer', (t) => t.version],
  ],
});
