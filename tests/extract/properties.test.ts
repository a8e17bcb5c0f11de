import path from 'node:path';
import fc from 'fast-check';
import { readInput } from '../../src/cli/messages.ts';
import type { ContactDraft } from '../../src/contact/draft.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';
import type { Extraction } from '../../src/extract/extraction.ts';
import { wordsOf } from '../../src/extract/fold.ts';
import { htmlLines } from '../../src/extract/html-lines.ts';
import type { OpenMessage } from '../../src/extract/message.ts';

/** What holds for every mail. A failure prints its seed and the smallest mail that shows it: `seed` repeats the run. */
const seed = 20_250_304;
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns: number): void =>
  fc.assert(fc.property(arbitrary, holds), {
    seed,
    numRuns,
    interruptAfterTimeLimit: 2_500,
    markInterruptAsFailure: false,
  });

interface Mail extends OpenMessage {
  name: string;
}

const mails: Mail[] = [];
beforeAll(async () => {
  for await (const { id, read } of readInput([path.join(__dirname, 'corpus')])) {
    mails.push({ name: path.relative(__dirname, String(id)), ...read() });
  }
});

/** One of the corpus; the mails are there only when the tests run. */
const anyMail = (fits: (mail: Mail) => boolean = () => true): fc.Arbitrary<Mail> =>
  fc.constantFrom(...mails.filter(fits));

const isText = ({ text, html }: Mail): boolean => text !== null && !html;
const isSigned = (mail: Mail): boolean => isText(mail) && extractContact(mail).signature !== null;

/** Any UTF-16 units, halves of surrogate pairs too. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** Pieces that rules look for, in any order. */
const pieces = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: anyUnits },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...['\n', '\n\n', '\t', '  ', '\u3000', ' | ', ', ', ': ', '-- \n', '----------\n', '> ', '\u0301', '\ud83d'],
          ...['Ana Ruiz', 'Dr. Ana M. Ruiz-Ortega, PhD', '田中 一郎', '김민수', 'O’Neil', 'RUIZ', 'Ana', 'Kite Ltd'],
          ...['株式会社青空 営業部 部長', 'Head of Sales', 'GmbH & Co. KG', 'Geschäftsführer', 'S.p.A.', '(CEO)'],
          ...['Best regards,\n', 'Mit freundlichen Grüßen\n', 'Cordialement,', '敬具', 'On Mon, Bo wrote:\n', 'From: '],
          ...[
            'Tel. ',
            'Fax: ',
            'M: ',
            '+44 20 7946 0321',
            '(312) 555-0142 ext. 7',
            '03-5550-0100',
            '〒100-0001',
            '12345',
          ],
          ...[
            'ana@example.com',
            'ana (at) example.com',
            'www.kite.example',
            'https://linkedin.com/in/ana',
            '@',
            '<',
            '>',
          ],
          ...[
            '12 High Street, London N1 2AB',
            '東京都千代田区1-2-3',
            'Hauptstr. 5, 10115 Berlin',
            'ext',
            'DW 17',
            '()',
          ],
          ...['<b>', '</td>', '<table><tr><td>', '<br>', '<a href="tel:+1">', '&amp;', '&#', '<!--', '<style>', '"'],
        ),
      },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const anyMessage: fc.Arbitrary<OpenMessage> = fc.record({
  headers: fc.record(
    {
      from: pieces,
      to: pieces,
      cc: pieces,
      subject: pieces,
      listId: pieces,
      contentType: anyUnits,
      precedence: anyUnits,
    },
    { requiredKeys: ['from'] },
  ),
  text: fc.option(pieces, { freq: 4 }),
  html: fc.option(pieces, { freq: 2 }),
});

/** A mail of the corpus with some stretches of its body taken out, doubled, moved or written over. */
const mutated = (): fc.Arbitrary<OpenMessage> =>
  fc
    .tuple(
      anyMail(),
      fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.nat(), pieces, fc.nat(3)), { minLength: 1, maxLength: 6 }),
    )
    .map(([{ headers, text, html }, changes]) => {
      const changed = (body: string | null) =>
        body && changes.reduce((now, [at, length, to, piece, kind]) => change(now, at, length, to, piece, kind), body);
      return { headers, text: changed(text), html: changed(html) };
    });

