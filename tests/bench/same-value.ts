import type { GoldPhone } from './gold.ts';

/**
 * When a value that was read is the value that was to be read. Differences that no user would correct do not count:
 * width, case, accents, punctuation, forms of address, the order of a name's words, `(株)` for `株式会社`.
 */

/** NFKC, small letters, no accents, punctuation and symbols as blanks. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => ({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' })[letter] ?? letter)
    .replace(/[’‘`´']/g, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, ' ')
    .trim();
}

const compact = (text: string): string => folded(text).replace(/ /g, '');
const sameNonEmpty = (a: string, b: string): boolean => a !== '' && a === b;

/** Equal sets of words; forms of address and degrees dropped, initials too where two other words are left. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [nameWords(a), nameWords(b)];
  if (x.length === 0 || y.length === 0) return false;
  const sorted = (words: string[]) => [...words].sort().join(' ');
  if (sorted(x) === sorted(y) || x.join('') === y.join('')) return true;
  const [full, other] = [x.filter(isNoInitial), y.filter(isNoInitial)];
  return full.length >= 2 && other.length >= 2 && sorted(full) === sorted(other);
}

const isNoInitial = (word: string): boolean =>
  [...word].length > 1 || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);

function nameWords(name: string): string[] {
  const words = folded(
    name
      .normalize('NFKC')
      .trim()
      .replace(/(様|さま|さん|氏|殿|先生|女士|小姐|님|씨)$/u, ''),
  )
    .split(' ')
    .filter(Boolean);
  const kept = words.filter((word) => !honorifics.has(word));
  return kept.length > 0 ? kept : words;
}

const honorifics = new Set(
  (
    'mr mrs ms miss mx dr prof professor herr frau ing dipl dipling drting diplinform dott dottssa dssa ssa avv sig sigra m ' +
    'mme mlle sr sra srta don dona d da phd md pe esq mba msc bsc jr sr ii iii pmp cpa rn it av inform'
  ).split(' '),
);

export function sameCompany(a: string, b: string): boolean {
  const whole = (name: string) =>
    compact(
      name
        .normalize('NFKC')
        .replace(/\(株\)/g, '株式会社')
        .replace(/\(有\)/g, '有限会社')
        .replace(/\(주\)/g, '주식회사')
        .replace(/&/g, ' and '),
    );
  return sameNonEmpty(whole(a), whole(b));
}

export const sameText = (a: string, b: string): boolean =>
  sameNonEmpty(compact(a.replace(/&/g, ' and ')), compact(b.replace(/&/g, ' and ')));

export function sameEmail(a: string, b: string): boolean {
  const plain = (email: string) =>
    email
      .normalize('NFKC')
      .trim()
      .replace(/^mailto:/i, '')
      .replace(/^<|>$/g, '')
      .toLowerCase();
  return plain(a) === plain(b);
}

/** Without scheme, `www.`, a final slash or index page. */
export function sameUrl(a: string, b: string): boolean {
  const plain = (url: string) =>
    url
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/^<|>$/g, '')
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[.,;)\]]+$/, '')
      .replace(/\/(index\.html?)?$/, '')
      .replace(/\/+$/, '');
  return sameNonEmpty(plain(a), plain(b));
}

/** Half-words of both that are the other's too, at least 0.7 (Dice); each Chinese, Japanese or Korean letter is a word. */
export function sameAddress(a: string, b: string): boolean {
  const [x, y] = [addressWords(a), addressWords(b)];
  if (x.length === 0 || y.length === 0) return false;
  const left = new Map<string, number>();
  for (const word of x) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of y) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(word, count - 1);
  }
  return (2 * shared) / (x.length + y.length) >= 0.7;
}

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー';
const addressWord = new RegExp(`[${cjk}]|[^ ${cjk}]+`, 'gu');
const addressWords = (text: string): string[] => folded(text).match(addressWord) ?? [];

export type Phone = Pick<GoldPhone, 'raw' | 'e164'>;

/**
 * Equal E.164; else equal digits without extension and leading zeros, or one the end of the other (at least 6 digits, at
 * most 4 more in front), since old and masked numbers have no E.164.
 */
export function samePhone(a: Phone, b: Phone): boolean {
  if (a.e164 && b.e164 && digits(a.e164) === digits(b.e164)) return true;
  return keys(a).some((x) => keys(b).some((y) => x === y || isEnd(x, y)));
}

const digits = (text: string): string => text.normalize('NFKC').replace(/\(0\)/g, '').replace(/\D/g, '');
const extension =
  /\s*[,;]?\s*(?:ext\.?|extension|x|loc\.?|poste|int\.?|доб\.?|内線|内线|分機|내선|dw|r\.|#)\s*[:.]?\s*\d{1,6}\)?\s*$/iu;

const keys = ({ raw, e164 }: Phone): string[] =>
  [
    digits(raw.normalize('NFKC').replace(extension, '')).replace(/^0+/, ''),
    digits(raw).replace(/^0+/, ''),
    digits(e164 ?? ''),
  ].filter(Boolean);

function isEnd(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 6 && long.endsWith(short) && long.length - short.length <= 4;
}
