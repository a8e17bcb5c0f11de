import type { CountryCode } from 'libphonenumber-js/min';
import { extractContact } from '../../../src/extract/extract-contact.ts';
import { readAdr } from '../../../src/extract/fields/adr.ts';
import { endless, signed } from '../signed.ts';

const read = (lines: string | string[], region?: CountryCode, from = '') =>
  readAdr(signed(lines, { region, from })).found.adr?.value;
const parts = (...values: Parameters<typeof read>) => {
  const adr = read(...values);
  return adr && [adr.street, adr.locality, adr.region, adr.code, adr.country];
};

describe('Japan', () => {
  test.each([
    ['〒101-0051 東京都千代田区神田神保町9-1-2', ['神田神保町9-1-2', '千代田区', '東京都', '101-0051', 'JP']],
    ['住所：愛知県名古屋市中区栄9-8-7', ['栄9-8-7', '名古屋市中区', '愛知県', undefined, 'JP']],
    ['〒761-0099 香川県木田郡三木町平木999', ['平木999', '木田郡三木町', '香川県', '761-0099', 'JP']],
  ])('%s', (line, expected) => expect(parts(line, 'JP')).toEqual(expected));

  test('code and address on two lines', () =>
    expect(read(['〒104-0099', '東京都中央区青海通9-3-1 4階'], 'JP')?.label).toBe(
      '〒104-0099\n東京都中央区青海通9-3-1 4階',
    ));
  test('code, address and building on three lines, and what is no part of it below', () =>
    expect(
      read(['〒104-0099', '東京都中央区青海通9-3-1', '星空ビル', '星空役場　町民課', '担当：青柳'], 'JP')?.label,
    ).toBe('〒104-0099\n東京都中央区青海通9-3-1\n星空ビル'));
  test('in Latin letters', () =>
    expect(read('4-7-2 Kitaimai, Naka-ku, Nagoya 460-0099, Japan', 'JP')).toMatchObject({
      code: '460-0099',
      country: 'JP',
    }));
});

describe('USA, Canada, United Kingdom', () => {
  test.each<[string, CountryCode, (string | undefined)[]]>([
    [
      '200 W Madison St, Suite 1400, Chicago, IL 60606',
      'US',
      ['200 W Madison St, Suite 1400', 'Chicago', 'IL', '60606', 'US'],
    ],
    ['P.O. Box 4410, Dallas, Tx. 75201-4410, U.S.A.', 'US', ['P.O. Box 4410', 'Dallas', 'Tx', '75201-4410', 'US']],
    [
      'Mill Works, 35 Birch Ave., Trenton, NJ 08601',
      'US',
      ['Mill Works, 35 Birch Ave.', 'Trenton', 'NJ', '08601', 'US'],
    ],
    ['41 rue des Pins, Laval (Québec)  H7A 1B2', 'CA', ['41 rue des Pins', 'Laval', 'Québec', 'H7A 1B2', 'CA']],
    [
      '12 Quayside Road, Bristol BS1 4RB, United Kingdom',
      'GB',
      ['12 Quayside Road', 'Bristol', undefined, 'BS1 4RB', 'GB'],
    ],
  ])('%s', (line, region, expected) => expect(parts(line, region)).toEqual(expected));

  test.each([
    ['Wren University (Harbour Campus, Bldg 11, Rm S503)', 'Harbour Campus, Bldg 11, Rm S503'],
    ['Harbour Campus (Wren Hall, Bldg 11)', 'Harbour Campus (Wren Hall, Bldg 11)'],
  ])('where a body is, in brackets behind it: %s', (line, label) => expect(read(line, 'AU')?.label).toBe(label));
  test('street, town and country on lines of their own', () =>
    expect(read(['77 Tannery Parkway', 'Santa Clara, CA 95050', 'USA'], 'US')?.label).toBe(
      '77 Tannery Parkway\nSanta Clara, CA 95050\nUSA',
    ));
  test('a label only before the street', () =>
    expect(read(['Postal address: 77 Tannery Parkway', 'Santa Clara, CA 95050'], 'US')?.label).toBe(
      '77 Tannery Parkway\nSanta Clara, CA 95050',
    ));
  test('in the right column', () =>
    expect(
      read(
        ['Ana Ruiz            12 Hill Street', 'Wren Workshop       Salem, MA  01970'],
        'US',
        'Ana Ruiz <a@example.com>',
      )?.label,
    ).toBe('12 Hill Street\nSalem, MA  01970'));
  test('a Dutch code and its town, two blanks between them', () =>
    expect(read(['Reigergracht 12', '1017 BR  Amsterdam'], 'NL')?.label).toBe('Reigergracht 12\n1017 BR  Amsterdam'));
  test('without a postal code', () =>
    expect(read(['22 Heron Quay', 'Dublin 9', 'Ireland'], 'IE')?.label).toBe('22 Heron Quay\nDublin 9\nIreland'));
});

