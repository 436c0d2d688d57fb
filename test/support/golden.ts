import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares with the recorded file `test/golden/NAME`; a missing one fails. `npm run golden` writes them for you to read;
 * CI never writes.
 */
export function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  if (process.env.GOLDEN === 'write' && process.env.CI !== 'true') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path))
    expect.fail(`test/golden/${name} is missing: run \`npm run golden\` and read what it writes.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
