/**
 * `npm run rebuild [-- --from stream|history] [--apply]`: builds all facts of the appraisal anew, out of the stream or out of
 * the services' own outboxes, and compares them with the live ones row by row. Ends with 0 when they are equal or were
 * put right, with 1 when they differ. Reads every schema of the database, so it is run with the operator's DATABASE_URL.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault } from '../local/fault.mjs';
import { root } from '../local/workspace.mjs';
import { county, databaseUrl, natsUrl } from './local-stack.ts';
import { endWith, UsageFault } from './usage-fault.ts';

const SOURCES = ['history', 'stream'];
const USAGE = '用法：npm run rebuild [-- --from history|stream] [--apply]';
const HELP = `${USAGE}
  重新建立考核的全部事实，与现有事实逐行比对：相同则退出码为 0，不同则列出不一致的行，退出码为 1。
  --from history  来源为各服务自己的发件记录（默认；保存全部历史）
  --from stream   来源为消息流（只保存 topology.yaml 中 maxAgeDays 以内的事件）
  --apply         不同时用重建的事实更正现有事实；已定的考核期间不受影响
  数据库地址与 npm run migrate 相同：设置了 DATABASE_URL 就用它，否则用本机正在运行的平台。`;

try {
  const { from, apply, help } = asked();
  if (help) process.stdout.write(`${HELP}\n`);
  else process.exitCode = rebuild(from, apply);
} catch (error) {
  endWith(error);
}

function asked(): { readonly from: string; readonly apply: boolean; readonly help: boolean } {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string', default: 'history' }, apply: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } });
    if (SOURCES.includes(values.from)) return values;
  } catch {
    // what parseArgs does not know is told in our own words below
  }
  throw new UsageFault(USAGE, 'usage: npm run rebuild [-- --from history|stream] [--apply]');
}

function rebuild(from: string, apply: boolean): number {
  const script = join(root, 'apps/appraisal/dist/rebuild.js');
  if (!existsSync(script)) throw new Fault('缺少 apps/appraisal/dist/rebuild.js：请先运行 npm run build', 'not built');
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl(),
    HOTLINE_COUNTY: county(),
    NATS_URL: from === 'stream' ? natsUrl() : (process.env['NATS_URL'] ?? 'nats://localhost:4222'), // the history needs no bus
  };
  const { status } = spawnSync(process.execPath, ['--no-warnings', '--enable-source-maps', script, from, ...(apply ? ['apply'] : [])], { cwd: root, env, stdio: 'inherit' });
  return status ?? 1;
}