describe('Europe and the rest', () => {
  test.each<[string, CountryCode, (string | undefined)[]]>([
    ['Hafenstraße 90, D-24103 Kiel', 'DE', ['Hafenstraße 90', 'Kiel', undefined, '24103', 'DE']],
    ['Seestrasse 199, 8800 Thalwil, Schweiz', 'CH', ['Seestrasse 199', 'Thalwil', undefined, '8800', 'CH']],
    ['18 rue du Moulin, 44000 Nantes', 'FR', ['18 rue du Moulin', 'Nantes', undefined, '44000', 'FR']],
    ['C/ Mayor 99, 2º - 26001 Logroño', 'ES', ['C/ Mayor 99, 2º', 'Logroño', undefined, '26001', 'ES']],
    ['C/ Garza, 9 · 26001 · Logroño', 'ES', ['C/ Garza, 9', 'Logroño', undefined, '26001', 'ES']],
    ['Kranichweg 9 · 24103 · Kiel', 'DE', ['Kranichweg 9', 'Kiel', undefined, '24103', 'DE']],
    ['Via Verdi 88, 20121 Milano', 'IT', ['Via Verdi 88', 'Milano', undefined, '20121', 'IT']],
    ['Keizersgracht 1990, 1016 EH Amsterdam', 'NL', ['Keizersgracht 1990', 'Amsterdam', undefined, '1016 EH', 'NL']],
    ['ul. Lipowa 99, 61-001 Poznań', 'PL', ['ul. Lipowa 99', 'Poznań', undefined, '61-001', 'PL']],
    ['Rua das Flores 99, 4050-265 Porto', 'PT', ['Rua das Flores 99', 'Porto', undefined, '4050-265', 'PT']],
    ['Storgatan 99, 852 31 Sundsvall', 'SE', ['Storgatan 99', 'Sundsvall', undefined, '852 31', 'SE']],
  ])('%s', (line, region, expected) => expect(parts(line, region)).toEqual(expected));

  test.each<[string, CountryCode, string | undefined]>([
    ['地址：浙江省杭州市滨江区江虹路999号', 'CN', undefined],
    ['(35209) 대전광역시 서구 한밭로 888', 'KR', '35209'],
    ['3F, 77, Hangang-daero, Yongsan-gu, Seoul 04379, Korea', 'KR', '04379'],
    ['Rua Verde, 888 - Natal - RN, 59010-000', 'BR', '59010-000'],
    ['Room 5, 8/F, Harbour Road 888, Kowloon, Hong Kong', 'HK', undefined],
  ])('%s', (line, country, code) => expect(read(line, country)).toMatchObject({ code, country }));

  test('a postal code on the line below', () =>
    expect(read(['地址：杭州市滨江区江虹路999号', '邮编：310051'], 'CN')).toMatchObject({
      label: '杭州市滨江区江虹路999号\n310051',
      code: '310051',
    }));
});

test('an Italian borgo, with the number of a shop', () =>
  expect(readAdr(signed(['Borgo degli Aquiloni 37/r', '50122 Firenze'], { region: 'IT' })).found.adr?.value.label).toBe(
    'Borgo degli Aquiloni 37/r\n50122 Firenze',
  ));

test('a street may be called after a president', () =>
  expect(read(['Av. Presidente Garça, 190, Sala 12', '97099-510 - Santa Maria - RS'], 'BR')?.label).toMatch(
    /^Av\. Presidente/,
  ));

test.each([
  ['1 GB Postfach gratis unter https://kite.example/mail', 'DE'],
  ['Level 1 B-BBEE', 'ZA'],
  ['Walk-in clinic Monday 9-12', 'GB'],
  ['KITE 2025 사무국', 'KR'],
] as const)('no address in %s', (line, region) => expect(read(['Ana Ruiz', line], region)).toBeUndefined());

