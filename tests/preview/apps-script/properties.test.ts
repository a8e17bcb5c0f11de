import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answering, callback, errorOf, notified, script, valueFrom } from './emulated.ts';

const store = 'const store = PropertiesService.getScriptProperties();';

test('script properties are kept for the next execution, of any user', async () => {
  const started = await script(
    answering(`
      ${store}
      if (e.parameters.set) store.setProperties({ a: '1', b: '2' }).setProperty('c', '3').deleteProperty('a');
      return [store.getProperty('a'), store.getProperty('b'), store.getKeys(), store.getProperties()];`),
  );
  const expected = [null, '2', ['b', 'c'], { b: '2', c: '3' }];
  expect(notified(await started.run(callback({ parameters: { set: 'yes' } })))).toEqual(expected);
  const ken = { email: 'ken.adams@aozora.example', name: 'Ken Adams' };
  expect(notified(await started.run(callback({ user: ken, parameters: {} })))).toEqual(expected);
});

test('user properties are one user’s, and there are no document properties', async () => {
  const started = await script(
    answering(`
      const store = PropertiesService.getUserProperties();
      const before = store.getProperty('me');
      store.setProperty('me', Session.getActiveUser().getEmail());
      return [before, store.getProperty('me'), PropertiesService.getDocumentProperties()];`),
  );
  const ken = { email: 'ken.adams@aozora.example', name: 'Ken Adams' };
  expect(notified(await started.run(callback()))).toEqual([null, 'sakura.mori@aozora.example', null]);
  expect(notified(await started.run(callback({ user: ken })))).toEqual([null, 'ken.adams@aozora.example', null]);
});

test('setProperties can delete all others, deleteAllProperties deletes all', async () => {
  expect(
    await valueFrom(`${store}
      store.setProperty('old', '1').setProperties({ constructor: 'x', '__proto__': '2' });
      const kept = store.getKeys();
      store.setProperties({ next: '2' }, true);
      const left = store.getKeys();
      return [kept, left, store.deleteAllProperties().getKeys(), store.getProperty('toString')];`),
  ).toEqual([['old', 'constructor'], ['next'], [], null]);
});

test('a file keeps them, replaced as a whole', async () => {
  const folder = await mkdtemp(path.join(process.env.TEST_RUN_FOLDER as string, 'properties-'));
  const propertiesFile = path.join(folder, 'deep', 'properties.json');
  const code = answering(`${store} const was = store.getProperty('n'); store.setProperty('n', was + 'x'); return was;`);
  expect(notified(await (await script(code, { propertiesFile })).run(callback()))).toBe(null);
  expect(notified(await (await script(code, { propertiesFile })).run(callback()))).toBe('nullx');
  expect(await readdir(path.dirname(propertiesFile))).toEqual(['properties.json']);
  expect(JSON.parse(await readFile(propertiesFile, 'utf8'))).toEqual({ script: { n: 'nullxx' } });
  await writeFile(propertiesFile, '{');
  await expect(script(code, { propertiesFile })).rejects.toThrow('Cannot read the script');
});

test.each([
  ['a value over 9 KB', "store.setProperty('a', 'é'.repeat(4609))", 'Argument too large: value'],
  [
    'more than 500 KB',
    "for (let n = 0; n < 60; n++) store.setProperty('k' + n, 'x'.repeat(9000))",
    'You have exceeded the property storage quota. Please remove some properties and try again.',
  ],
  [
    'a number',
    "store.setProperty('a', 1)",
    "The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
  ],
  [
    'an object',
    'store.setProperties({ a: {} })',
    "The parameters ((class)) don't match the method signature for PropertiesService.Properties.setProperties.",
  ],
  [
    'no key',
    'store.getProperty()',
    "The parameters () don't match the method signature for PropertiesService.Properties.getProperty.",
  ],
])('%s is refused', async (_name, statement, message) => {
  expect(await errorOf(`${store} ${statement}`)).toBe(`Exception: ${message}`);
});

test('9 KB fit, and what was refused changed nothing', async () => {
  expect(
    await valueFrom(`${store}
      store.setProperty('a', 'x'.repeat(9216));
      try { store.setProperty('a', 'x'.repeat(9217)); } catch (error) { return [error.name, store.getProperty('a').length]; }`),
  ).toEqual(['Exception', 9216]);
});

test('each read and write is a call, by key and never by value', async () => {
  const started = await script(
    `function main() { ${store} store.setProperty('a', 'secret'); store.getProperty('a'); }`,
  );
  expect((await started.run(callback())).calls).toEqual([
    { service: 'PropertiesService', method: 'setProperty', subject: 'a' },
    { service: 'PropertiesService', method: 'getProperty', subject: 'a' },
  ]);
});
