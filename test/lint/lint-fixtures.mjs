/** Lints each fixture as the file that its first line names, under the real configuration, and prints what was reported as JSON. */
import { ESLint } from 'eslint';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import typescript from 'typescript-eslint';
import { root } from './projects.mjs';

const directory = join(root, 'test/fixtures/forbidden-imports');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: 'test/eslint.config.mjs',
  // The files do not exist, so there are no types to ask for.
  overrideConfig: { ...typescript.configs.disableTypeChecked, files: ['**/*.ts'] },
});

/** @param {string} name */
async function lint(name) {
  const text = await readFile(join(directory, name), 'utf8');
  const [, place] = /^\/\/ (\S+)/.exec(text) ?? [];
  const [result] = await eslint.lintText(text, { filePath: join(root, place ?? name) });
  const reported = (result?.messages ?? []).map(({ line, ruleId, messageId, message }) => ({ line, what: ruleId ? `${ruleId} ${messageId}` : message }));
  return { name, text, reported };
}

const names = (await readdir(directory)).filter((name) => name.endsWith('.ts'));
process.stdout.write(JSON.stringify(await Promise.all(names.map(lint))));
