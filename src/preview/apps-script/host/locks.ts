import { ScriptError } from '../script-error.ts';
import type { RunContext, Service } from './run-context.ts';

type LockName = 'script' | 'user';

/** LockService, for executions that really run at the same time. Who waits is served in order. */
export function lockService(): Service {
  const locks = new Map<string, Lock>();
  const open = (run: RunContext, name: LockName): Lock => {
    const key = name === 'script' ? name : `user ${run.callback.user.email}`;
    const lock = locks.get(key) ?? new Lock();
    locks.set(key, lock);
    return lock;
  };
  return {
    tryLock: (run, name: LockName, milliseconds: number) => open(run, name).take(run, milliseconds),
    waitLock: async (run, name: LockName, milliseconds: number) => {
      if (await open(run, name).take(run, milliseconds)) return;
      throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
    },
    hasLock: (run, name: LockName) => open(run, name).holder === run,
    releaseLock: (run, name: LockName) => open(run, name).release(run),
  };
}

class Lock {
  holder: RunContext | undefined;
  /** Who waits, and what tells them whether they have it. */
  readonly #waiting = new Map<RunContext, (taken: boolean) => void>();

  /** An execution that has ended neither holds nor waits. */
  take(run: RunContext, milliseconds: number): boolean | Promise<boolean> {
    if (this.holder === run) return true;
    run.ended.addEventListener('abort', () => this.release(run), { once: true });
    if (this.holder === undefined) {
      this.holder = run;
      return true;
    }
    return new Promise((resolve) => {
      const settle = (taken: boolean): void => {
        clearTimeout(timeout);
        this.#waiting.delete(run);
        resolve(taken);
      };
      const timeout = setTimeout(() => settle(false), milliseconds);
      this.#waiting.set(run, settle);
    });
  }

  release(run: RunContext): void {
    this.#waiting.get(run)?.(false);
    if (this.holder !== run) return;
    const [next] = this.#waiting.entries();
    this.holder = next?.[0];
    next?.[1](true);
  }
}
