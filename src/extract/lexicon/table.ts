import { hasCjk, isAscii, squash, wordsOf } from '../fold.ts';

/** The longest entry found at one place of a text. */
export interface Match<V> {
  value: V;
  /** Index of its first word, and how many words it has. */
  at: number;
  length: number;
}

/** Looks words up; entries as `Lexicon` writes them (`-leiter`, `株式会社-`, phrases with blanks). */
export interface WordTable<V> {
  /** The longest entry that begins at word `at`. */
  match(words: Words, at: number): Match<V> | undefined;
  /** The first entry anywhere in the words. */
  find(words: Words): Match<V> | undefined;
  /** The longest entry that ends with the last word. */
  ending(words: Words): Match<V> | undefined;
  /** The entry that is these words, and no beginning or ending. */
  phrase(words: Words): V | undefined;
}

type Words = readonly string[];

export function wordTable<V extends {}>(entries: Iterable<readonly [string, V]>): WordTable<V> {
  const phrases = new Phrases<V>();
  const suffixes = new Affixes<V>('backwards');
  const prefixes = new Affixes<V>('forwards');
  for (const [entry, value] of entries) {
    for (const spelling of spellings(entry)) {
      const words = wordsOf(spelling);
      if (words.length === 0) continue;
      if (entry.startsWith('-')) suffixes.add(words.join(' '), value);
      else if (entry.endsWith('-')) prefixes.add(words.join(' '), value);
      else phrases.add(words, value);
    }
  }

  function match(words: Words, at: number): Match<V> | undefined {
    const phrase = phrases.longestAt(words, at);
    if (phrase) return { value: phrase.value, at, length: phrase.words.length };
    const word = words[at];
    const value = word === undefined ? undefined : (suffixes.longestOf(word) ?? prefixes.longestOf(word));
    return value === undefined ? undefined : { value, at, length: 1 };
  }

  function find(words: Words): Match<V> | undefined {
    for (let at = 0; at < words.length; at++) {
      const found = match(words, at);
      if (found) return found;
    }
    return undefined;
  }

  function ending(words: Words): Match<V> | undefined {
    for (let at = Math.max(0, words.length - phrases.mostWords); at < words.length; at++) {
      const found = match(words, at);
      if (found && at + found.length === words.length) return found;
    }
    return undefined;
  }

  function phrase(words: Words): V | undefined {
    const found = phrases.longestAt(words, 0);
    return found?.words.length === words.length ? found.value : undefined;
  }

  return { match, find, ending, phrase };
}

/** `adjoint(e)` is `adjoint` and `adjointe`; `direct(eur|rice)` is `directeur` and `directrice`. */
function spellings(entry: string): string[] {
  const open = entry.indexOf('(');
  if (open < 0) return withoutUmlauts(entry);
  const stem = entry.slice(0, open);
  const [one = '', other] = entry.slice(open + 1, -1).split('|');
  return (other === undefined ? [stem, stem + one] : [stem + one, stem + other]).flatMap(withoutUmlauts);
}

/** `Grüße` and `Gruesse`, `Hälsningar` and `Haelsningar`: also as keyboards without these letters have it. */
function withoutUmlauts(entry: string): string[] {
  const spelled = entry.replace(/[äöüåøæ]/g, (letter) => twoLetters[letter] as string);
  return spelled === entry ? [entry] : [entry, spelled];
}
const twoLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };

/** Phrases of whole words, by their first word: for most words one byte tells that none begins there. */
class Phrases<V> {
  mostWords = 1;
  private readonly mayBegin = new Uint8Array(shapes);
  private readonly byFirst = new Map<string, { words: Words; value: V }[]>();

  /** Of two equal phrases the first one stays. */
  add(words: Words, value: V): void {
    const first = words[0] as string;
    const others = this.byFirst.get(first) ?? [];
    const at = others.findIndex((other) => other.words.length < words.length);
    others.splice(at < 0 ? others.length : at, 0, { words, value });
    this.byFirst.set(first, others);
    this.mayBegin[shapeOf(first)] = 1;
    this.mostWords = Math.max(this.mostWords, words.length);
  }

  longestAt(words: Words, at: number): { words: Words; value: V } | undefined {
    const first = words[at];
    if (first === undefined || this.mayBegin[shapeOf(first)] === 0) return undefined;
    const candidates = this.byFirst.get(first);
    if (candidates === undefined) return undefined;
    for (const phrase of candidates) if (standsAt(phrase.words, words, at)) return phrase;
    return undefined;
  }
}

/** A number that differs for most words: of their first and last letter and their length. */
const shapeOf = (word: string): number =>
  (word.charCodeAt(0) * 31 + word.charCodeAt(word.length - 1) * 7 + word.length) & (shapes - 1);
const shapes = 1_024;

function standsAt(phrase: Words, words: Words, at: number): boolean {
  for (let i = 1; i < phrase.length; i++) if (phrase[i] !== words[at + i]) return false;
  return true;
}

