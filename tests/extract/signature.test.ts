import { bodyLines } from '../../src/extract/body-lines.ts';
import { afterFormula } from '../../src/extract/closing.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { withoutFooters } from '../../src/extract/footers.ts';
import { withoutQuotedReply } from '../../src/extract/quoted-reply.ts';
import { senderOf } from '../../src/extract/sender.ts';
import { findSignature } from '../../src/extract/signature.ts';

/** First and last line of the block in the mail; null when nobody signs. */
function block(text: string[], from = 'Ana Ruiz <ana@example.com>') {
  const lines = bodyLines({ headers: { from }, text: text.join('\n'), html: null });
  const sender = senderOf(from);
  const found = findSignature(withoutFooters(withoutQuotedReply(lines), sender), sender);
  return found ? [found.first, found.last] : null;
}
const body = ['Hi Sam,', '', 'the kites left the harbour this morning, as we agreed on Monday.', ''];

test('a unit whose グループ is written G does not part the company from the name', () =>
  expect(
    block([...body, '株式会社ほしぞら', '営業G', '青柳 美咲', 'TEL 03-5555-0142'], '青柳 美咲 <a@example.jp>'),
  ).toEqual([4, 7]));

describe('where the signature begins', () => {
  test.each([
    ['a delimiter', ['-- ', 'Ana Ruiz', 'Wren Workshop Ltd']],
    ['a delimiter that PGP escapes', ['- -- ', 'Ana Ruiz', 'Wren Workshop Ltd']],
    ['a delimiter without its blank', ['--', 'Ana Ruiz', 'Wren Workshop Ltd']],
    ['a closing formula', ['Best regards,', '', 'Ana Ruiz', 'Wren Workshop Ltd']],
    ['a closing formula above the delimiter', ['Cheers', 'Ana', '--', 'Ana Ruiz', 'Wren Workshop Ltd']],
    ['a closing formula with the name', ['Thanks,  Ana Ruiz', '# 312-555-0142']],
    ['a formula whose letters are set apart', ['A t e n t a m e n t e', '', 'Ana Ruiz', 'Wren Workshop Ltd']],
    ['for whom somebody signs', ['Pour le comité,', '', 'Ana Ruiz', 'Wren Workshop Ltd']],
    [
      'five closing formulas',
      ['Saludos / Kind regards / Mit freundlichen Grüßen / Cordialement / Cheers', '', 'Ana Ruiz'],
    ],
    [
      'a closing formula and for whom',
      [
        'Cordialement,',
        'Pour la commission des fêtes et des cerfs-volants du port,',
        '-- ',
        '<http://kites.example/>',
        'Ana Ruiz',
      ],
    ],
    ['two closing formulas', ['Med venlig hilsen // Kind regards', 'Ana Ruiz']],
    ['a closing formula and who stands behind', ['Mit freundlichen Grüßen', 'Im Auftrag', '', 'Ana Ruiz', '_______']],
    ['a formula no table knows', ['Onwards and up,', '', 'Ana Ruiz', '312-555-0142']],
    ['a cheer no table knows', ['Hoch die Drachen!', '', 'Ana Ruiz', '312-555-0142']],
    ['a formula in another language right above the name', ['kiteoh', 'Ana Ruiz / Buyer / Wren Workshop']],
    ['a formula without its umlauts', ['Viele Gruesse aus Koeln', 'Ana Ruiz', '312-555-0142']],
    ['a formula between a delimiter and a name', ['--', 'Kind regards', 'Ana Ruiz', '', '--', 'Wren Workshop Ltd']],
    [
      'a motto between formula and name',
      ['Kind regards', '', '"The wind carries what it likes."', '', 'Ana Ruiz', '------------', '312-555-0142'],
    ],
    [
      'a company and what it is between the name and a delimiter',
      ['Z poważaniem,', 'Ana Ruiz', 'Latawiec - Centrum terapii i rozwoju dziecka', '', '---', 'ul. Polna 97'],
    ],
    ['a formula in another language with a comma', ['Fair winds to you all,', '', '-- ', 'Ana Ruiz', '312-555-0142']],
    ['a formula with a picture', ['Hoch die Drachen! 🪁', '', 'Ana Ruiz', '312-555-0142']],
    ['a short name far to the right', ['                    Nan', '', 'ANA RUIZ, ESQ.', '312-555-0142']],
    [
      'a postscript between the first name and the block',
      ['Regards,', 'Ana', '', 'P.S. Bring the reel.', '', '-- ', 'Ana Ruiz', 'Buyer'],
    ],
    [
      'lines that nobody can mail to below a delimiter',
      [
        'Ana',
        '-- ',
        'ana at kites dot example  |  kites, pies and pedantry',
        '  "Fly now, think about it later on the hill."',
      ],
    ],
    ['an opinion below a delimiter', ['Ana', '--', '   Opinions expressed are mine, not those of Wren Workshop.']],
    ['the name below a rule of bars', ['| |', 'Ana Ruiz', '| |', 'ana@example.com']],
    ['a box of double lines', ['╔══════╗', '║ Ana Ruiz ║', '║ 312-555-0142 ║', '╚══════╝']],
    ['thanks of their own', ['Thanks!', '', 'Ana', 'Wren Workshop Ltd']],
    ['a frame', ['━━━━━━━━━━', 'Ana Ruiz', 'Tel: 312-555-0142', '━━━━━━━━━━']],
    ['a frame of its own kind', ['*-*-*-*-*-*', 'Ana Ruiz', 'Tel: 312-555-0142', '*-*-*-*-*-*']],
    ['a box', ['+----------+', '| Ana Ruiz |', '| 312-555-0142 |', '+----------+']],
    ['the name', ['Ana Ruiz', 'Buyer', '312-555-0142']],
    [
      'the name at the head of a line of bars, however long',
      [
        `Ana Ruiz | Counsel, Kites and Lines | Wren Workshop and Partners of the Harbour LLP | 35 Birch Avenue, 9th Floor, Salem, MA 01970 | d 312.555.0142 | c 312.555.0143 | wren.example`,
      ],
    ],
    [
      'two lines of bars, of many words',
      [
        'Ana Ruiz | Head of Kites for the North and the South | Wren, Finch and Tallow of the Old Harbour Ltd',
        '12 Hill Street | 312-555-0142',
      ],
    ],
    [
      'a rule within it',
      ['Ana Ruiz', 'Wren Workshop', '35 Birch Avenue', '----------------', '312-555-0142', 'ana@example.com'],
    ],
    ['the company above the name', ['Wren Workshop Ltd', 'Ana Ruiz', '312-555-0142']],
    ['the first name alone', ['Ana']],
    [
      'the name at the head of a long line of small letters',
      ['ana ruiz // head of kites and lines // wren workshop // o 312.555.0142 // c 312.555.0143 // wren.example'],
    ],
    ['a mail program’s words alone', ['Sent from my iPhone']],
    ['contact lines close together', ['12 Hill Street', 'Tel: 312-555-0142', 'info@example.com']],
  ])('%s', (_, lines) => expect(block([...body, ...lines])).toEqual([4, 3 + lines.length]));
});

test('the family name above a delimiter, where the header is Latin', () =>
  expect(block([...body, '青柳', '', '--', '青柳 美咲', '050-5555-0142'], 'Misaki Aoyagi <aoyagi@example.jp>')).toEqual(
    [4, 8],
  ));

test.each(['[...]', '#endif'])('%s above a delimiter is no formula', (line) =>
  expect(block([...body, line, '', '-- ', 'Ana Ruiz', '312-555-0142'])).toEqual([6, 8]),
);

