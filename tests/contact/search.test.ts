import { emptyCard } from '../../src/contact/merge.ts';
import { searchText, searchWords } from '../../src/contact/search.ts';

const text = searchText({
  ...emptyCard,
  fn: '森 さくら',
  n: { family: '森', given: 'さくら' },
  phonetic: { family: 'モリ', given: 'サクラ', script: 'kana' },
  org: { name: 'Société Exemple', units: ['R&D'] },
  title: 'Leiterin 100%',
  email: ['Sakura.Mori@example.co.jp'],
  tel: [{ text: '(03) 0000-1234', e164: '+81300001234' }],
});
const finds = (query: string) => searchWords(query).every((spellings) => spellings.some((word) => text.includes(word)));

test.each([
  '森',
  'もり サクラ',
  'societe',
  'SOCIÉTÉ r&d',
  'leiterin 100%',
  'sakura.mori@EXAMPLE',
  '03-0000-1234',
  '03 0000',
  '+81300001234',
  'さくら example 1234',
])('finds %j', (query) => expect(finds(query)).toBe(true));

test.each(['mori tanaka', '03-0000-9999', 'exemple2', '1234.5'])('does not find %j', (query) =>
  expect(finds(query)).toBe(false),
);

test('no words in nothing', () => expect(searchWords(' \u3000 ')).toEqual([]));
