import { columnsOf, objectsOf } from '../../src/addon/columns.ts';
import { packed } from '../../src/addon/packed-tables.ts';
import { unpacked } from '../../src/addon/unpacked.ts';
import { phoneMetadata } from '../../src/contact/data/phone-metadata.ts';
import { publicSuffixes } from '../../src/contact/data/public-suffixes.ts';
import { lexicons } from '../../src/extract/lexicon/index.ts';

test.each([
  ['', ''],
  ['one letter', 'a'],
  ['letters of one to four bytes', 'aé株📞'.repeat(2_000)],
  ['the languages', columnsOf(lexicons())],
  ['the public suffixes', publicSuffixes()],
  ['the numbering plans', phoneMetadata()],
])('%s: what was packed is unpacked', async (_, text) =>
  expect(unpacked(await packed(text), Buffer.byteLength(text))).toBe(text),
);

test('columns give back the languages, their words sorted', () => {
  const sorted = lexicons().map((lexicon) =>
    JSON.parse(JSON.stringify(lexicon), (_, value) => (Array.isArray(value) ? [...value].sort() : value)),
  );
  expect(objectsOf(columnsOf(lexicons()))).toEqual(sorted);
});

test('columns give back what is no list of words', () => {
  const objects = [{ a: 'en', b: { c: true, d: [] } }, { b: { c: null, d: ['x\ty', 1] } }];
  expect(objectsOf(columnsOf(objects))).toEqual(objects);
});

test('a packed text stands in a string literal as it is, and takes half the room', async () => {
  const text = columnsOf(lexicons());
  const letters = await packed(text);
  expect(letters).toMatch(/^[ !#-[\]-~]+$/);
  expect(letters.length).toBeLessThan(Buffer.byteLength(JSON.stringify(lexicons())) / 2);
});
