import { answering, callback, notified, script } from './emulated.ts';

const lock = 'const lock = LockService.getScriptLock();';

test('two executions at once: the lock keeps one out, so no increment is lost', async () => {
  const started = await script(
    answering(`
      const store = PropertiesService.getScriptProperties();
      ${lock}
      if (e.parameters.lock) lock.waitLock(20000);
      const was = Number(store.getProperty('n') || 0);
      Utilities.sleep(1000); // long enough for a busy machine to start the second one
      store.setProperty('n', String(was + 1));
      return was;`),
  );
  const both = async (parameters: Record<string, string>): Promise<unknown[]> =>
    (await Promise.all([started.run(callback({ parameters })), started.run(callback({ parameters }))])).map(notified);
  expect(await both({})).toEqual([0, 0]);
  expect((await both({ lock: 'yes' })).sort()).toEqual([1, 2]);
});

test('tryLock gives up, waitLock throws; the end of an execution releases', async () => {
  const started = await script(
    answering(`${lock}
      if (e.parameters.hold) { lock.waitLock(1); Utilities.sleep(250); return lock.hasLock(); }
      const tried = [lock.tryLock(1), lock.hasLock()];
      try { lock.waitLock(1); } catch (error) { tried.push(String(error)); }
      return tried.concat(lock.tryLock(5000), lock.tryLock(1), lock.hasLock());`),
  );
  const holder = started.run(callback({ parameters: { hold: 'yes' } }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(notified(await started.run(callback({ parameters: {} })))).toEqual([
    false,
    false,
    'Exception: Lock timeout: another process was holding the lock for too long.',
    true,
    true,
    true,
  ]);
  expect(notified(await holder)).toBe(true);
});

test('releaseLock lets the next one in; a user’s lock is only that user’s', async () => {
  const started = await script(
    answering(`
      const lock = e.parameters.of === 'user' ? LockService.getUserLock() : LockService.getScriptLock();
      const got = lock.tryLock(100);
      if (e.parameters.release) lock.releaseLock();
      Utilities.sleep(150);
      return [got, lock.hasLock(), LockService.getDocumentLock()];`),
  );
  const ken = { email: 'ken.adams@aozora.example', name: 'Ken Adams' };
  const run = async (first: object, second: object): Promise<unknown[]> =>
    (await Promise.all([started.run(callback(first)), started.run(callback(second))])).map(
      (one) => (notified(one) as unknown[])[0],
    );
  expect(await run({ parameters: { release: 'yes' } }, { parameters: { release: 'yes' } })).toEqual([true, true]);
  expect((await run({ parameters: {} }, { parameters: {} })).sort()).toEqual([false, true]);
  expect(await run({ parameters: { of: 'user' } }, { parameters: { of: 'user' }, user: ken })).toEqual([true, true]);
});
