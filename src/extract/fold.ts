import { remembered } from './remembered.ts';

/** Lower case without accents, full width as half width: what two spellings of one word have in common. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Without the characters nobody sees: zero width, soft hyphens, controls, and those that turn the reading direction. */
export const visible = (text: string): string =>
  isPrintableAscii(text)
    ? text
    : text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\t]/gu, '');

/** The folded words of a text: runs of letters and digits, and pictographs. `S.p.A.` gives `s`, `p`, `a`. */
export const wordsOf: (text: string) => readonly string[] = remembered((text) => {
  const folded = fold(text).replace(/['’‘`´]|\ufe0f/g, '');
  const words = isAscii(folded) ? /[a-z\d]+/g : /[\p{L}\p{N}ー々]+|\p{Extended_Pictographic}/gu;
  return folded.match(words) ?? [];
});

/** The letters and digits of a text, folded: `Finch & Tallow` and `finch-tallow` give `finchtallow`. */
export const squash = remembered((text): string => {
  const folded = fold(text);
  return folded.replace(isAscii(folded) ? /[^a-z\d]+/g : /[^\p{L}\p{N}ー々]+/gu, '');
});

/** Whether the text has Chinese, Japanese or Korean letters, whose words are not set apart by blanks. */
export const hasCjk = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);

/** Most lines are plain ASCII, for which folding and its Unicode classes are much work for nothing. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const isPrintableAscii = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text);
