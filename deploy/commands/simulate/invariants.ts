import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { policy } from '@hotline/domain';
import pg from 'pg';
import { EventInspector } from '../asyncapi/sound-event.ts';
import { PLANTED } from './county-people.ts';
import { storiesOf, toldEvents, type TicketStory } from './event-log.ts';
import type { HttpLine } from './http-line.ts';
import { stateByEvents } from './ticket-state.ts';
import { Verdicts } from './verdicts.ts';
import type { WallCalendar } from './wall-calendar.ts';

/** A number counts as one of its own: the same digits are in some moment of the year. */
const WHO_IS_PLANTED = `${PLANTED.name}|(^|[^0-9])${PLANTED.contact}[0-9]{4}([^0-9]|$)`;
const NAMED = new RegExp(WHO_IS_PLANTED, 'm');

/** A promise of the platform, how many things it was checked on, and what broke it. */
export interface Checked {
  readonly promise: string;
  readonly count: number;
  readonly broken: readonly string[];
}

interface TicketLine {
  readonly id: string;
  readonly status: string;
  readonly receivedAt: string;
}

interface CaseLine {
  readonly ticketId: string;
  readonly status: string;
  readonly receivedAt: Date;
}

/** Everything that must hold of a simulated time, whatever happened in it. */
export async function invariants(line: HttpLine, databaseUrl: string, logs: string, pack: policy.PolicyPack, calendar: WallCalendar): Promise<readonly Checked[]> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const witness = new Witness();
    const stories = await storiesOf(toldEvents(database, (text) => witness.see(text)));
    const tickets = await line.all<TicketLine>('dispatcher', '/intake/v1/tickets');
    const { rows: cases } = await database.query<CaseLine>(`select ticket_id as "ticketId", status, to_timestamp((state->>'receivedAt')::float8 / 1000) as "receivedAt" from routing.handling_case where opened_at is not null`);
    return [
      inOneState(stories, tickets, cases),
      elapsedTimeStands(stories, tickets, cases),
      verdictsAgree(stories, pack, calendar),
      await nobodyIsNamed(database, logs),
      witness.verdict(),
    ];
  } finally {
    await database.end();
  }
}

/** Each ticket is in exactly one state, the same by its events and by the services that own it. */
function inOneState(stories: ReadonlyMap<string, TicketStory>, tickets: readonly TicketLine[], cases: readonly CaseLine[]): Checked {
  const caseOf = new Map(cases.map((each) => [each.ticketId, each.status]));
  const broken = tickets.flatMap(({ id, status }) => {
    const { intake, routing } = stateByEvents(stories.get(id)?.events ?? []);
    return status === intake && caseOf.get(id) === routing ? [] : [`${id}: ${status} and ${caseOf.get(id)} instead of ${intake} and ${routing}`];
  });
  return { promise: '每件工单恰处于一种状态，与事件记录一致', count: tickets.length, broken: [...broken, ...(tickets.length === stories.size ? [] : [`${stories.size} tickets in the log, ${tickets.length} in intake`])] };
}

/** Receipt is told once, and every view counts from it, whatever rounds followed. */
function elapsedTimeStands(stories: ReadonlyMap<string, TicketStory>, tickets: readonly TicketLine[], cases: readonly CaseLine[]): Checked {
  const broken = [...tickets.map(({ id, receivedAt }) => ({ id, receivedAt })), ...cases.map(({ ticketId, receivedAt }) => ({ id: ticketId, receivedAt: receivedAt.toISOString() }))].flatMap(({ id, receivedAt }) => {
    const registered = (stories.get(id)?.events ?? []).filter(({ name }) => name === 'ticket.registered.v1');
    const since = registered[0]?.data['receivedAt'] as string | undefined;
    return registered.length === 1 && since !== undefined && Date.parse(since) === Date.parse(receivedAt) ? [] : [`${id}: received ${receivedAt}, told ${since ?? 'never'}`];
  });
  return { promise: '工单总历时从首次收到起算，从不重置', count: tickets.length + cases.length, broken };
}

function verdictsAgree(stories: ReadonlyMap<string, TicketStory>, pack: policy.PolicyPack, calendar: WallCalendar): Checked {
  const verdicts = new Verdicts(pack, calendar);
  const broken = [...stories].flatMap(([ticketId, story]) => verdicts.disagreements(ticketId, story));
  return { promise: '每个时限结论与由事件记录独立推算的结论一致', count: verdicts.checked, broken };
}

/** Looks at every event with the eyes of a subscriber. */
class Witness {
  readonly #inspector = new EventInspector();
  readonly #flaws = new Set<string>();
  #count = 0;

  see(text: string): void {
    this.#count += 1;
    for (const flaw of this.#inspector.flawsOf(text)) this.#flaws.add(flaw);
    if (NAMED.test(text)) this.#flaws.add('a petitioner is named');
  }

  verdict(): Checked {
    return { promise: '每个事件都能由官方 CloudEvents SDK 读取、符合已发布的模式、带 traceparent，且不含身份', count: this.#count, broken: [...this.#flaws] };
  }
}

/** No name and no telephone number of a petitioner in any table, event or log line: intake holds them sealed. */
async function nobodyIsNamed(database: pg.Client, logs: string): Promise<Checked> {
  const { rows: tables } = await database.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const broken: string[] = [];
  for (const { schema, name } of tables) {
    const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    const { rows } = await database.query<{ found: boolean }>(`select exists (select from ${table} as line where line::text ~ $1) as found`, [WHO_IS_PLANTED]);
    if (rows[0]?.found) broken.push(`table ${schema}.${name}`);
  }
  for (const file of readdirSync(logs)) {
    const text = readFileSync(join(logs, file), 'utf8');
    if (NAMED.test(text)) broken.push(`log ${file}`);
  }
  return { promise: '诉求人身份不出现在任何明文表、事件和日志中', count: tables.length, broken };
}
