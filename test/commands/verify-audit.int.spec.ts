import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { AuditSealer, migrate, openOrm, UnitOfWork } from '@hotline/persistence';
import { testDatabase, type TestDatabase } from '@hotline/testing';
import { verifyLogs } from '../../deploy/commands/verify/audit.ts';

let database: TestDatabase;
let orm: MikroORM;
let root: pg.Client;
let anchors: string;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verify-'));
  anchors = join(directory, 'anchors.jsonl');
  database = await testDatabase('verify');
  const options = { name: 'sla', url: database.url, schema: 'sla', poolMax: 4, entities: [], migrations: [] };
  await migrate(options);
  orm = await openOrm(options);
  const uow = new UnitOfWork(orm, '900000');
  for (let number = 1; number <= 6; number++) await uow.run(async (tx) => tx.audit({ actor: { subject: 'someone', roles: [] } }, 'Note', `ticket-${number}`));
  await new AuditSealer(uow, 'sla', { file: anchors, everySeconds: 3_600 }).finish();
  root = new pg.Client({ connectionString: database.url, options: '-c search_path=sla' });
  await root.connect();
});
afterAll(async () => {
  await root.end();
  await orm.close(true);
  await database.drop();
  await rm(directory, { recursive: true });
});

async function verified(...anchorFiles: readonly string[]): Promise<{ intact: boolean; lines: string[] }> {
  const lines: string[] = [];
  const intact = await verifyLogs(database.url, { services: ['intake', 'sla'], anchorFiles }, (line) => lines.push(line));
  return { intact, lines };
}

describe('npm run verify -- audit', () => {
  it('says that a log is intact, what it was compared with, and whose log is not there', async () => {
    expect(await verified(anchors)).toEqual({
      intact: true,
      lines: ['受理 intake：数据库中没有它的审计链，已跳过（请先运行 npm run migrate）', '✓ 时限 sla：完好；已封印 6 条，待封印 0 条，依规销毁文字 0 条，比对锚点 1 个'],
    });
  });

  it('warns that without anchors a cut tail is not found', async () => {
    expect((await verified()).lines.at(-1)).toContain('没有锚点');
  });

  it('names lines of the anchor file that cannot be read', async () => {
    const torn = join(directory, 'torn');
    await writeFile(torn, `${await readFile(anchors, 'utf8')}{"service":"sla","position":9,"ha`);
    expect(await verified(torn)).toMatchObject({ intact: false, lines: [expect.stringContaining(`${torn} 第 2 行`), expect.anything(), expect.stringContaining('完好')] });
  });

  it('[Art. 10] names every finding by service, position and row', async () => {
    await root.query(`alter table audit_entry disable trigger user; alter table audit_seal disable trigger user`);
    await root.query(`update audit_entry set actor = 'another' where id = 2; delete from audit_entry where id = 4; delete from audit_seal where position = 6`);
    const { intact, lines } = await verified(anchors);
    expect(intact).toBe(false);
    expect(lines.slice(1)).toEqual([
      '✗ sla 位置 2 记录 2：记录与封印不符，内容被改动 (row edited)',
      '✗ sla 位置 4 记录 4：记录被删除 (row removed)',
      '✗ sla 位置 6：锚点证明曾经存在，现已不在，末尾被截去 (tail cut)',
      '✗ sla 无位置 记录 6：记录没有封印也不待封印，是另外插入的 (row inserted)',
      '✗ 时限 sla：发现 4 处；已封印 5 条，待封印 0 条，依规销毁文字 0 条，比对锚点 1 个',
    ]);
  });

  it('cannot say anything of a database that does not answer or has no log, or of anchors that are not there', async () => {
    const asked = (url: string, anchorFiles: string[] = []) => verifyLogs(url, { services: ['intake'], anchorFiles }, () => undefined);
    await expect(asked('postgresql://127.0.0.1:1/none')).rejects.toThrow('连接不上数据库（ECONNREFUSED）');
    await expect(asked(database.url)).rejects.toThrow('没有可以核对的审计记录');
    await expect(asked(database.url, [join(directory, 'nowhere')])).rejects.toThrow('读不了锚点文件');
  });
});
