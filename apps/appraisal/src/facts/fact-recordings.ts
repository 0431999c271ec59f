import type {
  AccountabilityDecidedV1,
  ClockReading,
  CloudEvent,
  ExtensionGrantedV1,
  KnowledgePublishedV1,
  TicketAcceptedV1,
  TicketAnsweredV1,
  TicketAssistingAddedV1,
  TicketCategoryChangedV1,
  TicketClosedV1,
  TicketCorrectedV1,
  TicketDeclinedV1,
  TicketDispatchedV1,
  TicketDispatchWithdrawnV1,
  TicketFeedbackGivenV1,
  TicketFollowedUpV1,
  TicketLinkedV1,
  TicketOpinionGivenV1,
  TicketRegisteredV1,
  TicketReturnDecidedV1,
  TicketVisitedV1,
  TopicFoundV1,
  UnitDutyGapFoundV1,
  UnitLiaisonChangedV1,
  UnitRecordedV1,
} from '@hotline/contracts';
import type { DeferredWork } from '@hotline/messaging';
import { laterAssisting, recordClocks, recordClosings, recordDispatches, recordExtensions, recordReturns, recordTickets, recordUnits, recordVisits, unitDispatches } from './fact-tables.js';
import { accepted, answered, declined, recordCorrections, recordMatters, recordMatterSteps, recordTopics } from './matter-fact-tables.js';
import { recordAccountability, recordCategories, recordDutyGaps, recordFeedback, recordFollowUps, recordKnowledge, recordLiaisonChanges, recordLinks, recordOpinions, recordWithdrawals } from './further-fact-tables.js';

/** Where the facts of an event go: to the end of a batch of messages, or into a second set of tables. */
export interface FactSink {
  defer<Item>(work: DeferredWork<Item>, item: Item): void;
}

type Recording = (event: CloudEvent, sink: FactSink) => void;

/** A fact that never changes. */
function once<Data extends object>(record: DeferredWork<Data>): Recording {
  return (event, sink) => sink.defer(record, event.data as Data); // checked against its contract when it was read
}

/** A fact of which the newest version counts. */
function newest<Data extends object>(record: DeferredWork<{ reading: Data; version: number }>): Recording {
  return (event, sink) => sink.defer(record, { reading: event.data as Data, version: event.version }); // as above
}

function both(first: Recording, second: Recording): Recording {
  return (event, sink) => {
    first(event, sink);
    second(event, sink);
  };
}

const clock = newest<ClockReading>(recordClocks);

/** What each event adds to the facts. Both the consumers of the bus and a rebuild go by this table, so they cannot differ. */
export const FACT_RECORDINGS: Readonly<Record<string, Recording>> = {
  'ticket.registered.v1': both(once<TicketRegisteredV1>(recordTickets), once<TicketRegisteredV1>(recordMatters)),
  'ticket.accepted.v1': (event, sink) => sink.defer(recordMatterSteps, accepted(event.data as TicketAcceptedV1)),
  'ticket.declined.v1': (event, sink) => sink.defer(recordMatterSteps, declined(event.data as TicketDeclinedV1)),
  'ticket.answered.v1': (event, sink) => sink.defer(recordMatterSteps, answered(event.data as TicketAnsweredV1)),
  'ticket.category-changed.v1': newest<TicketCategoryChangedV1>(recordCategories),
  'ticket.corrected.v1': newest<TicketCorrectedV1>(recordCorrections),
  'ticket.linked.v1': newest<TicketLinkedV1>(recordLinks),
  'ticket.dispatched.v1': (event, sink) => unitDispatches(event.data as TicketDispatchedV1).forEach((dispatch) => sink.defer(recordDispatches, dispatch)),
  'ticket.assisting-added.v1': (event, sink) => sink.defer(recordDispatches, laterAssisting(event.data as TicketAssistingAddedV1)),
  'ticket.dispatch-withdrawn.v1': once<TicketDispatchWithdrawnV1>(recordWithdrawals),
  'ticket.opinion-given.v1': once<TicketOpinionGivenV1>(recordOpinions),
  'ticket.return-decided.v1': once<TicketReturnDecidedV1>(recordReturns),
  'ticket.feedback-given.v1': once<TicketFeedbackGivenV1>(recordFeedback),
  'ticket.closed.v1': once<TicketClosedV1>(recordClosings),
  'ticket.visited.v1': once<TicketVisitedV1>(recordVisits),
  'ticket.followed-up.v1': once<TicketFollowedUpV1>(recordFollowUps),
  'clock.started.v1': clock,
  'clock.rescheduled.v1': clock,
  'clock.warned.v1': clock,
  'clock.overdue.v1': clock,
  'clock.stopped.v1': clock,
  'clock.voided.v1': clock,
  'extension.granted.v1': once<ExtensionGrantedV1>(recordExtensions),
  'unit.recorded.v1': newest<UnitRecordedV1>(recordUnits),
  'unit.liaison-changed.v1': once<UnitLiaisonChangedV1>(recordLiaisonChanges),
  'unit.duty-gap-found.v1': once<UnitDutyGapFoundV1>(recordDutyGaps),
  'knowledge.published.v1': newest<KnowledgePublishedV1>(recordKnowledge),
  'topic.found.v1': newest<TopicFoundV1>(recordTopics),
  'accountability.decided.v1': newest<AccountabilityDecidedV1>(recordAccountability),
};

/** The tables that {@link FACT_RECORDINGS} fills, each with its primary key. */
export const FACT_TABLES: Readonly<Record<string, readonly string[]>> = {
  ticket_fact: ['ticket_id'],
  matter_fact: ['ticket_id'],
  matter_step_fact: ['ticket_id', 'step'],
  topic_fact: ['topic_id'],
  category_fact: ['ticket_id'],
  corrected_fact: ['ticket_id'],
  link_fact: ['ticket_id', 'primary_ticket_id'],
  unit_fact: ['code'],
  clock_fact: ['clock_id'],
  dispatch_fact: ['ticket_id', 'dispatch_no', 'unit'],
  withdrawn_fact: ['ticket_id', 'dispatch_no'],
  opinion_fact: ['ticket_id', 'dispatch_no', 'unit'],
  return_fact: ['ticket_id', 'dispatch_no', 'unit'],
  feedback_fact: ['ticket_id', 'dispatch_no'],
  closing_fact: ['ticket_id', 'dispatch_no'],
  visit_fact: ['visit_id'],
  follow_up_fact: ['follow_up_id'],
  extension_fact: ['extension_id'],
  liaison_fact: ['change_id'],
  duty_gap_fact: ['unit', 'day'],
  knowledge_fact: ['entry_id', 'entry_version'],
  accountability_fact: ['case_id'],
};

/** Adds what an event says to the facts; order and repetition of events do not matter. An event that is no fact adds nothing. */
export function recordEvent(event: CloudEvent, sink: FactSink): void {
  FACT_RECORDINGS[event.type.replace(/^hotline\./, '')]?.(event, sink);
}
