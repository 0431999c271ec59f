import { defineConfig } from 'vitest/config';

/**
 * The specs of the pure libs under a runner that tries a mutant in some milliseconds; `npm test` runs the same files under jest. The
 * two whole-life properties take seconds for each mutant and are left out: the examples must notice by themselves.
 */
export default defineConfig({
  resolve: { conditions: ['@hotline/source'], alias: { '@jest/globals': 'vitest' } },
  ssr: { resolve: { conditions: ['@hotline/source', 'node'] } },
  test: {
    globals: true,
    include: ['libs/{domain,calendar}/**/*.spec.ts'],
    exclude: ['**/handling.property.spec.ts', '**/any-order.property.spec.ts'],
    setupFiles: ['test/mutation/quick-properties.mjs'],
    testTimeout: 60_000,
    pool: 'threads',
    watch: false,
  },
});
