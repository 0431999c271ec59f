import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that a run leaves behind lies here: binaries, data of the local stack, stamps. */
export const hotlineDirectory = join(root, '.hotline');

/** The Node that the project pins; the machine's own Node only starts the set-up. */
export const pinnedNode = join(root, 'node_modules/node/bin/node');

/**
 * One line of progress. Always on stderr, so that a command's stdout carries its answer and nothing else.
 * @param {string} text
 */
export function progress(text) {
  process.stderr.write(`${text}\n`);
}
