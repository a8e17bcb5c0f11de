import { cardFrom } from '../contact/card.ts';
import type { ContactDraft } from '../contact/draft.ts';
import type { Credential, DryRunFound, DryRunOptions, MailProvider } from '../store/mail-provider.ts';
import { AccessTokens } from './google/access-tokens.ts';
import { listGroups, listPeople } from './google/directory.ts';
import { type GmailAccess, GmailMailbox } from './google/gmail-mailbox.ts';
import { readKeyFile } from './google/key-file.ts';
import { scopes } from './google/scopes.ts';
import { googleTransport, type TransportOptions } from './google/transport.ts';
import type { Budget } from './google/units.ts';
import { LabelIds } from './label-ids.ts';
import { messageFromGmail } from './message-from-gmail.ts';
import { readMessage } from './read-message.ts';
import { selectionFor } from './selection.ts';

/** How Google is reached: its token endpoint, Gmail and the Directory. */
export function googleAccess(options: TransportOptions = {}): GmailAccess {
  const transport = googleTransport(options);
  return { transport, tokens: new AccessTokens(transport) };
}

/** Google as the store asks it while an admin waits. */
export function googleMail(access: GmailAccess): MailProvider {
  return {
    name: 'google',
    scopes,
    readCredential: readKeyFile,
    async tryCredential(credential, email) {
      // What Google said to an earlier token may no longer hold.
      access.tokens.forget(credential, email, scopes.mail);
      await new GmailMailbox(access, { credential, email }, forOneAnswer()).historyId();
    },
    listPeople: (credential, by) => listPeople(access, credential, by),
    listGroups: (credential, by) => listGroups(access, credential, by),
    dryRun: (credential, email, options) => dryRun(access, { credential, email }, options),
  };
}

/** Half of what a user's minute allows: a worker may be reading the same mailbox. */
function forOneAnswer(left = 3_000): Budget {
  return {
    async take(count) {
      left -= count;
      if (left < 0) throw new Error('This would ask too much of Gmail at once');
    },
  };
}

const batchSize = 50;

/** Newest first, as a worker would read it. Keeps nothing; of several mails of a person the newest counts. */
async function dryRun(
  access: GmailAccess,
  of: { credential: Credential; email: string },
  { days, limit, settings, internalDomains, now }: DryRunOptions,
): Promise<DryRunFound> {
  const most = Math.min(limit, 100);
  const gmail = new GmailMailbox(access, of, forOneAnswer());
  const labelIds = await new LabelIds().of(gmail, { tenant: '', provider: '', email: of.email }, settings.labels, now);
  const readFrom = new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
  const selection = selectionFor({ integration: { settings, functions: {} }, labelIds, internalDomains, readFrom });
  const after = `after:${Math.floor(readFrom.getTime() / 1000) - 1}`;
  const found: DryRunFound = { read: 0, suggestions: [], skipped: {} };
  const skip = (reason: string, count = 1) => {
    found.skipped[reason] = (found.skipped[reason] ?? 0) + count;
  };
  for (const { label, reason } of selection.leftOut) {
    const { ids } = await gmail.listMessages({ labelIds: [label], q: after });
    if (ids.length > 0) skip(reason, ids.length);
  }
  const ids: string[] = [];
  for (const label of selection.listed) {
    const q = `${after}${selection.search}`;
    ids.push(...(await gmail.listMessages({ labelIds: [label], q, maxResults: most })).ids);
  }
  const persons = new Set<string>();
  for (let at = 0; at < Math.min(ids.length, most); at += batchSize) {
    for (const message of (await gmail.getMessages(ids.slice(at, Math.min(at + batchSize, most)))).values()) {
      found.read++;
      const reading = readMessage(messageFromGmail(message), selection);
      if ('skip' in reading) skip(reading.skip);
      else suggest(found, persons, reading.suggestion.draft);
    }
  }
  return found;
}

function suggest({ suggestions }: DryRunFound, persons: Set<string>, draft: ContactDraft): void {
  const { fn, email, org, title } = cardFrom(draft);
  const [address] = email;
  if (address !== undefined && persons.has(address.toLowerCase())) return;
  if (address !== undefined) persons.add(address.toLowerCase());
  suggestions.push({
    ...(fn && { fn }),
    ...(address && { email: address }),
    ...(org && { org: org.name }),
    ...(title && { title }),
  });
}
