import { decodeHTML } from 'entities';
import { entityNamed } from '../../src/extract/data/entities.ts';
import { withoutEntities } from '../../src/extract/entities.ts';

test.each([
  ['Andr&eacute; M&#252;ller &amp; S&#xF6;hne', 'André Müller & Söhne'],
  ['Tel.&nbsp;030&nbsp23125', 'Tel.\u00a0030\u00a023125'],
  ['&lt;ana@example.com&gt;', '<ana@example.com>'],
  ['&commat; &lpar;0&rpar; &phone;', '@ (0) ☎'],
  ['&#146;&#150;', '’–'],
  ['&amp;eacute;', '&eacute;'],
  ['&zwnj;&#8203;', '\u200c\u200b'],
])('%s is %s', (written, text) => {
  expect(withoutEntities(written)).toBe(text);
  expect(decodeHTML(written)).toBe(text);
});

test.each(['AT&T', 'R&D;', '&unknown;', '&;', '&#;', '&#x;', '&constructor;', '?a=1&copy=2', '& nbsp;', '&'])(
  '%s stays as it is written',
  (written) => expect(withoutEntities(written)).toBe(written),
);

test('white space is a blank, so that no cell or line begins', () => {
  expect(withoutEntities('a&#9;b&NewLine;c&Tab;d&#13;e')).toBe('a b c d e');
});

test.each(['&#0;', '&#xD800;', '&#x110000;'])('%s is a replacement character', (written) =>
  expect(withoutEntities(written)).toBe('\ufffd'),
);

test('names are those of HTML', () => {
  const names = [
    'nbsp',
    'yuml',
    'euro',
    'hellip',
    'trade',
    'hearts',
    'zwj',
    'sbquo',
    'ccaron',
    'lstrok',
    'starf',
    'lang',
  ];
  const wrong = names.filter((name) => entityNamed(name) !== decodeHTML(`&${name};`));
  expect(wrong).toEqual(['lang']); // HTML 4's angle brackets are other ones in HTML 5
});

test('a million of ampersands takes no longer than its letters', () => {
  expect(withoutEntities('&'.repeat(1_000_000))).toHaveLength(1_000_000);
  expect(withoutEntities('&#1'.repeat(300_000))).toHaveLength(300_000);
});
