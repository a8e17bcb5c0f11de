import { hiraganaLength, latinGivenNames } from '../contact/data/given-names.ts';
import { isUnitLikeName, surnameLength } from '../contact/data/surnames.ts';
import type { Name } from '../contact/draft.ts';
import { hasBracketForm, isGroup } from './fields/cjk-phrase.ts';
import { hasCjk, isAscii, wordsOf } from './fold.ts';
import {
  adrWords,
  honorifics,
  likelyUnitWords,
  orgForms,
  orgWords,
  telLabels,
  titleWords,
  unitWords,
  valueLabels,
} from './lexicon/tables.ts';
import { remembered } from './remembered.ts';
import { trimmedEnd, trimmedStart } from './trim.ts';

/** The name without forms of address, degrees, brackets and what decorates it: `Dr. Ana Ruiz, PhD (she/her)`. */
export const bareName = remembered((text): string => {
  let name = trimmedEnd(
    trimmedStart(text.replace(/[([{<][^)\]}>]{0,60}[)\]}>]?/g, ' '), /[^\p{L}\p{N}]/u),
    /[^\p{L}\p{N}.]/u,
  );
  for (let i = 0; i < 6; i++) {
    const shorter = withoutHonorific(name);
    if (shorter === name) break;
    name = shorter;
  }
  return name.replace(/\s+/g, ' ').trim();
});

