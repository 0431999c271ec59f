import { eventually } from '@hotline/testing';
import { CountyBus } from '../spec/county-bus.js';
import { openBus, type HotlineBus } from './bus.js';
import { replay } from './replay.js';
import { subscribe, type Handler, type SubscribeOptions, type Subscription, type Trouble } from './subscribe.js';

const SOON = { within: 20_000 };
type Signed = 'ticket.signed.v1';

/** Of a hotline that is newer than this package. */
const UNHEARD_OF = JSON.stringify({ specversion: '1.0', id: 'x', source: '/hotline/1/routing', type: 'hotline.ticket.unheard-of.v9', subject: 's', time: 't', version: 1, data: {} });

let county: CountyBus;
let bus: HotlineBus;
const running: Subscription[] = [];

beforeEach(async () => {
  county = await CountyBus.open();
  bus = await openBus(county.address);
});
afterEach(async () => {
  for (const subscription of running.splice(0)) await subscription.stop();
  await bus.close();
  await county.close();
});

function listen(handle: Handler<Signed>, options: Partial<SubscribeOptions<Signed>> = {}): Subscription {
  const subscription = subscribe(bus, { events: ['ticket.signed.v1'], ...options }, handle);
  running.push(subscription);
  return subscription;
}

describe('subscribing', () => {
  it('hears from the beginning, then what is new, and after a restart only what it had not handled', async () => {
    const [first, second] = [await county.signed('A'), await county.signed('B')];
    const heard: string[] = [];
    const note: Handler<Signed> = ({ id, data }) => void heard.push(`${data.unit} ${id}`);
    const subscription = listen(note);
    const third = await county.signed('C');
    await eventually(() => expect(heard).toEqual([`A ${first}`, `B ${second}`, `C ${third}`]), SOON);
    await subscription.stop();
    const fourth = await county.signed('D');
    heard.length = 0;
    listen(note);
    await eventually(() => expect(heard).toEqual([`D ${fourth}`]), SOON);
  });

  it('acknowledges only what was handled: a failure comes again while others go on', async () => {
    const troubles: Trouble<Signed>[] = [];
    const heard: string[] = [];
    listen(
      ({ data }) => {
        heard.push(data.unit);
        if (data.unit === 'bad' && heard.filter((unit) => unit === 'bad').length < 3) throw new Error('not yet');
      },
      { backOffMs: [20, 40], onTrouble: (trouble) => troubles.push(trouble) },
    );
    for (const unit of ['bad', 'good', 'good']) await county.signed(unit);
    await eventually(() => expect(heard.toSorted()).toEqual(['bad', 'bad', 'bad', 'good', 'good']), SOON);
    expect(troubles.map((trouble) => trouble.kind === 'failed' && [trouble.event.data.unit, trouble.againInMs])).toEqual([['bad', 20], ['bad', 40]]);
    await eventually(async () => expect(await county.unacknowledged()).toBe(0), SOON);
  });

  it('lets the running handler finish when it stops, and gives back at once what it had not begun', async () => {
    for (const unit of ['A', 'B', 'C']) await county.signed(unit);
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const heard: string[] = [];
    const subscription = listen(async ({ data }) => {
      begun.resolve();
      await go.promise;
      heard.push(data.unit);
    });
    await begun.promise;
    const stopped = subscription.stop();
    go.resolve();
    await stopped;
    expect(heard).toEqual(['A']);
    listen(({ data }) => void heard.push(data.unit));
    await eventually(() => expect(heard.toSorted()).toEqual(['A', 'B', 'C']), SOON);
  });

  it('does not hand out again what a slow handler still works on', async () => {
    await county.wait(300);
    const go = Promise.withResolvers<void>();
    let began = 0;
    listen(async () => {
      began += 1;
      await go.promise;
    });
    await county.signed('slow');
    await eventually(() => expect(began).toBe(1), SOON);
    const from = performance.now();
    await eventually(() => expect(performance.now() - from).toBeGreaterThan(1_000));
    go.resolve();
    await eventually(async () => expect(await county.unacknowledged()).toBe(0), SOON);
    expect(began).toBe(1);
  });

  it('goes on by itself after the bus was away, and loses nothing of what was told meanwhile', async () => {
    const heard: string[] = [];
    await county.wait(2_000);
    listen(({ data }) => void heard.push(data.unit)); // the server may have sent it to a connection that was gone
    await county.signed('before');
    await eventually(() => expect(heard).toEqual(['before']), SOON);
    await county.shutDoor();
    await county.signed('during');
    await county.openDoor();
    await county.signed('after');
    await eventually(() => expect([...new Set(heard)].toSorted()).toEqual(['after', 'before', 'during']), SOON);
  });

  it('passes over for good what it cannot read, and says so by fields, never by values', async () => {
    const troubles: Trouble<Signed>[] = [];
    const heard: string[] = [];
    listen(({ data }) => void heard.push(data.unit), { onTrouble: (trouble) => troubles.push(trouble) });
    await county.publish('ticket.signed.v1', '{"specversion": "1.0"');
    await county.publish('ticket.signed.v1', JSON.stringify({ specversion: '1.0', id: 'x', source: '/hotline/1/routing', type: 'hotline.ticket.signed.v1', subject: 's', time: 't', version: 1, data: { ticketId: 'x', dispatchNo: '张三' } }));
    await county.signed('A');
    await eventually(() => expect(heard).toEqual(['A']), SOON);
    expect(troubles.map((trouble) => trouble.kind === 'unreadable' && [trouble.reason, trouble.problems.join('; ')])).toEqual([
      ['not-json', 'the text is no JSON'],
      ['unfit-data', 'unit: missing; signedAt: missing; dispatchNo: must be integer'],
    ]);
    await eventually(async () => expect(await county.unacknowledged()).toBe(0), SOON);
  });

  it('passes over what the county keeps for it beside what it asks for, also what nobody knew when it was compiled', async () => {
    const troubles: Trouble<Signed>[] = [];
    const heard: string[] = [];
    await county.publish('ticket.unheard-of.v9', UNHEARD_OF);
    await county.signed('A');
    listen(({ data }) => void heard.push(data.unit), { onTrouble: (trouble) => troubles.push(trouble) });
    await eventually(() => expect(heard).toEqual(['A']), SOON);
    await eventually(async () => expect(await county.unacknowledged()).toBe(0), SOON);
    expect(troubles).toEqual([]);
  });

  it('takes no more at once than it can handle before the server would hand it out again', async () => {
    await county.wait(300);
    const heard: string[] = [];
    for (let n = 0; n < 12; n++) await county.signed(`U${n}`);
    listen(async ({ data }) => {
      const begun = performance.now();
      await eventually(() => expect(performance.now() - begun).toBeGreaterThan(80));
      heard.push(data.unit);
    });
    await eventually(async () => expect(await county.unacknowledged()).toBe(0), SOON);
    expect(heard).toEqual(Array.from({ length: 12 }, (_, n) => `U${n}`));
  });
});

