import { extractContact } from '../../src/extract/extract-contact.ts';
import type { OpenMessage } from '../../src/extract/message.ts';

const signature = 'Best regards,\nAna Ruiz\nHeron Legal Ltd';
const mail = (parts: Partial<OpenMessage> & { from?: string; to?: string }): OpenMessage => ({
  headers: { from: parts.from ?? 'Ana Ruiz <ana@example.com>', to: parts.to },
  text: null,
  html: null,
  ...parts,
});
const skippedOf = (message: OpenMessage) => extractContact(message).skipped;

test('nothing is said where everything was looked at', () => {
  const extraction = extractContact(mail({ text: signature }));
  expect(extraction.reason).toBe('signature');
  expect(extraction).not.toHaveProperty('skipped');
  expect(skippedOf(mail({ html: signature.replace(/\n/g, '<br>') }))).toBeUndefined();
});

test.each<[string, OpenMessage]>([
  ['from-beyond-1000', mail({ from: `${'a'.repeat(1_000)} <ana@example.com>`, text: signature })],
  ['recipients-beyond-50000', mail({ to: 'a@example.com, '.repeat(4_000), text: signature })],
  [
    'text-beyond-1000000',
    mail({ text: `${signature}${'\n'.repeat(9)}${'word '.repeat(100)}`.padEnd(1_000_001, ' \n'.repeat(1)) }),
  ],
  ['html-beyond-1000000', mail({ html: `${signature}${' '.repeat(1_000_000)}` })],
  ['html-beyond-depth-400', mail({ html: `${signature}${'<div>'.repeat(401)}` })],
  ['lines-beyond-20000', mail({ text: `${signature}${'\n'.repeat(20_000)}` })],
  ['lines-beyond-20000', mail({ html: `${signature}${'<br>'.repeat(20_001)}` })],
  ['line-beyond-1000', mail({ text: `${'word '.repeat(201)}\n${signature}` })],
  ['line-beyond-1000', mail({ html: `<p>${'word '.repeat(201)}</p>${signature}` })],
  ['line-beyond-1000', mail({ html: `<p>${'word <b>more</b> '.repeat(2_000)}</p>${signature}` })],
])('%s', (skip, message) => expect(skippedOf(message)).toContain(skip));

test('a bound is named once, also where the HTML is read beside the text', () => {
  const long = 'word '.repeat(201);
  const message = mail({ text: `${long}\n${long}\n${signature}`, html: `<p>${long}</p>${'<div>'.repeat(401)}` });
  expect(skippedOf(message)).toEqual(['line-beyond-1000', 'html-beyond-depth-400']);
});

test('a quoted mail that the mail program marks is not skipped, it is somebody else’s', () => {
  expect(skippedOf(mail({ html: `${signature}<div id="appendonsend"></div>${'<div>'.repeat(401)}` }))).toBeUndefined();
});
