import type { ScanSettings } from '../api/types.ts';
import { emailDomain } from '../contact/normalize.ts';
import { isRole } from '../extract/desk-address.ts';
import { notAPerson } from '../extract/not-a-person.ts';
import { senderOf } from '../extract/sender.ts';
import type { IntegrationRecord } from '../store/sql/integrations.ts';
import type { GmailMessage } from './message-from-gmail.ts';

/** Why a mail of a linked mailbox suggests nobody. An admin sees how often each occurred. */
export const skipReasons = [
  // by Gmail's labels, before the mail is read
  'sent',
  'draft',
  'chat',
  'spam',
  'trash',
  'promotions',
  'social',
  'updates',
  'forums',
  'other-label', // has none of the labels that the admin chose
  // by headers
  'before-start', // came before the user was linked, or before the date that the admin chose
  'internal', // of a colleague
  'no-address',
  'bounce',
  'auto-reply',
  'calendar',
  'no-reply',
  'mailing-list-notice',
  'newsletter',
  'notification',
  'mailing-list',
  'role-address', // of a desk: info@, sales@
  // by what was found
  'empty',
  'nobody-named',
  'no-name',
  'no-company',
  'known', // a contact who is saved already, with nothing new
  'suppressed',
  'decided', // accepted or dismissed before
  'gone', // deleted before it was read
  'unreadable',
  'withheld', // Google did not give it, for a day, while it gave others or there were hardly any
] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface Selection {
  /** Who wrote with whom is noted: of what the user sent too. */
  activity: boolean;
  /** Whether anybody is suggested; else headers are all that is read. */
  suggests: boolean;
  settings: Pick<ScanSettings, 'sentMail' | 'skipPromotions'>;
  /** Gmail's ids of the labels that mail must have one of. */
  labelIds: string[];
  /** The labels whose older mail is listed, one after another. */
  listed: string[];
  /** What the search for older mail leaves out, as it stands after other terms. */
  search: string;
  /** The labels that it leaves out. */
  leftOut: { label: string; reason: SkipReason }[];
  internalDomains: string[];
  /** Mail that came earlier is not read. */
  readFrom: Date;
}

/** What of a mailbox is read. `labelIds`: Gmail's ids of the labels that the settings name; the inbox when they name none. */
export function selectionFor(by: {
  integration: Pick<IntegrationRecord, 'functions'> & { settings: Pick<ScanSettings, 'sentMail' | 'skipPromotions'> };
  labelIds: string[];
  internalDomains: string[];
  readFrom: Date;
}): Selection {
  const { labelIds, internalDomains, readFrom } = by;
  const { settings } = by.integration;
  const leftOut = settings.skipPromotions ? categories : [];
  const search = leftOut.map(({ search: term }) => ` -category:${term}`).join('');
  const activity = by.integration.functions.activity?.on ?? false;
  const listed = settings.sentMail || activity ? [...labelIds, 'SENT'] : labelIds;
  const isSuggesting = suggests(by.integration.functions);
  return { activity, suggests: isSuggesting, settings, labelIds, listed, search, leftOut, internalDomains, readFrom };
}

/** Whether the functions that are on want to know more of a mail than who wrote to whom. */
export const suggests = ({ activity, contactInbox }: IntegrationRecord['functions']): boolean =>
  Boolean(contactInbox?.on) || !activity?.on;

/** Since when mail is read: since `from`, unless the admin chose a later date. */
export const notBefore = ({ after }: Pick<ScanSettings, 'after'>, from: Date): Date =>
  after !== null && new Date(after) > from ? new Date(after) : from;

/** That, as a search; a second more, which Gmail may or may not take in. */
export const after = (from: Date): string => `after:${Math.floor(from.getTime() / 1000) - 1}`;

/** By what Gmail's history says of a mail: reading it costs ten times as much. */
export function skippedByLabels(
  labelIds: string[],
  { activity, settings, labelIds: wanted }: Selection,
): SkipReason | undefined {
  const has = (label: string) => labelIds.includes(label);
  const never = neverRead.find(({ label }) => has(label));
  if (never) return never.reason;
  if (has('SENT')) return settings.sentMail || activity ? undefined : 'sent';
  const category = settings.skipPromotions ? categories.find(({ label }) => has(label)) : undefined;
  if (category) return category.reason;
  return wanted.some(has) ? undefined : 'other-label';
}

const neverRead: { label: string; reason: SkipReason }[] = [
  { label: 'DRAFT', reason: 'draft' },
  { label: 'CHAT', reason: 'chat' },
  { label: 'SPAM', reason: 'spam' },
  { label: 'TRASH', reason: 'trash' },
];

/** What Gmail sorts out of the primary inbox. */
const categories = (['promotions', 'social', 'updates', 'forums'] as const).map((search) => ({
  search,
  label: `CATEGORY_${search.toUpperCase()}`,
  reason: search,
}));

/** By headers and labels; no body is looked at. */
export function skippedByHeaders(message: GmailMessage, by: Selection, readSender = senderOf): SkipReason | undefined {
  const byLabels = skippedByLabels(message.labelIds, by);
  if (byLabels) return byLabels;
  if (message.date < by.readFrom) return 'before-start';
  const { headers } = message;
  const sender = readSender(headers.from);
  if (!sender.email.includes('@')) return 'no-address';
  const machine = notAPerson(headers, sender);
  if (machine) return machine as SkipReason;
  if (by.internalDomains.includes(emailDomain(sender.email))) return 'internal';
  if (isOfForeignList(headers, by.internalDomains)) return 'mailing-list';
  return isRole(sender.local) ? 'role-address' : undefined;
}

/**
 * RFC 2919, and what older lists write. A list of the organisation's own is an address that colleagues share (`sales@`, as a
 * Google Group): what strangers write to it is meant for them.
 */
function isOfForeignList({ listId, precedence = '' }: GmailMessage['headers'], internalDomains: string[]): boolean {
  if (listId === undefined) return /^\s*(?:list|bulk|junk)\s*$/i.test(precedence);
  const id = /<?([^<>\s]+)>?\s*$/.exec(listId)?.[1]?.toLowerCase() ?? '';
  return !internalDomains.some((domain) => id === domain || id.endsWith(`.${domain}`));
}