/** Whether a text could be a person's name and nothing else. */
export const looksLikeName = remembered((text): boolean => {
  if (text.length > 50 || /[\d@:/\\|!?"”“;#=+*&_~]|\p{L}{6}\.\s/u.test(text)) return false;
  return hasCjk(text) ? looksLikeCjkName(text) : looksLikeLatinName(text);
});

/** Family and given name where the writing tells them apart. `local` is the part of the address before the `@`. */
export function splitName(name: string, local = ''): Name | undefined {
  if (hasCjk(name)) return splitCjkName(name);
  const parts = name.split(/\s+/).filter(Boolean);
  if (parts.length < 2) return undefined;
  if (familyFirst(parts, local)) return { family: parts[0], given: parts.slice(1).join(' ') };
  const particle = parts.findIndex((part, i) => i > 0 && isParticle(part));
  const at = particle > 0 ? particle : parts.length - 1;
  return { family: parts.slice(at).join(' '), given: parts.slice(0, at).join(' ') };
}

/** The name with its family name last, where the address or the capitals say that it stands first. */
export function inOrder(name: string, local: string): string {
  const parts = name.split(/\s+/);
  if (hasCjk(name) || parts.length < 2 || !familyFirst(parts, local)) return name;
  const capitals = parts.findIndex((part) => !/^\p{Lu}[\p{Lu}'’-]+$/u.test(part));
  const length = Math.max(capitals, 1); // `LE ROUX Anne`
  return [...parts.slice(length), ...parts.slice(0, length)].join(' ');
}

/** `OA Dr.`, `LL.M.`: nothing but forms of address and degrees. */
export function isOnlyHonorific(text: string): boolean {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; ) {
    const found = honorifics().match(words, at);
    if (!found) return false;
    at += found.length;
  }
  return words.length > 0;
}

/** `ruiz ana` for ana.ruiz@, or `ROUSSEL Thierry`. */
function familyFirst(parts: string[], local: string): boolean {
  const [first = '', last = ''] = [parts[0], parts[parts.length - 1]];
  if (/^\p{Lu}[\p{Lu}'’-]+$/u.test(first) && /^\p{Lu}\p{Ll}/u.test(last)) return true;
  const words = wordsOf(local);
  const [family, given] = [wordsOf(first).join(''), wordsOf(parts[1] ?? '').join('')];
  if (family === given || family.length < 2) return false;
  if (words.length === 1) return parts.length === 2 && given.length > 1 && words[0] === given[0] + family;
  return (words[0] === given || words[0] === given[0]) && words[words.length - 1] === family;
}

/** `de`, `van`, of a family name. */
export const isParticle = (word: string): boolean =>
  /^(van|von|vom|zu|zum|zur|de|del|della|di|da|dos|das|du|des|den|der|ten|ter|la|le|bin|ibn|al|el|af|av|op|['’]t|do|dal|degli|y|e)$/.test(
    word,
  );

function splitCjkName(name: string): Name | undefined {
  const parts = name.split(/\s+/).filter(Boolean);
  if (parts.length === 2) return { family: parts[0], given: parts[1] };
  const whole = parts.join('');
  const hiragana = hiraganaLength(whole);
  if (parts.length === 1 && hiragana) return { family: whole.slice(0, -hiragana), given: whole.slice(-hiragana) };
  const length = surnameLength(whole);
  if (parts.length !== 1 || !length || whole.length <= length) return undefined;
  const given = whole.slice(length);
  if (given.length > (length > 1 ? 3 : 2)) return undefined;
  if (length === 1 && /[\p{Script=Hiragana}\p{Script=Katakana}々]/u.test(whole)) return undefined;
  return { family: whole.slice(0, length), given };
}

function withoutHonorific(name: string): string {
  const plain = name.replace(/^(?:\p{Ll}{2,5}\. ?)+(?=\p{Lu})/u, ''); // `med. habil.` behind `Dr.`
  const pieces = plain.split(/[\s,]+/).filter(Boolean);
  const letters = pieces.findIndex((piece, i) => i > 1 && /^\p{Lu}{2,5}\p{Ll}/u.test(piece)); // `Ana Ruiz IEng MIPEM`
  if (letters > 0 && pieces.slice(letters).every((piece) => /^\p{Lu}{2}/u.test(piece)))
    return pieces.slice(0, letters).join(' ');
  if (pieces.length > 1) {
    for (const take of [2, 1]) {
      const head = wordsOf(pieces.slice(0, take).join(' '));
      if (pieces.length > take && isHonorific(head) && !isInitial(pieces[0] ?? '') && pieces[0] !== 'Mª')
        return pieces.slice(take).join(' ');
      const tail = wordsOf(pieces.slice(-take).join(' '));
      if (pieces.length > take && isHonorific(tail) && !isPlainName(pieces[pieces.length - 1] ?? '')) {
        return pieces.slice(0, -take).join(' ');
      }
    }
  }
  return (isAscii(plain) ? plain : plain.replace(closingName, '')).trim();
}

/** Forms of address and the humble words after one's own name. */
const closingName =
  /(?:様|さま|さん|氏|殿|先生|女士|小姐|님|귀하|드림|올림|배상|拝|拜|[敬謹谨][上啟启具呈白]|拜[上啟启]|鞠躬|手[書书])$/u;

/** `Ma` and `Pe` are names; `MA` and `P.E.` are degrees. */
const isPlainName = (word: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(word) && !/^(Dr|Prof|Mr|Mrs|Ms|Esq)$/.test(word);
const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word) && !/^m\.?$/i.test(word);
function isHonorific(words: readonly string[]): boolean {
  const found = honorifics().match(words, 0);
  return found !== undefined && found.length === words.length;
}

function looksLikeCjkName(text: string): boolean {
  const parts = text.split(/[\s・]+/).filter(Boolean);
  const letters = parts.join('');
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u.test(letters)) return false;
  if (parts.length > 3 || letters.length < 2 || letters.length > 12) return false;
  if (parts.some((part) => isOccupationWord(part)) || isLabel(text) || isLabel(letters)) return false;
  if (/^[\p{Script=Katakana}ー]+$/u.test(letters)) return parts.length > 1;
  if (/^[\p{Script=Katakana}ー]{2,}[\p{Script=Han}]/u.test(parts[0] ?? '')) return false;
  if (parts.length > 1 && /\p{Script=Hangul}/u.test(letters)) {
    return (parts[0] ?? '').length <= 2 && surnameLength(letters) !== undefined && letters.length <= 5;
  }
  if (parts.length > 1)
    return parts.every((part) => part.length < 2 || (part.length <= 5 && !isLabel(part))) && letters.length <= 8; // `代表 電話 受付`
  if (/\p{Script=Hangul}/u.test(letters)) return letters.length <= 4 && surnameLength(letters) !== undefined;
  return letters.length <= 5;
}

/** `소속`, `연락처`: a label, though it begins like a surname; also with its letters set apart, `小　計`. */
const isLabel = (text: string): boolean =>
  (valueLabels().phrase(wordsOf(text)) ?? telLabels().phrase(wordsOf(text))) !== undefined;

function looksLikeLatinName(text: string): boolean {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const own = parts.filter((part) => !isParticle(part));
  if (parts.length < 2 || own.length > 5 || parts.length > 8) return false;
  if (!parts.every((part) => /^\p{Lu}[\p{L}'’.-]*$/u.test(part) || isParticle(part))) return false;
  const written = parts.filter((part) => /\p{L}{2}|^\p{Lu}\.$/u.test(part)).length; // out, or as an initial: `J. R. Ruiz`
  if (!/\p{L}{2}/u.test(text) || written < (parts.length > 2 ? 2 : 1)) return false;
  if (parts.some((part) => /^\p{Lu}{2}$/u.test(part) && orgForms().match(wordsOf(part), 0))) return false;
  const words = wordsOf(text);
  if (words.some((word) => /^(the|and|of|for|your|our|by|team|l?equipe|equipo|equipa|squadra)$/.test(word)))
    return false;
  if (telLabels().match(words, 0)?.length === words.length) return false;
  const isStreet = () => adrWords().phrase(words.slice(-1)) !== undefined || !latinGivenNames().has(words[0] ?? '');
  if (adrWords().ending(words) && isStreet()) return false; // not `Anna Imhof`
  return !(isOccupationWord(text) || orgForms().match(words, 0));
}

/** Whether a table knows a word of the text as a company, unit or title; names like 日下部 aside. */
export const isOccupationWord = remembered((text): boolean => {
  if (isUnitLikeName(text)) return false;
  if (hasBracketForm(text) || isGroup(text)) return true;
  const words = wordsOf(text);
  return Boolean(
    titleWords().find(words) ??
      orgWords().find(words) ??
      unitWords().find(words) ??
      likelyUnitWords().find(words) ??
      orgForms().ending(words) ??
      (hasCjk(text) ? orgForms().match(words, 0) : undefined),
  );
});
