import { extractContact } from '../../src/extract/extract-contact.ts';

const million = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));
const from = 'Ana Ruiz <ana@example.com>';

/** What each took; a rule that is not linear shows here as minutes, and jest's own limit stops it. */
const took: string[] = [];
afterAll(() => process.stdout.write(`one megabyte each: ${took.join(', ')}\n`));

test.each([
  ['blank lines', '\n'],
  ['one endless line', 'a'],
  ['endless words', 'Ana Ruiz '],
  ['brackets', '('],
  ['brackets in lines', '((((((((((((((((((((\n'],
  ['digits and dashes', '12-'],
  ['digits and dashes in lines', '12-34 56-78 90-12 34-56 78-90\n'],
  ['at signs', 'a@'],
  ['dots', 'a.'],
  ['hosts', 'www.a.b/'],
  ['attributions', 'On Mon, Sam\n'],
  ['reply headers', 'From: a\n'],
  ['frames', '--------\n'],
  ['delimiters', '-- \n'],
  ['closings', 'Best regards,\n'],
  ['names', 'Ana Ruiz\n'],
  ['kanji', '部課長'],
  ['full-width blanks', '\u3000'],
  ['unclosed tags', '<'],
  ['open tags', '<b>'],
  ['tags closed that were never open', '<b></i>'],
  ['nested quotations', '<blockquote>'],
  ['nested cells', '<table><tr><td>'],
  ['entities', '&#'],
  ['links', '<a href="tel:+1">1</a>'],
])('%s', (name, piece) => {
  const text = million(piece);
  const start = process.hrtime.bigint();
  for (const message of [
    { text, html: null },
    { text: null, html: text },
    { text: `${'-- \n'}Ana Ruiz\n${text.slice(0, 20_000)}`, html: null },
  ]) {
    const extraction = extractContact({ headers: { from: `${from}${text.slice(0, 5_000)}` }, ...message });
    expect(extraction.lines.length).toBeLessThan(100);
  }
  took.push(`${name} ${(process.hrtime.bigint() - start) / 1_000_000n} ms`);
});
