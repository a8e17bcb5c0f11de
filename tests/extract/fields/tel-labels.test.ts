import type { CountryCode } from 'libphonenumber-js/min';
import { readTels } from '../../../src/extract/fields/tel.ts';
import { signed } from '../signed.ts';

const read = (lines: string | string[], region?: CountryCode) =>
  readTels(signed(lines, { region })).found.tel?.map(({ value }) =>
    [value.type, value.e164 ?? value.text, value.ext].filter(Boolean).join(' '),
  );

describe('one number for telephone and fax is a telephone', () => {
  test.each<[string, CountryCode]>([
    ['Tel/Fax: 0445 555 014', 'IT'],
    ['Tel./Fax 0445 555 014', 'IT'],
    ['Tel & Fax: 0445 555 014', 'IT'],
    ['TEL・FAX 0445-555-014', 'IT'],
    ['電話/FAX：0445-555-014', 'IT'],
    ['事務所TEL/FAX 0445-555-014', 'IT'],
    ['電話兼FAX 0445-555-014', 'IT'],
    ['Telefon und Fax: 0445 555 014', 'IT'],
    ['Tél. / Fax : 0445 555 014', 'IT'],
    ['Telefono e fax 0445 555 014', 'IT'],
    ['전화/팩스 0445-555-014', 'IT'],
    ['电话/传真：0445-555-014', 'IT'],
    ['Fax/Tel: 0445 555 014', 'IT'],
    ['T/F: 0445 555 014', 'IT'],
    ['Phone + Fax 0445 555 014', 'IT'],
    ['Teléfono y fax: 0445 555 014', 'IT'],
  ])('%s', (line, region) => expect(read(line, region)).toEqual(['work +390445555014']));

  test('at home it stays a number at home', () =>
    expect(read('自宅(電話・FAX) 045-555-0261', 'JP')).toEqual(['home +81455550261']));
  test.each([
    'Office Fax: 0445 555 014',
    'Fax (direct): 0445 555 014',
    'Fax-Nr.: 0445 555 014',
    'Telefax 0445 555 014',
  ])('but not %s', (line) => expect(read(line, 'IT')).toEqual(['fax +390445555014']));
});

describe('labels of many countries', () => {
  test.each<[string, CountryCode, string[]]>([
    ['Tel. No.: 020 7946 0123', 'GB', ['work +442079460123']],
    ['Phone #: (312) 555-0142', 'US', ['work +13125550142']],
    ['Landline: 01632 960123', 'GB', ['work 01632 960123']],
    ['Direct Telecopy: (312) 555-0142', 'US', ['fax +13125550142']],
    ['086 555 0142 (e-fax)', 'ZA', ['fax +27865550142']],
    ['tel. 0444 555014 (r.a.)', 'IT', ['work +390444555014']],
    ['部署直通：03-5555-0142', 'JP', ['direct +81355550142']],
    ['営業部直通TEL：03-5555-0142', 'JP', ['direct +81355550142']],
    ['直通：090-5555-0142', 'JP', ['cell +819055550142']],
    ['ふぁっくす 03-5555-0142', 'JP', ['fax +81355550142']],
    ['ふぁくす 03-5555-0142', 'JP', ['fax +81355550142']],
    ['Flight DL 123 4567', 'US', []],
    ['TEL 045(123)4567 045(123)4568', 'JP', ['work +81451234567', 'work +81451234568']],
    ['Tel. 020-123.4567 020-123.4568', 'NL', ['work +31201234567', 'work +31201234568']],
    ['Besuchen Sie uns: 30.06.–02.07.2031, Halle 8', 'DE', []],
    ['UEN 201955501', 'SG', []],
    ['AOH +65 6555 0132', 'SG', ['work +6565550132']],
    ['After office hours: +65 6555 0132', 'SG', ['work +6565550132']],
    ['H: 07700 900655', 'GB', ['cell 07700 900655']],
    ['H: +43 664 555 01 42', 'AT', ['cell +436645550142']],
    ['H: +43 7242 55501', 'AT', ['home +43724255501']],
    ['HP: 9123 4408', 'SG', ['cell +6591234408']],
    ['Natel 079 555 01 42', 'CH', ['cell +41795550142']],
    ['GSM 0476 55 01 42', 'BE', ['cell +32476550142']],
    ['WhatsApp: +34 655 510 142', 'ES', ['cell +34655510142']],
    ['行動：0932-555-014', 'TW', ['cell +886932555014']],
    ['손전화 010-5555-0177', 'KR', ['cell +821055550177']],
    ['Telem.: 936 555 014', 'PT', ['cell +351936555014']],
    ['Línea gratuita 01 8000 123 014', 'CO', ['main +5718000123014']],
    ['Tel. alg.: 077 - 355 50 14', 'NL', ['main +31773555014']],
    ['Ankn. 204', 'SE', []],
    ['Tfn vx: 08-555 01 42', 'SE', ['work +4685550142']],
    ['Durchwahl: 030 23125-142', 'DE', ['direct +493023125142']],
    ['tel. służbowy 602 550 142', 'PL', ['cell +48602550142']],
  ])('%s', (line, region, tels) => expect(read(line, region)).toEqual(tels));

  test('labels in a row above their numbers', () =>
    expect(read(['Phone\tFax\tMobile', '020 7946 0123\t020 7946 0124\t07400 155099'], 'GB')).toEqual([
      'work +442079460123',
      'fax +442079460124',
      'cell +447400155099',
    ]));
  test('a label on a line of its own', () =>
    expect(read(['Fax', '020 7946 0124'], 'GB')).toEqual(['fax +442079460124']));
  test('labels without values', () =>
    expect(read(['Tel.: 07531 555-014', 'Fax:', 'Mobil:', 'Web: example.com'], 'DE')).toEqual(['work +497531555014']));
});

