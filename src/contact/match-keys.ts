import type { ContactCard } from './card.ts';
import { type Person, personOf } from './compare-cards.ts';
import type { NameReading, Word } from './name-readings.ts';
import { romajiKey } from './romaji.ts';

/**
 * By what a card's person is found among many contacts, beside the addresses: whole names, a word of the name together with
 * the company, numbers, profiles. Two cards that may be one person have a key in common, but for few; the same algorithm
 * must have made both sides' keys. At most 60, each of at most 200 characters.
 */
export function matchKeys(card: ContactCard | Person): string[] {
  const person = 'readings' in card ? card : personOf(card);
  const { readings, domains, company, phones, profiles } = person;
  const stated = readings.filter(({ from }) => from !== 'address');
  const places = [...domains.slice(0, 2), ...(company ? [company] : [])];
  const words = new Set(readings.flatMap(wordsOf));
  const keys = [
    ...phones.map(({ number }) => `phone ${number}`),
    ...profiles.map((profile) => `profile ${profile}`),
    ...stated.flatMap(wholeNames).map((name) => `name ${name}`),
    ...places.flatMap((place) => [...words].slice(0, 12).map((word) => `at ${place} ${word}`)),
  ];
  return [...new Set(keys.map((key) => key.slice(0, 200)))].slice(0, 60);
}

/** First given name and each family name, in the order of the alphabet: the same whichever stands first. */
function wholeNames({ script, family, given, whole, born }: NameReading): string[] {
  if (script !== 'latin' && script !== 'other') return [`${whole[0]}`];
  const [first] = given;
  if (!first) return whole[0] ? [romajiKey(whole[0])] : [];
  const pairs = [...family, ...born].flatMap((last) =>
    both(first).flatMap((g) => both(last).map((f) => [g, f].sort().join(' '))),
  );
  return pairs.slice(0, 8);
}

/** What a name is found by within a company: its words of two letters or more; of an unparted one, how it begins. */
function wordsOf({ script, family, given, whole, born }: NameReading): string[] {
  const words = [...family, ...given.slice(0, 2), ...born];
  if (words.length === 0)
    return script === 'han' ? [1, 2, 3].map((length) => (whole[0] ?? '').slice(0, length)) : [...whole];
  const isKey = (word: string) => word.length > 1 || script === 'han' || script === 'hangul';
  return words.flatMap(both).filter(isKey);
}

const both = (word: Word): string[] => [...new Set(word.map((spelling) => romajiKey(spelling)))];
