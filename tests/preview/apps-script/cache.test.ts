import { answering, callback, errorOf, notified, script, valueFrom } from './emulated.ts';

const cache = 'const cache = CacheService.getScriptCache();';

test('an entry lasts 600 seconds, or as long as asked', async () => {
  let now = 1_000_000;
  const started = await script(
    answering(`${cache}
      if (e.parameters.put) { cache.put('short', '1'); cache.put('long', '2', 21600); }
      return [cache.get('short'), cache.get('long'), cache.getAll(['short', 'long', 'none'])];`),
    { now: () => now },
  );
  expect(notified(await started.run(callback({ parameters: { put: 'yes' } })))).toEqual([
    '1',
    '2',
    { short: '1', long: '2' },
  ]);
  now += 599_999;
  expect(notified(await started.run(callback({ parameters: {} })))).toEqual(['1', '2', { short: '1', long: '2' }]);
  now += 1;
  expect(notified(await started.run(callback({ parameters: {} })))).toEqual([null, '2', { long: '2' }]);
  now += 21_000_000;
  expect(notified(await started.run(callback({ parameters: {} })))).toEqual([null, null, {}]);
});

test('remove, removeAll and putAll; the user’s cache is another', async () => {
  expect(
    await valueFrom(`${cache}
      cache.putAll({ a: '1', b: '2', c: '3', d: '4' }, 60);
      cache.remove('a');
      cache.removeAll(['b', 'c']);
      return [cache.getAll(['a', 'b', 'c', 'd']), CacheService.getUserCache().get('d'), CacheService.getDocumentCache()];`),
  ).toEqual([{ d: '4' }, null, null]);
});

test('the 1,001st item pushes out the one that expires first', async () => {
  expect(
    await valueFrom(`${cache}
      cache.put('first', 'x', 10);
      const many = {};
      for (let n = 0; n < 1000; n++) many['k' + n] = 'x';
      cache.putAll(many, 600);
      return [cache.get('first'), cache.get('k0'), cache.get('k999')];`),
  ).toEqual([null, 'x', 'x']);
});

test.each([
  ['a key over 250 characters', "cache.put('k'.repeat(251), 'x')", 'Argument too large: key'],
  ['reading such a key', "cache.get('k'.repeat(251))", 'Argument too large: key'],
  ['a value over 100 KB', "cache.put('k', 'x'.repeat(102401))", 'Argument too large: value'],
  ['more than six hours', "cache.put('k', 'x', 21601)", 'Invalid argument: expirationInSeconds'],
  [
    'a value that is no string',
    "cache.put('k', 1)",
    "The parameters (String,number) don't match the method signature for CacheService.Cache.put.",
  ],
])('%s is refused', async (_name, statement, message) => {
  expect(await errorOf(`${cache} ${statement}`)).toBe(`Exception: ${message}`);
});

test('a key of 250 characters and a value of 100 KB fit', async () => {
  expect(
    await valueFrom(
      `${cache} cache.put('k'.repeat(250), 'x'.repeat(102400)); return cache.get('k'.repeat(250)).length`,
    ),
  ).toBe(102_400);
});