describe('extensions', () => {
  test.each<[string, CountryCode, string[]]>([
    ['Tel: (312) 555-0142 x37059', 'US', ['work +13125550142 37059']],
    ['Tél. 04 65 71 22 10 poste 204', 'FR', ['work +33465712210 204']],
    ['Tel. 0521 555073 int. 31', 'IT', ['work +390521555073 31']],
    ['Fone: (21) 3555-0126 ramal 204', 'BR', ['work +552135550126 204']],
    ['TEL：04-2555-3316 分機 408', 'TW', ['work +886425553316 408']],
    ['TEL：04-2555-3316#408', 'TW', ['work +886425553316 408']],
    ['電話 03-5550-0123 内線204', 'JP', ['work +81355500123 204']],
    ['전화 02-2555-0177 (내선 302)', 'KR', ['work +82225550177 302']],
    ['Telef.: 232 555 140 (Ext. 2207)', 'PT', ['work +351232555140 2207']],
    ['电话：0571-85550152 转 8012', 'CN', ['work +8657185550152 8012']],
    ['电话：0571-85550152-802', 'CN', ['work +8657185550152']],
    ['电话：0571-8555 0152-802', 'CN', ['work +8657185550152']],
    ['Tel. (55) 5555 0142 anexo 12', 'MX', ['work +525555550142 12']],
    ['T: +43 7242 55591 DW 31', 'AT', ['work +4372425559131']],
    ['F: +43 7242 55591-0, DW 90', 'AT', ['fax +4372425559190']],
  ])('%s', (line, region, tels) => expect(read(line, region)).toEqual(tels));

  test('a German fax that leaves out the base', () =>
    expect(read('Tel. 0431 5550-142, Fax -143', 'DE')).toEqual(['work +494315550142', 'fax +494315550143']));
});

describe('several numbers', () => {
  test.each<[string, CountryCode, string[]]>([
    ['Phone: 0092-42-3555261, 3555262', 'PK', ['work +92423555261', 'work +92423555262']],
    ['03-5550-0123/03-5550-0124', 'JP', ['work +81355500123', 'work +81355500124']],
    ['090-5550-0125 03-5550-0124', 'JP', ['cell +819055500125', 'work +81355500124']],
    ['07700 900655 / 01632 960733', 'GB', ['cell 07700 900655', 'work 01632 960733']],
    ['Telefoon 14 0295 / 0295 555 142', 'NL', ['work +31140295', 'work +31295555142']],
    ['Tel. 04731 / 82 45 7', 'DE', ['work +49473182457']],
    ['Tel. +49 (0)4731 / 82 45 7', 'DE', ['work +49473182457']],
    ['연락처 : 055-655-3186, 010-5555-3186', 'KR', ['work +82556553186', 'cell +821055553186']],
    ['编辑：王芳（010-6555 0523）', 'CN', ['work +861065550523']],
    ['13655550142', 'CN', ['cell +8613655550142']],
    ['Phone 1-800-FLOWERS', 'US', ['work +18003569377']],
    ['Tel. 02-2555-6789~91', 'TW', ['work +886225556789']],
    ['０３－５５５０－０１２３', 'JP', ['work +81355500123']],
    ['M 98450 55501 | T 080 2555 0142', 'IN', ['cell +919845055501', 'work +918025550142']],
  ])('%s', (line, region, tels) => expect(read(line, region)).toEqual(tels));
});

