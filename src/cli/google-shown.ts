import { linkageStatuses } from '../api/schemas.ts';
import type { DryRunResult, Google, LinkageResults, ScanSettings } from '../api/types.ts';
import type { LinkedUser } from '../store/sql/linkages.ts';
import type { MailRecord } from '../store/sql/outgoing-mails.ts';

/** How an integration stands, a line each. */
export function shown({ key, scopeLine, functions, settings, linkages: counts }: Google): string {
  return table([
    ['key', key ? (key.kind === 'key' ? key.account : `${key.account} (attached, no key file)`) : 'none'],
    ...(key
      ? ([
          ['  project', key.project ?? ''],
          ['  key id', key.keyId ?? ''],
          ['  fingerprint', key.fingerprint ?? ''],
          ['  registered', `${key.registeredAt} by ${key.registeredBy}`],
          [
            '  to delegate: client id',
            key.clientId ?? 'the account’s unique ID, a number: Google Cloud console, IAM and admin, Service accounts',
          ],
          ['  to delegate: scopes', scopeLine],
          ...(key.explained ? [['  does not work', said(key.explained.en)]] : []),
        ] as [string, string][])
      : []),
    ['automatic suggestions', onOff(functions.contactInbox)],
    ['activity', onOff(functions.activity)],
    ...settingRows(settings),
    ...linkageStatuses.map((status): [string, number] => [`users ${status}`, counts[status] ?? 0]),
  ]);
}

/** Which mails are read. */
export const shownSettings = (settings: ScanSettings): string => table(settingRows(settings));

const settingRows = ({ backfillDays, sentMail, labels, after, skipPromotions }: ScanSettings): [string, string][] => [
  ['first reading goes back', `${backfillDays} days`],
  ['sent mail', readOrNot(sentMail)],
  ['promotions', readOrNot(!skipPromotions)],
  ['labels', labels.join(', ') || 'inbox'],
  ['only mails since', after ?? 'any time'],
];

const readOrNot = (read: boolean): string => (read ? 'is read' : 'is not read');

const onOff = ({ on, changedAt, changedBy }: Google['functions']['activity']): string =>
  `${on ? 'on' : 'off'}${changedAt ? `, since ${changedAt} by ${changedBy}` : ''}`;

const table = (rows: [string, string | number][]): string =>
  rows.map(([name, value]) => `${`${name.padEnd(28)}${value}`.trimEnd()}\n`).join('');

/** What became of each user, and how many of each. */
export function shownResults({ results, counts }: LinkageResults): string {
  const lines = results.map(({ email, outcome }) => `${email}\t${outcome}\n`);
  const summary = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  return `${lines.join('')}${summary.join(', ') || 'nobody'}\n`;
}

export function shownUser({ email, name = '', linkage }: LinkedUser): string {
  const { status = 'not-started', cause, reference, nextTryAt } = linkage ?? {};
  const next = nextTryAt && status !== 'active' ? `next try ${nextTryAt.toISOString()}` : '';
  return cells(email, status, cause, reference, next, name);
}

/** What linking this user would suggest. Throws an Error that says why the mailbox cannot be read. */
export function shownTrial(email: string, { read, suggestions, leftOut, failure }: DryRunResult): string {
  if (failure) throw new Error(`${email}: ${failure.status}. ${said(failure.explained)}`);
  return [
    `${read} read, ${suggestions.length} suggested\n`,
    ...suggestions.map((one) => cells('suggested', one.fn, one.email, one.org, one.title)),
    ...leftOut.map(({ reason, text, count }) => cells('left out', String(count), reason, text)),
  ].join('');
}

export const shownMail = ({ recipient, subject, createdAt, sentAt, failure }: MailRecord): string =>
  cells(createdAt.toISOString(), recipient, sentAt ? `sent ${sentAt.toISOString()}` : (failure ?? 'not sent'), subject);

/** A line of cells. */
export const cells = (...all: (string | undefined)[]): string =>
  `${all
    .map((cell) => cell ?? '')
    .join('\t')
    .trimEnd()}\n`;

const said = ({ cause, fix }: { cause: string; fix: string }): string => `${cause} ${fix}`;
