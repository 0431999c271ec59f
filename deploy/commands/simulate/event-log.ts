import pg from 'pg';

/** One event as it was told, with as much of its data as is looked at here. */
export interface ToldEvent {
  /** `ticket.dispatched.v1` */
  readonly name: string;
  readonly subject: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const PAGE = 5_000;

/** Every event that the services ever told, service by service in the order in which it was told there, out of their own outboxes; `witness` gets each as it went out. */
export async function* toldEvents(database: pg.Client, witness: (text: string) => void = () => undefined): AsyncGenerator<ToldEvent> {
  const { rows: schemas } = await database.query<{ schema: string }>(`select table_schema as schema from information_schema.tables where table_name = 'outbox' order by 1`);
  for (const { schema } of schemas) {
    for (let after = '0'; ; ) {
      const { rows } = await database.query<{ id: string; payload: string }>(`select id, payload from ${pg.escapeIdentifier(schema)}.outbox where id > $1 order by id limit ${PAGE}`, [after]);
      for (const { payload } of rows) {
        witness(payload);
        const { type, subject, version, data } = JSON.parse(payload) as { type: string; subject: string; version: number; data: ToldEvent['data'] };
        yield { name: type.replace('hotline.', ''), subject, version, data };
      }
      if (rows.length < PAGE) break;
      after = rows.at(-1)?.id ?? after;
    }
  }
}

/** A clock as its newest event tells of it. */
export interface ToldClock {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: string;
  readonly unit: string;
  readonly dispatchNo: number;
  readonly startedAt: string;
  readonly dueOn: string;
  readonly stoppedAt: string | null;
  readonly verdict: string;
}

/** What the log says of one ticket. */
export interface TicketStory {
  readonly events: ToldEvent[];
  readonly clocks: ToldClock[];
}

/** The log, sorted by ticket; a clock counts as its newest version. */
export async function storiesOf(events: AsyncIterable<ToldEvent>): Promise<ReadonlyMap<string, TicketStory>> {
  const stories = new Map<string, TicketStory>();
  const newest = new Map<string, ToldEvent>();
  const storyOf = (ticketId: string): TicketStory => {
    const known = stories.get(ticketId) ?? { events: [], clocks: [] };
    stories.set(ticketId, known);
    return known;
  };
  for await (const event of events) {
    const { ticketId, clockId } = event.data as { ticketId?: string; clockId?: string };
    if (ticketId === undefined) continue;
    if (clockId === undefined) storyOf(ticketId).events.push(event);
    else if ((newest.get(clockId)?.version ?? -1) < event.version) newest.set(clockId, event);
  }
  for (const { data } of newest.values()) storyOf((data as unknown as ToldClock).ticketId).clocks.push(data as unknown as ToldClock);
  return stories;
}
