import { nicknames } from './data/name-words.ts';
import type { NameReading, Word } from './name-readings.ts';
import { romajiKey } from './romaji.ts';

/**
 * How two names stand to each other, the closest first.
 * `same`: both parts, as far as both say them. `similar`: a part of a longer family name, the parts turned round, or the
 * name of before the marriage. `initials`, `nickname`, `spelling` (one slip), `part` (one has the family name or the given
 * name alone), `reading` (kanji, and letters of an address that may be how they are read): what may be one person.
 * `other-family`: the given name alone is the same, as after a marriage. `unknown`: in scripts that cannot be compared.
 * `missing`: one has no name. `other`: two people.
 */
export const nameRelations = [
  'same',
  'similar',
  'initials',
  'nickname',
  'spelling',
  'part',
  'reading',
  'other-family',
  'unknown',
  'missing',
  'other',
] as const;
export type NameRelation = (typeof nameRelations)[number];

/** `isJapanese`: Latin letters may be romaji, whose spellings vary. */
export function compareNames(a: NameReading[], b: NameReading[], isJapanese: boolean): NameRelation {
  if (a.length === 0 || b.length === 0) return 'missing';
  const pairs = a.flatMap((x) =>
    b.filter((y) => x.script === y.script).map((y) => ({ x, y, relation: compare(x, y, isJapanese) })),
  );
  const stated = pairs.filter(({ x, y }) => x.from !== 'address' && y.from !== 'address');
  const han = closest(stated.filter(({ x }) => x.script === 'han').map(({ relation }) => relation));
  const spoken = closest(stated.filter(({ x }) => x.script !== 'han').map(({ relation }) => relation));
  if (han && spoken && han !== 'other') return spoken === 'other' ? 'spelling' : han; // 健 is Ken or Takeshi
  if (han ?? spoken) return (han ?? spoken) as NameRelation;
  const guessed = closest(pairs.map(({ relation }) => relation));
  if (guessed === undefined) return 'unknown';
  if (guessed === 'part') return 'part';
  return ['same', 'similar', 'initials'].includes(guessed) ? 'reading' : 'unknown';
}

const closest = (relations: NameRelation[]): NameRelation | undefined =>
  nameRelations.find((one) => relations.includes(one));

function compare(a: NameReading, b: NameReading, isJapanese: boolean): NameRelation {
  if (a.generation && b.generation && a.generation !== b.generation) return 'other';
  const relation = compareParted(a, b, isJapanese);
  const isOneSided = a.generation !== b.generation;
  return isOneSided && (relation === 'same' || relation === 'similar') ? 'spelling' : relation;
}

function compareParted(a: NameReading, b: NameReading, isJapanese: boolean): NameRelation {
  const same = (x: Word, y: Word) => sameWord(x, y, isJapanese);
  if (isWhole(a) || isWhole(b)) return compareWhole(a, b, same);
  const straight = combined(part(a.family, b.family, same, 'family'), part(a.given, b.given, same, 'given'), true);
  if (straight === 'same' || isSamePiece(a, b)) return 'same';
  const before = [a.born.length > 0 && part(a.born, b.family, same), b.born.length > 0 && part(a.family, b.born, same)];
  const married = before.includes('equal') && part(a.given, b.given, same) === 'equal';
  if (married || sameBag(a, b, same)) return 'similar';
  return closest([straight, turned(a, b, same)]) ?? 'other';
}

/** 小野 寺司 and 小野寺 司: where a name is parted may be a guess. */
const isSamePiece = (a: NameReading, b: NameReading): boolean =>
  a.script !== 'latin' && a.given.length > 0 && b.given.length > 0 && a.whole[0] === b.whole[0];

/** As if one of the names had the family name in the other place; a name of one word may be either. */
function turned(a: NameReading, b: NameReading, same: Same): NameRelation {
  if (a.script !== 'latin') return 'other';
  if (a.given.length > 0 && b.given.length > 0)
    return combined(part(a.family, b.given, same), part(a.given, b.family, same), false);
  return [part(a.family, b.given, same), part(a.given, b.family, same)].includes('equal') ? 'part' : 'other';
}

const isWhole = (reading: NameReading): boolean => reading.family.length === 0 && reading.given.length === 0;

/** One of them in one piece: 山田太郎 is 山田 太郎; 山田 is a part of it. */
function compareWhole(a: NameReading, b: NameReading, same: Same): NameRelation {
  const back = (reading: NameReading): Word => [[...reading.given, ...reading.family].map((word) => word[0]).join('')];
  const straight = (reading: NameReading): Word => [
    [...reading.family, ...reading.given].map((word) => word[0]).join(''),
  ];
  if (
    [a.whole, straight(a), back(a)].some((x) => [b.whole, straight(b), back(b)].some((y) => x[0] && y[0] && same(x, y)))
  )
    return 'same';
  const [short, long] = [a, b].sort((x, y) => (x.whole[0]?.length ?? 0) - (y.whole[0]?.length ?? 0)) as [
    NameReading,
    NameReading,
  ];
  const piece = short.whole[0] ?? '';
  return short.script === 'han' && isWhole(short) && piece.length >= 2 && long.whole[0]?.startsWith(piece)
    ? 'part'
    : 'other';
}

