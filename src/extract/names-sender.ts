import { isJapaneseSurname } from '../contact/data/surnames.ts';
import { isPersonalAddress, isRole } from './desk-address.ts';
import { fold, hasCjk, squash, wordsOf } from './fold.ts';
import type { Sender } from './sender.ts';
import { bar, bare, isContact } from './signature-lines.ts';

/**
 * Whether the line is the sender's name, or begins or ends with it: wholly, the first name alone, its initials.
 * `whole`: the family name is there too.
 */
export function namesSender(text: string, sender: Sender): 'whole' | 'part' | undefined {
  const line = headOf(bare(text));
  if (!line || line.length > 160 || isTrailer(line)) return undefined;
  return namesAs(line, sender.name ?? '', sender) ?? (sender.also ? namesAs(line, sender.also, sender) : undefined);
}

/** `Reviewed-by: Ana Ruiz <ana@example.com>`: what people say of a patch. */
const isTrailer = (line: string): boolean => line.includes('-by:') && /^[A-Z][\w-]{2,20}-by:\s/.test(line);

/** Of a line too long to be looked through, what stands before its first bar. */
const headOf = (line: string): string => (line.length > 160 ? (line.split(bar, 1)[0] as string) : line);

function namesAs(line: string, full: string, sender: Sender): 'whole' | 'part' | undefined {
  const name = wordsOf(full);
  if (name.length === 0)
    return spellsAddress(line, sender) ? 'whole' : isWordOfAddress(line, sender) ? 'part' : undefined;
  const flat = squash(line);
  const joined = name.join('');
  if (joined.length > 2 && name.length > 1 && (flat.startsWith(joined) || flat.endsWith(joined))) return 'whole';
  if (areInitials(line, sender)) return 'part';
  if (!hasCjk(joined)) return latinNames(line, name);
  return (
    cjkNames(flat, name) ?? (joined.length > 1 && line.length < 80 && holdsWord(line, joined) ? 'whole' : undefined)
  );
}

/** `HN` for haneul.na@, in capitals and alone. */
function areInitials(line: string, { local }: Sender): boolean {
  if (line.length > 6 || !/^\p{Lu}{2,3}$/u.test(line)) return false;
  const initials = wordsOf(local).map((word) => word.charAt(0));
  const own = line.toLowerCase();
  return initials.length > 1 && (own === initials.join('') || own === initials.reverse().join(''));
}

/** Whether a word of the line, or two with a blank between, are the name. */
function holdsWord(line: string, name: string): boolean {
  const words = line.split(/[\s/|·,:()]+/);
  return words.some((word, i) => fold(word) === name || fold(word + (words[i + 1] ?? '')) === name);
}

/** A name without blanks, or of one with blanks the family name alone. */
function cjkNames(flat: string, name: readonly string[]): 'whole' | 'part' | undefined {
  if (/^[老小阿].$/u.test(flat) && name.join('').includes(flat.slice(1))) return 'part';
  if (name.length > 1 && flat === [...name].reverse().join('')) return 'whole';
  const plain = flat.length > 2 ? flat.replace(/(이가|가|이|드림|올림)$/u, '') : flat;
  if (name.length > 1) return plain === name[0] || plain === name[1] ? 'part' : undefined;
  const [only = ''] = name;
  if (plain.length > 1 && plain.length < only.length && only.endsWith(plain)) return 'part';
  const isFamilyName = plain.length > 1 && (only.length > 3 || isJapaneseSurname(plain));
  if (isFamilyName && plain.length < only.length && only.startsWith(plain)) return 'part';
  return flat === only || (only.length > 1 && (flat.startsWith(only) || flat.endsWith(only))) ? 'whole' : undefined;
}

/** Family name and a word like the given name in either order; else the given name, initials, `Ana, 4th floor`. */
function latinNames(line: string, name: readonly string[]): 'whole' | 'part' | undefined {
  const words = wordsOf(line);
  const head = words.slice(0, 6);
  const [given = '', family = ''] = [name[0], name[name.length - 1]];
  const isGivenLike = (word: string) => word !== family && word[0] === given[0];
  if (family.length > 1 && head.includes(family) && head.some(isGivenLike)) return 'whole';
  if (words.length <= 2 && words.some((word) => word === given || (word.length > 2 && startsAlike(word, given)))) {
    return 'part';
  }
  const [only = ''] = words;
  const isAlone = () =>
    words.length === 1 || (/^\p{Lu}{2,3}\s/u.test(line) && words.slice(1).every((word) => /^x?\d+$/.test(word)));
  if (only.length <= name.length && areInitialsOf(only, name) && isAlone()) return 'part';
  const isPair = words.length === 3 && /^\S+ (and|&|und|et|y|e|i|en|og|och) \S+$/u.test(line);
  if (isPair && (only === given || (only.length > 2 && startsAlike(only, given)))) return 'part';
  const beforeComma = wordsOf(line.includes(',') ? line.slice(0, line.indexOf(',')) : '');
  const [first, initial, more] = beforeComma; // `Ana R., ana@example.com`
  return first === given && !more && (!initial || initial === family[0]) ? 'part' : undefined;
}

/** All initials, the first one, or the first and the last. */
function areInitialsOf(word: string, name: readonly string[]): boolean {
  const initials = name.map((part) => part[0]).join('');
  return word === initials || word === initials[0] || word === `${initials[0]}${name[name.length - 1]?.[0]}`;
}

/** Whether one of the first words is in a personal address: `Ana Ruiz` for ana@ or aruiz@. */
function spellsAddress(line: string, { local }: Sender): boolean {
  if (isContact(line) || isRole(local)) return false;
  const flat = squash(local);
  const words = wordsOf(line).slice(0, 3);
  return words.length > 1 && words.some((word) => word.length > 2 && flat.includes(word));
}

/** `Ana` for ana.ruiz@ */
function isWordOfAddress(line: string, { local }: Sender): boolean {
  const [word = '', ...others] = wordsOf(line);
  return (
    others.length === 0 &&
    word.length > 2 &&
    isPersonalAddress(local) &&
    /[._]/.test(local) &&
    wordsOf(local).includes(word)
  );
}

/** `steve` for `stephen`, `rich` for `richard`: the same first three letters. */
const startsAlike = (a: string, b: string): boolean => a.slice(0, 3) === b.slice(0, 3);
