import type { Adr, Tel } from './draft.ts';

/** Text for comparing and searching: width, case, Latin accents, kana script and runs of white space make no difference. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim(); // as below, where nothing else is to be done
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(latinAccents, '').normalize('NFC');
  return plain.replace(katakana, toHiragana).replace(/ß/g, 'ss').replace(/\s+/g, ' ').trim();
}

/** Most of what is compared; no other form of it is to be made. */
export const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** Only these marks are dropped: others make another letter, as か and が in Japanese. */
const latinAccents = /[\u0300-\u036f]/g;
const katakana = /[\u30a1-\u30f6]/g;
const toHiragana = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 0x60);

/** Same for a reader: full-width letters and white space aside, letter by letter. Case and accents count. */
export const sameText = (a: string, b: string): boolean => readable(a) === readable(b);
/** The text as a reader sees it: width and runs of white space make no difference. */
export const readable = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Nothing a reader would see: only white space and invisible characters. */
export const isBlank = (text: string | undefined): boolean =>
  text === undefined || !/[^\s\p{Cf}\p{Cc}]/u.test(text.normalize('NFKC'));

/** One address written in two ways gives one key. The local part's case is ignored, as every mail provider does. */
export const emailKey = (address: string): string => address.trim().normalize('NFC').toLowerCase();

/** The part after the last @, '' when there is none. */
export const emailDomain = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : emailKey(address.slice(at + 1));
};

/**
 * The keys of a number; two numbers with one key in common are the same line. A number without a known country only
 * has the digits as written. Extensions are lines of their own, and so is a fax.
 */
export function telKeys(tel: Tel): string[] {
  const kind = `${tel.type === 'fax' ? 'f' : 't'}${digits(tel.ext ?? '')}:`;
  const written = digits(tel.text);
  return [...(tel.e164 ? [tel.e164] : []), written || fold(tel.text)].map((number) => kind + number);
}

export const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Scheme, `www.`, the host's case and a closing slash make no other page. */
export function urlKey(url: string): string {
  const bare = url
    .trim()
    .replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, '')
    .replace(/^www\./i, '');
  const path = bare.search(/[/?#]/);
  const [host, rest] = path < 0 ? [bare, ''] : [bare.slice(0, path), bare.slice(path)];
  return host.toLowerCase() + (rest === '/' ? '' : rest.endsWith('/') ? rest.slice(0, -1) : rest);
}

/** Line breaks, spaces and punctuation make no other address. */
export const adrKey = (adr: Adr): string => fold(adr.label).replace(/[\s\p{P}]/gu, '');
