import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import { swcOptions } from '../../deploy/build/swc-options.mjs';

/** @typedef {{ id: string, name: string, fileName: string, body: () => unknown }} Spec */

/** Where specs of the pure libs find what they import by name, under the folder in which the mutants are. */
const SOURCES = {
  '@hotline/domain/shared': 'libs/domain/src/shared/index.ts',
  '@hotline/domain': 'libs/domain/src/index.ts',
  '@hotline/calendar': 'libs/calendar/src/index.ts',
  '@hotline/testing': 'libs/testing/src/behaviour.ts',
};
const GLOBALS = 'data:text/javascript,export const { describe, it, expect } = globalThis';

/** Raised to load everything anew: a module is another one under another number. */
let edition = 0;

/**
 * Lets this process import the TypeScript below `root` as jest would.
 * @param {string} root
 */
export function importSources(root) {
  const base = pathToFileURL(`${root}/`).href;
  /** @type {Map<string, string>} */
  const compiled = new Map();
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
      const named = SOURCES[/** @type {keyof typeof SOURCES} */ (specifier)];
      const own = context.parentURL?.startsWith(base) === true && context.parentURL.includes('.ts');
      const url = named ? new URL(named, base) : own && specifier.startsWith('.') ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL) : null;
      return url ? { url: `${url.href.split('?')[0]}?${edition}`, shortCircuit: true } : next(specifier, context);
    },
    load(url, context, next) {
      if (!url.startsWith(base) || !/\.ts(\?|$)/.test(url)) return next(url, context);
      const filename = fileURLToPath(url);
      const source = compiled.get(filename) ?? transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, filename, sourceMaps: false }).code;
      compiled.set(filename, source);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/**
 * Every spec of the pure libs below `root` by its id, freshly loaded.
 * @param {string} root
 * @param {RegExp} leftOut
 * @returns {Promise<Map<string, Spec>>}
 */
export async function specsBelow(root, leftOut) {
  edition += 1;
  const specs = new Map();
  /** @type {string[]} */
  const path = [];
  let fileName = '';
  const it = (/** @type {string} */ title, /** @type {() => unknown} */ body) => {
    const name = [...path, title].join(' › ');
    const stem = `${fileName}#${name}`;
    let id = stem;
    for (let again = 2; specs.has(id); again += 1) id = `${stem} (${again})`;
    if (leftOut.test(id)) return;
    specs.set(id, { id, name, fileName: join(root, fileName), body });
  };
  const describe = (/** @type {string} */ title, /** @type {() => void} */ body) => {
    path.push(title);
    body();
    path.pop();
  };
  Object.assign(globalThis, { expect, it: Object.assign(it, { each: eachOf(it) }), describe: Object.assign(describe, { each: eachOf(describe) }) });
  for (const file of globSync('libs/{domain,calendar}/src/**/*.spec.ts', { cwd: root }).sort()) {
    fileName = file;
    await import(`${pathToFileURL(resolve(root, file)).href}?${edition}`);
  }
  return specs;
}

/** @param {(title: string, body: () => any) => void} define */
function eachOf(define) {
  return (/** @type {readonly unknown[]} */ table) => (/** @type {string} */ title, /** @type {(...row: any[]) => any} */ body) => {
    for (const cell of table) {
      const row = Array.isArray(cell) ? cell : [cell];
      define(format(title, ...row), () => body(...row));
    }
  };
}
