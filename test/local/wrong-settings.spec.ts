import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'hotline-settings-'));
  const pack = readFileSync(resolve('deploy/policy/yuanmou-2018.yaml'), 'utf8');
  writeFileSync(join(directory, 'wrong.yaml'), pack.replace('hour: 9', 'hour: 25'));
  writeFileSync(join(directory, 'right.yaml'), pack);
  writeFileSync(join(directory, 'subjects.txt'), 'name: x');
  writeFileSync(join(directory, 'file'), '');
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a built service ends that is started with these settings and no server anywhere; `…/` stands for the directory of the spec. */
function started(service: string, settings: Readonly<Record<string, string>>): Promise<Ended> {
  const env = {
    HOTLINE_MODE: 'local',
    PORT: '0',
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
    NATS_URL: 'nats://127.0.0.1:1',
    OIDC_ISSUER: 'http://localhost:1',
    HOTLINE_IDENTITY_KEY: Buffer.alloc(32, 7).toString('base64'),
    HOTLINE_ATTACHMENTS: join(directory, 'attachments'),
    PREFECTURE_CLIENT_SECRET: 'a-secret-of-some-length',
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value.replace('…/', `${directory}/`)])),
  };
  return new Promise((done) => {
    const child = execFile(process.execPath, ['--no-warnings', resolve(`apps/${service}/dist/main.js`)], { env }, (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr: stderr.replaceAll(`${directory}/`, '…/') }),
    );
  });
}

const WRONG_PACK = '配置错误：政策包不能使用（共 1 处）：\n…/wrong.yaml:43: warnings.hour: 应为 0 到 23 之间的整数（时）\n';

describe('a service whose settings are wrong', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['intake', { HOTLINE_POLICY: '…/wrong.yaml' }, WRONG_PACK],
    ['routing', { HOTLINE_POLICY: '…/wrong.yaml' }, WRONG_PACK],
    ['sla', { HOTLINE_POLICY: '…/wrong.yaml' }, WRONG_PACK],
    ['supervision', { HOTLINE_POLICY: '…/wrong.yaml' }, WRONG_PACK],
    ['appraisal', { HOTLINE_POLICY: '…/wrong.yaml' }, WRONG_PACK],
    ['routing', { HOTLINE_POLICY: '…/nowhere' }, '配置错误：HOTLINE_POLICY …/nowhere 无法读取（ENOENT）。例如 HOTLINE_POLICY=deploy/policy\n'],
    ['sla', { HOTLINE_COUNTY: '532399' }, '配置错误：HOTLINE_POLICY deploy/policy 中没有本县（HOTLINE_COUNTY=532399）的政策包，请核对两项设置，或加入本县的政策包\n'],
    ['appraisal', { HOTLINE_CLOCK: 'yesterday' }, expect.stringMatching(/^配置错误：HOTLINE_CLOCK .*\n$/) as unknown as string],
    ['intake', { HOTLINE_SUBJECTS: '…/nowhere' }, '配置错误：HOTLINE_SUBJECTS …/nowhere 无法读取（ENOENT）。例如 HOTLINE_SUBJECTS=deploy/subjects/county.yaml\n'],
    ['intake', { HOTLINE_SUBJECTS: '…/subjects.txt' }, '配置错误：HOTLINE_SUBJECTS …/subjects.txt 不能使用（共 2 处）：\nversion: 应为整数\nsubjects: 至少应有一个三级事项\n'],
    ['intake', { HOTLINE_ATTACHMENTS: '…/file' }, '配置错误：HOTLINE_ATTACHMENTS 应为可以写入的文件夹，…/file 不是（EEXIST）。例如 HOTLINE_ATTACHMENTS=/var/lib/hotline/attachments\n'],
    ['intake', { HOTLINE_ATTACHMENT_TYPES: '' }, expect.stringContaining('配置错误：HOTLINE_ATTACHMENT_TYPES 不能为空') as unknown as string],
    ['prefecture', { PREFECTURE_INBOX: '…/file' }, '配置错误：PREFECTURE_INBOX 应为已经建好、可以读写的文件夹，…/file 不是（ENOTDIR）\n'],
    ['prefecture', { PREFECTURE_INBOX: '…/nowhere' }, '配置错误：PREFECTURE_INBOX 应为已经建好、可以读写的文件夹，…/nowhere 不是（ENOENT）\n'],
  ])('%s ends with 78 and says why, and nothing else: %j', async (service, settings, lines) => {
    expect(await started(service, settings)).toEqual({ code: 78, stdout: '', stderr: lines });
    expect(existsSync(join(directory, 'nowhere'))).toBe(false);
  });

  it('that is noticed only while it starts does the same, and its log is of one form from its first line', async () => {
    const { code, stdout, stderr } = await started('sla', { HOTLINE_POLICY: '…/right.yaml' }); // it reads the packs beside the named one too
    expect([code, stderr]).toEqual([78, WRONG_PACK]);
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines[0]).toMatchObject({ service: 'sla', level: 'info' });
  });
});
