import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vitest would load `graphql` once as ESM and once as CommonJS, and `printSchema` refuses a schema of the other one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['test/**/*.test.ts'] },
});
