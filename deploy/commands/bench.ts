/**
 * `npm run bench [-- <name>…]`: measures the platform on this machine, one benchmark after the other, each in a process and
 * on servers of its own. Each prints a table and one line of JSON. Never part of the tests.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pinnedNode, root } from '../local/workspace.mjs';
import { endWith, UsageFault } from './usage-fault.ts';

try {
  const known = globSync('test/bench/*.bench.ts', { cwd: root }).map((file) => basename(file, '.bench.ts')).sort();
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageFault(`没有基准测试“${unknown}”，可用：${known.join(' ')}`, 'unknown benchmark');
  let failed = 0;
  for (const name of asked.length > 0 ? asked : known) {
    const { status } = spawnSync(pinnedNode, ['--no-warnings', '--enable-source-maps', join(root, `test/bench/${name}.bench.ts`)], { cwd: root, stdio: 'inherit' });
    if (status !== 0) failed += 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}
