/**
 * `npm start`: the whole platform on this machine behind one address. `--fresh` begins with empty data.
 * Ctrl-C stops everything in good order; a second Ctrl-C later does so at once.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault, exitWith } from './fault.mjs';
import { fillEmptyDirectory } from './first-directory.ts';
import { layoutFrom, serviceNames, SERVICES, type ComponentName, type Layout } from './layout.ts';
import { shortenLogs } from './log-file.ts';
import { preflight } from './preflight.ts';
import { Stack } from './stack.ts';
import { ROLES } from './demo-accounts.ts';

const DISK_CHECK_MS = 30_000;
const LIFE_CHECK_MS = 10_000;
/** npm, the shell and this process all get the same Ctrl-C: what comes so soon after the first is no second one. */
const SAME_PRESS_MS = 1_500;

/** Orders of a story test to the stack that it has started. */
interface Order {
  readonly id: number;
  readonly stop?: ComponentName;
  readonly start?: ComponentName;
}

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
process.stdout.on('error', () => undefined); // the terminal may go before we do

try {
  const layout = layoutFrom(process.env);
  const { fresh } = optionsFrom(process.argv.slice(2));
  tell('12345 政务服务热线平台 · 本地运行');
  await preflight(layout, fresh);
  await run(layout);
} catch (error) {
  exitWith(error);
}

async function run(layout: Layout): Promise<void> {
  const stack = new Stack(layout, (line) => {
    tell(line);
    note(layout, line);
  });
  stopOnSignals(stack);
  obeyParent(stack);
  try {
    await stack.start();
    const units = stack.isStopping ? 0 : await fillEmptyDirectory(layout);
    if (units > 0) tell(`  ✓ 单位名录（演示）· ${units} 个单位`);
  } catch (error) {
    if (stack.isStopping) return;
    await stack.stop();
    throw error;
  }
  if (stack.isStopping) return;
  describe(layout);
  process.send?.({ ready: true });
  setInterval(() => tendDisk(stack, layout), DISK_CHECK_MS).unref();
  setInterval(() => void stack.look(), LIFE_CHECK_MS).unref();
}

/** What happened to the parts, for those who were not looking at the terminal. A full disk is told there. */
function note({ logs }: Layout, line: string): void {
  try {
    appendFileSync(join(logs, 'stack.log'), `${new Date().toISOString()} ${line.trim()}\n`);
  } catch {
    return;
  }
}

function tendDisk(stack: Stack, { logs }: Layout): void {
  stack.warnOfFullDisk();
  try {
    shortenLogs(logs);
  } catch {
    tell(`⚠ 日志无法整理，请检查 ${logs} (logs cannot be shortened)`);
  }
}

function optionsFrom(args: string[]): { fresh: boolean } {
  try {
    const { values } = parseArgs({ args, options: { fresh: { type: 'boolean', default: false } } });
    return { fresh: values.fresh };
  } catch {
    throw new Fault(`不认识的参数 ${args.join(' ')}：只有 --fresh（清空数据后启动），写作 npm start -- --fresh`, 'unknown option: only --fresh is known');
  }
}

function stopOnSignals(stack: Stack): void {
  let firstAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (firstAt === 0) {
        firstAt = Date.now();
        tell('\n正在停止 …（再按一次 Ctrl-C 立即结束）');
        void shutDown(stack);
      } else if (Date.now() - firstAt > SAME_PRESS_MS) {
        stack.killAll();
      }
    });
  }
}

/** A parent with a channel to us (run.mjs, a story test) takes the stack down with it, however it ends. */
function obeyParent(stack: Stack): void {
  if (!process.send) return;
  process.on('disconnect', () => void shutDown(stack));
  process.on('message', (order: Order) => {
    const act = order.stop ? stack.stopPart(order.stop) : order.start ? stack.startPart(order.start) : Promise.resolve();
    act.then(
      () => process.send?.({ done: order.id }),
      (error: unknown) => process.send?.({ done: order.id, error: String(error) }),
    );
  });
}

async function shutDown(stack: Stack): Promise<void> {
  await stack.stop();
  tell('已停止，数据已保存。');
  process.exit(0);
}

function describe(layout: Layout): void {
  const { gateway, idp } = layout.ports;
  const docs = serviceNames.map((service) => `    ${SERVICES[service]}  http://localhost:${gateway}/${service}/docs`);
  tell(
    [
      '',
      `平台已就绪：http://localhost:${gateway}`,
      '  接口文档：',
      ...docs,
      `  身份服务（仅供开发）：http://localhost:${idp}`,
      `  演示账户：${ROLES.join(' ')}（密码任意；unit 与 leader 写作 unit-<单位代码>）`,
      `  访问令牌：npm run -s token -- operator    npm run -s token -- unit --unit <单位代码>`,
      `  数据与日志：${layout.data}`,
      '  按 Ctrl-C 停止。',
    ].join('\n'),
  );
}
