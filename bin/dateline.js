#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

// Node 22.1 and later keep what V8 made of the program for the next start.
module.enableCompileCache?.();

const main = new URL('../dist/program/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  process.stderr.write('Dateline is not built yet. Run `npm run build` in its folder, then try again.\n');
  process.exitCode = 2;
}