test('a column behind asterisks', () =>
  expect(
    read(['Kite News      * 22 Heronmount', '               * Waterford,', '               * Ireland'])?.label,
  ).toBe('22 Heronmount\nWaterford\nIreland'));

test("the St. of a saint's hospital is no street", () =>
  expect(read(["St. Kilda's Medical Center", '35 Birch Avenue', 'Salem, MA 01970'], 'US')?.label).toBe(
    '35 Birch Avenue\nSalem, MA 01970',
  ));

test.each([
  'Operations Manager',
  'Harbor Light Logistics Ltd',
  '営業部 第二課',
  'Ana Ruiz',
  'Version 12345 Final',
  'US/Central',
  endless('12 '),
  endless('Street '),
])('no adr in %.40s', (line) => expect(read(line, 'US')).toBeUndefined());

test.each<[string, CountryCode, string]>([
  ['Kite Labs Inc., 35 Birch Ave, Salem, MA 01970', 'US', 'Kite Labs Inc.,'],
  ['Aquiloni Srl. Via Garza n. 98 - 37099 Garza (VR)', 'IT', 'Aquiloni Srl.'],
])('the address is taken off the sheet, the company before it stays: %s', (line, region, company) => {
  const { rest } = readAdr(signed(line, { region }));
  expect(rest[0]?.text.trim()).toBe(company);
});

test('a unit with a number is no street', () =>
  expect(read(['Referat 405 | Drachenkai 12 | 20499 Hamburg'], 'DE')?.label).toBe('Drachenkai 12\n20499 Hamburg'));

test('a labelled postal code stands apart from the address', () =>
  expect(read(['地址：上海市星海区星河路96号', '电话：021-5550 0142', '邮编：201199'], 'CN')?.label).toBe(
    '上海市星海区星河路96号\n201199',
  ));

test('a body whose name has a word of addresses is no place above its street', () =>
  expect(read(['Universidad del Campus Norte', 'C/ Garza 12, 28933 Móstoles, España'], 'ES')?.label).toBe(
    'C/ Garza 12, 28933 Móstoles, España',
  ));

test('a program and its version are no address', () =>
  expect(
    read('Using The Bat! Version 6.3.0.5 (ALPHA) (32-bit) on Windows XP 5.1 Service Pack 3', 'ES'),
  ).toBeUndefined());

test('three blanks between a state and its postal code', () =>
  expect(read(['955 East Hill Ave', 'Salem, MA   01970-4533'], 'US')?.label).toBe(
    '955 East Hill Ave\nSalem, MA   01970-4533',
  ));

test('the sender’s company before the address of its branch', () =>
  expect(
    read('Herons Japan, 6-17-2 Ginza Chuo-ku, Tokyo 104-8199, JAPAN', 'JP', 'Ana <ana@herons.example>')?.label,
  ).toBe('6-17-2 Ginza Chuo-ku, Tokyo 104-8199, JAPAN'));

test('the body and its units behind a Japanese address are no part of it', () =>
  expect(read('〒903-0299 沖縄県中頭郡西原町千原91 星空大学 工学研究科', 'JP')?.label).toBe(
    '〒903-0299 沖縄県中頭郡西原町千原91',
  ));

test.each<[string[], CountryCode]>([
  [['Rua das Garças, 982 – Bairro Novo', 'Porto Garça – PB', 'CEP 58429-140'], 'BR'],
  [['北京市朝阳区望京街99号B座1607', '邮编：100022'], 'CN'],
  [['1917 Mail Service Center', 'Raleigh, NC 27699-1917'], 'US'],
])('the lines above a code: %j', (lines, region) =>
  expect(read(lines, region)?.label).toBe(lines.join('\n').replace('：', ':').replace('邮编:', '')),
);

test('a body before a state and its code is no place', () =>
  expect(read('University of Wren Bay NSW 2522 Australia', 'AU')?.label).toBe('NSW 2522 Australia'));

