import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from './dependencies.mjs';
import { Fault } from './fault.mjs';
import { hotlineDirectory, progress } from './workspace.mjs';

const binDirectory = join(hotlineDirectory, 'bin');
const ownCopy = join(binDirectory, 'nats-server');

/** Path of a nats-server ≥ 2.9: the machine's own, else one fetched before, else Debian's package unpacked without root. */
export function ensureNatsServer() {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(directory, 'nats-server');
    if (directory && isExecutable(candidate) && isRecent(candidate)) return candidate;
  }
  if (!isExecutable(ownCopy)) fetchFromDebian();
  return ownCopy;
}

/** @param {string} program */
function isRecent(program) {
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const version = /v(\d+)\.(\d+)/.exec(answer.stdout ?? '');
  return version !== null && (Number(version[1]) > 2 || (Number(version[1]) === 2 && Number(version[2]) >= 9));
}

function fetchFromDebian() {
  progress('下载 nats-server … Fetching nats-server');
  mkdirSync(binDirectory, { recursive: true });
  const work = mkdtempSync(join(binDirectory, 'fetch-'));
  try {
    if (!download(work, []) && !downloadWithPrivateLists(work)) throw missing();
    const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (!archive || spawnSync('dpkg-deb', ['-x', archive, 'unpacked'], { cwd: work }).status !== 0) throw missing();
    const unpacked = ['usr/bin', 'usr/sbin'].map((place) => join(work, 'unpacked', place, 'nats-server')).find((file) => existsSync(file));
    if (!unpacked || !isRecent(unpacked)) throw missing();
    // Copy, then rename: two commands that set up at once both end with a whole file.
    const arrival = join(work, 'nats-server');
    copyFileSync(unpacked, arrival);
    chmodSync(arrival, 0o755);
    renameSync(arrival, ownCopy);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @param {string[]} options
 */
function download(work, options) {
  return spawnSync('apt-get', [...options, '-o', 'APT::Sandbox::User=root', 'download', 'nats-server'], { cwd: work }).status === 0;
}

/**
 * The machine's package lists may be missing (slim images) or not ours to refresh: keep lists of our own instead of asking for root.
 * @param {string} work
 */
function downloadWithPrivateLists(work) {
  const lists = join(work, 'lists');
  const cache = join(work, 'cache');
  for (const directory of [lists, cache]) mkdirSync(join(directory, 'partial'), { recursive: true });
  mkdirSync(join(cache, 'archives/partial'), { recursive: true });
  const options = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`];
  spawnSync('apt-get', [...options, '-o', 'APT::Sandbox::User=root', '-q', 'update'], { cwd: work });
  return download(work, options);
}

function missing() {
  return new Fault(
    '缺少 nats-server 2.9 以上版本，也无法用 apt-get 下载：请安装它并放入 PATH（Debian：apt-get install nats-server），然后重试',
    'nats-server ≥ 2.9 is missing and apt-get could not fetch it: install it on the PATH and try again',
  );
}
