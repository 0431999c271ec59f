import { jetstreamManager, type StoredMsg } from '@nats-io/jetstream';
import { connectTo } from '@hotline/messaging/nats-address';
import pg from 'pg';
import type { StoryStack } from '../setup/story-stack.ts';

/** Names of the log files in which one of the texts stands. */
export function filesThatSay(texts: readonly string[], logs: ReadonlyMap<string, string>): string[] {
  return [...logs].filter(([, content]) => texts.some((text) => content.includes(text))).map(([name]) => name);
}

/** Every message of the county's stream from the first on, headers and payload, as text. */
export async function messagesOf(stack: Pick<StoryStack, 'natsUrl' | 'county'>): Promise<string[]> {
  const stored = await storedMessagesOf(stack);
  return stored.map((message) => [message.subject, ...[...message.header].flatMap(([name, values]) => [name, ...values]), message.string()].join('\n'));
}

/** The events in the county's stream, in its order. */
export async function eventsOf(stack: Pick<StoryStack, 'natsUrl' | 'county'>): Promise<{ readonly id: string; readonly type: string; readonly subject: string; readonly time: string }[]> {
  return (await storedMessagesOf(stack)).map((message) => message.json());
}

/** The events in the county's stream as their text went out. */
export async function payloadsOf(stack: Pick<StoryStack, 'natsUrl' | 'county'>): Promise<string[]> {
  return (await storedMessagesOf(stack)).map((message) => message.string());
}

async function storedMessagesOf({ natsUrl, county }: Pick<StoryStack, 'natsUrl' | 'county'>): Promise<StoredMsg[]> {
  const connection = await connectTo(natsUrl);
  try {
    const manager = await jetstreamManager(connection);
    const stream = `HOTLINE_${county}`;
    const { first_seq: first, last_seq: last } = (await manager.streams.info(stream)).state;
    const messages: StoredMsg[] = [];
    for (let seq = first; seq <= last; seq++) {
      const message = await manager.streams.getMessage(stream, { seq });
      if (message) messages.push(message);
    }
    return messages;
  } finally {
    await connection.close();
  }
}

/** Tables of any service, as `schema.table`, with a row in which one of the texts stands: in clear in any column, or as the plain bytes of one. */
export async function rowsThatSay(texts: readonly string[], databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const patterns = texts.flatMap((text) => [text, Buffer.from(text).toString('hex'), JSON.stringify(text).slice(1, -1)]);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select from ${name} as line where exists (select from unnest($1::text[]) as said where strpos(line::text, said) > 0) limit 1`, [patterns]);
      if (rows.length > 0) found.push(name);
    }
    if (tables.length < 20) throw new Error(`only ${tables.length} tables were looked at`);
    return found;
  } finally {
    await client.end();
  }
}
