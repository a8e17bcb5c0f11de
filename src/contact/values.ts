import type { ContactCard } from './card.ts';
import type { Adr, Name, Org, Phonetic, SocialProfile, Tel } from './draft.ts';
import { adrKey, emailKey, isBlank, readable, telKeys, urlKey } from './normalize.ts';

/** What is kept of a person: the card, and what the organisation notes beside it. */
export interface ContactContent {
  card: ContactCard;
  tags: string[];
  notes?: string;
  /** Address of the colleague who looks after this contact. */
  owner?: string;
}

interface Values {
  fn: string;
  n: Name;
  phonetic: Phonetic;
  org: Org;
  title: string;
  email: string;
  tel: Tel;
  adr: Adr;
  url: string;
  social: SocialProfile;
  tags: string;
  notes: string;
  owner: string;
}

export type ValueField = keyof Values;
/** One value of a contact: each address, number and tag is one of its own. */
export type ContactValue = { [F in ValueField]: { field: F; value: Values[F] } }[ValueField];

/** Every value of a contact, blanks left out. */
export function valuesOf({ card, tags, notes, owner }: ContactContent): ContactValue[] {
  const { fn, n, phonetic, org, title, email, tel, adr, url, social } = card;
  return [
    ...(isBlank(fn) ? [] : [{ field: 'fn', value: fn } as const]),
    ...(n ? [{ field: 'n', value: n } as const] : []),
    ...(phonetic ? [{ field: 'phonetic', value: phonetic } as const] : []),
    ...(org ? [{ field: 'org', value: org } as const] : []),
    ...(isBlank(title) || title === undefined ? [] : [{ field: 'title', value: title } as const]),
    ...email.map((value) => ({ field: 'email', value }) as const),
    ...tel.map((value) => ({ field: 'tel', value }) as const),
    ...(adr ? [{ field: 'adr', value: adr } as const] : []),
    ...url.map((value) => ({ field: 'url', value }) as const),
    ...social.map((value) => ({ field: 'social', value }) as const),
    ...tags.map((value) => ({ field: 'tags', value }) as const),
    ...(notes === undefined ? [] : [{ field: 'notes', value: notes } as const]),
    ...(owner === undefined ? [] : [{ field: 'owner', value: owner } as const]),
  ];
}

/** The content that has these values. Of a field that holds one value the last counts. */
export function contentFrom(values: ContactValue[]): ContactContent {
  const content: ContactContent = { card: { fn: '', email: [], tel: [], url: [], social: [] }, tags: [] };
  for (const { field, value } of values) {
    const holder: object = field === 'tags' || field === 'notes' || field === 'owner' ? content : content.card;
    const list = Reflect.get(holder, field);
    if (Array.isArray(list)) list.push(value);
    else Reflect.set(holder, field, value);
  }
  return content;
}

/** Fields that hold any number of values. */
export const listFields: ReadonlySet<ValueField> = new Set(['email', 'tel', 'url', 'social', 'tags']);

/** Which values stand in two sets (as pairs: the same value may be written otherwise), and which in one of them only. */
export function compareValues<T extends ContactValue>(
  before: T[],
  after: ContactValue[],
): { kept: { before: T; after: ContactValue }[]; ended: T[]; added: ContactValue[] } {
  const left = valueSet(before);
  const kept: { before: T; after: ContactValue }[] = [];
  const added: ContactValue[] = [];
  for (const value of after) {
    const same = left.take(value);
    if (same) kept.push({ before: same, after: value });
    else added.push(value);
  }
  return { kept, ended: left.rest(), added };
}

/** Values to look up and take out, each once. */
export function valueSet<T extends ContactValue>(values: T[]) {
  const byKey = new Map<string, T>();
  for (const value of values) for (const key of valueKeys(value)) if (!byKey.has(key)) byKey.set(key, value);
  const rest = new Set(values);
  const find = (value: ContactValue): T | undefined =>
    valueKeys(value)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined && rest.has(found));
  return {
    find,
    has: (value: ContactValue): boolean => find(value) !== undefined,
    take(value: ContactValue): T | undefined {
      const found = find(value);
      if (found) rest.delete(found);
      return found;
    },
    rest: (): T[] => [...rest],
  };
}

/** Two values with a key in common are the same to a reader. */
const valueKeys = ({ field, value }: ContactValue): string[] =>
  (keys[field] as (value: Values[ValueField]) => string[])(value).map((key) => `${field}:${key}`);

const keys: { [F in ValueField]: (value: Values[F]) => string[] } = {
  fn: (text) => [readable(text)],
  n: (name) => [nameKey(name)],
  phonetic: (phonetic) => [`${phonetic.script}\n${nameKey(phonetic)}`],
  org: ({ name, units }) => [[name, ...units].map(readable).join('\n')],
  title: (text) => [readable(text)],
  email: (address) => [emailKey(address)],
  tel: telKeys,
  adr: (adr) => [adrKey(adr)],
  url: (url) => [urlKey(url)],
  social: ({ url }) => [urlKey(url)],
  tags: (tag) => [readable(tag)],
  notes: (text) => [text],
  owner: (address) => [emailKey(address)],
};

const nameKey = ({ family = '', given = '' }: Name): string => `${readable(family)}\n${readable(given)}`;
