import { bodyLines } from '../../src/extract/body-lines.ts';
import { withoutQuotedReply } from '../../src/extract/quoted-reply.ts';

const own = (...lines: string[]) =>
  withoutQuotedReply(bodyLines({ headers: { from: '' }, text: lines.join('\n'), html: null }))
    .map((line) => line.text)
    .filter(Boolean);

describe('what is cut off below the sender’s own lines', () => {
  test.each([
    [['On Mon, 3 Mar 2025 at 16:40, Sam <sam@example.org> wrote:', 'the other mail']],
    [['On Mon, Feb 1, 2016 at 6:32 PM, Sam Ortega', '<sam@example.org> wrote:', 'the other mail']],
    [['---------------------- Forwarded by Sam Ortega/OPS/KITE on', '10/14/99 03:00 PM ------', 'the other mail']],
    [['From sam@other.example Tue Dec  8 19:43:59 1992', 'Path: a!b', 'From: Sam', 'Subject: Kites', 'Date: Mon', 'x']],
    [['-'.repeat(30), 'Sam Ortega', 'May 19, 2031, 09:02 GMT+1', '', 'the other mail']],
    [['Am 03.03.2025 um 16:40 schrieb Sam Ortega:', 'the other mail']],
    [['wt., 4 mar 2025 o 10:12 Sam <sam@example.pl> napisał(a):', 'the other mail']],
    [['út 4. 3. 2025 v 10:12 odesílatel Sam <sam@example.cz> napsal:', 'the other mail']],
    [['sam@example.com schrieb am Mo., 13. Apr. 2026, 09:07:', 'the other mail']],
    [['Le lun. 3 mars 2025 à 10:02, Sam <sam@example.fr> a écrit :', 'the other mail']],
    [['El lun, 3 mar 2025 a las 10:02, Sam (<sam@example.es>) escribió:', 'the other mail']],
    [['Il giorno lun 3 mar 2025 alle ore 10:02 Sam <sam@example.it> ha scritto:', 'the other mail']],
    [['Em seg., 3 de mar. de 2025 às 10:02, Sam <sam@example.br> escreveu:', 'the other mail']],
    [['Op ma 3 mrt 2025 om 10:02 schreef Sam <sam@example.nl>:', 'the other mail']],
    [['2025年3月3日(月) 9:15 早瀬 恵 <hayase@example.com>:', 'the other mail']],
    [['2025年3月3日(月) 9:15 早瀬さんは書きました：', 'the other mail']],
    [['在 2025年3月3日，赵 <zhao@example.cn> 写道：', 'the other mail']],
    [['2025년 3월 3일 (월) 오전 9:15, 김하늘 <haneul@example.kr>님이 작성:', 'the other mail']],
    [['"Sam" <sam@example.it> ha scritto nel messaggio', 'news:1a2b@example.com...', 'the other mail']],
    [['<sam@example.de> schrieb im Newsbeitrag', 'news:1a2b@example.com...', 'the other mail']],
    [['"Sam" <sam@example.com> wrote in message news:1a2b@example.com...', 'the other mail']],
    [['sam@example.com wrote in article', '<1a2b$c@example.com>...', 'the other mail']],
    [['-----Original Message-----', 'From: Sam', 'the other mail']],
    [['---------- Forwarded message ---------', 'From: Sam <sam@example.org>', 'the other mail']],
    [['Begin forwarded message:', 'the other mail']],
    [['-----Ursprüngliche Nachricht-----', 'the other mail']],
    [['------ 転送メッセージ ------', 'the other mail']],
    [['From: Sam <sam@example.org>', 'Sent: Monday', 'To: Ana', 'Subject: Kites', '', 'the other mail']],
    [['________________________________', '*From:* Sam', '*Sent:* Monday', '*To:* Ana', 'the other mail']],
    [['Von: Sam <sam@example.de>', 'Gesendet: Montag', 'An: Ana', 'Betreff: Drachen', 'the other mail']],
    [
      [
        'Lähettäjä: Sam <sam@example.fi>',
        'Lähetetty: 3. maaliskuuta 2025 9:15',
        'Vastaanottaja: Ana',
        'Aihe: Leijat',
        'mail',
      ],
    ],
    [['De: Sam <sam@example.com>', 'Enviat el: 3 març 2025 9:15', 'Per a: Ana', 'Tema: Estels', 'the other mail']],
    [['Kimden: Sam <sam@example.com>', 'Tarih: 3 Mart 2025 Pzt 09:15', 'Konu: Uçurtma', 'Kime: Ana', 'the other mail']],
    [['De : Sam <sam@example.fr>', 'Envoyé : lundi', 'À : Ana', 'Objet : Cerfs-volants', 'the other mail']],
    [
      [
        '差出人: 早瀬 <hayase@example.com>',
        '送信日時: 2025年3月3日 月曜日 9:15',
        '宛先: 青柳',
        '件名: 納期',
        'the other mail',
      ],
    ],
    [
      [
        'Sam.Ortega@example.com on 06/07/2031 11:10:52 PM',
        '',
        'Please respond to Sam.Ortega@example.com',
        '',
        'To:   Ana Ruiz/Boston/KITE@KITE, kites@lists.example',
        'cc:',
        'Subject:  Re: kites and other lines',
        'the other mail',
      ],
    ],
    [['发件人: 赵 <zhao@example.cn>', '发送时间: 2025年3月3日', '收件人: 温岚', '主题: 周报', 'the other mail']],
  ])('%j', (quoted) => expect(own('My own words.', 'Ana', '', ...quoted).join()).not.toContain('other'));
});

