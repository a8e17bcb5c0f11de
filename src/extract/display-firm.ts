import { latinGivenNames } from '../contact/data/given-names.ts';
import { rolesAlone } from '../contact/data/role-names.ts';
import { isPersonalAddress, sharesWord } from './desk-address.ts';
import { ands, labelsOf, shortUmlauts } from './domain-label.ts';
import { squash, wordsOf } from './fold.ts';
import { fieldWords, orgWords, titleWords, unitWords } from './lexicon/tables.ts';
import { isOnlyHonorific, isParticle } from './person.ts';
import type { Sender } from './sender.ts';

/** A display name of two words or more beside the address that has it. */
interface Shown {
  text: string;
  words: string[];
  /** The same without case, accents and marks. */
  flatWords: string[];
  /** What stands before the `@`. */
  local: string;
  domain: string;
  /** What stands before the `@` may be a person's name. */
  isPersonal: boolean;
  /** None of the words is in what stands before the `@`. */
  isUnrelated: boolean;
  /** The first words of the registrable domain and of the whole one. */
  hostLabels: string[];
  /** Those of six letters and more, also as a name with umlauts is squashed. */
  longLabels: string[];
}

/** Whether a display name is the firm's whose domain the address has. */
export function isHouse(text: string, sender: Sender): boolean {
  const words = text.replace(/ß/g, 'ss').split(' ');
  if (words.length < 2 || text.includes(',')) return false;
  const flatWords = words.map(squash);
  if (beginsLikePerson(flatWords)) return false;
  const { local, domain } = sender;
  const hostLabels = labelsOf(sender);
  const longLabels = hostLabels.filter((label) => label.length > 5).flatMap((label) => [label, shortUmlauts(label)]);
  const isUnrelated = !sharesWord(wordsOf(text), local);
  const isPersonal = isPersonalAddress(local);
  const shown = { text, words, flatWords, local, domain, isPersonal, isUnrelated, hostLabels, longLabels };
  return houses.some((is) => is(shown));
}

/** `Ana Kite`; `Kite Ana`, but for `Formación Ana`. */
const beginsLikePerson = ([first = '', second = '']: string[]): boolean =>
  latinGivenNames().has(first) || (latinGivenNames().has(second) && !isBodyWord(first));

/** Each by what it finds; none finds `Ana Ruiz` of info@anaruiz.example, nor whom another address than a desk's is of. */
const houses: ((shown: Shown) => boolean)[] = [
  // `Kiteworks Usinagem Industrial` of kiteworks@kiteworks.example
  ({ flatWords: [first = '', ...others], local, hostLabels }) =>
    hostLabels.includes(first) && squash(local) === first && others.length > 1 && others.some(isBodyWord),
  // `Facturación Wren Mill`, `GPL Wren Mill` of wrenmill.example, `Fietsenmaker De Reiger` of werkplaats@dereiger.example
  ({ text, words, flatWords: [first = ''], isPersonal, longLabels }) =>
    isOneOf(longLabels, words.slice(1)) &&
    (isBodyWord(first) ||
      (!isPersonal && titleWords().match([first], 0) !== undefined) ||
      (/^\p{Lu}{2,3}\s/u.test(text) && !isOnlyHonorific(words[0] ?? ''))),
  // `Bib Wrenmill` of bib.wrenmill.example
  ({ flatWords, domain, isPersonal }) => !isPersonal && flatWords.every((word) => domain.split('.').includes(word)),
  // `Wrenmill NOC` of noc@wrenmill.example
  ({ text, flatWords: [first = '', second], local, hostLabels }) =>
    hostLabels.includes(first) && second === squash(local) && /^\S+ \p{Lu}{3,4}$/u.test(text),
  // `Blue Kite Network` of bkn-admin@bkn.example
  ({ words, local, domain, isPersonal }) => {
    const initials = words
      .map((word) => word[0])
      .join('')
      .toLowerCase();
    return !isPersonal && words.length > 2 && wordsOf(local)[0] === initials && domain.split('.').includes(initials);
  },
  // `Wrenmill Buchhaltung` of buchhaltung@wrenmill.example
  ({ flatWords: [first = '', second = '', third], local, longLabels }) => {
    const isDesk = (word: string) => word.length > 6 && word === squash(local) && isBodyWord(word);
    return (
      third === undefined &&
      ((isDesk(first) && longLabels.includes(second)) || (isDesk(second) && longLabels.includes(first)))
    );
  },
  // `Wren Mill IT` of tablets@wrenmill.example
  ({ words, longLabels, isUnrelated }) =>
    isUnrelated && /^\p{Lu}{2,3}$/u.test(words[words.length - 1] ?? '') && isOneOf(longLabels, words.slice(0, -1)),
  // `Hosting De Reiger` of dereigerhosting.example
  ({ words, isPersonal, longLabels }) => !isPersonal && longLabels.some((label) => isPutTogether(label, words)),
  // `De Kring` of obsdekring.example
  (shown) =>
    mayBeFirm(shown) &&
    squash(shown.text).length > 5 &&
    shown.longLabels.some((label) => label.endsWith(squash(shown.text))),
  // `Bright Kites` of info@bright-kites.example, `Wren Mill Podiatry` of info@wrenmill.example
  (shown) =>
    shown.isUnrelated &&
    mayBeFirm(shown) &&
    shown.words.some((_, i) => isOneOf(shown.longLabels, shown.words.slice(0, i + 1))),
];

