import type { CountryCode } from 'libphonenumber-js/min';
import { readTels } from '../../../src/extract/fields/tel.ts';
import { endless, signed } from '../signed.ts';

const read = (lines: string | string[], region?: CountryCode) =>
  readTels(signed(lines, { region })).found.tel?.map(({ value }) => [value.type, value.e164 ?? value.text, value.ext]);

describe('tel in English signatures', () => {
  test.each([
    ['Tel: +44 20 7946 0123', [['work', '+442079460123']]],
    [
      'Direct: 020 7946 0123 | Mobile: +44 7400 155099',
      [
        ['direct', '+442079460123'],
        ['cell', '+447400155099'],
      ],
    ],
    ['020 7946 0123', [['work', '+442079460123']]],
    [
      'T 020 7946 0123  F 020 7946 0124',
      [
        ['work', '+442079460123'],
        ['fax', '+442079460124'],
      ],
    ],
    ['+44 7400 155099 (mobile)', [['cell', '+447400155099']]],
    ['Switchboard +44 (0)20 7946 0100', [['main', '+442079460100']]],
    ['📱 +44 7400 155099', [['cell', '+447400155099']]],
    ['Tel: +44 20  79460123', [['work', '+442079460123']]],
    ['Fax: +44  20 7946 0124', [['fax', '+442079460124']]],
    ['Tel: +44  1632  960123', [['work', '+44  1632  960123']]],
  ])('%s', (line, tels) => expect(read(line, 'GB')).toEqual(tels.map((tel) => [...tel, undefined])));

  test.each([
    ['(312) 555-0142 ext. 7', [['work', '+13125550142', '7']]],
    ['312.555.0142 x204', [['work', '+13125550142', '204']]],
    [
      '617-555-0190x3423 FAX 617-555-0191',
      [
        ['work', '+16175550190', '3423'],
        ['fax', '+16175550191', undefined],
      ],
    ],
    ['(315)555-0100 Fax', [['fax', '+13155550100', undefined]]],
    [
      '(h) 703-555-0143   (w) 301-555-0170',
      [
        ['home', '+17035550143', undefined],
        ['work', '+13015550170', undefined],
      ],
    ],
    [
      '703-555-0118W 703-555-0107Fax',
      [
        ['work', '+17035550118', undefined],
        ['fax', '+17035550107', undefined],
      ],
    ],
    ['Toll free 1 800 555 0142', [['main', '+18005550142', undefined]]],
    ['Phone (office): 312-555-0142', [['work', '+13125550142', undefined]]],
    ['Office\t(312) 555-0142', [['work', '+13125550142', undefined]]],
    [
      '312 555 0142 / 312 555 0143',
      [
        ['work', '+13125550142', undefined],
        ['work', '+13125550143', undefined],
      ],
    ],
  ])('%s', (line, tels) => expect(read(line, 'US')).toEqual(tels));
});

describe('tel in Japanese signatures', () => {
  test.each([
    ['TEL：０３－５５５０－０１２３', [['work', '+81355500123', undefined]]],
    ['TEL058-555-0140', [['work', '+81585550140', undefined]]],
    [
      'TEL 03-5550-0123（内線 204）　FAX 03-5550-0124',
      [
        ['work', '+81355500123', '204'],
        ['fax', '+81355500124', undefined],
      ],
    ],
    [
      '直通 052-555-0131 代表 052-555-0130',
      [
        ['direct', '+81525550131', undefined],
        ['main', '+81525550130', undefined],
      ],
    ],
    ['携帯：090-5550-0125', [['cell', '+819055500125', undefined]]],
    ['TEL:090-5550-0125', [['cell', '+819055500125', undefined]]],
    ['+81-3-5550-0123', [['work', '+81355500123', undefined]]],
    ['フリーダイヤル 0120-555-038', [['main', '+81120555038', undefined]]],
  ])('%s', (line, tels) => expect(read(line, 'JP')).toEqual(tels));

  test('an extension on its own line belongs to the number above', () =>
    expect(read(['TEL 03-5550-0123', '内線 204'], 'JP')).toEqual([['work', '+81355500123', '204']]));
});

describe('tel in German signatures', () => {
  test.each([
    ['Tel.: 030 23125 042', [['work', '+493023125042']]],
    ['Tel.: 0431 5550 142 (Durchwahl)', [['direct', '+494315550142']]],
    ['Mobil +49 (0)170 5550142', [['cell', '+491705550142']]],
    [
      'Fon: 07531 555-014, Telefax: 07531 555-015',
      [
        ['work', '+497531555014'],
        ['fax', '+497531555015'],
      ],
    ],
    ['++49 431 5550-142', [['work', '+494315550142']]],
  ])('%s', (line, tels) => expect(read(line, 'DE')).toEqual(tels.map((tel) => [...tel, undefined])));
});

