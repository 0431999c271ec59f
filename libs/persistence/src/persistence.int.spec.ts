import { randomUUIDv7 as newId } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { ticketAnsweredV1 } from '@hotline/contracts';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { testDatabase, type TestDatabase } from '@hotline/testing';
import { GroupCommit } from './group-commit.js';
import { forgetAnswers, TICKETS_IN_ANSWER } from './idempotency.js';
import { migrate, openOrm, type PersistenceOptions } from './orm.js';
import { ANSWERS_KEPT_DAYS, HISTORY_KEPT_DAYS, KEYS_KEPT_DAYS, Pruning } from './pruning.js';
import { UnitOfWork } from './unit-of-work.js';

let database: TestDatabase;
let options: PersistenceOptions;
let orm: MikroORM;
let uow: UnitOfWork;

beforeAll(async () => {
  database = await testDatabase('persistence');
  options = { name: 'spec', url: database.url, schema: 'spec', poolMax: 10, entities: [], migrations: [] };
  await migrate(options);
  orm = await openOrm(options);
  uow = new UnitOfWork(orm, '900000');
  await uow.run((tx) => tx.sql('create table effect (note text unique)'));
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const request = (key: string, fingerprint = 'one'): CommandRequest => ({ actor: { subject: 'someone', roles: ['operator'] }, idempotencyKey: key, fingerprint, at: 0 });

const write = (note: string) =>
  async (tx: Parameters<Parameters<UnitOfWork['command']>[1]>[0]): Promise<Outcome<{ note: string }>> => {
    await tx.sql('insert into effect values ($1)', [note]);
    tx.emit(ticketAnsweredV1, { subject: newId(), version: 1, at: 0 }, { ticketId: newId(), answeredAt: '2018-09-21T00:00:00.000Z' });
    tx.audit(request(note), 'Write', note);
    return { ok: true, value: { note } };
  };

async function counts(): Promise<{ effects: number; outbox: number; audit: number }> {
  const [row] = await uow.read((tx) =>
    tx.sql<{ effects: number; outbox: number; audit: number }>(
      'select (select count(*) from effect)::int as effects, (select count(*) from outbox)::int as outbox, (select count(*) from audit_entry)::int as audit',
    ),
  );
  return row ?? { effects: -1, outbox: -1, audit: -1 };
}

describe('migrations', () => {
  it('apply once, also when several replicas run them at the same time and again', async () => {
    const other = { ...options, schema: 'other' };
    const runs = await Promise.all([migrate(other), migrate(other), migrate(other)]);
    expect(runs.map((run) => run.length).toSorted()).toEqual([0, 0, 4]);
    expect(await migrate(other)).toEqual([]);
  });

  it('refuse a schema name that would need quoting', async () => {
    await expect(migrate({ ...options, schema: 'x"; drop' })).rejects.toThrow('DATABASE_SCHEMA');
  });
});

describe('events', () => {
  it('carry a traceparent also where no request caused them, one for what was told together', async () => {
    const told = async (...traceparents: (string | undefined)[]): Promise<(string | undefined)[]> => {
      await uow.run(async (tx) => {
        for (const traceparent of traceparents) tx.emit(ticketAnsweredV1, { subject: newId(), version: 1, at: 0, traceparent }, { ticketId: newId(), answeredAt: '2018-09-21T00:00:00.000Z' });
      });
      const rows = await uow.read((tx) => tx.sql<{ payload: string }>('select payload from outbox order by id desc limit $1', [traceparents.length]));
      return rows.reverse().map(({ payload }) => (JSON.parse(payload) as { traceparent?: string }).traceparent);
    };
    const caused = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const [own, theirs, again] = await told(undefined, caused, undefined);
    expect([own, theirs, again]).toEqual([expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/), caused, own]);
    expect(await told(undefined)).not.toEqual([own]);
  });
});

describe('kept answers', () => {
  const keys = (like: string): Promise<{ key: string }[]> => uow.read((tx) => tx.sql<{ key: string }>('select key from idempotency_key where key like $1 order by key', [like]));
  const keep = (key: string, value: object): Promise<unknown> => uow.command(request(key), async () => ({ ok: true, value }));

  const age = (days: number, key: string, count = 1): Promise<unknown> =>
    uow.run((tx) => tx.sql(`insert into idempotency_key (subject, key, fingerprint, answer, created_at)
      select 'someone', $2 || n, 'one', '{"value": "words"}', clock_timestamp() - make_interval(days => $1, mins => 1) from generate_series(1, $3::integer) n`, [days, key, count]));

  it('[Art. 20] go when they are old, by two replicas at once and past the first batch; the key stays, and a late repetition is refused instead of done twice', async () => {
    await age(ANSWERS_KEPT_DAYS, 'aged-', 2500);
    await age(ANSWERS_KEPT_DAYS - 1, 'young-');
    await Promise.all([new Pruning(uow).once(), new Pruning(uow).once()]);
    expect(await uow.read((tx) => tx.sql(`select count(*)::integer as keys, count(answer)::integer as answers, max(fingerprint) as fingerprint from idempotency_key where key like 'aged-%'`))).toEqual([{ keys: 2500, answers: 0, fingerprint: '' }]);
    expect(await uow.command(request('aged-7'), write('never'))).toEqual({ ok: false, refusal: { slug: 'idempotency-answer-forgotten', field: 'Idempotency-Key' } });
    expect(await uow.command(request('young-1'), write('never'))).toEqual({ ok: true, value: 'words' });
  });

  it('leave no key behind after a year', async () => {
    await age(KEYS_KEPT_DAYS, 'ancient-', 1001);
    await age(KEYS_KEPT_DAYS - 1, 'almost-');
    await new Pruning(uow).once();
    expect([await keys('ancient-%'), await keys('almost-%')]).toEqual([[], [{ key: 'almost-1' }]]);
  });

  it('[Art. 20] are forgotten with the tickets of which they speak, however deep, and no others', async () => {
    const [gone, stays] = [newId(), newId()];
    await keep('about-1', { ticketId: gone, text: 'words' });
    await keep('about-2', { state: { findings: [{ ticketId: stays }, { ticketId: gone, text: 'words' }] } });
    await keep('about-3', { state: { ticketIds: [stays, gone], statement: 'words' } });
    await keep('about-4', { state: { ticketId: stays, ticketIds: [stays], note: gone } });
    await uow.run((tx) => forgetAnswers(tx, [gone, newId()]));
    const kept = await uow.read((tx) => tx.sql<{ key: string }>(`select key from idempotency_key where key like 'about-%' and (answer is not null or fingerprint <> '')`));
    expect(kept).toEqual([{ key: 'about-4' }]);
  });

  it('are found by their tickets and by their age without looking through all of them', async () => {
    const plan = (query: string): Promise<string> =>
      uow.run(async (tx) => {
        await tx.sql('set local enable_seqscan = off');
        return JSON.stringify(await tx.sql(`explain ${query}`));
      });
    expect(await plan(`select from idempotency_key where answer is not null and (${TICKETS_IN_ANSWER}) ?| array['x']`)).toContain('idempotency_answer_tickets');
    expect(await plan(`select from idempotency_key where answer is not null and created_at < now() order by created_at limit 10`)).toContain('idempotency_answer_age');
  });
});

describe('what was told and heard long ago', () => {
  const long = `clock_timestamp() - make_interval(days => ${HISTORY_KEPT_DAYS}, mins => 1)`;
  const idAt = (daysAgo: number): string => {
    const hex = (Date.now() - daysAgo * 86_400_000).toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-${newId().slice(14)}`;
  };
  const told = (unsent: boolean, at: string): Promise<unknown> =>
    uow.run((tx) => tx.sql(`with told as (insert into outbox (event_id, subject, aggregate, payload, created_at) select gen_random_uuid(), $1, '', '{}', ${at} from generate_series(1, 1001) returning id)
      insert into outbox_unsent select id from told where $2`, [unsent ? 'old-unsent' : at === long ? 'old' : 'young', unsent]));

  it('goes from the outbox once it is sent, and only then, by two replicas at once; that it went is known', async () => {
    await uow.run((tx) => tx.sql(`truncate outbox, outbox_unsent`));
    await told(false, long);
    await told(true, long);
    await told(false, 'clock_timestamp()');
    await Promise.all([new Pruning(uow).once(), new Pruning(uow).once()]);
    expect(await uow.read((tx) => tx.sql(`select subject, count(*)::integer from outbox group by 1 order by 1`))).toEqual([{ subject: 'old-unsent', count: 1001 }, { subject: 'young', count: 1001 }]);
    expect(await uow.read((tx) => tx.sql(`select from outbox_pruned`))).toHaveLength(1);
    await uow.run((tx) => tx.sql(`truncate outbox, outbox_unsent`));
  });

  it('goes from the inbox of every consumer, unless it was handled lately', async () => {
    const heard = (consumer: string, daysAgo: number, at: string): Promise<unknown> => uow.run((tx) => tx.sql(`insert into inbox (consumer, event_id, handled_at) values ($1, $2, ${at})`, [consumer, idAt(daysAgo)]));
    for (const consumer of ['some-clocks', 'some-tickets']) {
      await heard(consumer, HISTORY_KEPT_DAYS + 1, long);
      await heard(consumer, HISTORY_KEPT_DAYS - 1, long);
    }
    await heard('some-units', HISTORY_KEPT_DAYS + 1, 'clock_timestamp()');
    await Promise.all([new Pruning(uow).once(), new Pruning(uow).once()]);
    expect(await uow.read((tx) => tx.sql(`select consumer, count(*)::integer from inbox where consumer like 'some-%' group by 1 order by 1`))).toEqual(['some-clocks', 'some-tickets', 'some-units'].map((consumer) => ({ consumer, count: 1 })));
  });
});

describe('a command', () => {
  it('runs once under one Idempotency-Key, fifty times at once, and answers the same each time', async () => {
    const before = await counts();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => uow.command(request('fifty'), write('fifty'))));
    expect(outcomes).toEqual(Array.from({ length: 50 }, () => ({ ok: true, value: { note: 'fifty' } })));
    expect(await counts()).toEqual({ effects: before.effects + 1, outbox: before.outbox + 1, audit: before.audit + 1 });
  });

  it('is refused when its key was used for another one', async () => {
    await uow.command(request('reused'), write('reused'));
    expect(await uow.command(request('reused', 'two'), write('other'))).toEqual({ ok: false, refusal: { slug: 'idempotency-key-reused', field: 'Idempotency-Key' } });
  });

  it('leaves nothing behind when it is refused or fails, not even its key', async () => {
    const before = await counts();
    const refused = await uow.command(request('refused'), async (tx) => {
      await write('refused')(tx);
      return { ok: false, refusal: { slug: 'too-late' } };
    });
    expect(refused).toEqual({ ok: false, refusal: { slug: 'too-late' } });
    await expect(uow.command(request('failed'), async (tx) => ({ ok: true, value: await tx.sql('select 1/0') }))).rejects.toThrow('division by zero');
    expect(await counts()).toEqual(before);
    expect(await uow.command(request('refused'), write('refused'))).toMatchObject({ ok: true });
  });

  it('wakes the relay after a commit with events, and only then', async () => {
    let wakes = 0;
    uow.onEvents(() => wakes++);
    await uow.command(request('no event'), async () => ({ ok: true, value: 1 }));
    await uow.command(request('refused event'), async (tx) => {
      await write('never')(tx);
      return { ok: false, refusal: { slug: 'no' } };
    });
    expect(wakes).toBe(0);
    await uow.command(request('event'), write('event'));
    expect(wakes).toBe(1);
  });
});

describe('commands that came in together', () => {
  const asked = (...keys: string[]) => keys.map((key) => ({ request: request(key) }));
  const writeAll = (tx: Parameters<Parameters<UnitOfWork['command']>[1]>[0], fresh: readonly { request: CommandRequest }[]) =>
    Promise.all(fresh.map(async ({ request: { idempotencyKey = '' } }) => (idempotencyKey.startsWith('bad') ? ({ ok: false, refusal: { slug: 'no' } } as const) : write(idempotencyKey)(tx))));

  it('share a transaction, answer each its own, and leave nothing of a refused one, not even its key', async () => {
    const before = await counts();
    const outcomes = await uow.commands(asked('batch-1', 'bad-1', 'batch-2'), writeAll);
    expect(outcomes).toEqual([{ ok: true, value: { note: 'batch-1' } }, { ok: false, refusal: { slug: 'no' } }, { ok: true, value: { note: 'batch-2' } }]);
    expect(await counts()).toEqual({ effects: before.effects + 2, outbox: before.outbox + 2, audit: before.audit + 2 });
    expect(await uow.command(request('bad-1', 'another'), write('bad-1'))).toMatchObject({ ok: true });
  });

  it('get the first answer again under a key that was used before, alone or together', async () => {
    await uow.command(request('alone'), write('alone'));
    const outcomes = await uow.commands([...asked('together', 'alone', 'batch-1'), { request: request('batch-2', 'another') }], writeAll);
    expect(outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.ok ? outcome.value : outcome.refusal.slug))).toEqual([
      { note: 'together' },
      { note: 'alone' },
      { note: 'batch-1' },
      'idempotency-key-reused',
    ]);
    expect(await uow.command(request('together'), write('together'))).toEqual({ ok: true, value: { note: 'together' } });
  });
});

describe('group commit', () => {
  it('gathers what arrives while two batches are under way, and answers each its own', async () => {
    const sizes: number[] = [];
    const group = new GroupCommit<number, number>(async (items) => {
      sizes.push(items.length);
      await uow.run((tx) => tx.sql('select pg_sleep(0.02)'));
      return items.map((item) => item * 2);
    });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => group.submit(index)));
    expect(answers).toEqual(Array.from({ length: 100 }, (_, index) => index * 2));
    expect(sizes.length).toBeLessThan(5);
  });

  it('lets a defect that one item brings to light hurt no other', async () => {
    const group = new GroupCommit<number, number>(async (items) => {
      if (items.includes(2)) throw new TypeError('a defect');
      return items;
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => group.submit(item)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('lets one bad item fail alone', async () => {
    const group = new GroupCommit<string, string>((items) =>
      uow.run(async (tx) => {
        await tx.sql('insert into effect select * from unnest($1::text[])', [items]);
        return items;
      }),
    );
    const outcomes = await Promise.allSettled(['good', 'fifty', 'better'].map((note) => group.submit(note)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('a connection that breaks in the middle of a transaction', () => {
  it('is not lost to the pool: as many may break as there are, and work goes on', async () => {
    const narrow = await openOrm({ ...options, poolMax: 2 });
    const work = new UnitOfWork(narrow, '900000');
    const breaking = work.run(async (tx) => {
      const [row] = await tx.sql<{ pid: number }>('select pg_backend_pid() as pid');
      await uow.run((other) => other.sql('select pg_terminate_backend($1)', [row?.pid]));
      await tx.sql('select 1');
    });
    const another = work.run((tx) => tx.sql('select pg_terminate_backend(pg_backend_pid())'));
    const ended = await Promise.allSettled([breaking, another]);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const rows = await Promise.all([1, 2, 3].map(() => work.read((tx) => tx.sql<{ one: number }>('select 1 as one'))));
    expect(rows).toEqual([1, 2, 3].map(() => [{ one: 1 }]));
    await narrow.close(true);
  });
});
