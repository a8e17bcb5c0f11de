import { answering, callback, notified, script } from './emulated.ts';

test('each of many calls gets its own answer, however many executions there are at a time', async () => {
  const started = await script(
    answering(`
      const cache = CacheService.getUserCache();
      let wrong = 0;
      for (let i = 0; i < 3000; i++) {
        const value = e.parameters.n + ':' + i;
        try {
          cache.put(e.parameters.n, value);
          if (cache.get(e.parameters.n) !== value) wrong++;
        } catch {
          wrong++;
        }
      }
      return wrong;`),
  );
  const run = (n: string) => started.run(callback({ parameters: { n } }));
  const wrong = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(async (n) => notified(await run(n))));
  expect(wrong).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
