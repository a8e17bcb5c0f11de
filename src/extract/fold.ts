/** Lower case without accents, full width as half width: what two spellings of one word have in common. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Without the characters nobody sees: zero width, soft hyphens, controls, and those that turn the reading direction. */
export const visible = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\t]/gu, '');

/** The folded words of a text: runs of letters and digits, and pictographs. `S.p.A.` gives `s`, `p`, `a`. */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(/['’‘`´]|\ufe0f/g, '')
      .match(/[\p{L}\p{N}ー々]+|\p{Extended_Pictographic}/gu) ?? []
  );
}

/** The letters and digits of a text, folded: `Finch & Tallow` and `finch-tallow` give `finchtallow`. */
export const squash = (text: string): string => fold(text).replace(/[^\p{L}\p{N}ー々]+/gu, '');

/** Whether the text has Chinese, Japanese or Korean letters, whose words are not set apart by blanks. */
export const hasCjk = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
