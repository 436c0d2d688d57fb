import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  resolve: {
    alias: [
      // Vitest would load `graphql` once as ESM and once as CommonJS, and `printSchema` refuses a schema of the other one.
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      {
        find: /^\.{1,2}\/(import\/)?start-thread\.ts$/,
        replacement: fileURLToPath(new URL('test/support/built-thread.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build-program.ts',
    maxWorkers: '100%', // of two cores Vitest would use one
    // Files share what they import: each test opens its own archive, so nothing else is shared, and loading is most of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // A guard against hanging for ever and nothing else: no test is decided by how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
