import { Problem } from '../problem.ts';

/**
 * Runs `change` while no other execution of the script runs one. @throws Problem `roster-busy` after 4 seconds: a change
 * takes a fraction of one, and after two slow tries to reach the store (20 s) more would not fit into Gmail's 30 s.
 */
export function locked<T>(change: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(4000)) throw new Problem('roster-busy', 'The script lock was taken for 4 seconds');
  try {
    return change();
  } finally {
    lock.releaseLock();
  }
}
