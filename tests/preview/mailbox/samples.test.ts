import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import type { MailMessage } from '../../../src/mail/message.ts';
import { readMailPath } from '../../../src/mail/open.ts';

const folder = join(__dirname, '../../../src/preview/mailbox/samples');
const mails = new Map<string, MailMessage>();

beforeAll(async () => {
  for await (const entry of readMailPath(folder)) {
    if ('error' in entry) throw new Error(`${entry.name}: ${entry.error.message}`);
    mails.set(basename(entry.name, '.eml'), entry.message);
  }
});

test('there are at least 36, and the table lists each', () => {
  const listed = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name]) => name,
  );
  expect(mails.size).toBeGreaterThanOrEqual(36);
  expect(listed.sort()).toEqual([...mails.keys()].sort());
});

test.each(Object.entries({ ja: 10, en: 12, de: 2, fr: 2, es: 2, zh: 2, ko: 1, it: 1, newsletter: 2, noreply: 2 }))(
  '%s: at least %i',
  (start, count) => {
    expect([...mails.keys()].filter((name) => name.startsWith(`${start}-`)).length).toBeGreaterThanOrEqual(count);
  },
);

test.each([
  ['ja-visit-thanks-iso-2022-jp', '佐々木　美穂（ささき　みほ）'],
  ['zh-quotation-gb2312', '江南瓷业有限公司'],
  ['fr-salon-vins', "Côtes de l'Orbe"],
  ['ko-sample-request', '김서연 드림'],
])('%s is read in its charset', (name, words) => expect(mails.get(name)?.text).toContain(words));

test('each has what every mail has, and was written in the weeks before 20 November 2026', () => {
  for (const [name, mail] of mails) {
    const headers = mail.headers.map((header) => header.name);
    expect([name, headers]).toEqual([
      name,
      expect.arrayContaining(['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type']),
    ]);
    expect([name, mail.date?.getTime()]).toEqual([name, expect.any(Number)]);
    expect(mail.date?.getTime()).toBeGreaterThan(Date.parse('2026-10-20'));
    expect(mail.date?.getTime()).toBeLessThan(Date.parse('2026-11-20'));
    expect(readable(mail)).not.toContain('\ufffd');
  }
});

test('no two have the same Message-ID', () => {
  expect(new Set([...mails.values()].map((mail) => mail.messageId)).size).toBe(mails.size);
});

test('they read like work, not like tests', () => {
  for (const [name, mail] of mails)
    expect([name, readable(mail)]).toEqual([name, expect.not.stringMatching(/\btest|テスト/i)]);
});

describe('everyone is invented', () => {
  test('mail addresses are under reserved domains', () => {
    const domains = everywhere(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g);
    expect(domains.length).toBeGreaterThan(100);
    expect(domains.filter((domain) => !isReserved(domain))).toEqual([]);
  });

  test('web addresses too, the social networks aside', () => {
    const hosts = [...everywhere(/https?:\/\/([\w.-]+)/g), ...everywhere(/\b(www\.[\w.-]*\w)/g)];
    expect(hosts.length).toBeGreaterThan(50);
    expect(hosts.filter((host) => !isReserved(host) && !/^www\.(?:linkedin|instagram)\.com$/.test(host))).toEqual([]);
    expect(everywhere(/(?:linkedin|instagram)\.com\/([\w./-]*)/g).filter((path) => !path.includes('example'))).toEqual(
      [],
    );
  });

  test('phone numbers are from ranges of fiction', () => {
    const numbers = [...mails].flatMap(([name, mail]) =>
      findPhoneNumbersInText(readable(mail).slice(0, 20_000), { defaultCountry: countryOf(name), extended: false }).map(
        (found) => String(found.number.number),
      ),
    );
    expect(numbers.length).toBeGreaterThan(70);
    expect(numbers.filter((number) => !fiction.some((range) => range.test(number)))).toEqual([]);
  });
});

/** RFC 2606, and the Japanese registry's example.co.jp. */
const isReserved = (domain: string): boolean => /(?:^|\.)(?:example|example\.(?:com|net|org|co\.jp))$/.test(domain);

const fiction = [
  /^\+1\d{3}55501\d\d$/,
  /^\+44(?:207946|161496|113496)0\d{3}$/, // ofcom.org.uk: numbers for drama
  /^\+447700900\d{3}$/,
  /^\+61255500\d{3}$/, // acma.gov.au
  /^\+61491570\d{3}$/,
  /^\+49(?:3023125|4066969)\d{3}$/, // bundesnetzagentur.de: Drama-Nummern
  /^\+4917139200\d\d$/,
  /^\+33(?:199|465)\d{6}$/, // arcep.fr
  /^\+3363998\d{4}$/,
  /^\+463139006[0-4]\d$/, // pts.se
  /^\+(?:39|81|82|86|91)\d+(?:5501|55001)\d\d$/, // no ranges are kept: 555 and 01
  /^\+34\d{3}55[05][01]\d\d$/,
  /^\+8112055501\d$/,
  /^\+8613800000\d{3}$/,
];

const countries: Record<string, CountryCode> = {
  'en-us': 'US',
  'en-uk': 'GB',
  'en-au': 'AU',
  'en-in': 'IN',
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  zh: 'CN',
  ko: 'KR',
  it: 'IT',
  auto: 'DE',
  'noreply-receipt': 'DE',
};
const countryOf = (name: string): CountryCode =>
  Object.entries(countries).find(([start]) => name.startsWith(start))?.[1] ?? 'JP';

/** Both bodies as a reader sees them, wide digits narrow. */
const readable = ({ text, html }: MailMessage): string =>
  `${text ?? ''}\n${(html ?? '').replace(/<[^>]*>/g, ' ')}`.normalize('NFKC');

/** What the pattern's group matches, in headers and bodies with their markup. */
const everywhere = (pattern: RegExp): string[] =>
  [...mails.values()].flatMap((mail) =>
    [...mail.headers.map((header) => header.value), mail.text ?? '', mail.html ?? ''].flatMap((part) =>
      [...part.matchAll(pattern)].map(([, found]) => found ?? ''),
    ),
  );
