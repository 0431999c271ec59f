/**
 * `npm run bench [-- <name>… <file>… --json <file>]`: measures the platform on this machine, one benchmark after the other, each in a
 * process and on servers of its own. Each prints a table and one line of JSON, which also goes to the end of the file.
 * A file that is named is handed to each. Never part of the tests.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pinnedNode, root } from '../local/workspace.mjs';
import { endWith, UsageFault } from './usage-fault.ts';

try {
  const known = globSync('test/bench/*.bench.ts', { cwd: root }).map((file) => basename(file, '.bench.ts')).sort();
  const { positionals, values } = optionsFrom(process.argv.slice(2));
  const files = positionals.filter((name) => !known.includes(name)).map((name) => resolve(process.env['INIT_CWD'] ?? '.', name)).filter(isFile);
  const asked = positionals.filter((name) => !files.includes(resolve(process.env['INIT_CWD'] ?? '.', name)));
  const environment = { ...process.env, ...(values.json && { HOTLINE_BENCH_JSON: resolve(process.env['INIT_CWD'] ?? '.', values.json) }) };
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageFault(`没有基准测试“${unknown}”，可用：${known.join(' ')}`, 'unknown benchmark');
  let failed = 0;
  for (const name of asked.length > 0 ? asked : known) {
    const { status } = spawnSync(pinnedNode, ['--no-warnings', '--enable-source-maps', join(root, `test/bench/${name}.bench.ts`), ...files], { cwd: root, stdio: 'inherit', env: environment });
    if (status !== 0) failed += 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function optionsFrom(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { json: { type: 'string' } } });
  } catch {
    throw new UsageFault('参数不对，用法：npm run bench [-- <名称>… --json <文件>]', 'bad arguments');
  }
}
