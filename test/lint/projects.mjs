import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A project of the workspace as its package.json describes it.
 * @typedef {{ directory: string, packageName: string, kind: string }} Project
 */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** npm packages that may be relied on at run time. */
export const runtimePackages = new Set(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies));

/** @type {Map<string, Project | undefined>} */
const known = new Map();

/** @type {Map<string, Project>} */
const workspace = new Map(
  ['apps', 'libs']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => projectOf(join(root, group, name, 'package.json'))))
    .filter((project) => project !== undefined)
    .map((project) => [project.packageName, project]),
);

/**
 * The project that owns a file: the nearest package.json above it with an Nx tag `kind:…`; undefined outside all projects.
 * @param {string} file absolute
 * @returns {Project | undefined}
 */
export function projectOf(file) {
  const directory = dirname(file);
  if (directory === root || directory === dirname(directory)) return undefined;
  if (!known.has(directory)) known.set(directory, projectAt(directory) ?? projectOf(directory));
  return known.get(directory);
}

/**
 * The project behind `@hotline/calendar` or `@hotline/domain/shared`; undefined for packages from npm.
 * @param {string} specifier
 */
export function workspaceProject(specifier) {
  return workspace.get(packageOf(specifier));
}

/**
 * `@scope/name` or `name` of a specifier, without the path behind it.
 * @param {string} specifier
 */
export function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/**
 * @param {string} directory
 * @returns {Project | undefined}
 */
function projectAt(directory) {
  const file = join(directory, 'package.json');
  if (!existsSync(file)) return undefined;
  const { name, nx } = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {string | undefined} */
  const tag = nx?.tags?.find((/** @type {string} */ entry) => entry.startsWith('kind:'));
  return tag ? { directory, packageName: name, kind: tag.slice('kind:'.length) } : undefined;
}
