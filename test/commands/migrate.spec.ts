import { migrationFailure } from '../../deploy/commands/migration-failure.ts';
import { UsageFault } from '../../deploy/commands/usage-fault.ts';
import { command } from '../stories/command-line.ts';

const DATABASE_URL = 'postgresql://hotline:secret@db.example:5432/hotline';

describe('npm run migrate', () => {
  it.each([[[]], [['intake', 'sla']]])('does not put the services %j into one schema', async (services) => {
    const { code, stdout, stderr } = await command('migrate', services, { DATABASE_URL: 'postgresql://127.0.0.1:1/none', DATABASE_SCHEMA: 'hotline' });
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr).toContain('DATABASE_SCHEMA');
  });

  it('says in one line that the database is not there or lets nobody in, without the password', () => {
    const refusedBy = (said: string) => migrationFailure('受理 intake', said, DATABASE_URL);
    for (const [said, words] of [["Error: connect ECONNREFUSED 127.0.0.1:1\n    at pool\n  code: 'ECONNREFUSED',", '没有应答'], ["error: password\n  code: '28P01',", '拒绝连接']] as const) {
      const { fault, explained } = refusedBy(said);
      expect([explained, fault instanceof UsageFault, fault.message]).toEqual([true, true, expect.stringContaining(`数据库 db.example:5432 ${words}`)]);
      expect(fault.message).not.toMatch(/secret|\n/);
    }
    expect(refusedBy('error: relation "ticket" already exists').explained).toBe(false);
  });
});
