import { readEml } from '../../src/mail/read.ts';

/** Each character is one byte, so that `\x83` in a test is that byte in the mail. */
const bytes = (mail: string): Uint8Array => Buffer.from(mail, 'latin1');
const read = (...lines: string[]) => readEml(bytes(lines.join('\r\n')));
const header = async (...lines: string[]): Promise<string | undefined> =>
  (await read(...lines, '', 'Hello')).headers[0]?.value;

describe('headers', () => {
  test('come in their order, named as written, unfolded', async () => {
    const { headers } = await read(
      'Received: from mx.example.org',
      '\tby mx.aozora.example; Thu, 19 Nov 2026 10:12:44 +0900',
      'FROM: Ana Ruiz <ana@example.com>',
      'List-Unsubscribe: <mailto:leave@example.com>,',
      ' <https://example.com/leave>',
      '',
      'Hello',
    );
    expect(headers).toEqual([
      { name: 'Received', value: 'from mx.example.org by mx.aozora.example; Thu, 19 Nov 2026 10:12:44 +0900' },
      { name: 'FROM', value: 'Ana Ruiz <ana@example.com>' },
      { name: 'List-Unsubscribe', value: '<mailto:leave@example.com>, <https://example.com/leave>' },
    ]);
  });

  test.each([
    ['UTF-8, base64', 'Subject: =?UTF-8?B?44GU5rOo5paH?=', 'ご注文'],
    ['UTF-8, quoted', 'Subject: =?utf-8?q?Besuch_in_M=C3=BCnchen?=', 'Besuch in München'],
    ['ISO-2022-JP', 'Subject: =?ISO-2022-JP?B?GyRCPzlLXBsoQg==?=', '森本'],
    ['Shift_JIS', 'Subject: =?Shift_JIS?B?k/qWew==?=', '日本'],
    ['GB2312', 'Subject: =?GB2312?B?1tC5+g==?=', '中国'],
    ['a character cut in two by the fold', 'Subject: =?UTF-8?B?YeOB?=\r\n =?UTF-8?B?gg==?=', 'aあ'],
    ['ISO-2022-JP that nothing announces', 'Subject: \x1b$B?9K\\\x1b(B', '森本'],
  ])('decodes %s', async (_, line, value) => {
    expect(await header(line)).toBe(value);
  });

  test.each([
    ['keeps a quoted name', 'From: "Bond, Jamie" <jamie@example.com>', '"Bond, Jamie" <jamie@example.com>'],
    ['quotes a decoded comma', 'From: =?utf-8?Q?Bond=2C_Jamie?= <j@example.com>', '"Bond, Jamie" <j@example.com>'],
    [
      'quotes a decoded address, so that it stays a name',
      'From: =?utf-8?Q?ceo=40aozora=2Eexample_=3Cceo=40aozora=2Eexample=3E?= <x@example.org>',
      '"ceo@aozora.example <ceo@aozora.example>" <x@example.org>',
    ],
    [
      'decodes each of several',
      'To: =?UTF-8?B?5qOu?= <mori@example.co.jp>, b@example.com',
      '森 <mori@example.co.jp>, b@example.com',
    ],
    ['keeps a line break out', 'Subject: =?utf-8?Q?Hi=0D=0ABcc:_x=40example.com?=', 'Hi Bcc: x@example.com'],
  ])('%s', async (_, line, value) => expect(await header(line)).toBe(value));

  test('message id and date', async () => {
    const mail = await read('Message-ID: <a1@example.com>', 'Date: Thu, 19 Nov 2026 10:12:44 +0900 (JST)', '', 'Hi');
    expect(mail.messageId).toBe('a1@example.com');
    expect(mail.date).toEqual(new Date('2026-11-19T01:12:44Z'));
  });

  test('a date that is none is absent', async () => {
    expect((await read('From: a@example.com', 'Date: soon', '', 'Hi')).date).toBeUndefined();
    expect((await read('From: a@example.com', '', 'Hi')).date).toBeUndefined();
  });
});

