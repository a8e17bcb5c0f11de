import type { ContactCard } from './card.ts';
import { companyKey } from './company-key.ts';
import { compareNames, type NameRelation } from './compare-names.ts';
import type { Tel } from './draft.ts';
import { companyDomain } from './mail-domain.ts';
import { type MatchReason, matchReasons } from './match-reasons.ts';
import { type NameReading, nameReadings, type Word } from './name-readings.ts';
import { digits, emailDomain, emailKey, fold, urlKey } from './normalize.ts';
import { romajiKey } from './romaji.ts';
import { isSharedAddress, localWords } from './shared-address.ts';

/** `ask`: a person has to look. */
export interface Verdict {
  verdict: 'same' | 'ask' | 'different';
  reasons: MatchReason[];
}

/** A card with what comparing needs of it, worked out once. */
export interface Person {
  card: ContactCard;
  readings: NameReading[];
  addresses: { key: string; domain?: string; isShared: boolean }[];
  company?: string;
  domains: string[];
  profiles: string[];
  phones: Phone[];
}

interface Phone {
  number: string;
  ext: string;
  kind: 'own' | 'cell' | 'plain' | 'main';
}

/** `roles`: names of desks beside those that are known to be shared (`isSharedAddress`). */
export function personOf(card: ContactCard, roles?: ReadonlySet<string>): Person {
  const readings = nameReadings(card, roles);
  const words = new Set(
    readings.filter(({ from }) => from !== 'address').flatMap(({ family, given }) => [...family, ...given].flat()),
  );
  const addresses = card.email.slice(0, 20).map((address) => ({
    key: emailKey(address),
    domain: companyDomain(address),
    isShared: isSharedAddress(address, roles) && !localWords(address).some((word) => words.has(word)),
  }));
  const domains = [...new Set(addresses.flatMap(({ domain }) => domain ?? []))];
  const company = card.org?.name ? companyKey(card.org.name) : undefined;
  const profiles = card.social.map(({ url }) => urlKey(url).toLowerCase()).filter((url) => personalProfile.test(url));
  return { card, readings, addresses, company, domains, profiles, phones: card.tel.flatMap(phoneOf) };
}

/** Pages of one person; elsewhere a page may be the company's. */
const personalProfile = /^[^/]*\b(?:linkedin|xing)\.[^/]+\/(?:in|profile)\/[^/]/;

/** `sharedPhones`: numbers (E.164 or digits) that several people are known to have. */
export function comparePersons(a: Person, b: Person, sharedPhones: ReadonlySet<string>): Verdict {
  const name = compareNames(a.readings, b.readings, isJapanese(a) || isJapanese(b));
  const links = linksBetween(a, b, sharedPhones);
  const doubts = doubtsBetween(a, b, links);
  const verdict = decide(name, links, doubts);
  return { verdict, reasons: reasonsOf(name, links, doubts) };
}

/** What two cards have in common beside the name. */
interface Links {
  address: boolean;
  sharedAddress: boolean;
  profile: boolean;
  phone?: Phone['kind'];
  company: 'same' | 'other' | 'unknown';
  domain: boolean;
}

/** What speaks for two namesakes. */
interface Doubts {
  otherAddress: boolean;
  otherCell: boolean;
  otherWork: boolean;
}

function linksBetween(a: Person, b: Person, sharedPhones: ReadonlySet<string>): Links {
  const common = a.addresses.filter(({ key }) => b.addresses.some((other) => other.key === key));
  const isShared = ({ key }: { key: string }) =>
    [...a.addresses, ...b.addresses].every((one) => one.key !== key || one.isShared);
  const domain = a.domains.some((one) => b.domains.includes(one));
  const company = a.company !== undefined && a.company === b.company;
  const known = (person: Person) => person.company !== undefined || person.domains.length > 0;
  return {
    address: common.some((one) => !isShared(one)),
    sharedAddress: common.some(isShared),
    profile: a.profiles.some((one) => b.profiles.includes(one)),
    phone: commonPhone(a.phones, b.phones, sharedPhones),
    company: domain || company ? 'same' : known(a) && known(b) ? 'other' : 'unknown',
    domain,
  };
}

/** A number with another extension, or one with and one without, is the same company's at most. */
function commonPhone(a: Phone[], b: Phone[], sharedPhones: ReadonlySet<string>): Links['phone'] {
  const found = a.flatMap((x) =>
    b
      .filter((y) => x.number === y.number)
      .map((y): Phone['kind'] => {
        if (x.kind === 'main' || y.kind === 'main' || x.ext !== y.ext) return 'main';
        if (x.ext !== '') return 'own';
        if (sharedPhones.has(x.number)) return 'main';
        return x.kind === 'cell' || y.kind === 'cell' ? 'cell' : x.kind === 'own' || y.kind === 'own' ? 'own' : 'plain';
      }),
  );
  return (['cell', 'own', 'plain', 'main'] as const).find((kind) => found.includes(kind));
}

function doubtsBetween(a: Person, b: Person, links: Links): Doubts {
  const cells = ({ phones }: Person) => phones.filter(({ kind }) => kind === 'cell').map(({ number }) => number);
  const otherCell = cells(a).length > 0 && cells(b).length > 0 && !cells(a).some((one) => cells(b).includes(one));
  const other = (x?: string, y?: string) => Boolean(x && y) && fold(x ?? '') !== fold(y ?? '');
  const units = (person: Person) => person.card.org?.units.join(' ');
  return {
    otherCell,
    otherWork: links.company === 'same' && other(units(a), units(b)) && other(a.card.title, b.card.title),
    otherAddress: !links.address && links.domain && !hasFittingAddresses(a, b),
  };
}

