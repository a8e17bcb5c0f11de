import { splitMbox } from '../../src/mail/mbox.ts';
import { maxMailBytes } from '../../src/mail/read.ts';

/** Splits a text given in chunks of `size` bytes. */
async function split(mbox: string, size = 7): Promise<string[]> {
  async function* chunks() {
    const bytes = Buffer.from(mbox);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const mails: string[] = [];
  for await (const mail of splitMbox(chunks())) mails.push(Buffer.from(mail).toString());
  return mails;
}

const first = 'From ana@example.com Thu Nov 19 10:12:44 2026\n';
const second = 'From - Fri Nov  6 08:00:01 2026\n';

describe('splits at the lines that begin a mail', () => {
  const mbox = `${first}From: a@example.com\n\nOne\n\n${second}From: b@example.com\n\nTwo\n`;
  const mails = ['From: a@example.com\n\nOne\n\n', 'From: b@example.com\n\nTwo\n'];

  test.each([1, 2, 5, 64, 100_000])('in chunks of %i bytes', async (size) => {
    expect(await split(mbox, size)).toEqual(mails);
  });

  test('with CRLF', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(await split(crlf(mbox))).toEqual(mails.map(crlf));
  });

  test('without a blank line before it, and with the time zone of Google Takeout', async () => {
    const takeout = 'From 1848@xxx Thu Nov 19 01:12:44 +0000 2026\n';
    expect(await split(`${takeout}A: 1\n\nOne\n${takeout}B: 2\n\nTwo`)).toEqual(['A: 1\n\nOne\n', 'B: 2\n\nTwo\n']);
  });

  test('not at a sentence that begins with From', async () => {
    const mail = 'A: 1\n\nFrom Monday on we are at the fair.\nFrom: Ana\n';
    expect(await split(first + mail)).toEqual([mail]);
  });
});

describe('takes the quoting of From back', () => {
  test.each([
    ['>From Tokyo with love', 'From Tokyo with love'],
    ['>>From Tokyo', '>From Tokyo'],
    ['> From Tokyo', '> From Tokyo'],
    ['>From: Ana', '>From: Ana'],
    [' >From Tokyo', ' >From Tokyo'],
  ])('%s', async (written, meant) => {
    expect(await split(`${first}A: 1\n\n${written}\nend\n`)).toEqual([`A: 1\n\n${meant}\nend\n`]);
  });
});

describe('odd files', () => {
  test('nothing, blank lines and empty mails give no mail', async () => {
    expect(await split('')).toEqual([]);
    expect(await split('\n\n\n')).toEqual([]);
    expect(await split(`${first}\n${second}\n`)).toEqual([]);
  });

  test('what is no mbox is one mail', async () => {
    const mail = 'A: 1\n\nFrom Monday on\n';
    expect(await split(mail, 4)).toEqual([mail]);
    expect(await split(mail, 1000)).toEqual([mail]);
  });

  test('lines far longer than a chunk', async () => {
    const long = `${'x'.repeat(2000)}\nFrom ${'y'.repeat(2000)}\n>From ${'z'.repeat(2000)}`;
    expect(await split(`${first}A: 1\n\n${long}\n${second}B: 2\n\nTwo\n`, 64)).toEqual([
      `A: 1\n\n${long.replace('>From', 'From')}\n`,
      'B: 2\n\nTwo\n',
    ]);
  });

  test('of a mail without end only the beginning is kept', async () => {
    async function* chunks() {
      yield Buffer.from(`${first}A: 1\n\n`);
      const chunk = Buffer.alloc(1 << 20, 'x'.repeat(99).concat('\n'));
      for (let megabytes = 0; megabytes < 80; megabytes++) yield chunk;
      yield Buffer.from(`\n${second}B: 2\n\nTwo\n`);
    }
    const sizes: number[] = [];
    for await (const mail of splitMbox(chunks())) sizes.push(mail.length);
    expect(sizes).toEqual([maxMailBytes, 'B: 2\n\nTwo\n'.length]);
  });
});
