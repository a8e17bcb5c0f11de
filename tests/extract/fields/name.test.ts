import { readName } from '../../../src/extract/fields/name.ts';
import { signed } from '../signed.ts';

const read = (lines: string | string[], from: string) => {
  const { fn, n, phonetic } = readName(signed(lines, { from })).found;
  return { fn: fn?.value, basis: fn?.basis, family: n?.value.family, given: n?.value.given, phonetic: phonetic?.value };
};

describe('the name as signed', () => {
  test.each([
    ['Ana Ruiz', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Dr. Ana M. Ruiz, PhD (she/her)', 'Ana Ruiz <ana@example.com>', 'Ana M. Ruiz'],
    ['ANA RUIZ | Buyer', 'Ana Ruiz <ana@example.com>', 'ANA RUIZ'],
    ['*** Ana Ruiz ***', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Pieter van der Veen', 'Pieter van der Veen <w@example.nl>', 'Pieter van der Veen'],
    ['Frederick W. Noll', 'fred w. noll <fwn@example.com>', 'Frederick W. Noll'],
    ['Jürgen Müller', 'Juergen Mueller <jm@example.de>', 'Juergen Mueller'],
    ['James Bond', '"Bond, James" <jb@example.co.uk>', 'James Bond'],
    ['Ana Ruiz B.App.Sc. (Hons)', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Contacto: Ana Ruiz, Compradora Sr.', 'Compras Norte <compras@example.com>', 'Ana Ruiz'],
    ['(Ana Ruiz)', 'kites@example.com', 'Ana Ruiz'],
    ['Karena Ruiz-Finch', 'K. Ruiz-Finch <krf@example.com>', 'Karena Ruiz-Finch'],
    ['Ana Ruiz MCIOB', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['FROM THE DESK OF:  Ana M. Ruiz, Principal', 'Ana Ruiz <ana@example.com>', 'Ana M. Ruiz'],
    ['程岚 博士/副研究员', '程岚 <cheng@example.cn>', '程岚'],
    ['Ana Ruiz IEng MIPEM', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Ana Ruiz CEng MIMechE', 'Kite Ltd <info@example.com>', 'Ana Ruiz'],
    ['Ana Ruiz MIPEM MISTI', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Ana Ruiz GAICD', 'Kite Ltd <info@example.com>', 'Ana Ruiz'],
    ['Ana McRuiz', 'Kite Ltd <info@example.com>', 'Ana McRuiz'],
    ['Dr Ana Ruiz MBChB MRCGP', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Theodora "Teddi" Ruiz-Finch', 'Teddi Ruiz-Finch <trf@example.com>', 'Theodora "Teddi" Ruiz-Finch'],
    ['Nome: Marta Louro', 'Marta Louro <marta@example.pt>', 'Marta Louro'],
    ['課長　青柳 美咲', '青柳 美咲 <aoyagi@example.co.jp>', '青柳 美咲'],
    ['経理部　青柳　美咲', '青柳美咲 <aoyagi@example.co.jp>', '青柳 美咲'],
    ['担当：青柳 美咲', '青柳 <info@example.co.jp>', '青柳 美咲'],
    ['担当者：管理責任者 青柳 美咲', '青柳 美咲 <info@example.co.jp>', '青柳 美咲'],
    ['採用担当：各務野 直人', '星空運輸 採用担当 <saiyo@example.co.jp>', '各務野 直人'],
    ['青柳しおり', '星空編集部 青柳 <aoyagi@example.jp>', '青柳しおり'],
    ['星空設計 編集部 蓑柳洋介', '編集部 蓑柳 <m@example.jp>', '蓑柳洋介'],
    ['営業部 青柳まで', '営業部 青柳 <m@example.jp>', '青柳'],
    ['営業部 青柳より', '営業部 青柳 <m@example.jp>', '青柳'],
    ['営業部 青柳宛', '営業部 青柳 <m@example.jp>', '青柳'],
    ['編集部 青柳様', '編集部 青柳 <m@example.jp>', '青柳'],
    ['星空クラブ 主宰 朱鷺田千鶴', '朱鷺田千鶴 <info@example.jp>', '朱鷺田千鶴'],
    ['Anwaltskanzlei Ana Ruiz', 'Ana Ruiz <ana@example.de>', 'Ana Ruiz'],
    ['Ana Ruiz.', 'ana@example.com', 'Ana Ruiz'],
    ['i. A. A. Ruiz', 'Ana Ruiz <ana@example.de>', 'Ana Ruiz'],
    ['i. A. Schnarr', 'Bürgeramt Süd <buergeramt-sued@example.de>', 'Schnarr'],
    ['주임 서하늘', '서하늘 <seo@example.kr>', '서하늘'],
    ['날짜    식당    금액', '서하늘 <seo@example.kr>', '서하늘'],
    ['Reformas y Garza Luces', 'Reformas y Garza - Ana <info@reformasygarza.example>', 'Ana'],
    ['店主 青柳 美咲', '高橋屋 <info@example.jp>', '青柳 美咲'],
  ])('%s, from %s', (line, from, fn) => expect(read(line, from).fn).toBe(fn));

  test.each([
    ['Ana Ruiz', 'Ana Ruiz <ana@example.com>', 'Ruiz', 'Ana'],
    ['Pieter van der Veen', 'Pieter van der Veen <w@example.nl>', 'van der Veen', 'Pieter'],
    ['青柳 美咲', '青柳 美咲 <a@example.jp>', '青柳', '美咲'],
    ['温岚', '温岚 <wen@example.cn>', '温', '岚'],
    ['青柳しおり', '青柳しおり <a@example.jp>', '青柳', 'しおり'],
    ['高橋健', '高橋健 <a@example.jp>', '高橋', '健'],
    ['欧阳若水', '欧阳若水 <o@example.cn>', '欧阳', '若水'],
    ['남궁하늘', '남궁하늘 <n@example.kr>', '남궁', '하늘'],
    ['서하늘', '서하늘 <seo@example.kr>', '서', '하늘'],
    ['RUIZ Ana', '"RUIZ Ana" <ana@example.fr>', 'RUIZ', 'Ana'],
    ['Ana Ruiz', '"Ruiz Ana" <ana.ruiz@example.com>', 'Ruiz', 'Ana'],
    ['Ana Ruiz', '"Ruiz Ana" <a-ruiz@example.com>', 'Ruiz', 'Ana'],
    ['王登科', '王登科 <wang@example.cn>', '王', '登科'],
  ])('%s splits into %s, %s', (line, from, family, given) => expect(read(line, from)).toMatchObject({ family, given }));
});

describe('completed from the From header', () => {
  test.each([
    ['Ana', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['-Ana', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Steve', 'Stephen Moss <moss@example.com>', 'Stephen Moss'],
    ['A. Ruiz', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['ar', 'Ana Ruiz <ana@example.com>', 'Ana Ruiz'],
    ['Seán.', 'Sean Brennan <sb@example.ie>', 'Seán Brennan'],
    ['나래가', '서나래 <seo@example.kr>', '서나래'],
    ['水原', '水原 涼子 <mizuhara@example.co.jp>', '水原 涼子'],
  ])('%s of %s', (line, from, fn) => expect(read(line, from)).toMatchObject({ fn, basis: 'inferred' }));
});

describe('a name the header lacks', () => {
  test.each([
    [['Ana Ruiz', 'Wren Workshop Ltd'], 'info@example.com', 'Ana Ruiz'],
    [['Ralf Kranich', 'Elektro Kranich e.K.'], 'Elektro Kranich <buero@example.de>', 'Ralf Kranich'],
    [['i. A. Nadine Kranich', 'Sekretariat'], 'Kanzlei Reiher <sekretariat@example.de>', 'Nadine Kranich'],
    [
      ['Ufficio Commerciale Estero', 'Ilaria Garza'],
      'Commerciale Estero - Officine Garza <export@example.it>',
      'Ilaria Garza',
    ],
    [['J. R. Ruiz', 'Buyer'], 'info@example.com', 'J. R. Ruiz'],
    [['Dipl.-Ing. (FH) Ralf Kranich', 'Einkauf'], 'info@example.de', 'Ralf Kranich'],
    [
      ['José María Gutiérrez Olmo de la Fuente', 'Gerente'],
      'info@example.es',
      'José María Gutiérrez Olmo de la Fuente',
    ],
    [['Wren Workshop Ltd', 'Ana Ruiz, Buyer'], 'Wren Workshop Ltd <ana@example.com>', 'Ana Ruiz'],
    [['経理部　青柳 しおり'], 'aoyagi@example.co.jp', '青柳 しおり'],
    [['WREN SPA', 'Rappresentante Legale: Garza Ilaria'], 'WREN SPA <ufficio@example.it>', 'Garza Ilaria'],
    [['(有)星野畳店　　青柳 修'], '星野畳店 <info@example.co.jp>', '青柳 修'],
    [['理事長　青柳 美咲（あおやぎ みさき）'], 'こども星空 青柳 <info@example.org>', '青柳 美咲'],
    [['もも園 ほしの', '園主　青柳 修'], 'もも園ほしの <momo@example.jp>', '青柳 修'],
    [['- 회사명 : 푸른공방', '- 소속 : 영업부', '- 성명 : 서하늘'], 'suh@example.kr', '서하늘'],
    [['푸른공방', '대표  서 하 늘'], '푸른공방 <info@example.kr>', '서하늘'],
    [['林浩 敬啟'], 'Lin Hao <hao@example.tw>', '林浩'],
    [['准教授', '青柳 美咲', 'Misaki AOYAGI'], 'Misaki Aoyagi <m.aoyagi@example.jp>', '青柳 美咲'],
    [['서하늘', 'Haneul Suh, Ph.D.'], 'Suh Haneul <hsuh@example.kr>', '서하늘'],
    [['程岚', '市场总监'], 'Cheng Lan <lan.cheng@example.cn>', '程岚'],
    [['日下部 純'], 'info@example.co.jp', '日下部 純'],
    [['星空印刷株式会社 経理部 矢野'], '星空印刷株式会社 <info@example.co.jp>', '矢野'],
  ])('%j, from %s', (lines, from, fn) => expect(read(lines, from)).toMatchObject({ fn, basis: 'stated' }));

  test.each([
    [['Operations Manager', 'Wren Workshop Ltd'], 'info@example.com'],
    [['営業部 第二課'], 'info@example.co.jp'],
    [['"Carpe Diem"'], 'info@example.com'],
    [['Kite GmbH', 'Geschäftsführer: Jens Petersen'], 'Kite GmbH <info@example.de>'],
    [['Kite Srl', 'Responsabile trattamento dati: Ugo Garza'], 'Kite Srl <info@example.it>'],
    [['お名前: 青柳 美咲', '希望日: 5月2日'], 'info@example.co.jp'],
    [['星空印刷株式会社 経理部 一同'], '星空印刷株式会社 <info@example.co.jp>'],
    [['星空印刷株式会社 経理部 求人'], '星空印刷株式会社 <info@example.co.jp>'],
    [['経理部 通販'], '星空印刷株式会社 <info@example.co.jp>'],
    [['12 Hill Street'], 'info@example.com'],
    [['THE OLD MILL'], 'info@example.com'],
    [['Contact: Lee Hart', 'Contact: Sam Ortega'], 'info@example.com'],
  ])('no name in %j', (lines, from) => expect(read(lines, from).fn).toBeUndefined());

  test('nor in an address that only spells the desk of the display name', () =>
    expect(read('Wren Workshop Ltd', 'Service Appui terrain <appui.terrain@example.fr>').fn).toBeUndefined());

  test('the address spells it, which is but inferred', () =>
    expect(read('Wren Workshop Ltd', 'ana.ruiz@example.com')).toMatchObject({ fn: 'Ana Ruiz', basis: 'inferred' }));
});

test.each([
  ['Marta Olmo Garza', 'Marta Olmo <marta@example.es>', 'Olmo Garza'],
  ['Edilene Moura Garça', 'Edilene Moura <em@example.br>', 'Moura Garça'],
])('%s has two family names', (line, from, family) => expect(read(line, from)).toMatchObject({ fn: line, family }));

describe('phonetic', () => {
  test.each([
    ['青柳 美咲（あおやぎ みさき）', { family: 'あおやぎ', given: 'みさき', script: 'kana' }],
    ['青柳 美咲 (アオヤギ　ミサキ)', { family: 'アオヤギ', given: 'ミサキ', script: 'kana' }],
    ['青柳 美咲　　Misaki Aoyagi', { family: 'Aoyagi', given: 'Misaki', script: 'latin' }],
    ['青柳 美咲 / Misaki Aoyagi', { family: 'Aoyagi', given: 'Misaki', script: 'latin' }],
    ['青柳 美咲（AOYAGI Misaki）', { family: 'AOYAGI', given: 'Misaki', script: 'latin' }],
  ])('%s', (line, phonetic) =>
    expect(read(line, '青柳 美咲 <a@example.jp>')).toMatchObject({ fn: '青柳 美咲', phonetic }),
  );

  test.each([
    ['伊藤 大輔　　Daisuke Ito', 'daisuke.ito@example.jp', { family: 'Ito', given: 'Daisuke' }],
    ['伊藤 太郎　　Ito Taro', 'ito.taro@example.jp', { family: 'Ito', given: 'Taro' }],
    ['伊藤 大輔　　Ito Daisuke', 'ito@example.jp', { family: 'Ito', given: 'Daisuke' }],
  ])('%s of %s', (line, address, phonetic) => {
    const [name = ''] = line.split('　');
    expect(read(line, `${name} <${address}>`)).toMatchObject({ fn: name, phonetic });
  });

  test('on the line below', () =>
    expect(read(['青柳 美咲', 'あおやぎ みさき'], '青柳 美咲 <a@example.jp>').phonetic).toMatchObject({
      family: 'あおやぎ',
    }));
  test('from the header, where that is in Latin letters', () =>
    expect(read('青柳 美咲', 'Misaki Aoyagi <a@example.jp>')).toMatchObject({
      fn: '青柳 美咲',
      phonetic: { family: 'Aoyagi', given: 'Misaki', script: 'latin' },
    }));
  test.each(['青柳 美咲（営業部）', '青柳 美咲（担当）', 'Misaki Aoyagi'])('none in %s', (line) =>
    expect(read(line, '青柳 美咲 <a@example.jp>').phonetic).toBeUndefined(),
  );
});

test.each([
  [['Name:        Ruiz, Ana', 'Firma:       Kite GmbH'], 'Ruiz, Ana'],
  [["Ana van 't Veer, secretaris"], "Ana van 't Veer"],
])('in a form, or with a particle: %j', (lines, name) => {
  expect(readName(signed(lines, { from: 'aruiz@example.org' })).found.fn?.value).toBe(name);
});

test.each([
  [['Jay Finch', 'Harbour Kites Distribution Corp.'], 'Harbour Kites <harbour@example.com>'],
  [['Jay Finch', '', 'Casa da Garza - Artesanato e Derivados, Lda'], 'Casa da Garza <info@casadagarza.example.pt>'],
  [['Mme Jay Finch', 'Modiste - Atelier Garza'], 'Atelier Garza <contact@atelier-garza.example>'],
])('%j: what the header of %s has is the firm', (lines, from) => expect(read(lines, from).fn).toBe('Jay Finch'));

test.each([
  [['Holger Brandt', 'Brandt Hofladen UG'], 'Holger Brandt <info@brandt-hof.example>', 'Holger Brandt'],
  [['Dal Lago Gino', 'Dal Lago Serramenti snc'], 'Gino Dal Lago <info@dallago.example.it>', 'Dal Lago Gino'],
  [['总务部　林致远　敬上'], '总务部 林致远 <lin@example.cn>', '林致远'],
  [['Espérance Mbuyi', 'Présidente'], 'Président FECOB <president@fecob.example.org>', 'Espérance Mbuyi'],
  [['(주)한울방재 공사팀 서하늘 과장'], '한울방재 <as@hanul.example.kr>', '서하늘'],
])('%j of %s', (lines, from, name) => expect(read(lines, from).fn).toBe(name));

test('the family name alone after a form of address, of its address', () => {
  expect(read(['Dr. Reiher', 'Rechtsanwalt'], 'Kanzlei Dr. Reiher <h.reiher@example.de>').fn).toBe('Reiher');
  expect(read(['Dr. Reiher', 'Rechtsanwalt'], 'Kanzlei am Markt <info@example.de>').fn).toBeUndefined();
});

test('a field of work is nobody’s name', () =>
  expect(
    read(['Supermercado Garça', 'Gestão de Crédito'], 'Supermercado Garça <credito@garca.example.br>').fn,
  ).toBeUndefined());

test('a clerk by the family name', () =>
  expect(
    read(['Im Auftrag', '', 'Sachbearbeiterin: Fr. Reiher'], 'Amt Kranichfeld <poststelle@amt.example.de>').fn,
  ).toBe('Reiher'));

test('`Im Auftrag` in a line of its own is nobody’s name', () =>
  expect(
    read(['Im Auftrag', '', 'Tel. 030 23125 012'], 'Amt Kranichfeld <poststelle@amt.example.de>').fn,
  ).toBeUndefined());

test.each(['Albrecht Reiher', 'Ward Finch', 'Ana Corredor', 'Ana Sergeant', 'Dip Reiher', 'Ana Maître'])(
  '%s has a word of offices or trades and is a name all the same',
  (name) => expect(read([name, 'Kite Ltd'], 'info@kite.example').fn).toBe(name),
);

test('in the block of a firm that follows one in Latin letters and notices, the line below the firm', () =>
  expect(
    read(
      [
        'Sincerely,',
        'Aoyagi',
        'Advanced Engineering Department 1',
        'Hoshi Advanced Co., Ltd.',
        '/'.repeat(40),
        '本メールに機密事項が含まれている場合があり、取扱いには十分ご配慮願います',
        '/'.repeat(40),
        '-'.repeat(40),
        '株式会社星空アドバンスト　第1技術部',
        '青柳　信',
        'TEL：070-0000-1712',
      ],
      'aoyagi-m@example.jp',
    ).fn,
  ).toBe('青柳 信'));

test('the fuller name is taken, though the header has the short one', () =>
  expect(read(['Sam Ortega', '', 'Samuel Ortega', 'Kite Ltd'], 'Sam Ortega <sam@kite.example>').fn).toBe(
    'Samuel Ortega',
  ));

test.each([
  ['Sofía Peña', 'Sofía Peña <sofi77@kites.example>'],
  ['Luc Couvreur', 'info@kites.example'],
  ['Marc Domaine', 'Marc Domaine <m@kites.example>'],
  ['Ana Viveros', 'Ana Viveros <anita77@kites.example>'],
  ['Luca Muratore', 'info@kites.example'],
])('%s has a word of firms or trades in other places', (name, from) =>
  expect(read([name, 'Kite SARL', 'Tel. 910 555 012'], from).fn).toBe(name),
);

test.each([
  [['Harbour Bakes', 'James Baker'], 'James Baker <info@jamesbaker.example>', 'James Baker'],
  [['Malerei Ruiz', 'Inhaberin Ana Ruiz'], 'Ana Ruiz <info@anaruiz.example>', 'Ana Ruiz'],
])('%j: who has a site of their own name is no firm', (lines, from, name) => expect(read(lines, from).fn).toBe(name));
