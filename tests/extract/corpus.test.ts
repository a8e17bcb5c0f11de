import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { headersFrom } from '../../src/extract/headers.ts';
import { lexicons } from '../../src/extract/lexicon/index.ts';
import { readEml } from '../../src/mail/read.ts';
import { described } from './described.ts';

const folder = path.join(__dirname, 'corpus');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
const names = (ending: string) =>
  files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));

test('every mail has its expected answer and every answer its mail', () => {
  expect(names('.eml').sort()).toEqual(names('.expected.json').sort());
});

test('every language has a mail', () => {
  const withMail = new Set(names('.eml').map((name) => name.split('/')[0]));
  expect(
    lexicons()
      .map(({ language }) => language)
      .filter((language) => !withMail.has(language)),
  ).toEqual([]);
});

test('the languages we promise to read have twenty mails or more', () => {
  const mails = (language: string) => names('.eml').filter((name) => name.startsWith(`${language}/`)).length;
  const promised = ['en', 'ja', 'de', 'fr', 'es', 'it', 'pt', 'zh', 'ko', 'nl'];
  expect(promised.filter((language) => mails(language) < 20)).toEqual([]);
});

test.each(names('.eml'))('%s', async (name) => {
  const mail = await readEml(readFileSync(path.join(folder, `${name}.eml`)));
  const get = (wanted: string) =>
    mail.headers.find((header) => header.name.toLowerCase() === wanted.toLowerCase())?.value;
  const extraction = extractContact({ headers: headersFrom(get), text: mail.text, html: mail.html });
  const expected: unknown = JSON.parse(readFileSync(path.join(folder, `${name}.expected.json`), 'utf8'));
  expect(described(extraction)).toEqual(expected);
});
