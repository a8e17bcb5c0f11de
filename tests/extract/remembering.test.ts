import path from 'node:path';
import fc from 'fast-check';
import { readInput } from '../../src/cli/messages.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';
import type { OpenMessage } from '../../src/extract/message.ts';
import { remembering } from '../../src/extract/remembering.ts';

const mails: OpenMessage[] = [];
beforeAll(async () => {
  for await (const { read } of readInput([path.join(__dirname, 'corpus')])) mails.push(read());
});

let memory: Map<string, string>;
let readers: ReturnType<typeof remembering>;
beforeEach(() => {
  memory = new Map();
  readers = remembering(memory);
});

/** As it is kept and sent, to the last key and its place. */
const extracted = (mail: OpenMessage, options = {}) => JSON.stringify(extractContact(mail, options));
const isAsWithout = (mail: OpenMessage) => expect(extracted(mail, readers)).toBe(extracted(mail));

const below = (lines: string, { headers, text, html }: OpenMessage): OpenMessage => ({
  headers,
  text: text && `${lines}\n${text}`,
  html: html && `<p>${lines.replaceAll('\n', '<br>')}</p>${html}`,
});

test('each mail of the corpus is read as without, for the first time and when its signature is known', () => {
  for (const mail of mails) isAsWithout(mail);
  const afterAll = memory.size;
  for (const mail of mails) isAsWithout(mail);
  expect(memory.size).toBe(afterAll);
  expect(afterAll).toBeGreaterThan(mails.length); // most have a signature beside their header
});

test('the same signature is known wherever it stands, and its values are of the lines where they stand', () => {
  const mail = {
    headers: { from: 'Ana Ruiz <ana.ruiz@kite.example>' },
    text: 'Hello,\n\nit has left.\n\nBest regards,\n\nAna Ruiz\nBuyer\nKite Ltd\nPhone: +1 415 555 0142\n',
    html: null,
  };
  const longer = below('Thank you for calling.\n\nI have asked.\n', mail);
  expect(extractContact(mail, readers).contact?.title).toMatchObject({ value: 'Buyer', line: 7 });
  const known = memory.size;
  expect(extractContact(longer, readers).contact?.title).toMatchObject({ value: 'Buyer', line: 11 });
  expect(memory.size).toBe(known);
  expect([...memory].join('\n')).not.toMatch(/it has left|Thank you/);
});

test.each<[string, (mail: OpenMessage) => OpenMessage]>([
  [
    'with more text above',
    (mail) => below('Thank you for calling.\n\nI have asked, and will write on Monday.\n', mail),
  ],
  ['in HTML alone', ({ headers, html, text }) => ({ headers, text: null, html: html ?? text })],
  ['in text alone', ({ headers, html, text }) => ({ headers, text: text ?? html, html: null })],
])('each mail of the corpus %s is read as without', (_, changed) => {
  for (const mail of mails) isAsWithout(mail);
  for (const mail of mails) isAsWithout(changed(mail));
});

test('a signature below the header of somebody else is read as without', () => {
  for (const mail of mails) extractContact(mail, readers);
  fc.assert(
    fc.property(fc.constantFrom(...mails), fc.constantFrom(...mails), ({ headers }, { text, html }) =>
      isAsWithout({ headers, text, html }),
    ),
    { seed: 20_251_126, numRuns: 300 },
  );
});

test('of lines of which one says something else nothing is taken', () => {
  for (const mail of mails) extractContact(mail, readers);
  fc.assert(
    fc.property(fc.constantFrom(...mails), fc.nat(), fc.constantFrom('', 'x', '1', ' ', '\t'), (mail, at, more) => {
      const lines = (mail.text ?? '').split('\n');
      lines[at % lines.length] += more;
      isAsWithout({ ...mail, text: lines.join('\n') });
    }),
    { seed: 20_251_126, numRuns: 300 },
  );
});

test('lines that lead elsewhere are others', () => {
  const leadingTo = (address: string) => ({
    headers: { from: 'Ana Ruiz <ana.ruiz@kite.example>' },
    text: null,
    html: `<p>Best regards,<br>Ana Ruiz<br>Kite Ltd<br><a href="https://${address}">My profile</a><br>Phone: +1 415 555 0142</p>`,
  });
  const profileIn = (address: string) => extractContact(leadingTo(address), readers).contact?.social[0]?.value.url;
  const addresses = ['www.linkedin.com/in/ana-ruiz', 'www.linkedin.com/in/ana-ruiz-kite'];
  expect(addresses.map(profileIn)).toEqual(addresses.map((address) => `https://${address}`));
});

test('a Chinese signature that names no country is of the one whose letters the body has', () => {
  const below = (words: string) => ({
    headers: { from: '王小明 <ming@kite.example>' },
    text: `您好，\n\n${words}\n\n王小明\nTel: 010 5550 0142\n`,
    html: null,
  });
  const mails = [below('请问这个订单什么时候发货？我们会处理。'), below('請問這個訂單什麼時候發貨？我們會處理。')];
  const numbers = mails.map((mail) => extractContact(mail, readers).contact?.tel[0]?.value.e164);
  expect(numbers).toEqual(['+861055500142', undefined]);
  mails.forEach(isAsWithout);
});

test('who wants to see it read sees it, however well it is known', () => {
  const mail = {
    headers: { from: 'Ana Ruiz <ana.ruiz@kite.example>' },
    text: 'Best regards,\nAna Ruiz\nKite Ltd\nTel. +1 415 555 0142\nVAT 123 4567 89\n',
    html: null,
  };
  const refused = () => {
    const texts: string[] = [];
    const trace = { line: () => {}, refused: (_: number, __: string, text: string) => texts.push(text) };
    extractContact(mail, { ...readers, trace });
    return texts;
  };
  const first = refused();
  expect(first).toContain('VAT 123 4567 89');
  extractContact(mail, readers);
  expect(refused()).toEqual(first);
});
