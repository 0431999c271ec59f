import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { openBus, replay, subscribe, type Subscription } from '@hotline/client';
import { eventually, freePort } from '@hotline/testing';
import { allContracts } from '@hotline/contracts';
import { exampleEvent } from '../../deploy/commands/asyncapi/envelope.ts';
import { PERMISSIONS } from '../../deploy/commands/asyncapi/promises.ts';
import { ensureNatsServer } from '../../deploy/local/nats-binary.mjs';

const COUNTY = '532328';
const STREAM = `HOTLINE_${COUNTY}`;
const SUBJECT = `hotline.${COUNTY}.ticket.signed.v1`;
const running: Subscription[] = [];
let directory: string;
let server: ChildProcess;
let platform: NatsConnection;
let outsider: NatsConnection;

/** The permissions of the published document, as a county would give them for a durable named `statistics`. */
function asked(to: 'publish' | 'subscribe', durable: string): string {
  return JSON.stringify(PERMISSIONS.filter((each) => each.to === to).map(({ subject }) => subject.replaceAll('{county}', COUNTY).replace('<durable>', durable).replace('<event>', 'ticket.signed.v1')));
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hotline-permissions-'));
  const port = await freePort();
  const config = `listen: "127.0.0.1:${port}"
jetstream { store_dir: ${JSON.stringify(directory)} }
authorization { users: [
  { user: platform, password: platform }
  { user: outsider, password: outsider, permissions: { publish: ${asked('publish', 'statistics')}, subscribe: ${asked('subscribe', 'statistics')} } }
] }`;
  writeFileSync(join(directory, 'nats.conf'), config);
  server = spawn(ensureNatsServer(), ['-c', join(directory, 'nats.conf')], { stdio: 'ignore' });
  const servers = `nats://127.0.0.1:${port}`;
  platform = await openBus({ servers, user: 'platform', pass: 'platform' });
  outsider = await openBus({ servers, user: 'outsider', pass: 'outsider' });
  const manager = await jetstreamManager(platform);
  await manager.streams.add({ name: STREAM, subjects: [`hotline.${COUNTY}.>`] });
  await manager.consumers.add(STREAM, { durable_name: 'sla-tickets' });
  await jetstream(platform).publish(SUBJECT, JSON.stringify(exampleEvent(allContracts().find(({ name }) => name === 'ticket.signed.v1')!)));
});
afterAll(async () => {
  for (const subscription of running) await subscription.stop();
  for (const connection of [outsider, platform]) await connection?.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(directory, { recursive: true, force: true });
});

describe('a subscriber with exactly the permissions that the document asks for', () => {
  it('subscribes, acknowledges and replays', async () => {
    const heard: string[] = [];
    running.push(subscribe(outsider, { county: COUNTY, durable: 'statistics', events: ['ticket.signed.v1'] }, ({ data }) => void heard.push(data.unit)));
    await eventually(() => expect(heard).toEqual(['YM-SWJ']));
    await eventually(async () => expect((await (await jetstreamManager(platform)).consumers.info(STREAM, 'statistics')).num_ack_pending).toBe(0));
    for (const events of [['ticket.signed.v1'], ['ticket.signed.v1', 'ticket.closed.v1']] as const) {
      for await (const parsed of replay(outsider, { county: COUNTY, name: 'statistics-replay', events })) heard.push(parsed.ok ? parsed.event.data.unit : parsed.reason);
    }
    expect(heard).toEqual(['YM-SWJ', 'YM-SWJ', 'YM-SWJ']);
  });

  it.each([
    ['tell an event', SUBJECT],
    ['read another event alone', `$JS.API.CONSUMER.CREATE.${STREAM}.statistics.hotline.${COUNTY}.identity.viewed.v1`],
    ['read by the durable of a service', `$JS.API.CONSUMER.MSG.NEXT.${STREAM}.sla-tickets`],
    ['change the durable of a service', `$JS.API.CONSUMER.DURABLE.CREATE.${STREAM}.sla-tickets`],
    ['make a consumer of any name', `$JS.API.CONSUMER.CREATE.${STREAM}`],
    ['delete the durable of a service', `$JS.API.CONSUMER.DELETE.${STREAM}.sla-tickets`],
    ['acknowledge for a service', `$JS.ACK.${STREAM}.sla-tickets.1.1.1.1.0`],
    ['empty the stream', `$JS.API.STREAM.PURGE.${STREAM}`],
    ['delete the stream', `$JS.API.STREAM.DELETE.${STREAM}`],
  ])('cannot %s', async (_, subject) => {
    const refusals: string[] = [];
    const statuses = outsider.status();
    const watching = (async () => {
      for await (const status of statuses) {
        if (status.type !== 'error') continue;
        refusals.push(status.error.message);
        return;
      }
    })();
    outsider.publish(subject, '{}');
    await watching;
    expect(refusals).toEqual([expect.stringContaining(`"${subject}"`)]);
    expect((await (await jetstreamManager(platform)).streams.info(STREAM)).state).toMatchObject({ messages: 1 });
  });
});
