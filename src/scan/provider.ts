import {
  type Credential,
  type DryRunFound,
  type DryRunOptions,
  LinkageFailure,
  type MailProvider,
} from '../store/mail-provider.ts';
import { fetchMails, givesOneOf, smallBatch } from './fetch-mails.ts';
import { foundIn } from './found-in.ts';
import { AccessTokens } from './google/access-tokens.ts';
import { listGroups, listPeople } from './google/directory.ts';
import { type GmailAccess, GmailMailbox } from './google/gmail-mailbox.ts';
import { readKeyFile } from './google/key-file.ts';
import { scopes } from './google/scopes.ts';
import { googleTransport, type TransportOptions } from './google/transport.ts';
import type { Budget } from './google/units.ts';
import { LabelIds } from './label-ids.ts';
import { leftOutByCategory } from './left-out.ts';
import { after, notBefore, selectionFor } from './selection.ts';

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
    async findClientId(account) {
      try {
        return await access.tokens.clientIdOf(account);
      } catch (error) {
        if (error instanceof LinkageFailure) return undefined;
        throw error;
      }
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
      if (left < 0) throw new LinkageFailure('linkage-error', 'rate-limited', 'Too many tries for one answer');
    },
  };
}

/** Newest first, as a worker would read it. */
async function dryRun(
  access: GmailAccess,
  of: { credential: Credential; email: string },
  { days, limit, settings, internalDomains, now }: DryRunOptions,
): Promise<DryRunFound> {
  const most = Math.min(limit, 100);
  const gmail = new GmailMailbox(access, of, forOneAnswer());
  const labelIds = await new LabelIds().of(gmail, { tenant: '', provider: '', email: of.email }, settings.labels, now);
  const readFrom = notBefore(settings, new Date(now.getTime() - days * 24 * 60 * 60 * 1000));
  const selection = selectionFor({ integration: { settings, functions: {} }, labelIds, internalDomains, readFrom });
  const result: DryRunFound = { read: 0, found: [], skipped: {} };
  const skip = (reason: string) => {
    result.skipped[reason] = (result.skipped[reason] ?? 0) + 1;
  };
  for (const reason of await leftOutByCategory(gmail, selection, after(readFrom))) skip(reason);
  const byLabel: string[][] = [];
  for (const label of selection.listed) {
    const q = `${after(readFrom)}${selection.search}`;
    byLabel.push((await gmail.listMessages({ labelIds: [label], q, maxResults: most })).ids);
  }
  const listed = inTurn(byLabel).slice(0, most);
  for (let at = 0; at < listed.length; at += smallBatch) {
    const ids = listed.slice(at, at + smallBatch);
    const { messages, withheld } = await fetchMails(gmail, ids, {
      givesOthers: (than) => givesOneOf(gmail, listed, than),
    });
    for (const id of ids) {
      const found = withheld.has(id) ? ({ skip: 'withheld' } as const) : foundIn(messages.get(id), selection);
      if ('date' in found) result.read++;
      if ('skip' in found) skip(found.skip);
      else if ('suggestion' in found) result.found.push(found.suggestion);
    }
  }
  return result;
}

/** The newest of each label, then the next of each; a mail that has several of them once. */
function inTurn(byLabel: string[][]): string[] {
  const most = Math.max(0, ...byLabel.map((ids) => ids.length));
  return [...new Set(Array.from({ length: most }, (_, at) => byLabel.flatMap((ids) => ids[at] ?? [])).flat())];
}
