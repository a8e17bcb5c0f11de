import { locked } from '../../src/addon/services/lock.ts';

/** The platform's lock, free. */
function platform() {
  const released: string[] = [];
  Object.assign(globalThis, {
    LockService: { getScriptLock: () => ({ tryLock: () => true, releaseLock: () => released.push('released') }) },
  });
  return released;
}

test('U5: a change runs under the lock, which is given back', () => {
  const released = platform();
  expect(locked(() => 'changed')).toBe('changed');
  expect(released).toEqual(['released']);
});

test('a change that fails gives the lock back', () => {
  const released = platform();
  const failing = () => {
    throw new Error('full');
  };
  expect(() => locked(failing)).toThrow('full');
  expect(released).toEqual(['released']);
});

test('a taken lock is a problem of its own, in time for Gmail to hear of it, and nothing is changed', () => {
  const tryLock = jest.fn((_milliseconds: number) => false);
  Object.assign(globalThis, { LockService: { getScriptLock: () => ({ tryLock }) } });
  const change = jest.fn();
  expect(() => locked(change)).toThrow(expect.objectContaining({ code: 'roster-busy' }));
  expect(change).not.toHaveBeenCalled();
  // Before it the store may have taken two tries of 10 seconds, and the platform ends a callback after 30.
  expect(tryLock.mock.lastCall?.[0]).toBeLessThanOrEqual(5000);
});