test.each(['---', '_'.repeat(38)])('a rule with nothing above or below it that it parts is no part of it: %s', (rule) =>
  expect(block([...body, 'Ana Ruiz', '312-555-0142', '', rule])).toEqual([4, 5]),
);

test.each([
  ['announces', ['Write for the new kites of this year to:', '', 'anaruiz77@example.com', '']],
  ['runs into', ['the reels are here as well, my address is', 'anaruiz77@example.com so write to me soon']],
])('an address that the text above %s is no part of it', (_, above) =>
  expect(block([...body, ...above, 'Kind regards', 'Ana Ruiz'])).toEqual([4 + above.length, 5 + above.length]),
);

test('a rule with words above what a program says is no frame where the letter closes below it', () => {
  const said = ['*** Output of the reel ***', '', 'reel/2.6.16-1.2133/line.h:8: error', 'make: [reel] Error 1', ''];
  expect(block([...body, ...said, 'Regards,', '', 'Ana Ruiz', 'Buyer', '312-555-0142'])).toEqual([9, 13]);
  const framed = [
    '*** Wren Workshop ***',
    'Kite Hill 8, 312-555-0142',
    'Regards,',
    'Ana Ruiz',
    '*** Wren Workshop ***',
  ];
  expect(block([...body, ...framed])).toEqual([4, 8]);
});

describe('a blank line or more between all lines of it', () => {
  const between = (lines: string[], count: number) => lines.flatMap((line) => [line, ...Array(count).fill('')]);
  test.each([
    [1, ['Kind regards,', 'Ana Ruiz', 'Buyer', 'Wren Workshop Ltd', '12 Hill Street', 'Phone: 312-555-0142']],
    [3, ['Kind regards,', 'Ana Ruiz', 'Buyer', 'Wren Workshop Ltd', '12 Hill Street', 'Phone: 312-555-0142']],
    [2, ['Mit freundlichen Grüßen', 'Ana Ruiz', 'Drachenhaus GmbH', 'Deichweg 9', '24103 Kiel', 'Tel. 0431 5550142']],
    [1, ['Cordialement,', 'Ana Ruiz', 'Responsable des achats', 'Atelier du Vent SARL', 'Tél. : 02 61 91 01 42']],
    [2, ['Wren Workshop Ltd', 'Senior Buyer', 'Ana Ruiz', 'Phone: 312-555-0142']],
  ])('%d: %j', (count, lines) => {
    const last = 4 + (lines.length - 1) * (count + 1);
    const below = [
      'This message may contain confidential information.',
      '',
      'On Monday, Sam <sam@example.org> wrote:',
      '> Hi',
    ];
    expect(block([...body, ...between(lines, count), ...below])).toEqual([4, last]);
  });

  const card = [
    '星空株式会社',
    '営業部 課長',
    '青柳 美咲',
    '〒100-0001',
    '東京都千代田区千代田9-9-9',
    'TEL: 03-5555-0142',
  ];
  test.each([
    [1, '青柳 美咲 <aoyagi@hoshi.example>'],
    [2, '青柳 美咲 <aoyagi@hoshi.example>'],
    [2, 'info@hoshi.example'],
  ])('of a firm above the name: %d, %s', (count, from) =>
    expect(block(['凧が届きました。', '', ...between(card, count)], from)).toEqual([2, 2 + 5 * (count + 1)]),
  );

  test('of somebody whom the header does not name', () => {
    const lines = ['Ana Ruiz', 'Buyer', 'Wren Workshop Ltd', '12 Hill Street', '312-555-0142', 'info@wren.example'];
    expect(block([...body, ...between(lines, 1)], 'info@wren.example')).toEqual([4, 14]);
  });

  test('a sentence and a unit above a name alone are no part of it', () => {
    expect(block([...body, 'We need a Sales Manager.', '', 'Ana Ruiz', '', '312-555-0142'])).toEqual([6, 8]);
    expect(block([...body, 'Sales Department', '', 'Ana Ruiz'])).toEqual([6, 6]);
  });

  test('what the text speaks of above is no part of it', () =>
    expect(
      block([...body, 'I asked these firms:', '', 'Finch Buyers Ltd', '', 'Ana Ruiz', '', '312-555-0142']),
    ).toEqual([8, 10]));
});

test('a call in capitals right above the name is no letterhead', () =>
  expect(block([...body, 'PLEASE NOTE OUR NEW ADDRESS', 'Ana Ruiz', 'Tel. 312-555-0142'])).toEqual([5, 6]));

test('what the text asks for above a spread card is none of it', () =>
  expect(
    block([
      'Hi Tom,',
      '',
      'We need a quote from',
      '',
      'Garza GmbH',
      '',
      'Ana Ruiz',
      '',
      'Kite Workshop',
      '',
      'Tel. 312-555-0142',
    ]),
  ).toEqual([6, 10]));

test('a page of their own at a mail provider is no advert', () =>
  expect(block([...body, 'Ana Ruiz', 'Freelance editor, London', 'Tel. 312-555-0142', 'www.anaruiz.free.fr'])).toEqual([
    4, 7,
  ]));

test('a letterhead in capitals and a degree right above the name', () => {
  const card = ['DRACHENBAU RUIZ', 'SCHNÜRE UND ROLLEN', 'Dr.-Ing.', 'Ana Ruiz', 'Inhaberin', '312-555-0142'];
  expect(block([...body, ...card])).toEqual([4, 9]);
  expect(block([...body, 'THE KITES ARE HERE', 'COME AND SEE', 'Ana Ruiz'])).toEqual([6, 6]);
});

test.each([['-'.repeat(60)], [';;; end of kite.el']])('%s right above a delimiter ends what stands above', (line) =>
  expect(block([...body, 'Name: anonymous', '', line, '', '--', 'Ana Ruiz', 'Wren Workshop Ltd'])).toEqual([8, 10]),
);

test.each<[string, string[]]>([
  ['the heading of a notice', ['CONFIDENTIALITY NOTICE']],
  [
    'what the firm wants everybody to know, with a link in it',
    [
      'Take five minutes to name somebody who has flown a kite for us this year',
      'for the 17th Annual Kite Awards <https://www.kite-awards.example/>',
    ],
  ],
])('%s is no part of it', (_, below) =>
  expect(
    block([
      ...body,
      'Ana Ruiz',
      '',
      'Buyer',
      '',
      'Tel. 312-555-0142',
      '',
      '',
      ...below,
      '',
      'This e-mail is confidential and only for whom it names.',
    ]),
  ).toEqual([4, 8]),
);

test('a long smile is no frame', () =>
  expect(block([...body, ':)))', '', 'I believe that it was a good day.', 'Enjoy!', 'Ana Ruiz'])).toEqual([8, 8]));

test('thanks and a formula in one line close, even right below the text', () =>
  expect(block(['Hi Sam,', 'here is the kite you asked for', 'Merci, bien à vous.', '', 'Ana Ruiz'])).toEqual([2, 4]));

test.each([
  ['푸른시청 도시계획과', '주무관 서하늘', '전화 02-123-4567', 'Haneul Suh <hsuh@pureun.example.kr>'],
  ['星空農園　青柳 修', '長野県星野市青空1-1', '090-1234-5678', '星空農園 <info@hoshi.example.jp>'],
  ['第一師団 広報室', '三等陸佐 青柳 修', '電話 03-1234-5678', '青柳 <aoyagi@example.jp>'],
])('a name in letters that the header lacks: %s', (one, two, three, from) =>
  expect(block(['확인했습니다.', '', one, two, three], from)).toEqual([2, 4]),
);

