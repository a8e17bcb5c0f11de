import { locked } from '../../src/addon/services/lock.ts';

/** The platform's lock, free or taken. */
function platform({ free }: { free: boolean }) {
  const released: string[] = [];
  Object.assign(globalThis, {
    LockService: { getScriptLock: () => ({ tryLock: () => free, releaseLock: () => released.push('released') }) },
  });
  return released;
}

test('a change runs under the lock, which is given back', () => {
  const released = platform({ free: true });
  expect(locked(() => 'changed')).toBe('changed');
  expect(released).toEqual(['released']);
});

test('a change that fails gives the lock back', () => {
  const released = platform({ free: true });
  const failing = () => {
    throw new Error('full');
  };
  expect(() => locked(failing)).toThrow('full');
  expect(released).toEqual(['released']);
});

test('a taken lock is a problem of its own, and nothing is changed', () => {
  platform({ free: false });
  const change = jest.fn();
  expect(() => locked(change)).toThrow(expect.objectContaining({ code: 'roster-busy' }));
  expect(change).not.toHaveBeenCalled();
});
