import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vitest would load `graphql` once as ESM and once as CommonJS, and `printSchema` refuses a schema of the other one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build-program.ts',
    maxWorkers: '100%', // of two cores Vitest would use one
    // Files share what they import: each test opens its own archive, so nothing else is shared, and loading is most of the time.
    isolate: false,
    // A guard against hanging for ever and nothing else: no test is decided by how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