test.each([
  ['Sprechstunde: Di nach Vereinbarung, Zi. 212'],
  ['Di 10:30–11:15, Zi. 212'],
  ['Bürozeiten\tMo bis Do, Gebäude 7'],
  ['Office hours   Mon and Thu, Room 12'],
  ['Horaires : lundi et jeudi, bureau 12'],
  ['Orario di ricevimento: martedì, stanza 12'],
  ['Horario: martes y jueves, despacho 12'],
])('hours below an address are no part of it: %s', (line) =>
  expect(read(['Kranichweg 9, 24103 Kiel', line], 'DE')?.label).toBe('Kranichweg 9, 24103 Kiel'),
);

test('a faculty of engineering is no ring road above the code', () =>
  expect(
    read(['School of Kites, Faculty of Reels & Engineering', 'University of Lowbay, Lowbay LW9 9QQ'], 'GB')?.label,
  ).toBe('Lowbay LW9 9QQ'));

test('opening hours are no house numbers', () =>
  expect(read('dal lunedì al venerdì, dalle 8.00 alle 17.00', 'IT')).toBeUndefined());

test('`Dr` before the sender’s name is no drive', () =>
  expect(read(['Dr Ana Ruiz', '12 rue des Hérons, 75014 Paris'], 'FR', 'Ana Ruiz <ana@example.fr>')?.label).toBe(
    '12 rue des Hérons, 75014 Paris',
  ));

test('a house number with a slash above a postal code', () =>
  expect(read(['88/14 Soi Garza 39, Khlong Nuea,', 'Watthana, Bangkok 10110, Thailand'], 'TH')?.label).toBe(
    '88/14 Soi Garza 39, Khlong Nuea\nWatthana, Bangkok 10110, Thailand',
  ));

test('degrees with full stops are no states', () =>
  expect(parts('Kite Institute, M.A. 20740', 'US')?.[2]).toBeUndefined());

test('an avenue of limes or of castles', () =>
  expect(read(['Burgallee 5', '20095 Hamburg'], 'DE')?.label).toBe('Burgallee 5\n20095 Hamburg'));

test('a state with full stops', () =>
  expect(parts(['110 Heron Rd.', 'Salem, N.H. 03999-0000 U.S.A.'], 'US')).toEqual([
    '110 Heron Rd.',
    'Salem',
    'N.H',
    '03999-0000',
    'US',
  ]));

test('a message of a compiler is no address', () =>
  expect(read("relocation R_X86_64_32S against `a local st'", 'US')).toBeUndefined());

