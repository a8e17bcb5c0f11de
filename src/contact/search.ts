import type { ContactCard } from './card.ts';
import { cjkCompanyForm, companyForms } from './data/company-forms.ts';
import { modernKanji } from './kanji-variants.ts';
import { latinSpellings, plainLetters } from './latin-letters.ts';
import { digits, fold, isAscii, urlKey } from './normalize.ts';
import { romajiKey, romajiSpellings } from './romaji.ts';

/** One word of a search. */
export interface SearchWord {
  /** What must occur in the search text. */
  find: string;
  /** Terms that a contact has in whose search text it occurs: an index narrows by them, `find` decides. */
  terms: string[];
}

/**
 * What the search looks through, folded, a value in each line: names, readings, company, title, addresses, hosts of web
 * pages, and numbers as bare digits. Names of scripts without spaces stand there without them too, names with umlauts
 * in both spellings, and kana of names as they are spelled in Latin letters. The last line holds the beginnings of all words, by which words of one or two letters are found.
 */
export function searchText({ fn, n, phonetic, org, title, email, tel, url }: ContactCard): string {
  const names = [fn, n?.family, n?.given, phonetic?.family, phonetic?.given, org?.name];
  const texts = [...names, ...(org?.units ?? []), title];
  const folded = [...texts, ...email, ...url.map(urlHost)].map((text) => searchFold(text ?? ''));
  const joined = [fn, join(n), join(phonetic), org?.name].map((text) => withoutSpaces(searchFold(text ?? '')));
  const spelled = [fn, join(n), org?.name].flatMap((text) => latinSpellings(text ?? '').slice(1));
  const readings = phonetic?.script === 'latin' ? [phonetic.family, phonetic.given] : [];
  const romaji = [
    ...names.flatMap((name) => romajiSpellings(searchFold(name ?? ''))),
    ...readings.map((reading) => romajiKey(searchFold(reading ?? ''))),
  ];
  const numbers = [
    ...folded.flatMap(numbersIn),
    ...tel.flatMap(({ text, e164 = '' }) => [bareDigits(fold(text)), digits(e164)]),
  ];
  const values = [...new Set([...folded, ...joined, ...spelled, ...romaji, ...numbers])].filter(Boolean);
  const words = new Set(values.flatMap((value) => value.split(' ')));
  const starts = new Set([...words].flatMap(startsIn));
  return [...values, ...(starts.size > 0 ? [`${mark}${[...starts].join(mark)}${mark}`] : [])].join('\n');
}

/** The terms of a search text. */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.startsWith(mark)) for (const start of line.split(mark).filter(Boolean)) terms.add(mark + start);
    else for (const word of line.split(' ')) for (const gram of gramsOf(word, 'all')) terms.add(gram);
  }
  return [...terms];
}

/**
 * The words a search asks for; each must occur. One or two letters or digits are looked for where a word begins, anything
 * else anywhere. A number of six digits or more (eight when written in pieces) is compared by its digits, without the
 * zeros before it: those of a trunk or an international prefix. The legal form of a company is not asked for beside its name.
 */
export function searchWords(query: string): SearchWord[] {
  const folded = searchFold(query.replaceAll(mark, '')).split(' ').filter(Boolean);
  const words = withJoinedNumbers(withoutCompanyForms(folded));
  return [...new Set(words)].map((word) => {
    const grams = gramsOf(word, 'least');
    return grams.length > 0 ? { find: word, terms: grams } : { find: mark + word + mark, terms: [mark + word] };
  });
}

/** 株式会社サンプル is サンプル; 株式会社 alone stays, and so does what a name could begin with. */
function withoutCompanyForms(words: string[]): string[] {
  const bare = words.map((word) => word.replace(cjkCompanyForm, '')).filter(Boolean);
  const named = bare.length > 0 ? bare : words;
  const [last = ''] = named.slice(-1);
  const isForm = named.length > 1 && leastFormLetters <= last.length && companyForms.has(last.replace(/\.$/, ''));
  return isForm ? named.slice(0, -1) : named;
}

