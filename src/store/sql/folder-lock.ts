import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Takes the folder for this process and returns the function that gives it back. PGlite does not guard its folder, and
 * two processes in one destroy it. Throws when another running process (or this one) holds it; a lock that a dead process
 * left is taken over.
 */
export function lockFolder(folder: string): () => void {
  const lock = `${resolve(folder)}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  const holder = takeLock(lock) ? undefined : holderOf(lock);
  if (holder !== undefined) {
    throw new Error(
      `Cannot open the store's folder ${folder}: process ${holder} uses it. Stop that process first` +
        ` (if it is none of Contact Inbox, delete ${lock})`,
    );
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

/** The locks of this process. A lock that only has our id is a dead process's: in a container each is number 1. */
const held = new Set<string>();

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock; undefined when it was dead and the lock is now ours. */
function holderOf(lock: string): number | undefined {
  const holder = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN;
  if (holder === process.pid ? held.has(lock) : isRunning(holder)) return holder;
  rmSync(lock, { force: true });
  return takeLock(lock) ? undefined : holderOf(lock);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
