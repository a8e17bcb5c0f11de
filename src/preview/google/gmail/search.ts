import { ApiError, invalidArgument } from '../api/api-error.ts';
import type { Mail, MessageRef } from '../mailboxes/mailbox.ts';

/** A `q` taken apart. */
export interface Search {
  /** Stops a walk from the newest message on: nothing older can match. Milliseconds since 1970. */
  notBefore: number;
  /** Spam and trash are left out unless they are asked for. */
  includesSpamAndTrash: boolean;
  matches(ref: MessageRef, mail: () => Mail, ownEmail: string): boolean;
}

/**
 * Reads what this product needs of Gmail's search language (support.google.com/mail/answer/7190): `after:`, `before:`,
 * `newer_than:`, `older_than:`, `in:`, `label:`, `category:`, `is:`, `from:`, `to:`, each with `-` before it or not, all of
 * them at once. Gmail takes anything, words too; what is not known here is refused, so that no test believes it works.
 */
export function readSearch(q: string, now: number): Search {
  const terms = (q.match(/\S+/g) ?? []).map((word) => readTerm(word, now));
  const afters = terms.filter(({ negated }) => !negated).map(({ notBefore }) => notBefore ?? 0);
  return {
    notBefore: Math.max(0, ...afters),
    includesSpamAndTrash: terms.some(({ negated, spamOrTrash }) => spamOrTrash && !negated),
    matches: (ref, mail, ownEmail) => terms.every(({ negated, test }) => test(ref, mail, ownEmail) !== negated),
  };
}

type Test = (ref: MessageRef, mail: () => Mail, ownEmail: string) => boolean;

interface Term {
  negated: boolean;
  test: Test;
  notBefore?: number;
  spamOrTrash?: boolean;
}

function readTerm(word: string, now: number): Term {
  const match = /^(-?)([a-z_]+):(\S+)$/i.exec(word);
  const operator = match && operators[(match[2] ?? '').toLowerCase()];
  const term = operator?.((match?.[3] ?? '').replace(/^"(.*)"$/, '$1'), now);
  if (!term) throw unknownTerm(word);
  return { ...term, negated: match?.[1] === '-' };
}

const operators: Record<string, (value: string, now: number) => Omit<Term, 'negated'> | undefined> = {
  after: (value) => since(readDate(value)),
  before: (value) => until(readDate(value)),
  newer_than: (value, now) => since(ago(value, now)),
  older_than: (value, now) => until(ago(value, now)),
  in: (value) => {
    if (value === 'anywhere') return { test: () => true, spamOrTrash: true };
    return labelled(value.toUpperCase(), systemPlaces);
  },
  label: (value) => ({ test: ({ labelIds }) => labelIds.some((label) => label.toLowerCase() === value.toLowerCase()) }),
  category: (value) => labelled(`CATEGORY_${categories[value.toLowerCase()]}`),
  is: (value) =>
    value.toLowerCase() === 'read'
      ? { test: ({ labelIds }) => !labelIds.includes('UNREAD') }
      : labelled(value.toUpperCase(), states),
  from: (value) => person('from', value),
  to: (value) => person('to', value),
};

const systemPlaces = ['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'CHAT'];
const states = ['UNREAD', 'STARRED', 'IMPORTANT'];
const categories: Record<string, string> = {
  primary: 'PERSONAL',
  social: 'SOCIAL',
  promotions: 'PROMOTIONS',
  updates: 'UPDATES',
  forums: 'FORUMS',
};

function labelled(label: string, allowed?: readonly string[]): Omit<Term, 'negated'> | undefined {
  const name = label === 'DRAFTS' ? 'DRAFT' : label === 'CHATS' ? 'CHAT' : label;
  if (name === 'CATEGORY_undefined' || (allowed && !allowed.includes(name))) return undefined;
  return { test: ({ labelIds }) => labelIds.includes(name), spamOrTrash: name === 'SPAM' || name === 'TRASH' };
}

/** Whole seconds: `after:` takes the second itself in, as Gmail seems to (assumed). */
const since = (time: number | undefined): Omit<Term, 'negated'> | undefined =>
  time === undefined ? undefined : { test: ({ internalDate }) => internalDate >= time, notBefore: time };

const until = (time: number | undefined): Omit<Term, 'negated'> | undefined =>
  time === undefined ? undefined : { test: ({ internalDate }) => internalDate < time };

/** Epoch seconds, or a day that begins at midnight in California (guides/filtering). */
function readDate(value: string): number | undefined {
  if (/^\d{9,11}$/.test(value)) return Number(value) * 1000;
  const day = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value);
  return day ? pacificMidnight(Number(day[1]), Number(day[2]), Number(day[3])) : undefined;
}

function pacificMidnight(year: number, month: number, day: number): number {
  const utc = Date.UTC(year, month - 1, day);
  const hour = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', hour: 'numeric', hourCycle: 'h23' });
  return utc + (24 - Number(hour.format(utc))) * 3_600_000;
}

const spans: Record<string, number> = { d: 1, m: 30, y: 365 };

function ago(value: string, now: number): number | undefined {
  const span = /^(\d{1,4})([dmy])$/i.exec(value);
  return span ? now - Number(span[1]) * (spans[(span[2] ?? '').toLowerCase()] ?? 0) * 86_400_000 : undefined;
}

function person(name: string, value: string): Omit<Term, 'negated'> {
  return {
    test: (_ref, mail, ownEmail) => {
      const wanted = value.toLowerCase() === 'me' ? ownEmail : value.toLowerCase();
      const { headers } = mail();
      return headers.some(
        (header) => header.name.toLowerCase() === name && header.value.toLowerCase().includes(wanted),
      );
    },
  };
}

const unknownTerm = (word: string) =>
  new ApiError(invalidArgument(`The emulated Gmail does not know the search term ${word}; Gmail might.`));