describe('bodies', () => {
  test.each([
    ['ISO-2022-JP, 7bit', 'iso-2022-jp', '7bit', '\x1b$B?9K\\\x1b(B', '森本'],
    ['ISO-2022-JP with a circled number', 'iso-2022-jp', '7bit', '\x1b$B-!\x1b(B', '①'],
    ['ISO-2022-JP under a name of its own', 'iso-2022-jp-ms', '7bit', '\x1b$B?9K\\\x1b(B', '森本'],
    ['ISO-2022-JP that nothing announces', 'us-ascii', '7bit', '\x1b$B?9K\\\x1b(B', '森本'],
    ['Shift_JIS, 8bit', 'Shift_JIS', '8bit', '\x93\xfa\x96\x7b', '日本'],
    ['Shift_JIS under the name of Windows', 'CP932', '8bit', '\x87\x8a', '㈱'],
    ['GB2312, base64', 'gb2312', 'base64', '1tC5+g==', '中国'],
    ['GB18030', 'GB18030', '8bit', '\xd6\xd0\xb9\xfa', '中国'],
    ['EUC-KR', 'ks_c_5601-1987', '8bit', '\xb1\xe8', '김'],
    ['UTF-8, quoted-printable', 'utf-8', 'quoted-printable', 'M=C3=BC=\r\nller', 'Müller'],
    ['Latin-1', 'iso-8859-1', '8bit', 'M\xfcller', 'Müller'],
    ['a charset that does not exist', 'x-nonsense', '8bit', 'M\xfcller', 'Müller'],
  ])('%s', async (_, charset, encoding, body, text) => {
    const mail = await read(
      'From: a@example.com',
      `Content-Type: text/plain; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
    );
    expect(mail.text?.trim()).toBe(text);
    expect(mail.html).toBeNull();
  });

  test('format=flowed joins soft breaks and keeps the signature delimiter', async () => {
    const mail = await read(
      'From: a@example.com',
      'Content-Type: text/plain; charset=utf-8; format=flowed',
      '',
      'We would like ',
      'to order.',
      '-- ',
      'Ana Ruiz',
    );
    expect(mail.text).toBe('We would like to order.\n-- \nAna Ruiz\n');
  });

  test('a mail with HTML alone has no text', async () => {
    const mail = await read('From: a@example.com', 'Content-Type: text/html; charset=utf-8', '', '<p>Hi</p>');
    expect(mail).toMatchObject({ text: null, html: '<p>Hi</p>\n' });
  });

  test('both bodies are read, attachments and attached mails are left out', async () => {
    const mail = await read(
      'From: a@example.com',
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'plain',
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<b>rich</b>',
      '--inner--',
      '--outer',
      'Content-Type: text/plain; name=notes.txt',
      'Content-Disposition: attachment; filename=notes.txt',
      '',
      'attached text',
      '--outer',
      'Content-Type: message/rfc822',
      '',
      'From: other@example.org',
      '',
      'attached mail',
      '--outer--',
    );
    expect(mail.text?.trim()).toBe('plain');
    expect(mail.html?.trim()).toBe('<b>rich</b>');
    expect(mail.headers[0]?.value).toBe('a@example.com');
  });
});

describe('broken mails', () => {
  test.each([
    ['nothing', ''],
    ['blank lines', '\r\n\r\n'],
    ['prose', 'Dear all,\r\nplease find attached\r\n\r\nthe list.'],
    ['binary', '\x00\x01\x02\x89PNG\r\n\x1a\n\xff\xfe'.repeat(500)],
  ])('%s is refused', async (_, content) => {
    await expect(readEml(bytes(content))).rejects.toThrow('This is not an email');
  });

  test.each([
    ['a byte order mark', '\xef\xbb\xbf'],
    ['blank lines', '\r\n\n'],
    ['the line of an mbox', 'From ana@example.com Thu Nov 19 10:12:44 2026\r\n'],
  ])('%s above the headers is skipped', async (_, above) => {
    const mail = await readEml(bytes(`${above}From: a@example.com\r\n\r\nHello`));
    expect(mail.headers).toEqual([{ name: 'From', value: 'a@example.com' }]);
    expect(mail.text).toBe('Hello\n');
  });

  test('a multipart that is never closed', async () => {
    const mail = await read(
      'From: a@example.com',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'cut of',
    );
    expect(mail.text).toBe('cut of\n');
  });

  test('headers without a body', async () => {
    expect(await read('From: a@example.com')).toMatchObject({ text: null, html: null });
  });

  test('base64 that is cut short', async () => {
    const mail = await read('From: a@example.com', 'Content-Transfer-Encoding: base64', '', 'SGVsbG8gd29y*bG');
    expect(mail.text).toMatch(/^Hello wor/);
  });

  test('nesting without end is refused', async () => {
    const nested = Array.from({ length: 400 }, (_, i) =>
      ['Content-Type: multipart/mixed; boundary=', i, '\r\n\r\n--', i, '\r\n'].join(''),
    ).join('');
    await expect(readEml(bytes(`From: a@example.com\r\n${nested}`))).rejects.toThrow('nesting depth');
  });

  test('headers without end are refused', async () => {
    await expect(readEml(bytes(`From: a@example.com\r\nTo: ${'g:'.repeat(500_000)}\r\n\r\nHello`))).rejects.toThrow(
      'header size',
    );
  });

  test.each([
    ['a line of 20 MB', 'x'.repeat(20_000_000)],
    ['ten million lines', 'x\n'.repeat(10_000_000)],
  ])('%s: its beginning is read', async (_, rest) => {
    const mail = await read('From: a@example.com', '', 'Hello', rest);
    expect(mail.text).toMatch(/^Hello\nx/);
  });
});
