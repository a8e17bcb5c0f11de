import { BoundedMemory } from '../../src/scan/text-memory.ts';

const lettersIn = (memory: BoundedMemory, keys: string[]) =>
  keys.reduce((sum, key) => sum + (memory.get(key) === undefined ? 0 : key.length + (memory.get(key) ?? '').length), 0);

test('what was kept is known, and counted', () => {
  const memory = new BoundedMemory();
  memory.set('key', 'text');
  expect([memory.get('key'), memory.get('other')]).toEqual(['text', undefined]);
  expect(memory.recall).toEqual({ known: 1, unknown: 1 });
});

test('however much comes, no more than twice the bound is held', () => {
  const memory = new BoundedMemory(1_000);
  const keys = Array.from({ length: 1_000 }, (_, at) => `${at}`.padStart(10, '0'));
  for (const key of keys) memory.set(key, 'x'.repeat(90));
  const held = lettersIn(memory, [...keys].reverse());
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThanOrEqual(2_000);
});

test('what is asked for stays while others come', () => {
  const memory = new BoundedMemory(1_000);
  memory.set('asked for', 'text');
  for (let at = 0; at < 1_000; at++) {
    memory.set(`${at}`.padStart(10, '0'), 'x'.repeat(90));
    if (at % 5 === 0) expect(memory.get('asked for')).toBe('text');
  }
  expect(memory.get('0000000000')).toBeUndefined();
});

test('what is longer than any signature is not kept', () => {
  const memory = new BoundedMemory();
  memory.set('key', 'x'.repeat(30_000));
  expect(memory.get('key')).toBeUndefined();
});

test('without room it keeps nothing', () => {
  const memory = new BoundedMemory(0);
  memory.set('key', 'text');
  expect(memory.get('key')).toBeUndefined();
});
