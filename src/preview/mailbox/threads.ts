import type { GmailMessageData } from '../apps-script/types.ts';
import { header, messageIds } from './headers.ts';
import type { MailThread } from './mailbox.ts';

/**
 * Conversations as Gmail would group them, roughly: a mail belongs to the mails its References and In-Reply-To name, and a
 * reply or forward that names none to the mail with the same subject. Sets each message's `threadId`; newest thread first.
 */
export function groupIntoThreads(messages: GmailMessageData[]): MailThread[] {
  const oldestFirst = [...messages].sort((a, b) => a.date.getTime() - b.date.getTime());
  const threadOfId = new Map<string, MailThread>();
  const threadOfSubject = new Map<string, MailThread>();
  const threads = new Set<MailThread>();

  for (const message of oldestFirst) {
    const [ownId] = messageIds(message, 'Message-ID');
    const named = [...messageIds(message, 'References'), ...messageIds(message, 'In-Reply-To')];
    const { base, isReply } = subjectOf(message);
    const thread = (ownId && threadOfId.get(ownId)) ||
      firstOf(named, threadOfId) ||
      (isReply && base ? threadOfSubject.get(base) : undefined) || { id: message.id, messages: [] };
    threads.add(thread);
    thread.messages.push(message);
    message.threadId = thread.id;
    for (const id of [...named, ...(ownId ? [ownId] : [])]) if (!threadOfId.has(id)) threadOfId.set(id, thread);
    if (!threadOfSubject.has(base)) threadOfSubject.set(base, thread);
  }
  return [...threads].sort((a, b) => newest(b) - newest(a));
}

const firstOf = (ids: string[], threads: Map<string, MailThread>): MailThread | undefined =>
  ids.map((id) => threads.get(id)).find((thread) => thread !== undefined);

const newest = ({ messages }: MailThread): number => Math.max(...messages.map(({ date }) => date.getTime()));

/** Re:, Fwd: and their like in other languages, once or more, also as `Re[2]:` and with a full-width colon. */
const replyMark =
  /^\s{0,5}(?:re|fwd?|aw|wg|sv|vs|vb|antw|tr|rv|enc|res|回复|回覆|转发|轉寄|返信|転送|답장|전달)(?:\[\d{1,3}\])?\s?[:：]/i;

function subjectOf(message: GmailMessageData): { base: string; isReply: boolean } {
  let base = header(message, 'Subject').slice(0, 1_000);
  let isReply = false;
  for (let mark = replyMark.exec(base); mark; mark = replyMark.exec(base)) {
    base = base.slice(mark[0].length);
    isReply = true;
  }
  return { base: base.replace(/\s+/g, ' ').trim().toLowerCase(), isReply };
}
