/**
 * `node deploy/local/run.mjs <command> [args…]`: sets the machine up as far as the command needs, then runs the command on
 * the pinned Node. Plain JavaScript, because nothing is installed yet when it starts on a fresh clone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { commands } from './commands.mjs';
import { Fault, exitWith } from './fault.mjs';
import { prepare } from './setup.mjs';
import { pinnedNode, root } from './workspace.mjs';

const [name = '', ...args] = process.argv.slice(2);

try {
  const command = commands[name];
  if (!command) throw new Fault(`没有命令“${name}”，可用：${Object.keys(commands).join('、')}`, `unknown command`);
  prepare({ servers: command.servers ?? false });
  if (command.build) build();
  const file = command.files.find((candidate) => existsSync(join(root, candidate)));
  if (!file) throw new Fault(`命令“${name}”尚未提供：找不到 ${command.files[0]}`, `${command.files[0]} does not exist`);
  run([...(command.node ?? []), file, ...(command.args ?? []), ...args], command.tied ?? false);
} catch (error) {
  exitWith(error);
}

function build() {
  const done = spawnSync(pinnedNode, ['deploy/build/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Fault('编译失败，原因见上', 'the build failed, see above');
}

/**
 * Hands over to the command and ends as it ends. A terminal sends Ctrl-C to both processes; a signal from elsewhere reaches
 * only this one and is passed on. A tied command notices by its channel when this process is gone.
 * @param {string[]} line
 * @param {boolean} tied
 */
function run(line, tied) {
  const child = spawn(pinnedNode, line, { cwd: root, stdio: tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  if (tied && process.env['npm_lifecycle_event']) endWithParent(child);
  child.on('error', exitWith);
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/**
 * npm killed outright tells nobody; what it ran must not go on unseen.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithParent(child) {
  const npm = npmProcess();
  setInterval(() => {
    if (npmProcess() !== npm) child.kill('SIGTERM');
  }, 1_000).unref();
}

/** Process number of the npm that runs this script, directly or through a shell; changes when it is gone. */
function npmProcess() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const isShell = /^\d+ \((sh|dash|bash)\)/.test(stat);
    return isShell ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : process.ppid;
  } catch {
    return process.ppid;
  }
}
