import { ApiError, invalidArgument, refuse } from '../api/api-error.ts';
import type { MailboxCall } from '../api/method.ts';
import { flag, text, texts, upTo } from '../api/params.ts';
import type { MessageRef } from '../mailboxes/mailbox.ts';
import { metadataOnly } from './scopes.ts';
import { readSearch } from './search.ts';

export const listParams = { q: text, labelIds: texts, maxResults: upTo(500), pageToken: text, includeSpamTrash: flag };

/** users.messages.list: newest first, ids only. A page token is the last message of the page before. */
export function listMessages({ google, access, mailbox, person, query }: MailboxCall<typeof listParams>): object {
  if (query.q !== undefined && metadataOnly(access)) refuse('metadata-scope-query');
  const search = readSearch(query.q ?? '', google.now());
  const labelIds = query.labelIds ?? [];
  const withSpamAndTrash =
    query.includeSpamTrash || search.includesSpamAndTrash || labelIds.some((label) => hidden.includes(label));
  const pageSize = query.maxResults || 100;

  const found: MessageRef[] = [];
  for (const ref of mailbox.newestFirst(readPageToken(query.pageToken))) {
    if (ref.internalDate < search.notBefore || found.length > pageSize) break;
    if (!withSpamAndTrash && hidden.some((label) => ref.labelIds.includes(label))) continue;
    if (!labelIds.every((label) => ref.labelIds.includes(label))) continue;
    if (search.matches(ref, () => mailbox.mail(ref), person.email)) found.push(ref);
  }
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    ...(page.length > 0 && { messages: page.map(({ id, threadId }) => ({ id, threadId })) }),
    ...(last && found.length > pageSize && { nextPageToken: pageToken(last) }),
    resultSizeEstimate: found.length,
  };
}

const hidden = ['SPAM', 'TRASH'];

const pageToken = ({ internalDate, id }: MessageRef) =>
  `${BigInt(internalDate) * 10n}${BigInt(`0x${id}`).toString().padStart(19, '0')}`;

function readPageToken(token: string | undefined): { internalDate: number; id: string } | undefined {
  if (token === undefined) return undefined;
  if (!/^\d{20,40}$/.test(token)) throw new ApiError(invalidArgument('Invalid pageToken'));
  const internalDate = Number(BigInt(token.slice(0, -19)) / 10n);
  return { internalDate, id: BigInt(token.slice(-19)).toString(16) };
}
