import { extractContact } from '../../src/extract/extract-contact.ts';

const read = (lines: string[]) =>
  extractContact({
    headers: { from: 'Ana Ruiz <ana.ruiz@example.org>' },
    text: ['Hello,', '', 'see you there.', '', 'Regards,', '', ...lines].join('\n'),
    html: null,
  }).contact;

test.each([
  [
    'on the right',
    [
      'Ana Ruiz                      Ivo Kask',
      'Secretary                     President',
      '01632 960001                  01632 960002',
    ],
  ],
  [
    'on the left',
    [
      'Ivo Kask                      Ana Ruiz',
      'President                     Secretary',
      '01632 960002                  01632 960001',
    ],
  ],
])('the second signer’s column is nobody’s: %s', (_, lines) => {
  const contact = read([...lines, '', 'Lark Rowing Club']);
  expect(contact?.title?.value).toBe('Secretary');
  expect(contact?.tel.map(({ value }) => value.text)).toEqual(['01632 960001']);
  expect(contact?.org?.value).toEqual({ name: 'Lark Rowing Club', units: [] });
});

test('also where one blank is all that parts the columns', () => {
  const contact = read([
    'Ana Ruiz              Ivo Kask',
    'Secretary             President',
    'ana.ruiz@example.org  ivo.kask@example.org',
    'ana.r.ruiz@example.io kask@example.com',
  ]);
  expect(contact?.email.map(({ value }) => value)).toEqual(['ana.ruiz@example.org', 'ana.r.ruiz@example.io']);
});

test('the paragraph of who signs below is nobody’s, what follows about the sender’s firm is', () => {
  const below = ['', 'Ivo Kask, Jr.', 'Chair', 'ivo.kask@example.com', '', 'Lark Rowing Club', 'www.example.org'];
  const contact = read(['Ana Ruiz', 'Secretary', '01632 960001', ...below]);
  expect(contact?.email.map(({ value }) => value)).toEqual(['ana.ruiz@example.org']);
  expect(contact?.org?.value).toEqual({ name: 'Lark Rowing Club', units: [] });
});

test('by the address below the name', () => {
  const contact = read(['Ana Ruiz               Ivo Kask', 'ana.ruiz@example.org   ivo@example.org']);
  expect(contact?.email.map(({ value }) => value)).toEqual(['ana.ruiz@example.org']);
});

test('a company beside the name is no person', () => {
  const contact = read(['Ana Ruiz               Kite Meadow Ltd', 'Secretary              12 High Street']);
  expect(contact?.org?.value.name).toBe('Kite Meadow Ltd');
});
