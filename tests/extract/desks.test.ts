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
    'the name behind its label, and a number',
    ['푸른오피스 <tax@pureun-office.example.kr>', '담당자 : 나은수', '직통 : 031-555-0142'],
    ['나은수', undefined, undefined],
  ],
  [
    'firm, title and a name of two parts in one line',
    [
      'つばめ堂 <shop@tsubamedo.example>',
      '　つばめ堂　店主　槇野 俊',
      '　〒606-0000 京都市左京区星町99',
      '　TEL 075-555-0142',
    ],
    ['槇野 俊', 'つばめ堂', '店主'],
  ],
  [
    'the same in Chinese, with one number',
    ['星海茶舍 <shop@xinghai.example>', '星海茶舍 店主 林 浩', '电话：027-55550142'],
    ['林 浩', '星海茶舍', '店主'],
  ],
  [
    'behind the firm the name alone',
    ['つばめ堂 <shop@tsubamedo.example>', 'つばめ堂 沼尻 遥', 'TEL 075-555-0142', 'FAX 075-555-0143'],
    ['沼尻 遥', 'つばめ堂', undefined],
  ],
  [
    'the family name before the firm in brackets',
    ['ほしぞら商店 <info@hoshizora.example>', '青柳（ほしぞら商店）', 'TEL 075-555-0142', 'FAX 075-555-0143'],
    ['青柳', 'ほしぞら商店', undefined],
  ],
  [
    'the family name alone below the firm',
    ['つばめ堂 <shop@tsubamedo.example>', 'つばめ堂', '青柳', 'TEL 075-555-0142', 'FAX 075-555-0143'],
    ['青柳', 'つばめ堂', undefined],
  ],
  [
    'the given name alone above the firm, whose address is like a name',
    ['カフェ ホシホシ <cafe.hoshihoshi@example.jp>', '由美子', 'カフェ ホシホシ', '0467-55-0142'],
    ['由美子', 'カフェ ホシホシ', undefined],
  ],
  [
    'a title below a firm whose name ends like a given name',
    ['美容室 ゆらり <yurari@example.jp>', '美容室 ゆらり', 'スタイリスト　三浦 さやか', '092-555-0142'],
    ['三浦 さやか', '美容室 ゆらり', 'スタイリスト'],
  ],
  [
    'the family name behind the unit of a body without a legal form',
    [
      '星空高等学校 <jimu@hoshizora-h.example>',
      '星空高等学校　事務室　青柳',
      '〒000-0000 星空市星町1-1',
      'TEL 012-555-0142',
    ],
    ['青柳', '星空高等学校', undefined],
  ],
  [
    'the family name at the desk',
    ['星空歯科クリニック <info@hoshizora-dc.example>', '星空歯科クリニック', '受付　三浦', 'TEL: 045-555-0142'],
    ['三浦', '星空歯科クリニック', undefined],
  ],
  [
    'the label behind the unit',
    [
      '星空市子育て支援課 <kosodate@city.example.lg.jp>',
      '星空市　子育て支援課　担当：沼尻',
      '電話　012-555-0142',
      'FAX　012-555-0143',
    ],
    ['沼尻', '星空市', undefined],
  ],
  [
    'nothing but a first name',
    ['Werkstatt Reiher <hallo@werkstatt-reiher.example>', 'Liebe Grüße', 'Anna'],
    ['Anna', 'Werkstatt Reiher', undefined],
  ],
  [
    'the firm behind the name in brackets',
    ['info@kite.example', 'Regards', 'Ana Ruiz (Kite Ltd)', '020 7946 0123'],
    ['Ana Ruiz', 'Kite Ltd', undefined],
  ],
  [
    'the name behind the title, where nobody else is named',
    [
      'Associazione Aquiloni <info@aquiloni.example>',
      'info@aquiloni.example',
      'Tel. +39 0444 555014',
      'Presidente Lia Anna Garza',
    ],
    ['Lia Anna Garza', 'Associazione Aquiloni', 'Presidente'],
  ],
  [
    'the name a blank line above the title',
    [
      'Secretaría CG <secretaria@consejogarza.example>',
      'Inés Olivares Garza',
      '',
      'Secretaria General',
      'Consejo Vecinal de la Garza',
      '',
      '958 555 014  ·  secretaria@consejogarza.example',
      '',
      'Comisión de Fiestas y Deporte',
    ],
    ['Inés Olivares Garza', 'Consejo Vecinal de la Garza', 'Secretaria General'],
  ],
])('%s', (_, [from = '', ...block], wanted) => expect(read(from, ...block)).toEqual(wanted));

