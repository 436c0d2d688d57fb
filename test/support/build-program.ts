import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the program built for this run: `main.js`, `index.js`, `licences.txt`. */
    readonly program: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program once, so that the tests of the command line run what is shipped, and start it at once. */
export default function buildProgram(project: TestProject): () => void {
  const name = `program-under-test-${process.pid}`;
  const folder = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-program.ts', name], { cwd: ROOT });
  project.provide('program', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