function change(body: string, at: number, length: number, to: number, piece: string, kind: number): string {
  const start = at % (body.length + 1);
  const [before, cut, after] = [body.slice(0, start), body.slice(start, start + length), body.slice(start + length)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + cut + cut + after;
  if (kind === 2) return before + piece + after;
  const rest = before + after;
  const target = to % (rest.length + 1);
  return rest.slice(0, target) + cut + rest.slice(target);
}

describe('any mail at all', () => {
  test('is read without throwing', () => {
    check(anyMessage, (message) => void extractContact(message), 1_500);
    check(anyMessage, (message) => void extractContact(message, { evenIfNotPerson: true }), 500);
  });

  test('is read the same a second time', () => {
    check(anyMessage, (message) => expect(extractContact(message)).toEqual(extractContact(message)), 300);
  });
});

describe('a mutated mail of the corpus', () => {
  test('gives nothing that the mail does not say', () => {
    check(
      fc.oneof(mutated(), anyMessage),
      (message) => {
        const { contact } = extractContact(message);
        if (!contact) return;
        const said = everythingIn(message);
        const invented = wordsIn(contact).filter((word) => !said.includes(word));
        expect({ contact, invented }).toEqual({ contact, invented: [] });
        if (contact.adr) {
          const { label, street = '', locality = '', code = '' } = contact.adr.value;
          const added = [street, locality, code].filter((part) => !isLeftOf(part, label));
          expect({ label, added }).toEqual({ label, added: [] });
        }
        for (const { value } of contact.tel) {
          if (value.e164) expect([value.text, hasDigitsOf(value.text, value.e164)]).toEqual([value.text, true]);
        }
      },
      1_200,
    );
  });

  test('claims lines that are in the signature', () => {
    check(
      mutated(),
      (message) => {
        const { contact, lines, signature } = extractContact(message);
        if (!contact) return;
        for (const { line } of lines) {
          expect(line).toBeGreaterThanOrEqual(signature?.first ?? Number.NaN);
          expect(line).toBeLessThanOrEqual(signature?.last ?? Number.NaN);
        }
        const known = new Set(lines.map(({ line }) => line));
        const claimed = findingsIn(contact).flatMap(({ line }) => (line === undefined ? [] : [line]));
        expect(claimed.filter((line) => !known.has(line))).toEqual([]);
      },
      600,
    );
  });
});

const findingsIn = ({ fn, n, org, title, adr, phonetic, email, tel, url, social }: ContactDraft) =>
  [fn, n, org, title, adr, phonetic, ...email, ...tel, ...url, ...social].flatMap((finding) => finding ?? []);

/** The folded words of all values as they are written: without e164 and types, an address's parts, the scheme of a URL. */
function wordsIn({ fn, n, org, title, adr, email, tel, url }: ContactDraft): string[] {
  const values = [
    ...[fn?.value, n?.value.family, n?.value.given, org?.value.name, ...(org?.value.units ?? []), title?.value],
    adr?.value.label,
    ...email.map(({ value }) => value),
    ...tel.flatMap(({ value }) => [value.text, value.ext]),
    ...url.map(({ value }) => value.replace(/^https?:\/\//, '')),
  ];
  return values.flatMap((value) => wordsOf(value ?? ''));
}

/** All that the mail says, folded and without what stands between words. */
function everythingIn({ headers, text, html }: OpenMessage): string {
  const lines = [...htmlLines(html ?? '')].flatMap((line) => [line.text, ...line.links, ...line.links.map(unescaped)]);
  return [...Object.values(headers), text ?? '', ...lines].map((part) => wordsOf(part).join('')).join(' ');
}

function unescaped(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** Whether the part is the whole with characters taken out: a street is what stands around the code and the town. */
function isLeftOf(part: string, whole: string): boolean {
  let at = 0;
  for (const char of wordsOf(part).join('')) {
    at = wordsOf(whole).join('').indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Whether the number ends as it is written; letters stand for digits as on a telephone's keys. */
function hasDigitsOf(text: string, e164: string): boolean {
  const keys = 'abcdefghijklmnopqrstuvwxyz';
  const digits = [...text.normalize('NFKC').toLowerCase()]
    .map((char) => (keys.includes(char) ? '22233344455566677778889999'[keys.indexOf(char)] : char))
    .join('')
    .replace(/\D/g, '');
  return digits.includes(e164.slice(-4));
}

/** The answer without line numbers, for what moves lines. */
function withoutLines({ contact, reason }: Extraction): unknown {
  return JSON.parse(JSON.stringify({ contact, reason }, (key, value) => (key === 'line' ? undefined : value)));
}

describe('the same mail, written a little differently, gives the same', () => {
  test('with CRLF', () => {
    check(
      anyMail(),
      (mail) => {
        const crlf = (body: string | null) => body?.replace(/\r?\n/g, '\r\n') ?? null;
        const message = { ...mail, text: crlf(mail.text), html: crlf(mail.html) };
        expect(extractContact(message)).toEqual(extractContact(mail));
      },
      60,
    );
  });

  test('with blanks at the end of lines', () => {
    check(
      fc.tuple(anyMail(isText), fc.array(fc.constantFrom('', ' ', '  ', '\t'), { minLength: 1, maxLength: 12 })),
      ([mail, blanks]) => {
        const text = linesOf(mail)
          .map((line, at) => line + blanks[at % blanks.length])
          .join('\n');
        expect(withoutLines(extractContact({ ...mail, text }))).toEqual(withoutLines(extractContact(mail)));
      },
      200,
    );
  });

  test('with blank lines at the end', () => {
    check(
      fc.tuple(anyMail(isText), fc.array(fc.constantFrom('\n', '\r\n', ' \n', '\t\n'), { maxLength: 30 })),
      ([mail, blank]) => {
        expect(extractContact({ ...mail, text: `${mail.text}\n${blank.join('')}` })).toEqual(extractContact(mail));
      },
      200,
    );
  });

  test('with the prose above the signature wrapped at another width', () => {
    check(
      fc.tuple(anyMail(isSigned), fc.constantFrom(...prose), fc.integer({ min: 45, max: 120 })),
      ([mail, paragraph, width]) => {
        const first = extractContact(mail).signature?.first ?? 0;
        const lines = linesOf(mail);
        const at = first === 0 ? 0 : lines.slice(0, first).findLastIndex((line) => line.trim() === '') + 1;
        const wrapped = (columns: number) =>
          [...lines.slice(0, at), ...wrap(paragraph, columns), '', ...lines.slice(at)].join('\n');
        const answer = (columns: number) => withoutLines(extractContact({ ...mail, text: wrapped(columns) }));
        expect(answer(width)).toEqual(answer(72));
      },
      250,
    );
  });
});

const linesOf = ({ text }: OpenMessage): string[] => (text ?? '').split(/\r?\n/);

function wrap(paragraph: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

const prose = [
  'Thank you for the plans you sent last week; we have gone through all of them, and most of the rooms are as we want them. Only the stairs in the east wing need another look, because the landing is too narrow for the furniture, and the builders would like to know by the end of the month whether that can be changed without a new permit.',
  'Vielen Dank für die Pläne, die wir in der letzten Woche erhalten haben; wir sind sie alle durchgegangen, und die meisten Räume sind so, wie wir sie haben wollten. Nur die Treppe im Ostflügel müssen wir uns noch einmal ansehen, weil der Absatz für die Möbel zu schmal ist.',
  'Merci pour les plans que vous nous avez envoyés la semaine dernière ; nous les avons tous regardés et la plupart des pièces sont comme nous les voulions. Seul l’escalier de l’aile est demande encore un peu de travail, parce que le palier est trop étroit pour les meubles.',
];

describe('what others add below the signature changes nothing', () => {
  test('the quoted mail of somebody else', () => {
    check(
      fc.tuple(anyMail(isText), fc.constantFrom(...quotes)),
      ([mail, quote]) => expectSame(mail, `${mail.text}\n\n${quote}\n`),
      1_000,
    );
  });

  test('a disclaimer, of every mail', () => {
    for (const mail of mails.filter(isText))
      for (const disclaimer of disclaimers)
        for (const rule of ['', '---\n', '______________\n', '***\n\n'])
          expectSame(mail, `${mail.text}\n\n${rule}${disclaimer}\n`);
  });

  test('the footer of a mailing list, of every mail', () => {
    for (const mail of mails.filter(isText))
      for (const footer of listFooters) expectSame(mail, `${mail.text}\n${footer}\n`);
  });

  test('a disclaimer and the quoted mail below it', () => {
    check(
      fc.tuple(anyMail(isText), fc.constantFrom(...disclaimers), fc.constantFrom(...quotes)),
      ([mail, disclaimer, quote]) => expectSame(mail, `${mail.text}\n\n${disclaimer}\n\n${quote}\n`),
      400,
    );
  });
});

function expectSame(mail: Mail, text: string): void {
  // the reason may change where there is no contact: a list's footer makes a newsletter of what nobody signs
  const [before, after] = [mail.text, text].map((own) => extractContact({ ...mail, text: own }).contact);
  expect({ mail: mail.name, contact: after }).toEqual({ mail: mail.name, contact: before });
}

const other = 'Bo Kask <bo.kask@example.org>';
const theirs = `Hello,

week 14 suits us best.

Best regards,
Bo Kask
Sales Director
Kask Logistics OÜ
Tel. +372 555 0123
www.kask.example`;
const marked = theirs.replace(/^/gm, '> ');

/** As mail programs of several languages begin it: an attribution over marked lines, or the headers of the mail. */
const quotes = [
  `On Tue, 4 Mar 2025 at 10:12, ${other} wrote:\n\n${marked}`,
  `On 4/3/25 10:12, Bo Kask wrote:\n${marked}`,
  `Am 04.03.2025 um 10:12 schrieb ${other}:\n${marked}`,
  `Am Di., 4. März 2025 um 10:12 Uhr schrieb ${other}:\n\n${marked}`,
  `Le mar. 4 mars 2025 à 10:12, ${other} a écrit :\n\n${marked}`,
  `El mar, 4 mar 2025 a las 10:12, Bo Kask (<bo.kask@example.org>) escribió:\n\n${marked}`,
  `Il giorno mar 4 mar 2025 alle ore 10:12 ${other} ha scritto:\n\n${marked}`,
  `Em ter., 4 de mar. de 2025 às 10:12, ${other} escreveu:\n\n${marked}`,
  `Op di 4 mrt 2025 om 10:12 schreef ${other}:\n\n${marked}`,
  `wt., 4 mar 2025 o 10:12 ${other} napisał(a):\n\n${marked}`,
  `Den tis 4 mars 2025 kl 10:12 skrev ${other}:\n\n${marked}`,
  `Den tirs. 4. mar. 2025 kl. 10.12 skrev ${other}:\n\n${marked}`,
  `út 4. 3. 2025 v 10:12 odesílatel ${other} napsal:\n\n${marked}`,
  `2025年3月4日(火) 10:12 ${other}:\n\n${marked}`,
  `${other} 于2025年3月4日周二 10:12写道：\n\n${marked}`,
  `2025년 3월 4일 (화) 오전 10:12, ${other}님이 작성:\n\n${marked}`,
  `-----Original Message-----\nFrom: ${other}\nSent: Tuesday, March 4, 2025 10:12 AM\nTo: Ana Ruiz\nSubject: RE: Dates\n\n${theirs}`,
  `________________________________\nFrom: ${other}\nSent: Tuesday, March 4, 2025 10:12 AM\nTo: Ana Ruiz\nSubject: RE: Dates\n\n${theirs}`,
  `From: ${other}\nDate: Tuesday, 4 March 2025 at 10:12\nTo: Ana Ruiz\nSubject: Re: Dates\n\n${theirs}`,
  `Von: ${other}\nGesendet: Dienstag, 4. März 2025 10:12\nAn: Ana Ruiz\nBetreff: AW: Termine\n\n${theirs}`,
  `De : ${other}\nEnvoyé : mardi 4 mars 2025 10:12\nÀ : Ana Ruiz\nObjet : RE: Dates\n\n${theirs}`,
  `De: ${other}\nEnviado el: martes, 4 de marzo de 2025 10:12\nPara: Ana Ruiz\nAsunto: RE: Fechas\n\n${theirs}`,
  `Da: ${other}\nInviato: martedì 4 marzo 2025 10:12\nA: Ana Ruiz\nOggetto: R: Date\n\n${theirs}`,
  `Van: ${other}\nVerzonden: dinsdag 4 maart 2025 10:12\nAan: Ana Ruiz\nOnderwerp: RE: Data\n\n${theirs}`,
  `差出人: ${other}\n送信日時: 2025年3月4日 10:12\n宛先: Ana Ruiz\n件名: RE: 日程\n\n${theirs}`,
  `发件人: ${other}\n发送时间: 2025年3月4日 10:12\n收件人: Ana Ruiz\n主题: 回复: 日期\n\n${theirs}`,
  `---------- Forwarded message ---------\nFrom: ${other}\nDate: Tue, 4 Mar 2025 at 10:12\nSubject: Dates\nTo: Ana Ruiz\n\n${theirs}`,
];

const disclaimers = [
  'This email and any attachments are confidential and intended solely for the use of the individual to whom they are addressed. If you have received this email in error, please notify the sender and delete it.',
  'CONFIDENTIALITY NOTICE: This message may contain privileged information. If you are not the intended recipient,\nany disclosure, copying or distribution is prohibited. Please contact the sender and delete the message.',
  'Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat\nsind, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail.',
  'Ce message et toutes les pièces jointes sont confidentiels et établis à l’intention exclusive de leurs destinataires.\nSi vous recevez ce message par erreur, merci de le détruire et d’en avertir l’expéditeur.',
  'Este mensaje y sus archivos adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si ha recibido\neste mensaje por error, le rogamos que lo elimine y avise al remitente.',
  'Questo messaggio e i suoi allegati sono confidenziali e destinati esclusivamente al destinatario. Se avete ricevuto\nquesto messaggio per errore, vi preghiamo di eliminarlo e di avvisare il mittente.',
  'Please consider the environment before printing this email.',
];

const listFooters = [
  '_______________________________________________\nPlans mailing list\nPlans@lists.example.org\nhttps://lists.example.org/mailman/listinfo/plans',
  '-- \nYou received this message because you are subscribed to the Google Groups "Plans" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to plans+unsubscribe@googlegroups.com.',
  '---\nTo unsubscribe, e-mail: plans-unsubscribe@lists.example.org\nFor additional commands, e-mail: plans-help@lists.example.org',
];
