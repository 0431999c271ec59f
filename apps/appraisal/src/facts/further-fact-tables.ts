import type {
  AccountabilityDecidedV1,
  KnowledgePublishedV1,
  TicketCategoryChangedV1,
  TicketDispatchWithdrawnV1,
  TicketFeedbackGivenV1,
  TicketFollowedUpV1,
  TicketLinkedV1,
  TicketOpinionGivenV1,
  UnitDutyGapFoundV1,
  UnitLiaisonChangedV1,
} from '@hotline/contracts';
import { dayOf, recordFacts, type Versioned } from './fact.store.js';

/** The category that a ticket was given last (Art. 13); it may be told before the ticket itself. */
export const recordCategories = recordFacts<Versioned<TicketCategoryChangedV1>>({
  table: 'category_fact',
  key: ['ticket_id'],
  versioned: true,
  columns: [
    ['ticket_id', 'uuid', (c) => c.reading.ticketId],
    ['category', 'text', (c) => c.reading.category],
    ['changed_at', 'timestamptz', (c) => c.reading.changedAt],
    ['version', 'integer', (c) => c.version],
  ],
});

export const recordWithdrawals = recordFacts<TicketDispatchWithdrawnV1>({
  table: 'withdrawn_fact',
  key: ['ticket_id', 'dispatch_no'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (w) => w.ticketId],
    ['dispatch_no', 'integer', (w) => w.dispatchNo],
    ['withdrawn_on', 'date', (w) => dayOf(w.withdrawnAt)],
  ],
});

export const recordLinks = recordFacts<Versioned<TicketLinkedV1>>({
  table: 'link_fact',
  key: ['ticket_id', 'primary_ticket_id'],
  versioned: true,
  columns: [
    ['ticket_id', 'uuid', (l) => l.reading.ticketId],
    ['primary_ticket_id', 'uuid', (l) => l.reading.primaryTicketId],
    ['link', 'text', (l) => l.reading.link],
    ['linked_on', 'date', (l) => dayOf(l.reading.linkedAt)],
    ['version', 'integer', (l) => l.version],
  ],
});

export const recordOpinions = recordFacts<TicketOpinionGivenV1>({
  table: 'opinion_fact',
  key: ['ticket_id', 'dispatch_no', 'unit'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (o) => o.ticketId],
    ['dispatch_no', 'integer', (o) => o.dispatchNo],
    ['unit', 'text', (o) => o.unit],
    ['given_on', 'date', (o) => dayOf(o.givenAt)],
  ],
});

export const recordFeedback = recordFacts<TicketFeedbackGivenV1>({
  table: 'feedback_fact',
  key: ['ticket_id', 'dispatch_no'],
  versioned: false,
  columns: [
    ['ticket_id', 'uuid', (f) => f.ticketId],
    ['dispatch_no', 'integer', (f) => f.dispatchNo],
    ['unit', 'text', (f) => f.unit],
    ['result_code', 'text', (f) => f.resultCode],
    ['feedback_on', 'date', (f) => dayOf(f.feedbackAt)],
  ],
});

export const recordAccountability = recordFacts<Versioned<AccountabilityDecidedV1>>({
  table: 'accountability_fact',
  key: ['case_id'],
  versioned: true,
  columns: [
    ['case_id', 'uuid', (a) => a.reading.caseId],
    ['unit', 'text', (a) => a.reading.unit],
    ['ground', 'text', (a) => a.reading.ground],
    ['measure', 'text', (a) => a.reading.measure],
    ['ticket_ids', 'text', (a) => `{${a.reading.ticketIds.join(',')}}`, 'uuid[]'], // unnest would flatten an array of arrays
    ['decided_on', 'date', (a) => dayOf(a.reading.decidedAt)],
    ['version', 'integer', (a) => a.version],
  ],
});

/** A follow-up finds something of each of its tickets. */
export const recordFindings = recordFacts<TicketFollowedUpV1>({
  table: 'finding_fact',
  key: ['follow_up_id', 'ticket_id'],
  versioned: false,
  columns: [
    ['follow_up_id', 'uuid', (f) => f.followUpId],
    ['ticket_id', 'uuid', (f) => f.ticketId],
    ['dispatch_no', 'integer', (f) => f.dispatchNo],
    ['unit', 'text', (f) => f.unit],
    ['way', 'text', (f) => f.way],
    ['finding', 'text', (f) => f.finding],
    ['found_on', 'date', (f) => dayOf(f.foundAt)],
  ],
});

export const recordKnowledge = recordFacts<Versioned<KnowledgePublishedV1>>({
  table: 'knowledge_fact',
  key: ['entry_id', 'entry_version'],
  versioned: true,
  columns: [
    ['entry_id', 'uuid', (k) => k.reading.entryId],
    ['entry_version', 'integer', (k) => k.reading.version],
    ['unit', 'text', (k) => k.reading.unit],
    ['in_force', 'boolean', (k) => k.reading.inForce],
    ['review_on', 'date', (k) => k.reading.reviewOn],
    ['published_on', 'date', (k) => dayOf(k.reading.publishedAt)],
    ['version', 'integer', (k) => k.version],
  ],
});

export const recordLiaisonChanges = recordFacts<UnitLiaisonChangedV1>({
  table: 'liaison_fact',
  key: ['change_id'],
  versioned: false,
  columns: [
    ['change_id', 'uuid', (l) => l.changeId],
    ['unit', 'text', (l) => l.unit],
    ['changed_on', 'date', (l) => l.changedOn],
    ['reported_on', 'date', (l) => l.reportedOn],
    ['working_days', 'integer', (l) => l.workingDays],
    ['late', 'boolean', (l) => l.late],
  ],
});

export const recordDutyGaps = recordFacts<UnitDutyGapFoundV1>({
  table: 'duty_gap_fact',
  key: ['unit', 'day'],
  versioned: false,
  columns: [
    ['unit', 'text', (g) => g.unit],
    ['day', 'date', (g) => g.date],
    ['found_on', 'date', (g) => dayOf(g.foundAt)],
  ],
});
