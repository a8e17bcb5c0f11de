import type { ContactCard } from './card.ts';
import { bornWords, cjkTitle, generations, leadingTitles, nameTitles, particles } from './data/name-words.ts';
import { isJapaneseSurname, surnameLength } from './data/surnames.ts';
import type { Name } from './draft.ts';
import { modernKanji } from './kanji-variants.ts';
import { latinSpellings } from './latin-letters.ts';
import { fold } from './normalize.ts';
import { kanaReading } from './romaji.ts';
import { isSharedAddress, localWords } from './shared-address.ts';

/** A word of a name in each of its latinSpellings, as `müller` and `mueller` are; the first is the plain one. */
export type Word = readonly string[];

/** A person's name in one script, without titles. Kana count as Latin letters, by how they are read. */
export interface NameReading {
  script: 'latin' | 'han' | 'hangul' | 'other';
  /** Empty together with `given` where a name in one piece was not parted: it is all in `whole`. */
  family: Word[];
  given: Word[];
  /** The name in one piece. */
  whole: Word;
  /** `junior`, `senior`, `ii` … */
  generation?: string;
  /** The family name of before the marriage, as in Anna Keller geb. Schmidt. */
  born: Word[];
  /** `address`: guessed from what stands before the `@`. */
  from: 'name' | 'phonetic' | 'address';
}

/** Every way in which a card says who the person is, at most six. */
export function nameReadings(card: ContactCard, roles?: ReadonlySet<string>): NameReading[] {
  const readings = [
    ...named(card.fn, card.n, 'name'),
    ...(card.phonetic
      ? named([card.phonetic.family, card.phonetic.given].filter(Boolean).join(' '), card.phonetic, 'phonetic')
      : []),
  ];
  const locals = card.email
    .slice(0, 3)
    .filter((address) => !isSharedAddress(address, roles))
    .map(lettersBeforeAt);
  const spelled = readings.map((reading) => withoutInitial(reading, locals));
  const isLatin = spelled.some(({ script }) => script === 'latin');
  const guessed = isLatin || spelled.length === 0 ? [] : locals.flatMap(fromLocal).slice(0, 2);
  return [...spelled, ...guessed].slice(0, 6);
}

/** The readings of a name as it is written; one in brackets or behind a slash, in another script, is one of its own. */
function named(fn: string, n: Name | undefined, from: 'name' | 'phonetic'): NameReading[] {
  const text = fn.normalize('NFKC').slice(0, 200);
  const inBrackets = [...text.matchAll(/[([（［【]([^()[\]（）［］【】]*)[)\]）］】]/gu)].map(
    (match) => match[1] ?? '',
  );
  const outside = text.replace(/[([（［【][^()[\]（）［］【】]*[)\]）］】]/gu, ' ');
  const pieces = [...byScript(outside), ...inBrackets.flatMap(byScript)];
  const readings = pieces.flatMap((piece) => reading(piece, undefined, from));
  const parted = n?.family && n.given ? reading(`${n.family} ${n.given}`, n, from) : [];
  const all = [...parted, ...readings];
  return all.filter((one, i) => all.findIndex((other) => sameKind(one, other)) === i);
}

const sameKind = (a: NameReading, b: NameReading): boolean => a.script === b.script;

/** Han with its kana, and the letters of each other script, apart: 山田 太郎 Taro Yamada. */
function byScript(text: string): string[] {
  const cjk = text
    .replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々\s・]/gu, ' ')
    .trim();
  const rest = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々・]/gu, ' ')
    .trim();
  return [cjk, rest].filter((piece) => /\p{L}/u.test(piece));
}

function reading(text: string, n: Name | undefined, from: NameReading['from']): NameReading[] {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) return [cjkReading(text, n, from)];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [kanaName(text, n)];
  return alphabetReading(text, n, from);
}

/** Family name and given name where both are known, else the words as they stand. */
const writtenParts = (text: string, n: Name | undefined): string[] =>
  n?.family && n.given
    ? [n.family, n.given]
    : fold(text)
        .split(/[\s・]+/)
        .filter((word) => word !== '');

function cjkReading(text: string, n: Name | undefined, from: NameReading['from']): NameReading {
  const plain = (part: string) => modernKanji(fold(part).replace(cjkTitle, '')).replace(/[\s・]+/g, '');
  const script = /\p{Script=Han}/u.test(text) ? 'han' : 'hangul';
  const words = writtenParts(text, n);
  const kept =
    words.length > 1 && cjkTitle.test(`xx${words.at(-1)}`) && plain(`xx${words.at(-1)}`) === 'xx'
      ? words.slice(0, -1)
      : words;
  const [family = '', ...given] = kept.map(plain);
  const whole = [family + given.join('')];
  if (given.length > 0) return { script, family: [[family]], given: [[given.join('')]], whole, born: [], from };
  const length = isJapaneseSurname(family) ? family.length : (surnameLength(family) ?? 0);
  const [surname, rest] = [family.slice(0, length), family.slice(length)];
  return { script, family: surname ? [[surname]] : [], given: surname && rest ? [[rest]] : [], whole, born: [], from };
}

