import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { swcOptions } from '../deploy/build/swc-options.mjs';

const rootDir = resolve(fileURLToPath(import.meta.url), '../..');

/** Everything is ESM compiled as the build does it; workspace packages resolve to their sources. */
const shared = {
  rootDir,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@hotline/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] },
  resolver: '<rootDir>/test/setup/typescript.resolver.cjs',
  setupFiles: ['<rootDir>/test/setup/nest-first.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/longer-timeout.ts'],
  modulePathIgnorePatterns: ['/dist/', '/\\.hotline/', '/\\.mutation/'],
  watchPathIgnorePatterns: ['/dist/', '/\\.hotline/', '/\\.mutation/'],
};

/** @type {import('jest').Config} */
export default {
  rootDir,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,test,deploy}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.spec\\.ts$', '\\.story\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs,test,deploy}/**/*.int.spec.ts'],
      globalSetup: '<rootDir>/test/setup/start-servers.mjs',
      globalTeardown: '<rootDir>/test/setup/stop-servers.mjs',
    },
    {
      ...shared,
      displayName: 'stories',
      testMatch: ['<rootDir>/test/stories/**/*.story.spec.ts'],
    },
  ],
};
