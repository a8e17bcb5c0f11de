import { latinGivenNames } from '../contact/data/given-names.ts';
import { roleNames, rolesAlone } from '../contact/data/role-names.ts';
import { lazy } from '../contact/lazy.ts';
import { registrableDomain } from '../contact/registrable-domain.ts';
import { cjkDisplay } from './cjk-display.ts';
import { countryNamed } from './data/countries.ts';
import { latinKind } from './fields/latin-kind.ts';
import { ands, endsPlain, hasCjk, isAscii, shortUmlauts, squash, startsPlain, visible, wordsOf } from './fold.ts';
import { fieldWords, likelyUnitWords, orgForms, orgWords, titleWords, unitWords } from './lexicon/tables.ts';
import { bareName, inOrder, isOccupationWord, isOnlyHonorific, isParticle, looksLikeName } from './person.ts';
import { trimmed } from './trim.ts';

/** Who the From header says wrote the mail. */
export interface Sender {
  /** The address in lower-case domain; '' when the header has none. */
  email: string;
  local: string;
  domain: string;
  /** The registrable domain, '' when there is none. */
  site: string;
  /** The display name as it stands, quotes and brackets undone. */
  display: string;
  /** The person's name, family name last; undefined when the display name names nobody. */
  name?: string;
  /** The same name in other letters: of `Haruka Aoki 青木遥` the Latin one. */
  also?: string;
  /** The company a display name adds: `James Bond (ACME)`; units and title where it has them. */
  org?: string;
  units?: string[];
  title?: string;
  /** The company is the whole display name, which the domain spells: it may be a person's with a domain of their own. */
  isHouse?: boolean;
}

export const longestFrom = 1_000;

export function senderOf(from: string): Sender {
  const { display, email } = mailbox(from.slice(0, longestFrom));
  const at = email.lastIndexOf('@');
  const local = at < 0 ? '' : email.slice(0, at);
  const domain = at < 0 ? '' : email.slice(at + 1).toLowerCase();
  const site = domain ? (registrableDomain(domain).domain ?? domain) : '';
  const sender: Sender = { email: local && domain && `${local}@${domain}`, local, domain, site, display };
  return { ...sender, ...named(display, sender) };
}

/** Display name and address of the first mailbox in a From header; each '' when missing. */
function mailbox(from: string): { display: string; email: string } {
  const open = from.lastIndexOf('<');
  const close = from.indexOf('>', open);
  if (open >= 0 && close > open) {
    return { display: unquoted(from.slice(0, open)), email: from.slice(open + 1, close).trim() };
  }
  const address = /^([^\s@<>"(),]+@[^\s@<>"(),]+)\s*(?:\((.*)\))?$/.exec(from.trim());
  if (address?.[1]) return { display: unquoted(address[2] ?? ''), email: address[1] };
  const [, own, host, named] =
    /^([a-z\d][\w.+-]{0,63}) (?:at|a|en|em|bei|à) (\S{3,99}\.[a-z]{2,12}) \((.{2,99})\)$/.exec(from.trim()) ?? [];
  if (named) return { display: unquoted(named), email: `${own}@${host}` };
  const written = writtenOut.exec(from.trim());
  if (written) return { display: unquoted(written[1] ?? ''), email: written[2] ?? `${written[3]}@${written[4]}` };
  return { display: unquoted(from), email: '' };
}

/** `Ana Ruiz [mailto:ana@kite.example]` of a quoted header, `Ana Ruiz ana at kite.example` as lists' archives show addresses. */
const writtenOut =
  /^(.{0,99}?)(?<!\svia\s?)\s?(?:\[mailto:([^\s@<>"[\]]+@[^\s@<>"[\]]+)\]|(?<![^\s<(])([a-z\d][\w.+-]{0,63}) (?:at|a|en|em|bei|à) ((?:[a-z\d][a-z\d-]{0,62}\.){1,4}[a-z]{2,12})[>)]?)$/;

