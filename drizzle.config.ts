import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/archive/archive-tables.ts',
  out: './drizzle',
});
