import type { Adr, ContactDraft, Name, Org, Phonetic, SocialProfile, Tel } from './draft.ts';

/** A person's values without where they came from: what a user edits and what is saved. Names follow RFC 6350. */
export interface ContactCard {
  fn: string;
  n?: Name;
  phonetic?: Phonetic;
  /** `name` is '' when only a unit is known. */
  org?: Org;
  title?: string;
  email: string[];
  tel: Tel[];
  adr?: Adr;
  url: string[];
  social: SocialProfile[];
}

/** The fields of a card, in the order in which they are shown. */
export const cardFields = [
  'fn',
  'n',
  'phonetic',
  'org',
  'title',
  'email',
  'tel',
  'adr',
  'url',
  'social',
] as const satisfies (keyof ContactCard)[];

/** The card a draft proposes, before the user has looked at it. `fn` is '' when nobody is named. */
export function cardFrom(draft: ContactDraft): ContactCard {
  return {
    fn: draft.fn?.value ?? '',
    n: draft.n?.value,
    phonetic: draft.phonetic?.value,
    org: draft.org?.value,
    title: draft.title?.value,
    email: draft.email.map((finding) => finding.value),
    tel: draft.tel.map((finding) => finding.value),
    adr: draft.adr?.value,
    url: draft.url.map((finding) => finding.value),
    social: draft.social.map((finding) => finding.value),
  };
}