test.each([
  ['あおやぎ', 'Misaki Aoyagi <misaki@example.jp>'],
  ['青柳', 'AOYAGI Misaki <misaki@example.jp>'],
  ['蓑田', 'Misaki Minoda <misaki@example.jp>'],
  ['青柳', '青柳美咲 <misaki@example.jp>'],
  ['蓑田', '蓑田美咲 <misaki@example.jp>'],
  ['- HN', '나하늘 <haneul.na@example.kr>'],
  ['AR   3-1587.', 'Ana Ruiz <ana@example.com>'],
  ['푸른신문 산업부 서하늘 기자', '서하늘 기자 <seo@example.kr>'],
])('a last paragraph that is but a short form of the name: %s of %s', (line, from) =>
  expect(block([...body, line], from)).toEqual([4, 4]),
);

test.each([['ではまた'], ['以上'], ['了解']])('%s is no name of somebody in Latin letters', (line) =>
  expect(block([...body, line], 'Misaki Aoyagi <misaki@example.jp>')).toBeNull(),
);

test.each([
  [['星空養蜂園', '〒999-0142 青森県青空市星野8-7-6']],
  [
    [
      '<お問い合わせ先>------',
      '株式会社星空工房  技術部',
      '青森県青空市星野 8-7-6',
      'TEL017-555-0142',
      '担当:青柳、森',
      '-----',
    ],
  ],
  [['■ 連絡先', '株式会社星空工房　青柳', '電話番号:017-555-0142']],
])('a last paragraph that is but a firm and how to reach it: %s', (lines) =>
  expect(block(['よろしくお願いします。', '', ...lines], '青柳美咲 <order@hoshi.example.jp>')).toEqual([
    2,
    1 + lines.length,
  ]),
);

test('a form, of which the last lines are how to reach the sender', () => {
  const form = [
    'Nom : RUIZ',
    'Prénom : Ana',
    'Service : Achats',
    'Courriel : ana@example.com',
    'Tél. : 01 99 00 55 01',
  ];
  expect(block([...body, ...form])).toEqual([4, 8]);
});

test.each([['会場は下記です。'], ['会場:'], ['Meet us here:']])('a firm’s address below %s is none', (above) =>
  expect(
    block([above, '', '星空ホテル', '〒999-0142 青森県青空市星野8-7-6'], '青柳美咲 <aoyagi@example.jp>'),
  ).toBeNull(),
);

test('a firm that the text above announces is none of the sender’s', () =>
  expect(block([...body, 'Order from:', '', 'Wren Workshop Ltd', '312-555-0142', '', 'Ana Ruiz'])).toEqual([9, 9]));

test.each(['Alvast bedankt!', 'Gracias', 'Obrigada.', '谢谢。'])(
  'thanks in a paragraph of their own above the formula are text: %s',
  (thanks) => expect(block([...body, thanks, '', 'Vriendelijke groeten,', 'Ana Ruiz'])).toEqual([6, 7]),
);

describe('text that stands above it', () => {
  const signature = ['Ana Ruiz', '312-555-0142'];
  test.each([
    ['a request that ends with a comma', ['Please call with questions,', '']],
    ['the last item of a list', ['Harbour pilot', '']],
    ['a wish without a mark', ['Merry kite day', '']],
    [
      'a sentence about terms and conditions',
      ['The terms and conditions of the kite sale hold for this order as well.', ''],
    ],
  ])('%s', (_, above) =>
    expect(block([...body, ...above, ...signature])).toEqual([4 + above.length, 3 + above.length + signature.length]),
  );

  test.each([
    ['a footnote', ['Regards,', 'Ana', '', '[1] https://example.com/kites']],
    ['a quotation', ['Regards,', 'Ana', '', '> Did they leave?']],
  ])('%s between the closing formula and the delimiter', (_, above) =>
    expect(block([...body, ...above, '', '-- ', ...signature])).toEqual([9, 11]),
  );

  test('a delimiter at the head of a letter', () =>
    expect(
      block([
        '--',
        'Dear friend, I write to you today about 2.700.000,00 dollars that',
        'are still in the bank of my late husband and that I want to give',
        'to somebody who will use them for the poor children of the harbour.',
        'I am waiting for the answer that you will surely write to me soon.',
        '',
        'Ana Ruiz',
      ]),
    ).toEqual([6, 6]));

  test('a delimiter at the head of a letter that closes below', () =>
    expect(
      block(['--', 'Hallo Sam,', 'I write to you of the kites in the harbour.', '', 'Regards,', 'Ana Ruiz']),
    ).toEqual([4, 5]));

  test('an answer above the mail it answers, where a program puts the name at the end', () =>
    expect(
      block([
        ...body,
        'Met vriendelijke groet,',
        '',
        'Ana Ruiz',
        'Wren Workshop B.V.',
        'T: +31 20 555 0142',
        '',
        'On 17-02-2031 10:36, Sam Ortega wrote:',
        '> did the kites leave?',
        '> Sam',
        '',
        '--',
        'Ana Ruiz',
      ]),
    ).toEqual([4, 8]));

  test('an answer between the lines it answers, signed at the end', () =>
    expect(
      block([
        'Hi Sam,',
        '',
        '> did the kites leave?',
        'They did.',
        '',
        'Regards,',
        'Ana Ruiz',
        'Buyer',
        'Tel. 312-555-0142',
      ]),
    ).toEqual([5, 8]));

  test('whoever signs humbly right above a delimiter, in Korean', () =>
    expect(
      block(
        [
          '안녕하세요.',
          '',
          '연날리기 일정을 보내드립니다.',
          '',
          '편집부 팀장 서하늘 올림',
          '--',
          '푸른연출판',
          'Tel. 02-555-0142',
        ],
        '푸른연출판 <edit@kite.example>',
      ),
    ).toEqual([4, 7]));

  test('a sentence with the name between two delimiters is none of it', () =>
    expect(
      block([
        ...body,
        '--',
        'Ana Ruiz, I said, will be there on Monday and stay.',
        '--',
        'Wren GmbH',
        'Tel. 312-555-0142',
      ]),
    ).toEqual([6, 8]));

  test('a list that ends above a delimiter, with the firm below', () =>
    expect(
      block(['Thanks,', '', 'I have it now. The list:', 'kites', 'tails', '--', 'Wren Workshop Ltd.', 'Wren House.']),
    ).toEqual([5, 7]));

  test('whom the header does not name, right below the formula and above a rule', () =>
    expect(
      block(
        [
          ...body,
          'Yours faithfully,',
          'Ms. Ana Ruiz (Anita)',
          'Sales Engineer',
          '-'.repeat(30),
          'Kite Bearings Co., Ltd.',
          'T: 312-555-0142',
          'W: www.kite-bearings.example',
        ],
        'Export Dept - Kite Bearings <sales06@kite-bearings.example>',
      ),
    ).toEqual([4, 10]));

  test('two delimiters, with the name between them and the firm below', () =>
    expect(
      block([
        ...body,
        '--',
        'Ana Ruiz - Wren Boston',
        "I work 80%. Don't expect answers on Fridays.",
        '--',
        '',
        'Wren GmbH, Deichweg 9, 24103 Kiel',
        'Tel. 312-555-0142',
      ]),
    ).toEqual([4, 10]));

  test('a rule far above the formula', () =>
    expect(block([...body, '*'.repeat(30), '', '', '', 'Best regards', '', ...signature])).toEqual([8, 11]));

  test('a sentence that runs into telephone numbers is no signature', () =>
    expect(
      block(
        [
          ...body,
          'If you have any questions about the kites, please do contact',
          'Mr. Heron, 312-555-0142, or Jay',
          'Finch, 312-555-0143.',
        ],
        'kites@example.com',
      ),
    ).toBeNull());

  test('a title between rules at the head of a mail is no signature', () =>
    expect(
      block(
        [
          '----------',
          'KITE WEEKEND',
          '----------',
          'Place: Harbour',
          'Pilot: Jay Finch 312-555-0142',
          '',
          'Bring a reel.',
        ],
        'desk@example.com',
      ),
    ).toBeNull());

  test('a name and a company in paragraphs above the numbers of a desk', () =>
    expect(
      block(
        [...body, 'Wren Workshop Ltd', '', 'Jay Finch', 'Stockroom', '', 'Tel. 312-555-0142', 'Fax 312-555-0143'],
        'stock@example.com',
      ),
    ).toEqual([4, 10]));
});

