import { columnsOf, objectsOf } from '../../src/addon/columns.ts';
import { bytesOf, packed } from '../../src/addon/packed-tables.ts';
import { unpacked } from '../../src/addon/unpacked.ts';
import { phoneMetadata } from '../../src/contact/data/phone-metadata.ts';
import { publicSuffixes } from '../../src/contact/data/public-suffixes.ts';
import { lexicons } from '../../src/extract/lexicon/index.ts';

test.each([
  ['', ''],
  ['one letter', 'a'],
  ['letters of each kind', 'aéßčカ株한〒📞'.repeat(2_000)],
  ['the languages', columnsOf(lexicons())],
  ['the public suffixes', publicSuffixes()],
  ['the numbering plans', phoneMetadata()],
])('%s: what was packed is unpacked', async (_, text) =>
  expect(unpacked(await packed(bytesOf(text)), bytesOf(text).length)).toBe(text),
);

test('a text with a character that means something to the packing is refused', () =>
  expect(() => bytesOf('a\u0002b')).toThrow('U+0002'));

test('columns give back the languages, their words sorted', () => {
  const sorted = lexicons().map((lexicon) =>
    JSON.parse(JSON.stringify(lexicon), (_, value) => (Array.isArray(value) ? [...value].sort() : value)),
  );
  expect(objectsOf(columnsOf(lexicons()))).toEqual(sorted);
});

test.each([
  [['ab', 'abc', 'abd', 'b']],
  [['営業部', '営業部長']],
  [['a'.repeat(30), `${'a'.repeat(30)}b`, 'ab']],
  [['1', '2 and 3']],
])('columns give back words that begin alike: %j', (words) =>
  expect(objectsOf(columnsOf([{ words }]))).toEqual([{ words }]),
);

test('columns give back what is no list of words', () => {
  const objects = [{ a: 'en', b: { c: true, d: [] } }, { b: { c: null, d: ['x\ty', 1] } }];
  expect(objectsOf(columnsOf(objects))).toEqual(objects);
});

test('a packed text stands in a string literal as it is, and takes half the room', async () => {
  const text = columnsOf(lexicons());
  const letters = await packed(bytesOf(text));
  expect(letters).toMatch(/^[ !#-[\]-~]+$/);
  expect(letters.length).toBeLessThan(Buffer.byteLength(JSON.stringify(lexicons())) / 2);
});
