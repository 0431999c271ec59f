/** Breaks the rules one small change at a time and looks whether a spec notices: `npm run mutate [-- -m <pattern>,…]`; takes some minutes and the whole machine, so it is no part of `npm test`. */
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  packageManager: 'npm',
  plugins: ['./test/mutation/in-process-runner.mjs'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  mutate: ['libs/domain/src/**/*.ts', 'libs/calendar/src/**/*.ts', '!**/*.spec.ts', '!**/index.ts'],
  thresholds: { high: 95, low: 85, break: 85 },
  concurrency: 2,
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.hotline/mutation/incremental.json',
  tempDirName: '.mutation',
  ignorePatterns: ['/.mutation', '/.hotline', '/.nx', 'dist'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: '.hotline/mutation/report.html' },
  jsonReporter: { fileName: '.hotline/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