test('a Japanese frame', () =>
  expect(
    block(
      ['木下様', '', '校正をお送りします。', '', '──────────', '青柳 美咲', '03-5550-0123', '──────────'],
      '青柳 美咲 <a@example.jp>',
    ),
  ).toEqual([4, 7]));

test('who signs in letters and then in Latin ones', () =>
  expect(
    block(
      [
        'お送りします。',
        '',
        '青柳 修',
        '星空大学経営学部 教授',
        '組織論',
        '',
        'Osamu Aoyagi',
        'School of Business, Hoshizora University',
      ],
      'Aoyagi Osamu <aoyagi@example.jp>',
    ),
  ).toEqual([2, 7]));

test('whatever stands right above who is in charge, at the head of the paragraph', () =>
  expect(
    block(
      ['お送りします。', '', 'ソラタ(運営:ほしぞら)', '担当:青柳 修', '連絡先:090-5555-0142'],
      '青柳 修 <a@example.jp>',
    ),
  ).toEqual([2, 4]));

test('the unit and the family name above the block', () =>
  expect(
    block(
      [
        'お送りします。',
        '',
        '総務課　青柳',
        '',
        '星空町役場総務課　〒999-0142 星空町青空8-7',
        '電話 017-555-0142 / aoyagi@example.jp',
      ],
      '青柳 修 <aoyagi@example.jp>',
    ),
  ).toEqual([2, 5]));

test('an upper edge with a title between its corners', () =>
  expect(
    block(
      ['お送りします。', '', '┏◆─── << 星空展 >> ───◆┓', '株式会社星空', '青柳 修', '┗◆────────────◆┛'],
      '青柳 修 <aoyagi@example.jp>',
    ),
  ).toEqual([2, 5]));

test('a frame around a name in letters, unit and title, where the header is Latin', () => {
  const rule = '(*^_^*)'.repeat(6);
  const card = [rule, '星空検査株式会社', '検査部 主任', '青柳 美咲(アオヤギ・ミサキ)', rule];
  expect(block(['お送りします。', '', ...card], 'Misaki Aoyagi <aoyagi@example.jp>')).toEqual([2, 6]);
});

test('a frame whose upper edge has the company, in its first third', () =>
  expect(
    block(
      ['校正です。', '', '──　星空印刷 　──────────', '', '青柳 美咲', '03-5550-0123', '──────────'],
      '青柳 美咲 <a@example.jp>',
    ),
  ).toEqual([2, 6]));

test('the company alone right above unit, title and name', () =>
  expect(
    block(
      ['교정본입니다.', '', '월요일까지 부탁합니다.', '', '푸른길문화사', '제작부 과장 서하늘', '010-5555-0142'],
      '서하늘 <seo@example.kr>',
    ),
  ).toEqual([4, 6]));

test('a box of details in the letter, which closes below it, is no signature', () =>
  expect(
    block([
      ...body,
      '**********',
      'When: June 28',
      'Driver: 312-555-0199',
      'Guide: 312-555-0198',
      '**********',
      '',
      'Best regards,',
      'Ana',
    ]),
  ).toEqual([10, 11]));

test('nor is the lower edge of such a box where the letter goes on, though the signature has the same edges', () =>
  expect(
    block([
      'ご担当者様',
      '',
      '━━━━━━━━',
      '■ 案件名：凧の修理',
      '━━━━━━━━',
      '',
      '下記URLを開き、ご入力をお願いいたします。',
      'https://wren.example/4471',
      '',
      '何卒よろしくお願いいたします。',
      '',
      '━━━━━━━━',
      '星空株式会社',
      'Ana Ruiz',
      '━━━━━━━━',
    ]),
  ).toEqual([11, 14]));

test('the firm’s paragraph among whose lines are its registers, with the number and address of its desk', () => {
  const text = [
    ...body,
    'Ana Ruiz',
    'Commercialista',
    '',
    'Studio Garza Srl',
    'Via Garza, 3 – Treviso',
    'Cap. Soc. € 10.000,00 i.v. – REA TV 0000000',
    'C.F. – P.IVA – Reg. Imp. 00000000000',
    'Tel. 0423/555014',
    'E-mail: info@garza.example',
  ].join('\n');
  const message = { headers: { from: 'Ana Ruiz <ruiz@garza.example>' }, text, html: null };
  expect(extractContact(message)).toMatchObject({
    signature: { first: 4, last: 12 },
    contact: { org: { value: { name: 'Studio Garza Srl' } }, tel: [{ value: { text: '0423/555014' } }] },
  });
});

