import { createHash } from 'node:crypto';
import { type MailEntry, readMailPath } from '../../mail/open.ts';
import type { GmailMessageData, Mailbox } from '../apps-script/types.ts';
import { groupIntoThreads } from './threads.ts';

/** The inbox of the preview, in memory. Everyone of the sample organisation sees the same mails. */
export interface LocalMailbox extends Mailbox {
  /** Newest first. */
  threads: MailThread[];
  find(id: string): GmailMessageData | undefined;
  /** What could not be read, and why. */
  unreadable: { name: string; error: Error }[];
  /** There was more than `maxMessages`; the rest was not read. */
  truncated: boolean;
}

export interface MailThread {
  id: string;
  /** Oldest first, at least one. */
  messages: GmailMessageData[];
}

/** A mailbox larger than this is read only so far: its mails are kept in memory. */
export const maxMessages = 5_000;

/**
 * Reads an `.eml` file, an mbox or a folder of them. A mail that occurs twice counts once. Throws when not one mail can be
 * read.
 */
export async function openMailbox(path: string): Promise<LocalMailbox> {
  const messages = new Map<string, GmailMessageData>();
  const unreadable: LocalMailbox['unreadable'] = [];
  let truncated = false;
  for await (const entry of readMailPath(path)) {
    truncated = messages.size >= maxMessages;
    if (truncated) break;
    if ('error' in entry) unreadable.push(entry);
    else add(messages, entry.message);
  }
  if (messages.size === 0) {
    const [first] = unreadable;
    throw new Error(`No mail could be read from ${path}${first ? `: ${first.error.message} (${first.name})` : ''}`);
  }
  return {
    threads: groupIntoThreads([...messages.values()]),
    find: (id) => messages.get(id),
    message: (_user, id) => messages.get(id),
    unreadable,
    truncated,
  };
}

type MailMessage = Extract<MailEntry, { message: unknown }>['message'];

function add(messages: Map<string, GmailMessageData>, mail: MailMessage): void {
  const id = gmailId(mail.messageId ?? JSON.stringify([mail.headers, mail.text, mail.html]));
  if (messages.has(id)) return;
  messages.set(id, {
    id,
    threadId: id,
    headers: mail.headers,
    date: mail.date ?? new Date(0),
    text: mail.text,
    html: mail.html,
  });
}

/** 60 bits of a hash after a 1: like Gmail's ids a number of 16 hexadecimal digits, the same at every start. */
function gmailId(source: string): string {
  return `1${createHash('sha256').update(source).digest('hex').slice(0, 15)}`;
}
