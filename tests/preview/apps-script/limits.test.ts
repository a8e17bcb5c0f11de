import workerThreads from 'node:worker_threads';
import { answering, callback, errorOf, notified, script } from './emulated.ts';

/** Long enough for a new thread to start on a busy machine: it counts against the limit. */
const limitMs = 1000;

describe('the time limit', () => {
  test.each([
    ['a loop', 'for (;;);'],
    ['a sleep', 'Utilities.sleep(60000)'],
    ['a fetch', "UrlFetchApp.fetch('https://store.example.com/v1/me')"],
    ['a loop of microtasks', 'const again = () => Promise.resolve().then(again); again();'],
  ])('ends %s', async (_name, statement) => {
    let aborted = false;
    const started = await script(
      `function main() { console.log('begun'); ${statement} }
      ${answering('return 1').replace('function main', 'function next')}`,
      {
        callbackLimitMs: limitMs,
        fetch: (_url, { signal }) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              aborted = true;
              reject(signal.reason);
            });
          }),
      },
    );
    const ended = await started.run(callback());
    expect(ended).toMatchObject({ error: { message: 'Exceeded maximum execution time' }, logs: ['begun'] });
    expect(ended.response).toBeUndefined();
    expect(ended.durationMs).toBeLessThan(limitMs + 4000);
    expect(aborted).toBe(statement.startsWith('UrlFetchApp'));
    expect(notified(await started.run(callback({ functionName: 'next' })))).toBe(1);
  });

  test('releases what the execution held', async () => {
    const started = await script(
      `
      function main() { LockService.getScriptLock().waitLock(1); for (;;); }
      ${answering('return LockService.getScriptLock().tryLock(1)').replace('function main', 'function next')}`,
      { callbackLimitMs: limitMs },
    );
    await started.run(callback());
    expect(notified(await started.run(callback({ functionName: 'next' })))).toBe(true);
  });
});

test('the host is not stalled while a script runs', async () => {
  const started = await script('function main() { for (;;); }', { callbackLimitMs: 200 });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  await started.run(callback());
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});

test('a script that eats memory is ended', async () => {
  expect(await errorOf('const all = []; for (;;) all.push(new Array(100000).fill(e));')).toBe(
    'Exception: Out of memory error.',
  );
});

test('a thread makes way for another before what its executions left behind fills its memory', async () => {
  const { Worker } = workerThreads;
  const threads = jest.spyOn(workerThreads, 'Worker').mockImplementation((...args) => new Worker(...args));
  const started = await script(answering('return 1'));
  for (let executions = 0; executions < 33; executions += 1) {
    expect(notified(await started.run(callback()))).toBe(1);
  }
  expect(threads).toHaveBeenCalledTimes(2);
  threads.mockRestore();
});

test('four executions run at a time, further ones wait for their turn', async () => {
  let under = 0;
  let most = 0;
  const fetch = async (): Promise<Response> => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, 100));
    under -= 1;
    return new Response();
  };
  const started = await script(
    answering("UrlFetchApp.fetch('https://store.example.com/v1/me'); return e.parameters.n"),
    { fetch },
  );
  const numbers = Array.from({ length: 10 }, (_, n) => String(n));
  const runs = numbers.map((n) => started.run(callback({ parameters: { n } })));
  expect((await Promise.all(runs)).map(notified)).toEqual(numbers);
  expect(most).toBe(4);
});

test('stop ends what runs', async () => {
  const started = await script('function main() { for (;;); }');
  const runs = Array.from({ length: 5 }, () => started.run(callback()));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await started.stop();
  for (const { error } of await Promise.all(runs)) expect(error?.message).toBe('The preview has stopped');
  expect((await started.run(callback())).error?.message).toBe('The preview has stopped');
});

test('a failure of the mailbox is the caller’s, not the script’s', async () => {
  const started = await script('function main() {}', {
    mailbox: {
      message: () => {
        throw new Error('disk is gone');
      },
    },
  });
  await expect(started.run(callback({ messageId: '1' }))).rejects.toThrow('disk is gone');
});

test('a message that the user does not have is the caller’s mistake', async () => {
  const started = await script('function main() {}');
  await expect(started.run(callback({ messageId: '1' }))).rejects.toThrow('has no message 1');
});
