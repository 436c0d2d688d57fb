import { constants, setPriority } from 'node:os';

/**
 * Lets whoever answers readers go first: long work in the background runs below their priority, and takes the whole
 * machine only when nobody asks. Threads that are started later are as humble.
 */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not let us be humble has us as we are.
  }
}