/** Of a desk's address, though not of one that greets (`hola@`) unless a word says that it is a body, or with an `&`. */
const mayBeFirm = ({ text, flatWords, local, isPersonal }: Shown): boolean =>
  (!isPersonal && (!rolesAlone().has(local.toLowerCase()) || flatWords.some(isBodyWord))) || /\s[&+]\s/.test(text);

/** Whether these words, two or more, are one of the longLabels, whichever way that spells `&`; `Aguas de Garza` of aguasgarza too. */
const isOneOf = (longLabels: string[], words: string[]): boolean =>
  words.length > 1 &&
  (ands.some((and) => longLabels.includes(squash(words.join(' ').replace(/\s(?:[&+]|and|und)\s/, and)))) ||
    longLabels.includes(squash(words.filter((word) => !isParticle(word)).join(''))));

/** `Hosting De Reiger` of dereigerhosting.example, `De Reigerkrant` of reigerkrant.example: the label's words in another order, or but an article more. */
function isPutTogether(label: string, words: string[]): boolean {
  const own = words
    .map(squash)
    .filter((word) => label.includes(word) || !(isParticle(word) || /^(?:the|het|der|die|das|les|los|il)$/.test(word)));
  const isBody = own.length < words.length || own.some(isBodyWord);
  return isBody && own.every((word) => label.includes(word)) && own.join('').length === label.length;
}

/** `Wren Mill` of `Buchhaltung Wren Mill`, `Wrenmill Buchhaltung`. */
export function withoutDesk(text: string, sender: Sender): string {
  const words = text.split(' ');
  if (labelsOf(sender).includes(squash(text))) return text;
  const isDesk = (word = '') => unitWords().match([squash(word)], 0) !== undefined;
  if (words.length > 1 && isDesk(words[0])) return words.slice(1).join(' ');
  return words.length > 1 && isDesk(words[words.length - 1]) ? words.slice(0, -1).join(' ') : text;
}

/** `KiteWorks` of kiteworks.info@: one word with a capital within it, as brands have, of a desk; not `MacRuiz`, `AnaMaria`. */
export function isBrand(text: string, local: string): boolean {
  if (/\p{L}(?:\*(?!in)|!)/u.test(text)) return true; // `Kite*s`, `Word of the Day!`
  const start = /^(\p{Lu}\p{Ll}+)\p{Lu}[\p{L}\d]+$/u.exec(text)?.[1];
  return start !== undefined && start.length > 3 && !isPersonalAddress(local) && !latinGivenNames().has(squash(start));
}

/** `Refrigeração`, `Coopérative`: what a firm or a desk does or is. */
export const isBodyWord = (word: string): boolean =>
  isWork(word) ||
  /^cooperati/.test(word) ||
  [fieldWords(), unitWords(), orgWords()].some((table) => table.match([word], 0));

/** `Formación`, `Refrigeração`; not `Concepción`, `Falcão`. */
export const isWork = (word: string): boolean =>
  /(?:cao|cion|zione)$/.test(word) &&
  !/^(?:concei|concep|assun|asun|encarna|purifica|consola|anuncia|visita|presenta|fal|ma)c/.test(word);

/** `Président ACME` of president@acme.example: an office, whoever holds it; `Dean Ruiz` of dean@ is a person. */
export function isOfficeOf(text: string, { local, domain }: Sender): boolean {
  const [, title = '', body = ''] = /^(\p{Lu}\p{Ll}+) (\p{Lu}{3,})$/u.exec(text) ?? [];
  return (
    title !== '' &&
    squash(title) === squash(local) &&
    squash(domain).startsWith(squash(body)) &&
    titleWords().match(wordsOf(title), 0) !== undefined
  );
}
