import type { ContactCard } from '../../src/contact/card.ts';
import { csvHead, csvRow } from '../../src/contact/csv.ts';
import type { Tel } from '../../src/contact/draft.ts';

const empty: ContactCard = { fn: '', email: [], tel: [], url: [], social: [] };
const names = csvHead().slice(1).trim().split(',');

/** The cells of a card that are not empty, by column; reads RFC 4180. */
function cells(card: Partial<ContactCard>): Record<string, string> {
  const line = csvRow({ ...empty, ...card });
  const values = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
  expect(values).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']).filter(([, value]) => value));
}

test('the head begins with the mark that tells Excel it is UTF-8, and ends with CRLF', () => {
  expect(csvHead()).toMatch(/^\ufeffName,Family name,.*,Profiles\r\n$/);
});

test('a whole card', () => {
  expect(
    cells({
      fn: '森 さくら',
      n: { family: '森', given: 'さくら' },
      phonetic: { family: 'もり', given: 'さくら', script: 'kana' },
      org: { name: '青空商事株式会社', units: ['営業本部', '第二課'] },
      title: '課長',
      email: ['sakura.mori@aozora.example', 'sakura@example.com'],
      adr: {
        label: '〒100-0001\n東京都千代田区千代田1-1',
        street: '千代田1-1',
        locality: '千代田区',
        region: '東京都',
        code: '100-0001',
        country: 'JP',
      },
      url: ['https://www.aozora.example/'],
      social: [{ service: 'LinkedIn', url: 'https://www.linkedin.com/in/sakura-mori-example' }],
    }),
  ).toEqual({
    Name: '森 さくら',
    'Family name': '森',
    'Given name': 'さくら',
    'Phonetic family name': 'もり',
    'Phonetic given name': 'さくら',
    Company: '青空商事株式会社',
    Department: '営業本部 第二課',
    Title: '課長',
    Email: 'sakura.mori@aozora.example',
    'Other emails': 'sakura@example.com',
    Address: '〒100-0001 東京都千代田区千代田1-1',
    Street: '千代田1-1',
    City: '千代田区',
    Region: '東京都',
    'Postal code': '100-0001',
    Country: 'JP',
    Website: 'https://www.aozora.example/',
    Profiles: 'https://www.linkedin.com/in/sakura-mori-example',
  });
});

test('quotes where it must, one line a card', () => {
  const row = csvRow({ ...empty, fn: 'Ruiz, Ana "A."', title: 'Buyer\r\nAsia\u2028and Europe' });
  expect(row).toMatch(/^"Ruiz, Ana ""A\.""",.*,Buyer Asia and Europe,.*\r\n$/);
});

describe('no cell is a formula', () => {
  test.each([
    '=cmd|" /C calc"!A0',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r\n=1+1',
    '  =1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\0=1+1',
  ])('%j', (value) => {
    expect(cells({ fn: value }).Name).toMatch(/^'/);
    expect(cells({ tel: [{ text: value }] }).Phone).toMatch(/^'/);
    expect(cells({ email: ['a@example.com', value] })['Other emails']).toMatch(/^'/);
    expect(cells({ adr: { label: value } }).Address).toMatch(/^'/);
    expect(cells({ url: [value] }).Website).toMatch(/^'/);
  });

  test.each(['Ana Ruiz', 'a=b', 'T-Labs', "'tHooft"])('%s stays as it is', (value) => {
    expect(cells({ fn: value }).Name).toBe(value);
  });
});

describe('phones', () => {
  test.each<[string, Tel, Record<string, string>]>([
    ['blanks, not hyphens', { text: '+1-202-555-0143', e164: '+12025550143' }, { Phone: '+1 202 555 0143' }],
    ['digits alone', { text: '0355500101', e164: '+81355500101', type: 'work' }, { Phone: '+81 3 5550 0101' }],
    ['extension', { text: '03-5550-0101', e164: '+81355500101', ext: '12' }, { Phone: '+81 3 5550 0101 ext. 12' }],
    ['country unknown', { text: '内線 4455', type: 'direct' }, { 'Direct phone': '内線 4455' }],
    ['cell', { text: '090', e164: '+819055500102', type: 'cell' }, { Mobile: '+81 90 5550 0102' }],
    ['home', { text: '020', e164: '+442079460321', type: 'home' }, { 'Home phone': '+44 20 7946 0321' }],
    ['fax', { text: '03', e164: '+81355500103', type: 'fax' }, { Fax: '+81 3 5550 0103' }],
  ])('%s', (_, tel, row) => expect(cells({ tel: [tel] })).toEqual(row));

  test('the second of a kind goes to the others', () => {
    const tel: Tel[] = [
      { text: '1', type: 'main' },
      { text: '2', type: 'cell' },
      { text: '3', type: 'work' },
      { text: '4' },
      { text: '5', type: 'cell' },
    ];
    expect(cells({ tel })).toEqual({ Phone: '1', Mobile: '2', 'Other phones': '3; 4; 5' });
  });
});
