import type { Archive } from '../archive/archive.ts';

/** What every resolver gets. */
export interface Context {
  readonly archive: Archive;
}
