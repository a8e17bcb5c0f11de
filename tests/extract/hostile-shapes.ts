import type { OpenMessage } from '../../src/extract/message.ts';

/** A text of `length` UTF-16 units that a rule of more than linear time would choke on. */
export type Shape = (length: number) => string;

const again =
  (piece: string): Shape =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** `before` once, then the piece without end. */
const after =
  (before: string, piece: string): Shape =>
  (length) =>
    before + again(piece)(Math.max(0, length - before.length));

/** Opened as often as closed, with a name in the middle. */
const nested =
  (open: string, close: string): Shape =>
  (length) => {
    const depth = Math.floor(length / (open.length + close.length));
    return `${open.repeat(depth)}Ana Ruiz${close.repeat(depth)}`;
  };

/** Different each time, so that no memory of a line helps; `number` counts from 0. */
const counted =
  (piece: (number: number) => string): Shape =>
  (length) => {
    const pieces: string[] = [];
    for (let size = 0, number = 0; size < length; number++) {
      const next = piece(number);
      pieces.push(next);
      size += next.length;
    }
    return pieces.join('').slice(0, length);
  };

/** A number that looks random and is the same in every run. */
const scrambled = (number: number): number => Math.imul(number + 1, 2_654_435_761) >>> 0;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base64Line = (number: number): string =>
  `${Array.from({ length: 76 }, (_, at) => alphabet[scrambled(number * 76 + at) >>> 26]).join('')}\n`;

const given = ['Ana', 'Bo', 'Chloé', 'Dmitri', 'Eun-ji', 'Faisal', 'Grete'];
const family = ['Ruiz', 'Kask', 'Okafor', 'van Dijk', 'Müller', 'O’Neil', 'Sato'];
const nameOf = (number: number): string =>
  `${given[number % 7]} ${String.fromCharCode(65 + (number % 26))}. ${family[Math.floor(number / 7) % 7]}`;

