import { hasAny, marks } from './line-marks.ts';
import { remembered } from './remembered.ts';

/** Lower case without accents, full width as half width: what two spellings of one word have in common. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  let since = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isFolded(code)) continue;
    const letter = foldedLetter(code);
    if (letter === undefined) return foldedTogether(text);
    folded += text.slice(since, i) + letter;
    since = i + 1;
  }
  return since === 0 ? text : folded + text.slice(since);
}

/** Any text, also letters that combine with their neighbours. */
const foldedTogether = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

/** Of letters that are folded each by itself and not the same afterwards: Latin, Cyrillic, the ideographic space; undefined for the others. */
function foldedLetter(code: number): string | undefined {
  if (code === 0x3000) return ' ';
  if (!(code < 0x80 || (code >= 0xc0 && code < 0x250) || (code >= 0x400 && code < 0x460))) return undefined;
  const before = folds[code];
  if (before !== undefined) return before;
  const letter = foldedTogether(String.fromCharCode(code));
  folds[code] = letter;
  return letter;
}

const folds: (string | undefined)[] = [];

/** What is the same folded: small ASCII letters, digits and marks, Han, Hangul, kana, `、` and `。`. */
const isFolded = (code: number): boolean =>
  code < 0x80 ? code < 0x41 || code > 0x5a : isCjkLetter(code) || code === 0x3001 || code === 0x3002;

/** Kana, Han and Hangul letters as nearly all texts have them. */
const isCjkLetter = (code: number): boolean =>
  code >= 0x3041 &&
  (code <= 0x3096 ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3));

/** Without the characters nobody sees: zero width, soft hyphens, controls, and those that turn the reading direction. */
export const visible = (text: string): string =>
  !hasAny(text, marks.beyondAscii | marks.control)
    ? text
    : text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\t]/gu, '');

/** The folded words of a text: runs of letters and digits, and pictographs. `S.p.A.` gives `s`, `p`, `a`. */
export const wordsOf: (text: string) => readonly string[] = remembered((text) => {
  if (isAscii(text)) return asciiWords(text.toLowerCase());
  return (
    fold(text)
      .replace(/['’‘`´]|\ufe0f/g, '')
      .match(/[\p{L}\p{N}ー々]+|\p{Extended_Pictographic}/gu) ?? []
  );
});

/** The letters and digits of a text, folded: `Finch & Tallow` and `finch-tallow` give `finchtallow`. */
export const squash = remembered((text): string =>
  isAscii(text) ? wordsOf(text).join('') : fold(text).replace(/[^\p{L}\p{N}ー々]+/gu, ''),
);

/** Whether the text has Chinese, Japanese or Korean letters, whose words are not set apart by blanks. */
export function hasCjk(text: string): boolean {
  if (isAscii(text)) return false;
  let mayBe = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isCjkLetter(code)) return true;
    // Hangul begins at U+1100, Han and kana at U+2E80; dashes, quotation marks and bullets lie between
    mayBe ||= code >= 0x1100 && (code < 0x1200 || code >= 0x2e80);
  }
  return mayBe && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

/** Most lines are plain ASCII, for which folding and its Unicode classes are much work for nothing. */
export const isAscii = (text: string): boolean => !hasAny(text, marks.beyondAscii);

/** Whether a text begins with an ASCII letter or digit: with nothing that could be a mark around it. */
export const startsPlain = (text: string): boolean => isPlain(text.charCodeAt(0));
export const endsPlain = (text: string): boolean => isPlain(text.charCodeAt(text.length - 1));

/** How many words of a text begin with a small letter, which are few in names and many in sentences. */
export function smallWords(text: string): number {
  if (!isAscii(text)) return text.match(/(?<!\S)\p{Ll}/gu)?.length ?? 0;
  let count = 0;
  let isStart = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isStart && code >= 0x61 && code <= 0x7a) count++;
    isStart = code === 0x20 || (code >= 0x09 && code <= 0x0d);
  }
  return count;
}

const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** A loop, since it runs for every line and takes half the time of an expression. */
function asciiWords(lower: string): string[] {
  const text = lower.includes("'") || lower.includes('`') ? lower.replace(/['`]/g, '') : lower;
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const inWord = isPlain(text.charCodeAt(i));
    if (inWord && start < 0) start = i;
    if (!inWord && start >= 0) {
      words.push(text.slice(start, i));
      start = -1;
    }
  }
  return words;
}
