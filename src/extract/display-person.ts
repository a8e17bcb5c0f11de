import { latinGivenNames } from '../contact/data/given-names.ts';
import { isRole, namesMachine, sharesWord } from './desk-address.ts';
import { isBodyWord, isWork } from './display-firm.ts';
import { squash, wordsOf } from './fold.ts';
import { likelyUnitWords, orgForms, orgWords, titleWords, unitWords } from './lexicon/tables.ts';
import { bareName, inOrder, isOccupationWord, isOnlyHonorific, isParticle } from './person.ts';

/** The person that a text of a From header names, family name last; undefined where it is a desk's or a firm's. */
export function personIn(text: string, local: string): string | undefined {
  const comma = text.lastIndexOf(',');
  if (comma > 0 && isOnlyHonorific(text.slice(comma))) return personIn(text.slice(0, comma), local);
  const inverted = /^([^,]{1,40}),\s*([^,]{1,40})$/.exec(text);
  const plain = bareName(inverted?.[1] && inverted[2] ? `${inverted[2]} ${bareName(inverted[1])}` : text).replace(
    /\s(Jr|Sr|II|III)\.?(?=\s|$)/,
    '',
  );
  const words = wordsOf(plain);
  if (words.length === 0 || words.filter((word) => !isParticle(word)).length > 5 || /[\d:!?]/.test(plain))
    return undefined;
  const isOfOthers = /^(?:customer|client|member|guest|patient|passenger)s?$/.test(words[0] ?? '');
  if (isOfOthers && (words.slice(1).join('') === squash(local) || isRole(local))) return undefined; // `Customer Resolution` of resolution@
  if (isInitialed(words, local)) return inOrder(plain, local);
  if (orgForms().ending(words) ?? firmWord(plain, words) ?? unitWords().find(words) ?? likelyUnitWords().find(words))
    return undefined;
  if (namesMachine(plain)) return undefined;
  const isOwn = sharesWord(words, local);
  const isOffice = !isOwn && /^\p{L}{8,} (?:de|di|do|da|du|für|of) /u.test(plain) && titleWords().match(words, 0); // `Administrador de Sistemas`
  const isDesk = /^\p{Lu}\p{L}+ \p{Ll}{4}/u.test(plain) && isBodyWord(words[0] ?? ''); // `Cancelleria comunale`
  if (isOffice || isDesk || isWork(words[0] ?? '')) return undefined;
  if (isSlogan(plain) && (!isOwn || (words.length > 3 && squash(plain) === squash(local)))) return undefined;
  if (words.length === 1 && isRole(local) && !latinGivenNames().has(words[0] ?? '')) return undefined;
  if (isRole(local) && (words[0] === squash(local) || words.every((word) => local.toLowerCase().includes(word))))
    return undefined; // `Tienda Garza` of tienda@
  if (/^\p{Lu}[\p{Lu}\d.]{1,4}$/u.test(plain) && !isOwn) return undefined;
  return inOrder(plain, local);
}

/** A company's word in a display name; not `Chu` for `CHU`, which is written in capitals. */
function firmWord(display: string, words: readonly string[]): unknown {
  const found = orgWords().find(words);
  const isAcronym = found?.length === 1 && (words[found.at]?.length ?? 0) < 4;
  return isAcronym && /^\p{Lu}\p{Ll}/u.test(display.split(' ')[found.at] ?? '') ? undefined : found;
}

/** `Jane School` of jschool@ or school@, `Ann Bank` of a.bank@: no desk's address has its words so. */
function isInitialed([given = '', family = '', ...others]: readonly string[], local: string): boolean {
  if (others.length > 0 || family.length < 3 || given.length < 2) return false;
  const flat = squash(local);
  return flat === given[0] + family || (flat === family && !isOccupationWord(given) && !isRole(local));
}

/** `Robert Roe For Mayor`, `The Kite Club`, `La Gazette du Jardin`: words that people's names have not. */
const isSlogan = (text: string): boolean =>
  /\b(for|of|the|and|team|your|our)\b|^(la|les|los|il|der|die|das)\s/i.test(text);
