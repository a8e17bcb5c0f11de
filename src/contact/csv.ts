import { stringify } from 'csv-stringify/browser/esm/sync';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ContactCard } from './card.ts';
import type { Tel, TelType } from './draft.ts';

/** The first line of a CSV file of contacts (RFC 4180), with the byte order mark by which Excel knows UTF-8. */
export const csvHead = (): string => `\ufeff${record(columns.map(([name]) => name))}`;

/** One card as a line of CSV. No cell can become a formula, none holds a line break, and Excel leaves phone numbers as they are. */
export const csvRow = (card: ContactCard): string => record(columns.map(([, cell]) => cell(card)));

/** What the store knows of a contact beside its card. */
export interface BesideCard {
  tags: string[];
  owner?: string;
  notes?: string;
  uid: string;
  /** When it was last changed, ISO 8601 in UTC. */
  rev: string;
}

/** The same for contacts of the store. */
export const contactCsvHead = (): string =>
  `\ufeff${record([...columns.map(([name]) => name), ...besideColumns.map(([name]) => name)])}`;

export const contactCsvRow = (card: ContactCard, beside: BesideCard): string =>
  record([...columns.map(([, cell]) => cell(card)), ...besideColumns.map(([, cell]) => cell(beside))]);

const besideColumns: [name: string, cell: (beside: BesideCard) => string][] = [
  ['Tags', ({ tags }) => safe(tags.join('; '))],
  ['Owner', ({ owner }) => safe(owner)],
  ['Notes', ({ notes }) => safe(notes)],
  ['Changed', ({ rev }) => rev],
  ['ID', ({ uid }) => uid],
];

const columns: [name: string, cell: (card: ContactCard) => string][] = [
  ['Name', ({ fn }) => safe(fn)],
  ['Family name', ({ n }) => safe(n?.family)],
  ['Given name', ({ n }) => safe(n?.given)],
  ['Phonetic family name', ({ phonetic }) => safe(phonetic?.family)],
  ['Phonetic given name', ({ phonetic }) => safe(phonetic?.given)],
  ['Company', ({ org }) => safe(org?.name)],
  ['Department', ({ org }) => safe(org?.units.join(' '))],
  ['Title', ({ title }) => safe(title)],
  ['Email', ({ email }) => safe(email[0])],
  ['Other emails', ({ email }) => safe(email.slice(1).join('; '))],
  ['Phone', ({ tel }) => tels(tel, 'Phone')[0] ?? ''],
  ['Direct phone', ({ tel }) => tels(tel, 'Direct phone')[0] ?? ''],
  ['Mobile', ({ tel }) => tels(tel, 'Mobile')[0] ?? ''],
  ['Home phone', ({ tel }) => tels(tel, 'Home phone')[0] ?? ''],
  ['Fax', ({ tel }) => tels(tel, 'Fax')[0] ?? ''],
  ['Other phones', ({ tel }) => telColumns.flatMap((column) => tels(tel, column).slice(1)).join('; ')],
  ['Address', ({ adr }) => safe(adr?.label)],
  ['Street', ({ adr }) => safe(adr?.street)],
  ['City', ({ adr }) => safe(adr?.locality)],
  ['Region', ({ adr }) => safe(adr?.region)],
  ['Postal code', ({ adr }) => safe(adr?.code)],
  ['Country', ({ adr }) => safe(adr?.country)],
  ['Website', ({ url }) => safe(url.join(' '))],
  ['Profiles', ({ social }) => safe(social.map((profile) => profile.url).join(' '))],
];

const telColumns = ['Phone', 'Direct phone', 'Mobile', 'Home phone', 'Fax'] as const;
type TelColumn = (typeof telColumns)[number];

const columnOf: Record<TelType, TelColumn> = {
  work: 'Phone',
  main: 'Phone',
  other: 'Phone',
  direct: 'Direct phone',
  cell: 'Mobile',
  home: 'Home phone',
  fax: 'Fax',
};

function tels(all: Tel[], column: TelColumn): string[] {
  return all.filter((tel) => columnOf[tel.type ?? 'other'] === column).map(telCell);
}

/**
 * `+1 202 555 0143`: with blanks, which Excel keeps as a text. It would reckon `+1-202-555-0143` out, and make a number
 * that loses its first zero of what has digits alone.
 */
function telCell({ text, e164, ext }: Tel): string {
  const number = parsePhoneNumberFromString(e164 ?? '')?.formatInternational() ?? safe(text);
  return ext ? `${number} ext. ${safe(ext)}` : number;
}

/** What begins like a formula gets an apostrophe in front (owasp.org/www-community/attacks/CSV_Injection). */
function safe(value = ''): string {
  const line = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
}

const record = (cells: string[]): string => stringify([cells], { record_delimiter: 'windows' });