describe('opening the bus', () => {
  it('needs to know who subscribes', async () => {
    await expect(openBus({ url: 'nats://127.0.0.1:4222', county: '532328' })).rejects.toThrow('names no user');
  });
});

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('replaying', () => {
  it('reads all there is, once and in order, beside the subscription, and leaves nothing behind', async () => {
    const units = async (from?: Date): Promise<string[]> => (await all(replay<Signed>(bus, { events: ['ticket.signed.v1'], from }))).map((parsed) => (parsed.ok ? parsed.event.data.unit : parsed.reason));
    expect(await units()).toEqual([]);
    for (const unit of ['A', 'B']) await county.signed(unit);
    await county.publish('ticket.signed.v1', '{');
    const told = Date.now();
    await eventually(() => expect(Date.now()).toBeGreaterThan(told + 2)); // the server counts in nanoseconds
    const from = new Date();
    await county.signed('C');
    expect(await units()).toEqual(['A', 'B', 'not-json', 'C']);
    expect(await units(from)).toEqual(['C']);
    expect(await county.consumers()).toEqual(['statistics']);
    expect(await county.unacknowledged()).toBe(4);
  });

  it('has every event once and in order though the bus goes away in the middle', async () => {
    const told = await Promise.all(Array.from({ length: 1_200 }, (_, index) => county.signed(`U${index}`)));
    const read: string[] = [];
    for await (const parsed of replay<Signed>(bus, { events: ['ticket.signed.v1'] })) {
      if (parsed.ok) read.push(parsed.event.id);
      if (read.length !== 520) continue;
      await county.shutDoor();
      await county.openDoor();
    }
    expect(read).toHaveLength(told.length);
    expect(new Set(read)).toEqual(new Set(told));
  });
});