describe('where it ends', () => {
  const signature = ['Regards,', 'Ana Ruiz', '312-555-0142'];
  test.each([
    [
      'a disclaimer',
      [
        '',
        'This e-mail and any attachments are confidential and intended solely for the addressee.',
        'If you have received it in error, please notify the sender.',
      ],
    ],
    ['a disclaimer without a blank line', ['Este mensaje se dirige exclusivamente a su destinatario (RGPD).']],
    [
      'a notice in capitals with a number, and the files below it',
      [
        '',
        'NOTICE: THIS TRANSMISSION IS PRIVILEGED AND CONFIDENTIAL. IF YOU ARE NOT THE INTENDED',
        'RECIPIENT, PLEASE CALL US COLLECT AT 312-555-0100.',
        '',
        '<<kites_v2.doc>>',
      ],
    ],
    [
      "a list's footer below a dash",
      [
        '-',
        'To unsubscribe from this list: send the line "unsubscribe kites" in',
        'the body of a message to robot@lists.example.com',
        'More at http://lists.example.com/robot.html',
      ],
    ],
    [
      "a list's footer in any language",
      [
        '_____________________________________',
        'Lista dragones',
        'dragones@correo.example',
        'https://correo.example/opciones/dragones',
        'Club - C/ Mayor 1 - 963 55 01 42',
      ],
    ],
    [
      'an advert of the mail provider',
      [
        '',
        '_____________________________________',
        'Get FREE e-mail for kites at http://kites.example.org',
        'For low premiums, click here http://insure.example.org',
      ],
    ],
    [
      'an advert of a provider’s for its mail below a delimiter',
      ['', '', '--', '"Fly free" - 10 kites a month ...', 'Jetzt GMX testen: http://www.gmx.net/de/go/mail'],
    ],
    ['an advert of another branch of it', ['', 'MSN Messenger : discutez avec vos amis !', 'http://www.msn.fr/go.asp']],
    ['an advert in Japanese', ['', '-'.repeat(24), 'もう一歩進んだメール', 'http://mail.yahoo.co.jp']],
    [
      'an advert with a blank line below each of its lines',
      [
        '',
        '_'.repeat(50),
        '',
        'Do You Yahoo!?',
        '',
        'Kites at your own domain.',
        '',
        'http://personal.mail.yahoo.com/',
      ],
    ],
    [
      'what the owners of a group put above its footer',
      ['', '--', '*** Please do not top-post. ***', '', 'You received this through Google Groups "kites".'],
    ],
    [
      'a sentence to everybody with a link',
      [
        '',
        'Bitte beachten Sie: Wir können Drachen nicht fristwahrend entgegennehmen. Weitere Hinweise: www.example.com/drachen',
      ],
    ],
    [
      'a legal footer',
      ['', 'Sitz der Gesellschaft: Kiel, Amtsgericht Kiel, HRB 99999', 'Geschäftsführer: Jens Petersen'],
    ],
    [
      'a list footer',
      [
        '',
        '_______________________________________________',
        'kites mailing list',
        'kites@lists.example.org',
        'https://lists.example.org/mailman/listinfo/kites',
      ],
    ],
    [
      'a list footer with a blank line below each of its lines',
      [
        '',
        '_______________________________________________',
        '',
        'Kites mailing list',
        '',
        'Kites@lists.example.org',
        '',
        'http://lists.example.org/mailman/listinfo/kites',
      ],
    ],
    [
      'a list footer after a delimiter',
      [
        '',
        '-- ',
        'Kite List: kites@example.org',
        'https://example.org/mailman/listinfo/kites for (un)subscription information.',
      ],
    ],
    [
      'an advert',
      [
        '',
        '-------------------------------------------------------',
        'This example.org email is sponsored by: Kite Wax',
      ],
    ],
    [
      'an advert in no words we know, below a rule',
      [
        '',
        '-------------------------------------------------------',
        'Tired of strings? Fly with Wax!',
        'http://wax.example/go',
      ],
    ],
    [
      'two of them',
      ['', 'This message may contain confidential information.', '', '_____________', 'kites mailing list'],
    ],
    [
      'how to leave a list',
      [
        '',
        '=========================',
        'To leave this list send SIGNOFF KITES to',
        'LISTSERV@LISTSERV.EXAMPLE.ORG. The owner is Jay Finch, 312-555-0185.',
      ],
    ],
    ['a register entry', ['', 'Kite SAS au capital de 9 000 € - RCS Brest B 999 999 999']],
    ['a register entry of Flanders', ['', 'ondernemingsnummer 0999.999.999 - RPR Gent']],
    [
      'a register entry and a notice with its address in one',
      [
        '',
        'CIF B-99999999. Inscrita en el Registro Mercantil de Cuenca, Tomo 9, Folio 9, Hoja CU-99999.',
        'De conformidad con la ley le informamos de que sus datos están en el fichero de Cometas y puede escribir a datos@cometas.example para verlos.',
      ],
    ],
    [
      'its officers by rank',
      ['', 'Präsident: Jens Petersen', 'Vorsitzende des Vorstands: Uta Lorenz', 'Amtsgericht Ulm, VR 99'],
    ],
    ['an officer behind a dash', ['VR 99 (AG Ulm) - Chairman of the Board: Jens Petersen']],
    ['several registers right below it', ['NIP: 9999999999 | KRS 0000999999 Sąd Rejonowy w Pile | BDO 000099999']],
    ['the firm’s officers', ['', 'GF: Jens Petersen, Uta Lorenz · HRB 99999 FL']],
    [
      'words to everybody',
      ['', 'Wren Workshop acknowledges those who flew their kites over these hills long before we came.'],
    ],
    ['a postscript', ['', 'P.S. The red kite is yours to keep.']],
    [
      'a postscript with a number',
      ['', 'P.S. Lee has the reel, call her at 312-555-0185 and she will bring it along.'],
    ],
    [
      'an advert of the mail provider',
      ['', '---', 'Sent with Kite Mail, the free mailbox with a lot of room. Get it now: https://kite.example/mail'],
    ],
    [
      'a rule above an answered mail',
      [
        '',
        '________________________________',
        'From: Sam <sam@example.org>',
        'Sent: Monday',
        'To: Ana Ruiz',
        'Subject: Kites',
      ],
    ],
    [
      'an advert above a list’s footer',
      [
        '',
        '',
        '-'.repeat(55),
        'In remembrance',
        'www.wren.example/11/',
        '_'.repeat(47),
        'Kites mailing list',
        'kites@lists.example',
        'https://lists.example/kites',
      ],
    ],
    [
      'who stands for the firm with all they have',
      ['', 'Persönlich haftende Gesellschafterin: Drachen Stiftung, Kiel', 'Vorstand: Jens Petersen'],
    ],
    ['what the firm’s name is short for', ['', 'Wren Workshop is the trading name of Wren Kites Limited.']],
    ['a short notice', ['', 'Diese E-Mail könnte vertrauliche und/oder rechtlich geschützte Angaben enthalten.']],
    ['a Japanese notice', ['', '本メールには機密情報が含まれている場合があります。']],
    ['a quoted mail', ['', 'On Mon, 3 Mar 2025, Sam <sam@example.org> wrote:', '> Sam Ortega', '> 212-555-0188']],
    ['the second of two people', ['', 'Olga Stein', '312-555-0199']],
  ])('%s', (_, lines) => expect(block([...body, ...signature, ...lines])).toEqual([4, 6]));

  test.each([
    ['hours', ['', 'I work from Tuesday to Friday.']],
    ['a motto', ['', '"Who flies a kite in the morning will be home in the evening, if the wind is kind."']],
    ['one long line', ['', 'Ana Ruiz | Buyer | Wren Workshop B.V. | T: 312-555-0142 | KvK 99999999']],
    [
      'a line longer than most',
      [
        '',
        'Ana Ruiz | Planner service & onderhoud | Wren Workshop B.V. | Dijkweg 9z | 9999 ZZ Vliegerdam | T: 099 - 555 01 42 | www.wren.example | KvK 99999999 | BTW NL 9999.99.999.B01',
      ],
    ],
    [
      'a page that a provider keeps for somebody',
      ['', '--', 'Meine Drachen im Netz:', 'http://www.t-online.de/~drachen'],
    ],
    ['a page among a provider’s others', ['', 'Toutes mes photos de vol', 'http://perso.wanadoo.fr/vol']],
    ['a page below a provider’s', ['', '--', 'Tous mes cerfs-volants :', 'http://vol.free.fr']],
    ['a provider’s page with a path', ['', 'http://www.terra.es/cometas', 'Taller de cometas']],
    ['the firm’s address above its officers', ['', 'Kite GmbH, Deichweg 9, 24103 Kiel']],
  ])('%s is part of it', (_, lines) => {
    const officers = ['Geschäftsführer: Jens Petersen', 'Amtsgericht Kiel, HRB 99999'];
    const all = [...body, ...signature, ...lines];
    expect(block([...all, ...(lines.join().includes('GmbH') ? officers : [])])).toEqual([4, all.length - 1]);
  });

  test('a saying below a delimiter belongs to the block above that says who signs', () =>
    expect(
      block([...body, 'Best regards', '', ...signature, 'Phone: 312-555-0142', '--', 'We are kites.', 'Fly with us!']),
    ).toEqual([4, 12]));

  test('a patch as git writes it is none of it', () =>
    expect(
      block([
        ...body,
        'Best regards',
        'Ana Ruiz',
        '',
        '---',
        '',
        'From 1234567890abcdef1234567890abcdef12345678 Mon Sep 17 00:00:00 2001',
        'From: Ana Ruiz <ana@example.com>',
        'Subject: [PATCH] kites: mend the line',
        '',
        'Signed-off-by: Ana Ruiz <ana@example.com>',
      ]),
    ).toEqual([4, 5]));

  test('a title is not the label of officers', () =>
    expect(block([...body, 'Mit freundlichen Grüßen', 'Ana Ruiz', 'Geschäftsführerin'])).toEqual([4, 6]));

  test('a title is no notice, whatever it speaks of', () =>
    expect(block([...body, 'Un saludo,', '', 'Ana Ruiz', 'Técnica de Medio Ambiente', 'Tel. 976 555 018'])).toEqual([
      4, 8,
    ]));

  test('two words above the first number are no second person, nor is the firm of the domain', () => {
    const firm = ['', 'Glimmer House', 'Phone 312-555-0142'];
    expect(block([...body, 'Regards', 'Ana Ruiz', 'Buyer', ...firm])).toEqual([4, 9]);
    expect(block([...body, ...signature, ...firm], 'Ana Ruiz <ana@glimmer-house.example>')).toEqual([4, 9]);
  });

  test('words of the mail program below it are part of it', () =>
    expect(block([...body, ...signature, '', 'Sent from my iPhone'])).toEqual([4, 8]));
});

