import { latinGivenNames } from '../contact/data/given-names.ts';
import { roleNames } from '../contact/data/role-names.ts';
import { cjkDisplay } from './cjk-display.ts';
import { countryNamed } from './data/countries.ts';
import { isPersonalAddress, isRole, sharesWord } from './desk-address.ts';
import { isBodyWord, isBrand, isHouse, isOfficeOf, withoutDesk } from './display-firm.ts';
import { personIn } from './display-person.ts';
import { labelsOf } from './domain-label.ts';
import { isUnitKind, latinKind } from './fields/latin-kind.ts';
import { hasCjk, squash, wordsOf } from './fold.ts';
import { fieldWords, titleWords, unitWords } from './lexicon/tables.ts';
import { bareName, isOccupationWord, looksLikeName } from './person.ts';
import type { Sender } from './sender.ts';

type Named = Pick<Sender, 'name' | 'also' | 'org' | 'units' | 'title' | 'isHouse'>;

/** What a display name says: the person, and a company beside them. */
export function named(display: string, sender: Sender): Named {
  const { local } = sender;
  const text =
    display
      .replace(/^(?:\p{L}+\. )?(?:\p{Lu}\.){1,4} \((\p{Lu}\p{L}+)\) (?=\p{L})/u, '$1 ')
      .split(
        /\s(?:via|through|on behalf of|im auftrag von|namens|au nom de|en nombre de|per conto di|em nome de)\s/i,
      )[0] ?? '';
  if (isOfficeOf(text, sender)) return {};
  if (!text || /@|_at_|\.(com|net|org|jp)$/i.test(text) || repeatsAddress(text, local)) return {};
  if (hasCjk(text)) {
    if (isSpelledFamily(text, local)) return { name: text };
    const { also, ...displayed } = cjkDisplay(text, isRole(local));
    return displayed.name ? { ...displayed, also } : { ...displayed, name: also && personIn(also, local) };
  }
  const bracket = /^([^()[\]【】]{2,60})[([【]([^()[\]【】]{2,60})[)\]】]$/.exec(text);
  const inside = bracket?.[2];
  if (bracket?.[1] && inside) return withBracket(bracket[1].trim(), inside, sender) ?? { name: personIn(text, local) };
  const parts = text.split(/\s(?:[-–—|/@]|at|from|bei|chez)\s/i);
  const isOf = /\s(?:at|from|bei|chez)\s/i.test(text); // `Ana from Kite <hello@…>`
  if (parts.length === 2 && parts[0] && parts[1]) return besideCompany(parts[0], parts[1], sender, isOf);
  if (isHouse(text, sender)) return { org: withoutDesk(text, sender), isHouse: true };
  if (isBrand(text, local)) return { org: text };
  const found = withTitle(text, local) ?? afterComma(text, local) ?? { name: personIn(text, local) };
  return found.name || latinKind(text).kind !== 'org' ? found : { org: text };
}

/** `Ana Ruiz, Sales Manager`, `Ana Ruiz, Kite Ltd`, `Ana Ruiz, Inc.`; not `Van Dyke, Dean`. */
function afterComma(text: string, local: string): Named | undefined {
  const [, before = '', after = ''] = /^([^,]{3,40}), ([^,]{3,60})$/.exec(text) ?? [];
  const words = wordsOf(after);
  const { kind, form } = latinKind(after);
  if (form && words.length === 1 && wordsOf(before).length === 1) return { org: text }; // `Kiteworks, Inc.`
  const isOther = form || (kind === 'title' && words.length > 1 && !sharesWord(words, local));
  const name = isOther && wordsOf(before).length > 1 && personIn(before, local);
  return name ? (form && words.length === 1 ? { name } : memberOf(name, after)) : undefined;
}

/** `砂部 遥` of sunabe@: no unit, though the family name ends like one; not `営業部 神戸` of kobe@. */
function isSpelledFamily(text: string, local: string): boolean {
  const [, stem = ''] = /^(\S{1,2})部 \S{1,3}$/u.exec(text) ?? [];
  return stem !== '' && /[a-z]{2}be(?![a-z])/.test(local) && fieldWords().match([stem], 0) === undefined;
}

/** `Expert forestier Ana Ruiz`; a short word such as `Dean` may as well be a given name. */
function withTitle(text: string, local: string): Named | undefined {
  const [, title = '', rest = ''] = /^(\p{Lu}\p{L}+(?: \p{Ll}+)*(?<=\p{Ll}{4})) (\p{Lu}.*)$/u.exec(text) ?? [];
  const isTitle = title.length > 8 && titleWords().match(wordsOf(title), 0) && looksLikeName(rest);
  const name = isTitle && personIn(rest, local);
  return name ? { name, title } : undefined;
}

/** `kite-office` for kite-office@, `kitebot` for kitebot+0aecfd34fb87@: the address once more and no name. */
const repeatsAddress = (text: string, local: string): boolean =>
  text === text.toLowerCase() &&
  ((text === local && /[-_.]/.test(text)) ||
    (local.startsWith(`${text}+`) && /\+(?=\d*[a-f])[\da-f]{16,}$/.test(local)));

