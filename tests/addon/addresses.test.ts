import { isAddress, readAddresses } from '../../src/addon/addresses.ts';

test.each([
  ['ana@example.com', ['ana@example.com']],
  ['Ana.Ruiz@Example.com', ['ana.ruiz@example.com']],
  ['Ana Ruiz <ana@example.com>', ['ana@example.com']],
  ['"Ruiz, Ana" <ana@example.com>, ben@example.com', ['ana@example.com', 'ben@example.com']],
  ['ana@example.com; ben@example.com\ncleo@example.com', ['ana@example.com', 'ben@example.com', 'cleo@example.com']],
  ['ana@example.com\tben@example.com', ['ana@example.com', 'ben@example.com']],
  ['森さくら <sakura@example.co.jp>、健@例え.example', ['sakura@example.co.jp', '健@例え.example']],
  ['ana@example.com, ana@example.com', ['ana@example.com']],
  [' \n , ;', []],
])('%j', (text, addresses) => expect(readAddresses(text)).toEqual({ addresses, unreadable: [] }));

test.each([
  ['ana@example.com, ben at example.com', ['ana@example.com'], ['ben at example.com']],
  ['ana', [], ['ana']],
  ['Ana <>', [], ['Ana <>']],
  ['ana@example', [], ['ana@example']],
  ['a@b@example.com', [], ['a@b@example.com']],
  ['ana@example.com and more', [], ['ana@example.com and more']],
])('%j is named for what cannot be read of it', (text, addresses, unreadable) =>
  expect(readAddresses(text)).toEqual({ addresses, unreadable }),
);

test.each([
  '',
  '@',
  'a@',
  '@b.example',
  'a b@c.example',
  'a@b..example',
  'a@b.example.',
  '<a@b.example>',
  `${'a'.repeat(260)}@b.example`,
])('no address: %j', (text) => expect(isAddress(text)).toBe(false));

test('a very long line is refused', () => {
  expect(readAddresses(`${'a.'.repeat(200_000)}@`).addresses).toEqual([]);
  expect(readAddresses(`${'<'.repeat(200_000)}@`).addresses).toEqual([]);
});
