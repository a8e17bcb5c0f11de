import { extractContact } from '../../src/extract/extract-contact.ts';

/** What a card says, each value as it is written in its language. */
interface Card {
  name: string;
  title: string;
  unit: string;
  org: string;
  adr: string;
  tel: string;
  cell: string;
  mail: string;
  url: string;
}

interface Letter extends Card {
  body: string;
  closing: string;
}

const letters: Letter[] = [
  {
    name: 'Jane Cooper',
    title: 'Sales Manager',
    unit: 'Export Department',
    org: 'Hobart Lines Ltd',
    adr: '12 High Street, Ketterby, YO99 3LT',
    tel: 'Tel: 01632 960123',
    cell: 'Mobile: 07700 900123',
    mail: 'jane.cooper@hobart-lines.example',
    url: 'www.hobart-lines.example',
    body: 'Hi all,\n\nplease find the figures for next week below, let me know if anything is missing.\n',
    closing: 'Best regards,',
  },
  {
    name: 'Anja Kessler',
    title: 'Vertriebsleiterin',
    unit: 'Abteilung Export',
    org: 'Nordlicht Optik GmbH',
    adr: 'Osterkamp 17, 21509 Glinde',
    tel: 'Tel. 030 23125 012',
    cell: 'Mobil 0171 3920044',
    mail: 'a.kessler@nordlicht-optik.example',
    url: 'www.nordlicht-optik.example',
    body: 'Guten Tag,\n\nanbei die Zahlen für nächste Woche, bitte prüfen.\n',
    closing: 'Viele Grüße',
  },
  {
    name: 'Claire Dubreuil',
    title: 'Responsable commerciale',
    unit: 'Service export',
    org: 'Verrerie du Sud SARL',
    adr: '12 rue de la Paix, 75002 Paris',
    tel: 'Tél. 01 99 00 12 34',
    cell: 'Port. 06 39 98 12 34',
    mail: 'c.dubreuil@verrerie-sud.example',
    url: 'www.verrerie-sud.example',
    body: 'Bonjour,\n\nvoici les chiffres de la semaine prochaine, merci de vérifier.\n',
    closing: 'Cordialement,',
  },
  {
    name: '佐藤 美咲',
    title: '課長',
    unit: '海外営業部',
    org: '株式会社みなと精機',
    adr: '〒100-0005 東京都千代田区丸の内9-2-3',
    tel: 'TEL 03-5555-0142',
    cell: '携帯 090-5555-0142',
    mail: 'sato@minato-seiki.example',
    url: 'https://www.minato-seiki.example',
    body: 'お世話になっております。\n来週の打ち合わせの件、承知しました。\n',
    closing: 'よろしくお願いいたします。\n',
  },
];

/** What is read of the letter with this text or HTML. */
function read({ name, mail }: Letter, body: { text: string } | { html: string }): Partial<Card> & { tels: string[] } {
  const headers = { from: `${name} <${mail}>`, to: 'sam@example.org', subject: 'Figures' };
  const { contact } = extractContact({ headers, text: null, html: null, ...body });
  return {
    name: contact?.fn?.value,
    title: contact?.title?.value,
    unit: contact?.org?.value.units.join(' '),
    org: contact?.org?.value.name,
    adr: contact?.adr?.value.label,
    mail: contact?.email[0]?.value,
    url: contact?.url.map(({ value }) => value).join(' '),
    tels: contact?.tel.map(({ value }) => value.type ?? '') ?? [],
  };
}

const card = ({ name, title, unit, org, adr, mail, url }: Letter) => ({
  name,
  title,
  unit,
  org,
  adr,
  mail,
  url: expect.stringContaining(url.replace('https://', '')),
  tels: ['work', 'cell'],
});

const marks = ' | ; • ; · ; / ; // ;, ; - ; – ; * ; ~ ;    ; :: ; ¦ ; ▪ ; ■ ; ● ; › ; || '
  .split(';')
  .concat('; ', '\t');

