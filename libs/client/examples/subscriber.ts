/**
 * How many clocks each unit let pass, kept up to date by events. Copy it and change the two statements of SQL.
 *
 * NATS_URL: the address that the county gives; HOTLINE_COUNTY (532328); STATE (overdue-by-unit.sqlite): what was heard so far.
 * Ctrl-C stops it; the next start goes on where it stopped.
 */
import { DatabaseSync } from 'node:sqlite';
import { openBus, subscribe, type HotlineEvent } from '@hotline/client';

const EVENTS = ['clock.started.v1', 'clock.rescheduled.v1', 'clock.warned.v1', 'clock.overdue.v1', 'clock.stopped.v1', 'clock.voided.v1'] as const;

const { NATS_URL = '', HOTLINE_COUNTY = '532328', STATE = 'overdue-by-unit.sqlite' } = process.env;

const state = new DatabaseSync(STATE);
state.exec('create table if not exists clock (id text primary key, version integer, unit text, overdue integer)');
// An event may come twice, or after a younger one: the highest version is the whole truth.
const heard = state.prepare('insert into clock values (?, ?, ?, ?) on conflict (id) do update set version = excluded.version, unit = excluded.unit, overdue = excluded.overdue where excluded.version > clock.version');
const counted = state.prepare('select unit, count(*) as overdue from clock where overdue group by unit order by unit');

function handle({ subject, version, data }: HotlineEvent<(typeof EVENTS)[number]>): void {
  heard.run(subject, version, data.unit, data.overdueAt && data.verdict !== 'void' ? 1 : 0); // before the event is acknowledged: what is lost between the two comes again
  tell();
}

let last = '';
function tell(): void {
  const text = JSON.stringify(Object.fromEntries(counted.all().map(({ unit, overdue }) => [unit, overdue])));
  if (text !== last) process.stdout.write(`${(last = text)}\n`);
}

tell();
const bus = await openBus({ url: NATS_URL, county: HOTLINE_COUNTY });
const subscription = subscribe(
  bus,
  {
    events: EVENTS,
    onTrouble: (trouble) => process.stderr.write(`${trouble.kind}: ${trouble.kind === 'unreadable' ? trouble.problems.join('; ') : String(trouble.error)}\n`),
  },
  handle,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await subscription.stop();
    await bus.close();
    state.close();
  });
}
