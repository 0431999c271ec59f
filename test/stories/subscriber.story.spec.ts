import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hotlineApi, openBus, replay, type HotlineApi } from '@hotline/client';
import { eventually } from '@hotline/testing';
import { demoAccount } from '../../deploy/local/demo-accounts.ts';
import { requestToken } from '../../deploy/local/token.ts';
import { pinnedNode, root } from '../../deploy/local/workspace.mjs';
import { ClerkMonth, codeOf } from './clerk-month.ts';
import { counties, type County } from './county.ts';
import { SOON, TicketTale } from './ticket-tale.ts';

const [water, town] = [codeOf('water'), codeOf('town')];
const directory = mkdtempSync(join(tmpdir(), 'hotline-subscriber-'));

let month: ClerkMonth;
let api: HotlineApi;
let subscriber: ChildProcess | undefined;
let said = '';

/** The example as a newcomer starts it. */
function start(): void {
  said = '';
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const env = { ...inherited, NATS_URL: month.stack.subscriberUrl('example'), HOTLINE_COUNTY: month.stack.county, STATE: join(directory, 'overdue.sqlite') };
  subscriber = spawn(pinnedNode, ['--no-warnings', 'libs/client/examples/subscriber.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  subscriber.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!subscriber || subscriber.exitCode !== null || subscriber.signalCode !== null) return;
  const ended = new Promise((resolve) => subscriber?.once('exit', resolve));
  subscriber.kill(signal);
  await ended;
}

/** What the service of time itself says over HTTP, asked with the typed client: unit → clocks that went past their end. */
async function overdueByUnit(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const verdict of ['running', 'late'] as const) {
    const { data, error } = await api.GET('/sla/v1/clocks', { params: { query: { verdict, overdue: true, limit: 200 } } });
    if (!data) throw new Error(JSON.stringify(error));
    for (const { unit } of data.items) counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

async function expectAgreement(): Promise<Record<string, number>> {
  await month.rest();
  return eventually(async () => {
    const last = said.trimEnd().split('\n').at(-1) ?? '';
    const counted = JSON.parse(last) as Record<string, number>;
    expect(counted).toEqual(await overdueByUnit());
    return counted;
  }, SOON);
}

beforeAll(async () => {
  month = await ClerkMonth.begin(counties[0] as County, '2018-09-10 09:00');
  const account = demoAccount('dispatcher');
  if (!account) throw new Error('no dispatcher');
  api = hotlineApi({ url: month.stack.url, token: () => requestToken(month.stack.issuer, account) });
}, 180_000);
afterAll(async () => {
  await stop('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
  await month?.end();
}, 60_000);

describe('a stranger copies the example subscriber', () => {
  it('counts the overdue clocks of each unit as the service of time itself does', async () => {
    await TicketTale.dispatched(month.hotline, water);
    await TicketTale.dispatched(month.hotline, town);
    start();
    await month.moveTo('2018-09-12 09:00'); // nobody signed
    const counted = await expectAgreement();
    expect([counted[water], counted[town]]).toEqual([1, 1]);
  }, 90_000);

  it('goes on where it was after it was stopped, killed, and after the bus was away', async () => {
    await stop('SIGTERM');
    await month.moveTo('2018-09-13 09:00'); // nobody called
    start();
    expect((await expectAgreement())[water]).toBe(2);
    await stop('SIGKILL');
    await TicketTale.dispatched(month.hotline, water);
    start();
    await month.stack.stopPart('nats');
    await month.stack.startPart('nats');
    await eventually(() => month.rest(), { within: 30_000 });
    await month.moveTo('2018-09-17 09:00');
    expect((await expectAgreement())[water]).toBe(3); // the second ticket is not signed, and still to be called about
  }, 120_000);

  it('reads its events once more, and they are those that the stream holds', async () => {
    const bus = await openBus({ url: month.stack.subscriberUrl('example'), county: month.stack.county });
    const read: string[] = [];
    for await (const parsed of replay(bus, { events: ['ticket.registered.v1', 'clock.overdue.v1'] })) read.push(parsed.ok ? parsed.event.id : `${parsed.reason}: ${parsed.problems.join('; ')}`);
    await bus.close();
    const told = await month.events();
    const ids = (name: string): string[] => told.filter(({ type }) => type === `hotline.${name}`).map(({ id }) => id);
    expect(read).toEqual([...ids('ticket.registered.v1'), ...ids('clock.overdue.v1')]);
    expect(read.length).toBeGreaterThan(5);
  }, 60_000);
});
