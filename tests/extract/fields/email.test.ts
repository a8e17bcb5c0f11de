import { bodyLines } from '../../../src/extract/body-lines.ts';
import { readEmails } from '../../../src/extract/fields/email.ts';
import { senderOf } from '../../../src/extract/sender.ts';
import { endless, signed } from '../signed.ts';

const from = 'Ana Ruiz <ana@example.com>';
const read = (line: string) => readEmails(signed(line, { from })).found.email?.map(({ value }) => value);

test.each([
  ['E-mail: ana.ruiz@example.com', ['ana.ruiz@example.com']],
  ['Mail：ana@example.co.jp', ['ana@example.co.jp']],
  ['メールana@example.co.jp', ['ana@example.co.jp']],
  ['ana@example.com / office@example.com', ['ana@example.com', 'office@example.com']],
  ['Ana <ana@example.com>', ['ana@example.com']],
  ['ana@example.com<mailto:ana@example.com>', ['ana@example.com']],
  ["o'brien+list@example.com.", ["o'brien+list@example.com"]],
  ['günter@example.de', ['günter@example.de']],
  ['e: ana at mail.example.org', ['ana@mail.example.org']],
  ['ana (at) example.com', ['ana@example.com']],
])('%s', (line, emails) => expect(read(line)).toEqual(emails));

test.each([
  '@anaruiz',
  'https://example.com/keys/ana@example.com.asc',
  'ana@',
  'me at home',
  'lunch at example',
  'a@b',
  endless('a@'),
  endless('a.'),
])('no email in %.40s', (line) => expect(read(line)).toEqual([]));

test('a mailto link that the text does not spell out', () => {
  const html = '<p>Ana Ruiz</p><p><a href="mailto:ana.ruiz@example.com?subject=Hi">Write to me</a></p>';
  const lines = [...bodyLines({ headers: { from }, text: null, html })];
  expect(readEmails({ lines, sender: senderOf(from), found: {} }).found.email).toEqual([
    { value: 'ana.ruiz@example.com', basis: 'stated', line: 1, rule: 'email-link' },
  ]);
});

test('address and label are taken off the sheet', () =>
  expect(readEmails(signed('Ana Ruiz  E-mail: ana@example.com', { from })).rest[0]?.text.trim()).toBe('Ana Ruiz'));

test('the dots that lead to an address are no part of it', () =>
  expect(
    readEmails(signed('Ana Ruiz..............................ana@example.com')).found.email?.map(({ value }) => value),
  ).toEqual(['ana@example.com']));

test('nor is a rule', () =>
  expect(readEmails(signed('Ana Ruiz   -_-_-_-ana@example.com_-_-_-')).found.email?.map(({ value }) => value)).toEqual([
    'ana@example.com',
  ]));

test('a label whose colon a mail program has escaped is no part of the address', () =>
  expect(readEmails(signed('<E-mail%3Aana@example.com>')).found.email?.map(({ value }) => value)).toEqual([
    'ana@example.com',
  ]));
