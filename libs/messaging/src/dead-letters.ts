import { createHash } from 'node:crypto';
import { AckPolicy, DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { Bus } from './bus.js';
import type { Failure } from './failure.js';

/** A message that one consumer could not handle, as the dead-letter stream keeps it; its payload stays there. */
export interface DeadLetter {
  readonly sequence: number;
  readonly durable: string;
  readonly subject: string;
  readonly kind: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly diedAt: string;
  /** The same for all letters of one event, whichever consumers wrote them: its id, else its place in the stream of events. */
  readonly event: string;
}

/** How many events were published again, and how many letters went with them. */
export interface Redriven {
  readonly events: number;
  readonly letters: number;
}

const PAGE = 500;
const PAGE_WITHIN_MS = 2_000;
const READER_LIVES_NS = 60_000_000_000;

/** Writes the dead-letter record, waits for its ack and only then ends the message, so that nothing is lost in between. */
export async function bury(bus: Bus, durable: string, message: JsMsg, failure: Failure): Promise<void> {
  const head = headers();
  head.set('Hotline-Subject', message.subject);
  head.set('Hotline-Durable', durable);
  head.set('Hotline-Kind', failure.kind);
  head.set('Hotline-Reason', failure.reason);
  head.set('Hotline-Deliveries', String(message.info.deliveryCount));
  head.set('Hotline-Sequence', String(message.seq));
  const stream = await bus.jetstream();
  await stream.publish(bus.deadSubject(durable), message.data, { headers: head, msgID: `${durable}:${message.seq}` });
  message.term(); // without a reason: nats-server before 2.10 ignores an ending that gives one and delivers again
}

/** All dead letters there are now, oldest first. */
export async function listDeadLetters(bus: Bus): Promise<DeadLetter[]> {
  const manager = await bus.manager();
  const { state } = await manager.streams.info(bus.deadStream);
  if (state.messages === 0) return [];
  const { name } = await manager.consumers.add(bus.deadStream, { ack_policy: AckPolicy.None, deliver_policy: DeliverPolicy.All, inactive_threshold: READER_LIVES_NS });
  try {
    const reader = await (await bus.jetstream()).consumers.get(bus.deadStream, name);
    const letters: DeadLetter[] = [];
    for (;;) {
      const before = letters.length;
      for await (const message of await reader.fetch({ max_messages: PAGE, expires: PAGE_WITHIN_MS })) {
        letters.push(letterOf(message));
        if (message.info.pending === 0 || message.seq >= state.last_seq) return letters;
      }
      // A page may come late and empty; only what the server says tells the end.
      if (letters.length === before && (await reader.info()).num_pending === 0) return letters;
    }
  } finally {
    await manager.consumers.delete(bus.deadStream, name).catch(() => undefined);
  }
}

function letterOf(message: JsMsg): DeadLetter {
  const head = (name: string): string => message.headers?.get(name) ?? '';
  return {
    sequence: message.seq,
    durable: head('Hotline-Durable'),
    subject: head('Hotline-Subject'),
    kind: head('Hotline-Kind'),
    reason: head('Hotline-Reason'),
    deliveries: Number(head('Hotline-Deliveries')),
    diedAt: message.info.timestampNanos ? new Date(message.info.timestampNanos / 1e6).toISOString() : '',
    event: eventOf(message, head('Hotline-Sequence')),
  };
}

/** The message id would not do: it changes with each re-drive. The digest tells two apart whose stream was made anew in between. */
function eventOf(message: JsMsg, sequence: string): string {
  return idIn(message.string()) ?? `${sequence}#${createHash('sha256').update(message.data).digest('hex').slice(0, 16)}`;
}

function idIn(payload: string): string | undefined {
  try {
    const { id } = JSON.parse(payload) as { readonly id?: unknown };
    return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The content of a letter as it was published; undefined when there is no such letter. */
export async function payloadOf(bus: Bus, sequence: number): Promise<string | undefined> {
  return (await stored(bus, sequence))?.string();
}

async function stored(bus: Bus, sequence: number) {
  return (await bus.manager()).streams.getMessage(bus.deadStream, { seq: sequence });
}

/**
 * Publishes the events of the chosen letters again on their first subject, each once, and removes all letters of these events,
 * chosen or not: every consumer sees the event again, and those that had handled it skip it by their inbox.
 */
export async function redrive(bus: Bus, chosen: readonly DeadLetter[]): Promise<Redriven> {
  const wanted = new Set(chosen.map(({ event }) => event));
  const lettersOf = Map.groupBy(await listDeadLetters(bus), ({ event }) => event);
  let letters = 0;
  let events = 0;
  for (const event of wanted) {
    const its = lettersOf.get(event) ?? [];
    if (!(await publishAgain(bus, its))) continue;
    // The oldest last: if this is interrupted, the next run has the same message id and the stream does not take it twice.
    letters += await drop(bus, its.toReversed());
    events += 1;
  }
  return { events, letters };
}

async function publishAgain(bus: Bus, [oldest]: readonly DeadLetter[]): Promise<boolean> {
  const letter = oldest && (await stored(bus, oldest.sequence));
  if (!oldest || !letter) return false; // somebody else was quicker
  await (await bus.jetstream()).publish(oldest.subject, letter.data, { msgID: `redrive:${oldest.sequence}:${oldest.event}` });
  return true;
}

/** Discards letters for good and answers how many there still were. */
export async function drop(bus: Bus, letters: readonly Pick<DeadLetter, 'sequence'>[]): Promise<number> {
  const { streams } = await bus.manager();
  let dropped = 0;
  for (const { sequence } of letters) {
    try {
      await streams.deleteMessage(bus.deadStream, sequence);
      dropped += 1;
    } catch (error) {
      if (await stored(bus, sequence)) throw error; // else somebody else was quicker
    }
  }
  return dropped;
}
