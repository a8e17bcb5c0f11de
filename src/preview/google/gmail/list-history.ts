import { ApiError, invalidArgument, refuse } from '../api/api-error.ts';
import type { MailboxCall } from '../api/method.ts';
import { oneOf, type Param, text, upTo } from '../api/params.ts';
import type { Change, ChangeType } from '../mailboxes/mailbox.ts';

const historyType = oneOf('messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved');
const historyTypes: Param<ChangeType[]> = (name, values) => values.map((value) => historyType(name, [value]));

export const historyParams = {
  startHistoryId: text,
  historyTypes,
  labelId: text,
  maxResults: upTo(500),
  pageToken: text,
};

/**
 * users.history.list: what changed after `startHistoryId`, oldest first. 404 when Gmail no longer knows it, or never gave
 * it out. What has the same history id is one record. With `labelId`, only messages that had the label then.
 */
export function listHistory({ mailbox, query }: MailboxCall<typeof historyParams>): object {
  const { startHistoryId, labelId } = query;
  if (!startHistoryId) throw new ApiError(invalidArgument('Missing required parameter: startHistoryId'));
  if (!/^\d{1,19}$/.test(startHistoryId)) throw new ApiError(invalidArgument('Invalid startHistoryId'));
  const types = query.historyTypes ?? [];
  const pageSize = query.maxResults || 100;

  const records: Change[][] = [];
  const changes = mailbox.changesAfter(readPageToken(query.pageToken) ?? Number(startHistoryId)) ?? refuse('not-found');
  for (const change of changes) {
    if (types.length > 0 && !types.includes(change.type)) continue;
    if (labelId !== undefined && !change.message.labelIds.includes(labelId)) continue;
    const last = records.at(-1);
    if (last?.[0]?.historyId === change.historyId) last.push(change);
    else if (records.length > pageSize) break;
    else records.push([change]);
  }
  const page = records.slice(0, pageSize);
  return {
    ...(page.length > 0 && { history: page.map(historyRecord) }),
    ...(records.length > pageSize && { nextPageToken: `${page.at(-1)?.[0]?.historyId}` }),
    historyId: `${mailbox.historyId()}`,
  };
}

function readPageToken(token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  if (!/^\d{1,19}$/.test(token)) throw new ApiError(invalidArgument('Invalid pageToken'));
  return Number(token);
}

const listNames: Record<ChangeType, string> = {
  messageAdded: 'messagesAdded',
  messageDeleted: 'messagesDeleted',
  labelAdded: 'labelsAdded',
  labelRemoved: 'labelsRemoved',
};

function historyRecord(changes: Change[]): object {
  const lists: Record<string, object[]> = {};
  for (const { type, message, labelIds } of changes) {
    const { id, threadId } = message;
    const entry = { message: { id, threadId, labelIds: message.labelIds }, ...(labelIds && { labelIds }) };
    lists[listNames[type]] = [...(lists[listNames[type]] ?? []), entry];
  }
  const messages = changes.map(({ message: { id, threadId } }) => ({ id, threadId }));
  return { id: `${changes[0]?.historyId}`, messages, ...lists };
}
