import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { natsUrl, testCounty } from '@hotline/testing';
import { StreamPublisher } from './stream-publisher.js';

let connection: NatsConnection;
let manager: JetStreamManager;
let stream: string;
let publisher: StreamPublisher;

beforeAll(async () => {
  connection = await connect({ servers: natsUrl() });
  manager = await jetstreamManager(connection);
  stream = `PUBLISHER_${testCounty()}`;
  await manager.streams.add({ name: stream, subjects: [`${stream}.>`], max_msg_size: 2_000 });
  publisher = new StreamPublisher(connection, stream);
});
afterAll(async () => {
  publisher.close();
  await manager.streams.delete(stream);
  await connection.close();
});

const message = (subject: string, id: string, payload = '{}') => ({ subject: `${stream}.${subject}`, payload, id });
const held = async (): Promise<number> => (await manager.streams.info(stream)).state.messages;

describe('publishing to a stream', () => {
  it('puts all in, in order, and nothing twice', async () => {
    const messages = Array.from({ length: 500 }, (_, index) => message('ordered', `id-${index}`, `{"n":${index},"text":"元谋"}`));
    expect(await publisher.publish(messages)).toEqual(messages.map(() => undefined));
    expect(await publisher.publish(messages.slice(100, 300))).toEqual(messages.slice(100, 300).map(() => undefined));
    expect(await held()).toBe(500);
    for (const sequence of [1, 250, 500]) {
      const kept = await manager.streams.getMessage(stream, { seq: sequence });
      expect([kept?.string(), kept?.header.get('Nats-Msg-Id')]).toEqual([`{"n":${sequence - 1},"text":"元谋"}`, `id-${sequence - 1}`]);
    }
  });

  it('tells of each message why it is not in, and lets the others through', async () => {
    const before = await held();
    const failures = await publisher.publish([
      message('mixed', 'm-1'),
      { ...message('', 'm-2'), subject: 'nobody.listens.here' },
      message('mixed', 'm-3', 'x'.repeat(3_000)),
      message('mixed', 'm-4'),
    ]);
    expect(failures).toEqual([undefined, 'no stream takes its subject (503)', expect.stringContaining('exceeds'), undefined]);
    expect(await held()).toBe(before + 2);
  });

  it('publishes to no other stream that took over the subject', async () => {
    const stranger = new StreamPublisher(connection, 'ANOTHER');
    expect(await stranger.publish([message('strange', 's-1')])).toEqual([expect.stringContaining('expected stream does not match')]);
    stranger.close();
  });

  it('answers for two batches at once, each its own', async () => {
    const [one, other] = await Promise.all([publisher.publish([message('two', 't-1')]), publisher.publish([{ ...message('', 't-2'), subject: 'nobody.listens.here' }])]);
    expect([one, other]).toEqual([[undefined], ['no stream takes its subject (503)']]);
    expect(await publisher.publish([])).toEqual([]);
  });
});
