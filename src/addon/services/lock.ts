import { Problem } from '../problem.ts';

/** Runs `change` while no other execution of the script runs one. @throws Problem `roster-busy` after 8 seconds. */
export function locked<T>(change: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(8000)) throw new Problem('roster-busy', 'The script lock was taken for 8 seconds');
  try {
    return change();
  } finally {
    lock.releaseLock();
  }
}
