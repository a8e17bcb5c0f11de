import { type ContactCard, cardFields } from './card.ts';
import type { Adr, Name, Org, Phonetic, SocialProfile, Tel } from './draft.ts';
import { adrKey, emailKey, isBlank, sameText, telKeys, urlKey } from './normalize.ts';
import { adrText, valueText } from './value-text.ts';
import type { ContactValue } from './values.ts';

/** What a merge changed, as texts to show; `old` is null where nothing stood. */
export interface CardChange {
  field: keyof ContactCard;
  old: string | null;
  new: string;
}

/**
 * The known card with what the next one says. A blank never erases; a single value is replaced; a list keeps its order,
 * gets what is new at its end and holds at most 20 values. Differences nobody can see (a number's E.164 form, the parts
 * of the same address) are taken over without being listed. `known` is itself the result of a merge, or `emptyCard`.
 */
export function mergeCards(known: ContactCard, next: ContactCard): { card: ContactCard; changes: CardChange[] } {
  const card: ContactCard = compact({
    fn: mergeText(known.fn, next.fn) ?? '',
    n: mergeName(known.n, next.n),
    phonetic: mergePhonetic(known.phonetic, next.phonetic),
    org: mergeOrg(known.org, next.org),
    title: mergeText(known.title, next.title),
    email: mergeList(known.email, withText(next.email), (address) => [emailKey(address)]),
    tel: mergeList(known.tel, next.tel.filter((tel) => !isBlank(tel.text)).map(cleanTel), telKeys, fillTel),
    adr: mergeAdr(known.adr, next.adr),
    url: mergeList(known.url, withText(next.url), (url) => [urlKey(url)]),
    social: mergeList(known.social, next.social.filter(hasPage).map(cleanProfile), (profile) => [urlKey(profile.url)]),
  });
  return { card, changes: changesBetween(known, card) };
}

/** A card nobody has filled in. Merging into it cleans a card: trimmed, without blanks and doubles. */
export const emptyCard: ContactCard = { fn: '', email: [], tel: [], url: [], social: [] };

const clean = (text: string): string => text.trim();
const withText = (texts: string[]): string[] => texts.filter((text) => !isBlank(text)).map(clean);

function mergeText(known: string | undefined, next: string | undefined): string | undefined {
  if (next === undefined || isBlank(next)) return known;
  return known !== undefined && sameText(known, next) ? known : clean(next);
}

function mergeName(known: Name | undefined, next: Name | undefined): Name | undefined {
  const family = mergeText(known?.family, next?.family);
  const given = mergeText(known?.given, next?.given);
  return family === undefined && given === undefined ? undefined : compact({ family, given });
}

/** A reading in another script is another value; in the same script its parts are merged. */
function mergePhonetic(known: Phonetic | undefined, next: Phonetic | undefined): Phonetic | undefined {
  const reading = mergeName(undefined, next);
  if (!next || !reading) return known;
  const base = known?.script === next.script ? known : undefined;
  return { ...mergeName(base, reading), script: next.script };
}

/** Another company is another value, units included: a department of the former employer would be wrong there. */
function mergeOrg(known: Org | undefined, next: Org | undefined): Org | undefined {
  const units = withText(next?.units ?? []);
  if (!next || (isBlank(next.name) && units.length === 0)) return known;
  if (!known || (!isBlank(next.name) && !isBlank(known.name) && !sameText(known.name, next.name))) {
    return { name: isBlank(next.name) ? '' : clean(next.name), units };
  }
  const sameUnits =
    units.length === known.units.length && units.every((unit, i) => sameText(unit, known.units[i] ?? ''));
  return { name: mergeText(known.name, next.name) ?? '', units: units.length === 0 || sameUnits ? known.units : units };
}

function mergeAdr(known: Adr | undefined, next: Adr | undefined): Adr | undefined {
  if (!next || isBlank(adrText(next))) return known;
  if (!known || adrKey(known) !== adrKey(next)) return withoutBlanks({ ...next, label: clean(next.label) });
  return { ...withoutBlanks(next), ...withoutBlanks(known), label: known.label };
}

const maxListLength = 20;

/** `keys`: values with one in common are the same. `fill` completes a known value from its double. */
function mergeList<T>(known: T[], next: T[], keys: (value: T) => string[], fill?: (known: T, next: T) => T): T[] {
  const merged: T[] = [];
  const positions = new Map<string, number>();
  for (const value of [...known, ...next]) {
    const position = keys(value)
      .map((key) => positions.get(key))
      .find((found) => found !== undefined);
    const same = position === undefined ? undefined : merged[position];
    if (position === undefined || same === undefined) {
      if (merged.length === maxListLength) continue;
      for (const key of keys(value)) positions.set(key, merged.length);
      merged.push(value);
    } else if (fill) {
      merged[position] = fill(same, value);
      for (const key of keys(merged[position])) positions.set(key, position);
    }
  }
  return merged;
}

const cleanTel = (tel: Tel): Tel => withoutBlanks({ ...tel, text: clean(tel.text) });
const hasPage = (profile: SocialProfile): boolean => !isBlank(profile.url);
const cleanProfile = ({ service, url }: SocialProfile): SocialProfile => ({ service: clean(service), url: clean(url) });
const fillTel = (known: Tel, next: Tel): Tel => ({ ...next, ...compact(known) });

function changesBetween(known: ContactCard, card: ContactCard): CardChange[] {
  const before = shown(known);
  const after = shown(card);
  return cardFields.flatMap((field) =>
    after[field].flatMap((text, i) => {
      const old = before[field][i] || null;
      return text && text !== old ? [{ field, old, new: text }] : [];
    }),
  );
}

/** Every value of a card as it is shown. Known values keep their place in a merge, so places can be compared. */
function shown({ fn, n, phonetic, org, title, email, tel, adr, url, social }: ContactCard) {
  const text = <F extends ContactValue['field']>(field: F, value: unknown) =>
    value === undefined ? '' : valueText({ field, value } as ContactValue);
  return {
    fn: [text('fn', fn)],
    n: [text('n', n)],
    phonetic: [text('phonetic', phonetic)],
    org: [text('org', org)],
    title: [text('title', title)],
    email: email.map((one) => text('email', one)),
    tel: tel.map((one) => text('tel', one)),
    adr: [text('adr', adr)],
    url: url.map((one) => text('url', one)),
    social: social.map((one) => text('social', one)),
  } satisfies Record<keyof ContactCard, string[]>;
}

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const withoutBlanks = <T extends Tel | Adr>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([key, part]) => key === 'text' || key === 'label' || !isBlank(part)),
  ) as T;
