import { DeliverPolicy, AckPolicy, type JsMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { Bus } from './bus.js';
import type { Failure } from './failure.js';

/** A message that could not be handled, as the dead-letter stream keeps it. */
export interface DeadLetter {
  readonly sequence: number;
  readonly durable: string;
  readonly subject: string;
  readonly kind: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly diedAt: string;
  readonly eventId: string;
  readonly payload: string;
}

/** Writes the dead-letter record, waits for its ack and only then ends the message, so that nothing is lost in between. */
export async function bury(bus: Bus, durable: string, message: JsMsg, failure: Failure): Promise<void> {
  const head = headers();
  head.set('Hotline-Subject', message.subject);
  head.set('Hotline-Durable', durable);
  head.set('Hotline-Kind', failure.kind);
  head.set('Hotline-Reason', failure.reason);
  head.set('Hotline-Deliveries', String(message.info.deliveryCount));
  head.set('Hotline-Event-Id', message.headers?.get('Nats-Msg-Id') ?? '');
  const stream = await bus.jetstream();
  await stream.publish(bus.deadSubject(durable), message.data, { headers: head, msgID: `${durable}:${message.seq}` });
  message.term(); // without a reason: nats-server before 2.10 ignores an ending that gives one and delivers again
}

/** Reads the dead letters, oldest first, at most `limit`. */
export async function listDeadLetters(bus: Bus, limit = 1_000): Promise<DeadLetter[]> {
  const manager = await bus.manager();
  const { state } = await manager.streams.info(bus.deadStream);
  if (state.messages === 0) return [];
  const consumer = await manager.consumers.add(bus.deadStream, { ack_policy: AckPolicy.None, deliver_policy: DeliverPolicy.All, inactive_threshold: 10_000_000_000 });
  const reader = await (await bus.jetstream()).consumers.get(bus.deadStream, consumer.name);
  const letters: DeadLetter[] = [];
  const wanted = Math.min(limit, state.messages);
  for await (const message of await reader.fetch({ max_messages: wanted, expires: 2_000 })) {
    letters.push(letterOf(message));
    if (letters.length >= wanted) break;
  }
  await manager.consumers.delete(bus.deadStream, consumer.name);
  return letters;
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
    eventId: head('Hotline-Event-Id'),
    payload: message.string(),
  };
}

/**
 * Publishes dead letters again on their first subject and removes them from the dead-letter stream.
 * Every consumer sees them again; those that had handled the event skip it by their inbox.
 */
export async function redrive(bus: Bus, letters: readonly DeadLetter[]): Promise<number> {
  const stream = await bus.jetstream();
  const manager = await bus.manager();
  for (const letter of letters) {
    await stream.publish(letter.subject, letter.payload, { msgID: `redrive:${letter.sequence}:${letter.eventId}` });
    await manager.streams.deleteMessage(bus.deadStream, letter.sequence);
  }
  return letters.length;
}
