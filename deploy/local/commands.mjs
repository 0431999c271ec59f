/**
 * What `run.mjs` can run: the file (first that exists), what it needs beforehand, fixed arguments, and whether it ends with
 * whoever called it.
 * @typedef {{ files: string[], build?: boolean, servers?: boolean, tied?: boolean, node?: string[], args?: string[] }} Command
 */

/**
 * A command of the platform lies in deploy/commands under its own name and talks to built code.
 * @param {string} name
 * @returns {Command}
 */
const platform = (name) => ({ files: [`deploy/commands/${name}.ts`, `deploy/commands/${name}.mjs`], build: true, node: ['--enable-source-maps'] });

/**
 * The tests of one jest project. The configuration comes last because jest takes every word after `--selectProjects` for a project.
 * @param {string} project
 * @returns {Command}
 */
const tests = (project) => ({
  files: ['node_modules/jest/bin/jest.js'],
  build: project === 'stories',
  servers: project !== 'unit',
  node: ['--experimental-vm-modules', '--no-warnings'],
  args: ['--selectProjects', project, ...(project === 'stories' ? ['--runInBand'] : []), '-c', 'test/jest.config.mjs'],
});

/** @type {Record<string, Command>} */
export const commands = {
  start: { files: ['deploy/local/start.ts'], build: true, servers: true, tied: true },
  token: { files: ['deploy/local/token.ts'] },
  build: { files: ['deploy/build/build.mjs'] },
  test: { files: ['test/all.ts'], build: true, servers: true },
  unit: tests('unit'),
  integration: tests('integration'),
  stories: tests('stories'),
  lint: { files: ['node_modules/eslint/bin/eslint.js'], args: ['-c', 'test/eslint.config.mjs', '--max-warnings=0', '.'] },
  types: { files: ['node_modules/typescript/bin/tsc'], args: ['--noEmit', '-p', 'tsconfig.base.json'] },
  migrate: platform('migrate'),
  verify: platform('verify'),
  streams: platform('streams'),
  rebuild: platform('rebuild-appraisal'),
  import: platform('import'),
  demo: platform('demo'),
  simulate: { ...platform('simulate'), servers: true },
  'dead-letters': platform('dead-letters'),
  openapi: platform('openapi'),
  asyncapi: platform('asyncapi'),
  traceability: platform('traceability'),
  mutate: { files: ['node_modules/@stryker-mutator/core/bin/stryker.js'], args: ['run', 'test/mutation/stryker.config.mjs'] },
  bench: { ...platform('bench'), servers: true },
};
