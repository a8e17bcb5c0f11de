import { isAddress } from '../../src/contact/email-address.ts';

test.each([
  '',
  '@',
  'a@',
  '@b.example',
  'a b@c.example',
  'a@b..example',
  'a@b.example.',
  '<a@b.example>',
  `${'a'.repeat(260)}@b.example`,
])('no address: %j', (text) => expect(isAddress(text)).toBe(false));
