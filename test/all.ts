/**
 * `npm test`: lint and types side by side, then the tests, then the files that must agree with the code. Ends with one line
 * `N passed, N failed`, in which each check besides the tests counts as one.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../deploy/local/commands.mjs';
import { pinnedNode, root } from '../deploy/local/workspace.mjs';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** The part of jest's report that is read here. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'hotline-report-'));
const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    rmSync(scratch, { recursive: true, force: true });
    process.exit(130);
  });
}

const counts = [
  ...(await Promise.all([check('lint'), check('types')])),
  await tests('unit', 'integration'),
  await tests('stories'),
  await check('openapi', '--check'),
  await check('asyncapi', '--check'),
  await check('traceability', '--check'),
];
rmSync(scratch, { recursive: true, force: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a command of commands.mjs and shows what it said only if it failed. */
async function check(name: string, ...args: string[]): Promise<Count> {
  const startedAt = Date.now();
  const { code, output } = await run(lineOf(name, args), 'pipe');
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} (${seconds} s)\n${output}\n`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs projects of jest; stories have the machine to themselves, one after the other. */
async function tests(...projects: string[]): Promise<Count> {
  const report = join(scratch, `${projects.join('-')}.json`);
  const inOrder = projects.includes('stories') ? ['--runInBand'] : ['--maxWorkers=2'];
  const line = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-c', 'test/jest.config.mjs', '--passWithNoTests'];
  const { code } = await run([...line, ...inOrder, '--json', `--outputFile=${report}`, '--selectProjects', ...projects], 'inherit');
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  const failures = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failures === 0 && code !== 0 ? 1 : failures };
}

function lineOf(name: string, args: readonly string[]): string[] {
  const command = commands[name];
  const file = command?.files.find((candidate) => existsSync(join(root, candidate)));
  if (!command || !file) throw new Error(`there is no command ${name}`);
  return [...(command.node ?? []), file, ...(command.args ?? []), ...args];
}

function run(line: readonly string[], output: 'pipe' | 'inherit'): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // jest prints its JSON report on stdout as well as its results on stderr
    const child = spawn(pinnedNode, line, { cwd: root, stdio: ['ignore', output === 'inherit' ? 'ignore' : 'pipe', output] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
    running.add(child);
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') });
    });
  });
}