test.each([
  [
    'Fietsenmaker De Reiger <werkplaats@dereiger.example>',
    ['Groeten,', 'Ida de Haan', '', 'Fietsenmaker De Reiger', 'Tel. 020 555 0123'],
    ['Ida de Haan', 'Fietsenmaker De Reiger'],
  ],
  [
    'Office Kite School <office@kiteschool.example.org>',
    ['Many thanks', '', 'Lorraine Pickering', 'School Secretary', 'Kite School', 'Tel: 020 7946 0123'],
    ['Lorraine Pickering', 'Kite School'],
  ],
  [
    'Tischlerei Neuhof <info@tischlerei-neuhof.example>',
    ['Viele Grüße', 'Anna Neuhof', 'Inhaberin', '', 'Tischlerei Neuhof', 'Tel. 030 23125 800'],
    ['Anna Neuhof', 'Tischlerei Neuhof'],
  ],
  [
    'Old Mill Kites <shop@oldmillkites.example>',
    ['Warmly,', 'Fiona', '', 'Old Mill Kites', '12 Mill Street', '020 7946 0123'],
    ['Fiona', 'Old Mill Kites'],
  ],
  [
    'Wren & Finch <orders@wrenfinch.example>',
    [
      'Order Number: 12',
      'Subtotal: £82',
      'Total: £95',
      '',
      'Kind regards',
      'Ana Ruiz',
      'Wren & Finch',
      '020 7946 0123',
    ],
    ['Ana Ruiz', 'Wren & Finch'],
  ],
])('%s is signed by somebody', (from, block, wanted) => expect(read(from, ...block)?.slice(0, 2)).toEqual(wanted));