test('lines that speak of a patch are no patch', () =>
  expect(own('From 1234567890abcdef1234567890abcdef12345678 up to HEAD it is broken.', 'Ana')).toHaveLength(2));

test('quoted lines go, what is written between and below them stays', () =>
  expect(
    own('> a question', 'an answer', '>> an older one', 'On Monday, Sam wrote:', '> more', '', '--', 'Ana Ruiz'),
  ).toEqual(['an answer', '--', 'Ana Ruiz']));

test('a line of nothing but marks is a frame, unless a quoted line is beside it', () => {
  const edge = '>'.repeat(12);
  expect(own('Ana', edge, 'Kite Ltd', edge)).toEqual(['Ana', edge, 'Kite Ltd', edge]);
  expect(own('Ana', '> the kites', edge, 'Fine.', edge, '> the lines')).toEqual(['Ana', 'Fine.']);
});

test('one line with such a mark is a heading of the mail that is answered', () =>
  expect(
    own(
      'fine by me.',
      'Ana',
      '',
      'On Mon, 3 Mar 2025 at 10:00, Sam <sam@example.org> wrote:',
      '',
      '# Kites',
      'the other mail',
    ),
  ).toEqual(['fine by me.', 'Ana']));

test.each(['#', '|', '%', '}'])('below an attribution %j may quote as well', (mark) =>
  expect(
    own(
      'Sam <sam@example.org> wrote:',
      '',
      `${mark} Hello,`,
      `${mark}`,
      `${mark} a question`,
      '',
      'an answer',
      '--',
      'Ana',
    ),
  ).toEqual(['an answer', '--', 'Ana']),
);

test.each([
  [
    [
      '---------------------- Forwarded by Ana Ruiz/HOU/KITES on 01/02/2001',
      '10:09 AM ---------------------------',
      '',
    ],
  ],
  [
    [
      '        Jay Finch',
      '        10/09/2000 05:51 PM',
      '',
      '    To: Ana Ruiz/HOU/KITES@KITES',
      '    cc: Sam Tern/HOU/KITES@KITES',
      '    Subject: reels',
    ],
  ],
  [['>>> "Finch, Jay" <jay@example.com> 03/16/01 04:40PM >>>']],
  [
    [
      '---------------------- Forwarded by Ana Ruiz/Reels/KITES on 01/02/2001 10:09 AM ----------------------------------',
      '',
    ],
  ],
])('%j begins what another wrote without quote marks', (head) =>
  expect(
    own('My own words.', 'Ana', '', ...head, 'the other mail', '312-555-0142').filter((text) => text.trim()),
  ).toEqual(['My own words.', 'Ana']),
);

test('the head of a quotation is no end where quote marks follow', () =>
  expect(own('>>> "Finch, Jay" <jay@example.com> 03/16/01 04:40PM >>>', '> a question', 'an answer')).toEqual([
    'an answer',
  ]));

test('the indexes of the mail are kept', () => {
  const lines = withoutQuotedReply(bodyLines({ headers: { from: '' }, text: '> a\r\nb\r\n> c\r\nd', html: null }));
  expect(lines.map(({ index, text }) => [index, text])).toEqual([
    [0, ''],
    [1, 'b'],
    [2, ''],
    [3, 'd'],
  ]);
});

test('signed and encrypted armour is no text', () =>
  expect(
    own(
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hello',
      '-----BEGIN PGP SIGNATURE-----',
      'iQA/AwUBPaMx',
      '-----END PGP SIGNATURE-----',
      'Ana',
    ),
  ).toEqual(['Hello', 'Ana']));

test.each([
  ['From: here on we go by train.'],
  ['He wrote: yes.'],
  ['as he wrote in 2019:'],
  ['The original message was lost.'],
  ['Subject: none'],
  ['Note the following:'],
])('%s cuts nothing off', (line) => expect(own('Hello', line, 'the rest')).toEqual(['Hello', line, 'the rest']));

