import { emptyCard } from '../../src/contact/merge.ts';
import { companySortKey, sortKeys } from '../../src/contact/sort-keys.ts';

const kana = { family: 'モリ', given: 'サクラ', script: 'kana' as const };

test.each([
  [{ fn: '森 さくら', n: { family: '森', given: 'さくら' }, phonetic: kana }, 'もり さくら'],
  [{ fn: 'Ana Ruiz', n: { family: 'Ruiz', given: 'Ana' } }, 'ruiz ana'],
  [{ fn: '森 さくら', n: { family: '森' }, phonetic: { family: 'Mori', script: 'latin' as const } }, '森'],
  [{ fn: 'Ana Ruiz' }, 'ana ruiz'],
  [{}, ''],
])('%j is sorted as %j', (card, name) => expect(sortKeys({ ...emptyCard, ...card }).name).toBe(name));

test.each([
  ['株式会社アオバ', 'あおば'],
  ['Aoba Inc.', 'aoba'],
  ['株式会社', '株式会社'],
  ['', ''],
])('the company %j as %j', (name, key) => expect(companySortKey(name)).toBe(key));

test('no key is longer than an index takes, and no character is cut', () =>
  expect(sortKeys({ ...emptyCard, fn: '😀'.repeat(150) }).name).toBe('😀'.repeat(60)));
