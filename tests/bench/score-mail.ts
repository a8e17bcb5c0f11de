import type { ContactDraft, Finding, Tel } from '../../src/contact/draft.ts';
import type { Gold, GoldMail, GoldPhone } from './gold.ts';
import { sameAddress, sameCompany, sameEmail, sameName, samePhone, sameText, sameUrl } from './same-value.ts';

/** Values right, wrong, and missed. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

export const fields = ['name', 'company', 'department', 'title', 'email', 'phone', 'address', 'url'] as const;
export type Field = (typeof fields)[number];

export interface MailScore {
  counts: Record<Field, Count>;
  /** Phones with value and type both: a right number under a wrong type is wrong and missed. */
  phoneWithType: Count;
  /** A line for a person on each value that is wrong or missed. */
  errors: string[];
}

export type Answer = { contact: ContactDraft | null; signature: { first: number; last: number } | null };

/** Holds an answer against what a person says is to be read. */
export function scoreMail(contact: ContactDraft | null, { gold }: Pick<GoldMail, 'gold'>): MailScore {
  const errors: string[] = [];
  const { value: org } = contact?.org ?? {};
  const one = (field: 'name' | 'company' | 'department' | 'title', read: string | undefined, same: Same<string>) =>
    scoreOne({ field, wanted: gold[field], optional: optionalOf(gold, field), same }, read, errors);
  const strings = (field: Field, read: string[], wanted: string[], optional: string[], same: Same<string>) =>
    scoreList({ field, wanted, optional, same }, read, errors);
  const phones = (field: string, same: Same<GoldPhone>, said: string[]) =>
    scoreList(
      { field, wanted: gold.phones, optional: optionalPhones(gold), same, sameOptional: samePhone },
      read,
      said,
    );
  const read = (contact?.tel ?? []).map(phoneOf);
  const social = [...(gold.social ?? []), ...optionalOf(gold, 'social')];
  const counts = {
    name: one('name', contact?.fn?.value, sameName),
    company: one('company', org?.name, sameCompany),
    department: one('department', org?.units.join(' '), sameText),
    title: one('title', contact?.title?.value, sameText),
    email: strings('email', values(contact?.email), gold.emails, optionalOf(gold, 'email'), sameEmail),
    phone: phones('phone', samePhone, errors),
    address: strings(
      'address',
      contact?.adr ? [contact.adr.value.label] : [],
      gold.address ? [gold.address.raw] : [],
      optionalOf(gold, 'address'),
      sameAddress,
    ),
    url: strings('url', values(contact?.url), gold.urls, [...optionalOf(gold, 'url'), ...social], sameUrl),
  };
  const typed: string[] = [];
  const phoneWithType = phones('phone', sameTypedPhone, typed);
  const onlyType = typed.filter((error) => !errors.includes(error)).map((error) => `type of ${error}`);
  return { counts, phoneWithType, errors: [...errors, ...onlyType] };
}

export const isExact = ({ counts }: MailScore): boolean =>
  fields.every((field) => counts[field].wrong === 0 && counts[field].missed === 0);

export const isWrongAnywhere = ({ counts }: MailScore): boolean => fields.some((field) => counts[field].wrong > 0);

/** Lines that are not blank, inside the block that was read and inside the block that was to be read. */
export function scoreLines(signature: Answer['signature'], { text, signatureLines }: GoldMail): Count | undefined {
  if (text === null) return undefined;
  const lines = text.split('\n');
  const isFull = (index: number) => Boolean(lines[index]?.trim());
  const wanted = new Set((signatureLines ?? []).filter(isFull));
  const count = { right: 0, wrong: 0, missed: wanted.size };
  for (let index = signature?.first ?? 0; signature && index <= signature.last && index < lines.length; index++) {
    if (!isFull(index)) continue;
    if (wanted.has(index)) {
      count.right++;
      count.missed--;
    } else count.wrong++;
  }
  return count;
}

type Same<T> = (read: T, wanted: T) => boolean;

interface Wanted<W, T> {
  field: string;
  wanted: W;
  /** Neither required nor wrong; for a single value also other accepted spellings. */
  optional: T[];
  same: Same<T>;
  /** Where an optional value is compared less strictly. */
  sameOptional?: Same<T>;
}

function scoreOne(
  { field, wanted, optional, same }: Wanted<string | null, string>,
  read: string | undefined,
  errors: string[],
): Count {
  if (!read?.trim()) {
    if (wanted === null) return { right: 0, wrong: 0, missed: 0 };
    errors.push(`${field}: missed ${JSON.stringify(wanted)}`);
    return { right: 0, wrong: 0, missed: 1 };
  }
  const isRight = (wanted !== null && same(read, wanted)) || optional.some((other) => same(read, other));
  if (isRight) return { right: wanted === null ? 0 : 1, wrong: 0, missed: 0 };
  errors.push(`${field}: read ${JSON.stringify(read)}, wanted ${JSON.stringify(wanted)}`);
  return { right: 0, wrong: 1, missed: wanted === null ? 0 : 1 };
}

/** Pairs each value read with one wanted; a repeat of a value that is wanted is not wrong. */
function scoreList<T>(
  { field, wanted, optional, same, sameOptional = same }: Wanted<T[], T>,
  read: T[],
  errors: string[],
): Count {
  const left = [...wanted];
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const value of read) {
    const at = left.findIndex((other) => same(value, other));
    if (at >= 0) {
      left.splice(at, 1);
      count.right++;
    } else if (!wanted.some((other) => same(value, other)) && !optional.some((other) => sameOptional(value, other))) {
      errors.push(`${field}: read ${JSON.stringify(value)}`);
      count.wrong++;
    }
  }
  for (const value of left) errors.push(`${field}: missed ${JSON.stringify(value)}`);
  count.missed = left.length;
  return count;
}

/** Same number and same kind of line: voice (work, direct, main, other), mobile, fax, home. */
const sameTypedPhone = (a: GoldPhone, b: GoldPhone): boolean => samePhone(a, b) && kindOf(a.type) === kindOf(b.type);
const kindOf = (type: GoldPhone['type']): string => (/^(mobile|fax|home)$/.test(type) ? type : 'voice');

const phoneOf = ({ value: { text, e164, type = 'work' } }: Finding<Tel>): GoldPhone => ({
  type: type === 'cell' ? 'mobile' : type,
  raw: text,
  e164: e164 ?? null,
});

const optionalPhones = (gold: Gold): GoldPhone[] =>
  optionalOf(gold, 'phone').map((raw) => ({ type: 'other', raw, e164: null }));

const values = <T>(findings: { value: T }[] | undefined): T[] => (findings ?? []).map(({ value }) => value);

function optionalOf(gold: Gold, field: keyof NonNullable<Gold['optional']>): string[] {
  const found = gold.optional?.[field];
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}