/** `James Bond (ACME)`; `Bond, J. (James)` and `James Bond (Jim)`, where the bracket has no company. */
function withBracket(outside: string, inside: string, { local, domain }: Sender): Named | undefined {
  const name = personIn(outside, local);
  if (!name) {
    const isPerson = /^\p{Lu}\.\s/u.test(inside) || latinGivenNames().has(wordsOf(inside)[0] ?? '');
    const person = isPerson && latinKind(outside).kind && personIn(inside, local);
    if (!person || wordsOf(person).length < 2) return undefined;
    return latinKind(outside).kind === 'unit' ? memberOf(person, outside) : { name: person }; // `Purchase Dept. (Ana Ruiz)`
  }
  const [given = ''] = wordsOf(name);
  const words = wordsOf(inside);
  const family = /^([^,]+),/.exec(outside)?.[1];
  const isGiven = words.length < 3 && words[0]?.[0] === given[0] && !/\d|^\p{Lu}{2,}$/u.test(inside);
  if (family && isGiven && given.length === 1) return { name: `${inside.trim()} ${bareName(family)}` };
  if (words.length === 1 && isGiven && words[0]?.slice(0, 2) === given.slice(0, 2)) return { name };
  if (/\.(?:edu|ac\.\w\w)\b/.test(domain) && /^\p{Lu}{2,5}$/u.test(inside) && !domain.includes(squash(inside)))
    return { name, units: [inside] }; // `Ana Ruiz (LIB)` of a university
  return looksLikeName(inside) ? { name } : memberOf(name, inside.trim());
}

/** `James Bond | ACME`, or `ACME – James Bond` where the address, or that it is no name, tells them apart. */
function besideCompany(one: string, two: string, sender: Sender, isOf: boolean): Named {
  const { local, site, domain } = sender;
  const [first, second] = [personIn(one, isOf ? '' : local), personIn(two, local)];
  const isOwnSite = isRole(local) && squash(domain).startsWith(squash(one));
  if (first && isOwnSite && wordsOf(one).length > 2 && isWord(two)) return { name: two, org: one }; // `Reformas y Garza - Ana`
  if (first && titleWords().find(wordsOf(two))?.at === 0 && !sharesWord(wordsOf(two), local)) return { name: first };
  const isName = (part: string) =>
    isWord(part) || sharesWord(wordsOf(part), local) || (!/[&+]/.test(one) && wordsOf(second ?? '').length > 1);
  if (!isPersonalAddress(local) && isHouse(one, sender) && !isName(two)) return { org: one }; // `Wren & Reiher | Fine Stationery` of orders@
  if (!isPersonalAddress(local) && roleNames().has(squash(one)) && !isName(two)) return { org: two }; // `Contato | Ateliê Garza` of contato@
  const isOfDesk = (part: string) => isUnitKind(latinKind(part).kind);
  const isOfOffice =
    isRole(local) &&
    labelsOf(sender).some((label) => label.length > 5 && squash(one).startsWith(label) && squash(one) !== label);
  const isBody = wordsOf(one).some(isBodyWord) || /\s(?:y|e|und|et|&)\s/.test(one);
  if (isOfOffice && isBody && isWord(two)) return { name: two, org: one };
  if (isOfOffice && !second && (isBody || isOfDesk(two))) return { org: one }; // `Wren Mill Primary - School Office` of office@wrenmill.example
  const isFirm = (text: string) => site !== '' && wordsOf(text).some((word) => word.length > 2 && site.includes(word));
  const isDesk = isRole(local) && !first && isFirm(two);
  const isSite = (part: string) =>
    wordsOf(part).length > 1 &&
    !sharesWord(wordsOf(part), local) &&
    labelsOf(sender).includes(squash(part)) &&
    !latinGivenNames().has(wordsOf(part)[0] ?? '');
  if (isOfDesk(one) && (isSite(two) || isBrand(two, local))) return { org: two }; // `Export Dept - Bright Kites` of brightkites.example
  if (isOfDesk(two) && isSite(one)) return { org: one };
  const isOwn = (name: string) => sharesWord(wordsOf(name), local);
  const turned =
    second !== undefined &&
    (!first || (isOwn(second) && !isOwn(first)) || (isFirm(one) && !isFirm(two) && !isOwn(first)));
  if (isDesk) return {};
  return turned ? memberOf(second, one.trim()) : first ? memberOf(first, two.trim()) : {};
}

/** A word in the letters of a given name that names no unit, title, desk or country. */
const isWord = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text) && !isOccupationWord(text) && isPersonalAddress(text) && !countryNamed(text);

/** The person of a company or a unit, or with a title: `Harbour Kites – James Bond`, `James Bond – Sales Department`. */
function memberOf(name: string, text: string): Named {
  const { kind } = latinKind(text);
  if (kind === 'title' && !/^(?:née?|geb|nata)[ .]/.test(text)) return { name, title: text };
  return unitWords().find(wordsOf(text)) && kind !== 'org' ? { name, units: [text] } : { name, org: text };
}
