import { explain } from '../../src/extract/explain.ts';

const text = [
  'Hello,', // 0
  'the order is on its way.',
  '',
  'Best regards,', // 3
  'Ana Ruiz',
  'Head of Sales',
  'Kite Labs Ltd',
  'Tel 020 7946 0321',
  'VAT 123 4567 89', // 8
  '',
  'This e-mail is confidential and intended solely for the addressee.', // 10
  '',
  'On Mon, 3 Mar 2025 at 10:00, Sam <sam@example.org> wrote:',
  '> Where is it? Call 020 7946 0999',
];
const explanation = explain({
  headers: { from: 'Ana Ruiz <ana@example.com>', to: 'sam@example.org' },
  text: text.join('\n'),
  html: null,
});
const line = (index: number) => explanation.lines[index];

test('every line has a kind and the rule that claimed it', () => {
  expect(explanation.lines.map(({ kind }) => kind)).toEqual([
    'body',
    'body',
    'blank',
    'closing',
    'signature',
    'signature',
    'signature',
    'signature',
    'signature',
    'blank',
    'footer',
    'blank',
    'quoted',
    'quoted',
  ]);
  expect(line(4)?.rule).toBe('after-closing');
  expect(line(10)?.rule).toBe('notice-paragraph');
  expect(line(12)?.rule).toBe('attribution');
  expect(line(13)?.rule).toBe('quote-mark');
});

test('a value stands at its line, with its rule and basis', () => {
  expect(line(5)?.claims).toEqual([{ field: 'title', value: 'Head of Sales', rule: 'title-word', basis: 'stated' }]);
  expect(line(7)?.claims).toMatchObject([{ field: 'tel', rule: 'tel-label' }]);
  expect(explanation.fromHeaders).toMatchObject([{ field: 'email', value: 'ana@example.com', rule: 'email-header' }]);
});

test('what looks like a value and is none has its reason', () => {
  expect(line(8)?.refusals).toEqual([{ field: 'tel', text: 'VAT 123 4567 89', reason: 'labelled as something else' }]);
});

test('a mail of no person has its reason alone', () => {
  const { reason, lines } = explain({ headers: { from: 'noreply@example.com' }, text: 'Your receipt', html: null });
  expect(reason).toBe('no-reply');
  expect(lines).toMatchObject([{ kind: 'body', claims: [], refusals: [] }]);
});
