import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { AuditLogUnderTest } from '../spec/audit-log-under-test.js';
import { anchorsIn, type AuditAnchor } from './audit-anchor.js';
import { AuditSealer } from './audit-sealer.js';
import type { UnitOfWork } from './unit-of-work.js';

let log: AuditLogUnderTest;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'audit-'));
  log = await AuditLogUnderTest.open();
});
afterAll(async () => {
  await log.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => log.empty());

const anchorsOf = async (file: string): Promise<readonly AuditAnchor[]> => anchorsIn(await readFile(file, 'utf8')).anchors;

describe('sealing', () => {
  it('chains every row that was committed, in batches, and finds nothing to say of what nobody touched', async () => {
    await log.note(2_300);
    expect(await log.report()).toMatchObject({ findings: [], sealed: 0, waiting: 2_300 });
    await log.sealer().seal();
    expect(await log.report()).toEqual({ findings: [], sealed: 2_300, erased: 0, waiting: 0, anchors: 0 });
  });

  it('takes rows in the order of their ids, and a late one afterwards', async () => {
    await log.uow.run(async (tx) => {
      await tx.sql(`insert into audit_entry (actor, roles, action, target) values ('late', '{}', 'Note', 'late')`);
      await log.sealed(2);
    });
    await log.sealer().seal();
    expect((await log.root.query('select entry_id::int from audit_seal order by position')).rows.map((seal) => (seal as { entry_id: number }).entry_id)).toEqual([2, 3, 1]);
    expect(await log.findings()).toEqual([]);
  });

  it('gives one chain with several sealers side by side, while rows are written', async () => {
    const writing = Promise.all(Array.from({ length: 20 }, () => log.note(60)));
    const sealing = Promise.all(Array.from({ length: 30 }, () => log.sealer().seal()));
    await Promise.all([writing, sealing]);
    await log.sealer().seal();
    expect(await log.report()).toMatchObject({ findings: [], sealed: 1_200, waiting: 0 });
  });

  it('goes on where a sealer that died between two batches left off, or within one', async () => {
    /** Lets so many batches through, and rolls the next one back. */
    const dyingAfter = (batches: number): AuditSealer => {
      const run: UnitOfWork['run'] = (work) =>
        log.uow.run(async (tx) => {
          const done = await work(tx);
          if (batches-- <= 0) throw new Error('killed');
          return done;
        });
      return new AuditSealer({ run } as UnitOfWork, 'spec', { everySeconds: 3_600 });
    };
    await log.note(2_500);
    await expect(dyingAfter(1).seal()).rejects.toThrow('killed');
    expect(await log.report()).toMatchObject({ findings: [], sealed: 1_000, waiting: 1_500 });
    await expect(dyingAfter(0).seal()).rejects.toThrow('killed');
    expect(await log.report()).toMatchObject({ findings: [], sealed: 1_000, waiting: 1_500 });
    await log.sealer().seal();
    expect(await log.report()).toMatchObject({ findings: [], sealed: 2_500, waiting: 0 });
  });

  it('seals what a replica of the version before writes, and passes over marks that a restored back-up left', async () => {
    await log.uow.run((tx) => tx.sql(`insert into audit_entry (actor, roles, unit, action, target, details) values ('old', '{}', null, 'Note', 'x', '{"reason": "words"}')`));
    await log.sealed(2);
    await log.root.query('insert into audit_unsealed select id from audit_entry');
    await log.sealed(1);
    expect(await log.report()).toMatchObject({ findings: [], sealed: 4, waiting: 0 });
  });

  it('shows how old the oldest unsealed row is, and since when nothing was anchored', async () => {
    expect([await log.sealer().unsealedAge(), await log.sealer().anchorAge()]).toEqual([0, 0]);
    await log.note(1);
    await log.tamper(`update audit_entry set at = at - interval '2 hours'`);
    expect(await log.sealer().unsealedAge()).toBeCloseTo(7_200, -2);
    await log.sealer().seal();
    expect(await log.sealer().unsealedAge()).toBe(0);
    expect(await log.sealer().anchorAge()).toBeCloseTo(7_200, -2);
    await log.sealer(join(directory, 'ages')).anchor();
    expect(await log.sealer().anchorAge()).toBeLessThan(60);
  });

  it('runs by itself until the service stops', async () => {
    const file = join(directory, 'by-itself');
    const running = log.sealer(file);
    running.onApplicationBootstrap();
    await log.note(3);
    await running.onModuleDestroy();
    await log.note(1);
    await running.finish();
    expect(await log.report(await anchorsOf(file))).toMatchObject({ findings: [], sealed: 4, waiting: 0 });
    expect((await anchorsOf(file)).at(-1)).toMatchObject({ position: 4 });
  });
});

describe('anchors', () => {
  it('are lines of a file that only its owner reads, one an interval however many replicas ask, and one more at the end if the chain has grown', async () => {
    const file = join(directory, 'new', 'anchors.jsonl');
    await log.sealer(file).anchor(); // an empty chain has no head
    await log.sealed(3);
    await Promise.all([1, 2, 3].map(() => log.sealer(file).anchor()));
    expect(await anchorsOf(file)).toEqual([{ ...(await log.head()), at: expect.stringMatching(/^\d{4}-.*Z$/) }]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await log.sealer(file).finish();
    await log.note(1);
    await Promise.all([1, 2, 3].map(() => log.sealer(file).finish()));
    await log.root.query(`update audit_anchored set at = at - interval '1 hour'`);
    await log.sealer(file).anchor();
    expect((await anchorsOf(file)).map(({ position }) => position)).toEqual([3, 4, 4]);
  });

  it('go to the log without a file, and are read from it', async () => {
    const lines: unknown[] = [];
    Logger.overrideLogger({ log: (line: unknown) => void lines.push(line), error: () => undefined, warn: () => undefined });
    await log.sealed(2);
    await log.sealer().anchor();
    Logger.overrideLogger(false);
    expect(lines).toEqual([{ msg: 'audit anchored', ...(await log.head()), at: expect.any(String) }]);
    expect(anchorsIn(`{"level":30,"msg":"started"}\nplain words\n${JSON.stringify({ level: 30, ...(lines[0] as object) })}\n`).anchors).toHaveLength(1);
  });

  it('that were torn or edited are counted by their lines', () => {
    expect(anchorsIn('{"service":"a","position":1,"hash":"00\n\n{"service":"a","position":0,"hash":"x","at":""}')).toEqual({ anchors: [], unreadable: [1, 3] });
  });

  it('that cannot be written stop no sealing', async () => {
    await log.sealed(1);
    await expect(log.sealer('/dev/null/anchors').anchor()).rejects.toThrow(/EEXIST|ENOTDIR/);
    await log.sealed(1);
    expect(await log.report()).toMatchObject({ sealed: 2, waiting: 0 });
  });
});
