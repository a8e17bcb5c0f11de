import { packed } from '../../src/addon/packed-tables.ts';
import { unpacked } from '../../src/addon/unpacked.ts';
import { phoneMetadata } from '../../src/contact/data/phone-metadata.ts';
import { publicSuffixes } from '../../src/extract/data/public-suffixes.ts';
import { lexicons } from '../../src/extract/lexicon/index.ts';

test.each([
  ['', ''],
  ['one letter', 'a'],
  ['letters of one to four bytes', 'aé株📞'.repeat(2_000)],
  ['the languages', JSON.stringify(lexicons())],
  ['the public suffixes', publicSuffixes()],
  ['the numbering plans', phoneMetadata()],
])('%s: what was packed is unpacked', (_, text) => expect(unpacked(packed(text), Buffer.byteLength(text))).toBe(text));

test('a packed text stands in a string literal as it is, and takes half the room or less', () => {
  const text = JSON.stringify(lexicons());
  expect(packed(text)).toMatch(/^[#-[\]-w~]+$/);
  expect(packed(text).length * 2).toBeLessThan(Buffer.byteLength(text));
});
