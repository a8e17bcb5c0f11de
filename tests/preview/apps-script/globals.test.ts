import { answering, callback, errorOf, notified, script, valueFrom } from './emulated.ts';

describe('the global object', () => {
  test.each([
    'setTimeout',
    'setInterval',
    'setImmediate',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'process',
    'window',
    'self',
    'global',
    'navigator',
    'require',
    'module',
    'exports',
    '__dirname',
    'Buffer',
    'Blob',
    'FormData',
    'ReadableStream',
    'structuredClone',
    'queueMicrotask',
    'AbortController',
    'services',
  ])('has no %s', async (name) => {
    const started = await absent();
    const execution = await started.run(callback({ parameters: { name } }));
    expect(notified(execution)).toEqual({ type: 'undefined', error: `ReferenceError: ${name} is not defined` });
  });

  const absent = once(() =>
    script(
      answering(`
        const name = e.parameters.name;
        try { (0, eval)(name); } catch (error) { return { type: (0, eval)('typeof ' + name), error: String(error) }; }`),
    ),
  );

  test('has the language, the services and nothing else', async () => {
    const names = (await valueFrom('return Object.getOwnPropertyNames(globalThis)')) as string[];
    const services = names.filter((name) => !(name in globalThis)).sort();
    expect(services).toEqual([
      'CacheService',
      'CardService',
      'GmailApp',
      'LockService',
      'Logger',
      'PropertiesService',
      'ScriptApp',
      'Session',
      'UrlFetchApp',
      'Utilities',
      'main',
      'value',
    ]);
  });

  test('reading an absent global in plain code is a ReferenceError', async () => {
    expect(await errorOf('return new URL("https://example.com/")')).toBe('ReferenceError: URL is not defined');
  });

  test('is fresh in every execution, and top-level code runs every time', async () => {
    const started = await script(
      `var count = (globalThis.count || 0) + 1; Array.prototype.extra = 1; ${answering('return count')}`,
    );
    expect(notified(await started.run(callback()))).toBe(1);
    expect(notified(await started.run(callback()))).toBe(1);
  });

  test('what top-level code throws is the error of the execution', async () => {
    const started = await script('function main() {}\nmissing();');
    const { error } = await started.run(callback());
    expect(error?.message).toBe('ReferenceError: missing is not defined');
    expect(error?.stack).toContain('Code.js:2');
  });
});

describe('Node stays out of reach', () => {
  test.each([
    ['the global object', 'globalThis'],
    [
      'an error of a service',
      '(() => { try { PropertiesService.getScriptProperties().getProperty(1) } catch (error) { return error } })()',
    ],
    [
      'an error of the host',
      '(() => { try { LockService.getScriptLock().tryLock() } catch (error) { return error } })()',
    ],
    ['a service', 'UrlFetchApp.fetch'],
    ['the event', 'e'],
    ['an enumeration', 'CardService.Icon.PHONE'],
  ])('through %s', async (_name, expression) => {
    const value = await valueFrom(`
      const start = ${expression};
      try { return typeof start.constructor.constructor('return process')(); } catch (error) { return String(error); }`);
    expect(value).toBe('ReferenceError: process is not defined');
  });

  test('through the frames of an error, while the script loads and while it runs', async () => {
    const started = await script(`
      Error.stackTraceLimit = 100;
      Error.prepareStackTrace = (error, frames) => frames.map((frame) => frame.getFunction() || frame.getThis());
      const foreign = () => new Error('x').stack.filter((one) => one && !(one instanceof Object)).length;
      console.log(foreign());
      function main() { console.log(foreign()); }`);
    expect((await started.run(callback())).logs).toEqual(['0', '0']);
  });

  test('through an import made by eval', async () => {
    const started = await script(`
      function main() {
        (0, eval)('import("node:fs")').catch((error) => {
          try { console.log(typeof error.constructor.constructor('return process')()); } catch (wrong) { console.log(wrong.name); }
        });
      }`);
    expect((await started.run(callback())).logs).toEqual(['TypeError']);
  });
});

test('microtasks run within their execution', async () => {
  const started = await script(`
    async function main() {}
    function later() { Promise.resolve().then(() => Logger.log('done')); }`);
  expect(await started.run(callback({ functionName: 'later' }))).toMatchObject({ response: {}, logs: ['done'] });
  expect((await started.run(callback())).error?.message).toContain('Value: Promise');
});

test('what would come later never comes', async () => {
  const started = await script(
    `
    function main() {
      const cell = new Int32Array(new SharedArrayBuffer(4));
      Atomics.waitAsync(cell, 0, 0, 20).value.then(() => console.log('late'));
      console.log('in time');
    }`,
    { callbackLimitMs: 1000 },
  );
  expect((await started.run(callback())).logs).toEqual(['in time']);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await started.run(callback())).toMatchObject({ response: {}, logs: ['in time'] });
});

describe('errors', () => {
  test('are shown with their name and where they were thrown', async () => {
    const started = await script(`\nfunction main() {\n  throw new RangeError('too far');\n}`);
    const { error } = await started.run(callback());
    expect(error?.message).toBe('RangeError: too far');
    expect(error?.stack).toBe('RangeError: too far\n    at main (Code.js:3:9)');
  });

  test('may be anything', async () => {
    expect(await errorOf('throw { toString() { return "odd" } }')).toBe('odd');
    expect(await errorOf('throw { toString() { throw 1 } }')).toBe('Error: what was thrown cannot be described');
  });

  test('a function that the script does not have', async () => {
    const started = await script('function main() {}');
    expect((await started.run(callback({ functionName: 'gone' }))).error?.message).toBe(
      'Exception: Script function not found: gone',
    );
  });
});

test('Logger and console write to the log', async () => {
  const started = await script(`
    function main() {
      console.log('%s has %d', 'Ana', 2, { a: 1 });
      console.error(new Error('boom').message);
      Logger.log('one').log('two');
      console.info(Logger.getLog());
    }`);
  const { logs, calls } = await started.run(callback());
  expect(logs).toEqual(['Ana has 2 {"a":1}', 'boom', 'one', 'two', 'one\ntwo\n']);
  expect(calls).toEqual([]);
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
