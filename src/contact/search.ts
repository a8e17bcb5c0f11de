import type { ContactCard } from './card.ts';
import { digits, fold } from './normalize.ts';

/** What the search looks through, folded: names, readings, company, title, addresses, and phones as bare digits. */
export function searchText(card: ContactCard): string {
  const { fn, n, phonetic, org, title, email, tel } = card;
  const texts = [fn, n?.family, n?.given, phonetic?.family, phonetic?.given, org?.name, ...(org?.units ?? []), title];
  const numbers = tel.flatMap((one) => [digits(one.text), digits(one.e164 ?? '')]);
  return [...texts, ...email, ...new Set(numbers)]
    .map((text) => fold(text ?? ''))
    .filter(Boolean)
    .join('\n');
}

/**
 * The words a search asks for, folded as `searchText` is. Every word must occur, in one of its spellings: what looks like
 * a piece of a phone number may also occur as bare digits.
 */
export function searchWords(query: string): string[][] {
  const words = new Set(fold(query).split(' ').filter(Boolean));
  return [...words].map((word) => (isNumber(word) && digits(word) !== word ? [word, digits(word)] : [word]));
}

const isNumber = (word: string): boolean => /^[+\d()./\p{Pd}]+$/u.test(word) && /\d/.test(word);
