import type {
  AccountabilityDecidedV1,
  CalendarPublishedV1,
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
import type { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { keepYears } from '../calendar/calendar.store.js';
import type { FactWriter, Versioned } from './fact.store.js';
import { laterAssisting, recordClocks, recordClosings, recordDispatches, recordExtensions, recordReturns, recordTickets, recordUnits, recordVisits, unitDispatches } from './fact-tables.js';
import { accepted, answered, declined, recordCorrections, recordMatters, recordMatterSteps, recordTopics } from './matter-fact-tables.js';
import { recordAccountability, recordCategories, recordDutyGaps, recordFeedback, recordFindings, recordKnowledge, recordLiaisonChanges, recordLinks, recordOpinions, recordWithdrawals } from './further-fact-tables.js';

type Recording = (event: CloudEvent, facts: Facts) => void;

/** A fact that never changes. */
function once<Data extends object>(record: FactWriter<Data>): Recording {
  return (event, facts) => facts.add(record, event.data as Data); // checked against its contract when it was read
}

/** A fact of which the newest version counts. */
function newest<Data extends object>(record: FactWriter<Versioned<Data>>): Recording {
  return (event, facts) => facts.add(record, { reading: event.data as Data, version: event.version }); // as above
}

function both(first: Recording, second: Recording): Recording {
  return (event, facts) => {
    first(event, facts);
    second(event, facts);
  };
}

const clock = newest<ClockReading>(recordClocks);

/** What each event adds to the facts. Both the consumers of the bus and a rebuild go by this table, so they cannot differ. */
export const FACT_RECORDINGS: Readonly<Record<string, Recording>> = {
  'ticket.registered.v1': both(once<TicketRegisteredV1>(recordTickets), once<TicketRegisteredV1>(recordMatters)),
  'ticket.accepted.v1': (event, facts) => facts.add(recordMatterSteps, accepted(event.data as TicketAcceptedV1)),
  'ticket.declined.v1': (event, facts) => facts.add(recordMatterSteps, declined(event.data as TicketDeclinedV1)),
  'ticket.answered.v1': (event, facts) => facts.add(recordMatterSteps, answered(event.data as TicketAnsweredV1)),
  'ticket.category-changed.v1': newest<TicketCategoryChangedV1>(recordCategories),
  'ticket.corrected.v1': newest<TicketCorrectedV1>(recordCorrections),
  'ticket.linked.v1': newest<TicketLinkedV1>(recordLinks),
  'ticket.dispatched.v1': (event, facts) => unitDispatches(event.data as TicketDispatchedV1).forEach((dispatch) => facts.add(recordDispatches, dispatch)),
  'ticket.assisting-added.v1': (event, facts) => facts.add(recordDispatches, laterAssisting(event.data as TicketAssistingAddedV1)),
  'ticket.dispatch-withdrawn.v1': once<TicketDispatchWithdrawnV1>(recordWithdrawals),
  'ticket.opinion-given.v1': once<TicketOpinionGivenV1>(recordOpinions),
  'ticket.return-decided.v1': once<TicketReturnDecidedV1>(recordReturns),
  'ticket.feedback-given.v1': once<TicketFeedbackGivenV1>(recordFeedback),
  'ticket.closed.v1': once<TicketClosedV1>(recordClosings),
  'ticket.visited.v1': once<TicketVisitedV1>(recordVisits),
  'ticket.followed-up.v1': once<TicketFollowedUpV1>(recordFindings),
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
  'calendar.published.v1': once<CalendarPublishedV1>(keepYears),
  'accountability.decided.v1': newest<AccountabilityDecidedV1>(recordAccountability),
};

/** What {@link FACT_RECORDINGS} fills, in the order in which every batch writes it. */
export const FACT_WRITERS: readonly FactWriter<never>[] = [
  ...[recordTickets, recordMatters, recordMatterSteps, recordTopics, recordCategories, recordCorrections, recordLinks, recordUnits, recordClocks],
  ...[recordDispatches, recordWithdrawals, recordOpinions, recordReturns, recordFeedback, recordClosings, recordVisits, recordFindings],
  ...[recordExtensions, recordLiaisonChanges, recordDutyGaps, recordKnowledge, recordAccountability, keepYears],
];

/** What a batch of events adds to the facts, by the table that takes it. */
class Facts {
  readonly #items = new Map<FactWriter<never>, unknown[]>();

  add<Item>(to: FactWriter<Item>, item: Item): void {
    const items = this.#items.get(to);
    if (items) items.push(item);
    else this.#items.set(to, [item]);
  }

  /** Table by table in one order for all batches, whatever came first in this one: in the order of the messages two of them block each other. */
  async write(tx: Transaction): Promise<void> {
    for (const writer of FACT_WRITERS) {
      const items = this.#items.get(writer);
      if (items) await writer(tx, items as never[]); // gathered above for this very writer
    }
  }
}

/** Work to be deferred to the end of a batch: adds what events say to the facts; their order and repetition do not matter. An event that is no fact adds nothing. */
export async function recordEvents(tx: Transaction, events: readonly CloudEvent[]): Promise<void> {
  const facts = new Facts();
  for (const event of events) FACT_RECORDINGS[event.type.replace(/^hotline\./, '')]?.(event, facts);
  await facts.write(tx);
}

/** What the handler of an event that is a fact does. */
export function recordFact(context: EventContext): void {
  context.defer(recordEvents, context.event);
}