/** Every hostile shape by its name; what the tests and `npm run bench:hostile` put into bodies and headers. */
export const shapes: Readonly<Record<string, Shape>> = {
  'blank lines': again('\n'),
  'blanks and tabs': again(' \t'),
  'quoted notices': again(`it says "please do not reply to this email" and "unsubscribe" ${'x '.repeat(400)}\n`),
  'lines of blanks': again(`${' '.repeat(500)}\n`),
  'full-width blanks': again('\u3000'),
  'carriage returns': again('\r'),
  'one endless line': again('a'),
  'one endless line of capitals': again('A'),
  'endless words': again('Ana Ruiz '),
  'words of one letter': again('a '),
  'heads of Notes': again('To: a@b.example 12:00\ncc: c@d.example\n'),
  'heads of Notes below dates': again('Bo on 06/07/2001\n\nTo: Ana/KITE@KITE\nSubject: Re\n'),
  'answers above answers': again('Regards\nAna Ruiz\nTel. 312-555-0142\n> a\n\n'),
  'names between delimiters': again('--\nAna Ruiz\n'),
  'open guillemets': again('a « '),
  'brackets ((((': again('('),
  'brackets in lines': again('((((((((((((((((((((\n'),
  'brackets opened and closed': nested('(', ')'),
  'square brackets': again('[cid:'),
  'lenticular brackets': again('【部'),
  'quotation marks': again('"\''),
  backslashes: again('\\'),
  commas: again('a, '),
  'digits and dashes': again('12-'),
  'digits and dashes in lines': again('12-34 56-78 90-12 34-56 78-90\n'),
  'endless digits': again('1'),
  'plus and digits': again('+1'),
  'at signs': again('a@'),
  dots: again('a.'),
  'dotted domain that never ends': after('ana@', 'a.'),
  hosts: again('www.a.b/'),
  'attributions that never end': again('On Mon, Sam\n'),
  'attributions on one line': again('On Mon, 1 Jan 2024 Sam wrote '),
  'reply headers': again('From: a\n'),
  'nested quotes': again('> '),
  'quotes one deeper each line': counted((number) => `${'>'.repeat(1 + (number % 200))} Ana Ruiz\n`),
  frames: again('--------\n'),
  'frames of different marks': counted((number) => `${'=-*_~#'[number % 6]?.repeat(30)}\n`),
  delimiters: again('-- \n'),
  'notices in paragraphs': again('Confidential\n\n'),
  'notices between words': again('Opt out\nx\n'),
  'officers in paragraphs': again('GF: A\n\n'),
  "a list's rules and names": again(`${'_'.repeat(25)}\nkites mailing list\n`),
  'armour never closed': after('-----BEGIN PGP MESSAGE-----\n', 'hQEMA\n'),
  'many closings': again('Best regards,\n'),
  'closings in many languages': again(
    'Best regards,\nMit freundlichen Grüßen\nCordialement\nよろしくお願いいたします。\n',
  ),
  'one name': again('Ana Ruiz\n'),
  'many names': counted((number) => `${nameOf(number)}\n`),
  'many addresses': counted((number) => `mail: ana${number}@host${scrambled(number) % 1_000}.example\n`),
  'addresses on one line': counted((number) => `ana${number}@example.com, `),
  'many urls': counted((number) => `https://host${number}.example/${scrambled(number)}?q=${number}\n`),
  'many phone-like runs': counted((number) => `Tel. +44 20 ${String(scrambled(number)).padStart(10, '0')}\n`),
  'phone-like runs on one line': counted((number) => `020-${scrambled(number)} `),
  'postal addresses': counted((number) => `${number} High Street, London N1 ${number % 10}AB\n`),
  'postal codes': counted((number) => `Ruiz, ${10_000 + (number % 90_000)} `),
  'labels without values': again('Tel: Fax: Mobile: Email: \n'),
  'company forms': again('Kite Ltd. GmbH & Co. KG Inc. S.A. '),
  'titles and units': again('Head of Sales, Department of Marketing, '),
  kanji: again('部課長'),
  'kanji of addresses': again('東京都千代田区'),
  kana: again('ヤマダ タロウ '),
  hangul: again('서울특별시 강남구 '),
  'combining marks': after('A', '\u0301'),
  'combining marks on every letter': again('e\u0301\u0323'),
  'right-to-left marks': again('\u202e\u200f\u2067'),
  'zero-width characters': again('a\u200b\u200d'),
  'null bytes': again('\0'),
  'null bytes between letters': again('A\0'),
  'high surrogates alone': again('\ud83d'),
  'low surrogates alone': again('\ude00'),
  pictographs: again('📞👩‍💻'),
  'base64 noise': counted(base64Line),
  'percent escapes': again('%41%'),
  'encoded words': again('=?utf-8?q?=41?= '),
  'unclosed tags': again('<'),
  'open tags': again('<b>'),
  'open paragraphs': again('<p>Ana Ruiz'),
  'tags closed that were never open': again('<b></i>'),
  'closing tags': again('</div>'),
  'nested quotations': again('<blockquote>'),
  'cells never closed': again('<table><tr><td>'),
  'deeply nested tables': nested('<table><tr><td>', '</td></tr></table>'),
  'deeply nested divisions': nested('<div>', '</div>'),
  'tables side by side': again('<table><tr><td>Ana</td><td>Ruiz</td></tr></table>'),
  'line breaks': again('<br>'),
  entities: again('&#'),
  'entities of every kind': again('&amp;&#65;&#x41;&nbsp;&notanentity;&am'),
  'an entity that never ends': after('&#', '1'),
  'comments never closed': again('<!-- a '),
  'comments closed': again('<!-- a -->'),
  'dashes in a comment': after('<!--', '-'),
  'conditional comments': again('<!--[if mso]><p>a<![endif]-->'),
  'style blocks': again('<style>p{margin:0}</style>'),
  'a style block never closed': after('<style>', 'p{margin:0}'),
  'script openings': again('<script><style><title>'),
  'an attribute without end': after('<a href="', 'tel:+1 '),
  'many attributes': after('<a ', 'b=1 c="2" '),
  'many attributes of different names': (length) => `<a ${counted((number) => `b${number}=1 `)(length - 3)}`,
  'style attributes': again('<p style="display : none ; font-size : 0">a</p>'),
  'blanks in a style attribute': (length) => `<p style="display${' '.repeat(Math.max(0, length - 30))}x">Ana Ruiz`,
  'many classes': (length) => `<p class="${again('gmail ')(Math.max(0, length - 30))}">Ana Ruiz`,
  links: again('<a href="tel:+1">1</a>'),
  'links never closed': again('<a href="mailto:ana@example.com">'),
};

/** Where a shape is put: the rest of the mail is an ordinary one. */
export const places: Readonly<Record<string, (shape: string) => OpenMessage>> = {
  text: (shape) => ({ headers: { from }, text: shape, html: null }),
  'text above the signature': (shape) => ({
    headers: { from },
    text: `Hi,\n\n${lines(shape)}\n${signature}`,
    html: null,
  }),
  'text below the name': (shape) => ({ headers: { from }, text: `Hi,\n\n${signature}${shape}`, html: null }),
  html: (shape) => ({ headers: { from }, text: null, html: shape }),
  'html beside text': (shape) => ({ headers: { from }, text: `Hi,\n\n${signature}`, html: shape }),
  From: (shape) => ({ headers: { from: shape }, text: signature, html: null }),
  'From before the address': (shape) => ({
    headers: { from: `${shape} <ana@example.com>` },
    text: signature,
    html: null,
  }),
  Subject: (shape) => ({ headers: { from, subject: shape }, text: signature, html: null }),
  'the other headers': (shape) => ({
    headers: {
      from,
      to: shape,
      cc: shape,
      date: shape,
      replyTo: shape,
      sender: shape,
      messageId: shape,
      listId: shape,
      precedence: shape,
      returnPath: shape,
      contentType: shape,
      autoSubmitted: shape,
      autoResponseSuppress: shape,
    },
    text: signature,
    html: null,
  }),
};

/** As many as leave the signature among the 20,000 lines that are read. */
const lines = (shape: string): string => shape.split('\n', 19_900).join('\n');

const from = 'Ana Ruiz <ana@example.com>';
const signature = 'Best regards,\nAna Ruiz\nHead of Sales\nKite Ltd\nTel. +44 20 7946 0321\n';
