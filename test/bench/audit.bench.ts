import { Logger } from '@nestjs/common';
import { AuditSealer, openOrm, UnitOfWork } from '@hotline/persistence';
import { verifyAudit } from '@hotline/persistence/audit';
import { printResult, type BenchResult } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { rounded, Rounds } from './figures.ts';
import { durableSettings, machine } from './machine.ts';

const ROUNDS = 3;
const ROWS = 50_000;
const COMMANDS = 4_000;
const AT_ONCE = 8;

/** Seals 50,000 audit rows and verifies them; and writes a row a transaction, 8 at once, in turns with and without the trigger that marks it for sealing. */
export async function auditBench(): Promise<BenchResult> {
  const before = machine();
  Logger.overrideLogger(false);
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await stack.settled();
    await stack.stopService('prefecture'); // its audit log is ours now
    const rounds = await measured(stack);
    const rows = rounds.names().map((way) => ({ way, perSecond: rounded(rounds.median(way, 'perSecond')), microsecondsEach: rounded(1_000_000 / rounds.median(way, 'perSecond'), 1) }));
    const result = { name: 'audit chain', rows, summary: { machine: { ...before, postgres }, rounds: ROUNDS, rows: ROWS } };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

async function measured(stack: BenchStack): Promise<Rounds<{ perSecond: number }>> {
  const orm = await openOrm({ name: 'bench', url: stack.databaseUrl, schema: 'prefecture', poolMax: AT_ONCE, entities: [], migrations: [] });
  const client = await stack.pool.connect();
  try {
    const uow = new UnitOfWork(orm, stack.county);
    const sealer = new AuditSealer(uow, 'prefecture', { everySeconds: 3_600 });
    const rounds = new Rounds<{ perSecond: number }>();
    const timed = async (way: string, count: number, work: () => Promise<unknown>): Promise<void> => {
      const began = performance.now();
      await work();
      rounds.add(way, { perSecond: (count * 1_000) / (performance.now() - began) });
    };
    for (let round = 1; round <= ROUNDS; round++) {
      await client.query('alter table prefecture.audit_entry disable trigger mark_unsealed');
      await timed('write a row a transaction, unmarked', COMMANDS, () => write(uow));
      await client.query('alter table prefecture.audit_entry enable trigger mark_unsealed');
      await timed('write a row a transaction, marked', COMMANDS, () => write(uow));
      await client.query(`insert into prefecture.audit_entry (actor, roles, unit, action, target) select 'operator', '{operator}', 'county', 'RegisterTicket', gen_random_uuid() from generate_series(1, ${ROWS - COMMANDS})`);
      await timed('seal', ROWS, () => sealer.seal());
      await timed('verify', ROWS * round, () => verifyAudit(client, { service: 'prefecture', schema: 'prefecture', anchors: [] }));
    }
    return rounds;
  } finally {
    client.release();
    await orm.close(true);
  }
}

async function write(uow: UnitOfWork): Promise<void> {
  const by = { actor: { subject: 'operator', roles: ['operator'], unit: 'county' } };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let number = 0; number < COMMANDS / AT_ONCE; number++) await uow.run(async (tx) => tx.audit(by, 'RegisterTicket', `ticket-${number}`, { number }));
    }),
  );
}

if (import.meta.main) await auditBench();
