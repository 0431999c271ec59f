import type { TicketAcceptedV1, TicketAnsweredV1, TicketCategoryChangedV1, TicketDeclinedV1, TicketRegisteredV1, TopicFoundV1 } from '@hotline/contracts';
import { instantOf, localDateOf } from '@hotline/domain/shared';
import { recordFacts } from '../facts/fact.store.js';

const dayOf = (iso: string): string => localDateOf(instantOf(iso));

/** A ticket as it was registered; of its category the newest is in a table of its own, since that may be told first. */
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

export interface ChangedCategory {
  readonly change: TicketCategoryChangedV1;
  readonly version: number;
}

export const recordMatterCategories = recordFacts<ChangedCategory>({
  table: 'matter_category_fact',
  key: ['ticket_id'],
  versioned: true,
  columns: [
    ['ticket_id', 'uuid', (c) => c.change.ticketId],
    ['category', 'text', (c) => c.change.category],
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

export interface FoundTopic {
  readonly topic: TopicFoundV1;
  readonly version: number;
}

/** Ticket ids travel as JSON text: an array of arrays would be flattened on its way in. */
export const recordTopics = recordFacts<FoundTopic>({
  table: 'topic_fact',
  key: ['topic_id'],
  versioned: true,
  columns: [
    ['topic_id', 'uuid', (t) => t.topic.topicId],
    ['label', 'text', (t) => t.topic.label],
    ['subject', 'text', (t) => t.topic.subject ?? null],
    ['town_code', 'text', (t) => t.topic.townCode ?? null],
    ['ticket_ids', 'text', (t) => JSON.stringify([...new Set(t.topic.ticketIds)].sort())],
    ['tickets', 'integer', (t) => new Set(t.topic.ticketIds).size],
    ['first_on', 'date', (t) => dayOf(t.topic.firstReceivedAt)],
    ['last_on', 'date', (t) => dayOf(t.topic.lastReceivedAt)],
    ['found_at', 'timestamptz', (t) => t.topic.foundAt],
    ['version', 'integer', (t) => t.version],
  ],
});
