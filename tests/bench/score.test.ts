import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactDraft } from '../../src/contact/draft.ts';
import { type GoldMail, readGold } from './gold.ts';
import { sameAddress, sameCompany, sameName, samePhone, sameText, sameUrl } from './same-value.ts';
import { scoreMails, tableOf } from './score.ts';
import { scoreLines, scoreMail } from './score-mail.ts';

const nothing = {
  name: null,
  company: null,
  department: null,
  title: null,
  emails: [],
  phones: [],
  address: null,
  urls: [],
};
const mail = (gold: Partial<GoldMail['gold']>, more: Partial<GoldMail> = {}): GoldMail => ({
  id: 'm1',
  lang: 'en',
  headers: { from: 'Ana Ruiz <ana@example.com>' },
  text: 'Hello\n\nRegards,\nAna Ruiz\nTel 020 7946 0321\n',
  html: null,
  gold: { isPerson: true, ...nothing, ...gold },
  signatureLines: [2, 3, 4],
  ...more,
});
const stated = <T>(value: T) => ({ value, basis: 'stated' as const, rule: 'test' });
const draft = (found: Partial<ContactDraft>): ContactDraft => ({ email: [], tel: [], url: [], social: [], ...found });

describe('two values are the same', () => {
  test.each([
    ['name', sameName, 'Dr. Ana Ruiz', 'RUIZ, Ana'],
    ['name', sameName, '田中 一郎 様', '田中一郎'],
    ['name', sameName, 'Ana M. Ruiz', 'Ana Ruiz'],
    ['company', sameCompany, '(株)青空', '株式会社青空'],
    ['company', sameCompany, 'Kite & Sons', 'Kite and Sons'],
    ['text', sameText, 'Head of Sales', 'HEAD OF SALES'],
    ['url', sameUrl, 'https://www.example.com/', 'example.com'],
    ['address', sameAddress, '1 High Street\nLondon N1 2AB', '1, High Street, London N1 2AB, UK'],
  ])('%s', (_, same, a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ['name', sameName, 'Ana Ruiz', 'Ana'],
    ['company', sameCompany, 'Kite', 'Kite Ltd'],
    ['text', sameText, 'Sales', 'Head of Sales'],
    ['address', sameAddress, '1 High Street', '1 High Street\nLondon N1 2AB\nUnited Kingdom'],
  ])('not %s', (_, same, a, b) => expect(same(a, b)).toBe(false));

  test('phones by E.164, else by their digits', () => {
    const phone = (raw: string, e164: string | null = null) => ({ raw, e164 });
    expect(samePhone(phone('020 7946 0321', '+442079460321'), phone('(0)20-79460321', '+442079460321'))).toBe(true);
    expect(samePhone(phone('555-0100 x12'), phone('617 555-0100'))).toBe(true);
    expect(samePhone(phone('617 555-0100'), phone('617 555-0101'))).toBe(false);
  });
});

describe('a mail is scored', () => {
  test('a value is right, wrong, or missed', () => {
    const { counts, errors } = scoreMail(
      draft({ fn: stated('Ana Ruiz'), title: stated('Boss'), url: [stated('a.example')] }),
      mail({ name: 'Ana Ruiz', title: 'Head of Sales', company: 'Kite Ltd' }),
    );
    expect(counts).toMatchObject({
      name: { right: 1, wrong: 0, missed: 0 },
      title: { right: 0, wrong: 1, missed: 1 },
      company: { right: 0, wrong: 0, missed: 1 },
      url: { right: 0, wrong: 1, missed: 0 },
    });
    expect(errors).toEqual([
      'company: missed "Kite Ltd"',
      'title: read "Boss", wanted "Head of Sales"',
      'url: read "a.example"',
    ]);
  });

  test('an optional value is neither', () => {
    const { counts } = scoreMail(
      draft({ title: stated('Boss'), url: [stated('a.example')] }),
      mail({ optional: { title: 'Boss', url: ['a.example'] } }),
    );
    expect(Object.values(counts).every(({ wrong, missed }) => wrong + missed === 0)).toBe(true);
  });

  test('a right number of the wrong type is an error of the type alone', () => {
    const { counts, phoneWithType, errors } = scoreMail(
      draft({ tel: [stated({ text: '020 7946 0321', type: 'fax' as const })] }),
      mail({ phones: [{ type: 'work', raw: '020 7946 0321', e164: null }] }),
    );
    expect(counts.phone).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(phoneWithType).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(errors).toHaveLength(2);
  });

  test('lines are counted where they are not blank', () => {
    expect(scoreLines({ first: 1, last: 3 }, mail({}))).toEqual({ right: 2, wrong: 0, missed: 1 });
    expect(scoreLines(null, mail({}))).toEqual({ right: 0, wrong: 0, missed: 3 });
    expect(scoreLines(null, mail({}, { text: null }))).toBeUndefined();
  });
});

test('the report has fields, languages and shares, and the table prints them', () => {
  const report = scoreMails([
    mail({
      name: 'Ana Ruiz',
      emails: ['ana@example.com'],
      phones: [{ type: 'work', raw: '020 7946 0321', e164: null }],
    }),
    mail({ isPerson: false }, { lang: 'de', headers: { from: 'noreply@example.com' } }),
  ]);
  expect(report.fields.all.f1).toBe(1);
  expect(report.wholeCards).toEqual({ count: 1, of: 1 });
  expect(report.falseContacts).toEqual({ count: 0, of: 1 });
  expect(report.blocks).toEqual({ count: 1, of: 1 });
  expect(tableOf(report)).toMatch(/^2 mails\n.*phone with its type +100\.0 .*\nde \(1\)/s);
});

test('a line without an answer is named, and its text is not repeated', () => {
  const path = join(mkdtempSync(join(process.env.TEST_RUN_FOLDER as string, 'score-')), 'mails.jsonl');
  writeFileSync(path, `${JSON.stringify(mail({}))}\n{"text":"secret"}\n`);
  expect(() => readGold(path)).toThrow(/mails\.jsonl, line 2: not a mail with answers/);
});
