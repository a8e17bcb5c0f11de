import { cleaned } from '../../src/contact/clean.ts';

test.each<[string, unknown, unknown]>([
  ['what is clean stays', { fn: 'Ana "A" Ruiz\\n\n\tSales 営業', email: ['a@kite.example'] }, undefined],
  ['controls of C0', { fn: 'Ana\u0000 \u0007Ruiz\u001b' }, { fn: 'Ana Ruiz' }],
  ['controls of C1', { fn: 'Ana\u007f Ru\u0085iz' }, { fn: 'Ana Ruiz' }],
  ['carriage returns', { adr: 'a\r\nb\rc' }, { adr: 'a\nb\nc' }],
  ['backspace, form feed', { adr: 'a\bb\fc' }, { adr: 'abc' }],
  ['direction', { n: [{ given: '\u202eAna\u2069' }] }, { n: [{ given: 'Ana' }] }],
  ['byte order mark', ['\ufeffAna'], ['Ana']],
  ['what is not there', { fn: 'Ana', n: undefined }, { fn: 'Ana' }],
])('%s', (_, given, clean) => expect(cleaned(given)).toEqual(clean ?? given));