function unquoted(text: string): string {
  const seen = visible(text);
  const folded = isAscii(seen) ? seen : seen.normalize('NFKC');
  const plain = folded.includes('\\') ? folded.replace(/\\(["\\])/g, '$1') : folded;
  const inner = startsPlain(plain) && endsPlain(plain) ? plain : trimmed(plain, /["'\s]/);
  return /\s\s|[^\S ]/.test(inner) ? inner.replace(/\s+/g, ' ') : inner;
}

type Named = Pick<Sender, 'name' | 'also' | 'org' | 'units' | 'title' | 'isHouse'>;

/** What a display name says: the person, and a company beside them. */
function named(display: string, sender: Sender): Named {
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
  if (bracket?.[1] && inside) return withBracket(bracket[1].trim(), inside, local) ?? { name: personIn(text, local) };
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

/**
 * `Bright Kites` of info@bright-kites.example, `Wren Mill Podiatry` of info@wrenmill.example, `Facturación Wren Mill`, `Wrenmill Buchhaltung`
 * of buchhaltung@wrenmill.example: the firm whose domain it is. Not `Ana Ruiz` of info@anaruiz.example, nor whom another address than
 * a desk's is of.
 */
function isHouse(text: string, sender: Sender): boolean {
  const { local } = sender;
  const words = text.replace(/ß/g, 'ss').split(' ');
  const [first = '', second = '', third] = words.map(squash);
  if (text.includes(',') || latinGivenNames().has(first) || (latinGivenNames().has(second) && !isBodyWord(first)))
    return false;
  const hosts = labelsOf(sender);
  if (words.length < 2) return false;
  if (
    hosts.includes(first) &&
    squash(local) === first &&
    third &&
    words.slice(1).some((word) => isBodyWord(squash(word)))
  )
    return true; // `Kiteworks Usinagem Industrial` of kiteworks@kiteworks.example
  const labels = hosts.filter((label) => label.length > 5).flatMap((label) => [label, shortUmlauts(label)]);
  const isLabel = (part: string[]) =>
    part.length > 1 &&
    (ands.some((and) => labels.includes(squash(part.join(' ').replace(/\s(?:[&+]|and|und)\s/, and)))) ||
      labels.includes(squash(part.filter((word) => !isParticle(word)).join('')))); // `Aguas de Garza` of aguasgarza.example
  const isInitials = /^\p{Lu}{2,3}\s/u.test(text) && !isOnlyHonorific(words[0] ?? '');
  if (isLabel(words.slice(1)) && (isBodyWord(first) || isInitials)) return true;
  if (!isPersonalAddress(local) && words.every((word) => sender.domain.split('.').includes(squash(word)))) return true; // `Bib Wrenmill` of bib.wrenmill.example
  if (hosts.includes(first) && second === squash(local) && /^\S+ \p{Lu}{3,4}$/u.test(text)) return true; // `Wrenmill NOC` of noc@
  const initials = words
    .map((word) => word[0])
    .join('')
    .toLowerCase();
  if (
    third &&
    wordsOf(local)[0] === initials &&
    !isPersonalAddress(local) &&
    sender.domain.split('.').includes(initials)
  )
    return true; // `Blue Kite Network` of bkn-admin@bkn.example
  const isDesk = (word: string) => word.length > 6 && word === squash(local) && isBodyWord(word);
  if (words.length === 2 && ((isDesk(first) && labels.includes(second)) || (isDesk(second) && labels.includes(first))))
    return true;
  const isUnrelated = !sharesWord(wordsOf(text), local);
  if (third && isUnrelated && isLabel(words.slice(0, -1)) && /^\p{Lu}{2,3}$/u.test(words[words.length - 1] ?? ''))
    return true; // `Wren Mill IT` of tablets@wrenmill.example
  if (!isPersonalAddress(local) && labels.some((label) => isPutTogether(label, words))) return true;
  const isGreeting = rolesAlone().has(local.toLowerCase()) && !words.some((word) => isBodyWord(squash(word)));
  if ((isPersonalAddress(local) || isGreeting) && !/\s[&+]\s/.test(text)) return false;
  if (labels.some((label) => squash(text).length > 5 && label.endsWith(squash(text)))) return true; // `De Kring` of obsdekring.example
  return isUnrelated && words.some((_, i) => isLabel(words.slice(0, i + 1)));
}

/** `Hosting De Reiger` of dereigerhosting.example, `De Reigerkrant` of reigerkrant.example: the label's words in another order, or but an article more. */
function isPutTogether(label: string, words: string[]): boolean {
  const own = words
    .map(squash)
    .filter((word) => label.includes(word) || !(isParticle(word) || /^(?:the|het|der|die|das|les|los|il)$/.test(word)));
  const isBody = own.length < words.length || own.some(isBodyWord);
  return isBody && own.every((word) => label.includes(word)) && own.join('').length === label.length;
}

/** The first words of the registrable domain and of the whole one. */
const labelsOf = ({ site, domain }: Sender): string[] => [site, domain].map((host) => squash(host.split('.')[0] ?? ''));

/** `Wren Mill` of `Buchhaltung Wren Mill`, `Wrenmill Buchhaltung`. */
function withoutDesk(text: string, sender: Sender): string {
  const words = text.split(' ');
  if (labelsOf(sender).includes(squash(text))) return text;
  const isDesk = (word = '') => unitWords().match([squash(word)], 0) !== undefined;
  if (words.length > 1 && isDesk(words[0])) return words.slice(1).join(' ');
  return words.length > 1 && isDesk(words[words.length - 1]) ? words.slice(0, -1).join(' ') : text;
}

/** `KiteWorks` of kiteworks.info@: one word with a capital within it, as brands have, of a desk; not `MacRuiz`, `AnaMaria`. */
function isBrand(text: string, local: string): boolean {
  if (/\p{L}(?:\*(?!in)|!)/u.test(text)) return true; // `Kite*s`, `Word of the Day!`
  const start = /^(\p{Lu}\p{Ll}+)\p{Lu}[\p{L}\d]+$/u.exec(text)?.[1];
  return start !== undefined && start.length > 3 && !isPersonalAddress(local) && !latinGivenNames().has(squash(start));
}

/** `Refrigeração`, `Coopérative`: what a firm or a desk does or is. */
const isBodyWord = (word: string): boolean =>
  isWork(word) ||
  /^cooperati/.test(word) ||
  [fieldWords(), unitWords(), orgWords()].some((table) => table.match([word], 0));

/** `Formación`, `Refrigeração`; not `Concepción`, `Falcão`. */
const isWork = (word: string): boolean =>
  /(?:cao|cion|zione)$/.test(word) &&
  !/^(?:concei|concep|assun|asun|encarna|purifica|consola|anuncia|visita|presenta|fal|ma)c/.test(word);

/** `Président ACME` of president@acme.example: an office, whoever holds it; `Dean Ruiz` of dean@ is a person. */
function isOfficeOf(text: string, { local, domain }: Sender): boolean {
  const [, title = '', body = ''] = /^(\p{Lu}\p{Ll}+) (\p{Lu}{3,})$/u.exec(text) ?? [];
  return (
    title !== '' &&
    squash(title) === squash(local) &&
    squash(domain).startsWith(squash(body)) &&
    titleWords().match(wordsOf(title), 0) !== undefined
  );
}

/** `kite-office` for kite-office@, `kitebot` for kitebot+0aecfd34fb87@: the address once more and no name. */
const repeatsAddress = (text: string, local: string): boolean =>
  text === text.toLowerCase() &&
  ((text === local && /[-_.]/.test(text)) ||
    (local.startsWith(`${text}+`) && /\+(?=\d*[a-f])[\da-f]{16,}$/.test(local)));

/** `James Bond (ACME)`; `Bond, J. (James)` and `James Bond (Jim)`, where the bracket has no company. */
function withBracket(outside: string, inside: string, local: string): Named | undefined {
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
  const isOfDesk = (part: string) => /^(?:unit|likely)$/.test(latinKind(part).kind ?? '');
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

function personIn(text: string, local: string): string | undefined {
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
  if (isRole(local) && words.every((word) => local.toLowerCase().includes(word))) return undefined;
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

/** Whether a display name has a word of programs and desks: `Notify Bot`, `ACME Support`. */
const namesMachine = (display: string): boolean => wordsOf(display).some((word) => machineWords().has(word));

const machineWords = lazy(
  () =>
    new Set(
      (
        'bot sistema notify update notification notifications notifiche benachrichtigung alert alerts system mailer daemon crawler robot admin ' +
        'webmaster onlineshop webshop support info news newsletter digest list portal noreply updates billing service customer helpdesk shop ' +
        'store online orders receipts wiki calendar backup report reports server gazette subscriber scheduler mbx mailbox reply payable receivable secretariat sekretariat center centre desk hotline'
      ).split(' '),
    ),
);

const sharesWord = (words: readonly string[], local: string): boolean => {
  const flat = squash(local);
  return words.some((word) => word.length > 2 && flat.includes(word));
};

/** Whether `ana.ruiz` before the `@` may be a name: none of its words is a desk's or program's. */
export const isPersonalAddress = (local: string): boolean =>
  !rolesAlone().has(local.toLowerCase()) &&
  !wordsOf(local).some((word) => machineWords().has(word) || roleNames().has(word));

/** Whether the part before the `@` is a desk's rather than a person's: `info`, `sales`, `order-tokyo`. */
export function isRole(local: string): boolean {
  const [first = ''] = wordsOf(local);
  return roleNames().has(first) || rolesAlone().has(local.toLowerCase());
}
