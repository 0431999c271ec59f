import { AuditLogUnderTest } from '../spec/audit-log-under-test.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyAudit } from './audit-verification.js';
import { migrate, openOrm } from './orm.js';
import { UnitOfWork } from './unit-of-work.js';

let log: AuditLogUnderTest;

beforeAll(async () => {
  log = await AuditLogUnderTest.open();
});
afterAll(() => log.close());
beforeEach(() => log.empty());

describe('the database', () => {
  const forbidden = [
    `update audit_entry set actor = 'another' where id = 1`,
    `update audit_entry set details = '{}' where id = 1`,
    `delete from audit_entry`,
    `delete from audit_entry where false`,
    `truncate audit_entry`,
    `update audit_seal set hash = '' where false`,
    `delete from audit_seal`,
    `truncate audit_seal`,
  ];

  it.each(forbidden)('refuses even its owner: %s', async (statement) => {
    await log.sealed(2);
    await expect(log.root.query(statement)).rejects.toMatchObject({ code: '42501', message: expect.stringMatching(/never changed/) });
    expect(await log.report()).toMatchObject({ findings: [], sealed: 2 });
  });

  it('refuses a service that has every right on the tables, which goes on writing and sealing', async () => {
    await log.root.query(`create role audit_spec_service; grant usage on schema spec to audit_spec_service; grant all on all tables in schema spec to audit_spec_service`);
    await log.sealed(1);
    try {
      await log.root.query('set role audit_spec_service');
      for (const statement of forbidden) await expect(log.root.query(statement)).rejects.toMatchObject({ code: '42501', message: expect.stringMatching(/never changed/) });
      await expect(log.root.query('set session_replication_role = replica')).rejects.toMatchObject({ code: '42501' });
      await log.root.query(`insert into audit_entry (actor, roles, action, target) values ('x', '{}', 'Note', 'x')`);
    } finally {
      await log.root.query('reset role; drop owned by audit_spec_service; drop role audit_spec_service');
    }
    await log.sealer().seal();
    expect(await log.report()).toMatchObject({ findings: [], sealed: 2 });
  });

  it('[Art. 20] lets words be emptied and nothing else, which is on record; their salt is gone, and the chain whole', async () => {
    await log.note(2, { purpose: '回访核实', way: 'phone' });
    await log.sealer().seal();
    const erase = `update audit_entry set details = details || '{"purpose":""}' where target = 'ticket-1' and details ? 'purpose'`;
    for (const more of [`, actor = 'another'`, `, words_digest = null`]) await expect(log.root.query(erase.replace(' where', `${more} where`))).rejects.toMatchObject({ code: '42501' });
    await expect(log.root.query(erase.replace('""', '"别的"'))).rejects.toMatchObject({ code: '42501' });
    await log.root.query(erase);
    await log.root.query(erase);
    expect(await log.report()).toMatchObject({ findings: [], sealed: 2, erased: 1, waiting: 1 });
    await log.sealer().seal();
    expect(await log.report()).toMatchObject({ findings: [], sealed: 3, erased: 1 });
    const { rows } = await log.root.query(`select action, target, details, salt is null as bare from audit_entry where target = 'ticket-1' order by id`);
    expect(rows).toEqual([
      { action: 'Note', target: 'ticket-1', details: { amount: 1.5, purpose: '', way: 'phone' }, bare: true },
      { action: 'EraseAuditWords', target: 'ticket-1', details: { entry: 1 }, bare: true },
    ]);
  });
});

describe('what was written before there was a chain', () => {
  it('is sealed first, its words bound', async () => {
    const old = { ...log.options, schema: 'older' };
    await migrate(old);
    await log.root.query(`set search_path = older`);
    try {
      // As it was: without the chain.
      await log.root.query(`drop table audit_entry, audit_seal, audit_unsealed, audit_anchored; drop function audit_words, audit_emptied, audit_bind_words, audit_mark_unsealed, audit_erase_words, audit_refuse; delete from migration where name like 'AuditChain%'`);
      await log.root.query(`create table audit_entry (id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(), actor text not null, roles text[] not null, unit text, action text not null, target text not null, details jsonb not null default '{}')`);
      await log.root.query(`insert into audit_entry (actor, roles, action, target, details) select 'old', '{}', 'Note', n::text, case when n % 2 = 0 then '{"reason": "words"}'::jsonb else '{}' end from generate_series(1, 10) n`);
      await migrate(old);
      const olderOrm = await openOrm(old);
      await new AuditSealer(new UnitOfWork(olderOrm, '900000'), 'older', { everySeconds: 3_600 }).seal();
      await olderOrm.close(true);
      expect(await verifyAudit(log.root, { service: 'older', schema: 'older', anchors: [] })).toMatchObject({ findings: [], sealed: 10, waiting: 0 });
      await log.root.query(`alter table audit_entry disable trigger user; update audit_entry set details = '{"reason": "others"}' where id = 4`);
      expect((await verifyAudit(log.root, { service: 'older', schema: 'older', anchors: [] }))?.findings).toEqual([{ kind: 'row-edited', position: 4, entry: '4' }]);
    } finally {
      await log.root.query(`set search_path = spec`);
    }
  });

  it('is not asked of a schema without an audit log', async () => {
    expect(await verifyAudit(log.root, { service: 'x', schema: 'nowhere', anchors: [] })).toBeUndefined();
  });
});