describe.each(marks)('parts set apart by %j', (mark) => {
  const inOne = ({ name, title, unit, org, tel, cell, mail, url }: Card) => [
    [name, title, unit, org, tel, cell, mail, url].join(mark),
  ];
  const inTwo = ({ name, title, unit, org, tel, cell, mail, url }: Card) => [
    [name, title, unit, org].join(mark),
    [tel, cell, mail, url].join(mark),
  ];
  const inFive = ({ name, title, unit, org, adr, tel, cell, mail, url }: Card) => [
    [name, title].join(mark),
    [unit, org].join(mark),
    adr,
    [tel, cell].join(mark),
    [mail, url].join(mark),
  ];
  test.each([
    ['in a line', inOne],
    ['in two lines', inTwo],
    ['in five', inFive],
  ])('%s', (_, lines) => {
    for (const letter of letters) {
      const text = [letter.body, letter.closing, ...lines(letter)].join('\n');
      expect(read(letter, { text })).toEqual({ ...card(letter), adr: lines === inFive ? letter.adr : undefined });
    }
  });
});

const below = ({ name, title, unit, org, adr, tel, cell, mail, url }: Card) =>
  [name, title, unit, org, adr, tel, cell, mail, url].join('\n');
const boxed = (letter: Card) => {
  const edge = '*'.repeat(50);
  const sides = below(letter)
    .split('\n')
    .map((line) => `* ${line.padEnd(46)} *`);
  return [edge, ...sides, edge].join('\n');
};
const inColumns = ({ name, title, unit, org, adr, tel, cell, mail, url }: Card) =>
  [
    [name, tel],
    [title, cell],
    [unit, mail],
    [org, url],
  ]
    .map(([left = '', right]) => left.padEnd(34) + right)
    .concat(adr)
    .join('\n');

test.each<[string, (letter: Card) => string]>([
  ['one below the other', below],
  ['below a delimiter', (letter) => `-- \n${below(letter)}`],
  ['below a rule', (letter) => `${'_'.repeat(30)}\n${below(letter)}`],
  ['in a box of asterisks', boxed],
  ['in two columns', inColumns],
  [
    'the company first',
    ({ name, title, unit, org, adr, tel, cell, mail, url }) =>
      [org, unit, title, name, adr, tel, cell, mail, url].join('\n'),
  ],
  [
    'in paragraphs',
    ({ name, title, unit, org, adr, tel, cell, mail, url }) =>
      [name, title, '', unit, org, '', adr, '', tel, cell, '', mail, url].join('\n'),
  ],
  [
    'as a program writes bold and links in plain text',
    ({ name, title, unit, org, adr, tel, cell, mail, url }) =>
      [`*${name}*`, `_${title}_`, unit, `*${org}*`, adr, tel, cell, `${mail}<mailto:${mail}>`, url].join('\n'),
  ],
  [
    'behind bullets',
    ({ name, title, unit, org, ...values }) =>
      [
        name,
        title,
        unit,
        org,
        ...Object.values(values)
          .slice(0, 5)
          .map((value) => `• ${value}`),
      ].join('\n'),
  ],
  [
    'above a disclaimer',
    (letter) => `${below(letter)}\n\nThis email is confidential and intended solely for the addressee.`,
  ],
  ['above a phone’s line', (letter) => `${below(letter)}\n\nSent from my iPhone`],
  ['above a postscript', (letter) => `${below(letter)}\n\nP.S. The samples left yesterday.`],
  ['above a motto', (letter) => `${below(letter)}\n\n"Quality is remembered long after the price is forgotten."`],
  [
    'above the mail that it answers',
    (letter) =>
      `${below(letter)}\n\nOn Mon, 3 Mar 2025 at 16:40, Sam <sam@example.org> wrote:\n> Hello\n> Sam Ortega\n> Kite Works Inc.\n> 212-555-0199`,
  ],
])('%s', (_, signature) => {
  for (const letter of letters) {
    const text = [letter.body, letter.closing, signature(letter)].join('\n');
    expect(read(letter, { text })).toEqual(card(letter));
  }
});