describe('formulas put together of parts', () => {
  test.each([
    'Sonnige Grüße',
    'Viele liebe Grüße von der Förde',
    'Mit drachensportlichem Gruß',
    'Herzliche Ostergrüße aus Kiel',
    'Ein schönes Wochenende!',
    'Danke und schönen Abend noch',
    'Warm regards from Cork',
    'With warmest thanks,',
    'Have a lovely weekend!',
    'Cheers from Galway',
    'Belle fin de journée !',
    'Bon week-end à vous',
    'Merci et bonne soirée',
    "Veuillez agréer, Madame, l'expression de mes salutations distinguées.",
    'Un fuerte abrazo desde Lima',
    'Sin otro particular, les saludo muy atentamente.',
    'Abrazo grande y saludos a todos',
    'Un caro saluto da Trieste',
    'Buona serata a tutti',
    'Nell’attesa di un riscontro, porgo distinti saluti.',
    'Agradeciendo su atención, les saludo cordialmente.',
    'In Erwartung Ihrer Antwort verbleiben wir mit besten Grüßen',
    'Forte abraço',
    'Beijinhos e bom fim de semana',
    'Zonnige groeten uit Zeeland',
    'Nog een fijne avond',
    'Varma hälsningar från Visby',
    'De varmeste hilsner',
    'Serdeczne pozdrowienia z Gdańska',
    'S přátelským pozdravem z Brna',
    'Parhain terveisin',
    'С уважением,',
    '順頌　教祺',
    '祝工作顺利！',
    '编安',
    '늘 감사드립니다.',
  ])('%s', (formula) => expect(block([...body, formula, '', 'Ana Ruiz', '312-555-0142'])).toEqual([4, 7]));

  test.each([
    'Regards the kites, we shall see on Monday what is left of them.',
    'Fundación Abrazo',
    'Best Western Hotel',
    'Bon Marché',
  ])('not %s', (line) => expect(afterFormula(line)).not.toBe(''));
});

describe('short forms of the name', () => {
  test.each([
    ['Luis Fernando Ruiz <lfr@example.com>', 'Nando'],
    ['Leopold Ruiz <ruiz@example.com>', 'Poldi'],
    ['Lea Ruiz <ruiz@example.com>', 'L.'],
    ['Ana Maria Ruiz <ruiz@example.com>', 'AR'],
    ['Ana Ruiz <ruiz@example.com>', 'Ana and Tim'],
    ['吴静雅 <wu@example.cn>', '静雅'],
    ['马国强 <ma@example.cn>', '老马'],
    ['한은비 <han@example.kr>', '은비가~'],
    ['青柳 美咲 <a@example.jp>', '美咲'],
  ])('of %s: %s', (from, name) => expect(block([...body, name], from)).toEqual([4, 4]));

  test('a lone word that is none', () => expect(block([...body, 'Done'])).toBeNull());
});

test('a name and one number of somebody whose header has but an address', () =>
  expect(block([...body, 'Ana Ruiz', '312-555-0142'], 'kites77@example.com')).toEqual([4, 5]));

test('the name in letters above the Latin one', () =>
  expect(block([...body, '한은비', '', 'Eunbi Han, Ph.D.', '02-555-0142'], 'Eunbi Han <ebhan@example.kr>')).toEqual([
    4, 7,
  ]));

test('text below a stray delimiter is no signature', () =>
  expect(
    block(['--', ...body.slice(2), ...body.slice(2), ...body.slice(2), '====', 'Ana Ruiz', '312-555-0142', '====']),
  ).toEqual([7, 10]));

test('a pointer into the line above is no frame', () =>
  expect(block([...body, 'full_read(in, size)', '-----------^', '', 'Ana Ruiz', '312-555-0142'])).toEqual([7, 8]));

test('a notice in a frame of its own', () => {
  const rule = '*'.repeat(40);
  const notice = ['This email is confidential.', '', 'It was swept for viruses.', '', 'www.sweeper.example'];
  expect(block([...body, 'Regards,', '', 'Ana.', '', rule, ...notice, rule])).toEqual([4, 6]);
});

test('a quotation below it and what is said there', () =>
  expect(block([...body, 'Ana', '', '> -- ', '> Lee Hart', '> 212-555-0199', '', 'More below the quote.'])).toEqual([
    4, 4,
  ]));

test('thanks at the start are text', () =>
  expect(block(['Thanks for the kite!', '', 'Best regards,', 'Ana'])).toEqual([2, 3]));

test.each([
  [
    '* Ana Ruiz * Vice President, Kite Credit * Kite Bank N.A. * 212 555 0142 voice * 212 555 0143 fax * 917 555 0144 cell *',
  ],
  ['青柳 ことり / Kotori Aoyagi / イラストレーター / https://kites.example / 070-5555-0142'],
])('a whole card in a line: %.30s', (line) => {
  const said = [
    '='.repeat(40),
    'Kite Bank N.A. and its affiliates keep what you write. This message does not',
    'bind the bank.',
    '='.repeat(40),
  ];
  expect(block([...body, line], 'kites77@example.com')).toEqual([4, 4]);
  expect(block([...body, line, '', ...said], 'kites77@example.com')).toEqual([4, 4]);
});

test('a company with its head, and two numbers right behind their labels', () =>
  expect(
    block(
      ['明日届けます。', '', '有限会社星空工務店 青柳 修', '携帯080-5555-0142 事務所03-5555-0143'],
      'hoshi@example.jp',
    ),
  ).toEqual([2, 3]));

test('a free mail provider’s own advert, of somebody who writes from there', () =>
  expect(
    block(
      [...body, 'Thanks, Ana', '312-555-0142', '', '_'.repeat(50), 'Get your free email at http://www.hotmail.com'],
      'Ana Ruiz <kites@hotmail.com>',
    ),
  ).toEqual([4, 5]));

test('below a long rule a list’s own page', () =>
  expect(
    block([
      ...body,
      'Ana',
      '',
      '_'.repeat(47),
      'Liste Drachen - http://listen.example/drachen',
      'Verein Drachen, Am Hang 3',
    ]),
  ).toEqual([4, 4]));

test('two numbers in one line are two contacts', () =>
  expect(block([...body, '☞ Kite Desk', '☞ 02-555-0142 · 010-5555-0142'], 'Kite Desk <kd77@example.kr>')).toEqual([
    4, 5,
  ]));

