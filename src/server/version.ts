import { readFileSync } from 'node:fs';

/** Top of the package: the same distance from `src/server` and from `dist/server`. */
export const PACKAGE_ROOT = new URL('../../', import.meta.url);

/** The version of the package. */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as { version: string }
).version; // our own manifest