/** Every word of the shorter name stands in the longer one, whichever comes first; two words at least. */
function sameBag(a: NameReading, b: NameReading, same: Same): boolean {
  const [short, long] = [
    [...a.family, ...a.given],
    [...b.family, ...b.given],
  ].sort((x, y) => x.length - y.length) as [Word[], Word[]];
  const rest = [...long];
  for (const word of short) {
    const at = rest.findIndex((other) => isFull(word) && same(word, other));
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return short.length >= 2 && a.given.length > 0 && b.given.length > 0;
}

type PartRelation = 'equal' | 'within' | 'initials' | 'nickname' | 'slip' | 'missing' | 'different';
type Same = (x: Word, y: Word) => boolean;

function combined(family: PartRelation, given: PartRelation, isStraight: boolean): NameRelation {
  const close = (relation: PartRelation) => relation === 'equal' || relation === 'within';
  if (close(family) && close(given)) return family === 'equal' && isStraight ? 'same' : 'similar';
  if (close(family) && given === 'initials') return 'initials';
  if (close(family) && given === 'nickname') return 'nickname';
  if (isStraight && ((family === 'slip' && close(given)) || (close(family) && given === 'slip'))) return 'spelling';
  if ((family === 'equal' && given === 'missing') || (family === 'missing' && given === 'equal')) return 'part';
  return isStraight && family === 'different' && given === 'equal' ? 'other-family' : 'other';
}

function part(a: Word[], b: Word[], same: Same, which?: 'family' | 'given'): PartRelation {
  if (a.length === 0 || b.length === 0) return 'missing';
  const isNamed = a.some(isFull) && b.some(isFull);
  if (joined(a).some((x) => joined(b).some((y) => same([x], [y])))) return isNamed ? 'equal' : 'initials';
  const [short, long] = [a, b].sort((x, y) => x.length - y.length) as [Word[], Word[]];
  if (short.every(isFull) && isWithin(short, long, same)) return 'within';
  if (isWithin(short, long, (x, y) => same(x, y) || isInitialOf(x, y))) {
    const first = [short[0], long[0]] as [Word, Word];
    return isFull(first[0]) && same(...first) ? 'within' : 'initials';
  }
  const [x, y] = [a[0]?.[0] ?? '', b[0]?.[0] ?? ''];
  if (a.length === 1 && b.length === 1 && nicknames.has(x) && nicknames.get(x) === nicknames.get(y)) return 'nickname';
  return isNamed && hasOneSlip(a, b, same, which === 'family' ? 5 : 6) ? 'slip' : 'different';
}

/** All words but one are the same, and that one is mistyped. */
function hasOneSlip(a: Word[], b: Word[], same: Same, minLength: number): boolean {
  if (a.length !== b.length) return false;
  const others = a.map((word, i) => [word, b[i] as Word] as const).filter(([x, y]) => !same(x, y));
  const [pair] = others;
  return others.length === 1 && pair !== undefined && pair[0].some((x) => pair[1].some((y) => isSlip(x, y, minLength)));
}

const joined = (words: Word[]): string[] => [
  ...new Set([words.map((word) => word[0]).join(''), words.map((word) => word.at(-1)).join('')]),
];

/** Each word of the shorter list fits one of the longer, in the same order. */
function isWithin(short: Word[], long: Word[], fits: Same): boolean {
  let at = 0;
  for (const word of short) {
    while (at < long.length && !fits(word, long[at] as Word)) at++;
    if (at === long.length) return false;
    at++;
  }
  return true;
}

const isFull = (word: Word): boolean =>
  (word[0]?.length ?? 0) > 1 || /\p{Script=Han}|\p{Script=Hangul}/u.test(word[0] ?? '');

const isInitialOf = (x: Word, y: Word): boolean =>
  isFull(x) !== isFull(y) &&
  (isFull(x) ? x.some((form) => form.startsWith(y[0] ?? ' ')) : y.some((form) => form.startsWith(x[0] ?? ' ')));

const sameWord = (x: Word, y: Word, isJapanese: boolean): boolean =>
  x.some((form) => y.some((other) => form === other || (isJapanese && romajiKey(form) === romajiKey(other))));

/**
 * One letter too many or too few or two turned round, in five letters or more; another letter, in `minLength` or more, since
 * María and Marta are two; or kanji that are mixed up.
 */
function isSlip(a: string, b: string, minLength: number): boolean {
  if (/\p{Script=Han}/u.test(a)) return unmixed(a) === unmixed(b);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 5 || long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return long.length >= minLength;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

const mixedUp = ['斎斉', '朗郎', '祐裕', '哉也', '己巳', '康庸'];
const unmixed = (text: string): string => mixedUp.reduce((all, [from = '', to = '']) => all.replaceAll(from, to), text);
