import { randomUUIDv7 as newId } from 'node:crypto';
import { setImmediate as aWhile } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { topicFoundV1 } from '@hotline/contracts';
import { topic, type policy } from '@hotline/domain';
import { isoOf, localDateOf, type Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import { mayFind, recentTickets, recentTopics, saveTopic } from './topic.store.js';

/** A month of a county has some 1,200 tickets; of more, the newest are looked at. */
const MOST_TICKETS = 3_000;
/** Tickets compared at a time: a few milliseconds, then requests have their turn. */
const SLICE = 50;
/** What one event can carry. */
const TOLD_TICKETS = 500;
const DAY_MS = 86_400_000;

/** Finds the hot topics of the last days anew and tells those that are new or changed (Art. 21); any number of replicas may try. */
@Injectable()
export class TopicFinder {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Answers how many topics were new or changed; 0 also while another replica looks. */
  once(): Promise<number> {
    return this.uow.run(async (tx) => {
      if (!(await mayFind(tx))) return 0;
      const now = this.time.now();
      const { minTickets, windowDays } = this.policies.policyAt(localDateOf(now)).topics;
      const since = now - windowDays * DAY_MS;
      const tickets = await recentTickets(tx, since, now, MOST_TICKETS);
      const found = await foundIn(tickets, minTickets, windowDays);
      const known = await recentTopics(tx, since);
      const fresh = new Set(tickets.map(({ ticketId }) => ticketId));
      const tooOld = new Set(known.flatMap(({ ticketIds }) => ticketIds).filter((id) => !fresh.has(id)));
      const changes = topic.continued(found, known, tooOld).filter(topic.changed);
      for (const change of changes) await keep(tx, change, now);
      return changes.length;
    });
  }
}

async function foundIn(tickets: readonly topic.TopicTicket[], minTickets: number, windowDays: number): Promise<topic.Topic[]> {
  const index = new topic.WordIndex(topic.inOrder(tickets));
  const pairs: ReturnType<topic.WordIndex['pairsOf']> = [];
  for (let place = 0; place < tickets.length; place++) {
    pairs.push(...index.pairsOf(place, windowDays));
    if (place % SLICE === SLICE - 1) await aWhile();
  }
  return topic.clusters(index, pairs, minTickets).flatMap((group) => topic.topicOf(group, minTickets, index.rarity) ?? []);
}

async function keep(tx: Transaction, { topic: found, known }: topic.Continued, now: Instant): Promise<void> {
  const [topicId, version] = [known?.topicId ?? newId(), (known?.version ?? 0) + 1];
  await saveTopic(tx, { topicId, version, ...found }, now);
  const { label, subject, townCode, ticketIds, firstReceivedAt, lastReceivedAt } = found;
  const moments = { firstReceivedAt: isoOf(firstReceivedAt), lastReceivedAt: isoOf(lastReceivedAt), foundAt: isoOf(now) };
  tx.emit(topicFoundV1, { subject: topicId, version, at: now }, { topicId, label, subject, townCode, ticketIds: ticketIds.slice(-TOLD_TICKETS), ...moments });
}