test.each([
  [
    'a note beside the firm',
    ['つばめ堂 <shop@tsubamedo.example>', 'つばめ堂 送料 無料', 'TEL 075-555-0142', 'FAX 075-555-0143'],
  ],
  [
    'an imprint',
    ['つばめ堂 <order@tsubamedo.example>', 'つばめ堂 運営責任者：青柳 美咲', 'TEL 075-555-0142', 'FAX 075-555-0143'],
  ],
  [
    'numbers behind the title',
    ['つばめ堂 <shop@tsubamedo.example>', 'つばめ堂 代表 電話 受付', '075-555-0142', 'FAX 075-555-0143'],
  ],
  [
    'what the firm sells',
    ['つばめ堂 <shop@tsubamedo.example>', '和菓子', 'つばめ堂', 'TEL 075-555-0142', 'FAX 075-555-0143'],
  ],
  [
    'a sum with its letters set apart',
    ['つばめ堂 <shop@tsubamedo.example>', '-----', '小　計 ￥ 6,600', '送　料 ￥ 880', 'TEL 075-555-0142'],
  ],
  [
    'nobody in particular',
    ['美容室 ゆらり <yurari@example.jp>', '担　当：指名なし', '', '美容室 ゆらり', '福岡市星区星町1-2', '092-555-0142'],
  ],
  [
    'a firm and its site',
    ['つばめ堂 <shop@tsubamedo.example>', '営業所　福島', 'TEL 075-555-0142', 'FAX 075-555-0143'],
  ],
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
    'a shop that confirms an order',
    [
      'Wren & Finch <orders@wrenfinch.example>',
      'Order Number: WF-20931',
      'Subtotal: £82.00',
      'Total: £95.69',
      'Ship to:',
      'Ana Ruiz',
      '12 High Street',
      'London N1 2AB',
      'Phone: 020 7946 0123',
    ],
  ],
  [
    'a Japanese shop that confirms one',
    [
      '器のほしぞら <shop@utsuwa-hoshizora.example.jp>',
      'ご注文番号：3182',
      'お支払い方法：銀行振込',
      '小　計 ￥ 6,600',
      '送　料 ￥ 880',
      '合　計 ￥ 7,480',
      'お名前　：青柳美咲　様',
      '電話番号：03-5555-0142',
    ],
  ],
  [
    'a shop below its team',
    [
      'info@harbourkitefarmshop.example',
      'See you on Friday,',
      'the Harbour Kite Farm Shop team',
      '',
      'Harbour Kite Farm Shop',
      'Tel 020 7946 0123',
    ],
  ],
  [
    'a shop in its team’s name, with its legal form below',
    [
      'Drachenbedarf Immergrün <info@immergruen-drachen.example>',
      'Mit freundlichem Gruß,',
      'Ihr Team von Drachenbedarf Immergrün',
      '',
      'Drachenbedarf Immergrün e.K.',
      'Hafenstraße 7',
      '20457 Hamburg',
    ],
  ],
  [
    'a shop that speaks of a password',
    [
      'Tienda Garza <tienda@garza-tienda.example>',
      'Has solicitado recuperar tus datos de acceso.',
      'https://garza-tienda.example',
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
    'a form’s answer that repeats whom it greets',
    [
      '凧堂オンライン <order@takodo.example.jp>',
      '青柳 美咲 様',
      '',
      '■お名前',
      '青柳 美咲',
      '',
      '■電話番号',
      '045-555-0142',
    ],
  ],
  [
    'a team with an article',
    ['Association Cerfs <adhesions@cerfs.example.ch>', 'Cordialement,', "L'équipe Cerfs / The Cerfs Team"],
  ],
  ['a report', ['KPI Report <bericht@drachen.example>', 'Mit freundlichen Grüßen', 'Lackierung – Drachen GmbH']],
  ['what a desk is called below its formula', ['Kite Studio <hello@kites.example>', 'Best regards,', 'Housekeeping']],
  ['a firm of one word', ['Kiteworks Shop <shop@kites.example>', 'Kind regards,', 'Kiteworks']],
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
  [
    'a race that asks how it was',
    [
      'Ringsø Drageløb <undersogelse@ringsoelob.example>',
      'Denne mail kan ikke besvares.',
      '',
      'Ringsø Drageløb · Storgade 99, 4100 Ringsted',
    ],
  ],
  [
    'a restaurant whose form has the guest’s name',
    [
      'Ristorante La Garza <prenotazioni@lagarza.example>',
      'Nome: Ana Ruiz - cell. 347 555 0142',
      '',
      'RISTORANTE LA GARZA',
      'Tel. 0585 555 017',
      '',
      'Messaggio generato automaticamente',
    ],
  ],
  [
    'who writes to all who use a service',
    [
      'Ana from Kiteboard <ana@mail.kiteboard.example>',
      'Best,',
      'Ana from Kiteboard',
      '',
      'Unsubscribe: https://kiteboard.example/leave',
    ],
  ],
  [
    'a newsletter of a list program',
    [
      'KitePortal Weekly <listsupport@example.com>',
      'Kite Lists   https://example.com/lists',
      '---',
      'To unsubscribe send a blank email to leave-kites@lists.example.com',
    ],
  ],
  [
    'a note of a desk whose first line looks like a name',
    [
      '푸른누리 <global_help@pureun.example.kr>',
      '*본 이메일은 자동으로 발송됩니다.',
      '',
      '---',
      'Market Pathfinder',
      '(주) 푸른누리',
    ],
  ],
  [
    'who signs a newsletter above how to leave it',
    [
      'Kite News <info@example.com>',
      'Best,',
      'Ana Ruiz',
      'Kite Ltd',
      '',
      'If you do not want these mails, unsubscribe by a reply.',
    ],
  ],
  [
    'a shop’s magazine',
    [
      '茶舗 まるみや <magazine@marumiya.example.jp>',
      '茶舗 まるみや（株式会社円見屋）',
      'TEL 03-5555-0142',
      'メールマガジンの停止はこちら',
    ],
  ],
  [
    'a slogan in place of a name',
    [
      'Fitkite Buchhaltung <buchhaltung@fitkite.example>',
      'Mit freundlichen Grüßen',
      '',
      'SOLVE FLYING. SELL SMARTER.',
      'Tel. 030 23125 800',
    ],
  ],
])('%s is nobody', (_, [from = '', ...block]) => expect(read(from, ...block)).toBeNull());

