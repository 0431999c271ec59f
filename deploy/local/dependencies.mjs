import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from './fault.mjs';
import { pinnedNode, progress, root } from './workspace.mjs';

const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(modules, '.hotline-setup');

/** Installs what package-lock.json names unless exactly that is installed already. */
export function ensureDependencies() {
  const lock = readFileSync(lockFile);
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalled(JSON.parse(lock.toString('utf8')))) {
    progress('安装依赖（npm ci），首次约需一两分钟 … Installing dependencies');
    npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  }
  writeFileSync(stampFile, stamp);
}

/** Makes sure that the pinned Node is there; npm leaves it out when install scripts are switched off. */
export function ensureNode() {
  if (isExecutable(pinnedNode)) return;
  progress('安装 Node 运行时 … Installing the pinned Node');
  npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error']);
  if (!isExecutable(pinnedNode)) {
    throw new Fault(
      '没有装上项目自带的 Node：请允许 npm 运行安装脚本后删除 node_modules 再试',
      'the pinned Node is missing: allow npm install scripts, remove node_modules and try again',
    );
  }
}

/**
 * A developer's own `npm install` satisfies the lock file too: what counts is the version of each package, as npm recorded it.
 * @param {{ packages: Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} lock
 */
function isInstalled(lock) {
  const recordFile = join(modules, '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const installed = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true;
    if (!installed[path]) return Boolean(wanted.optional);
    return installed[path].version === wanted.version && existsSync(join(root, path));
  });
}

/**
 * Runs npm on the machine's own Node: the pinned one is about to be replaced.
 * @param {string[]} args
 */
function npm(args) {
  const ownBin = join(modules, '.bin');
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== ownBin && !entry.startsWith(join(modules, ''))).join(delimiter);
  const run = spawnSync('npm', args, { cwd: root, env: { ...process.env, PATH: path }, stdio: ['ignore', 2, 2] });
  if (run.error) throw new Fault('找不到 npm：请先安装 Node 20 以上版本和 npm', 'npm is not on the PATH: install Node ≥ 20 with npm');
  if (run.status !== 0) {
    throw new Fault(`npm ${args[0]} 失败，原因见上：请检查网络和磁盘后重试`, `npm ${args[0]} failed, see above: check network and disk, then try again`);
  }
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