test('sentences below the contacts of somebody whom the header does not name', () =>
  expect(
    block(
      [
        ...body,
        'Un cordial saludo.',
        '',
        'Ana Ruiz',
        'Directora COMETA',
        '',
        'Empresa inscrita en el registro de empresas de cometas de la ciudad.',
        'Tel: 910 555 014',
        '(de lunes a viernes de nueve de la mañana a tres de la tarde)',
        '',
        'COMETA ofrece cursos para todas las empresas que quieran volar con nosotros este verano.',
      ],
      'info@cometa.example',
    ),
  ).toEqual([4, 11]));

test('pictures that a mail program names below it', () =>
  expect(
    block([
      ...body,
      'Cheers',
      'Ana Ruiz',
      '[IMAGE]',
      '',
      '    [ Part 2, Image/GIF  7.6KB. ]',
      '    [ Unable to print this part. ]',
    ]),
  ).toEqual([4, 5]));

test('the line of the officers within a paragraph that has the sender’s own address', () =>
  expect(
    block([
      ...body,
      'Freundliche Grüße',
      '',
      'Ana Ruiz',
      '',
      'Drachenhaus GmbH | Hafenstraße 9 | 24103 Kiel',
      'Geschäftsführer: Torsten Fink | AG Kiel HRB 920019',
      'Tel. 0431 5550142 | ana@example.com | www.drachenhaus.example',
    ]),
  ).toEqual([4, 10]));

test('thanks for something close it, in up to eight words', () =>
  expect(block([...body, 'thank you very much for all your help,', 'Ana Ruiz'])).toEqual([4, 5]));

test('longer thanks are text, and so is what follows', () =>
  expect(
    block([
      ...body,
      'thanks for sending over the draft of it,',
      'looks fine to me.',
      '',
      'Ana Ruiz',
      'Buyer',
      '312-555-0142',
    ]),
  ).toEqual([7, 9]));

test('a card between rules below the name is no advert', () =>
  expect(
    block([
      ...body,
      'Regards,',
      'Ana Ruiz',
      '',
      '-'.repeat(24),
      'Wren Workshop Ltd',
      '12 Hill Street, Cork',
      'www.wren.example',
      '_'.repeat(24),
    ]),
  ).toEqual([4, 11]));

test('three dots say that something is left out, and frame nothing', () =>
  expect(
    block([...body, '...', 'kited: cannot open the line', 'make: [reel] Error 1', '', 'Ana Ruiz', 'Buyer', 'Cork']),
  ).toEqual([8, 10]));

test('thanks that end a paragraph belong to it', () =>
  expect(block(['Hi Sam,', 'here is the kite you asked for.', 'Thank you!', '', 'Ana'])).toEqual([4, 4]));

describe('no signature', () => {
  test.each([
    ['plain words', body],
    ['another person’s number', ['Please call Lee Hart at 312-555-0185 if you need immediate help with the kites.']],
    ['a quoted signature', ['> -- ', '> Sam Ortega', '> 212-555-0188', 'I agree with every word of that, thank you.']],
    [
      'a thank-you at the start',
      ['Thanks for the update!', 'The kites are lovely and the children fly them every day.'],
    ],
    ['nothing', ['']],
  ])('in %s', (_, lines) => expect(block(lines)).toBeNull());
});

test('marks of omission are no frame', () =>
  expect(block([...body, '[...]', 'Call 312-555-0199 or 312-555-0198.', '', 'Ana Ruiz', '312-555-0142'])).toEqual([
    7, 8,
  ]));

test.each([
  [
    'what Mailman took away',
    ['-------------- next part --------------', 'Name: reel.jpg', 'URL: <http://lists.example/r.jpg>'],
  ],
  [
    'a patch of two files',
    ['--- reel.orig/reel.c\tFri Apr 19 14:37:21', '+++ reel/reel.c\tFri Apr 19', '+  wind(reel);'],
  ],
  ['a patch', ['*** reel.c    Fri Sep  3 11:58:05 1993', '--- reel.c    Fri Sep  3 11:57:27 1993', '!  wind(reel);']],
  ['a program', ['------ CUT HERE ------', '/* reel.c', ' * Ana Ruiz, 312-555-0143', ' */', 'int reel() { wind(9); }']],
  ['a script', ['-'.repeat(40), '#!/usr/bin/perl', '# Ana Ruiz <ana@example.com>', 'print "312-555-0143";']],
  ['a header', ['#include <reel.h>', '#define LINE 312-555-0143', 'wind(LINE);']],
  ['a file', ['-- begin reel.conf (not this line) --', 'line 312-555-0143', '-- end reel.conf --']],
  ['a list of orders', [';kite-94', ';author Ana Ruiz', ';phone 312-555-0143', 'wind 0']],
  ['what the list adds', ['-----(end of broadcast)-----', 'TIP 9: wind before you fly', '  (call 312-555-0143)']],
  ['footnotes', ['', '[1] http://kites.example/plan', '[2] http://kites.example/map']],
])('%s below it is no part of it', (_, below) =>
  expect(block([...body, 'Ana Ruiz', '312-555-0142', '', ...below])).toEqual([4, 5]),
);

test.each(['~~~~ Begin anywhere ~~~~', '== Cut & Colour Salon ==', '** Start Smart Coaching **', ';p'])(
  'what stands in marks below the name is a part of it: %s',
  (line) => expect(block([...body, '-- ', 'Ana Ruiz', line, 'Kite Ltd', '312-555-0142'])).toEqual([4, 8]),
);

test('a signature below a patch', () =>
  expect(block([...body, 'diff -u reel.c', '+  wind(reel);', '', '--', 'Ana Ruiz; Wren Workshop'])).toEqual([7, 8]));

test('a signature below a program', () =>
  expect(block(['I am Ana.', ...body, '#include <reel.h>', '', '--', 'Ana Ruiz; Wren Workshop'])).toEqual([7, 8]));

test('an advert below what is quoted, with the first name above it', () =>
  expect(block([...body, 'Ana', '', '> I agree.', '> Sam', '', 'http://mail.example - Mail for all of us'])).toEqual([
    4, 4,
  ]));

test('words in a column beside the name make no sentence of it', () =>
  expect(block([...body, '', 'Ana Ruiz             ana at wren, example, com (no x)'])).toEqual([5, 5]));

test('the first name and an initial with the address is who signs', () =>
  expect(block([...body, 'Ana R., ana@example.com', 'Chief Architect, Wren Workshop'])).toEqual([4, 5]));

test('what people say of a patch is no name of who signs', () =>
  expect(block([...body, 'Reviewed-by: Ana Ruiz <ana@example.com>', '', '-- ', 'Kind regards', 'Ana Ruiz'])).toEqual([
    6, 8,
  ]));

test.each([
  [
    '■',
    ['■星空焙煎所有限会社', '■〒116-0099', '■東京都荒川区青空97-13-12', '■TEL:03-5555-0142', '■店主', '青柳　美咲'],
    '青柳 美咲 <shop@example.jp>',
  ],
  [
    'a Korean town',
    ['www.pureun.example.kr', '07399 서울특별시 푸른구 푸른로 915', 'Tel : 02-555-0142', '서하늘'],
    '서하늘 <seo@example.kr>',
  ],
  [
    'a street',
    ['Municipio La Garza', 'Avda. San Martín s/n - La Garza (3132)', 'Tel. 343 555 0142', 'Ana Ruiz', 'Rentas'],
    'Ana Ruiz <ana@example.ar>',
  ],
  [
    'a heading',
    ['連絡先:', '星空大学 海洋学科', '〒999-0142 青森県青空市星野8-7-6', '青柳　美咲 Misaki Aoyagi', '017-555-0142'],
    '青柳 美咲 <aoyagi@example.jp>',
  ],
  [
    'a postal code of its own line',
    ['北京市青空区星野路甲93号 中国风筝协会标准部', '邮编:999999', '联系人:何青黛', '电话:010-5555 0142'],
    '何青黛 <he@example.cn>',
  ],
  [
    'more than 80 letters',
    [
      '경기도 푸른시 하늘읍 바람리 936-91|도로명주소: 하늘읍 바람로 926-16|Tel.031-555-0142|Fax.031-555-0143|haneul@example.kr',
      '상호: 주식회사 푸른정밀|대표: 서하늘',
    ],
    '서하늘 <haneul@example.kr>',
  ],
  [
    'a blank line and a heading, with the firm’s legal form',
    [
      'Pipas do Norte Ltda.',
      'Fone: (51) 5550-0142',
      '',
      'Suporte:',
      'Ana - Cel.: (51) 95550-0143',
      'Skype: ana_ruiz@example.com',
    ],
    'Ana Ruiz <ana@pipasdonorte.example>',
  ],
])('an address above the name behind %s', (_, lines, from) =>
  expect(block([...body, ...lines], from)).toEqual([4, 3 + lines.length]),
);

