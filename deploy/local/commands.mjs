/**
 * What `run.mjs` can run: the file (first that exists), what it needs beforehand, and fixed arguments.
 * @typedef {{ files: string[], build?: boolean, servers?: boolean, node?: string[], args?: string[] }} Command
 */

/**
 * A command of the platform lies in deploy/commands under its own name and talks to built code.
 * @param {string} name
 * @returns {Command}
 */
const platform = (name) => ({ files: [`deploy/commands/${name}.ts`, `deploy/commands/${name}.mjs`], build: true, node: ['--enable-source-maps'] });

/** @type {Record<string, Command>} */
export const commands = {
  start: { files: ['deploy/local/start.ts'], build: true, servers: true },
  token: { files: ['deploy/local/token.ts'] },
  build: { files: ['deploy/build/build.mjs'] },
  test: { files: ['test/all.ts'], build: true, servers: true },
  jest: { files: ['node_modules/jest/bin/jest.js'], build: true, servers: true, node: ['--experimental-vm-modules', '--no-warnings'], args: ['-c', 'test/jest.config.mjs'] },
  lint: { files: ['node_modules/eslint/bin/eslint.js'], args: ['-c', 'test/eslint.config.mjs'] },
  types: { files: ['node_modules/typescript/bin/tsc'], args: ['--noEmit', '-p', 'tsconfig.base.json'] },
  migrate: platform('migrate'),
  streams: platform('streams'),
  import: platform('import'),
  demo: platform('demo'),
  'dead-letters': platform('dead-letters'),
  openapi: platform('openapi'),
  traceability: platform('traceability'),
  bench: { ...platform('bench'), servers: true },
};
