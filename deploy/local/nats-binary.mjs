import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from './dependencies.mjs';
import { Fault } from './fault.mjs';
import { hotlineDirectory, progress } from './workspace.mjs';

const binDirectory = join(hotlineDirectory, 'bin');
const ownCopy = join(binDirectory, 'nats-server');

/** Minor of version 2 that the platform needs, and that from which a consumer gets only the events that it names. */
const OLDEST = 9;
const FILTERING = 10;
const AS_CALLER = ['-o', 'APT::Sandbox::User=root'];

/** Path of a nats-server ≥ 2.9: the machine's own, else one fetched before, else Debian's package unpacked without root. */
export function ensureNatsServer() {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(directory, 'nats-server');
    if (directory && isExecutable(candidate) && isAtLeast(candidate, OLDEST)) return candidate;
  }
  if (!isExecutable(ownCopy)) fetchFromDebian();
  return ownCopy;
}

/**
 * @param {string} program
 * @param {number} minor of version 2
 */
function isAtLeast(program, minor) {
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const version = /v(\d+)\.(\d+)/.exec(answer.stdout ?? '');
  return version !== null && (Number(version[1]) > 2 || (Number(version[1]) === 2 && Number(version[2]) >= minor));
}

function fetchFromDebian() {
  progress('下载 nats-server … Fetching nats-server');
  mkdirSync(binDirectory, { recursive: true });
  const work = mkdtempSync(join(binDirectory, 'fetch-'));
  try {
    const fetched = fromOwnRelease(work);
    const newer = fetched && isAtLeast(fetched, FILTERING) ? undefined : fromStable(work);
    const best = newer ?? fetched;
    if (!best) throw missing();
    // Copy, then rename: two commands that set up at once both end with a whole file.
    const arrival = join(work, 'nats-server');
    copyFileSync(best, arrival);
    chmodSync(arrival, 0o755);
    renameSync(arrival, ownCopy);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The package of the release that the machine runs. Its lists may be missing (slim images) or not ours to refresh: then with
 * lists of our own, instead of asking for root.
 * @param {string} work
 */
function fromOwnRelease(work) {
  const place = join(work, 'own');
  mkdirSync(place);
  return unpacked(place, []) ?? unpacked(place, privateLists(place));
}

/**
 * The package of Debian's stable release, from the mirror that the machine uses: an older server sends every consumer its whole
 * noun, which costs a seventh of all work. Undefined where it cannot be had or does not run; the older one does as well.
 * @param {string} work
 */
function fromStable(work) {
  const place = join(work, 'stable');
  mkdirSync(place);
  const mirror = mirrorOf(place);
  if (!mirror) return undefined;
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const sources = join(place, 'stable.list');
  writeFileSync(sources, `deb ${existsSync(keyring) ? `[signed-by=${keyring}] ` : ''}${mirror} stable main\n`);
  return unpacked(place, privateLists(place, ['-o', `Dir::Etc::SourceList=${sources}`, '-o', 'Dir::Etc::SourceParts=/dev/null']));
}

/**
 * Where the machine's packages of Debian itself come from.
 * @param {string} place
 */
function mirrorOf(place) {
  const ask = ['indextargets', '--format', '$(LABEL)|$(COMPONENT)|$(SUITE)|$(REPO_URI)', 'Created-By: Packages'];
  for (const options of [[], privateLists(join(place, 'mirror'))]) {
    const targets = spawnSync('apt-get', [...options, ...ask], { encoding: 'utf8' }).stdout ?? '';
    const main = targets.split('\n').map((line) => line.split('|')).find(([label, component, suite]) => label === 'Debian' && component === 'main' && !suite?.includes('-'));
    if (main) return main[3];
  }
  return undefined;
}

/**
 * Options for package lists of our own below `place`, filled.
 * @param {string} place
 * @param {string[]} sources
 */
function privateLists(place, sources = []) {
  const [lists, cache] = [join(place, 'lists'), join(place, 'cache')];
  for (const directory of [join(lists, 'partial'), join(cache, 'archives/partial')]) mkdirSync(directory, { recursive: true });
  const options = [...sources, '-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`];
  spawnSync('apt-get', [...options, ...AS_CALLER, '-q', 'update'], { cwd: place });
  return options;
}

/**
 * Downloads and unpacks the package; answers the program if it runs here.
 * @param {string} place
 * @param {string[]} options
 */
function unpacked(place, options) {
  if (spawnSync('apt-get', [...options, ...AS_CALLER, 'download', 'nats-server'], { cwd: place }).status !== 0) return undefined;
  const archive = readdirSync(place).find((name) => name.endsWith('.deb'));
  if (!archive || spawnSync('dpkg-deb', ['-x', archive, 'unpacked'], { cwd: place }).status !== 0) return undefined;
  return ['usr/bin', 'usr/sbin'].map((directory) => join(place, 'unpacked', directory, 'nats-server')).find((file) => existsSync(file) && isAtLeast(file, OLDEST));
}

function missing() {
  return new Fault(
    '缺少 nats-server 2.9 以上版本，也无法用 apt-get 下载：请安装它并放入 PATH（Debian：apt-get install nats-server），然后重试',
    'nats-server ≥ 2.9 is missing and apt-get could not fetch it: install it on the PATH and try again',
  );
}