describe('tel in other languages', () => {
  test.each<[string, CountryCode, string[][]]>([
    [
      'Tél. : 04 65 71 22 10  Port. : 06 39 98 22 10',
      'FR',
      [
        ['work', '+33465712210'],
        ['cell', '+33639982210'],
      ],
    ],
    [
      'Tfno: 941 555 142 Móvil: 655 510 142',
      'ES',
      [
        ['work', '+34941555142'],
        ['cell', '+34655510142'],
      ],
    ],
    ['cell. 347 555 0142', 'IT', [['cell', '+393475550142']]],
    ['Telefone: (21) 3555-0126', 'BR', [['work', '+552135550126']]],
    ['Telemóvel: 936 555 014', 'PT', [['cell', '+351936555014']]],
    ['M 06 2555 0142', 'NL', [['cell', '+31625550142']]],
    [
      '电话：0571-8555 0152 | 手机：139 5855 0152',
      'CN',
      [
        ['work', '+8657185550152'],
        ['cell', '+8613958550152'],
      ],
    ],
    ['대표전화 : 02-2555-0177', 'KR', [['main', '+82225550177']]],
    ['82-10-5555-0177', 'KR', [['cell', '+821055550177']]],
    ['tel. kom. 602 550 142', 'PL', [['cell', '+48602550142']]],
    ['Växel 090-555 01 00', 'SE', [['main', '+46905550100']]],
    ['Direkte tlf. 65 55 01 42', 'DK', [['direct', '+4565550142']]],
    ['GSM: 777 550 133', 'CZ', [['cell', '+420777550133']]],
  ])('%s', (line, region, tels) => expect(read(line, region)).toEqual(tels.map((tel) => [...tel, undefined])));
});

describe('no tel', () => {
  test.each<[string, CountryCode]>([
    ['HRB 12345 B', 'DE'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'DE'],
    ['USt-IdNr. DE 123456789', 'DE'],
    ['〒101-0051 東京都千代田区神田神保町9-1-2', 'JP'],
    ['101-0051', 'JP'],
    ['登録番号 T1234567890123', 'JP'],
    ['San Rafael, CA 94901-1234', 'US'],
    ['12.05.2024', 'DE'],
    ['2024-2025', 'US'],
    ['Pager: 312-555-0142', 'US'],
    ['SIRET 123 456 789 00010', 'FR'],
    ['P.IVA 01234567890', 'IT'],
    ['CNPJ 12.345.678/0001-90', 'BR'],
    ['KvK 12345678', 'NL'],
    ['QQ: 1355500142', 'CN'],
    ['C/ Garza, 97, Local 3 - 38199 La Garza', 'ES'],
    ['Via Garza, int. 2 - 30099 Garza', 'IT'],
    ['order KR0099881', 'US'],
    ['We measured 1234567890 samples in the last two weeks of the trial', 'US'],
  ])('in %s', (line, region) => expect(read(line, region)).toEqual([]));

  test.each(['(', '(1', '12-', '+', '0 '])('in an endless run of %s', (piece) =>
    expect(read(endless(piece), 'US')).toEqual([]),
  );
});

test('without a country the number stays as written', () =>
  expect(read('Tel 0431 5550142')).toEqual([['work', '0431 5550142', undefined]]));

test('the number and its label are taken off the sheet', () => {
  const { rest } = readTels(signed('Ana Ruiz   Tel: (312) 555-0142', { region: 'US' }));
  expect(rest[0]?.text.trim()).toBe('Ana Ruiz');
});

test.each<[string, CountryCode, [string, string][]]>([
  [
    '電話番号 03-5555-0142（携帯：090-5555-0142） 受付時間：9:00〜18:00',
    'JP',
    [
      ['work', '+81355550142'],
      ['cell', '+819055550142'],
    ],
  ],
  [
    '联系电话：010-55550142，13855550142',
    'CN',
    [
      ['work', '+861055550142'],
      ['cell', '+8613855550142'],
    ],
  ],
])('of two numbers each has its own kind: %s', (line, region, numbers) =>
  expect(read(line, region)?.map(([type, number]) => [type, number])).toEqual(numbers),
);
