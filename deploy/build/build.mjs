/**
 * `node deploy/build/build.mjs [project…]`: compiles src to dist for the named projects (`sla`, `domain`, …) or for all.
 * A file is compiled again only when it is newer than its output or the way of compiling has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { swcOptions } from './swc-options.mjs';
import { exitWith } from '../local/fault.mjs';
import { progress, root } from '../local/workspace.mjs';

const spec = /\.spec\.ts$/;
const declaration = /\.d\.ts$/;
/** A module on its way, perhaps of a build that runs beside this one. */
const arriving = /\.\d+$/;

/**
 * Answers how many files were written.
 * @param {string} directory of a project, absolute
 * @param {string} recipe stamp of the way of compiling
 */
async function buildProject(directory, recipe) {
  const source = join(directory, 'src');
  const output = join(directory, 'dist');
  const stampFile = join(output, '.recipe');
  const stale = (await readFile(stampFile, 'utf8').catch(() => '')) !== recipe;
  const jobs = (await filesIn(source))
    .filter((file) => !spec.test(file) && !declaration.test(file))
    .map((file) => ({ from: join(source, file), to: join(output, file.replace(/\.ts$/, '.js')) }));
  await removeLeftOvers(output, new Set(jobs.flatMap(({ to }) => [to, `${to}.map`]).concat(stampFile)));
  const due = [];
  for (const job of jobs) if (stale || (await isOlder(job.to, job.from))) due.push(job);
  await Promise.all(due.map(compile));
  if (stale && jobs.length > 0) await writeFile(stampFile, recipe);
  return due.length;
}

/** @param {{ from: string, to: string }} job */
async function compile({ from, to }) {
  await mkdir(dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) return copyFile(from, to);
  const { transformFile } = await import('@swc/core');
  const { code, map } = await transformFile(from, { ...swcOptions, sourceFileName: relative(dirname(to), from) });
  const arrival = `${to}.${process.pid}`;
  await writeFile(`${to}.map`, map ?? '');
  // Renamed into place: a service that is just starting never reads half a module.
  await writeFile(arrival, `${code}\n//# sourceMappingURL=${basename(to)}.map\n`);
  await rename(arrival, to);
}

/**
 * Paths below a directory, relative to it; empty when it does not exist.
 * @param {string} directory
 */
async function filesIn(directory) {
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

/**
 * A module whose source is gone must not be found any more: migrations, for one, are read from the folder.
 * @param {string} output
 * @param {Set<string>} wanted
 */
async function removeLeftOvers(output, wanted) {
  const folders = new Set();
  for (const file of await filesIn(output)) {
    const path = join(output, file);
    if (wanted.has(path) || arriving.test(path)) continue;
    await rm(path, { force: true });
    folders.add(dirname(path));
  }
  for (const folder of folders) if (folder !== output) await rmdir(folder).catch(() => undefined);
}

/**
 * @param {string} target
 * @param {string} source
 */
async function isOlder(target, source) {
  const [to, from] = await Promise.all([stat(target).catch(() => null), stat(source)]);
  return to === null || to.mtimeMs < from.mtimeMs;
}

async function recipeOfToday() {
  const compiler = JSON.parse(await readFile(join(root, 'node_modules/@swc/core/package.json'), 'utf8')).version;
  return createHash('sha256').update(JSON.stringify([compiler, swcOptions])).digest('hex');
}

/** @param {string[]} names */
async function projects(names) {
  const found = [];
  for (const group of ['libs', 'apps']) {
    for (const entry of await readdir(join(root, group), { withFileTypes: true })) {
      if (entry.isDirectory() && (names.length === 0 || names.includes(entry.name))) found.push(join(root, group, entry.name));
    }
  }
  return found;
}

try {
  const recipe = await recipeOfToday();
  const written = await Promise.all((await projects(process.argv.slice(2))).map((directory) => buildProject(directory, recipe)));
  const total = written.reduce((sum, count) => sum + count, 0);
  if (total > 0) progress(`已编译 ${total} 个文件。${total} files compiled.`);
} catch (error) {
  exitWith(error);
}
