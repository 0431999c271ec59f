import fc from 'fast-check';
import { AuditLogUnderTest } from '../spec/audit-log-under-test.js';

let log: AuditLogUnderTest;

beforeAll(async () => {
  log = await AuditLogUnderTest.open();
});
afterAll(() => log.close());
beforeEach(() => log.empty());

describe('[Art. 10] verifying finds and names', () => {
  it.each([
    ['actor', `'another'`],
    ['at', `at + interval '1 microsecond'`],
    ['roles', `'{operator}'`],
    ['unit', 'null'],
    ['action', `''`],
    ['target', `target || ' '`],
    ['details', `details || '{"amount": 1.50}'`],
    ['details', `details || '{"purpose": ""}'`],
    ['words_digest', `''`],
    ['salt', `''`],
  ])('an edited row: %s = %s', async (column, value) => {
    await log.sealed(5);
    await log.tamper(`update audit_entry set ${column} = ${value} where id = 3`);
    expect(await log.findings()).toEqual([{ kind: 'row-edited', position: 3, entry: '3' }]);
  });

  it('edited words, and words emptied off the record', async () => {
    await log.note(4, { reason: 'words' });
    await log.sealer().seal();
    await log.tamper(`update audit_entry set details = details || '{"reason": "others"}' where id = 2`);
    await log.tamper(`update audit_entry set details = details || '{"reason": ""}', salt = null where id = 3`);
    expect(await log.findings()).toEqual([{ kind: 'row-edited', position: 2, entry: '2' }, { kind: 'words-erased-off-record', position: 3, entry: '3' }]);
  });

  it('removed rows, sealed or not yet', async () => {
    await log.sealed(5);
    await log.note(1);
    await log.tamper(`delete from audit_entry where id in (2, 5, 6)`);
    expect(await log.findings()).toEqual([{ kind: 'row-removed', position: 2, entry: '2' }, { kind: 'row-removed', position: 5, entry: '5' }, { kind: 'row-removed', entry: '6' }]);
  });

  it('rows that changed places, by their ids or by their seals', async () => {
    await log.sealed(6);
    await log.tamper(`update audit_entry set id = -id where id in (2, 4)`);
    await log.tamper(`update audit_entry set id = 6 + id where id < 0`);
    await log.tamper(`update audit_seal set entry_id = case entry_id when 5 then 106 else 105 end where entry_id in (5, 6)`);
    await log.tamper(`update audit_seal set entry_id = entry_id - 100 where entry_id > 100`);
    expect(await log.findings()).toEqual([2, 4, 5, 6].map((position) => ({ kind: 'row-reordered', position, entry: String(position < 5 ? position : 11 - position) })));
  });

  it('inserted rows', async () => {
    await log.sealed(3);
    await log.tamper(`insert into audit_entry (id, actor, roles, action, target) overriding system value values (-7, 'x', '{}', 'Note', 'x'), (99, 'x', '{}', 'Note', 'x')`);
    expect(await log.findings()).toEqual([{ kind: 'row-inserted', entry: '-7' }, { kind: 'row-inserted', entry: '99' }]);
  });

  it('edited and removed seals', async () => {
    await log.sealed(9);
    await log.tamper(`update audit_seal set hash = sha256('x') where position = 3`);
    await log.tamper(`delete from audit_seal where position in (6, 7)`);
    expect(await log.findings()).toEqual([
      { kind: 'seal-edited', position: 3, entry: '3' },
      { kind: 'seal-removed', position: 6, upTo: 7 },
      { kind: 'row-inserted', entry: '6' },
      { kind: 'row-inserted', entry: '7' },
    ]);
    expect(await log.findings([{ ...(await log.head()), hash: '0'.repeat(64) }])).toContainEqual({ kind: 'rewritten', position: 1, upTo: 9, entry: '9' });
  });

  it('an edited last seal, by the anchor', async () => {
    await log.sealed(3);
    const anchor = await log.head();
    await log.tamper(`update audit_seal set hash = '' where position = 3`);
    expect(await log.findings([anchor])).toEqual([{ kind: 'seal-edited', position: 3, entry: '3' }]);
  });

  it('a cut tail, by the anchors, also when new rows hide it', async () => {
    await log.sealed(5);
    const anchors = [await log.head()];
    await log.tamper(`delete from audit_seal where position > 3`);
    await log.tamper(`delete from audit_entry where id > 3`);
    expect(await log.findings()).toEqual([]);
    expect(await log.findings(anchors)).toEqual([{ kind: 'tail-cut', position: 4, upTo: 5 }]);
    expect(await log.findings([{ ...anchors[0]!, service: 'another' }])).toEqual([]);
    await log.sealed(4);
    expect(await log.findings(anchors)).toEqual([{ kind: 'rewritten', position: 1, upTo: 5, entry: '7' }]);
  });

  it('a chain that was made anew from some point on, by the anchors, between two of them', async () => {
    await log.sealed(4);
    const early = await log.head();
    await log.sealed(4);
    const anchors = [early, await log.head()];
    await log.tamper(`update audit_entry set actor = 'another' where id = 6`);
    await log.tamper(`with gone as (delete from audit_seal where position > 5 returning entry_id) insert into audit_unsealed select entry_id from gone`);
    await log.sealer().seal();
    await log.sealed(2);
    expect(await log.findings()).toEqual([]);
    expect(await log.findings([...anchors, await log.head()])).toEqual([{ kind: 'rewritten', position: 5, upTo: 8, entry: '8' }]);
  });

  it('rows that nobody seals, after a minute', async () => {
    await log.note(3);
    await log.tamper(`update audit_entry set at = at - interval '61 seconds' where id = 2`);
    expect(await log.report()).toMatchObject({ findings: [{ kind: 'left-unsealed', entry: '2' }], waiting: 2 });
  });

  it('whatever is done to it, at random, and names every row that was touched', async () => {
    const length = 12;
    const position = fc.integer({ min: 1, max: length });
    const act = fc.oneof(
      fc.record({ sql: fc.constantFrom(`update audit_entry set actor = actor || 'x' where id = $1`, `delete from audit_entry where id = $1`, `update audit_entry set id = id + 500 where id = $1`, `update audit_seal set hash = sha256(hash) where position = $1`, `delete from audit_seal where position = $1`), params: fc.tuple(position) }),
      fc.record({ sql: fc.constant(`insert into audit_entry (id, actor, roles, action, target) overriding system value values ($1 + 1000, 'x', '{}', 'x', 'x') on conflict do nothing`), params: fc.tuple(position) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
        await log.tamper('truncate audit_entry, audit_seal, audit_unsealed restart identity');
        await log.sealed(length);
        const anchor = await log.head();
        for (const { sql, params } of acts) await log.tamper(sql, params);
        const found = await log.findings([anchor]);
        for (const { sql, params: [touched] } of acts) {
          const inserted = sql.startsWith('insert');
          const named = found.some((one) => (inserted ? one.entry === String(touched + 1_000) : one.entry === String(touched) || one.entry === String(touched + 500) || (one.position !== undefined && one.position <= touched && touched <= (one.upTo ?? one.position))));
          const hidden = found.some((one) => one.kind === 'seal-removed' && one.upTo === touched - 1); // not to be known without the seal before
          if (!named && !hidden) throw new Error(`${sql} ${touched}: ${JSON.stringify(found)}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
