/**
 * One value read from a signature. `stated`: the text says it. `inferred`: we concluded it (a name from the From
 * header's address, a company from a domain) and the user should look twice.
 */
export interface Finding<T> {
  value: T;
  basis: 'stated' | 'inferred';
  /** Index in the mail's text lines; absent for what a header says. */
  line?: number;
  /** The rule that read it, e.g. `tel-label`. */
  rule: string;
}

export interface Name {
  family?: string;
  given?: string;
}

export interface Phonetic extends Name {
  script: 'kana' | 'latin';
}

/** Company and, from large to small, the units inside it. */
export interface Org {
  name: string;
  units: string[];
}

export const telTypes = ['work', 'direct', 'main', 'cell', 'home', 'fax', 'other'] as const;
export type TelType = (typeof telTypes)[number];

export interface Tel {
  /** As written. */
  text: string;
  /** E.164, e.g. `+81312345678`, when the country is known. */
  e164?: string;
  type?: TelType;
  ext?: string;
}

export interface Adr {
  /** The address as printed, lines joined by a line feed. */
  label: string;
  street?: string;
  locality?: string;
  region?: string;
  code?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}

export interface SocialProfile {
  service: string;
  url: string;
}

/** The findings of one message as a contact, not saved yet. Names follow RFC 6350 (vCard). */
export interface ContactDraft {
  fn?: Finding<string>;
  n?: Finding<Name>;
  phonetic?: Finding<Phonetic>;
  org?: Finding<Org>;
  title?: Finding<string>;
  email: Finding<string>[];
  tel: Finding<Tel>[];
  adr?: Finding<Adr>;
  url: Finding<string>[];
  social: Finding<SocialProfile>[];
}
