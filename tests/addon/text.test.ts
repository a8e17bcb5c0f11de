import { clean, escapeHtml, shown } from '../../src/addon/text.ts';

test('nothing in a text is markup', () => {
  expect(escapeHtml(`<a href="https://evil.example">Tom & 'Jerry'</a>`)).toBe(
    '&lt;a href=&quot;https://evil.example&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/a&gt;',
  );
});

test('nothing in a text turns the line around or hides', () => {
  expect(shown('moc.elpmaxe@\u202Ebob\u202C \u2066x\u2069\u0007\u0000')).toBe('moc.elpmaxe@bob x');
  expect(clean('one\r\ntwo\rthree\tfour')).toBe('one\ntwo\nthree\tfour');
});

test('a long text is cut for showing, never within a character', () => {
  expect(shown('abcdef', 4)).toBe('abc…');
  expect(shown('ab😀cd', 4)).toBe('ab…');
  expect(shown('abcd', 4)).toBe('abcd');
  expect(escapeHtml('&'.repeat(300), 3)).toBe('&amp;&amp;…');
});
