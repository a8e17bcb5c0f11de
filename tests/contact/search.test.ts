import type { ContactCard } from '../../src/contact/card.ts';
import { emptyCard } from '../../src/contact/merge.ts';
import { searchTerms, searchText, searchWords } from '../../src/contact/search.ts';

const text = searchText({
  ...emptyCard,
  fn: '森 さくら',
  n: { family: '森', given: 'さくら' },
  phonetic: { family: 'モリ', given: 'サクラ', script: 'kana' },
  org: { name: 'Société Exemple Müller & Jørgensen 齋藤', units: ['R&D'] },
  title: 'Leiterin 100%, Plan 2024-2025',
  email: ['Sakura.Mori@example.co.jp'],
  tel: [{ text: '(03) 0000-1234', e164: '+81300001234' }, { text: '+49 (0)30 23125 042' }],
  url: ['https://www.shop.example.com/sakura?a=1'],
});
const terms = new Set(searchTerms(text));

/** The text decides, and the index never hides what it finds. */
function finds(query: string): boolean {
  const words = searchWords(query);
  const found = words.every(({ find }) => text.includes(find));
  if (found) expect(words.flatMap((word) => word.terms).filter((term) => !terms.has(term))).toEqual([]);
  expect(words.filter((word) => word.terms.length === 0)).toEqual([]);
  return found;
}

test.each([
  '森',
  '森さくら',
  'もり サクラ',
  'モリサクラ',
  'societe',
  'SOCIÉTÉ r&d',
  'cie',
  'muller jorgensen',
  'mueller joergensen',
  'Jørgensen',
  '斎藤',
  '齋藤',
  'so ex',
  'leiterin 100%',
  '%',
  'sakura.mori@EXAMPLE',
  '@example.co.jp',
  'shop.example.com',
  '2024-2025',
  '2024',
  '03-0000-1234',
  '03 0000 1234',
  '03 0000',
  '+81300001234',
  '+81 3 0000 1234',
  '0081 3 0000 1234',
  '0000-1234',
  '030 23125042',
  '+49 30 23125-042',
  '+49 (030)',
  'さくら example 1234',
  '2024 81300001234',
  '300001234 4930231',
])('finds %j', (query) => expect(finds(query)).toBe(true));

test.each([
  'mori tanaka',
  'さくら森',
  'ie', // within a word, and too short for that
  '03-0000-9999',
  'exemple2',
  '1234.5',
  '2024 99999999',
  '\u0002so\u0002\u0002ex',
  'a=1',
])('does not find %j', (query) => expect(finds(query)).toBe(false));

describe('Japanese names', () => {
  const of = (card: Partial<ContactCard>) => searchText({ ...emptyCard, ...card });
  const kana = (family: string, given: string) => of({ phonetic: { family, given, script: 'kana' } });
  const found = (text: string, query: string) => searchWords(query).every(({ find }) => text.includes(find));

  test.each(['Satou', 'Sato', 'Satō', 'SATOH', 'hanako satou'])('佐藤 花子 is found by %j', (query) =>
    expect(found(kana('サトウ', 'ハナコ'), query)).toBe(true),
  );
  test.each(['otani', 'Ohtani', 'Ōtani', 'shohei', 'shouhei'])('大谷 翔平 is found by %j', (query) =>
    expect(found(kana('おおたに', 'しょうへい'), query)).toBe(true),
  );
  test.each(['namba', 'nanba', 'junichi'])('難波 純一 is found by %j', (query) =>
    expect(found(kana('なんば', 'じゅんいち'), query)).toBe(true),
  );
  test('a name in kana needs no reading, and one in Latin letters is found short', () => {
    expect(found(of({ fn: '森 さくら' }), 'sakura')).toBe(true);
    expect(found(of({ phonetic: { family: 'Satou', script: 'latin' } }), 'sato')).toBe(true);
  });

  const companies = [
    '株式会社サンプル',
    'サンプル株式会社',
    '(株)サンプル',
    '㈱サンプル',
    'サンプル 株式会社',
    'サンプル',
  ];
  test.each(companies)('a company is found whatever its form: %s', (name) => {
    for (const query of companies)
      expect([query, found(of({ org: { name, units: [] } }), query)]).toEqual([query, true]);
  });
  test('the form alone is looked for as it is', () => {
    expect(found(of({ org: { name: 'サンプル', units: [] } }), '株式会社')).toBe(false);
    expect(found(of({ org: { name: 'サンプル株式会社', units: [] } }), '株式会社')).toBe(true);
    expect(found(of({ org: { name: 'Example Limited', units: [] } }), 'example ltd.')).toBe(true);
    expect(found(of({ org: { name: 'Example Limited', units: [] } }), 'ltd')).toBe(false);
  });
});

test('no words in nothing', () => expect(searchWords(' \u3000 ')).toEqual([]));

test('nothing but its beginnings is added to a text', () =>
  expect(searchText({ ...emptyCard, fn: 'Ana Ruiz' })).toBe('ana ruiz\n\u0002a\u0002an\u0002r\u0002ru\u0002'));

test('an empty card has no text and no terms', () => {
  expect(searchText(emptyCard)).toBe('');
  expect(searchTerms('')).toEqual([]);
});

test('a hostile card takes time that grows with its length only', () => {
  const long = { ...emptyCard, fn: '\ufdfa'.repeat(300), title: '(0)1-'.repeat(60), email: ['1.'.repeat(150)] };
  expect(searchTerms(searchText(long)).length).toBeLessThan(500);
});