/** What it is about, the country, the lines, and the address read from them. */
const around: [string, CountryCode, string[], string][] = [
  [
    'a body between the street and the town',
    'US',
    ['35 Birch Ave. 2nd Floor', 'University of Wren Bay', 'Salem, MA 01970'],
    '35 Birch Ave. 2nd Floor\nSalem, MA 01970',
  ],
  [
    'a building, a unit and a body above the town',
    'GB',
    ["Room 2.6, Heron's Building", 'Kite Eng Dept', 'Wren University', 'University Walk, Bristol BS8 1ZZ, UK'],
    "Room 2.6, Heron's Building\nUniversity Walk, Bristol BS8 1ZZ, UK",
  ],
  ['a unit with a number', 'US', ['Level 2 Support', 'Kite Foundation', 'Salem, MA 01970'], 'Salem, MA 01970'],
  ['a title with a number', 'US', ['2nd Floor Manager', 'Kite Inc', 'Salem, MA 01970'], 'Salem, MA 01970'],
  [
    'a street above a body that has one of its own',
    'US',
    ['35 Birch Ave', 'Kite Inc', '12 Hill Street, Salem, MA 01970'],
    '12 Hill Street, Salem, MA 01970',
  ],
  [
    'a British park and town below a body',
    'GB',
    ['Wren University', 'Heron Park', 'Wrenstead', 'WR2 8ZZ'],
    'Heron Park\nWrenstead\nWR2 8ZZ',
  ],
  [
    'a British mill, town and county below a company',
    'GB',
    ['Kite Ltd', 'The Old Mill', 'Witney', 'Oxfordshire', 'OX28 9ZZ'],
    'The Old Mill\nWitney\nOxfordshire\nOX28 9ZZ',
  ],
  ['the sender below a British company', 'GB', ['Kite Ltd', 'Ana Ruiz', 'Bristol', 'BS1 9ZZ'], 'BS1 9ZZ'],
  [
    'a town far to the right in its column',
    'US',
    [
      'Ana Ruiz                    9000 S. Heron Rd., Bldg. #061',
      'Computer Systems Administrator        Salem, MA  01970',
    ],
    '9000 S. Heron Rd., Bldg. #061\nSalem, MA  01970',
  ],
  ['a ZIP code without a state', 'US', ['650 Heron Road', 'San Pablo 95199'], '650 Heron Road\nSan Pablo 95199'],
  [
    'a ZIP code without a state and a street',
    'US',
    ['650 Heron Road', 'Phone 312-555-0142', 'Badge 95199'],
    '650 Heron Road',
  ],
  [
    'an acronym before a post office box',
    'GB',
    ['CIREN, PO Box 88,', 'Manchester M60 9ZZ, UK'],
    'PO Box 88\nManchester M60 9ZZ, UK',
  ],
  [
    'a house before a post office box',
    'GB',
    ['Heron House, PO Box 88,', 'Manchester M60 9ZZ, UK'],
    'Heron House, PO Box 88\nManchester M60 9ZZ, UK',
  ],
  [
    'a dash before a Brazilian code',
    'BR',
    ['Av. Monte Garça, 3972', 'Porto Garça - PB - Brasil', 'CEP - 58429-140'],
    'Av. Monte Garça, 3972\nPorto Garça - PB - Brasil\nCEP - 58429-140',
  ],
  [
    'a full stop in a Brazilian code',
    'BR',
    ['Rua das Garças, 1972 - Centro', 'Porto Garça - PB - 58.429-140'],
    'Rua das Garças, 1972 - Centro\nPorto Garça - PB - 58.429-140',
  ],
  [
    'a comma behind a Mexican code',
    'MX',
    ['Blvd. Garza 1420, Col. Centro', 'C.P. 37599, León, Gto.'],
    'Blvd. Garza 1420, Col. Centro\nC.P. 37599, León, Gto.',
  ],
  [
    'a visiting address below the postal one',
    'DK',
    ['Drageallé 144', '2300 København S', 'Besøgsadresse: Opgang 3, 2. sal'],
    'Drageallé 144\n2300 København S',
  ],
  [
    'a label before a country',
    'DE',
    ['Adresse: Drachenkai 12', 'PLZ/Ort: 20499 Hamburg', 'Land: Deutschland'],
    'Drachenkai 12\n20499 Hamburg',
  ],
  [
    'a practice named for its place',
    'DE',
    ['Physiotherapie am Markt', 'Alter Markt 3', '24103 Kiel'],
    'Alter Markt 3\n24103 Kiel',
  ],
  [
    'a firm named for a street that has no number',
    'DE',
    ['Physiotherapie am Markt', '24103 Kiel'],
    'Physiotherapie am Markt\n24103 Kiel',
  ],
  [
    'a number of a register below a street',
    'US',
    ['650 Heron Road', 'License 95199', 'Salem, MA 01970'],
    '650 Heron Road\nLicense 95199\nSalem, MA 01970',
  ],
  [
    'a house named for its place',
    'DE',
    ['Haus am Markt', 'Alter Markt 3', '24103 Kiel'],
    'Haus am Markt\nAlter Markt 3\n24103 Kiel',
  ],
  ['a street of a street', 'FR', ['Kite SARL', 'Rue du Quai', '44000 Nantes'], 'Rue du Quai\n44000 Nantes'],
];
test.each(around)('%s (%s): %j', (_, region, lines, expected) =>
  expect(read(lines, region, 'Ana Ruiz <ana@example.com>')?.label).toBe(expected),
);

test('the code of a town without its state', () =>
  expect(parts(['650 Heron Road', 'San Pablo 95199'], 'US')).toEqual([
    '650 Heron Road',
    'San Pablo',
    undefined,
    '95199',
    'US',
  ]));

test.each<[string, CountryCode]>([
  ['Av. Garça, 1972', 'BR'],
  ['Calle Garza, 1972', 'ES'],
])('the house number behind a street is no postal code: %s', (line, region) =>
  expect(parts(line, region)?.[3]).toBeUndefined(),
);

test('a house of which a unit would be read', () => {
  const text =
    'Hi,\n\n-- \nAna Ruiz                  World Trade Center\nBuyer                     Edificio Norte 4 Planta\nKite Ltd                  08039 Barcelona, Spain';
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@kite.example>' }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: 'Kite Ltd', units: [] });
});