/** Whether two addresses of one company may be one person's: taro.yamada@, t.yamada@, yamada@; not yamada2@. */
function hasFittingAddresses(a: Person, b: Person): boolean {
  const own = (person: Person, domain: string) =>
    person.addresses.filter((one) => !one.isShared && one.domain === domain);
  const domains = a.domains.filter((one) => b.domains.includes(one));
  return domains.some((domain) => {
    const [x, y] = [own(a, domain), own(b, domain)];
    if (x.length === 0 || y.length === 0) return true;
    const readings = [...a.readings, ...b.readings].filter(({ script }) => script === 'latin');
    return x.some((one) => y.some((other) => fitTogether(one.key, other.key, readings)));
  });
}

function fitTogether(a: string, b: string, readings: NameReading[]): boolean {
  if (/\d/.test(emailLocal(a)) || /\d/.test(emailLocal(b))) return false;
  if (emailLocal(a) === emailLocal(b)) return true; // another host of the company
  const [x, y] = [localWords(a).map(romajiKey), localWords(b).map(romajiKey)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (x.join('') === y.join('')) return true;
  const fits = short.every((word) =>
    long.some((other) => other === word || isInitial(word, other) || isInitial(other, word)),
  );
  return fits || readings.some((reading) => isMadeOf(localWords(a), reading) && isMadeOf(localWords(b), reading));
}

const isInitial = (letter: string, word: string): boolean => letter.length === 1 && word.startsWith(letter);
const emailLocal = (address: string): string => address.slice(0, address.lastIndexOf('@'));

/** `tyamada`, `yamadat`, `taroyamada`, `yamada`, `taro`: what a company makes of a name, before the @. */
function isMadeOf(local: string[], { family, given }: NameReading): boolean {
  const plain = ([word = '']: Word) => word;
  const [whole, first] = [given.map(plain).join(''), plain(given[0] ?? [])];
  const surname = family.map(plain).join('');
  const [f, g] = [surname.slice(0, 1), first.slice(0, 1)];
  const initials = given.map((word) => plain(word).slice(0, 1)).join('');
  const made = [surname, whole, first, whole + surname, surname + whole, first + surname, surname + first];
  return [...made, g + surname, initials + surname, surname + g, first + f].some(
    (one) => romajiKey(one) === romajiKey(local.join('')),
  );
}

function decide(name: NameRelation, links: Links, doubts: Doubts): Verdict['verdict'] {
  const isWeak = weak.has(name);
  const isFull = name === 'same' || name === 'similar';
  if (links.address || links.profile) return name === 'other' ? 'ask' : 'same';
  if (links.phone === 'cell' || links.phone === 'own') {
    if (name === 'other') return 'different';
    if (name === 'other-family') return links.phone === 'cell' ? 'same' : 'ask';
    return isFull || isWeak ? 'same' : 'ask';
  }
  if (links.sharedAddress && isFull) return 'same';
  if (links.sharedAddress && name === 'missing') return 'same';
  if (name === 'other' || name === 'other-family' || name === 'missing') return 'different';
  if (links.phone === 'plain') {
    if (name === 'unknown') return links.company === 'unknown' ? 'ask' : 'different';
    return isFull && !doubts.otherCell ? 'same' : 'ask';
  }
  if (links.company === 'same' || links.phone === 'main') {
    if (isFull) return doubts.otherAddress || doubts.otherCell || doubts.otherWork ? 'ask' : 'same';
    return isWeak ? 'ask' : 'different';
  }
  return name === 'same' ? 'ask' : 'different';
}

const weak: ReadonlySet<NameRelation> = new Set(['initials', 'nickname', 'spelling', 'part', 'reading']);

const nameReason: Record<NameRelation, MatchReason | undefined> = {
  same: 'name',
  similar: 'similar-name',
  initials: 'initials',
  nickname: 'nickname',
  spelling: 'spelling',
  part: 'part-of-name',
  reading: 'reading',
  'other-family': 'given-name',
  unknown: undefined,
  missing: undefined,
  other: 'other-name',
};

function reasonsOf(name: NameRelation, links: Links, doubts: Doubts): MatchReason[] {
  const found: (MatchReason | undefined | false)[] = [
    links.address && 'address',
    links.profile && 'profile',
    (links.phone === 'cell' || links.phone === 'own') && 'own-phone',
    links.phone === 'plain' && 'phone',
    links.phone === 'main' && 'shared-phone',
    nameReason[name],
    links.domain ? 'domain' : links.company === 'same' && 'company',
    links.sharedAddress && 'shared-address',
    links.company === 'other' && 'other-company',
    doubts.otherAddress && 'other-address',
    doubts.otherCell && 'other-phone',
  ];
  return matchReasons.filter((reason) => found.includes(reason));
}

function phoneOf(tel: Tel): Phone[] {
  const number = tel.e164 ?? digits(tel.text);
  if (tel.type === 'fax' || number.length < 7) return [];
  const kinds = { cell: 'cell', direct: 'own', main: 'main' } as const;
  const kind = tel.type && tel.type in kinds ? kinds[tel.type as keyof typeof kinds] : 'plain';
  return [{ number, ext: digits(tel.ext ?? ''), kind }];
}

/** Kana, a name in kanji beside no hangul, an address or a number of Japan: Latin letters may be romaji. */
const isJapanese = ({ card, readings, addresses }: Person): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(card.fn + (card.phonetic?.family ?? '')) ||
  readings.some(({ script }) => script === 'han') ||
  addresses.some(({ key }) => emailDomain(key).endsWith('.jp')) ||
  card.tel.some(({ e164 }) => e164?.startsWith('+81'));
