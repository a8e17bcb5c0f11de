import { hasCjk, isAscii } from './fold.ts';
import { matchesOf } from './matches.ts';

/**
 * The text with words closed up that blanks stretch over the line: `片　桐　　由　美　子`, `전  화 : 02`, `T E L 03`. Three
 * letters or more that stand alone are such a word; two before a colon or a number, where labels are stretched.
 */
export function closedUp(text: string): string {
  const plain =
    /[TFU][ \u3000]{1,3}[EAR][ \u3000]/i.test(text) && /(?<![\p{L}\d])[TFU][ \u3000]{1,3}[EAR][ \u3000]/iu.test(text)
      ? text.replace(stretchedLabel, (label) => label.replace(/[ \u3000]/g, ''))
      : text;
  if (isAscii(plain) || !hasCjk(plain)) return plain;
  const tokens = matchesOf(plain, /\S+/gu);
  let closed = '';
  let end = 0;
  for (let at = 0; at < tokens.length; ) {
    const run = runAt(tokens, at);
    const [first, last] = [tokens[at], tokens[at + run - 1]] as [RegExpMatchArray, RegExpMatchArray];
    closed += plain.slice(end, first.index) + joined(tokens.slice(at, at + run), plain);
    end = (last.index ?? 0) + last[0].length;
    at += run;
  }
  return closed + plain.slice(end);
}

const stretchedLabel =
  /(?<![\p{L}\d])(?:T[ \u3000]{1,3}E[ \u3000]{1,3}L|F[ \u3000]{1,3}A[ \u3000]{1,3}X|U[ \u3000]{1,3}R[ \u3000]{1,3}L)(?![\p{L}\d])/giu;

/** How many of the tokens from `at` on are one stretched word; 1 when there is none. */
function runAt(tokens: RegExpMatchArray[], at: number): number {
  let end = at;
  while (end < tokens.length && isLetter(tokens[end]?.[0])) end++;
  const before = end - at;
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]:/u.test(tokens[end]?.[0] ?? '')) end++;
  const isLabel = end - at > before || /^[:\d+(]/.test(tokens[end]?.[0] ?? '');
  const run = end - at;
  return run > 2 || (run === 2 && isLabel) ? run : 1;
}

const isLetter = (token = ''): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]$/u.test(token);

/** The narrow gaps closed; a gap twice as wide parts two words, a wider one stays as it is. */
function joined(run: RegExpMatchArray[], text: string): string {
  const gaps = run.map((token, i) => {
    const previous = run[i - 1];
    return previous ? text.slice((previous.index ?? 0) + previous[0].length, token.index) : '';
  });
  const narrow = gaps.slice(1).reduce((least, gap) => Math.min(least, gap.length), text.length);
  return run
    .map((token, i) => {
      const gap = gaps[i] ?? '';
      return (gap.length <= narrow ? '' : gap.length <= 2 * narrow ? ' ' : gap) + token[0];
    })
    .join('');
}
