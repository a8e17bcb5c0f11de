import type { CountryCode } from 'libphonenumber-js/min';
import { readAdr } from '../../../src/extract/fields/adr.ts';
import { signed } from '../signed.ts';

/** Lines, their country, and the address that a reader takes from them; '' for none. */
const cases: [string | string[], CountryCode, string][] = [
  // of several offices the one whose place a line about the sender names
  [
    [
      '株式会社かもめ企画',
      '大阪支社',
      '[東京] 〒100-0005 東京都千代田区丸の内1-2-3',
      '[大阪] 〒530-0001 大阪市北区梅田3-2-1',
    ],
    'JP',
    '〒530-0001 大阪市北区梅田3-2-1',
  ],
  [
    [
      'Gerente da Filial Olinda',
      'Matriz: Av. Garça, 12 - 99050-000 Passo Fundo/RS',
      'Filial: Rua Nova, 3 - 53010-000 Olinda/PE',
    ],
    'BR',
    'Rua Nova, 3 - 53010-000 Olinda/PE',
  ],
  [['Rua Nova, 12 – Garça/RS', 'Av. das Garças, 95 - Nova Garça/RS'], 'BR', 'Rua Nova, 12 – Garça/RS'],
  [['Leiterin Büro Jena', 'Kranichweg 4, 10115 Berlin', 'Reiherweg 9, 07743 Jena'], 'DE', 'Reiherweg 9, 07743 Jena'],
  [['Kranichweg 4, 10115 Berlin', 'Montags in Jena:', 'Reiherweg 9, 07743 Jena'], 'DE', 'Kranichweg 4, 10115 Berlin'],
  [
    ['Street: Shed 2, 61 Heron Road, Maleny Qld 4552', 'Post: PO Box 417, Maleny Qld 4552'],
    'AU',
    'Shed 2, 61 Heron Road, Maleny Qld 4552',
  ],
  // offices in columns
  [['Cra. 43A # 1-50, of. 804  Cl. 93 # 11-27, of. 301    Av. 6N # 23-61, of. 502'], 'CO', 'Cra. 43A # 1-50, of. 804'],
  // without code, without a word of streets
  ['鎌倉市由比ガ浜2-7-19', 'JP', '鎌倉市由比ガ浜2-7-19'],
  ['横浜市西区みなとみらい2丁目3番5号', 'JP', '横浜市西区みなとみらい2丁目3番5号'],
  ['三重郡菰野町1234番地', 'JP', '三重郡菰野町1234番地'],
  ['中環德輔道中88號10樓', 'HK', '中環德輔道中88號10樓'],
  ['Garza 2215, Belgrano, C1428 CABA', 'AR', 'Garza 2215, Belgrano, C1428 CABA'],
  ['The Old Creamery, Westport, Co. Mayo', 'IE', 'The Old Creamery, Westport, Co. Mayo'],
  [['Heron Court', 'Rainsford Lane', 'Dublin 8', 'Ireland'], 'IE', 'Heron Court\nRainsford Lane\nDublin 8\nIreland'],
  [['22 Heronmount,', 'Waterford,', 'Ireland'], 'IE', '22 Heronmount\nWaterford\nIreland'],
  ['C/ Garza 177, Valencia', 'ES', 'C/ Garza 177, Valencia'],
  ['12F., No. 7, Sec. 5, Heron Rd., Taipei 110, Taiwan', 'TW', '12F., No. 7, Sec. 5, Heron Rd., Taipei 110, Taiwan'],
  ['12/3, Heron Road, Chennai – 600 004', 'IN', '12/3, Heron Road, Chennai – 600 004'],
  [['Tiruchirappalli - 620 099', 'Tamil Nadu, INDIA'], 'IN', 'Tiruchirappalli - 620 099\nTamil Nadu, INDIA'],
  ['123456, Москва, ул. Цапли, д. 12', 'RU', '123456, Москва, ул. Цапли, д. 12'],
  ['Office 1203, Heron Tower, PO Box 12345, Dubai, UAE', 'AE', 'Office 1203, Heron Tower, PO Box 12345, Dubai, UAE'],
  [['12 Finch Road', 'Wrenstad, 7799'], 'ZA', '12 Finch Road\nWrenstad, 7799'],
  // no addresses
  ['知能情報専攻　今井研究室　修士2年', 'JP', ''],
  ['Room 312', 'US', ''],
  ['Office 312', 'US', ''],
  ['Mail Stop 312', 'US', ''],
  ['Gebäude 12, Raum 312', 'DE', ''],
  ['Bureau B312, 3e étage', 'FR', ''],
  ['Winner: Best Place to Work 2022', 'US', ''],
  ['We plant 1 tree for every drive', 'US', ''],
  ['Time:     Sat 10/6/2001 at 2:00 PM thru 8:00 PM CT', 'US', ''],
  ['Our office is at 12 Heron Street and we are open from 9 to 5 on weekdays', 'US', ''],
];

test.each(cases)('%j (%s)', (lines, region, label) =>
  expect(readAdr(signed(lines, { region })).found.adr?.value.label ?? '').toBe(label),
);

test('of two offices in columns the one in the domain’s country', () =>
  expect(
    readAdr(
      signed(
        [
          'Ana Ruiz                         Wren Workshop',
          '12 Heron Ave., Suite 9           9 Finch Road',
          'Palo Alto, CA  94301             Reading RG1 4ZZ U.K.',
        ],
        { from: 'Ana Ruiz <ana@example.co.uk>', region: 'US' },
      ),
    ).found.adr?.value.label,
  ).toBe('9 Finch Road\nReading RG1 4ZZ U.K.'));

test('the country before a postal code in small letters, below a firm in capitals that the domain begins', () =>
  expect(
    readAdr(signed('WTH Wrenstadt, ch-8800 Wrenstadt', { from: 'Ana Ruiz <ana@wthw.example>' })).found.adr?.value,
  ).toMatchObject({ label: 'ch-8800 Wrenstadt', code: '8800', country: 'CH', locality: 'Wrenstadt' }));

test('a company that the domain names does not belong to the address', () =>
  expect(
    readAdr(
      signed('Heron Design, The Old Creamery, Westport, Co. Mayo', {
        from: 'Ana Ruiz <ana@heron-design.example>',
        region: 'IE',
      }),
    ).found.adr?.value.label,
  ).toBe('The Old Creamery, Westport, Co. Mayo'));
