import { extractContact } from '../../src/extract/extract-contact.ts';

/** What is read of a mail from a desk's or a firm's address, below which somebody signs. */
function read(from: string, ...block: string[]) {
  const text = ['Dear Sam,', '', 'the kites left the harbour this morning, as agreed.', '', ...block].join('\n');
  const { contact } = extractContact({ headers: { from }, text, html: null });
  return contact && [contact.fn?.value, contact.org?.value.name, contact.title?.value];
}

test.each([
  [
    'behind the title the family name alone',
    [
      '介護保険係 <kaigo@city.example.lg.jp>',
      '****************',
      '星空市役所　高齢福祉課',
      '介護保険係　主事　沼尻',
      '電話　0285-55-0111',
    ],
    ['沼尻', '星空市役所', '主事'],
  ],
  [
    'the family name with its reading',
    [
      '秘書室（社長代理送信） <hisho@example.jp>',
      '****************',
      '星空株式会社　社長室',
      '青柳（あおやぎ）',
      '電話番号：06-5555-0105',
    ],
    ['青柳', '星空株式会社', undefined],
  ],
  [
    'the name in other letters in brackets',
    [
      'Export Dept - Kite Bearings <sales06@kite-bearings.example>',
      'Yours faithfully,',
      'Ms. Stella Qiu (邱星)',
      'Sales Engineer',
      '-----------------',
      'Kite Bearings Co., Ltd.',
      'T: 312-555-0142',
    ],
    ['Stella Qiu', 'Kite Bearings Co., Ltd.', 'Sales Engineer'],
  ],
  [
    'the firm behind the name in brackets',
    ['info@kite.example', 'Regards', 'Ana Ruiz (Kite Ltd)', '020 7946 0123'],
    ['Ana Ruiz', 'Kite Ltd', undefined],
  ],
])('%s', (_, [from = '', ...block], wanted) => expect(read(from, ...block)).toEqual(wanted));

test.each([
  ['a firm with its legal form', ['', 'El equipo de Cometas', '', 'Cometas Servicios de España, S.L.']],
  [
    'a desk that signs with an article',
    [
      'Teatro Arditi - Biglietteria <biglietteria@arditi.example>',
      'La Biglietteria',
      'Teatro Arditi',
      'Tel. 075 555 0111',
    ],
  ],
  [
    'a shop’s team',
    [
      'Gartenwelt Reiher Onlineshop <shop@gartenwelt-reiher.example>',
      'Viele Grüße',
      'Ihr Team der Gartenwelt Reiher',
      '',
      'Gartenwelt Reiher e.K., Inhaberin Ute Reiher',
      'Tel. 030 23125 800',
    ],
  ],
  [
    'a receipt that was made by itself',
    [
      'Drachenamt <ifg@amt.example>',
      'Dies ist eine automatisch erzeugte Eingangsbestätigung.',
      '',
      'Drachenamt',
      'Am Deich 1, 24103 Kiel',
    ],
  ],
])('%s is nobody', (_, [from = '', ...block]) => expect(read(from, ...block)).toBeNull());

test('who speaks of what was made by itself is somebody', () =>
  expect(read('Lena Brandt <lena.brandt@drachen.example>', 'die automatisch erzeugte Liste fehlt noch.')?.[0]).toBe(
    'Lena Brandt',
  ));