/** The endings of words, read backwards, or their beginnings: a tree of letters. */
class Affixes<V> {
  private readonly root: AffixNode<V> = { next: new Map(), value: undefined };
  /** By the last eight bits of a word's outer letter whether an affix may have it: most words need no more. */
  private readonly mayHave = new Uint8Array(0x100);
  constructor(private readonly direction: 'forwards' | 'backwards') {}

  /** Of two equal affixes the first one stays. */
  add(affix: string, value: V): void {
    let node = this.root;
    for (let i = 0; i < affix.length; i++) {
      const letter = this.letter(affix, i);
      if (i === 0) this.mayHave[letter & 0xff] = 1;
      const next: AffixNode<V> = node.next.get(letter) ?? { next: new Map(), value: undefined };
      node.next.set(letter, next);
      node = next;
    }
    node.value ??= value;
  }

  /** The value of the longest affix that the word has. */
  longestOf(word: string): V | undefined {
    if (this.mayHave[this.letter(word, 0) & 0xff] === 0) return undefined;
    let value: V | undefined;
    let node: AffixNode<V> | undefined = this.root;
    for (let i = 0; i < word.length; i++) {
      node = node.next.get(this.letter(word, i));
      if (node === undefined) break;
      if (node.value !== undefined) value = node.value;
    }
    return value;
  }

  private letter(word: string, i: number): number {
    return word.charCodeAt(this.direction === 'forwards' ? i : word.length - 1 - i);
  }
}

interface AffixNode<V> {
  /** By the code of the next letter. */
  next: Map<number, AffixNode<V>>;
  value: V | undefined;
}

/** Looks for phrases of running text: whole words, or any stretch of Chinese, Japanese or Korean letters. */
export interface PhraseTable {
  in(text: string): boolean;
  starts(text: string): boolean;
  /** The rest of the text after a phrase it starts with; undefined when it starts with none. */
  afterStart(text: string): string | undefined;
  /** Whether the text ends with a phrase, punctuation aside. */
  endOf(text: string): boolean;
}

export function phraseTable(entries: string[]): PhraseTable {
  const phrases = new Phrases<string>();
  const stretches = new Stretches();
  for (const entry of entries.flatMap(withoutUmlauts)) {
    const words = wordsOf(entry);
    if (words.length === 0) continue;
    if (hasCjk(entry)) stretches.add(words.join(' '));
    else phrases.add(words, words.join(' '));
  }
  const startOf = (text: string): string => {
    const words = wordsOf(text);
    const phrase = phrases.longestAt(words, 0)?.value ?? '';
    const stretch = isAscii(text) ? '' : (stretches.startOf(words) ?? '');
    return stretch.length > phrase.length ? stretch : phrase;
  };
  return {
    in(text) {
      const words = wordsOf(text);
      for (let at = 0; at < words.length; at++) if (phrases.longestAt(words, at)) return true;
      return !isAscii(text) && stretches.in(words);
    },
    starts: (text) => startOf(text) !== '',
    afterStart(text) {
      const start = startOf(text);
      return start === '' ? undefined : textAfter(text, start);
    },
    endOf(text) {
      const words = wordsOf(text);
      const first = Math.max(0, words.length - phrases.mostWords);
      return (
        words.some((_, at) => at >= first && phrases.longestAt(words, at)?.words.length === words.length - at) ||
        stretches.endOf(words)
      );
    },
  };
}

/** Phrases of letters that no blanks part, by their first letter; they may stand anywhere in a word. */
class Stretches {
  private readonly byFirst = new Map<string, string[]>();

  add(phrase: string): void {
    const first = phrase.charAt(0);
    this.byFirst.set(
      first,
      [...(this.byFirst.get(first) ?? []), phrase].sort((a, b) => b.length - a.length),
    );
  }

  startOf(words: Words): string | undefined {
    const candidates = this.byFirst.get(words[0]?.charAt(0) ?? '');
    const text = candidates ? words.join(' ') : '';
    return candidates?.find((phrase) => text.startsWith(phrase));
  }

  in(words: Words): boolean {
    return this.within(words, () => true);
  }

  endOf(words: Words): boolean {
    return this.within(words, (end, text) => end === text.length);
  }

  private within(words: Words, isWanted: (end: number, text: string) => boolean): boolean {
    if (this.byFirst.size === 0 || !words.some(hasCjk)) return false;
    const text = words.join(' ');
    for (let at = 0; at < text.length; at++) {
      const candidates = this.byFirst.get(text.charAt(at));
      if (candidates?.some((phrase) => text.startsWith(phrase, at) && isWanted(at + phrase.length, text))) return true;
    }
    return false;
  }
}

/** What follows in `text` once all letters and digits of the folded `key` have gone by. */
function textAfter(text: string, key: string): string {
  let left = key.replace(/ /g, '').length;
  let at = 0;
  for (const char of text) {
    if (left <= 0) break;
    left -= squash(char).length;
    at += char.length;
  }
  return text.slice(at);
}