describe('numbers of other things', () => {
  test.each<[string, CountryCode]>([
    ['SARL au capital de 8 000 € - RCS Brest B 412 555 087 - N° TVA intracommunautaire : FR 27 412555087', 'FR'],
    ['SIRET 412 555 087 00019', 'FR'],
    ['CIF A-50555318. Inscrita en el Registro Mercantil de Soria, Libro 2.318', 'ES'],
    ['P.IVA 02555310987', 'IT'],
    ['Cod. Fisc. e Part. I.V.A. : 02555310987', 'IT'],
    ['USt-ID: DE 255 531 098', 'DE'],
    ['HRB 123456 Amtsgericht Kiel', 'DE'],
    ['ondernemingsnummer 0433.555.718 - RPR Brugge', 'BE'],
    ['0433.555.718', 'BE'],
    ['VAT Reg. No. GB 123 4567 89', 'GB'],
    ['ABN 12 345 678 901', 'AU'],
    ['GSTIN: 29 12345 67890', 'IN'],
    ['CNPJ 12.345.678/0001-95', 'BR'],
    ['統一編號：53955263', 'TW'],
    ['登録番号 T1234567890123', 'JP'],
    ['DoD #0000123456', 'US'],
    ['Order no. 3155508126', 'US'],
    ['Mo-Fr 08.00-12.00', 'DE'],
    ['2024.03.05-2024.03.07', 'KR'],
    ['Key fingerprint = 7713 D284 5530 1E96 F258  AC44', 'IE'],
    ['IBAN DE12 3456 7890 1234 5678 90', 'DE'],
    ['Rod. BR-101, km 318 - 88130-000 Palhoça/SC', 'BR'],
    ['대전광역시 서구 두루미로 27-15 (35208)', 'KR'],
    ['Salem, OR 97301-2210', 'US'],
  ])('%s', (line, region) => expect(read(line, region)).toEqual([]));
});

describe('numbers of other people', () => {
  const mine = (lines: string | string[], from: string, region: CountryCode) =>
    readTels(signed(lines, { from, region })).found.tel?.map(({ value }) => value.e164);

  test('of somebody with a form of address', () =>
    expect(
      mine(['Tel. 0431 5550-142', 'Büro: Frau Petra Winkel, Durchwahl -100'], 'Ana Ruiz <a@kite.example>', 'DE'),
    ).toEqual(['+494315550142']));
  test.each([
    'office 01632 960 733 - lab 01632 960 734 - secretary (Mrs Winkel) 01632 960 700',
    'office 01632 960 733 / lab 01632 960 734 / Mrs Winkel 01632 960 700',
  ])('behind numbers of the sender: %s', (line) =>
    expect(readTels(signed(line, { from: 'Ana Ruiz <a@kite.example>', region: 'GB' })).found.tel).toHaveLength(2),
  );
  test('after another name', () =>
    expect(mine(['编辑：王芳（010-6555 0523）', '审稿：李伟（010-6555 0527）'], '王芳 <w@kite.example>', 'CN')).toEqual(
      ['+861065550523'],
    ));
  test('in the column of a second person', () =>
    expect(
      mine(
        ['Ana Ruiz                Paul Martin', '04 65 71 33 10          04 65 71 33 11'],
        'Ana Ruiz <a@kite.example>',
        'FR',
      ),
    ).toEqual(['+33465713310']));
  test('a motto is no number', () =>
    expect(mine('"Call 1-800-BIG-KITE"', 'Ana Ruiz <a@kite.example>', 'US')).toEqual([]));
});

test('a number for telephone and fax is two where each has a line of its own', () =>
  expect(read(['Tel:  (852) 2555 0146', 'Fax:  (852) 2555 0146'], 'HK')).toEqual([
    'work +85225550146',
    'fax +85225550146',
  ]));

test.each<[string, CountryCode]>([
  ['Drak Brno s.r.o., IČO 00000631', 'CZ'],
  ['労働者派遣事業許可 (派 00-000486)', 'JP'],
])('%s has no telephone number', (line, region) => expect(read(line, region)).toEqual([]));

test('a label in brackets at the end of the cell, some blanks behind its number', () =>
  expect(read(['+44 1632 960123 ext 12 (work)', '+44 1632 960124             (home)'], 'GB')).toEqual([
    'work +44 1632 960123 12',
    'home +44 1632 960124',
  ]));

test.each(['电话/微信：13800138000', '微信/电话：13800138000'])('%s is a telephone all the same', (line) =>
  expect(read(line, 'CN')).toEqual(['cell +8613800138000']),
);

test('a number of a register behind a legal form is none', () =>
  expect(read('Kite s.r.o., IČO 00000631', 'CZ')).toEqual([]));

test('the postal code behind `N.H.` is no number at home', () =>
  expect(read('Salem, N.H. 03999-0000 U.S.A.', 'US')).toEqual([]));

test('labels behind their numbers, and some blanks before the next', () =>
  expect(read('0445 555 014 Voice   0445 555 015 FAX', 'IT')).toEqual(['work +390445555014', 'fax +390445555015']));

test('a label that is the next number’s', () =>
  expect(
    read('0445 555 014 Fax   0445 555 015   Mobile   333 555 0143', 'IT')?.map((tel) => tel.split(' ')[0]),
  ).toEqual(['work', 'fax', 'cell']));