test('a card below the name, whose last line has several contacts behind bars', () => {
  const card = [
    'Unità di processo Dottorati e assegni di ricerca',
    'Università degli Studi della Garza',
    'tel. 055 555014 | e-mail: dottorati@garza.example; pec: ateneo@pec.garza.example',
  ];
  expect(block([...body, 'Un caro saluto,', 'Ana Ruiz', '', ...card])).toEqual([4, 9]);
});

test('a postscript of several lines between the name and a delimiter', () =>
  expect(
    block([
      ...body,
      'Best,',
      'Ana',
      '',
      'P.S: the kites of last week were seen again by',
      'somebody near the old harbour.',
      '',
      '--',
      'Ana Ruiz',
    ]),
  ).toEqual([4, 11]));

test('the firm right above its officers and registers', () =>
  expect(
    block([
      'Hi',
      '',
      '--',
      'Ana Ruiz',
      '',
      'Drachenwerk GmbH',
      'Geschäftsführer: Jo Fink',
      'Sitz der Gesellschaft: Köln, HRB 99999',
    ]),
  ).toEqual([2, 5]));

test.each([
  ['a file that goes with the mail', ['', ' - FW Kite plan of May.rtf']],
  [
    'a delimiter whose footer is cut off',
    ['', '--', '', 'Esta mensagem é direcionada apenas para os seus destinatários, e nenhum vírus está nela.'],
  ],
])('%s below it is no part of it', (_, below) =>
  expect(block([...body, 'Ana Ruiz', '312-555-0142', ...below])).toEqual([4, 5]),
);

test('thanks with a comma close, even right below the text', () =>
  expect(block([...body.slice(0, 3), 'Thanks,', '', 'Ana Ruiz', '312-555-0142'])).toEqual([3, 6]));

test('a rule alone above a disclaimer goes with it', () =>
  expect(
    block([
      ...body,
      '---',
      'Ana Ruiz',
      '312-555-0142',
      '---',
      '',
      '***',
      '',
      'This email is confidential and for its recipient only.',
    ]),
  ).toEqual([4, 7]));

test('a name in the letters of the language with the address in one line, where the header has the Latin one', () =>
  expect(
    block(
      ['資料を送ります。', '', '何かありましたらお願いします。', '', '青柳美咲 aoyagi@example.jp'],
      'Misaki Aoyagi <aoyagi@example.jp>',
    ),
  ).toEqual([4, 4]));

test.each([
  ['kiteoh', 'Ana Ruiz', 1],
  ['Aquilone Serramenti', 'di Ruiz Ana', 0],
])('%s above %s: a formula, or the firm that she owns', (above, name, formulas) => {
  const from = 'Ana Ruiz <ana@example.com>';
  const text = [...body, above, name, '02 1234567'].join('\n');
  const lines = [...bodyLines({ headers: { from }, text, html: null })];
  expect(findSignature(lines, senderOf(from))?.formulas.size).toBe(formulas);
});

test.each(['Cc: Sam Ortega — Vice-President', 'Encl.: two kites', 'Anlagen: Drachen', 'Verteiler: Jens Petersen'])(
  '%s below a letter is no part of it',
  (line) => expect(block([...body, 'Ana Ruiz', '312-555-0142', '', line, 'Jo Fink'])).toEqual([4, 5]),
);

test('a name turned round in the letters of the language', () =>
  expect(block(['資料を送ります。', '', '', '美咲 青柳', '星空株式会社'], '青柳 美咲 <a@example.jp>')).toEqual([3, 4]));

test.each([
  ["L'hôtel est réservé.", ['Hôtel du Port', 'Tél. 01 99 00 55 12'], 'Ana Ruiz <ana@example.fr>'],
  ['酒店订好了。', ['星空酒店', '电话 010-5550-0142'], '王芳 <wang@example.cn>'],
  ['次の担当までお願いいたします。', ['星空株式会社 営業部 高橋', 'TEL 03-5555-0142'], '青柳 美咲 <a@example.jp>'],
])('%s and a firm’s paragraph, which is not the sender’s', (text, lines, from) =>
  expect(block(['…', '', text, '', ...lines], from)).toBeNull(),
);

test('a firm’s paragraph above the name that has nothing of the sender’s domain is another’s', () =>
  expect(
    block([...body, 'Reiher Logistik GmbH', 'Tel. 030 23125 012', '', 'Ana Ruiz'], 'Ana Ruiz <ana@example.de>'),
  ).toEqual([7, 7]));

test.each([
  ['Allegati: 2', 'Kite Srl', 'Tel. 02 5550 1234'],
  ['CC: 1020304050', 'Cel: 310 555 0123'],
])('%s with somebody’s number below it is no note of a letter', (...lines) =>
  expect(block([...body, 'Ana Ruiz', '', ...lines])).toEqual([4, 5 + lines.length]),
);

test('a place of two letters is no family name where the header is not Japanese', () =>
  expect(block(['The train', '', 'leaves at nine for', '', '黄山'], 'Mia Wong <mia@example.com>')).toBeNull());

describe('a last paragraph without a number', () => {
  const last = (from: string, ...lines: string[]) =>
    block(['青木さん', '', '資料を送ります。よろしくお願いします。', '', ...lines], from);

  test('the family name behind firm and unit', () =>
    expect(last('青柳 美咲 <aoyagi@example.jp>', '株式会社ほしぞら　営業部　青柳')).toEqual([4, 4]));

  test('another’s family name behind firm and unit', () =>
    expect(last('高橋 美咲 <takahashi@example.jp>', '株式会社ほしぞら　営業部　青柳')).toBeNull());

  test('a name in letters with the firm, where the header is Latin', () =>
    expect(last('Aoyagi Misaki <a@example.jp>', '青柳 美咲', '株式会社ほしぞら', '営業部 課長')).toEqual([4, 6]));

  test.each(['ご紹介したい方がいます。', '連絡先を送ります。', '資料を送ります。'])(
    'a name in letters with the firm below %s, which may be another’s',
    (text) =>
      expect(
        block(
          ['青木さん', '', text, '', '高橋 一郎', '株式会社ほしぞら', '営業部 課長'],
          'Aoyagi Misaki <a@example.jp>',
        ),
      ).toBeNull(),
  );

  test('a name in letters with a firm that the text announces', () =>
    expect(
      block(
        ['青木さん', '', 'お客様は以下の通りです。', '', '青柳 美咲', '株式会社ほしぞら', '営業部 課長'],
        'Sato Ken <k@example.jp>',
      ),
    ).toBeNull());
});
