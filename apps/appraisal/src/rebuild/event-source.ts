import { ContractViolation, parseCloudEvent, subjectOf, type CloudEvent } from '@hotline/contracts';
import type { Bus } from '@hotline/messaging';
import type { Transaction, UnitOfWork } from '@hotline/persistence';
import { FACT_RECORDINGS } from '../facts/fact-recordings.js';

/** Batches of events, and how many messages could not be read; such a message is no fact for the live consumers either. */
export interface EventBatch {
  readonly events: readonly CloudEvent[];
  readonly unreadable: number;
}

const BATCH = 1_000;

/** All events of the county that became facts and are still there, out of the outboxes of every service of the database, service by service in the order of writing. */
export async function* historyEvents(uow: UnitOfWork, county: string): AsyncGenerator<EventBatch> {
  const subjects = Object.keys(FACT_RECORDINGS).map((name) => subjectOf(county, name));
  for (const schema of await uow.read((tx) => schemasWith(tx, 'outbox'))) {
    for (let after = '0'; ; ) {
      const last = after;
      const rows = await uow.read((tx) =>
        tx.sql<{ place: string; payload: string }>(`select o.id::text as place, o.payload from ${schema}.outbox o where o.id > $1 and o.subject = any($2::text[]) order by o.id limit ${BATCH}`, [last, subjects]),
      );
      if (rows.length === 0) break;
      after = rows.at(-1)?.place ?? after;
      yield readable(rows.map(({ payload }) => payload));
    }
  }
}

/** False once a service pruned events that it had sent long ago: what they bore out would be taken away. */
export async function historyIsWhole(uow: UnitOfWork): Promise<boolean> {
  return uow.read(async (tx) => {
    for (const schema of await schemasWith(tx, 'outbox_pruned')) if ((await tx.sql(`select from ${schema}.outbox_pruned`)).length > 0) return false;
    return true;
  });
}

/** Names of schemas, quoted, that have the table. */
async function schemasWith(tx: Transaction, table: string): Promise<string[]> {
  const rows = await tx.sql<{ schema: string }>(`select quote_ident(n.nspname) as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = $1 and c.relkind = 'r' order by 1`, [table]);
  return rows.map(({ schema }) => schema);
}

/** False once the stream forgot its first messages: what it does not hold would be taken away as borne out by nothing. */
export async function streamIsWhole(bus: Bus): Promise<boolean> {
  return (await (await bus.manager()).streams.info(bus.stream)).state.first_seq <= 1;
}

/** All events that the stream still holds, up to its end at the moment of the call; it forgets after its `maxAgeDays`. */
export async function* streamEvents(bus: Bus): AsyncGenerator<EventBatch> {
  const { state } = await (await bus.manager()).streams.info(bus.stream);
  if (state.messages === 0) return;
  const consumer = await (await bus.jetstream()).consumers.get(bus.stream);
  const messages = await consumer.consume({ max_messages: BATCH });
  let texts: string[] = [];
  for await (const message of messages) {
    texts.push(message.string());
    const done = message.seq >= state.last_seq || message.info.pending === 0;
    if (done || texts.length === BATCH) {
      yield readable(texts);
      texts = [];
    }
    if (done) break;
  }
  await messages.close();
}

function readable(texts: readonly string[]): EventBatch {
  const events: CloudEvent[] = [];
  let unreadable = 0;
  for (const text of texts) {
    try {
      events.push(parseCloudEvent(text));
    } catch (error) {
      if (!(error instanceof ContractViolation)) throw error;
      unreadable++;
    }
  }
  return { events, unreadable };
}