test.each([
  ['Maria de Ruiz <contacto@example.es>', 'Un saludo de todo el equipo', 'Maria de Ruiz'],
  ['Jan van Vliet <info@example.nl>', 'Namens het team van Vlieger BV', 'Jan van Vliet'],
  ['Ana Ruiz <office@example.com>', 'Welcome to the team, Ana Pym!', 'Ana Ruiz'],
  ['Ana Ruiz <contact@example.com>', 'How to unsubscribe is on the list’s page.', 'Ana Ruiz'],
  [
    'Kite Orders <orders@example.com>',
    'Somebody clicked the unsubscribe link in May, so I have put you back on the list.',
    'Ana Ruiz',
  ],
  ['Ana Ruiz <office@example.com>', 'The list is automatically generated each Monday.', 'Ana Ruiz'],
  ['Jane Doe <jdoe@example.com>', 'The list is automatically generated each Monday.', 'Jane Doe'],
  ['Ana Ruiz | Kite <hello@example.com>', 'Please unsubscribe me from your newsletter.', 'Ana Ruiz'],
  ['Kite Orders <orders@example.com>', 'Please ignore the automatically generated answer of Sunday.', 'Ana Ruiz'],
])('%s who signs below “%s” is somebody', (from, said, name) =>
  expect(read(from, said, '', 'Kind regards', '', name, 'Kite Ltd', 'Tel. 020 7946 0123')?.[0]).toBe(name),
);

test.each([
  [
    'siobhan <info@siobhanmcardle.example>',
    ['Siobhan McArdle', 'Photographer', 'Tel. 020 7946 0123'],
    'Siobhan McArdle',
  ],
  [
    '<petra@drachenfest.example>',
    ['Menge: 3', 'Artikelnummer: 12', 'Gesamtbetrag: 82', '', 'Petra Sommer', 'Tel. 030 23125 800'],
    'Petra Sommer',
  ],
  [
    '<einkauf@drachenfest.example>',
    ['Petra Sommer', 'Tel. 030 23125 800', 'Lieferadresse: Tor 3', 'Bestellnummer: 12', 'Rechnungsadresse: wie oben'],
    'Petra Sommer',
  ],
  ['Anna Finch <sunny77@gmail.com>', ['Did you get the verification code? Mine never came.', '', 'Anna'], 'Anna Finch'],
  [
    'Thandi Finch <info@finchbakery.example>',
    ['Best wishes from the Finch team', '', 'Thandi Finch', '12 Hill Street, Leeds', 'Tel. 020 7946 0123'],
    'Thandi Finch',
  ],
  [
    '青柳 美咲 <m.aoyagi@hoshizora.example>',
    ['--', '青柳 美咲（担当：関東）', '星空商事株式会社', 'TEL 03-5555-0142'],
    '青柳 美咲',
  ],
  [
    '星空商店 <info@hoshizora.example>',
    [
      'こちらのメールには返信できませんので、下記までお願いします。',
      '',
      '--',
      '星空商店',
      '営業部 青柳 美咲',
      'TEL 03-5555-0142',
    ],
    '青柳 美咲',
  ],
  ['Johnson <johnson@harbourkites.example>', ['Johnson', 'John Street', 'Tel. 020 7946 0123'], 'Johnson'],
])('%s is somebody', (from, block, name) => expect(read(from, ...block)?.[0]).toBe(name));

test.each(['一同', '敬白', '公印', '携帯'])('%s behind a title is nobody', (word) =>
  expect(read('info@example.jp', `星空株式会社 営業部 部長 ${word}`, 'TEL 03-5555-0142')).toBeNull(),
);

test.each(['松本（ラーメン）', '山中（やまなか）温泉'])('%s is a shop', (shop) =>
  expect(read('info@example.jp', shop, '東京都渋谷区桜丘町1-2')).toBeNull(),
);

test.each([
  'Each time it says “do not reply to this email”, so I write here.',
  'Auf Ihre Mails kann man nicht antworten ("Diese Nachricht wurde\nautomatisch erstellt"), daher hier.',
  '「このメールは送信専用です」とあったので、こちらに書きました。',
])('who quotes what a program said is somebody: %s', (said) =>
  expect(read('Autumn Heath <autumn.heath@example.com>', said)?.[0]).toBe('Autumn Heath'),
);

test('who speaks of what was made by itself is somebody', () =>
  expect(read('Lena Brandt <lena.brandt@drachen.example>', 'die automatisch erzeugte Liste fehlt noch.')?.[0]).toBe(
    'Lena Brandt',
  ));