const lines = (text: string): string => text.replace(/\n/g, '<br>');
const values = ({ name, title, unit, org, adr, tel, cell, mail, url }: Card): string[] => {
  const links = [`<a href="mailto:${mail}">${mail}</a>`, `<a href="https://${url.replace('https://', '')}">${url}</a>`];
  return [name, title, unit, org, adr, tel, cell, ...links];
};
const number = (text: string): string => text.replace(/^\D+/, '');
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const icon = (of: string): string => `<img src="cid:${of}" alt="${of}">`;
const apple = (letter: Letter): string =>
  `<html><body><div>${lines(letter.body)}</div><div>${letter.closing}</div><div><br></div><div>${values(letter).join('<br>')}</div>`;
const word = (letter: Letter): string =>
  `<html><body><div class="WordSection1">${[lines(letter.body), '&nbsp;', letter.closing, ...values(letter)]
    .map((line) => `<p class="MsoNormal"><span style="font-size:10pt">${line}</span><o:p></o:p></p>`)
    .join('')}</div>`;

test.each<[string, (letter: Letter) => string]>([
  [
    'Gmail',
    (letter) =>
      `<div dir="ltr">${lines(letter.body)}<br>-- <br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>${values(letter).join('</div><div>')}</div></div></div>`,
  ],
  ['Outlook', word],
  ['Apple Mail', apple],
  [
    'Thunderbird',
    (letter) => `<p>${lines(letter.body)}</p><div class="moz-signature">-- <br>${values(letter).join('<br>')}</div>`,
  ],
  [
    'a generator’s table beside a logo',
    (letter) =>
      `<div>${lines(letter.body)}${letter.closing}<br><br><table>${values(letter)
        .map((value, i) => (i === 0 ? `<tr><td rowspan="9">${icon('logo')}</td><td>${value}</td></tr>` : row(value)))
        .join('')}</table></div>`,
  ],
  [
    'a generator’s two columns',
    (letter) =>
      `<div>${lines(letter.body)}${letter.closing}<br><br><table>${row(
        `<div>${values(letter).slice(0, 3).join('</div><div>')}</div>`,
        `<div>${values(letter).slice(3).join('</div><div>')}</div>`,
      )}</table></div>`,
  ],
  [
    'a generator’s icons',
    (letter) => {
      const [name = '', title = '', unit = '', org = '', adr = '', tel = '', cell = '', mail = '', url = ''] =
        values(letter);
      return `<div>${lines(letter.body)}${letter.closing}<br><br><table>${[
        row(`<h3>${name}</h3><p>${title}<br>${unit}<br>${org}</p>`),
        row(icon('phone'), number(tel)),
        row(icon('mobile'), number(cell)),
        row(icon('email'), mail),
        row(icon('website'), url),
        row(icon('address'), adr),
      ].join('')}</table></div>`;
    },
  ],
  [
    'Gmail’s quotation below it',
    (letter) =>
      `${apple(letter)}<br><div class="gmail_quote"><div class="gmail_attr">On Mon, 3 Mar 2025, Sam &lt;sam@example.org&gt; wrote:</div><blockquote>Hello<br>Sam Ortega<br>Kite Works Inc.<br>212-555-0199</blockquote></div>`,
  ],
  [
    'Outlook’s quotation below it',
    (letter) =>
      `${word(letter)}<div style="border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Sam &lt;sam@example.org&gt;<br><b>Sent:</b> Monday<br><b>To:</b> x<br><b>Subject:</b> y</p></div><p class="MsoNormal">Sam Ortega<br>Kite Works Inc.<br>212-555-0199</p>`,
  ],
])('HTML: %s', (_, html) => {
  for (const letter of letters) expect(read(letter, { html: html(letter) })).toEqual(card(letter));
});