test('labels of the sender’s own are no head of another mail', () => {
  const card = ['Posti: Ana <ana@example.com>', 'Puh: 09 1234 2025', 'Kotisivu: kite.example', 'Osoite: Katu 9'];
  expect(own('Hello', ...card)).toEqual(['Hello', ...card]);
});

test('below a quotation with its own marks the answer may stand, whatever announces it', () =>
  expect(own('Hello Sam,', '-----Original Message-----', '> Are they there?', '> Sam', '', 'They are.', 'Ana')).toEqual(
    ['Hello Sam,', 'They are.', 'Ana'],
  ));

test('a word of a quoted line that a mail program broke is quoted too; an answer between quoted lines is not', () => {
  const long = `> ${'The kites that we ordered in spring have not come yet and '.repeat(2)}`.slice(0, 76);
  expect(own('Mine.', long, 'the', '> shop says so.')).toEqual(['Mine.']);
  expect(own('Mine.', '> Have they come?', 'Yes.', '> And when?')).toEqual(['Mine.', 'Yes.']);
});

test('below the mail that is answered, however long it is, nothing is read', () => {
  const head = [
    '<b>From:</b> Sam Ortega &lt;sam@example.com&gt;',
    'Sent: Monday, 3 March 2025 16:40',
    'To: Ana',
    'Subject: Dates',
  ];
  const answered = '<p>the other mail</p>'.repeat(10_000);
  const body = bodyLines({
    headers: { from: '' },
    text: null,
    html: `My own words.<br>${head.join('<br>')}${answered}`,
  });
  const source = body[Symbol.iterator]();
  expect(withoutQuotedReply({ [Symbol.iterator]: () => source }).map(({ text }) => text)).toEqual(['My own words.']);
  expect([...{ [Symbol.iterator]: () => source }]).not.toHaveLength(0);
});

test('below an attribution lines behind a bar are quoted, elsewhere a bar is a bar', () => {
  expect(
    own('On 09/30/2004 02:02 PM, Sam Ortega wrote:', '| a question', '|', 'my answer', '| another', 'Ana'),
  ).toEqual(['my answer', 'Ana']);
  expect(own('My own words.', '| Ana Ruiz | Kite Ltd |')).toEqual(['My own words.', '| Ana Ruiz | Kite Ltd |']);
});

test('a dash that PGP set before a dash is none', () =>
  expect(own('-----BEGIN PGP SIGNED MESSAGE-----', 'Hello', '- -- ', 'Ana', '-----END PGP SIGNATURE-----')).toEqual([
    'Hello',
    '--',
    'Ana',
  ]));

test('an answer between bars does not keep the mail below another attribution', () =>
  expect(
    own(
      'Bo wrote on 2025-03-03 16:40:',
      '| a question',
      'my answer',
      'Ana',
      '',
      'On Mon, 3 Mar 2025 at 16:40, Sam <sam@example.org> wrote:',
      'the other mail',
    ),
  ).toEqual(['my answer', 'Ana']));

test('a list of dashes is no escape of PGP', () => expect(own('- -5 degrees', 'Ana')).toEqual(['- -5 degrees', 'Ana']));

test('a mail put whole below the own words, headers of programs first', () =>
  expect(
    own(
      'This came today.',
      'Ana',
      'X-Sender: sam@example.org',
      'Mime-Version: 1.0',
      'To: ana@example.com',
      'From: Sam Ortega <sam@example.org>',
      'Subject: kites',
      '',
      'the other mail',
    ),
  ).toEqual(['This came today.', 'Ana']));

test('a header of a program that somebody only speaks of is no mail', () =>
  expect(own('It says', 'X-Sender: sam@example.org', 'and nothing else.')).toHaveLength(3));

test('a rule right above the head of the answered mail goes with it, unless it ends a frame', () => {
  const rule = '-'.repeat(40);
  const head = ['发件人：李明 <li@example.cn>', '发送时间：2025年7月19日(星期六) 18:08', '收件人：林浩', '主题：风筝'];
  expect(own('林浩', rule, ...head)).toEqual(['林浩']);
  expect(own(rule, '林浩', rule, ...head)).toEqual([rule, '林浩', rule]);
});

test('two lines of a header that somebody puts into a letter are no mail', () =>
  expect(own('Look for this:', '', 'From: Tom <tom@wren.example>', 'Subject: Kites', '', 'Best', 'Ana')).toHaveLength(
    5,
  ));

test('some lines of a header that somebody asks about are no mail', () =>
  expect(
    own('What is this?', 'X-Spam-Score: 5', 'From: sam@example.org', 'Subject: kites', '', 'Thanks', 'Ana'),
  ).toHaveLength(6));

test('an address and dots in a sentence are no attribution', () =>
  expect(own('Sam wrote in his mail to Ida <ida@example.com>...', 'that we close.')).toHaveLength(2));
