import { fold, hasCjk, wordsOf } from '../fold.ts';

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
  match(words: string[], at: number): Match<V> | undefined;
  /** The first entry anywhere in the words. */
  find(words: string[]): Match<V> | undefined;
  /** The longest entry that ends with the last word. */
  ending(words: string[]): Match<V> | undefined;
}

export function wordTable<V>(entries: Iterable<readonly [string, V]>): WordTable<V> {
  const whole = new Map<string, V>();
  const suffixes = new Map<string, V>();
  const prefixes = new Map<string, V>();
  let longest = 1;
  for (const [entry, value] of entries) {
    const words = wordsOf(entry);
    const key = words.join(' ');
    const target = entry.startsWith('-') ? suffixes : entry.endsWith('-') ? prefixes : whole;
    if (key && !target.has(key)) target.set(key, value);
    if (target === whole) longest = Math.max(longest, words.length);
  }

  function match(words: string[], at: number): Match<V> | undefined {
    for (let length = Math.min(longest, words.length - at); length >= 1; length--) {
      const value = whole.get(words.slice(at, at + length).join(' '));
      if (value !== undefined) return { value, at, length };
    }
    const word = words[at];
    const value = word === undefined ? undefined : affix(word);
    return value === undefined ? undefined : { value, at, length: 1 };
  }

  /** The longest suffix entry of a word, else the longest prefix. */
  function affix(word: string): V | undefined {
    const most = Math.min(word.length, 12);
    for (let length = most; length >= 1 && suffixes.size > 0; length--) {
      const value = suffixes.get(word.slice(-length));
      if (value !== undefined) return value;
    }
    for (let length = most; length >= 1 && prefixes.size > 0; length--) {
      const value = prefixes.get(word.slice(0, length));
      if (value !== undefined) return value;
    }
    return undefined;
  }

  function find(words: string[]): Match<V> | undefined {
    for (let at = 0; at < words.length; at++) {
      const found = match(words, at);
      if (found) return found;
    }
    return undefined;
  }

  function ending(words: string[]): Match<V> | undefined {
    for (let at = Math.max(0, words.length - longest); at < words.length; at++) {
      const found = match(words, at);
      if (found && at + found.length === words.length) return found;
    }
    return undefined;
  }

  return { match, find, ending };
}

/** Looks for phrases of running text: whole words, or any stretch of Chinese, Japanese or Korean letters. */
export interface PhraseTable {
  in(text: string): boolean;
  /** The rest of the text after a phrase it starts with; undefined when it starts with none. */
  afterStart(text: string): string | undefined;
  /** Whether the text ends with a phrase, punctuation aside. */
  endOf(text: string): boolean;
}

export function phraseTable(entries: string[]): PhraseTable {
  const folded = entries
    .map((entry) => ({ key: wordsOf(entry).join(' '), cjk: hasCjk(entry) }))
    .sort((a, b) => b.key.length - a.key.length);
  const spaced = (text: string) => ` ${wordsOf(text).join(' ')} `;
  return {
    in(text) {
      const within = spaced(text);
      return folded.some(({ key, cjk }) => within.includes(cjk ? key : ` ${key} `));
    },
    afterStart(text) {
      const within = spaced(text);
      const entry = folded.find(({ key, cjk }) => within.startsWith(cjk ? ` ${key}` : ` ${key} `));
      return entry && textAfter(text, entry.key);
    },
    endOf(text) {
      const within = spaced(text);
      return folded.some(({ key, cjk }) => within.endsWith(cjk ? `${key} ` : ` ${key} `));
    },
  };
}

/** What follows in `text` once all letters and digits of the folded `key` have gone by. */
function textAfter(text: string, key: string): string {
  let left = key.replace(/ /g, '').length;
  let at = 0;
  for (const char of text) {
    if (left <= 0) break;
    left -= fold(char).replace(/[^\p{L}\p{N}ー々]/gu, '').length;
    at += char.length;
  }
  return text.slice(at);
}