function kanaName(text: string, n: Name | undefined): NameReading {
  const plain = (part: string) => [
    kanaReading(
      fold(part)
        .replace(cjkTitle, '')
        .replace(/[\s・]+/g, ''),
    ),
  ];
  const words = writtenParts(text, n);
  const [family, ...given] = words.map(plain);
  const whole = [words.map((word) => plain(word)[0]).join('')];
  const base = { script: 'latin' as const, whole, born: [], from: 'phonetic' as const };
  return given.length > 0 && family ? { ...base, family: [family], given } : { ...base, family: [], given: [] };
}

function alphabetReading(text: string, n: Name | undefined, from: NameReading['from']): NameReading[] {
  const script = /\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
  const { words, ...marks } = withoutTitles(text);
  if (words.length === 0) return [];
  const parts = n?.family && n.given ? [wordsOf(n.family), wordsOf(n.given)] : partsOf(text, words);
  const [family = [], given = []] = parts;
  return [{ script, family, given, whole: [[...given, ...family].map((word) => word[0]).join('')], ...marks, from }];
}

/** `Ruiz, Ana`, `RUIZ Ana`, else the last word and the particles before it are the family. */
function partsOf(text: string, words: RawWord[]): [family: Word[], given: Word[]] {
  const [before = '', behind = ''] = text.split(',', 2);
  const afterComma = withoutTitles(behind).words;
  if (afterComma.length > 0) return [withoutTitles(before).words.map(latinSpellings), afterComma.map(latinSpellings)];
  const isCapital = (word: RawWord) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const capitals = words.findIndex((word) => !isCapital(word));
  if (capitals > 0) return [words.slice(0, capitals).map(latinSpellings), words.slice(capitals).map(latinSpellings)];
  let start = words.length - 1;
  while (start > 1 && particles.has(latinSpellings(words[start - 1] ?? '')[0] ?? '')) start--;
  return start === 0
    ? [words.map(latinSpellings), []]
    : [words.slice(start).map(latinSpellings), words.slice(0, start).map(latinSpellings)];
}

type RawWord = string;

/** The words of a Latin name: no titles, what stood behind `geb.` apart. A name of titles alone keeps them. */
function withoutTitles(text: string): { words: RawWord[]; generation?: string; born: Word[] } {
  const pieces = text
    .replace(/['’`]/g, '')
    .split(/[\s,;/|]+/)
    .filter((piece) => /\p{L}/u.test(piece))
    .slice(0, 12);
  const bare = pieces.map((piece) => fold(piece).replace(/[^\p{L}]/gu, ''));
  const bornAt = bare.findIndex((word, i) => i > 0 && i < bare.length - 1 && bornWords.has(word));
  const end = bornAt < 0 ? pieces.length : bornAt;
  let generation: string | undefined;
  const words = pieces.slice(0, end).flatMap((piece, i) => {
    const word = bare[i] ?? '';
    if (i > 0 && end > 1 && generations.has(word)) {
      generation = generations.get(word);
      return [];
    }
    if (nameTitles.has(word) || (i === 0 && leadingTitles.has(word))) return [];
    return piece.split(/[^\p{L}\p{M}]+/u).filter((part) => part !== '');
  });
  const born = bornAt < 0 ? [] : pieces.slice(bornAt + 1).flatMap((piece) => wordsOf(piece));
  return { words: words.length > 0 ? words : pieces, ...(generation && { generation }), born };
}

const wordsOf = (text: string): Word[] => withoutTitles(text).words.map(latinSpellings);

const lettersBeforeAt = (address: string): string[] =>
  localWords(address).filter((word) => /^\p{Script=Latin}+$/u.test(word));

/** `T. Yamada` of taro.yamada@ is Taro. */
function withoutInitial(reading: NameReading, locals: string[][]): NameReading {
  const [initial] = reading.given[0] ?? [];
  if (reading.script !== 'latin' || initial?.length !== 1) return reading;
  const whole = locals
    .filter((local) => reading.family.some((word) => word.some((spelling) => local.includes(spelling))))
    .flatMap((local) => local.filter((word) => word.length > 1 && word.startsWith(initial)))
    .find((word) => !reading.family.some((family) => family.includes(word)));
  return whole === undefined ? reading : { ...reading, given: [[whole], ...reading.given.slice(1)] };
}

/** How a name in kanji may be read, by an address like taro.yamada@ or yamada@; which is the family's is not known. */
function fromLocal(local: string[]): NameReading[] {
  const [first = '', second = ''] = local;
  const base = { script: 'latin' as const, born: [], from: 'address' as const };
  if (local.length === 2) return [{ ...base, family: [[second]], given: [[first]], whole: [first + second] }];
  return local.length === 1 && first.length > 2 ? [{ ...base, family: [[first]], given: [], whole: [first] }] : [];
}
