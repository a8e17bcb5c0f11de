import { plainTextFromHtml } from '../../../src/preview/apps-script/host/plain-body.ts';

test.each([
  ['white space collapses, also between elements', '<p> Ana \n <b> Ruiz</b> </p>', 'Ana Ruiz'],
  ['pre keeps its lines and blanks', 'A<pre>  a\n\n b</pre>C', 'A\n  a\n\n b\nC'],
  ['cells are a blank apart', '<table><tr><td>Tel</td><td> 555-0100</td></tr></table>', 'Tel 555-0100'],
  ['blocks of nothing but blanks make no line', 'A<div> <div>\n</div></div>B', 'A\nB'],
])('%s', (_, html, text) => expect(plainTextFromHtml(html)).toBe(text));

test.each(['<', '&amp;', '<pre>', '<td>', '\n ', '<i>'])('%j over and over is read', (part) => {
  // What is not linear runs into the time a test may take.
  expect(plainTextFromHtml(part.repeat(1_000_000 / part.length)).length).toBeLessThanOrEqual(1_000_000);
});
