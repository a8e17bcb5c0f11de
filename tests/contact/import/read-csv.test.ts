import { readFileSync } from 'node:fs';
import { contactCsvHead, contactCsvRow } from '../../../src/contact/csv.ts';
import { fieldOf } from '../../../src/contact/import/headings.ts';
import { readCsv } from '../../../src/contact/import/read-csv.ts';
import { emptyCard } from '../../../src/contact/merge.ts';

test.each([
  ['E-mail 1 - Value', 'email'],
  ['Organization 1 - Name', 'org'],
  ['Organization Title', 'title'],
  ['Business Phone', 'telWork'],
  ['First Name', 'given'],
  ['メールアドレス', 'email'],
  ['会社名', 'org'],
  ['部署名1', 'unit'],
  ['携帯電話', 'telCell'],
  ['姓（カナ）', 'phoneticFamily'],
  ['E-mail 1 - Label', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the heading %j is for %s', (heading, field) => expect(fieldOf(heading)).toBe(field));

const rows = (text: string) => readCsv(text).rows;

test('a table in Japanese', () =>
  expect(
    rows(
      '会社名,部署名,役職,姓,名,セイ,メイ,メールアドレス,TEL,携帯電話,郵便番号,住所\r\n' +
        '青空商事株式会社,営業部,課長,森,さくら,モリ,サクラ,sakura@example.jp,03-0000-0101,090-0000-0102,100-0001,東京都千代田区1-1\r\n',
    ),
  ).toEqual([
    {
      card: {
        ...emptyCard,
        fn: '森 さくら',
        n: { family: '森', given: 'さくら' },
        phonetic: { family: 'モリ', given: 'サクラ', script: 'kana' },
        org: { name: '青空商事株式会社', units: ['営業部'] },
        title: '課長',
        email: ['sakura@example.jp'],
        tel: [
          { text: '03-0000-0101', type: 'work' },
          { text: '090-0000-0102', type: 'cell' },
        ],
        adr: { label: '東京都千代田区1-1', code: '100-0001' },
      },
      tags: [],
    },
  ]));

test('as Google writes it: several values in a cell, its own groups', () => {
  const text =
    'First Name,Last Name,Labels,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value\n' +
    'Ana,Ruiz,* myContacts ::: Fair,ana@example.com ::: a@b.example,c@d.example,+1 202-555-0143 ext. 7';
  expect(rows(text)).toMatchObject([
    {
      card: {
        fn: 'Ana Ruiz',
        email: ['ana@example.com', 'a@b.example', 'c@d.example'],
        tel: [{ text: '+1 202-555-0143', e164: '+12025550143', ext: '7', type: 'work' }],
      },
      tags: ['Fair'],
    },
  ]);
});

test('our own export comes back', () => {
  const card = {
    ...emptyCard,
    fn: '森 さくら',
    n: { family: '森', given: 'さくら' },
    org: { name: '=青空', units: ['営業部'] },
    email: ['a@b.example', 'c@d.example'],
    tel: [{ text: '+1 202 555 0143', e164: '+12025550143', type: 'cell' as const }],
  };
  const beside = { tags: ['VIP', 'x'], notes: 'Met', uid: 'u', rev: 'r' };
  expect(rows(contactCsvHead() + contactCsvRow(card, beside))).toEqual([{ card, tags: ['VIP', 'x'], notes: 'Met' }]);
});

test.each([';', '\t'])('separated by %j', (mark) =>
  expect(rows(`Name${mark}Email\nAna, Dr${mark}a@b.example`)).toMatchObject([
    { card: { fn: 'Ana, Dr', email: ['a@b.example'] } },
  ]),
);

test('what a column is for can be said', () => {
  const { columns, rows: found } = readCsv('Who,Email\nAna,a@b.example', { Who: 'fn', Email: null });
  expect(columns).toEqual([
    { heading: 'Who', field: 'fn' },
    { heading: 'Email', field: null },
  ]);
  expect(found).toMatchObject([{ card: { fn: 'Ana', email: [] } }]);
});

test.each([
  ['', 'no heading'],
  ['a,b\n1,2', 'no heading'],
  ['Name,Email\n"Ana,a@b.example', 'it is not CSV'],
])('%j is refused: %s', (text, problem) => expect(() => readCsv(text)).toThrow(problem));

test('the source of this test is no contact list', () =>
  expect(() => readCsv(readFileSync(__filename, 'utf8'))).toThrow());