const leastFormLetters = 3;

/** Old and new kanji are one, and so are ø and o. */
const searchFold = (text: string): string => modernKanji(fold(plainLetters(text)));

/** Begins and ends the beginnings of words: no text of a card and no search may hold it. */
const mark = '\u0002';

const urlHost = (url: string): string => urlKey(url).split(/[/?#]/, 1)[0] ?? '';
const join = (name: { family?: string; given?: string } = {}): string => `${name.family ?? ''} ${name.given ?? ''}`;
const withoutSpaces = (text: string): string => (dense.test(text) ? text.replaceAll(' ', '') : '');
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Letters and digits of a script in which a single one says little. All else is a sign: 森, か, %. */
const isLetter = (char: string): boolean =>
  isAscii(char) ? /[a-z\d]/i.test(char) : /^[\p{L}\p{M}\p{N}]$/u.test(char) && !dense.test(char);

/**
 * The pieces of a word by which it is indexed: three letters in a row, two characters of which one is a sign, and a sign
 * alone. `least`: without the latter, where longer pieces say it.
 */
function gramsOf(word: string, which: 'all' | 'least'): string[] {
  const chars = [...word];
  const letters = chars.map(isLetter);
  const grams: string[] = [];
  for (const [i, char] of chars.entries()) {
    if (!letters[i] && (which === 'all' || chars.length === 1)) grams.push(char);
    if (i + 1 < chars.length && !(letters[i] && letters[i + 1])) grams.push(char + chars[i + 1]);
    if (letters[i] && letters[i + 1] && letters[i + 2]) grams.push(chars.slice(i, i + 3).join(''));
  }
  return grams;
}

/** The first letter, and the first two, of each run of letters. */
function startsIn(word: string): string[] {
  const chars = [...word];
  const letters = chars.map(isLetter);
  return chars.flatMap((char, i) => {
    if (!letters[i] || letters[i - 1]) return [];
    return letters[i + 1] ? [char, `${char}${chars[i + 1]}`] : [char];
  });
}

const leastDigits = { inOneWord: 6, inPieces: 8 };

/** Numbers written with punctuation, as bare digits. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(/[+\d()./\p{Pd}]+/gu)]
    .map(([run]) => ({ run, bare: bareDigits(run) }))
    .filter(({ run, bare }) => bare !== run && bare.length >= leastDigits.inOneWord)
    .map(({ bare }) => bare);

/** `+49 (0)30` is dialled +49 30. */
const bareDigits = (text: string): string => digits(text.replaceAll('(0)', ''));

/** Long numbers as digits; short ones in a row, or before a long one, may be the pieces of one. */
function withJoinedNumbers(words: string[]): string[] {
  const found: string[] = [];
  let pieces: string[] = [];
  const flush = (last = '') => {
    const bare = bareDigits(pieces.join('') + last);
    const isOne = last ? /^[+(0]/.test(pieces[0] ?? '') : bare.length >= leastDigits.inPieces;
    if (isOne) found.push(withoutPrefix(bare));
    else found.push(...pieces.map(trimmed), ...(last ? [withoutPrefix(bareDigits(last))] : []));
    pieces = [];
  };
  for (const word of words) {
    if (isNumber(word) && bareDigits(word).length < leastDigits.inOneWord) pieces.push(word);
    else if (isNumber(word)) flush(word);
    else {
      flush();
      found.push(word);
    }
  }
  flush();
  return found;
}

const isNumber = (word: string): boolean => /^[+\d()./\p{Pd}]+$/u.test(word) && /\d/.test(word);
const withoutPrefix = (bare: string): string => bare.replace(/^0+(?=\d)/, '');
/** `+49` and `(03)` are `49` and `03` in a number's digits. */
const trimmed = (piece: string): string => piece.replace(/^\D+|\D+$/g, '');
