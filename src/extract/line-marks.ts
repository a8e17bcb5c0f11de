/**
 * What kinds of characters a text has, found in one pass: most rules concern few lines, and these bits tell the others
 * before an expression is run. A rule asks for what its expression cannot do without: `hasAny(text, marks.digit)`.
 */
export const marks = {
  digit: 1,
  upper: 2, // an ASCII letter
  lower: 4,
  at: 8,
  colon: 16,
  /** `.` `/` */
  dotOrSlash: 32,
  /** A blank other than the space, or two spaces: what may part cells. */
  wide: 64,
  /** `-` `_` `=` `*` `#` `~` `|` `+`: rules, bars, frames. */
  line: 128,
  /** `(` `[` `{` `<` */
  bracket: 256,
  greater: 512,
  quote: 1024, // `"` `'` and the grave accent
  sentence: 2048, // `!` `?` `,` `;`
  /** A control character other than the tab, or DEL. */
  control: 4096,
  beyondAscii: 8192,
  other: 16384,
} as const;

/** The marks of a text, added up. */
export function marksOf(text: string): number {
  if (text === lastText) return lastMarks;
  let found = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) found |= marks.beyondAscii;
    else if (code === 0x20 && before === 0x20) found |= marks.wide;
    else found |= ascii[code] as number;
    before = code;
  }
  lastText = text;
  lastMarks = found;
  return found;
}

/** Whether the text has one of the marks. */
export const hasAny = (text: string, wanted: number): boolean => (marksOf(text) & wanted) !== 0;

let lastText = '';
let lastMarks = 0;

const of: [mark: number, characters: string][] = [
  [marks.digit, '0123456789'],
  [marks.at, '@'],
  [marks.colon, ':'],
  [marks.dotOrSlash, './'],
  [marks.line, '-_=*#~|+'],
  [marks.bracket, '([{<'],
  [marks.greater, '>'],
  [marks.quote, '"\'`'],
  [marks.sentence, '!?,;'],
];

const ascii: number[] = Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === ' ') return 0;
  if (char === '\t') return marks.wide;
  if (/[A-Z]/.test(char)) return marks.upper;
  if (/[a-z]/.test(char)) return marks.lower;
  if (code < 0x20 || code === 0x7f) return marks.control | (/\s/.test(char) ? marks.wide : 0);
  return of.find(([, characters]) => characters.includes(char))?.[0] ?? marks.other;
});
