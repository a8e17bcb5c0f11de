import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/**
 * Takes the folder for this process and returns the function that gives it back. PGlite does not guard its folder, and
 * two processes in one destroy it. Throws when another running process (or this one) holds it; a lock that a dead process
 * left counts for nothing. Each process has a lock file of its own and looks for others only after it has written it, so
 * that of two that start at once at least one sees the other.
 */
export function lockFolder(folder: string): () => void {
  const start = `${resolve(folder)}.lock-`;
  const own = `${start}${process.pid}`;
  if (held.has(own)) throw inUse(folder, process.pid, own);
  mkdirSync(dirname(own), { recursive: true });
  writeFileSync(own, '');
  for (const pid of lockingProcesses(start)) {
    if (pid === process.pid) continue;
    if (isRunning(pid)) {
      rmSync(own, { force: true });
      throw inUse(folder, pid, `${start}${pid}`);
    }
    rmSync(`${start}${pid}`, { force: true });
  }
  held.add(own);
  return () => {
    held.delete(own);
    rmSync(own, { force: true });
  };
}

/** The locks of this process. One that only has our id is a dead process's: in a container each is number 1. */
const held = new Set<string>();

const inUse = (folder: string, pid: number, lock: string): Error =>
  new Error(
    `Cannot open the store's folder ${folder}: process ${pid} uses it. Stop that process first` +
      ` (if it is none of Contact Inbox, delete ${lock})`,
  );

function lockingProcesses(start: string): number[] {
  const name = basename(start);
  return readdirSync(dirname(start))
    .filter((file) => file.startsWith(name) && /^\d{1,15}$/.test(file.slice(name.length)))
    .map((file) => Number(file.slice(name.length)));
}

function isRunning(pid: number): boolean {
  if (pid === 0) return false; // to the system, a whole group of processes
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
