import type { Archive } from '../archive/archive.ts';

/** What every resolver gets. */
export interface Context {
  readonly archive: Archive;
  /** The address under which readers reach the service, without a slash at the end; empty where nobody serves. */
  readonly origin?: string;
}
